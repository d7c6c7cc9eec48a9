"""The library: screens of source documents with their files, and of legal texts. Documents stand below the desk, so the desk shows them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.accounts.seats import Seat
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.documents import actions as papers
from ngoaivu.documents.models import LegalText, SourceDocument
from ngoaivu.registry.desk.fields import ImpreciseDateField
from ngoaivu.registry.desk.forms import DeskForm
from ngoaivu.registry.desk.rules import check_act
from ngoaivu.registry.desk.scans import ScanField
from ngoaivu.registry.desk.views.base import RoomView
from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup


class DocumentForm(DeskForm):
    """A source document; its file is kept with its digest and is not replaced later."""

    issued = ImpreciseDateField(label=gettext_lazy("Issued on"), required=False)
    scan = ScanField(label=gettext_lazy("Scan of the paper"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["issued"] = ImpreciseDate(self.instance.issued_from, self.instance.issued_to)
        self.fields["numbers"].widget = forms.Textarea(attrs={"rows": 2})
        self.fields["numbers"].help_text = _("One number a line, where a text carries two.")
        if self.instance.file:
            del self.fields["scan"]

    def clean(self) -> dict[str, Any]:
        """Join the one input to the two columns of the day."""
        data = super().clean()
        if "issued" in data:
            self.instance.issued_from, self.instance.issued_to = data["issued"].earliest, data["issued"].latest
        return data


class FileView(RoomView):
    """The file of a document, for whoever may see the document."""

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file under its own name; the browser may not guess at its kind."""
        document = self.record(pk)
        if not document.file or not document.file.storage.exists(document.file.name):
            raise Http404
        return FileResponse(document.file.open("rb"), as_attachment=True, filename=document.file_called)


class DocumentViewSet(RecordViewSet):
    """Source documents «văn bản nguồn»."""

    model, name, icon, order = SourceDocument, "papers", "doc-full-inverse", "newest"
    form_base = DocumentForm
    fields = ("kind", "numbers", "issued", "issued_words", "issuer_vi", "issuer_en", "scan", "address", "level", "embargo_until")
    columns = ("numbers", "issued", "issuer_vi", "kind", "level")
    filters = ("kind", "level")
    record_template = "desk/document.html"

    def get_urlpatterns(self) -> list[Any]:
        """With the file."""
        return [*super().get_urlpatterns(), path("<int:pk>/file/", self.construct_view(FileView, viewset=self), name="file")]

    def keep(self, form: Any, seat: Seat) -> int:
        """Write the document with its file as one change; the revision."""
        check_act(seat, REGISTER)
        scan, why = form.cleaned_data.get("scan"), form.cleaned_data.get("why", "")
        return papers.file_document(form.instance, by=seat.actor, file=scan, why=why).change_id


class LegalForm(DeskForm):
    """A legal text."""

    def clean(self) -> dict[str, Any]:
        """A text expires after it entered into force."""
        data = super().clean()
        begins, ends = data.get("in_force_from"), data.get("expired_on")
        if begins and ends and ends < begins:
            raise ValidationError({"expired_on": _("It expired before it entered into force: exchange the two days or correct one.")})
        return data


class LegalTextViewSet(RecordViewSet):
    """The legal library «văn bản pháp luật, văn bản chỉ đạo»."""

    model, name, icon, order = LegalText, "legal-texts", "list-ul", "newest"
    form_base = LegalForm
    fields = (
        "number", "kind_vi", "issuer_vi", "issuer_en", "field", "issued_on", "in_force_from", "expired_on",
        "status", "replaced_by", "local", "document", "level", "embargo_until",
    )  # fmt: skip
    columns = ("number", "issued_on", "issuer_vi", "field", "status")
    filters = ("field", "status", "local", "level")


class Library(RoomGroup):
    """The library in the menu."""

    menu_label, menu_icon, menu_order = gettext_lazy("Documents and legal texts"), "doc-full-inverse", 180
    items = (DocumentViewSet, LegalTextViewSet)
