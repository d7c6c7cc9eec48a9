"""Published series «chuỗi số liệu đăng»: the edition of an indicator: definition, points, breakdowns, sources, public rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.core.days import day_of
from ngoaivu.core.history import known
from ngoaivu.core.levels import PUBLIC, visible
from ngoaivu.indicators import declared
from ngoaivu.indicators.definition import Definition
from ngoaivu.indicators.facts import Fact, Question, ask_many, breakdown, series
from ngoaivu.indicators.figures.writer import noun_of
from ngoaivu.indicators.members import dimension_words, member_words
from ngoaivu.indicators.models import Observation
from ngoaivu.indicators.received import members
from ngoaivu.publications.content import Edition
from ngoaivu.publications.sealing import rules, sealed_fact
from ngoaivu.publications.skeleton import clock, skeleton

Span = tuple[str, str]
COUNTRIES = {"vi": "quốc gia và vùng lãnh thổ", "en": "countries and territories"}


def compose(
    rule: Definition,
    office: Office,
    span: Span,
    *,
    revision: int | None = None,
    used: list[dict[str, str]] | None = None,
    section: str = "",
) -> Edition | None:
    """The content of an indicator's edition over some years, in the section it belongs to; None where it has no value at all."""
    position = changes.latest() if revision is None else revision
    points = (
        _received(rule, office, position)
        if office.excerpt
        else series(rule.code, office.territory.key, first=span[0], last=span[1], revision=position)
    )
    if not points:
        return None
    facts: dict[str, Any] = {f"f{number}": sealed_fact(fact) for number, fact in enumerate(points, start=1)}
    split = _split(rule, points[-1], facts, position)
    key = rule.code.replace(".", "-")
    latest = f"f{len(points)}"
    extra = {
        "code": rule.code,
        "kind": str(rule.kind),
        "unit": rule.unit,
        "unit_words": {language: unit_words(rule.unit, language) for language in ("vi", "en")},
        "aliases": {language: list(words) for language, words in rule.aliases.items()},
        "review": {
            "author": rule.review.author,
            "basis": rule.review.basis,
            "reviewed_on": rule.review.reviewed_on.isoformat(),
            "next_review": rule.review.next_review.isoformat(),
        },
        "latest": latest,
        "points": [{"fact": f"f{number}", "label": _label(fact)} for number, fact in enumerate(points, start=1)],
        "breakdowns": split,
        "where_used": used or [],
    }
    content = skeleton("series", key, office, position, date=day_of(at).isoformat() if (at := clock(position)) else "")
    member = facts[latest].get("member", {})  # what is known of one part alone is named after it
    for language in ("vi", "en"):
        title, lead = ": ".join(filter(None, (rule.name[language], member.get(language)))), rule.definition[language]
        content["texts"][language] = {"slug": key, "title": [{"text": title}], "lead": [{"text": lead}], "body": []}
    content |= {"section": section, "facts": facts, "extra": extra, "rules": rules(office, [rule])}
    return content


def compose_all(
    office: Office, span: Span, *, used: dict[str, list[dict[str, str]]] | None = None, sections: Mapping[str, str] | None = None
) -> Iterator[Edition]:
    """The editions of every indicator that has a value in the office, at one position; `sections`: beginning of a code -> section."""
    position = changes.latest()
    for rule in declared.declared().values():
        section = _section(rule.code, sections or {})
        if made := compose(rule, office, span, revision=position, used=(used or {}).get(rule.code), section=section):
            yield made


def _section(code: str, sections: Mapping[str, str]) -> str:
    """The section of an indicator: that of the longest beginning of its code; empty where none is given."""
    begun = [one for one in sections if f"{code}.".startswith(f"{one}.")]
    return sections[max(begun, key=len)] if begun else ""


def unit_words(unit: str, language: str) -> str:
    """What is counted, in words; empty for a share. Where places are counted, territories are named beside countries."""
    if not unit or unit == "share":
        return ""
    if unit == "country":
        return COUNTRIES[language]
    try:
        return noun_of(unit, language, single=False)
    except (KeyError, ValueError):
        return unit


def _label(fact: Fact) -> dict[str, str]:
    """A point's name under a chart: its year where it stands for one, else its time in full."""
    if fact.period is not None and fact.period.name.startswith(("year:", "admin-year:")):
        return dict.fromkeys(("vi", "en"), str(fact.period.end.year))
    if fact.basis == "computed" and fact.as_of is not None:
        return {"vi": f"{fact.as_of:%d/%m/%Y}", "en": f"{fact.as_of.day} {fact.as_of:%b} {fact.as_of.year}"}
    return dict(fact.when)


def _received(rule: Definition, office: Office, position: int) -> list[Fact]:
    """The statistics received, in the order of their times: an excerpt's rows must not be added up to a series."""
    rows = known(Observation, position).filter(visible(PUBLIC, timezone.localdate()), indicator=rule.code, territory=office.territory)
    told = list(rows.order_by("period", "as_of_to"))
    if any(not one.breakdown for one in told) or len({one.breakdown for one in told}) > 1:
        told = [one for one in told if not one.breakdown]  # else one part alone was received, and is what there is to tell
    asked = [
        Question(
            rule.code,
            office.territory.key,
            period=one.period,
            on="" if one.period else _last_day(one),
            by=tuple(sorted(members(one).items())),
            basis="received",
        )
        for one in told
    ]
    found = ask_many(list(dict.fromkeys(asked)), revision=position)
    return [fact for fact in found.values() if isinstance(fact, Fact)]


def _last_day(observation: Any) -> str:
    return observation.as_of_to.isoformat() if observation.as_of_to else ""


def _split(rule: Definition, latest: Fact, facts: dict[str, Any], position: int) -> list[dict[str, Any]]:
    """The breakdowns of the latest point; each member is a fact of its own."""
    told = []
    for dimension in rule.dimensions:
        if dimension in dict(latest.question.by):
            continue
        parts = []
        for fact in breakdown(latest.question, dimension, revision=position):
            key = f"f{len(facts) + 1}"
            facts[key] = sealed_fact(fact)
            parts.append({"label": member_words(rule, dimension, dict(fact.question.by)[dimension]), "fact": key})
        if parts:
            told.append({"name": dimension_words(rule, dimension), "members": parts})
    return told
