"""Finding «tìm»: texts by their words, with or without diacritics, and facts by their number.

A text must hold every word asked for, as a word or, from three letters on, as the beginning of one; never inside a word. First
comes an indicator whose name or alias is asked, then a title, a phrase, scattered words; a long page (report, article table)
stands below a short one that holds all the words, and beginnings of words come last. A year asked is the year a text speaks of.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Length, Substr

from ngoaivu.core.vietnamese import fold, nfc
from ngoaivu.portal import reading
from ngoaivu.publications.content import Fact
from ngoaivu.publications.editions import Edition, EditionText
from ngoaivu.publications.indexing import YEARS, asking

MOST_WORDS = 8
MOST_SIGNS = 120
BEGINNING = 3  # letters: a shorter word is looked for as a whole word alone
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?![\d.,])|(?<![\d.,])\d+(?:[.,]\d+)?(?![\d.,])")
YEAR = re.compile(r"(?:19|20)\d\d")
SCALES = (0, 3, 6, 9)
UNDATED = ("series", "office", "procedure")  # their day is that of the register, not of what they speak of
LONG = ("report", "trace")
PLURAL = "(?:s|es|y|ies)?"


@dataclass(frozen=True)
class Query:
    """What a reader asks: the line as typed, its words without marks, the kind, section and year it is narrowed to."""

    text: str
    kind: str = ""
    section: str = ""
    year: str = ""
    language: str = "vi"

    @property
    def _parts(self) -> list[str]:
        line = asking(fold(self.text), self.language)
        return [word for part in re.split(r"[^\w.,]+", line) if (word := part.strip(".,"))][:MOST_WORDS]

    @property
    def years(self) -> list[str]:
        """The years asked for, where something else is asked besides."""
        years = [part for part in self._parts if YEAR.fullmatch(part)]
        return years if len(years) < len(self._parts) else []

    @property
    def words(self) -> list[str]:
        """The words to be found, without marks and years; English ones without their plural."""
        parts = [part for part in self._parts if part not in self.years]
        return [singular(word) for word in parts] if self.language == "en" else parts

    @property
    def patterns(self) -> list[str]:
        """Each word as an expression for the whole word."""
        ending = PLURAL if self.language == "en" else ""
        return [re.escape(word) + ending for word in self.words]


def asked(text: str, kind: str = "", section: str = "", year: str = "", language: str = "vi") -> Query:
    """A query from an address, cut to what a search can bear."""
    return Query(nfc(text)[:MOST_SIGNS], kind, section, year if year.isdigit() else "", language)


def singular(word: str) -> str:
    """An English word without the ending of its plural, as the beginning all its forms share: «export», «countr»."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def matching(office: str, language: str, query: Query) -> QuerySet[EditionText]:
    """Every text that holds all the words, and speaks of the years asked for."""
    rows = reading.texts(office, language)
    for word, pattern in zip(query.words, query.patterns, strict=True):
        begun = f"(^|[^a-z0-9]){re.escape(word)}" if len(word) >= BEGINNING else _alone(pattern)
        rows = rows.filter(folded__contains=word).filter(folded__regex=begun)
    for year in query.years:
        rows = rows.filter(_of(year) | Q(folded__regex=_alone(year)))
    return rows


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
    rank = Case(*(When(held, then=Value(spot)) for spot, held in enumerate(_ranks(query))), default=Value(99), output_field=IntegerField())
    whole = rows.defer(None).defer("edition__text")
    return whole.annotate(rank=rank, length=Length("title")).order_by("rank", "-edition__date", "length", "-edition_id")


def _ranks(query: Query) -> Iterator[Q]:
    """What makes a text a better hit, the best first."""
    joined = r"[^a-z0-9|]+".join(query.patterns)
    phrase, scattered = Q(folded__regex=_alone(joined)), Q()
    for pattern in query.patterns:
        scattered &= Q(folded__regex=_alone(pattern))
    series, short = Q(edition__kind="series"), ~Q(edition__kind__in=LONG)
    within = "".join(f"(?=[^|]*(?<![a-z0-9]){pattern}(?![a-z0-9]))" for pattern in query.patterns)
    typed = query.text
    yield series & Q(folded__regex=rf"[|]{joined}[|]")
    yield Q(title__contains=typed) & phrase
    yield Q(edition__kind="office") & phrase
    yield series & Q(folded__regex=rf"[|]{within}[^|]*[|]")
    yield Q(folded__regex=rf"^[|][^|]*(?<![a-z0-9]){joined}(?![a-z0-9])")
    for kind in (short, ~short):
        yield kind & Q(words__contains=typed) & phrase
        yield kind & phrase
        yield kind & scattered


def _alone(pattern: str) -> str:
    """An expression for a pattern that no letter or digit touches, as both databases read it."""
    return f"(^|[^a-z0-9])({pattern})($|[^a-z0-9])"


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
    """The numbers of a query, read with the language's marks: «2,73», «18.019»."""
    point, group = (",", ".") if language == "vi" else (".", ",")
    return [Decimal(one.replace(group, "").replace(point, ".")) for one in NUMBER.findall(text) if one.replace(group, "").count(point) <= 1]


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
