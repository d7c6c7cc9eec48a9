"""Figures, claims, tasks and bare mentions of the article: what is no record of a room."""

from collections.abc import Iterator
from typing import Any

from ngoaivu.core.changes import Writer
from ngoaivu.core.models import Territory
from ngoaivu.demonstration.article.reading import Entry, breakdown_of, entries, period_of, read, time_of
from ngoaivu.demonstration.article.shelf import Shelf
from ngoaivu.indicators.models import Claim, Observation

TASK = "nhiem-vu"
# Entries that are named in passing: neither counted nor dated, kept so that every name of the article is held.
MENTIONED = {
    "documents": ("picture", "term"),
    "office": ("body",),
    "community": ("school", "cohort", "group", "field"),
    "information": ("bulletin", "channel", "audience"),
}


def question_of(entry: Entry) -> dict[str, Any]:
    """What tells one observation from another: the indicator, the time and the part it speaks of."""
    stood = time_of(entry.get("as_of", "~"))
    return {
        "indicator": entry["indicator"],
        "period": entry.get("kept_as", ""),
        "as_of_from": stood.earliest,
        "as_of_to": stood.latest,
        "breakdown": breakdown_of(entry),
    }


def observations(shelf: Shelf, writer: Writer) -> None:
    """Every figure as received, hedge and precision with it; totals stand before their parts in the file."""
    kept: dict[str, Observation] = {}
    for entry in read("observations")["observation"]:
        question = question_of(entry)
        row = Observation(
            **question,
            office=shelf.office,
            territory=Territory.objects.get(key=entry["territory"]),
            when_words=entry.get("when_words", ""),
            value=entry["value"],
            unit=entry["unit"] or "share",
            per=entry.get("per", ""),
            qualifier=entry["qualifier"],
            decimals=entry["decimals"],
            stage=entry["stage"],
            part_of=kept.get(entry.get("part_of", "")),
            citation=shelf.source(entry),
        )
        kept[entry["key"]] = shelf.put(writer, row, **question)


def claims(shelf: Shelf, writer: Writer) -> None:
    """What the article says without a figure, the tasks it sets, and what it names in passing."""
    indicators = {entry["key"]: entry["indicator"] for entry in read("observations")["observation"]}
    for entry in read("claims")["claim"]:
        _claim(shelf, writer, entry, indicators.get(entry.get("observation", ""), ""))
    for entry in read("tasks")["task"]:
        _claim(shelf, writer, entry | {"key": f"{TASK}-{entry['order']:02d}-{entry['key']}"})
    for entry in mentions():
        _claim(shelf, writer, entry)


def mentions() -> Iterator[Entry]:
    """Entries kept as a name with its sentence and nothing more."""
    yield from entries(read("aid"))
    for name, tables in MENTIONED.items():
        table = read(name)
        for part in tables:
            yield from (_credited(entry) for entry in entries(table[part]))
    yield from (entry for entry in read("places")["group"] if not Territory.objects.filter(key=entry["key"]).exists())


def _credited(entry: Entry) -> Entry:
    if "credit" not in entry:
        return entry
    return entry | {"vi": f"{entry['vi']} (ảnh: {entry['credit']})", "en": f"{entry['en']} (photograph: {entry['credit']})"}


def _claim(shelf: Shelf, writer: Writer, entry: Entry, indicator: str = "") -> None:
    row = Claim(
        office=shelf.office,
        territory=shelf.office.territory,
        code=entry["key"],
        indicator=indicator,
        period=period_of(entry.get("when", "~")),
        when_words=entry.get("when_words", ""),
        statement_vi=entry["vi"],
        statement_en=entry["en"],
        citation=shelf.source(entry),
    )
    shelf.put(writer, row, code=row.code)
