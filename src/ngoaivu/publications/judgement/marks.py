"""Quoted and waived figures judged «soát con số trích dẫn, con số miễn gắn»: the document must be there, the waiver must be for these words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.publications.judgement import context, holding
from ngoaivu.publications.judgement.joined import Joined, Marked
from ngoaivu.publications.judgement.model import Judged, State

Around = Mapping[int, Sequence[Mention]]


def quoted(whole: Joined, around: Around, office: Office, language: str) -> Iterator[Judged]:
    """Every figure quoted from a document."""
    marks = list(_of_kind(whole, "quote"))
    held = holding.quoted({_setting(mark, "document") for _number, mark in marks}, office)
    for number, mark in marks:
        title = held.get(_setting(mark, "document"))
        fault = (
            "" if title is not None else _("“%(figure)s” quotes a document that may not be cited: choose a public source document of your office.")
        )
        yield _judged(mark, around.get(number, ()), language, Standing("quoted", "quote", title or "", fault))


def waived(whole: Joined, around: Around, office: Office, key: str, language: str) -> Iterator[Judged]:
    """Every figure waived in this text: a waiver holds for exactly its words, here and nowhere else."""
    marks = list(_of_kind(whole, "waiver"))
    held = holding.waived({_setting(mark, "key") for _number, mark in marks}, office, key)
    for number, mark in marks:
        holds = held.get(_setting(mark, "key")) == _words(mark)
        fault = "" if holds else _("“%(figure)s” is waived elsewhere or in other words: bind it to an indicator, or give a reason here.")
        yield _judged(mark, around.get(number, ()), language, Standing("waived", "waiver", "", fault))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a mark holds a figure: its state while it holds, the rule and the sentence where it does not."""

    state: State
    rule: str
    name: str
    fault: str


def _of_kind(whole: Joined, kind: str) -> Iterator[tuple[int, Marked]]:
    return ((number, mark) for number, mark in enumerate(whole.marked) if mark.piece.kind == kind)


def _setting(mark: Marked, name: str) -> str:
    return dict(mark.piece.settings).get(name, "")


def _words(mark: Marked) -> str:
    return mark.line.text[mark.piece.start : mark.piece.end]


def _judged(mark: Marked, mentions: Sequence[Mention], language: str, standing: Standing) -> Judged:
    fault = standing.fault or _cut(mark, mentions, language)
    return Judged(
        place=mark.line.place,
        label=mark.line.label,
        start=mark.piece.start,
        end=mark.piece.end,
        text=_words(mark),
        state="loose" if fault else standing.state,
        verdict="unknown" if fault else "supported",
        message=fault % {"figure": _words(mark)},
        blocks=bool(fault),
        rule=standing.rule if fault else "",
        kind=mentions[0].kind if mentions else "",
        name=standing.name,
        settings=dict(mark.piece.settings),
    )


def _cut(mark: Marked, mentions: Sequence[Mention], language: str) -> str:
    """A mark that covers a part of a figure says nothing of the whole: “{12} triệu” is another figure than “12”."""
    if not mentions or not mentions[0].is_figure:
        return ""
    own = context.alone(_words(mark), language)
    if own and own[0].value == mentions[0].value:
        return ""
    return _("The mark covers only a part of the figure: “%(figure)s” is read together with the words beside it. Mark the whole figure.")
