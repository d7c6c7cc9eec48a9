"""Reads the declarations of `definitions/*.toml`: one file each, judged before any is used."""

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.core import windows
from ngoaivu.indicators import ruling
from ngoaivu.indicators.definition import Definition, Kind, Measure, Review
from ngoaivu.indicators.ruling import Refused

FOLDER = Path(__file__).parent / "definitions"
# What changes a value; names, aliases and reviews do not.
COUNTING = ("code", "kind", "unit", "counts", "where", "measure", "time", "interval", "numerator", "denominator", "smallest", "source")

PLAIN = ("counts", "time", "calendar", "numerator", "denominator", "of", "additive", "smallest")
LISTS = ("breakdowns", "received_by", "interval")


class UnknownIndicator(LookupError):
    """A code that no declaration bears; the message names one alike."""


@cache
def declared() -> dict[str, Definition]:
    """Every definition by its code, in alphabetical order; read and judged once. Needs the rooms' windows registered."""
    return load(FOLDER)


def find(code: str) -> Definition:
    """The definition of a code, or a sentence that names the nearest ones."""
    if found := declared().get(code):
        return found
    start = code.split(".", maxsplit=1)[0]
    near = [known for known in declared() if known.startswith(start)] or list(declared())
    raise UnknownIndicator(
        _("No indicator has the code “%(code)s”. Near ones: %(near)s. `ngoaivu indicator list` shows all.")
        % {"code": code, "near": ", ".join(near[:6])}
    )


def text(code: str) -> str:
    """The declaration as it was written."""
    return (FOLDER / find(code).file).read_text("utf-8")


def load(folder: Path) -> dict[str, Definition]:
    """The definitions of a folder; Refused, naming file and remedy, at the first that breaks a rule."""
    made = [read(path) for path in sorted(folder.glob("*.toml"), key=lambda path: path.stem)]
    by_code = {one.code: one for one in made}
    for one in made:
        ruling.judge_together(one, by_code)
    return by_code


def read(path: Path) -> Definition:
    """One definition from its file."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise Refused(path.name, f"is no valid TOML ({error})", "Mend the line it names.") from error
    ruling.judge_shape(path, said)
    made = _made(path, said)
    ruling.judge(made)
    return made


def _made(path: Path, said: dict[str, Any]) -> Definition:
    rest: dict[str, Any] = {key: said[key] for key in PLAIN if key in said}
    rest |= {key: tuple(said[key]) for key in LISTS if key in said}
    rest["measure"] = Measure.parse(said.get("measure", "count"))
    return Definition(
        code=said["code"],
        kind=Kind(said["kind"]),
        unit=said["unit"],
        name=said["name"],
        definition=said["definition"],
        aliases={language: tuple(said["aliases"][language]) for language in ("vi", "en")},
        review=Review(**said["review"]),
        where={column: tuple(value) if isinstance(value, list) else (value,) for column, value in said.get("where", {}).items()},
        digest=_digest(said),
        file=path.name,
        **rest,
    )


def _digest(said: dict[str, Any]) -> str:
    """Sixteen hexadecimal digits of everything that decides a value: the rule and the columns of its window."""
    rule: dict[str, Any] = {key: said[key] for key in COUNTING if key in said}
    for window in windows.registered():
        if window.name == rule.get("counts"):
            rule["columns"] = {name: [column.use, column.path] for name, column in window.columns.items()}
    return hashlib.sha256(json.dumps(rule, sort_keys=True, default=str).encode()).hexdigest()[:16]
