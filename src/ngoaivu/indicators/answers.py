"""The words of question and answer: Question, Fact, Source, Row, Missing. No computing here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.utils import translation
from django.utils.functional import lazy

from ngoaivu.core.models import Territory
from ngoaivu.core.period import Period
from ngoaivu.indicators.definition import Definition, Words

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Question:
    """Question «câu hỏi»: an indicator, a territory, a period (flow) or a day (stock, ISO), members of dimensions.

    `year:` and `term:` are those of the indicator's own calendar. `boundaries` "today" asks for the ground the territory has
    today. `basis` "computed" or "received" insists on one; empty takes the received statistic first, then the count.
    """

    code: str
    territory: str
    period: str = ""
    on: str = ""
    by: tuple[tuple[str, str], ...] = ()
    boundaries: Literal["then", "today"] = "then"
    basis: Literal["", "computed", "received"] = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Source «nguồn»: a document and the place in it, or the registry itself."""

    document: Words
    place: Words
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Fact «dữ kiện»: a value with its two times, basis, qualifier, sources and the rows behind it.

    `value` is in base units (đồng, persons, 0.96 for 96 %). `decimals` is the power of ten it is written to, -7 for 2,73 tỷ.
    `as_of` is the day it stands for; `revision` the position of the registry. A computed share keeps its two parts.
    `digest` needs the database: ask `facts.digest(fact)`.
    """

    question: Question
    definition: Definition
    value: Decimal
    high: Decimal | None
    unit: str
    qualifier: str
    decimals: int
    stage: str
    basis: Literal["computed", "received"]
    per: str
    period: Period | None
    when_vi: str
    when_en: str
    as_of: date | None
    territory_name: Words
    ground: tuple[str, ...]
    span: tuple[date, date]
    sources: tuple[Source, ...]
    count: int
    unplaced: int
    revision: int
    notes: tuple[Words, ...] = ()
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def when(self) -> Words:
        """Its time as a reader reads it."""
        return {"vi": self.when_vi, "en": self.when_en}


@dataclass(frozen=True, slots=True)
class Row:
    """Row «bản ghi»: a record behind a fact, as far as it may be read."""

    key: str
    title_vi: str
    title_en: str
    when_vi: str
    when_en: str
    amount: str = ""  # what the record adds to a sum, a decimal


@dataclass(frozen=True, slots=True)
class RowsShown:
    """The rows behind a fact: how many there are, those shown, the sentence that says why others are not, how many may be read."""

    count: int
    shown: list[Row]
    why_not_vi: str = ""
    why_not_en: str = ""
    readable: int = 0


class Missing(LookupError):
    """No value: a sentence in both languages that says why, and what to do."""

    def __init__(self, make: Callable[[], str]) -> None:
        self.words = both(make)
        self.vi, self.en = self.words["vi"], self.words["en"]
        super().__init__(self.en if translation.get_language() == "en" else self.vi)


def worded(words: Words) -> Any:
    """Words that speak the language of the sentence they are put into."""
    return lazy(lambda: words["en" if translation.get_language() == "en" else "vi"], str)()


def grounds(keys: Iterable[str]) -> Any:
    """The names of some territories in the language of the sentence they are put into, with their keys: two of a line may bear one name."""
    found = {one.key: one for one in Territory.objects.filter(key__in=list(keys))}
    told = [
        {"vi": f"{found[key].name_vi} ({key})", "en": f"{found[key].name_en} ({key})"} if key in found else {"vi": key, "en": key} for key in keys
    ]
    return worded({language: ", ".join(one[language] for one in told) for language in LANGUAGES})


def both(make: Callable[[], str]) -> Words:
    """A sentence made in Vietnamese and in English."""
    made = {}
    for language in LANGUAGES:
        with translation.override(language):
            made[language] = make()
    return made
