"""Finding «tìm»: texts by their words, with or without diacritics, and facts by their number.

A text must hold every word asked for, as a word or, from three letters on, as the beginning of one; never inside a word. Words typed
with marks are found as they are spelled, each whole. First comes an indicator whose name or alias is asked, then a title, a phrase,
scattered words; a long page stands below a short one that holds all the words, beginnings of words come later, the table of the
article last. A day, month or year asked is one a text names or is dated in.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Length, Substr

from ngoaivu.core.vietnamese import fold, nfc
from ngoaivu.portal import reading, terms
from ngoaivu.portal.letters import LETTER, alone, begun
from ngoaivu.portal.terms import Term
from ngoaivu.publications.content import Fact
from ngoaivu.publications.editions import Edition, EditionText
from ngoaivu.publications.indexing import YEARS

MOST_SIGNS = 120
QUOTES = "\"'“”‘’«» "
BEGINNING = 3  # letters: a shorter word is looked for as a whole word alone
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?![\d.,])|(?<![\d.,])\d+(?:[.,]\d+)?(?![\d.,])")
POINTED = re.compile(r"\d+[.,](?!\d{3}$)\d+")
SCALES = (0, 3, 6, 9)
UNDATED = ("series", "office", "procedure")  # their day is that of the register, not of what they speak of
LONG = ("report", "trace")
PAIR = 2  # words: two syllables are as a rule one Vietnamese word, and apart mean something else
BEGUN, BEHIND = 99, 100  # ranks: only beginnings of words; the table of the article, which speaks of everything


@dataclass(frozen=True)
class Query:
    """What a reader asks: the line as typed, the kind, section and year it is narrowed to. `spelt`: words typed with marks are meant so."""

    text: str
    kind: str = ""
    section: str = ""
    year: str = ""
    language: str = "vi"
    spelt: bool = True

    @cached_property
    def whole(self) -> bool:
        """Whether the words were typed with marks, each to its end."""
        line = self.text.casefold()
        return fold(line) != line

    @property
    def marked(self) -> bool:
        """Whether the words are looked for as they are spelled."""
        return self.spelt and self.whole

    @cached_property
    def _asked(self) -> terms.Asked:
        line = self.text.casefold() if self.marked else fold(self.text)
        return terms.asked(line, self.language, marked=self.marked)

    @property
    def terms(self) -> list[Term]:
        """The words and days to be found, without the years beside them."""
        return self._asked.terms

    @property
    def meant(self) -> list[Term]:
        """The terms, and what texts call that which is asked by another name: to be marked, not to be found."""
        return [*self.terms, *terms.called(fold(self.text), self.language)]

    @property
    def years(self) -> list[str]:
        """The years asked for, where something else is asked besides."""
        return self._asked.years

    @property
    def undated(self) -> str:
        """The line without its days: what is left may hold numbers."""
        return self._asked.undated

    @property
    def words(self) -> list[str]:
        """The words to be found, without marks; English ones without their plural."""
        return [term.word or term.typed for term in self.terms]

    @property
    def column(self) -> str:
        """The column they are looked for in."""
        return "spelt" if self.marked else "folded"

    def pattern(self, term: Term) -> str:
        """An expression for the whole term in that column."""
        return term.spelt if self.marked else term.plain

    @property
    def patterns(self) -> list[str]:
        """One for each word; for each day where nothing else is asked, for a text of that day need not name it."""
        return [self.pattern(term) for term in self.terms if term.word] or [self.pattern(term) for term in self.terms]


def asked(text: str, kind: str = "", section: str = "", year: str = "", language: str = "vi") -> Query:
    """A query from an address, cut to what a search can bear."""
    return Query(nfc(text)[:MOST_SIGNS].strip(QUOTES), kind, section, year if year.isdigit() else "", language)


def matching(office: str, language: str, query: Query) -> QuerySet[EditionText]:
    """Every text that holds all the words, and speaks of the days and years asked for."""
    rows = reading.texts(office, language)
    for term in query.terms:
        rows = rows.filter(_of_day(query, term)) if not term.word else _with(rows, query, term)
    for year in query.years:
        rows = rows.filter(_of(year) | Q(folded__regex=alone(year)))
    return rows


def _with(rows: QuerySet[EditionText], query: Query, term: Term) -> QuerySet[EditionText]:
    pattern = query.pattern(term)
    held = begun(pattern) if len(term.word) >= BEGINNING and not query.whole else alone(pattern)
    return rows.filter(folded__contains=term.word).filter(**{f"{query.column}__regex": held})


def _of_day(query: Query, term: Term) -> Q:
    """Texts that name a day or month, or are dated in it."""
    named = Q(**{f"{query.column}__regex": alone(query.pattern(term))})
    dated = Q(edition__date__startswith=term.since) & ~Q(edition__kind__in=UNDATED)
    return named | dated if term.since else named


def _of(year: str) -> Q:
    """Texts of a year: dated in it or, of an indicator, with a value for it."""
    dated = Q(edition__date__startswith=year) & ~Q(edition__kind__in=UNDATED)
    return dated | Q(edition__kind="series", folded__regex=rf"[|]#[0-9 ]*{year}[0-9 ]*[|]")


def narrowed(rows: QuerySet[EditionText], query: Query) -> QuerySet[EditionText]:
    """Those of the kind, section and year asked for."""
    if query.kind:
        rows = rows.filter(edition__kind=query.kind)
    if query.section:
        rows = rows.filter(edition__section=query.section)
    return rows.filter(_of(query.year)) if query.year else rows


def ranked(rows: QuerySet[EditionText], query: Query) -> QuerySet[EditionText]:
    """The best first, with the words of each for the sentence that is shown."""
    behind = When(edition__kind="trace", then=Value(BEHIND))
    told = (When(held, then=Value(spot)) for spot, held in enumerate(_ranks(query)))
    rank = Case(behind, *told, default=Value(BEGUN), output_field=IntegerField())
    whole = rows.defer(None).defer("edition__text")
    return whole.annotate(rank=rank, length=Length("title")).order_by("rank", "-edition__date", "length", "-edition_id")


def _ranks(query: Query) -> Iterator[Q]:
    """What makes a text a better hit, the best first."""

    def held(expression: str) -> Q:
        return Q(**{f"{query.column}__regex": expression})

    joined = rf"[^{LETTER}|]+".join(query.patterns)
    phrase, scattered = held(alone(joined)), Q()
    for pattern in query.patterns:
        scattered &= held(alone(pattern))
    series, short = Q(edition__kind="series"), ~Q(edition__kind__in=LONG)
    within = "".join(f"(?=[^|]*(?<![{LETTER}])(?:{pattern})(?![{LETTER}]))" for pattern in query.patterns)
    named, typed = series & held(rf"[|]{within}[^|]*[|]"), query.text
    yield series & held(rf"[|]{joined}[|]")
    yield series & held(rf"^[|]{joined}(?![{LETTER}])")
    yield Q(title__contains=typed) & phrase
    yield Q(edition__kind="office") & phrase
    if len(query.patterns) > PAIR:
        yield named
    yield held(rf"^[|][^|]*(?<![{LETTER}]){joined}(?![{LETTER}])")
    if len(query.patterns) <= PAIR:
        yield from (kind & how for kind in (short, ~short) for how in (Q(words__contains=typed) & phrase, phrase))
        yield named
    for kind in (short, ~short):
        yield kind & Q(words__contains=typed) & phrase
        yield kind & phrase
        yield kind & scattered


@dataclass(frozen=True)
class Counts:
    """How many hits there are of each kind, section and set of years; an indicator has every year it has a value for."""

    groups: list[tuple[tuple[str, str, tuple[str, ...]], int]]

    def by(self, column: int) -> Counter[str]:
        """What each value of a column (0 kind, 1 section, 2 year) would leave; no value is no choice."""
        found: Counter[str] = Counter()
        for group, number in self.groups:
            told = group[column]
            for value in (told,) if isinstance(told, str) else told:
                found[value] += number
        found.pop("", None)
        return found

    def left(self, query: Query) -> int:
        """How many are left when the query's own kind, section and year are applied."""
        return sum(
            number
            for (kind, section, years), number in self.groups
            if query.kind in ("", kind) and query.section in ("", section) and (not query.year or query.year in years)
        )


def counted(rows: QuerySet[EditionText]) -> Counts:
    """All hits, counted in one statement: dated texts together, indicators one by one, for each has years of its own."""
    own = Case(When(edition__kind="series", then=F("folded")), default=Value(""), output_field=TextField())
    grouped = rows.order_by().annotate(year=Substr("edition__date", 1, 4), own=own).values_list("edition__kind", "edition__section", "year", "own")
    return Counts([((kind, section, _years(kind, year, own)), number) for kind, section, year, own, number in grouped.annotate(number=Count("pk"))])


def _years(kind: str, year: str, folded: str) -> tuple[str, ...]:
    if kind == "series":
        return tuple(found[-1].split()) if (found := YEARS.findall(folded)) else ()
    return () if kind in UNDATED else (year,)


def numbers(text: str, language: str) -> list[Decimal]:
    """The numbers of a query, read with the language's marks: «2,73», «18.019»; a mark that parts no thousands is a point in any language."""
    group = "." if language == "vi" else ","
    told = (_plain(one, "" if POINTED.fullmatch(one) else group) for one in NUMBER.findall(text))
    return [Decimal(one) for one in told if one.count(".") <= 1]


def _plain(number: str, group: str) -> str:
    """A number without the marks between its thousands, its point a point."""
    return number.replace(group, "").replace(",", ".")


def facts(office: str, values: list[Decimal]) -> list[tuple[Edition, str, Fact]]:
    """The facts of indicators and reports with one of these values, at whatever scale it was typed; one statement."""
    wanted = {value.scaleb(scale).normalize() for value in values for scale in SCALES}
    written = Q()
    for value in sorted(wanted):
        written |= Q(text__contains=f'"value":"{value:f}"') | Q(text__contains=f'"value":"{value:f}.')
    rows = reading.whole(office, ("series", "report")).filter(written) if wanted else []
    seen: set[tuple[str, str, str]] = set()
    found = []
    for edition in sorted(rows, key=lambda row: row.kind, reverse=True):  # an indicator's own page before a report
        for key, fact in edition.content["facts"].items():
            mark = (fact["code"], fact["period"], fact["value"])
            if Decimal(fact["value"]) in wanted and mark not in seen:
                seen.add(mark)
                found.append((edition, key, fact))
    return found
