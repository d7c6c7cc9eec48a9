"""The data files of Tiền Giang as plain tables, their one grammar of time, and the names of places inside the article."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ngoaivu.core.period import ImpreciseDate

FOLDER = Path(__file__).parent.parent / "tien_giang"
Entry = dict[str, Any]
PARTS = {
    "đầu đề": "heading",
    "mở đầu": "opening",
    "chú thích ảnh": "picture caption",
    "nhiệm vụ": "tasks",
    "lời kết": "closing",
}


def read(name: str) -> dict[str, Any]:
    """The tables of one file."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def entries(value: Any) -> Iterator[Entry]:
    """Every table that has a key, at any depth, in the order of the file."""
    if isinstance(value, dict):
        if "key" in value:
            yield value
        for inner in value.values():
            yield from entries(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from entries(inner)


def time_of(text: str) -> ImpreciseDate:
    """The days a written time allows; a mark ~ leaves the narrowing to the source's own words."""
    return ImpreciseDate.parse(text.rstrip("~"))


def running_by(text: str) -> ImpreciseDate:
    """A start of which the source says only that it lay no later than the end of a written time."""
    return ImpreciseDate(None, time_of(text).latest)


def period_of(text: str) -> str:
    """The engine's written form of a time, empty where it has none."""
    bare = text.rstrip("~")
    if bare == "2015..2020":
        return "term:2015-2020"
    form = {4: "year", 7: "month", 10: "day"}.get(len(bare)) if ".." not in bare else None
    return f"{form}:{bare}" if form else ""


def breakdown_of(entry: Entry) -> str:
    """Canonical JSON of dimension and member."""
    return json.dumps(entry["breakdown"], ensure_ascii=False, sort_keys=True, separators=(",", ":")) if "breakdown" in entry else ""


def english_place(place: str) -> str:
    """«mục 4, câu 7» in English."""
    part, sentence = place.split(", câu ")
    return f"{PARTS.get(part) or part.replace('mục', 'section')}, sentence {sentence}"
