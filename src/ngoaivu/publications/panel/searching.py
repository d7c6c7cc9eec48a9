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
from ngoaivu.publications.binding import BindingError, Bound
from ngoaivu.publications.judgement import holding
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.panel import suggesting
from ngoaivu.publications.panel.doors import Refused
from ngoaivu.publications.refreshing import ask

MOST = 20


def indicators(asked: str, marks: Mapping[str, str], page: AuthoredPage) -> list[dict[str, Any]]:
    """The indicators that fit some words, best first, each with its value for the time and breakdown asked for."""
    rules = ranked(asked, declared.declared().values())[:MOST]
    bounds = {rule.code: _bound(rule, marks, page) for rule in rules}
    known = ask(bounds.values(), changes.latest())
    return [_told(rule, bounds[rule.code], known[bounds[rule.code].question], page) for rule in rules]


def ranked(asked: str, rules: Iterable[Definition]) -> list[Definition]:
    """Those that hold every word asked for; the code itself first, then names that begin with the words, then names, then aliases."""
    words = fold(asked).split()
    scored = [(rank, rule.code, rule) for rule in rules if (rank := _rank(words, rule)) is not None]
    return [rule for _rank_, _code, rule in sorted(scored, key=lambda one: one[:2])]


def _rank(words: list[str], rule: Definition) -> int | None:
    names, aliases = _folded(rule)
    code = rule.code.casefold()
    if not words or " ".join(words) == code:
        return 0
    if not all(any(word in text for text in (code, *names, *aliases)) for word in words):
        return None
    if any(name.startswith(" ".join(words)) for name in names):
        return 1
    return next((rank for rank, texts in ((2, names), (3, aliases)) if any(all(word in text for word in words) for text in texts)), 4)


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
        "members": {},
    }
    if isinstance(found, Fact):
        return head | suggesting.told(bound, found, page.locale.language_code)
    return head | {"settings": bound.marks(), "text": "", "when": "", "token": "", "error": str(found)}


def documents(asked: str, office: Office) -> list[dict[str, str]]:
    """The documents of an office that may be quoted and hold every word asked for, newest first."""
    rows = SourceDocument.objects.filter(holding.citable(office))
    for word in fold(asked).split()[:10]:
        rows = rows.filter(search_text__contains=word)
    return [{"document": str(row.pk), "title": str(row), "when": _issued(row)} for row in rows.order_by("-issued_to", "sort_key")[:MOST]]


def _issued(row: SourceDocument) -> str:
    return row.issued_words or (f"{row.issued_to:%d/%m/%Y}" if row.issued_to else "")
