"""What the architecture tests look at: the files of the package, parsed once, and the storey each stands on."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "ngoaivu"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def contracts() -> list[dict[str, Any]]:
    """The contracts of import-linter as pyproject.toml has them."""
    found: list[dict[str, Any]] = PROJECT["tool"]["importlinter"]["contracts"]
    return found


def storeys() -> list[str]:
    """Every storey and room from the lowest up, as dotted names below `ngoaivu`."""
    house, rooms = (next(one["layers"] for one in contracts() if one["name"] == name) for name in ("One-way flow", "Rooms, lower to higher"))
    order: list[str] = []
    for storey in reversed(house):
        order += [f"registry.{room.strip()}" for layer in reversed(rooms) for room in layer.split("|")] if storey == "registry" else [storey]
    return order


def height(module: str) -> int:
    """How high a module stands; rooms side by side differ, and may not reach each other either way."""
    below = module.removeprefix("ngoaivu.")
    return max(place for place, storey in enumerate(storeys()) if below == storey or below.startswith(f"{storey}."))


@dataclass(frozen=True)
class Source:
    """One Python file: where it stands and what it says."""

    path: Path
    base: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(self.base).as_posix()

    @property
    def module(self) -> str:
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Every call with the last part of the called name."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                called = node.func
                yield node, called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


@cache
def sources() -> list[Source]:
    """The package's Python files, each read and parsed once; migrations left out: Django writes them."""
    return [Source(path, ROOT / "src") for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts]


@cache
def suites() -> list[Source]:
    """The tests' Python files."""
    return [Source(path, ROOT) for path in sorted((ROOT / "tests").rglob("*.py"))]


def planted(tmp_path: Path, name: str, text: str) -> Source:
    """A file that breaks a rule, so that the rule is seen to notice."""
    path = tmp_path / "ngoaivu" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Source(path, tmp_path)


def committed() -> list[Path]:
    """Every file in the repository or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
