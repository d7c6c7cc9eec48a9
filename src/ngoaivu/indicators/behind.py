"""The rows behind a fact: those a reader may see, the digest of all of them, and the fact in the shape editions freeze."""

import hashlib
from dataclasses import asdict
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.core import money, windows
from ngoaivu.core.levels import Reader, countable, visible
from ngoaivu.core.windows import Use
from ngoaivu.indicators import declared, glosses, times
from ngoaivu.indicators.answers import Fact, Row, RowsShown, both
from ngoaivu.indicators.compute import known_rows
from ngoaivu.indicators.definition import Definition, Kind, Words


def rows(fact: Fact, reader: Reader | None, *, start: int = 0, count: int = 50) -> RowsShown:
    """The records behind a fact that the reader may see by today's level, newest first, and the sentence why others are not."""
    if fact.basis == "received":
        why = both(lambda: _("A received statistic: it rests on the document named as its source, not on records of this registry."))
        return RowsShown(0, [], why["vi"], why["en"])
    counted = _counted(fact)
    seen = counted.filter(visible(reader, timezone.localdate(), "record__"))
    page = seen.order_by("-start_earliest", "-record_id")[start : start + count]
    shown = [_row(fact, row) for row in page]
    all_seen = len(shown) if not start and len(shown) < count else seen.count()
    why = _why_not(fact.count, all_seen)
    return RowsShown(fact.count, shown, why.get("vi", ""), why.get("en", ""), all_seen)


def digest(fact: Fact) -> str:
    """SHA-256 over the sorted record and revision numbers of every counted row; of a received fact, over its value and source."""
    if fact.basis == "received":
        told = f"{fact.definition.code} {fact.value:f} {[asdict(source) for source in fact.sources]}"
        return hashlib.sha256(told.encode()).hexdigest()
    pairs = _counted(fact).order_by("record_id").values_list("record_id", "rev_from")
    return hashlib.sha256("\n".join(f"{record} {revision}" for record, revision in pairs).encode()).hexdigest()


def content(fact: Fact, reader: Reader | None) -> dict[str, Any]:
    """The fact as editions hold it: plain JSON, decimals as strings, the rows the reader may see."""
    rule, behind = fact.definition, rows(fact, reader, count=200)
    told: dict[str, Any] = {
        "code": rule.code,
        "name": rule.name,
        "definition": rule.definition,
        "kind": str(rule.kind),
        "territory": fact.question.territory,
        "territory_name": fact.territory_name,
        "period": fact.period.name if fact.period else "",
        "breakdown": dict(fact.question.by),
        "when": fact.when,
        "value": f"{fact.value:f}",
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "decimals": fact.decimals,
        "stage": fact.stage,
        "basis": fact.basis,
        "sources": [_source(source) for source in fact.sources],
        "rows": _rows(behind),
        "unplaced": fact.unplaced,
        "digest": digest(fact),
    }
    if fact.high is not None:
        told["high"] = f"{fact.high:f}"
    if fact.per:
        told["per"] = fact.per
    told |= measuring(rule)
    if fact.notes:
        told["note"] = {language: " ".join(note[language] for note in fact.notes) for language in ("vi", "en")}
    return told


def _source(source: Any) -> dict[str, Any]:
    told = {"document": source.document, "place": source.place}
    return told | ({"address": source.address} if source.address else {})


def _rows(behind: RowsShown) -> dict[str, Any]:
    shown = [
        {"key": row.key, "title": {"vi": row.title_vi, "en": row.title_en}, "when": {"vi": row.when_vi, "en": row.when_en}}
        | ({"amount": row.amount} if row.amount else {})
        for row in behind.shown
    ]
    why = {"why_not": {"vi": behind.why_not_vi, "en": behind.why_not_en}} if behind.why_not_vi else {}
    more = {"readable": behind.readable} if behind.readable > len(shown) else {}
    return {"count": behind.count, "shown": shown} | why | more


def measuring(rule: Definition) -> dict[str, Any]:
    """How the value was measured, where it is not a plain count: what a share divides, what a sum adds, what may not be added over time."""
    told: dict[str, Any] = {}
    if rule.computed_share:
        told["divided"] = {"numerator": declared.find(rule.numerator).name, "denominator": declared.find(rule.denominator).name}
    if rule.kind is Kind.FLOW and (rule.measure.how == "distinct" or not rule.additive):
        told["adds"] = False
    if column := _summed(rule):
        told["measured"] = {"vi": column.label_vi, "en": column.label_en}
    return told


def _summed(rule: Definition) -> windows.Column | None:
    """The column an indicator sums, where it stands in the record itself."""
    if rule.measure.how != "sum" or not rule.counts:
        return None
    column = windows.get(rule.counts).columns[rule.measure.column]
    return None if "__" in column.path else column


def _rule(fact: Fact) -> Definition:
    """The definition whose rows stand behind a fact: a share's are those of its denominator."""
    return declared.find(fact.definition.denominator) if fact.definition.computed_share else fact.definition


def _counted(fact: Fact) -> QuerySet[Any]:
    """The versions a computed fact counted."""
    rule = _rule(fact)
    window = windows.get(rule.counts)
    found = known_rows(rule.counts, fact.ground, fact.revision).filter(countable(timezone.localdate(), "record__"))
    for column, allowed in rule.where.items():
        flag = window.columns[column].use is Use.FLAG
        found = found.filter(**{f"{window.columns[column].path}__in": [int(one) if flag else one for one in allowed]})
    for name, member in fact.question.by:
        found = found.filter(_member(window.columns[name], member))
    return found.filter(windows.surely_runs(fact.span[0], *rule.interval) if rule.kind is Kind.STOCK else _falls(rule, fact))


def _member(column: windows.Column, member: str) -> Q:
    same = Q(**{column.path: member})
    return same if member else same | Q(**{f"{column.path}__isnull": True})


def _falls(rule: Definition, fact: Fact) -> Q:
    """Rows whose day surely lies in the period.

    No earliest day is after its latest; said twice all the same, so that an index on the earliest is read from both ends.
    """
    first, last = fact.span
    return Q(**{f"{rule.time}_earliest__range": (first, last), f"{rule.time}_latest__lte": last})


def _row(fact: Fact, row: Any) -> Row:
    key = f"{windows.get(_rule(fact).counts).model._meta.label_lower}:{row.identity}"
    when = _when(row)
    return Row(key, row.title_vi, row.title_en or row.title_vi, when["vi"], when["en"], _amount(fact.definition, row))


def _amount(rule: Definition, row: Any) -> str:
    """What a record adds to a sum; empty where nothing is summed or the record gives no number."""
    column = _summed(rule)
    value = getattr(row, column.path, None) if column else None
    if column is None or value is None:
        return ""
    return f"{money.Money(value, rule.unit).amount:f}" if column.use is Use.MONEY else str(value)


def _when(row: Any) -> Words:
    dated = times.stretch(row.start_earliest, row.start_latest) if row.start_earliest and row.start_latest else None
    if row.when_words:
        written = "" if dated else times.written_in(row)
        own = times.own_words(row.when_words, written)
        return {"vi": own, "en": dated["en"] if dated else glosses.glossed(row.when_words, written)}
    return dated or both(lambda: _("day not known"))


def _why_not(count: int, seen: int) -> Words:
    if seen >= count:
        return {}
    names = {"count": count, "seen": seen, "hidden": count - seen}
    return both(lambda: _("Records counted: %(count)d; shown to you: %(seen)d; kept for the office's own use: %(hidden)d.") % names)
