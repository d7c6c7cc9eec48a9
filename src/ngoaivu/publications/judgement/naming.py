"""Named records «hồ sơ được nêu tên» in a text: how far the words under a record are the record's own, its title with its time if that follows."""

import re
from collections.abc import Iterator

from ngoaivu.accounts.models import Office
from ngoaivu.publications import records
from ngoaivu.publications.content import Row
from ngoaivu.publications.judgement.joined import Joined

Span = tuple[int, int]


def own_words(whole: Joined, office: Office, revision: int) -> dict[int, list[Span]]:
    """For each mark that names a record, by its place among the marks, where in the text the record's own words stand.

    A record answers for a figure in its title; for one its author typed over it, it answers as little as any link.
    """
    named = {number: dict(mark.piece.settings).get("key", "") for number, mark in enumerate(whole.marked) if mark.piece.kind == "record"}
    if not named:
        return {}
    held = records.described(set(named.values()), office, revision)
    return {number: list(_spans(whole, number, held[key])) for number, key in named.items() if key in held}


def _spans(whole: Joined, number: int, row: Row) -> Iterator[Span]:
    mark = whole.marked[number]
    for language in ("vi", "en"):
        title, when = re.escape(row["title"][language]), re.escape(row["when"][language])
        for found in re.finditer(rf"{title}(?: \({when}\))?", whole.text[mark.start : mark.end], re.IGNORECASE):
            yield mark.start + found.start(), mark.start + found.end()
