"""Filling «điền số»: patterns with tokens become stored rich text: figures bound, names tied to records, times in words.

Tokens: {fig CODE …}, {when CODE …}, {names WINDOW … in=PERIOD on=DAY} (what may lie in the period, what ran on the day),
{record CODE|words}, {record CODE show=when|countries}, {claim CODE|words}, {report NAME}. All figures of one text are asked in one run.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.core import changes, period
from ngoaivu.indicators import declared
from ngoaivu.indicators.facts import Fact, Missing, breakdown
from ngoaivu.indicators.members import COUNTRIES, member_words
from ngoaivu.publications import prose, records, richtext, times
from ngoaivu.publications.binding import BindingError, Bound, settings_of, words
from ngoaivu.publications.frames import Frame
from ngoaivu.publications.neighbours import Answers
from ngoaivu.publications.refreshing import ask, missing

TOKEN = re.compile(r"\{(fig|when|names|record|claim|report) ([^{}]+)\}")
FIGURES = ("fig", "when")
MODELS = "title_learned"  # how models are listed, whose titles are all common nouns


class Filler:
    """Fills patterns within a frame at one registry position."""

    def __init__(self, frame: Frame, patterns: Sequence[str], revision: int | None = None) -> None:
        self.frame = frame
        self.revision = changes.latest() if revision is None else revision
        asked = [self._bound(rest) for text in patterns for kind, rest in TOKEN.findall(text) if kind in FIGURES and "=top:" not in rest]
        self.known: Answers = ask(asked, self.revision, frame.office)
        self._by_kind: dict[str, Callable[[str, str], tuple[str, bool]]] = {
            "fig": self._figure,
            "when": self._when,
            "names": self._names,
            "record": self._record,
            "claim": self._record,
            "report": self._report,
        }

    def fill(self, pattern: str, language: str) -> tuple[str, bool]:
        """The stored rich text of a pattern, its first letter a capital, and whether everything it names is there."""
        whole, parts, end = True, [], 0
        for found in TOKEN.finditer(pattern):
            parts.append(escape(pattern[end : found.start()], quote=False))
            text, there = self._by_kind[found[1]](found[2], language)
            parts.append(text)
            whole &= there
            end = found.end()
        parts.append(escape(pattern[end:], quote=False))
        return _capital("".join(parts)), whole

    def all_zero(self, pattern: str) -> bool:
        """Whether a pattern has figures and every one of them is zero: nobody reports at length what there was not."""
        asked = [self._bound(rest).question for kind, rest in TOKEN.findall(pattern) if kind == "fig" and "=top:" not in rest]
        found = [self.known[question] for question in asked]
        return bool(found) and all(isinstance(one, Fact) and one.value == 0 for one in found)

    def _bound(self, token: str) -> Bound:
        code, settings = settings_of(token)
        return self.frame.bind(code, settings)

    def _figure(self, token: str, language: str) -> tuple[str, bool]:
        if "=top:" in token:
            return self._largest(token, language)
        bound = self._bound(token)
        found = self.known[bound.question]
        if isinstance(found, Missing):
            return richtext.figure(bound.marks(), missing(bound.question.code, language)), False
        return richtext.figure(bound.marks(), str(words(bound, found, language))), True

    def _largest(self, token: str, language: str) -> tuple[str, bool]:
        """The largest members of a breakdown with their values: «Nhật Bản (12), Hàn Quốc (9) và Lào (7)»."""
        code, settings = settings_of(token)
        dimension, _colon, top = settings.pop("by").partition(":top:")
        whole = self.frame.bind(code, settings)
        found = sorted(breakdown(whole.question, dimension, revision=self.revision), key=lambda fact: (-fact.value, fact.question.by))[: int(top)]
        told = [self._member(fact, dimension, settings, language) for fact in found]
        return (prose.listed(told, language), True) if told else (richtext.gap(missing(code, language)), False)

    def _member(self, fact: Fact, dimension: str, settings: dict[str, str], language: str) -> str:
        member = dict(fact.question.by)[dimension]
        bound = self.frame.bind(fact.question.code, settings | {"by": f"{dimension}:{member}", "style": "number"})
        self.known[bound.question] = fact
        name = member_words(fact.definition, dimension, member)[language]
        name = prose.place(name, language) if dimension in COUNTRIES else prose.lowered(name)
        return f"{escape(name, quote=False)} ({richtext.figure(bound.marks(), str(words(bound, fact, language)))})"

    def _when(self, token: str, language: str) -> tuple[str, bool]:
        found = self.known[self._bound(token).question]
        if isinstance(found, Missing):
            return "…", False
        return escape(times.adverb(found, language), quote=False), True

    def _names(self, token: str, language: str) -> tuple[str, bool]:
        name, where = settings_of(token)
        show, limit = where.pop("show", "title"), int(where.pop("limit", "100"))
        within = period.parse(self.frame.period_of(where.pop("in"))) if "in" in where else None
        window = name.rpartition(".")[2]
        day = self.frame.day() if where.pop("on", "") else None
        found = records.named(window, where, self.frame.office, self.revision, records.Within(within, day))
        if not found:
            return _no_record(name, language), False
        once: dict[str, tuple[str, Any]] = {}  # what bears one name is named once, the same in every language
        for key, row in found:
            once.setdefault(records.name_of(row, "vi", show), (key, row))
        named = [
            (key, prose.within(records.name_of(row, language, show), language, common=show == MODELS)) for key, row in list(once.values())[:limit]
        ]
        return prose.listed([richtext.record(key, text) for key, text in named], language), True

    def _record(self, token: str, language: str) -> tuple[str, bool]:
        code, bar, text = token.partition("|")
        code, _space, setting = code.partition(" ")
        found = records.coded(code.strip(), self.frame.office, self.revision)
        if found is None:
            return _no_record(code.strip(), language), False
        key, row = found
        if bar:
            return richtext.record(key, text), True
        if setting == "show=when":
            return escape(times.adverb_of_record(row, language), quote=False), True
        if setting == "show=countries":
            countries = [prose.place(country, language) for country in records.countries_of(row, language)]
            return escape(prose.listed(countries, language), quote=False), True
        raise BindingError(_("{record %(token)s} must give words after a bar, or show=when or show=countries.") % {"token": token})

    def _report(self, token: str, language: str) -> tuple[str, bool]:
        return escape(self.frame.told(token.strip())[language], quote=False), True


def _no_record(wanted: str, language: str) -> str:
    """The visible gap where nothing is held that could be named; it blocks publishing."""
    with translation.override(language):
        return richtext.gap(_("[no record: %(window)s]") % {"window": wanted})


def _capital(text: str) -> str:
    """A sentence begins with a capital, also when it begins with a time or a link."""
    found = re.match(r"(?:<[^>]*>)*", text)
    start = found.end() if found else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def known_codes(patterns: Sequence[str]) -> set[str]:
    """The indicators some patterns name, each of which must be declared."""
    codes = {settings_of(rest)[0] for text in patterns for kind, rest in TOKEN.findall(text) if kind in FIGURES}
    for code in sorted(codes):
        declared.find(code)
    return codes
