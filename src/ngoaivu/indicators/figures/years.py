"""Years and days without a word before them «năm, ngày viết trơn»: "(2019)", "Quốc tế Lao động 1/5"."""

from __future__ import annotations

from datetime import date

from .dates import Dated
from .lexicon import Lexicon
from .model import Period
from .tokens import Tokens


def year_at(tokens: Tokens, i: int, lex: Lexicon) -> Dated | None:
    """A bare year, unless it counts something: "(2019)" is a year, "2019 dự án" are projects."""
    word = tokens.low[i]
    if len(word) != 4 or not word.isdecimal() or not 1900 <= int(word) <= 2099:
        return None
    before, after = tokens.low[i - 1] if i else "", tokens.low[i + 1]
    counted = lex.units.match(tokens.low, i + 1) and not lex.not_units.match(tokens.low, i + 1)
    if counted and not (lex.words["noun_reach"] and not _round(word)):
        return None
    if after in lex.scales or after == "/" or lex.money_before.match_back(tokens.low, i - 1, max(0, i - 3)):
        return None
    if lex.left.match_back(tokens.low, i - 1, max(0, i - 4)) or before in lex.sets["not_before_year"]:
        return None
    year = int(word)
    return Dated(i, i + 1, "period", Period(word, date(year, 1, 1), date(year, 12, 31)))


def day_at(tokens: Tokens, i: int, lex: Lexicon) -> Dated | None:
    """A day and month without any word before it: "Quốc tế Lao động 1/5", "ngày Phụ nữ Việt Nam 20-10"."""
    low = tokens.low
    day, mark, month = low[i], low[i + 1], low[i + 2]
    if mark not in ("/", "-") or not (day.isdecimal() and month.isdecimal() and tokens.glued(i + 2)):
        return None
    if not (0 < int(day[:3]) <= 31 and 0 < int(month[:3]) <= 12) or _counts(low, i, lex):
        return None
    named = not lex.sets["day_openers"].isdisjoint(low[max(0, i - 8) : i])
    if not named and (mark == "-" or (_divides(tokens, i, lex) and not _bounds_time(low, i, lex))):
        return None
    text = tokens.text[tokens.start[i] : tokens.end[i + 2]]
    return Dated(i, i + 3, "date", Period(text))


def _counts(low: list[str], i: int, lex: Lexicon) -> bool:
    """Whether a noun or a scale behind makes "9/12" so many of so many; "đến 31/8 bảo tàng" cannot: no part is more than its whole."""
    j, before = i + 3, low[i - 1] if i else ""
    bound = before in lex.sets["time_bounds"] or before in lex.sets["loose_bounds"]
    day = (bound and int(low[i]) > int(low[i + 2])) or lex.not_units.match(low, j) is not None
    return low[j] in lex.scales or (not day and lex.units.match(low, j) is not None)


def _bounds_time(low: list[str], i: int, lex: Lexicon) -> bool:
    """ "kể từ 1/9 tăng phí", "sau 2/9 mở lại", "từ 01/7 áp dụng": a word for a bound of time, and no whole behind."""
    before, behind = low[i - 1] if i else "", low[i + 3]
    if behind in lex.sets["parted"] or behind in lex.sets["populations"] or behind in lex.sets["levels"]:
        return False
    led = low[i][0] == "0" or (i > 1 and low[i - 2] in lex.sets["bound_leads"])
    return before in lex.sets["time_bounds"] or (led and before in lex.sets["loose_bounds"])


def _divides(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether "1/5" is a part of something rather than a day."""
    low = tokens.low
    before = low[i - 1] if i else ""
    hedged = i > 0 and lex.left.match_back(low, i - 1, max(0, i - 4)) is not None
    noun = low[i + 3].isalpha() and low[i + 3] not in lex.sets["not_parted"]
    return int(low[i]) < int(low[i + 2]) and (hedged or noun or before in lex.sets["fraction_openers"])


def _round(word: str) -> bool:
    return word.endswith("00")
