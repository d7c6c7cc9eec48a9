"""Quoted words «lời của nguồn»: an English page gives the sense of a source's Vietnamese words, and the words where a figure is explained."""

import re
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from ngoaivu.core.vietnamese import fold
from ngoaivu.portal.wording import dated, say

ASIDE = re.compile(r" \(|; |, nguồn viết ")
IN_TEXT = re.compile(r", (?:trong văn bản năm|in an undated text of) (\d{4})")
YEAR = re.compile(r"(?:19|20)\d\d")
QUOTED = re.compile(r"(“[^”]*”)")
OWN = re.compile(r"(?<!as the source puts it) \((“[^”]*”)\)")  # behind the sense of them; where no sense is known the words stay


def when(words: Any, language: str) -> str:
    """The time of a fact or record; in another language its sense alone, and Vietnamese words without one marked as such."""
    told = sense(words, language)
    if language == "vi" or "“" not in told:
        return told
    return format_html_join("", "{}", ((_part(part),) for part in QUOTED.split(told) if part))


def sense(words: Any, language: str) -> str:
    """The same as plain text."""
    told = say(words, language)
    return told if language == "vi" else OWN.sub("", told)


def brief(words: Any, language: str) -> str:
    """The same for a line of a list: the year or day itself, without what the source says of it."""
    told = ASIDE.split(sense(words, language))[0]
    text = IN_TEXT.search(told)
    if text is None:
        return told
    years = YEAR.findall(told[: text.start()])
    return dated(years[-1], language) if years else _("in a text of %(year)s") % {"year": text[1]}


def own(words: Any, language: str) -> str:
    """The source's own words for a time, where the page tells their sense instead; marked as Vietnamese."""
    found = OWN.search(say(words, language)) if language != "vi" else None
    return _part(found[1]) if found else ""


def _part(part: str) -> str:
    quoted = QUOTED.fullmatch(part) and fold(part) != part.lower()
    return format_html('<span lang="vi">{}</span>', part) if quoted else part
