"""Another land in title and text «tiêu đề một nước, nội dung một nước»: "Delegation from Korea" above "from Gunma Prefecture, Japan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import plain_words

_SHARED, _STEM = 2, 5  # words of the title that the text must have; letters that make them one
_WORD = re.compile(r"[^\W\d_]{2,}")


def check_lands(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """The one land of a title that the text never names, above a first sentence that names one other."""
    if not title_end:
        return
    title, body = list(_lands(evidence, 0, title_end)), list(_lands(evidence, title_end, len(evidence.text)))
    rest = evidence.lower[title_end:]
    start, end = evidence.bounds(evidence.sentence(title_end + len(rest) - len(rest.lstrip())))
    first = [one for one in body if start <= one[1] < end]
    names = {one[0] for one in title}
    if len(names) != 1 or len({one[0] for one in first}) != 1 or any(one[0] in names for one in body):
        return
    if _shared(evidence, title_end, start, end) and not evidence.has("lands_apart", evidence.lower[:end]):
        _, begin, stop = title[0]
        yield evidence.found(
            "title_body", [Mention("", begin, stop, "structural")], title=evidence.text[begin:stop], body=evidence.text[first[0][1] : first[0][2]]
        )


def _shared(evidence: Evidence, title_end: int, start: int, end: int) -> bool:
    plain, lands = plain_words(evidence.lang), _pattern(evidence.lang)
    texts = (lands.sub(" ", evidence.lower[:title_end]), lands.sub(" ", evidence.lower[start:end]))
    title, first = ({word[:_STEM] for word in _WORD.findall(text) if word not in plain} for text in texts)
    return len(title & first) >= _SHARED


def _lands(evidence: Evidence, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Lands and peoples, written as names; a word of one syllable may be another at the beginning of a sentence or in capitals."""
    known = vocabulary(evidence.lang)["judge"].get("lands", {})
    for match in _pattern(evidence.lang).finditer(evidence.lower, start, end):
        written = evidence.text[match.start() : match.end()]
        short = " " not in written and len(written) < _STEM
        if written[:1].isupper() and not (short and (_opens(evidence, match.start()) or written.isupper() != (match.group() in ("us", "uk", "eu")))):
            yield known[match.group()], match.start(), match.end()


def _opens(evidence: Evidence, place: int) -> bool:
    start, _ = evidence.bounds(evidence.sentence(place))
    return not evidence.text[start:place].strip()


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    lands = sorted(vocabulary(lang)["judge"].get("lands", ()), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, lands)) + r")(?!\w)") if lands else re.compile("(?!)")
