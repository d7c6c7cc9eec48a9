# What a person types. Every recipe works on a fresh clone with Python 3.11 and make.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test check bench eval learn audit screenshots glossary fonts lock clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(VENV)/.run: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/.run  ## install, prepare SQLite, load both demonstrations, serve http://127.0.0.1:8000/vi/
	@$(BIN)/ngoaivu demo --serve

test: $(VENV)/.test  ## every check and every test this machine can run
	@$(BIN)/python -m tests.run

check: $(VENV)/.test  ## style, types, contracts, Django's checks; no tests
	@$(BIN)/python -m tests.run --checks-only

bench: $(VENV)/.test  ## one million records through fifty definitions, on both databases
	@$(BIN)/python tests/bench/run.py

eval: $(VENV)/.run  ## measure the reader of figures: make eval PHRASES="FILE …" TEXT=FILE
	@$(BIN)/python -m ngoaivu.indicators.figures.evaluate --quiet --phrases $(or $(PHRASES),$(wildcard tests/indicators/figures/corpus/vi*.tsv tests/indicators/figures/corpus/en*.tsv)) $(if $(TEXT),--text $(TEXT))

CORPUS := tests/indicators/figures/corpus
learn: $(VENV)/.run  ## learn the judge's weights from its pairs; CROSS="FILE …" measures files left out of learning instead
	@$(BIN)/python -m ngoaivu.indicators.figures.judge.equations.learning --pairs $(filter-out $(CORPUS)/planted-held%,$(wildcard $(CORPUS)/planted*.tsv)) --clean $(CORPUS)/passages.tsv --must $(CORPUS)/planted.tsv $(CORPUS)/passages.tsv $(if $(CROSS),--cross $(CROSS))

audit: $(VENV)/.test  ## axe and the Nu checker on every page, public and staff; of an installation: make audit FROM=FOLDER
	@$(BIN)/python tests/audit/run.py $(if $(FROM),--home $(FROM))

screenshots: $(VENV)/.test fonts  ## the pictures of docs/; of an installation: make screenshots FROM=FOLDER
	@$(BIN)/python tests/audit/screenshots.py $(if $(FROM),--home $(FROM))

fonts: $(VENV)/.run  ## Source Serif 4 from the npm registry, served by the portal (optional, needs npm)
	@npm install --prefix build/fonts --no-save --no-audit --no-fund --ignore-scripts @fontsource/source-serif-4@5
	@$(BIN)/python -m ngoaivu.portal.fonts build/fonts/node_modules/@fontsource/source-serif-4

glossary: $(VENV)/.run  ## docs/glossary.md from the docstrings of the code
	@$(BIN)/python -m ngoaivu.config.glossary

lock: $(VENV)/.test  ## resolve the dependencies again (needs uv)
	@uv pip compile --quiet pyproject.toml --generate-hashes --no-strip-extras --no-emit-index-url --no-header --python-version 3.11 --output-file requirements.lock
	@uv pip compile --quiet pyproject.toml --extra postgres --extra redis --extra dev --generate-hashes --no-strip-extras --no-emit-index-url --no-header --python-version 3.11 --output-file requirements-dev.lock

clean:  ## forget the local database and files, keep the environment
	@rm -rf var
