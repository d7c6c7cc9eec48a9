"""Lists of phrases of the vocabulary «danh sách cụm từ», each as one expression."""

from __future__ import annotations

import re
from functools import cache

from ..vocabulary import vocabulary


@cache
def phrases(lang: str, words: str) -> re.Pattern[str]:
    """One expression for a list of phrases of the vocabulary; a language may lack a list."""
    ordered = sorted(vocabulary(lang)["judge"].get(words, ()), key=len, reverse=True)
    bounded = (("" if phrase[0] in ",;(" else r"(?<!\w)") + re.escape(phrase) for phrase in ordered)
    return re.compile("(?:" + "|".join(bounded) + r")(?!\w)") if ordered else re.compile("(?!)")
