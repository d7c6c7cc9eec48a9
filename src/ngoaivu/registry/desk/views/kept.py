"""After a save: what was kept, and which figures it moved."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.core import consequences
from ngoaivu.registry.desk.rules import touched_by
from ngoaivu.registry.desk.views.base import RoomView


def told(revision: int) -> list[dict[str, Any]]:
    """What a revision moved, in the language of the screen."""
    language = translation.get_language() or "vi"
    return [
        {"label": _in(one.label, language), "before": _in(one.before, language), "after": _in(one.after, language), "address": one.address}
        for one in consequences.of(revision)
    ]


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
        context = self.page(_("Saved"), *self.trail(row)) | {
            "row": row,
            "revision": revision,
            "written": [(count, model._meta.verbose_name) for model, count in touched_by(revision).items()],
            "consequences": told(revision),
            "undo_address": self.viewset.address("undoing", pk) if self.seat.may(REGISTER) and row.change_id == revision else "",
            "record_address": self.viewset.address("record", pk),
            "list_address": self.back(),
            "ways_in": self.viewset.ways(),
        }
        return self.show(context)
