"""Bound figures judged «soát con số gắn»: the fact now, the words now, the author's hedge, the sentence around."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.indicators import declared
from ngoaivu.indicators.facts import Fact, Missing
from ngoaivu.indicators.figures import hedge_holds
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.figures.vocabulary import vocabulary
from ngoaivu.publications.binding import BindingError, Bound, words
from ngoaivu.publications.judgement import context
from ngoaivu.publications.judgement.joined import Joined, Marked
from ngoaivu.publications.judgement.model import Judged, Verdict
from ngoaivu.publications.neighbours import Answers
from ngoaivu.publications.refreshing import ask, read

# A verdict of a bound figure, and the rule it breaks.
RULES: Mapping[Verdict, str] = {"unreadable": "no_value", "no_value": "no_value", "contradicted": "contradicted"}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one figure."""

    verdict: Verdict
    message: str = ""
    now: str = ""


def judged(whole: Joined, around: Mapping[int, Sequence[Mention]], *, office: Office, language: str, revision: int) -> Iterator[Judged]:
    """Every bound figure of a text of an office, judged at a position."""
    marks = [(number, mark, read(dict(mark.piece.settings))) for number, mark in enumerate(whole.marked) if mark.piece.kind == "figure"]
    known = ask([bound for _number, _mark, bound in marks if isinstance(bound, Bound)], revision, office)
    for number, mark, bound in marks:
        mentions = around.get(number, ())
        yield _judged(mark, _kind(mentions), _said(whole, mark, bound, known, mentions, language))


def _judged(mark: Marked, kind: str, said: Said) -> Judged:
    piece, line = mark.piece, mark.line
    settings = dict(piece.settings)
    return Judged(
        place=line.place,
        label=line.label,
        start=piece.start,
        end=piece.end,
        text=line.text[piece.start : piece.end],
        state="bound",
        verdict=said.verdict,
        message=said.message,
        blocks=said.verdict in RULES,
        rule=RULES.get(said.verdict, ""),
        kind=kind,
        name=name_of(settings.get("fact", "")),
        settings=settings,
        now=said.now,
    )


def name_of(code: str) -> str:
    """The name of an indicator in the language of the screen; nothing for one that is not declared."""
    rule = declared.declared().get(code)
    return rule.name["en" if get_language() == "en" else "vi"] if rule else ""


def _kind(mentions: Sequence[Mention]) -> str:
    return mentions[0].kind if mentions else ""


def _said(whole: Joined, mark: Marked, bound: Bound | BindingError, known: Answers, mentions: Sequence[Mention], language: str) -> Said:
    if isinstance(bound, BindingError):
        return Said("unreadable", str(bound))
    fact = known[bound.question]
    if isinstance(fact, Missing):
        return Said("no_value", str(fact))
    now = str(words(bound, fact, language))
    if message := _untrue(bound, fact, language) or _stale(mark, now, fact) or _misread(whole, mark, now, mentions, fact, language):
        return Said("contradicted", message, now)
    return Said("supported", "", now)


def _untrue(bound: Bound, fact: Fact, language: str) -> str:
    """An author's own hedge must be true of the value it stands before."""
    if not bound.hedge or bound.rounding or hedge_holds(bound.hedge, fact.value, fact.value, fact.qualifier):  # type: ignore[arg-type]
        return ""
    hedge = vocabulary(language)["write_hedges"].get(bound.hedge, bound.hedge)
    names = {"hedge": hedge, "name": name_of(bound.question.code), "value": context.plainly(fact, language)}
    return _("“%(hedge)s” is not true of %(name)s, which is %(value)s: choose another hedge or none.") % names


def _stale(mark: Marked, now: str, fact: Fact) -> str:
    """The words in the text must be those the fact gives."""
    text = mark.line.text[mark.piece.start : mark.piece.end]
    if text == now:
        return ""
    names = {"figure": text, "name": name_of(fact.question.code), "now": now}
    return _("The text says “%(figure)s”, and %(name)s is “%(now)s” now: update the figure.") % names


def _misread(whole: Joined, mark: Marked, now: str, mentions: Sequence[Mention], fact: Fact, language: str) -> str:
    if len(mentions) != 1:
        return ""
    [mention] = mentions
    before = whole.text[min(mention.start, mark.start) : mark.start]
    after = whole.text[mark.end : max(mention.end, mark.end)]
    return context.fault(now, mentions, before, after, fact, language)
