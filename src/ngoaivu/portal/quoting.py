"""Quoted words «lời của nguồn»: on an English page a source's own words stay Vietnamese, and say so to whoever listens to the page."""

import re
from typing import Any

from django.utils.html import format_html, format_html_join

from ngoaivu.core.vietnamese import fold
from ngoaivu.portal.wording import say

QUOTED = re.compile(r"(“[^”]*”)")


def when(words: Any, language: str) -> str:
    """The time of a fact or record, its quoted Vietnamese words marked where the page is in another language."""
    told = say(words, language)
    if language == "vi" or "“" not in told:
        return told
    return format_html_join("", "{}", ((_part(part),) for part in QUOTED.split(told) if part))


def _part(part: str) -> str:
    quoted = QUOTED.fullmatch(part) and fold(part) != part.lower()
    return format_html('<span lang="vi">{}</span>', part) if quoted else part
