"""What stands around an amount «ngữ cảnh»: hedges, growth words, ratio words, ranks; and the words behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .heads import yearlike
from .lexicon import Lexicon
from .model import Hedge
from .tokens import BREAK, TAB, Tokens

_STOPS = frozenset({BREAK, TAB, ".", ";", "!", "?", "|", ":"})
_VERB = 14
_SENTENCE = 24
CLAUSE_STOPS = _STOPS | {",", "("}


@dataclass(slots=True)
class Left:
    """What the words before a number say; `first` is the word the figure begins with."""

    first: int
    hedged_first: int
    hedges: list[Hedge] = field(default_factory=list)
    growth: int = 0
    compare: int = 0
    ratio: str = ""
    rank: str = ""
    ranged: bool = False
    between: bool = False
    moved: int = 0
    level: bool = False
    based: bool = False


def left_of(tokens: Tokens, first: int, lex: Lexicon, floor: int) -> Left:
    """Reads leftwards from word `first`, innermost phrase first, over words that may stand between."""
    left = Left(first, first)
    k, steps, bridged = first - 1, 0, 0
    low = tokens.low
    bridges = lex.sets["bridges"]
    while steps < 9 and k >= floor:
        steps += 1
        found = lex.left.match_back(low, k, floor)
        if found is None or found[0][0] == "neutral":
            if found is not None or low[k] not in bridges or bridged > 3:
                break
            bridged += 1
            _bridge(low[k], lex, left)
            k -= 1
            continue
        (tag, meaning), start = found
        left.level = left.level or (tag == "growth" and low[k + 1] in lex.sets["thresholds"])  # "fell below 1 billion dong"
        if _compound(low, start, k, lex, left.first) or not _take(left, tag, meaning, start):
            break
        k = start - 1
        left.first = start
    if k < floor and floor > 2 and not left.growth and yearlike(low[floor - 1]):
        _than_year(tokens, floor - 2, lex, left)
    return left


def _compound(low: list[str], start: int, k: int, lex: Lexicon, first: int) -> bool:
    """Whether a hedge of one doubtful word is part of a longer noun: the "độ" of "khẩu độ" and "độ sâu trung bình".

    It hedges what stands right behind it; `first` is the first word known to belong to the figure.
    """
    if start != k or low[k] not in lex.sets["doubtful_hedges"]:
        return False
    if any(word not in lex.sets["range_openers"] for word in low[k + 1 : first]):
        return True
    before = low[k - 1] if k else BREAK
    return before.isalpha() and not any(before in lex.sets[name] for name in ("function_words", "reach_verbs", "bridges", "verbs"))


def _than_year(tokens: Tokens, k: int, lex: Lexicon, left: Left) -> None:
    """ "cao hơn năm 2022 là 410.000 USD": what is compared with is a year."""
    found = lex.left.match_back(tokens.low, k - 1, max(0, k - 4))
    if found and tokens.low[found[1]] in lex.sets["compare_openers"]:
        left.compare, left.based = (-1 if tokens.low[found[1]] in lex.sets["less_openers"] else 1), True


def _bridge(word: str, lex: Lexicon, left: Left) -> None:
    if word in lex.sets["levels"] and not left.growth:
        left.level = True
    if word in lex.sets["range_openers"]:
        left.ranged = True
        left.between = left.between or word in lex.sets["between_openers"]


def _take(left: Left, tag: str, meaning: str, start: int) -> bool:
    """Notes what a phrase says; False when it says nothing about this number."""
    if tag == "base":
        left.based = True
        return True
    if tag == "hedge":
        if left.growth or left.ratio or left.rank or left.based:
            return False
        if meaning not in left.hedges:
            left.hedges.append(meaning)  # type: ignore[arg-type]
        left.hedged_first = start
        return True
    if left.growth or left.compare or left.ratio or left.rank:
        return False
    if tag == "growth":
        sign = 1 if meaning.startswith("up") else -1
        if left.level and not meaning.endswith("noun"):
            left.moved = sign
            return False
        left.growth = sign
    elif tag == "compare":
        left.compare = 1 if meaning == "up" else -1
    elif tag == "ratio":
        left.ratio = meaning
    else:
        left.rank = meaning
    return True


def far_growth(tokens: Tokens, first: int, lex: Lexicon, floor: int) -> int:
    """Whether the clause speaks of growth before the figure: 1, of a fall: -1, or of neither: 0.

    "tăng trưởng kinh tế năm 2022 đạt 7,02%", "exceeded the plan by 12%", "nâng thu nhập thêm ít nhất 15%".
    """
    k = first - 1
    if _surpassed(tokens, k, lex, floor):
        return 1
    if k >= floor and (tokens.low[k] in lex.sets["percent_up"] or tokens.low[k] in lex.sets["percent_down"]):
        return 1 if tokens.low[k] in lex.sets["percent_up"] else -1
    way = moved_by(tokens.low, k, lex)
    if way:
        return way
    limit = max(floor, first - 12)
    while k >= limit and tokens.low[k] not in CLAUSE_STOPS - {"("}:
        if tokens.low[k] in lex.sets["growth_nouns"]:
            return 1
        k -= 1
    return 0


def moved_by(low: list[str], k: int, lex: Lexicon) -> int:
    """ "nâng mức hỗ trợ thêm 20%", "raised incomes by at least 15%", "wages by another 4%": how much a verb moved it."""
    again = k > 1 and low[k] in lex.sets["another"]
    while k > 0 and (low[k] in lex.sets["another"] or low[k] in lex.sets["by_articles"]):
        k -= 1
    if k < 1 or low[k] not in lex.sets["added"]:
        return 0
    for n in range(k - 1, max(-1, k - _VERB), -1):
        if low[n] in _STOPS:
            break
        if low[n] in lex.sets["cutters"] or low[n] in lex.sets["raisers"]:
            return -1 if low[n] in lex.sets["cutters"] else 1
    return int(again)


def _surpassed(tokens: Tokens, k: int, lex: Lexicon, floor: int) -> bool:
    low = tokens.low
    if k < floor or lex.sets["surpass"].isdisjoint(low[max(floor, k - 5) : k + 1]):
        return False
    return low[k] in lex.sets["by"] or lex.targets.match_back(low, k, floor) is not None


def compared_before(tokens: Tokens, first: int, lex: Lexicon) -> bool:
    """ "Compared with the same period last year, arrivals stood at 93.5%": the level reached, as a part of the earlier one."""
    low, k = tokens.low, first - 1
    if k < 1 or low[k] not in lex.sets["level_verbs"]:
        return False
    while k > 0 and first - k < _SENTENCE and low[k - 1] not in _STOPS:
        k -= 1
    words = low[k:first]
    if words[0] not in lex.sets["compared"] or "," not in words or not lex.sets["proportions"].isdisjoint(words):
        return False
    aside = words[: words.index(",")]
    return not lex.sets["compared_times"].isdisjoint(aside) or any(map(yearlike, aside))


def aged_before(low: list[str], first: int, lex: Lexicon) -> bool:
    """Whether a word for age stands right before, or before "from" or an average: "aged 18", "tuổi từ 18", "tuổi bình quân là 52"."""
    k = first - 1
    while k > 0 and (low[k] == ":" or any(low[k] in lex.sets[name] for name in ("range_openers", "average_openers", "age_links"))):
        k -= 1
    return k >= 0 and low[k] in lex.sets["aged"]


def limits_people(low: list[str], first: int, lex: Lexicon) -> bool:
    """Whether a number behind a limit stands behind a word for people, or that limit is an age: "children under six", "older than 22"."""
    if first < 2:
        return False
    if low[first - 2] in lex.sets["age_adjectives"] and low[first - 1] in lex.sets["comparisons"]:
        return True
    return low[first - 1] in lex.sets["age_limits"] and low[first - 2] in lex.sets["aged_people"]


@dataclass(slots=True)
class Right:
    """What the words behind a figure say; `last` grows only over a hedge that belongs to it."""

    last: int
    hedge: Hedge | None = None
    than: bool = False
    share: bool = False
    growth: int = 0
    times: bool = False
    margin: int = 0


def right_of(tokens: Tokens, last: int, lex: Lexicon) -> Right:
    """Reads up to a few words to the right, inside the clause."""
    right = Right(last)
    low = tokens.low
    aside = lex.asides.match(low, last)
    if aside:
        right.hedge, last = aside[0], aside[1]
    j, distance = last, 0
    if lex.right.absent(low[last : last + 7]):
        return right
    while distance < 7 and low[j] not in CLAUSE_STOPS and not low[j][0].isdecimal():
        found = lex.right.match(low, j)
        if found is None:
            j, distance = j + 1, distance + 1
            continue
        (tag, meaning), after = found
        _note(right, tag, meaning, distance, after, low[after][0].isdecimal() or low[after] in lex.sets["plain_numbers"])
        j, distance = after, distance + 1
    return right


def _note(right: Right, tag: str, meaning: str, distance: int, after: int, numbered: bool) -> None:
    """`numbered` tells that a number stands behind: "under 12 and over 65"."""
    if tag == "later":
        right.hedge = right.hedge or meaning  # type: ignore[assignment]
    elif tag == "hedge" and distance == 0 and not numbered:
        right.hedge, right.last = meaning, after  # type: ignore[assignment]
    elif tag == "than":
        right.than = True
    elif tag == "share" and distance < 5:
        right.share = True
    elif tag == "margin" and distance == 0:
        right.margin = 1 if meaning == "up" else -1
    elif tag == "times" and distance < 3:
        right.times = True
    elif tag == "growth" and distance < 2:
        right.growth = 1 if meaning == "up" else -1
