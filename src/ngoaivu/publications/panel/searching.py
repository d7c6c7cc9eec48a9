"""Searching «tìm»: indicators by name, alias or code, with or without diacritics; documents that may be quoted."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes, period
from ngoaivu.core.vietnamese import fold
from ngoaivu.documents.models import SourceDocument
from ngoaivu.indicators import declared
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.facts import Fact
from ngoaivu.indicators.members import dimension_words
from ngoaivu.publications import quoting
from ngoaivu.publications.binding import BindingError, Bound
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.panel import members, suggesting
from ngoaivu.publications.panel.doors import Refused
from ngoaivu.publications.refreshing import ask

MOST = 20


def indicators(asked: str, marks: Mapping[str, str], page: AuthoredPage) -> list[dict[str, Any]]:
    """The indicators that fit some words, best first, each with its value and members for the time and breakdown asked for."""
    rules = ranked(asked, declared.declared().values())[:MOST]
    bounds = {rule.code: _bound(rule, marks, page) for rule in rules}
    position = changes.latest()
    known = ask(bounds.values(), position, page.office)
    held = members.of([(rule, bounds[rule.code].question) for rule in rules], position)
    told = [_told(rule, bounds[rule.code], known[bounds[rule.code].question], page) for rule in rules]
    return [one | {"members": held.get(one["code"], {})} for one in told]


def ranked(asked: str, rules: Iterable[Definition]) -> list[Definition]:
    """Those that hold every word asked for: by code or name, by alias, then names that begin so, names, aliases.

    Where none does, as with words taken out of a sentence, those that hold most of them.
    """
    words = fold(asked).split()
    counted = [(sum(_holds(rule, word) for word in words), rule) for rule in rules]
    most = max((count for count, _rule in counted), default=0)
    least = most if most == len(words) else most / 2
    found = [(-count, _rank(words, rule), rule.code, rule) for count, rule in counted if count >= least and (count or not words)]
    return [one[3] for one in sorted(found, key=lambda one: one[:3])]


def _holds(rule: Definition, word: str) -> bool:
    names, aliases = _folded(rule)
    return any(word in text for text in (rule.code.casefold(), *names, *aliases))


def _rank(words: list[str], rule: Definition) -> int:
    names, aliases = _folded(rule)
    asked = " ".join(words)
    if not asked:
        return 0
    exactly = ((rule.code.casefold(), *names), aliases)
    if (rank := next((rank for rank, texts in enumerate(exactly) if asked in texts), None)) is not None:
        return rank
    if any(name.startswith(asked) for name in names):
        return 2
    return next((rank for rank, texts in ((3, names), (4, aliases)) if any(all(word in text for word in words) for text in texts)), 5)


@cache
def _folded(rule: Definition) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(map(fold, rule.name.values())), tuple(fold(alias) for told in rule.aliases.values() for alias in told)


def _bound(rule: Definition, marks: Mapping[str, str], page: AuthoredPage) -> Bound:
    """The figure of an indicator: the time asked for as far as the indicator has such a time, else that of the text."""
    told = dict(marks) | {"fact": rule.code}
    stock = rule.kind is Kind.STOCK
    told.pop("period" if stock else "on", None)
    name, value = ("on", "on") if stock else ("period", "period")
    if name not in told and (own := _own_time(page)[value]):
        told[name] = own
    try:
        return Bound.read(told)
    except BindingError as error:
        raise Refused(str(error)) from error


def _own_time(page: AuthoredPage) -> dict[str, str]:
    """The time of a text: of a report its own; of any other the last year that had ended on its day."""
    if over := str(getattr(page, "period", "")):
        return {"period": over, "on": str(getattr(page, "on", "")) or period.parse(over).end.isoformat()}
    year = int(page.date[:4]) if page.date[:4].isdecimal() else timezone.localdate().year
    return {"period": f"year:{year}", "on": f"{year}-12-31"}


def _told(rule: Definition, bound: Bound, found: object, page: AuthoredPage) -> dict[str, Any]:
    language = "en" if get_language() == "en" else "vi"
    head = {
        "code": rule.code,
        "name": rule.name[language],
        "definition": rule.definition[language],
        "unit": rule.unit,
        "kind": str(rule.kind),
        "breakdowns": list(rule.dimensions),
        "dimensions": {name: dimension_words(rule, name)[language] for name in rule.dimensions},
    }
    if isinstance(found, Fact):
        return head | suggesting.told(bound, found, page.locale.language_code)
    return head | {"settings": bound.marks(), "text": "", "when": "", "token": "", "error": str(found)}


def documents(asked: str, office: Office) -> list[dict[str, str]]:
    """The documents of an office that may be quoted and hold every word asked for, newest first."""
    rows = quoting.citable(office)
    for word in fold(asked).split()[:10]:
        rows = rows.filter(search_text__contains=word)
    return [{"document": str(row.pk), "title": str(row), "when": _issued(row)} for row in rows.order_by("-issued_to", "sort_key")[:MOST]]


def _issued(row: SourceDocument) -> str:
    return row.issued_words or (f"{row.issued_to:%d/%m/%Y}" if row.issued_to else "")
