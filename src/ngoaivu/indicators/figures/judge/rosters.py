"""Names under a title that counts them «tiêu đề đếm số đơn vị»: "Six communes join …" above "the communes of A, B, C, D and E"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..model import Finding, Mention
from ..vocabulary import vocabulary
from .evidence import Evidence
from .facts import Fact

_MOST, _FAR, _READ = 12, 4, 420  # names; names that may be missing; characters of the text
_NAME = r"[A-ZĐÀ-Ỹ][\w'’-]*(?: [A-ZĐÀ-Ỹ][\w'’-]*){0,3}"


def check_rosters(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A title that counts places or schools, where the first sentence names more or fewer."""
    title = [fact for fact in facts if fact.figure.end <= title_end]
    counted = [fact for fact in title if fact.figure.kind == "count" and 2 <= fact.value <= _MOST and fact.figure.hedge == "exact"]
    if len(counted) != 1:
        return
    figure = counted[0].figure
    noun = evidence.lower[figure.start : min(title_end, figure.end + 24)]
    if not evidence.has("named_places", noun):
        return
    start, end = evidence.bounds(evidence.sentence(title_end + 1))
    sentence = evidence.text[start : min(end, start + _READ)]
    same = [m for m in evidence.mentions_in(start, end) if m.is_figure and m.value == figure.value and m.unit == figure.unit]
    if same or evidence.has("roster_open", sentence.lower()):
        return
    runs = [re.findall(_NAME, run.group()) for run in _runs(evidence.lang).finditer(sentence)]
    longest = max((names for names in runs if len(names) > 1), key=len, default=None)
    if longest and not any(len(names) == counted[0].value for names in runs) and abs(len(longest) - int(counted[0].value)) <= _FAR:
        shown = f"{len(longest)} ({', '.join(longest)})"
        yield evidence.found("names_listed", [Mention("", figure.start, figure.end, "count")], text=figure.text, listed=shown)


@cache
def _runs(lang: str) -> re.Pattern[str]:
    """Names in a row, of which the last is joined by a word; between them may stand what they are: "cùng hai huyện"."""
    words = vocabulary(lang)["judge"]
    kinds = "|".join(sorted(words.get("place_kinds", ("(?!)",)), key=len, reverse=True))
    joins = "|".join(words.get("roster_joins", ("and",)))
    return re.compile(
        rf"{_NAME}(?:, (?:(?:{kinds}) )?{_NAME}){{0,11}},? (?:{joins}) (?:(?:{kinds}) )?{_NAME}(?: (?:{joins}) (?:(?:{kinds}) )?{_NAME})?"
    )
