"""The house numbers of STYLE.md: sizes, names, dependencies. Each is seen to notice what is too much."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.architecture.tree import PACKAGE, PROJECT, ROOT, Source, planted, sources, suites

FILE, FUNCTION, TEMPLATE, CORE, APPS, DEPENDENCIES = 400, 50, 150, 1500, 14, 15
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "services", "selectors"}


def long_files(every: Iterable[Source]) -> Iterator[str]:
    yield from (f"{one.name}: {len(one.lines)} lines" for one in every if len(one.lines) > FILE)


def long_functions(every: Iterable[Source]) -> Iterator[str]:
    for one in every:
        for node in ast.walk(one.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= FUNCTION:
                yield f"{one.name}:{node.lineno} {node.name}"


def long_templates(package: Path) -> Iterator[str]:
    for path in sorted(package.rglob("templates/**/*")):
        if path.is_file() and len(path.read_text(encoding="utf-8").splitlines()) > TEMPLATE:
            yield str(path.relative_to(package))


def nameless(every: Iterable[Source]) -> Iterator[str]:
    """Files and folders named after nothing."""
    yield from (one.name for one in every if NAMELESS & set(one.name.removesuffix(".py").split("/")))


def unexplained(lines: Iterable[str]) -> Iterator[str]:
    """Dependencies that do not say why they are here."""
    yield from (line for line in lines if re.match(r'\s*"[^"]+",', line) and not re.search(r'",\s+# \w+', line))


def dependency_lines() -> list[str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return text.split("\ndependencies = [\n")[1].split("\n]")[0].splitlines()


def test_no_file_is_too_long() -> None:
    assert list(long_files([*sources(), *suites()])) == []


def test_no_function_is_too_long() -> None:
    assert list(long_functions(sources())) == []


def test_no_template_is_too_long() -> None:
    assert list(long_templates(PACKAGE)) == []


def test_core_stays_small() -> None:
    assert sum(len(one.lines) for one in sources() if one.module.startswith("ngoaivu.core")) <= CORE


def test_few_apps_have_tables() -> None:
    assert len([app for app in apps.get_app_configs() if app.name.startswith("ngoaivu.") and list(app.get_models())]) <= APPS


def test_few_dependencies_and_each_says_why() -> None:
    assert len(PROJECT["project"]["dependencies"]) == len(dependency_lines()) <= DEPENDENCIES
    assert list(unexplained(dependency_lines())) == []


def test_every_file_is_named_after_something() -> None:
    assert list(nameless([*sources(), *suites()])) == []


def test_what_is_too_much_is_noticed(tmp_path: Path) -> None:
    long = planted(tmp_path, "registry/long.py", "def long():\n" + "    pass\n" * FILE)
    named = planted(tmp_path, "registry/utils.py", "")
    planted(tmp_path, "registry/templates/long.html", "<br>\n" * (TEMPLATE + 1))
    assert list(long_files([long])) == ["ngoaivu/registry/long.py: 401 lines"]
    assert list(long_functions([long])) == ["ngoaivu/registry/long.py:1 long"]
    assert list(nameless([named, long])) == ["ngoaivu/registry/utils.py"]
    assert list(long_templates(tmp_path / "ngoaivu")) == ["registry/templates/long.html"]
    assert list(unexplained(['  "django>=5",  # the frame', '  "left-pad>=1",'])) == ['  "left-pad>=1",']


@pytest.mark.parametrize("lines", [FUNCTION - 1, FUNCTION])
def test_a_function_may_have_exactly_as_many_lines(lines: int, tmp_path: Path) -> None:
    exact = planted(tmp_path, "exact.py", "def exact():\n" + "    pass\n" * lines)
    assert len(list(long_functions([exact]))) == (lines == FUNCTION)
