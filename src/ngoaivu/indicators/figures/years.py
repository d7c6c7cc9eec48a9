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
    if not (0 < int(day[:3]) <= 31 and 0 < int(month[:3]) <= 12) or lex.units.match(low, i + 3) or low[i + 3] in lex.scales:
        return None
    named = not lex.sets["day_openers"].isdisjoint(low[max(0, i - 8) : i])
    if not named and (mark == "-" or _divides(tokens, i, lex)):
        return None
    text = tokens.text[tokens.start[i] : tokens.end[i + 2]]
    return Dated(i, i + 3, "date", Period(text))


def _divides(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether "1/5" is a part of something rather than a day."""
    low = tokens.low
    before = low[i - 1] if i else ""
    hedged = i > 0 and lex.left.match_back(low, i - 1, max(0, i - 4)) is not None
    noun = low[i + 3].isalpha() and low[i + 3] not in lex.sets["not_parted"]
    return int(low[i]) < int(low[i + 2]) and (hedged or noun or before in lex.sets["fraction_openers"])


def _round(word: str) -> bool:
    return word.endswith("00")
