"""Glossary «bảng thuật ngữ»: docs/glossary.md, made from the first lines of docstrings, so that code and words cannot part.

`python -m ngoaivu.config.glossary` writes it; a test proves it fresh. Sources are read, not imported: no database is needed.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ngoaivu.core import vietnamese

PACKAGE = Path(__file__).resolve().parents[1]
TARGET = Path("docs") / "glossary.md"
TERM = re.compile(r"(?P<english>[^«»]+?) «(?P<vietnamese>[^«»]+)»(?P<meaning>.*)")
HEAD = """# Glossary «bảng thuật ngữ»

Generated from the docstrings of the code by `make glossary`; do not edit. A word is explained where it is defined.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """Entry «mục từ»: an English term, its Vietnamese, what it means, and the class and module that define it."""

    english: str
    vietnamese: str
    meaning: str
    name: str
    module: str

    @property
    def room(self) -> str:
        """The storey, or the room of the registry, it belongs to."""
        parts = self.module.split(".")
        return "/".join(parts[1:3] if parts[1] == "registry" else parts[1:2])


def entries(package: Path = PACKAGE) -> Iterator[Entry]:
    """Every public class whose docstring begins with an English and a Vietnamese term."""
    for path in sorted(package.rglob("*.py")):
        module = ".".join(path.relative_to(package.parent).with_suffix("").parts)
        if "migrations" not in path.parts:
            yield from _classes(ast.parse(path.read_text(encoding="utf-8")), module)


def glossary(package: Path = PACKAGE) -> str:
    """The text of docs/glossary.md: storeys from A to Z, in each the terms in Vietnamese alphabetical order."""
    found = sorted(entries(package), key=lambda entry: (entry.room, vietnamese.sort_key(entry.vietnamese), entry.name))
    return HEAD + "".join(_table(room, list(group)) for room, group in groupby(found, key=lambda entry: entry.room))


def main() -> None:
    """Write the glossary of the working tree."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(glossary(), encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")


def _classes(tree: ast.Module | ast.ClassDef, module: str, outer: str = "") -> Iterator[Entry]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            name = f"{outer}{node.name}"
            line = (ast.get_docstring(node) or "").partition("\n")[0]
            if found := TERM.match(line):
                yield Entry(found["english"].strip(), found["vietnamese"], found["meaning"].lstrip(":., ").strip(), name, module)
            yield from _classes(node, module, f"{name}.")


def _table(room: str, group: list[Entry]) -> str:
    rows = [f"| {one.vietnamese} | {one.english} | {one.meaning.replace('|', chr(92) + '|')} | `{one.name}` |" for one in group]
    return "\n".join([f"\n## {room}\n", "| Tiếng Việt | English | Meaning | In the code |", "| --- | --- | --- | --- |", *rows, ""])


if __name__ == "__main__":
    main()
