"""The room of a meeting «phòng họp»: the guests are invited to one and asked to be in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence


def check_venues(evidence: Evidence) -> Iterator[Finding]:
    """A room to be in before the meeting begins that is not the one the meeting is in."""
    told = list(_pattern(evidence.lang, "venues_told").finditer(evidence.lower))
    for other in _pattern(evidence.lang, "presence_told").finditer(evidence.lower):
        earlier = [match for match in told if match.end() <= other.start()]
        start, end = evidence.bounds(evidence.sentence(other.start()))
        if not earlier or evidence.has("other_rooms", evidence.lower[start:end]):
            continue
        if {match["kind"] for match in earlier} == {other["kind"]} and other["room"] not in {match["room"] for match in earlier}:
            span = Mention("", other.start("kind"), other.end("room"), "structural")
            facts = {"one": _shown(evidence, earlier[0]), "other": _shown(evidence, other)}
            yield evidence.found("two_values", [span], **facts)


def check_said_places(evidence: Evidence) -> Iterator[Finding]:
    """ "The said booth, Hall B no. 171" of a text that told booth 117."""
    told = list(_pattern(evidence.lang, "places_told").finditer(evidence.lower))
    for other in _pattern(evidence.lang, "places_said").finditer(evidence.lower):
        earlier = [match for match in told if match.end() <= other.start() and match["kind"] == other["kind"]]
        if earlier and other["room"] not in {match["room"] for match in earlier}:
            span = Mention("", other.start(), other.end("room"), "structural")
            yield evidence.found("two_values", [span], one=_shown(evidence, earlier[-1]), other=evidence.text[other.start() : other.end("room")])


def _shown(evidence: Evidence, match: re.Match[str]) -> str:
    return evidence.text[match.start("kind") : match.end("room")]


@cache
def _pattern(lang: str, name: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get(name, "(?!)"))
