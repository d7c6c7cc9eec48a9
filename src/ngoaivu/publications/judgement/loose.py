"""Loose figures judged «soát con số gõ tay»: matched against the registry, with suggestions to bind them."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from ngoaivu.indicators.answers import Question
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.matching import Matched, Suggestion, match
from ngoaivu.publications.binding import Bound
from ngoaivu.publications.judgement.context import alone
from ngoaivu.publications.judgement.joined import Joined
from ngoaivu.publications.judgement.model import Judged, Verdict
from ngoaivu.publications.judgement.overlap import Overlap
from ngoaivu.publications.refreshing import read

Span = tuple[int, int]


def judged(
    whole: Joined, mentions: Sequence[Mention], overlap: Overlap, typed: Sequence[Mention], *, territory: str, language: str, revision: int, over: str
) -> Iterator[Judged]:
    """Every figure typed by hand: it blocks whatever the registry says of it. `typed` are those of the mentions, or parts of them."""
    if not typed:
        return
    settled = _settled(whole, mentions, overlap, {_span(one) for one in typed})
    matched = match(mentions, territory=territory, language=language, revision=revision, text=whole.text, over=over, settled=settled)
    found = {_span(one.mention): one for one in matched}
    for mention in typed:
        yield _judged(whole, mention, found.get(_span(mention)), language)


def _settled(whole: Joined, mentions: Sequence[Mention], overlap: Overlap, typed: set[Span]) -> Mapping[int, Question | None]:
    """The mentions by their numbers that nobody typed by hand, each with what it is bound to."""
    bound: dict[Span, Question] = {}
    for number, around in overlap.around.items():
        piece = whole.marked[number].piece
        if piece.kind == "figure" and isinstance(told := read(dict(piece.settings)), Bound):
            bound |= {_span(one): told.question for one in around}
    return {number: bound.get(_span(one)) for number, one in enumerate(mentions) if _span(one) not in typed}


def _span(mention: Mention) -> Span:
    return mention.start, mention.end


def _judged(whole: Joined, mention: Mention, found: Matched | None, language: str) -> Judged:
    start = mention.start + _direction(mention, language)
    line, begins = whole.at(start)
    text = whole.text[start : mention.end]
    verdict, told, suggestions = _told(found)
    typed = _("The figure “%(figure)s” is typed by hand: bind it to an indicator, quote it from a document, or waive it with a reason.")
    return Judged(
        place=line.place,
        label=line.label,
        start=start - begins,
        end=mention.end - begins,
        text=text,
        state="loose",
        verdict=verdict,
        message=" ".join(filter(None, [typed % {"figure": text}, told])),
        blocks=True,
        rule="loose",
        kind=mention.kind,
        suggestions=suggestions,
        told=told,
    )


def _told(found: Matched | None) -> tuple[Verdict, str, tuple[Suggestion, ...]]:
    """What matching says of the figure; that it found nothing sure needs no sentence."""
    if found is None:
        return "unknown", "", ()
    return found.verdict, "" if found.verdict == "unknown" else found.message, found.suggestions


def _direction(mention: Mention, language: str) -> int:
    """How many letters of a growth say its direction: “tăng 5 đoàn” is bound as “5 đoàn”, the word stays."""
    if mention.kind != "growth" or mention.value is None:
        return 0
    places = [place + 1 for place, sign in enumerate(mention.text) if sign.isspace()]
    for place in places:
        rest = alone(mention.text[place:], language)
        if len(rest) == 1 and rest[0].start == 0 and rest[0].kind != "growth":
            return place
    return 0
