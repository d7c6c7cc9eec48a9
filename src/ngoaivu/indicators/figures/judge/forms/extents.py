"""Sizes without a unit «số đo thiếu đơn vị»: "rộng 4,5 bên bờ sông", "lasts 18, from May", one line of a profile among measured ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding, Mention
from ..evidence import Evidence

_NUMBER = re.compile(r"\d[\d.,]*")
_PER = re.compile(r"(?:/ ?|(?<!\w)(?:a|per|each|mỗi|một) )[^\W\d_]+$")
_DIGITS = 4  # of a year
_YEARS = (1_900, 2_100)
_LARGE = 1_000
_SIBLINGS = 6  # lines above and below that may have a unit
_NEAR = 30  # characters to the last of several sizes
_SENTENCE = 240  # characters back to the opening of a sentence
_TIMES = ("year", "month", "week", "day", "hour", "minute", "quarter", "decade")


def check_extents(evidence: Evidence) -> Iterator[Finding]:
    """Bare numbers where only a measure can stand."""
    lines = _lines(evidence)
    for mention in evidence.mentions:
        if not is_number(mention):
            continue
        if _rated(evidence, mention):
            yield evidence.found("missing_unit", [mention], text=mention.text)
            continue
        named = mention.unit is not None
        if _sibling(evidence, mention, lines) or (not named and (_extends(evidence, mention) or _further(evidence, mention))):
            yield evidence.found("missing_unit", [mention], told="missing_measure", text=mention.text)


def is_number(mention: Mention) -> bool:
    """Digits alone, that are no year."""
    if mention.kind not in ("count", "structural") or mention.of is not None or not _NUMBER.fullmatch(mention.text):
        return False
    return not (len(mention.text) == _DIGITS and mention.text.isdecimal() and _YEARS[0] <= int(mention.text) <= _YEARS[1])


def _extends(evidence: Evidence, mention: Mention) -> bool:
    """Whether a word of extent stands right before, or behind, and nothing that could be counted."""
    before, behind = evidence.before(mention, 40).rstrip(), evidence.after(mention, 24)
    if evidence.ends_with("no_extents", before) or _shared(evidence, mention):
        return False
    described = re.fullmatch(r" (\w+)(?:[ ,;.].*)?", behind)
    if described and evidence.has("extents_behind", described[1]) and ends_here(evidence, behind[1 + len(described[1]) :]):
        return True
    if not ends_here(evidence, behind):
        return False
    covers = evidence.ends_with("covers", before) and ((mention.value or 0) >= _LARGE or evidence.ends_with("covers_ground", before))
    copula = evidence.ends_with("copulas", before) or evidence.ends_with("time_limits", before)
    told = copula and (evidence.has("extent_heads", re.split("[,;:]", before)[-1]) or _counted_from(evidence, mention, behind))
    return covers or told or evidence.ends_with("extents", before)


def _counted_from(evidence: Evidence, mention: Mention, behind: str) -> bool:
    """ "Thời hạn giải quyết hồ sơ xin phép tổ chức hội nghị, hội thảo là 15 kể từ khi": a time limit opens the sentence."""
    opening = evidence.before(mention, _SENTENCE).lstrip(" -+*•–\n")
    headed = evidence.starts_with("time_limits", opening) or evidence.ends_with("time_limits", opening.rstrip())
    return headed and evidence.starts_with("counted_from", behind.lstrip(" "))


def ends_here(evidence: Evidence, behind: str) -> bool:
    """Whether a clause ends or goes on without a noun."""
    words = behind.lstrip(" ")
    return not words or words[0] in ",;.)" or evidence.starts_with("no_noun", words) or evidence.starts_with("goes_on", words)


def _shared(evidence: Evidence, mention: Mention) -> bool:
    """ "Dài 12, rộng 8 m": the unit stands behind the last."""
    later = (m for m in evidence.mentions_in(mention.end, mention.end + _NEAR) if m.kind == "measure" and m.unit not in _TIMES)
    return any(evidence.ends_with("extents", evidence.before(measure, 12).rstrip()) for measure in later)


def _rated(evidence: Evidence, mention: Mention) -> bool:
    """ "150 USD/ngày, dịch cabin 250/ngày": the same rate as of the amount before, without its currency."""
    earlier = [m for m in evidence.near(mention, 60) if m.is_figure]
    if not earlier or earlier[-1].kind != "money" or not earlier[-1].per:
        return False
    rate = _PER.search(earlier[-1].text.lower())
    return rate is not None and evidence.after(mention, 24).lstrip().startswith(rate.group())


def _further(evidence: Evidence, mention: Mention) -> bool:
    """ "Cleared 4,200 by May, and another 650 hectares": what follows is more of the same."""
    later = [m for m in evidence.mentions_in(mention.end, mention.end + 100) if m.is_figure][:1]
    if not later or later[0].kind != "measure" or evidence.sentence(later[0].start) != evidence.sentence(mention.start):
        return False
    more = evidence.ends_with("furthers", evidence.before(later[0], 30).rstrip())
    return more and mention.kind == "count" and ends_here(evidence, evidence.after(mention, 24))


def _lines(evidence: Evidence) -> dict[int, Mention]:
    """The measures that are all their line says behind a label, by the number of the line."""
    found = {}
    for figure in evidence.figures:
        if figure.kind == "measure" and figure.unit not in _TIMES and _labelled(evidence, figure):
            found[evidence.sentence(figure.start)] = figure
    return found


def _labelled(evidence: Evidence, mention: Mention) -> str:
    """The label of a line that has nothing but this figure."""
    label, value = evidence.before(mention, 80), evidence.after(mention, 3).strip()
    return label.rstrip().rstrip(":|").strip(" -+*•–|") if label.rstrip().endswith((":", "|")) and value in ("", "|", ".", ";") else ""


def _sibling(evidence: Evidence, mention: Mention, lines: dict[int, Mention]) -> bool:
    """Whether the label names an extent, and lines beside have a unit."""
    label = _labelled(evidence, mention)
    number = evidence.sentence(mention.start)
    if not label or not any(n in lines for n in range(number - _SIBLINGS, number + _SIBLINGS + 1)):
        return False
    head = re.split(r" (?:of|with|from|to|for|between|in|at) ", label)[0]
    return evidence.starts_with("extent_labels", label) if evidence.words.get("head_first") else evidence.ends_with("extent_labels", head)
