"""After a save: what was kept, and which figures it moved."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.accounts.seats import Seat
from ngoaivu.core import consequences
from ngoaivu.core.models import Change
from ngoaivu.documents.models import DocumentKind, SourceDocument
from ngoaivu.registry.desk import chronicle, outcomes
from ngoaivu.registry.desk.views.base import RoomView

# The acts that bring a paper in, with its file or without.
NEW = ("register-letter", "file", "import")


def told(revision: int) -> list[dict[str, Any]]:
    """What a revision moved, in the language of the screen."""
    language = translation.get_language() or "vi"
    return [
        {"label": _in(one.label, language), "before": _in(one.before, language), "after": _in(one.after, language), "address": one.address}
        for one in consequences.of(revision)
    ]


def done(act: str, *, withdrawn: bool) -> str:
    """What was done, by the act of the log."""
    if act == "withdraw":
        return _("“%(title)s” is withdrawn: it is in no list and no count.")
    if act == "undo":
        return (
            _("The change is undone: “%(title)s” is in no list and no count any more.")
            if withdrawn
            else _("The change is undone: “%(title)s” is as before.")
        )
    if act == "change":
        return _("“%(title)s” is corrected.")
    return _("“%(title)s” is registered.")


def heading(act: str) -> str:
    """The title of the screen after an act of the log."""
    return {"undo": _("Undone"), "withdraw": _("Withdrawn")}.get(act, _("Saved"))


def undoing(row: Any) -> str:
    """What undoing the last change of a record would be: of a withdrawn one, bringing it back."""
    return _("Bring the record back") if row.withdrawn else _("Undo the last change")


def altered(row: Any, revision: int, seat: Seat) -> list[tuple[str, str, str]]:
    """What a correction or an undoing altered in a record: label, before, after."""
    return next((step.altered for step in chronicle.of(row, seat) if step.change.pk == revision), [])


def paper_of(row: Any, seat: Seat) -> SourceDocument | None:
    """The paper a record is or rests on, where it has a file the person may see."""
    paper = _source(row)
    return paper if paper is not None and paper.file and seat.sees(paper) else None


def scanless(row: Any, change: Change) -> str:
    """Where to attach the scan of a letter that was registered without one just now; empty for any other."""
    paper = _source(row)
    if paper is None or paper.file or paper.kind != DocumentKind.LETTER or paper.change_id != change.pk or change.verb not in NEW:
        return ""
    return reverse("papers:edit", args=[paper.pk])


def _source(row: Any) -> SourceDocument | None:
    citation = getattr(row, "citation", None)
    return row if isinstance(row, SourceDocument) else citation.document if citation else None


def _in(words: dict[str, str], language: str) -> str:
    return words.get(language) or words.get("vi", "")


class KeptView(RoomView):
    """The record just kept, and the figures that moved."""

    template_name = "desk/kept.html"

    def get(self, request: HttpRequest, pk: int, revision: int) -> HttpResponse:
        """Only for a change that wrote this record."""
        row = self.record(pk)
        if not self.model.Version.objects.filter(record=row, rev_from=revision).exists():
            raise Http404
        change = Change.objects.get(pk=revision)
        moved = told(revision)
        paper = paper_of(row, self.seat)
        context = self.page(heading(change.verb), *self.trail(row)) | {
            "row": row,
            "said": done(change.verb, withdrawn=row.withdrawn) % {"title": row},
            "unmoved": "" if moved else self.viewset.unmoved(row),
            "revision": revision,
            "outcomes": outcomes.of(change),
            "altered": altered(row, revision, self.seat),
            "file": paper.file_called if paper and paper.change_id == revision and change.verb in NEW else "",
            "scan_address": scanless(row, change) if self.seat.may(REGISTER) else "",
            "consequences": moved,
            "undo_address": self.viewset.address("undoing", pk) if self.seat.may(REGISTER) and row.change_id == revision else "",
            "undo_label": undoing(row),
            "record_address": self.viewset.address("record", pk),
            "list_address": self.back(),
            "ways_in": self.viewset.ways(),
        }
        return self.show(context)
