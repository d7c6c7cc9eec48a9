"""One record: its page with its history, its form, its withdrawal, the undoing of its last change."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.core.changes import RefusedUndo
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.registry.desk import actions, chronicle, outcomes
from ngoaivu.registry.desk.facets import facets, headings
from ngoaivu.registry.desk.fields import leave_whole
from ngoaivu.registry.desk.forms import DeskForm
from ngoaivu.registry.desk.opened import address_of
from ngoaivu.registry.desk.refusals import Refused
from ngoaivu.registry.desk.rules import check_seen, check_undoable, check_withdrawable
from ngoaivu.registry.desk.scans import warn
from ngoaivu.registry.desk.views.base import RoomView
from ngoaivu.registry.desk.views.kept import altered, paper_of, undoing


class ReasonForm(forms.Form):
    """A reason, in words."""

    why = forms.CharField(
        label=gettext_lazy("Reason in words"),
        max_length=500,
        help_text=gettext_lazy("Kept in the history of the record."),
        error_messages={"required": gettext_lazy("Enter the reason.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        leave_whole(self.fields)


class UndoForm(ReasonForm):
    """The reason, and the number of the change that was on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class RecordView(RoomView):
    """Everything about one record: its facets, the document it rests on, who changed what and when."""

    template_name = "desk/record.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page."""
        row = self.record(pk)
        said = {facet: words for facet in facets(self.model).values() if (words := facet.say(row, self.seat))}
        called = self.viewset.called(row)
        labels = zip(headings(list(said), self.model), said.items(), strict=True)
        context = self.page(str(row), *self.trail()) | {
            "viewset": self.viewset,
            "row": row,
            "told": [(called.get(facet.name, label), words, self._address(facet, row)) for label, (facet, words) in labels],
            "sourceless": isinstance(row, RegistryRecord) and row.citation_id is None,
            "paper": paper_of(row, self.seat),
            "chronicle": chronicle.of(row, self.seat),
            "parts": self.viewset.parts(row, self.seat),
            "may_register": self.seat.may(REGISTER) and not self.viewset.read_only,
            "undo_label": undoing(row),
            **{f"{name}_address": self.viewset.address(name, pk) for name in ("edit", "undoing", "withdrawal")},
        }
        return self.show(context)

    def _address(self, facet: Any, row: Any) -> str:
        other = facet.target(row)
        if other is None or (hasattr(other, "level") and not self.seat.sees(other)):
            return ""
        return address_of(other)


class FormView(RoomView):
    """A new record, or a kept one changed with a reason."""

    act = REGISTER
    template_name = "desk/form.html"

    def get(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """The empty or filled form."""
        return self.show(self._context(self._form(pk)))

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Keep the record, or show the form again with what is wrong."""
        form = self._form(pk, request)
        if form.is_valid():
            try:
                revision = self.viewset.keep(form, self.seat)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                warn(request, form)
                return HttpResponseRedirect(self.viewset.address("kept", form.instance.pk, revision))
        return self.show(self._context(form), status=422)

    def _form(self, pk: int | None, request: HttpRequest | None = None) -> DeskForm:
        sent = (request.POST, request.FILES) if request else ()
        row = self.record(pk) if pk is not None else self.model()
        return self.viewset.form_class(*sent, instance=row, seat=self.seat, check=type(self.viewset).check)  # type: ignore[no-any-return]

    def _context(self, form: DeskForm) -> dict[str, Any]:
        row = self.record(form.instance.pk) if form.instance.pk else None
        title = _("Change: %(title)s") % {"title": row} if row else _("Register: %(kind)s") % {"kind": self.viewset.singular}
        return self.page(title, *self.trail(row)) | {"form": form, "viewset": self.viewset, "back": self.trail(row)[-1][0]}


class WithdrawView(RoomView):
    """A record taken out of lists and counts, with the reason."""

    act = REGISTER
    template_name = "desk/reason.html"
    form_class: type[ReasonForm] = ReasonForm

    def sentence(self, row: Any) -> str:
        """What will happen, in words; refused here already when it cannot."""
        check_withdrawable(row)
        return _("“%(title)s” leaves every list and count. It stays in the history, and the withdrawal can be undone.") % {"title": row}

    def foreseen(self, row: Any) -> list[outcomes.Line]:
        """What it will do to the records of the same change; a withdrawal touches none but its own."""
        return []

    def returning(self, row: Any) -> list[tuple[str, str, str]]:
        """What of the record itself will say something else: label, now, then."""
        return []

    def perform(self, row: Any, asked: Mapping[str, Any]) -> int:
        """Do it; the revision."""
        return actions.withdraw(row, seat=self.seat, why=asked["why"])

    def back(self) -> str:
        """The record, so that a refused person sees it as it is now."""
        return self.viewset.address("record", self.kwargs["pk"])  # type: ignore[no-any-return]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the reason."""
        row = self.record(pk)
        return self._ask(row, self.form_class(initial={"seen": row.change_id}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it with the reason."""
        row, form = self.record(pk), self.form_class(request.POST)
        if not form.is_valid():
            return self._ask(row, form)
        return HttpResponseRedirect(self.viewset.address("kept", pk, self.perform(row, form.cleaned_data)))

    def _ask(self, row: Any, form: forms.Form) -> HttpResponse:
        context = self.page(self.title(row), *self.trail(row)) | {
            "form": form,
            "sentence": self.sentence(row),
            "foreseen": self.foreseen(row),
            "returning": self.returning(row),
            "back": self.back(),
            "button": self.title(row),
        }
        return self.show(context, status=422 if form.is_bound else 200)

    def title(self, row: Any) -> str:
        """The name of the act."""
        return _("Withdraw")


class UndoView(WithdrawView):
    """The last change of a record undone, with everything it wrote, with the reason; only the one that was on the screen."""

    form_class = UndoForm

    def sentence(self, row: Any) -> str:
        """Which change is undone: what it was, when and by whom."""
        check_undoable(row.change_id, self.seat)
        return _("“%(title)s”: the whole change of %(change)s is undone.") % {"title": row, "change": row.change.told}

    def foreseen(self, row: Any) -> list[outcomes.Line]:
        """Which records leave, and which get back what they had."""
        return outcomes.foreseen(row.change_id)

    def returning(self, row: Any) -> list[tuple[str, str, str]]:
        """What the last change altered, the other way round."""
        return [(label, after, before) for label, before, after in altered(row, row.change_id, self.seat)]

    def perform(self, row: Any, asked: Mapping[str, Any]) -> int:
        """Undo it; the revision."""
        check_seen(row, asked["seen"])
        try:
            return actions.undo(asked["seen"], seat=self.seat, why=asked["why"])
        except RefusedUndo as refusal:
            raise Refused(str(refusal)) from refusal

    def title(self, row: Any) -> str:
        """The name of the act."""
        return undoing(row)
