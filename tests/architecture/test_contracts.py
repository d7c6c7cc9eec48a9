"""The contracts of pyproject.toml: each holds, each names packages that exist, each breaks when an import is planted in a copy."""

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGE, ROOT, contracts, storeys

# For each contract the imports that break it: the package that gets a new module `planted`, and what that imports.
PLANTS = {
    "One-way flow": {"core": ["ngoaivu.accounts.roles"]},
    "Rooms, lower to higher": {"registry.partners": ["ngoaivu.registry.agreements.models"]},
    "No cycles, at any depth": {"indicators.figures": ["ngoaivu.indicators.planted"], "indicators": ["ngoaivu.indicators.figures.planted"]},
    "The registry is read through windows": {"publications": ["ngoaivu.registry.events.models"]},
    "The portal reaches neither the registry nor the indicators": {"portal": ["ngoaivu.indicators.models"]},
    "Figures and the engine know no Django": {"indicators.figures": ["django.db"]},
}


def lint(tree: Path) -> str:
    """What the linter says of a tree."""
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def copy(tmp_path: Path, imports: dict[str, list[str]]) -> Path:
    """The package copied, with imports planted in new modules."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "ngoaivu", ignore=lambda folder, names: [n for n in names if "." in n and not n.endswith(".py")])
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, targets in imports.items():
        planted = tmp_path / "src" / "ngoaivu" / Path(*module.split(".")) / "planted.py"
        planted.write_text("".join(f"import {target}\n" for target in targets))
    return tmp_path


def broken(said: str) -> set[str]:
    return set(re.findall(r"^(.+) BROKEN", said, re.MULTILINE))


def test_every_contract_holds() -> None:
    said = lint(ROOT)
    assert f"{len(contracts())} kept, 0 broken" in said, said


def test_every_contract_has_an_import_that_breaks_it() -> None:
    assert set(PLANTS) == {one["name"] for one in contracts()}


def test_every_name_in_a_contract_is_a_package_or_module_that_exists() -> None:
    named = set()
    for one in contracts():
        named |= {*one.get("containers", []), *one.get("ancestors", []), *one.get("source_modules", []), *one.get("forbidden_modules", [])}
        named |= {f"{box}.{layer.strip()}" for box in one.get("containers", []) for line in one["layers"] for layer in line.split("|")}
    assert not [name for name in named if "*" in name], "a wildcard that matches nothing passes silently"
    ours = [ROOT / "src" / Path(*name.split(".")) for name in named if name.startswith("ngoaivu")]
    assert [place for place in ours if not place.is_dir() and not place.with_suffix(".py").is_file()] == []


@pytest.mark.parametrize("name", PLANTS)
def test_a_contract_breaks_when_an_import_is_planted(name: str, tmp_path: Path) -> None:
    assert name in broken(lint(copy(tmp_path, PLANTS[name])))


def test_no_storey_reaches_the_one_above_it(tmp_path: Path) -> None:
    """Each neighbouring pair is planted upwards, rooms side by side included, and each is named by the linter."""
    order = storeys()
    upward = dict(pairwise(order))
    said = lint(copy(tmp_path, {lower: [f"ngoaivu.{higher}"] for lower, higher in upward.items()}))
    missed = [pair for pair in upward.items() if not re.search(rf"ngoaivu\.{pair[0]}(\.planted)? -> ngoaivu\.{pair[1]}\b", said)]
    assert missed == [], said
