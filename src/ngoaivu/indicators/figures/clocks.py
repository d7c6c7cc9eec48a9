"""Times of day «giờ trong ngày»: 16:10, 7h30, 14 giờ 30 phút, 9.30 a.m.; and hours that are none: "từ 5 giờ xuống còn 3 giờ"."""

from __future__ import annotations

import re
from bisect import bisect_left

from .heads import Heads, Plain, heads_of
from .lexicon import Lexicon, lexicon
from .tokens import Tokens

_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}(?: ?[ap]\.? ?m\b\.?)?|[0-9]{1,2} ?[hg](?:[0-9]{2})?(?![\w])", re.IGNORECASE)
_SPAN = re.compile(r"(?:[01]?[0-9]|2[0-4])[.][0-5][0-9] ?(?:-|–|to|đến) ?(?:[01]?[0-9]|2[0-4])[.][0-5][0-9](?![0-9%])")
_MERIDIEM = re.compile(r"[0-9]{1,2}(?:[.][0-5][0-9])? ?[ap]\.? ?m\b\.?", re.IGNORECASE)
_HOURS = re.compile(r"[0-2][0-9][.:][0-5][0-9] (?:hours|hrs)(?!\w)")
_SHIFT = 6  # words from one length of time to the next


def time_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """A time of day: 16:10, 7h30, 14 giờ 30 phút, 9.30 a.m."""
    low = tokens.low
    words = heads_of(lang)
    lex = lexicon(lang)
    priced = "." in low[i] and lex.money_before.match_back(low, i - 1, floor) is not None  # "USD 12.00-15.00"
    span = _SPAN.match(tokens.text, tokens.start[i]) if "." in low[i] and not priced else None
    if span:
        last = bisect_left(tokens.start, span.end())
        return None if low[last] in lex.scales or lex.units.match(low, last) else Plain(i, last, "structural")
    meridiem = _MERIDIEM.match(tokens.text, tokens.start[i])
    match = meridiem or _CLOCK.match(tokens.text, tokens.start[i])
    if match and (meridiem or ":" in match.group() or low[i].isdecimal()):
        last = bisect_left(tokens.start, match.end())
        return Plain(i, last, "structural") if tokens.end[last - 1] <= match.end() else None
    if _HOURS.match(tokens.lower, tokens.start[i]):
        return Plain(i, i + 2, "structural")
    if low[i + 1] not in words.hours or not low[i].isdecimal() or int(low[i][:3]) > 24:
        return None
    last = i + 2
    lasting = lex.units.match(low, i + 1)
    if (lasting and lasting[1] > last) or (i and low[last].isdecimal() and low[i - 1] in lex.sets["hours_long"]):
        return None  # "11 giờ đồng hồ", "bay mất 2 giờ 15 phút": how long
    if low[last] in words.minus and low[last + 1].isdecimal():
        return Plain(i, last + 2, "structural")
    if low[last].isdecimal() and low[last + 1] in words.parts:
        last += 2
    if _shifted(tokens, i, last, lex, words):
        return None
    timed = i > 0 and low[i - 1] in words.times  # also behind "7 giờ 30 đến", which ends with the word
    if last == i + 2 and len(low[last]) == 2 and low[last].isdecimal() and low[last] < "60" and (timed or low[i - 1] not in lex.sets["lasting"]):
        last += lex.units.match(low, last + 1) is None and low[last + 1] not in lex.scales and low[last + 1] != "%"
    return Plain(i, last, "structural") if timed or last > i + 2 or low[last] in words.parts else None


def _shifted(tokens: Tokens, i: int, last: int, lex: Lexicon, words: Heads) -> bool:
    """ "từ 5 giờ xuống còn 3 giờ": two lengths of time, of which one becomes the other."""
    low = tokens.low
    if not i or low[i - 1] not in lex.sets["range_openers"]:
        return False
    for k in range(last, last + _SHIFT):
        if low[k][0].isdecimal():
            return low[k + 1] in words.hours and not lex.sets["levels"].isdisjoint(low[last:k]) and low[k - 1] not in words.times
        if not low[k].isalpha():
            break
    return False
