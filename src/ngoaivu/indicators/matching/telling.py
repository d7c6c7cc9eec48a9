"""The sentence of a verdict «lời báo cho cán bộ», in the language that is active."""

from decimal import Decimal
from typing import cast

from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.core import windows
from ngoaivu.indicators.answers import Fact
from ngoaivu.indicators.figures import Hedge, Mention, Written, write
from ngoaivu.indicators.matching.members import name_of as members_named
from ngoaivu.indicators.matching.verdicts import Fit, Judged

SHARE_DIGITS = 1


def sentence(mention: Mention, judged: Judged, nearest: Fit | None) -> str:
    """What an officer reads beside the figure."""
    text = {"text": mention.text}
    first = judged.first
    if first is None:
        return _unknown(mention, nearest)
    told = text | _named(first.fact)
    match judged.verdict, judged.why:
        case "supported", _why:
            return _("%(name)s, %(when)s: %(value)s.") % told
        case "ambiguous", _why:
            assert judged.other
            return _("Two facts fit “%(text)s” equally well and differ: %(one)s; %(other)s. Say in the text which of them is meant.") % (
                text | {"one": fact_words(first.fact), "other": fact_words(judged.other.fact)}
            )
        case "outdated", _why:
            return _outdated(told, judged)
        case "contradicted", "hedge":
            return _("The number agrees, but “%(text)s” claims something else: %(name)s, %(when)s, is %(value)s. Source: %(source)s.") % told
        case "contradicted", _why:
            return _contradicted(mention, told, judged)
        case _, "finer":
            return _("The registry has it only as %(value)s, with fewer digits than “%(text)s” shows: %(name)s, %(when)s.") % told
    return _unknown(mention, nearest)


def _unknown(mention: Mention, nearest: Fit | None) -> str:
    if mention.kind in ("growth", "rank", "measure"):
        return _("“%(text)s” compares or measures; no fact of the registry says it by itself.") % {"text": mention.text}
    if nearest is None:
        return _("No fact of the registry fits “%(text)s”.") % {"text": mention.text}
    return _("No fact surely fits “%(text)s”. The nearest: %(fact)s.") % {"text": mention.text, "fact": fact_words(nearest.fact)}


def _contradicted(mention: Mention, told: dict[str, str], judged: Judged) -> str:
    assert judged.first and mention.value is not None
    gap = abs(mention.value - judged.first.fact.value)
    names = told | {"difference": str(_written(judged.first.fact, gap))}
    said = _("The registry has %(value)s, not “%(text)s”; the difference is %(difference)s: %(name)s, %(when)s. Source: %(source)s.") % names
    if judged.other:
        said += " " + _("“%(text)s” would be right for: %(other)s.") % {"text": mention.text, "other": fact_words(judged.other.fact)}
    return said


def _outdated(told: dict[str, str], judged: Judged) -> str:
    if judged.told:
        return _("“%(text)s” is an earlier figure that has been replaced: %(name)s, %(when)s, is now %(value)s. Source: %(source)s.") % told
    assert judged.other
    return _("“%(text)s” was right earlier, %(then)s, and is not since: %(name)s, %(when)s, is %(value)s. Source: %(source)s.") % (
        told | {"then": judged.other.fact.when[tongue()]}
    )


def fact_words(fact: Fact) -> str:
    """A fact in one phrase."""
    return _("%(name)s, %(when)s: %(value)s") % _named(fact)


def value_words(fact: Fact) -> str:
    """The value of a fact with the hedge it came with."""
    return str(_written(fact, fact.value, cast("Hedge", fact.qualifier), fact.high))


def _written(fact: Fact, value: Decimal, hedge: Hedge = "exact", high: Decimal | None = None) -> Written:
    share = fact.unit in ("", "share")
    digits = SHARE_DIGITS if share and fact.basis == "computed" else None
    unit = None if share else fact.unit
    return write(value, lang=tongue(), unit=unit, kind="share" if share else None, hedge=hedge, high=high, per=fact.per or None, precision=digits)


def _named(fact: Fact) -> dict[str, str]:
    return {"name": name_of(fact), "when": fact.when[tongue()], "value": value_words(fact), "source": source_words(fact)}


def name_of(fact: Fact) -> str:
    """The name of the indicator with the members asked for."""
    rule, language = fact.definition, tongue()
    members = ", ".join(members_named(rule, dimension, member, language) for dimension, member in fact.question.by)
    name = rule.name[language]
    return f"{name} ({members})" if members else name


def source_words(fact: Fact) -> str:
    """What stands behind a fact: the document and the place in it, or the records counted."""
    language = tongue()
    if fact.basis == "received" and fact.sources:
        source = fact.sources[0]
        return ", ".join(part for part in (source.document[language], source.place[language]) if part)
    rule = fact.definition
    counted = windows.get(rule.counts) if rule.counts else None
    label = (counted.label_en if language == "en" else counted.label_vi) if counted else rule.name[language]
    return _("%(count)d records of the registry (%(window)s)") % {"count": fact.count, "window": label}


def tongue() -> str:
    """The language of the sentences: Vietnamese or English."""
    return "en" if (translation.get_language() or "vi").startswith("en") else "vi"
