"""Finding «tìm»: texts by their words, with or without diacritics, and facts by their number.

A text must hold every word asked for. The title comes before the body, a phrase before scattered words, whole words before
parts of words, and the shorter title first: an indicator before its variants.
"""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length, Substr

from ngoaivu.core.vietnamese import fold, nfc
from ngoaivu.portal import reading
from ngoaivu.publications.content import Fact
from ngoaivu.publications.editions import Edition, EditionText

MOST_WORDS = 8
MOST_SIGNS = 120
AROUND = 90  # signs shown on either side of the first hit
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?![\d.,])|(?<![\d.,])\d+(?:[.,]\d+)?(?![\d.,])")
SCALES = (0, 3, 6, 9)
UNDATED = ("series", "office", "procedure")  # their day is that of the register, not of what they speak of: no year filter offers them
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
    def words(self) -> list[str]:
        """The words to be found, without marks; English ones without their plural."""
        parts = [word for part in re.split(r"[^\w.,]+", fold(self.text)) if (word := part.strip(".,"))][:MOST_WORDS]
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
    """Every text that holds all the words."""
    rows = reading.texts(office, language)
    for word in query.words:
        rows = rows.filter(folded__contains=word)
    return rows


def narrowed(rows: QuerySet[EditionText], query: Query) -> QuerySet[EditionText]:
    """Those of the kind, section and year asked for."""
    if query.kind:
        rows = rows.filter(edition__kind=query.kind)
    if query.section:
        rows = rows.filter(edition__section=query.section)
    return rows.filter(edition__date__startswith=query.year).exclude(edition__kind__in=UNDATED) if query.year else rows


def ranked(rows: QuerySet[EditionText], query: Query) -> QuerySet[EditionText]:
    """The best first, with the words of each for the sentence that is shown."""
    phrase = Q(folded__regex=_alone(r"[^a-z0-9]+".join(query.patterns)))
    scattered = Q()
    for pattern in query.patterns:
        scattered &= Q(folded__regex=_alone(pattern))
    ranks = (Q(title__contains=query.text) & phrase, Q(edition__kind="office") & phrase, Q(words__contains=query.text) & phrase, phrase, scattered)
    rank = Case(*(When(held, then=Value(spot)) for spot, held in enumerate(ranks)), default=Value(len(ranks)), output_field=IntegerField())
    whole = rows.defer(None).defer("folded", "edition__text")
    return whole.annotate(rank=rank, length=Length("title")).order_by("rank", "-edition__date", "length", "-edition_id")


def _alone(pattern: str) -> str:
    """An expression for a pattern that no letter or digit touches, as both databases read it."""
    return f"(^|[^a-z0-9])({pattern})($|[^a-z0-9])"


@dataclass(frozen=True)
class Counts:
    """How many hits there are of each kind, section and year."""

    groups: list[tuple[tuple[str, str, str], int]]

    def by(self, column: int) -> Counter[str]:
        """What each value of a column (0 kind, 1 section, 2 year) would leave; no value is no choice."""
        found: Counter[str] = Counter()
        for group, number in self.groups:
            found[group[column]] += number
        found.pop("", None)
        return found

    def left(self, query: Query) -> int:
        """How many are left when the query's own kind, section and year are applied."""
        chosen = (query.kind, query.section, query.year)
        return sum(number for group, number in self.groups if all(not want or want == has for want, has in zip(chosen, group, strict=True)))


def counted(rows: QuerySet[EditionText]) -> Counts:
    """All hits, counted in one statement."""
    grouped = rows.order_by().annotate(year=Substr("edition__date", 1, 4)).values_list("edition__kind", "edition__section", "year")
    told = grouped.annotate(number=Count("pk"))
    return Counts([((kind, section, "" if kind in UNDATED else year), number) for kind, section, year, number in told])


def marked(text: str, words: list[str], around: int = AROUND) -> list[tuple[str, bool]]:
    """The stretch of a text around its first hit, in pieces: (words, whether they were asked for)."""
    folded, origin = _folded(text)
    first = min((spot for word in words if (spot := folded.find(word)) >= 0), default=0)
    start, end = max(0, first - around), min(len(folded), first + 2 * around)
    start = 0 if start == 0 else folded.find(" ", start) + 1
    end = len(folded) if end == len(folded) else folded.rfind(" ", start, end)
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)")
    made, spot = [("… " if start else "", False)], start
    for hit in pattern.finditer(folded, start, max(end, start)):
        made += [(text[origin[spot] : origin[hit.start()]], False), (text[origin[hit.start()] : origin[hit.end()]], True)]
        spot = hit.end()
    made.append((text[origin[spot] : origin[max(end, spot)]] + ("" if end >= len(folded) else " …"), False))
    return [(piece, hit) for piece, hit in made if piece]


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without marks, and for each of its signs (and its end) the sign of the text it came from."""
    signs = [(sign, spot) for spot, letter in enumerate(text) for sign in fold(letter)]
    return "".join(sign for sign, _spot in signs), [spot for _sign, spot in signs] + [len(text)]


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
