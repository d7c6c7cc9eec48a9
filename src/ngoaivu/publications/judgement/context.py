"""Figures in their sentence «con số trong câu»: whether a reader takes from the words around a mark what the mark holds."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.translation import gettext as _

from ngoaivu.indicators.facts import Fact
from ngoaivu.indicators.figures import FIGURE_KINDS, currency_codes, hedge_holds
from ngoaivu.indicators.figures.judge.evidence import step_of
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.figures.reader import read
from ngoaivu.publications.binding import Bound
from ngoaivu.publications.binding import words as write_out

# Any number serves to read a hedge that stands alone: the words around a figure claim something of whatever they stand by.
STAND_IN = "100"


@lru_cache(maxsize=8192)
def alone(words: str, language: str) -> tuple[Mention, ...]:
    """The figures some words hold when nothing stands around them."""
    return tuple(mention for mention in read(words, language) if mention.kind in FIGURE_KINDS)


def plainly(fact: Fact, language: str) -> str:
    """A fact in words, as the registry has it."""
    return str(write_out(Bound(fact.question), fact, language))


def fault(words: str, around: Sequence[Mention], before: str, after: str, fact: Fact, language: str) -> str:
    """What is wrong with a bound figure as its sentence has it, or nothing.

    `words` are those of the figure, `around` the mentions a reader finds there, `before` and `after` what of them was typed by hand.
    """
    own = alone(words, language)
    if not own or len(around) != 1 or around[0].kind not in FIGURE_KINDS:
        return ""
    typed = _typed_hedge(before, after, language)
    if typed and own[0].hedge != "exact" and typed.hedge != "forecast":
        names = {"typed": (before or after).strip(), "figure": words}
        return _("“%(typed)s” is typed beside the bound figure “%(figure)s”, which says so already: take the typed word out.") % names
    if typed and not hedge_holds(typed.hedge, abs(own[0].value or 0), abs(fact.value), "exact", step=step_of(own[0])):  # type: ignore[arg-type]
        names = {"typed": (before or after).strip(), "figure": words, "value": plainly(fact, language)}
        return _("“%(typed)s” beside “%(figure)s” is not true of %(value)s: take it out, or choose a hedge for the figure.") % names
    if not _same_value(around[0], own, fact):
        names = {"figure": words, "read": around[0].text}
        return _("The bound figure “%(figure)s” stands in “%(read)s”, which a reader takes for another value: mend the words around it.") % names
    return ""


def _typed_hedge(before: str, after: str, language: str) -> Mention | None:
    """What the words typed around a figure claim of it, if anything."""
    if not (before.strip() or after.strip()):
        return None
    found = alone(f"{before}{STAND_IN}{after}", language)
    return found[0] if found and found[0].hedge != "exact" else None


def _same_value(read_: Mention, own: Sequence[Mention], fact: Fact) -> bool:
    """Whether the sentence gives the value the figure's own words give, or the fact's itself; a currency must be the fact's."""
    if read_.unit in currency_codes() and fact.unit in currency_codes() and read_.unit != fact.unit:
        return False
    told = [value for value in (read_.value, read_.high, read_.of) if value is not None]
    mine = own[0].value
    if mine is None or any(abs(value) == abs(mine) for value in told):
        return True
    return any(hedge_holds("exact", abs(value), abs(fact.value), step=step_of(read_)) for value in told)
