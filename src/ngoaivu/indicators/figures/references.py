"""Numbers whose noun stands elsewhere «số không kèm danh từ»: "Số dự án là 131", "131 dự án, trong đó 98 đã hoạt động"."""

from __future__ import annotations

from .ages import is_age
from .attested import opened_whole, valued
from .lexicon import Lexicon, Unit
from .members import ahead, dated_head, explained, gathered, named_part, of_these, periodic, resembling, rowed, told_aside, voted
from .nouns import numbering, plural_behind, unit_at
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_EDGES = frozenset({BREAK, TAB, ".", ";", "|", "?", "!"})
_FULL_STOPS = frozenset({BREAK, TAB, ".", "|", "?", "!"})
_REACH = 14
_MILLION = 6  # from here on a bare number is money
_COMPARED = 5
_OPENING = 3


def refer(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives bare counts, and growth by a bare count, the noun of their clause or of the whole they are part of."""
    whole: Draft | None = None
    main: Draft | None = None  # the last whole that does not stand in brackets
    previous: Draft | None = None
    for n, draft in enumerate(drafts):
        before, previous = previous, draft
        if draft.kind == "count" and draft.unit is not None:
            whole = whole if draft.carried else draft
            main = main if main is not None and tokens.low[draft.first - 1] == "(" else whole
            continue
        amount = draft.amount
        if draft.kind == "money" and amount is not None and amount.unit is None:
            _people(tokens, draft, whole, ahead(tokens, drafts, n), lex)
            whole = draft if draft.kind == "count" else whole  # type: ignore[comparison-overlap]
            continue
        bare = amount is not None and amount.unit is None and amount.power < _MILLION
        if not bare or draft.kind not in ("count", "growth"):
            continue
        if draft.kind == "count" and is_age(tokens, before, draft, lex):
            draft.kind, draft.unit = "measure", "year"
        elif not _named_behind(tokens, draft, whole, lex):
            draft.unit = _near(tokens, draft, lex) or dated_head(tokens, drafts, n, lex) or _afar(tokens, drafts, n, before, whole, main, lex)
            if draft.kind == "count" and draft.unit is not None and whole is None:
                whole = draft


def _named_behind(tokens: Tokens, draft: Draft, whole: Draft | None, lex: Lexicon) -> bool:
    """Whether a noun the vocabulary lacks follows: the number counts that, and nothing said elsewhere."""
    if not _noun_follows(tokens, draft.last, lex):
        return False
    others = tokens.low[draft.last] in lex.sets["elliptic_nouns"]
    inside = _bracketed(tokens, draft.first, whole) or gathered(tokens, draft.first, lex) is not None
    return not (inside or others or opened_whole(tokens, whole, draft, lex))


def _near(tokens: Tokens, draft: Draft, lex: Lexicon) -> str | None:
    """The noun its own clause gives a bare number."""
    return (
        explained(tokens, draft, lex)
        or named_part(tokens, draft.last, lex)
        or of_these(tokens, draft, lex)
        or _numbered(tokens, draft.first, lex)
        or gathered(tokens, draft.first, lex)
        or _counted(tokens, draft, lex)
        or _subject(tokens, draft, lex)
    )


def _afar(tokens: Tokens, drafts: list[Draft], n: int, before: Draft | None, whole: Draft | None, main: Draft | None, lex: Lexicon) -> str | None:
    """The noun of what was counted before it."""
    draft = drafts[n]
    return (
        _compared(tokens, before, draft, lex)
        or _moved(tokens, before, draft)
        or _parallel(tokens, before, draft, lex)
        or _elliptic(tokens, whole, draft, lex)
        or voted(tokens, whole, draft, lex)
        or resembling(tokens, drafts, n, lex)
        or _same(tokens, whole, draft, lex)
        or periodic(tokens, before, draft, lex)
        or (_same(tokens, before, draft, lex) if before is not whole else None)
        or (_elliptic(tokens, before, draft, lex) if before is not None and before.kind == "count" else None)
        or _part_of(tokens, main if draft.kind == "growth" else whole, draft, lex, _bracketed(tokens, draft.first, whole))
        or _pointed(tokens, whole, draft, lex)
        or (_pointed(tokens, before, draft, lex) if before is not None and before.kind == "count" and before.unit is not None else None)
        or rowed(tokens, drafts, n, lex)
        or told_aside(tokens, draft, lex)
    )


def _people(tokens: Tokens, draft: Draft, whole: Draft | None, code: str | None, lex: Lexicon) -> None:
    """A bare "1,2 triệu" behind a word for inhabitants or visitors is no money without a currency."""
    lead = tokens.low[max(0, draft.first - 8) : draft.first]
    code = _numbered(tokens, draft.first, lex) or code
    if code is None and whole is not None and whole.amount and whole.amount.power and not lex.sets["said_figures"].isdisjoint(lead):
        code = whole.unit
    if code is None and lex.sets["populations"].isdisjoint(lead):
        return
    named = next((lex.units.match([word, BREAK], 0) for word in reversed(lead) if word in lex.sets["populations"]), None)
    draft.kind, draft.unit = "count", code or (named[0].code if named and named[0].sort == "count" else "person")
    draft.flags = tuple(flag for flag in draft.flags if flag != "missing_unit")


def _noun_follows(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    word = tokens.low[j]
    if lex.words["noun_reach"]:
        return word == "-" or plural_behind(tokens, j, lex) is not None
    if tokens.capital(j) and tokens.text[tokens.start[j] + 1 : tokens.end[j]].islower():
        return False
    return word.isalpha() and word not in lex.sets["function_words"] and word not in lex.sets["after_bare"]


def _numbered(tokens: Tokens, first: int, lex: Lexicon) -> str | None:
    """The noun behind "số" or "number of" to the left, inside the clause."""
    low = tokens.low
    for k in range(first - 1, max(0, first - _REACH) - 1, -1):
        if low[k] in _EDGES or (low[k] == "," and low[k + 1] not in lex.sets["reached"]):
            return None
        if low[k] in lex.sets["numbers_behind"] and k:
            found = lex.units.match(low, k - 1)
            return str(found[0].code) if found and found[1] == k and found[0].sort == "count" else None
        if low[k] not in lex.sets["numberers"] or (k and low[k - 1] in lex.sets["not_numberers"]):
            continue
        start = k + 2 if low[k + 1] in lex.sets["label_openers"] else k + 1
        found = unit_at(tokens, start, lex) or lex.units.match(low, start)
        if found is None and lex.words["noun_reach"]:
            found = lex.units.match(low, start + 1)
        if found and found[0].sort == "count" and found[1] <= first:
            return str(found[0].code)
    return None


def _elliptic(tokens: Tokens, sibling: Draft | None, draft: Draft, lex: Lexicon) -> str | None:
    """ "4 dự án của Hàn Quốc, 3 của Nhật Bản": the noun is left out beside the same preposition, or behind a hedge."""
    if sibling is None or draft.first - sibling.last > _REACH:
        return None
    low = tokens.low
    clear = _EDGES.isdisjoint(low[sibling.last : draft.first])
    alike = low[draft.last] in lex.sets["prepositions"] and low[draft.last] in low[sibling.last : draft.first]
    alike = alike or (clear and draft.hedge != "exact") or _peoples(tokens, sibling, draft)
    return sibling.unit if alike and low[draft.first - 1] in lex.sets["list_words"] else None


def _same(tokens: Tokens, sibling: Draft | None, draft: Draft, lex: Lexicon) -> str | None:
    """ "Bus 3 carried 45 children and Bus 4 carried 38.": the noun is not said again at the end of a clause."""
    if sibling is None or sibling.kind != "count" or draft.kind != "count":
        return None
    low, verb = tokens.low, tokens.low[draft.first - 1]
    told = (verb in lex.sets["equals"] or verb in lex.sets["valuers"]) and verb == low[sibling.first - 1]
    equal = told and (low[draft.last] in _EDGES or low[draft.last] == ",")
    if not (equal or valued(low, draft.first, lex)):
        return None
    between = low[sibling.last : draft.first]
    return sibling.unit if len(between) <= _REACH and _FULL_STOPS.isdisjoint(between) else None


def _parallel(tokens: Tokens, sibling: Draft | None, draft: Draft, lex: Lexicon) -> str | None:
    """ "renewed 39 cards, withdrew 14 and issued 1,150": one verb behind another, and the noun said once."""
    if sibling is None or draft.kind != "count" or sibling.kind != "count" or not 1 < draft.first - sibling.last < _COMPARED:
        return None
    between = tokens.low[sibling.last : draft.first]
    verbs = between[1:] if between[0] in lex.sets["name_joins"] else []
    told = bool(verbs) and all(word.isalpha() and (word not in lex.sets["function_words"] or word in lex.sets["pasts"]) for word in verbs)
    plain = told and not any(tokens.capital(k) for k in range(sibling.last, draft.first))
    behind = tokens.low[draft.last]
    ends = behind in _EDGES or any(behind in lex.sets[name] for name in ("name_joins", "particles"))
    ends = ends or (plain and verbs[-1].endswith("ed") and behind in lex.sets["prepositions"])  # "took in 90 files and returned 84 on time"
    return sibling.unit if plain and ends else None


def _peoples(tokens: Tokens, sibling: Draft, draft: Draft) -> bool:
    """ "5 chuyên gia Đức, 3 Nhật và 2 Úc": names of countries stand where the noun is left out."""
    near = draft.first - sibling.last < _COMPARED
    return near and tokens.capital(draft.last) and tokens.capital(draft.first - 2) and tokens.low[draft.first - 1] != "/"


def _moved(tokens: Tokens, sibling: Draft | None, draft: Draft) -> str | None:
    """ "stood at 41, down 4": a change right behind the value it changed counts the same."""
    if sibling is None or draft.kind != "growth" or sibling.kind != "count":
        return None
    return sibling.unit if tokens.low[sibling.last : draft.first] in ([","], [], ["("], ["và"], ["and"]) else None


def _compared(tokens: Tokens, sibling: Draft | None, draft: Draft, lex: Lexicon) -> str | None:
    """ "63 delegations, up from 48 a year earlier": the value it is compared with counts the same."""
    if sibling is None or sibling.kind not in ("count", "growth") or draft.first - sibling.last > _COMPARED:
        return None
    between = tokens.low[sibling.last : draft.first]
    clear = _EDGES.isdisjoint(between) and not any(word[0].isdecimal() for word in between)
    return sibling.unit if clear and between and between[-1] in lex.sets["back_to"] else None


def _bracketed(tokens: Tokens, first: int, whole: Draft | None) -> bool:
    """Whether the number stands in brackets right behind a whole: "17 cuộc họp (15 trực tiếp, 2 trực tuyến)"."""
    if whole is None or first - whole.last > _REACH:
        return False
    between = tokens.low[whole.last : first]
    return between[:1] == ["("] and ")" not in between


def _counted(tokens: Tokens, draft: Draft, lex: Lexicon) -> str | None:
    """What is counted, right before the number or its verb: "delegations up 17", "đoàn vào đạt 45"."""
    low, first = tokens.low, draft.first
    k = first - 1
    while k > max(0, first - 4) and low[k] in lex.sets["reach_verbs"]:
        k -= 1
    if (k == first - 1 and draft.kind == "count") or (tokens.capital(k) and k):
        return None
    for start in range(k, max(-1, k - 3), -1):
        found = lex.units.match(low, start)
        if found and found[0].sort == "count" and found[1] == k + 1:
            return None if _no_subject(tokens, start, found, lex) else str(found[0].code)
    return None


def _no_subject(tokens: Tokens, start: int, found: tuple[Unit, int], lex: Lexicon) -> bool:
    """Whether the noun before a verb is not what is counted: "the university at 25", "tỉnh có 46", "chiến tranh còn 40"."""
    if lex.words["noun_reach"]:
        return found[0].single
    if tokens.low[start] in lex.sets["level_words"] and found[1] == start + 1:
        return True
    before = tokens.low[start - 1] if start else BREAK
    compound = found[1] == start + 1 and before.isalpha() and not any(before in lex.sets[name] for name in ("function_words", "label_openers"))
    return compound or found[0].code in lex.sets["pair_units"]


def _subject(tokens: Tokens, draft: Draft, lex: Lexicon) -> str | None:
    """ "Visitors from Korea numbered 31,400": what the clause begins with, where its verb tells a value."""
    low, first = tokens.low, draft.first
    k = first - 1
    told = k > 0 and (low[k] in lex.sets["valuers"] or (draft.amount is not None and numbering(tokens, draft.amount.number.first, lex)))
    if not (told and lex.words["noun_reach"]):
        return None
    while k > max(0, first - _REACH) and low[k - 1] not in _EDGES and low[k - 1] != "," and not low[k - 1][0].isdecimal():
        k -= 1
    for start in range(k, min(k + _OPENING, first - 1)):
        if low[start] in lex.sets["gatherings"]:
            return "person"  # "the delegation will number 18"
        found = unit_at(tokens, start, lex)
        if found and found[1] <= first:
            return str(found[0].code) if found[0].sort == "count" and not found[0].single else None
    return None


def _pointed(tokens: Tokens, whole: Draft | None, draft: Draft, lex: Lexicon) -> str | None:
    """ "of which 120", "the other 145", "460 participants. There were 122 from agencies": a member of what was counted last."""
    if whole is None or draft.kind != "count" or draft.first - whole.last > _REACH:
        return None
    before = tokens.low[draft.first - 1]
    there = before in lex.sets["are"] and tokens.low[draft.first - 2] in lex.sets["there"] and tokens.low[draft.last] in lex.sets["prepositions"]
    there = there or (
        before == "(" and tokens.capital(draft.first - 2) and tokens.low[whole.first - 1] == "("
    )  # "Korea (29 projects, USD 4 million), Laos (17, USD 2 million)"
    there = there or tokens.low[draft.last] in lex.sets["elliptic_nouns"]  # "148 Taiwanese and 224 others"
    return whole.unit if there or before in lex.sets["of_which_ends"] or before in lex.sets["determiners"] else None


def _part_of(tokens: Tokens, whole: Draft | None, draft: Draft, lex: Lexicon, inside: bool) -> str | None:
    """The noun of the whole, where words like "trong đó" or a leading "of the" say that this is a part of it."""
    if whole is None or whole.value is None or draft.value is None:
        return None
    between = tokens.low[whole.last : draft.first]
    labelled = bool(between) and between[-1] == ":"
    listed = labelled and between[0] == BREAK and lex.of_which.match(tokens.low, whole.last + 1) is not None  # "Firms: 38\nOf which Japanese: 9"
    if len(between) > _REACH or not (_EDGES - {";"} if labelled else _EDGES).isdisjoint(between[listed:]):
        return None
    if draft.kind == "growth":
        return whole.unit
    planned = labelled and inside and between[-2] in lex.sets["planners"]  # "Delegations out: 21 (plan: 25)"
    if draft.value >= whole.value and not planned:
        return None
    lead = tokens.low[max(0, whole.first - 3) : whole.first]
    opened = any(lex.of_which.match(tokens.low, k) for k in (*range(whole.last, draft.first), draft.last))
    opened = opened or tokens.low[draft.last + 1] in lex.sets["partitives"]
    return whole.unit if opened or labelled or inside or not lex.sets["whole_openers"].isdisjoint(lead) else None
