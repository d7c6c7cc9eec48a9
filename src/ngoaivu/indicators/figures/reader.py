"""Reading «đọc con số»: from a text to its mentions, in one walk over the words that can begin a figure.

Cost is linear: the text is cut into words once, and only around numerals and number words a bounded number of
neighbours is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import localcontext

from . import structure
from .attested import called_so, settle_names
from .carried import carry, distribute
from .classified import classify
from .clocks import time_at
from .codes import bare_code, code_at, mark_at
from .dates import Dated, dated_at
from .documents import document_at
from .echoed import echo_nouns
from .entries import count_entries
from .frequency import count_over
from .heads import Plain, ordinary
from .homonyms import choose_meanings
from .labels import label_units
from .ledgers import count_ledgers
from .lexicon import Lexicon, lexicon
from .listed import listed_at
from .model import DIGITS, FIGURE_KINDS, Mention
from .quantities import Draft, figure_at
from .references import refer
from .separators import settle_groups
from .series import share_units
from .spelled import ends_a_number
from .spoken import ordinal_at, parts_at, rank_again, rank_at, spoken_at
from .surroundings import Surroundings
from .tallies import count_tallies
from .titles import name_titles
from .tokens import Tokens, composed
from .years import day_at, year_at

_Recogniser = Callable[[Tokens, int, str, int], Plain | None]
_STRUCTURAL: tuple[_Recogniser, ...] = (
    document_at,
    structure.phone_at,
    structure.score_at,
    time_at,
    code_at,
    mark_at,
    structure.place_at,
    structure.name_at,
    structure.dotted_at,
)


def read(text: str, lang: str) -> list[Mention]:
    """Every figure and every other numeral of `text`, in order, not overlapping.

    Offsets are code points of the text as given. A text that is not NFC is composed for reading and the offsets
    are carried back, so `mention.text` is always `text[mention.start:mention.end]`.
    """
    source, places = composed(text)
    tokens = Tokens(source)
    lex = lexicon(lang)
    with localcontext(prec=DIGITS):
        drafts = _walk(tokens, lex)
        settle_groups(drafts, lex)
        choose_meanings(tokens, drafts, lex)
        classify(tokens, drafts, lex)
        echo_nouns(tokens, drafts, lex)
        share_units(tokens, drafts, lex)
        distribute(tokens, drafts, lex)
        label_units(tokens, drafts, lex)
        count_entries(tokens, drafts, lex)
        count_tallies(tokens, drafts, lex)
        carry(tokens, drafts, lex)
        refer(tokens, drafts, lex)
        count_over(tokens, drafts, lex)
        settle_names(tokens, drafts, lex)
        name_titles(tokens, drafts, lex)
        count_ledgers(tokens, drafts, lex)
    around = Surroundings(tokens, drafts, lex)
    mentions = [around.mention(draft) for draft in drafts]
    return mentions if places is None else [_carried(m, text, places) for m in mentions]


def _carried(mention: Mention, text: str, places: list[int]) -> Mention:
    start, end = places[mention.start], places[mention.end]
    return replace(mention, text=text[start:end], start=start, end=end)


def _walk(tokens: Tokens, lex: Lexicon) -> list[Draft]:
    drafts: list[Draft] = []
    floor = figure_floor = 0
    ranked = False
    low, words = tokens.low, lex.number_words
    for i in [k for k, word in enumerate(low) if "0" <= word < ":" or word in words]:
        if i < floor:
            continue
        again = rank_again(tokens, i, lex, drafts[-1]) if ranked else None
        if low[i] < ":":
            draft = again or _numeral(tokens, i, lex, floor, figure_floor)
        else:
            draft = again or _word(tokens, i, lex, floor, figure_floor)
        if draft is not None:
            drafts.append(draft)
            floor, ranked = draft.last, draft.kind == "rank"
            if draft.kind in FIGURE_KINDS:
                figure_floor = floor
    return drafts


def _numeral(tokens: Tokens, i: int, lex: Lexicon, floor: int, figure_floor: int) -> Draft | None:
    """What the digits at word `i` are; every digit of a text ends up in some mention."""
    lang = lex.lang
    listed = listed_at(tokens, i, lang, floor)
    if listed:
        return Draft(listed.first, listed.last, listed.kind)
    dated = dated_at(tokens, i, lang, floor)
    if dated:
        return _as_draft(dated)
    ranked = rank_at(tokens, i, lex, floor) or ordinal_at(tokens, i, lex, floor)
    if ranked:
        return ranked
    for recogniser in () if ordinary(tokens, i, lang, floor) else _STRUCTURAL:
        plain = recogniser(tokens, i, lang, floor)
        if plain:
            return Draft(plain.first, plain.last, plain.kind)
    plain_date = year_at(tokens, i, lex) or day_at(tokens, i, lex)
    if plain_date:
        return _as_draft(plain_date)
    figure = parts_at(tokens, i, lex, floor) or figure_at(tokens, i, lex, floor, figure_floor)
    return _loose(i) if figure is None or (figure.unit is None and figure.kind == "count" and bare_code(tokens.low[i])) else figure


def _loose(i: int) -> Draft:
    return Draft(i, i + 1, "structural")


def _as_draft(dated: Dated) -> Draft:
    return Draft(dated.first, dated.last, dated.kind, flags=dated.flags, period=dated.period)


def _word(tokens: Tokens, i: int, lex: Lexicon, floor: int, figure_floor: int) -> Draft | None:
    """A figure that begins with a word; most number words of a text count nothing."""
    if i > floor and ends_a_number(tokens.low, i, lex):
        return None
    following = tokens.low[i + 1]
    if following in lex.sets["calendar_words"]:
        dated = dated_at(tokens, i, lex.lang, floor)
        if dated:
            return _as_draft(dated)
    spoken = spoken_at(tokens, i, lex, floor) or parts_at(tokens, i, lex, floor)
    if spoken:
        return spoken
    if tokens.low[i] in lex.sets["ordinal_starts"]:
        rank = rank_at(tokens, i, lex, floor)
        if rank:
            return rank
    if not lex.words["noun_reach"] and not (lex.units.opens(following) or following in lex.speakable):
        return None
    return None if called_so(tokens, i, lex) else figure_at(tokens, i, lex, floor, figure_floor)
