"""Quoted and waived figures judged «soát con số trích dẫn, con số miễn gắn»: the document must be there, the waiver must be for these words."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.publications.judgement import context
from ngoaivu.publications.judgement.joined import Joined
from ngoaivu.publications.judgement.model import Judged, State
from ngoaivu.publications.marking import Held

STATES: Mapping[str, State] = {"quote": "quoted", "waiver": "waived"}


def judged(whole: Joined, around: Mapping[int, Sequence[Mention]], *, office: Office, key: str, language: str) -> Iterator[Judged]:
    """Every figure its author answers for; a mark that may not stand leaves its figure loose."""
    found = [(number, mark, dict(mark.piece.settings)) for number, mark in enumerate(whole.marked) if mark.piece.kind in STATES]
    held = Held.of([(mark.piece.kind, settings) for _number, mark, settings in found], office, key)
    for number, mark, settings in found:
        mentions = around.get(number, ())
        words = mark.line.words(mark.piece)
        fault = held.fault(mark.piece.kind, settings, words) or _cut(words, mentions, language)
        document = held.documents.get(settings.get("document", ""))
        waiver = held.waivers.get(settings.get("key", ""))
        yield Judged(
            place=mark.line.place,
            label=mark.line.label,
            start=mark.piece.start,
            end=mark.piece.end,
            text=words,
            state="loose" if fault else STATES[mark.piece.kind],
            verdict="unknown" if fault else "supported",
            message=fault or (_("Waived by %(by)s: %(reason)s") % {"by": waiver.by, "reason": waiver.reason} if waiver else ""),
            blocks=bool(fault),
            rule=mark.piece.kind if fault else "",
            kind=mentions[0].kind if mentions else "",
            name=str(document) if document else "",
            settings=settings,
            told=fault,
        )


def _cut(words: str, mentions: Sequence[Mention], language: str) -> str:
    """A mark that covers a part of a figure says nothing of the whole: “{12} triệu” is another figure than “12”."""
    own = context.alone(words, language)
    if len(mentions) != 1 or len(own) != 1 or not mentions[0].is_figure or own[0].value == mentions[0].value:
        return ""
    names = {"figure": words, "read": mentions[0].text}
    return _("“%(figure)s” is marked, and a reader reads “%(read)s”: mark the whole figure.") % names
