"""Screens of delegations: the registration of a visit from its letter."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations.actions import register_letter
from ngoaivu.registry.delegations.forms import LetterForm
from ngoaivu.registry.delegations.proposals import defaults, doubtful, proposed, wanted
from ngoaivu.registry.delegations.reading import DOUBTED, READ, ReadingForm
from ngoaivu.registry.desk import opened, scans, uploads
from ngoaivu.registry.desk.scans import warn
from ngoaivu.registry.desk.views.base import RoomView


class LetterView(RoomView):
    """A visit registered from its letter, in one screen."""

    act = REGISTER
    template_name = "delegations/letter.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form, with its defaults."""
        return self._show(LetterForm(seat=self.seat))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read the scan, or keep all the letter brings, or show the form again with what is wrong."""
        if "read" in request.POST:
            return self._read(request)
        form = LetterForm(request.POST, self._files(request), seat=self.seat)
        if form.is_valid() and form.letter is not None:
            try:
                revision = register_letter(form.letter, seat=self.seat)
                uploads.drop(request.POST.get("kept", ""), self.seat)
            except ValidationError as error:
                form.add_error(None, ValidationError(error.messages))
            else:
                warn(request, form)
                return HttpResponseRedirect(self.viewset.address("kept", form.letter.delegation.pk, revision))
        return self._show(form)

    def _read(self, request: HttpRequest) -> HttpResponse:
        """What the text of the scan offers, into the inputs that are empty; to a script as JSON."""
        form = ReadingForm(request.POST, self._files(request))
        offered = proposed(form.text, self.seat) if form.is_valid() else {}
        standing = defaults(self.seat)
        told = wanted(offered, request.POST, standing)
        doubted = doubtful(told, request.POST, standing) if offered else []
        if request.headers.get("Accept") == "application/json":
            answer = {"offered": told, "doubted": doubted, "said": form.said(len(told)), "mark": str(READ), "doubt": str(DOUBTED)}
            return JsonResponse(answer, status=200 if form.is_valid() else 422)
        initial = {name: value for name, value in request.POST.items() if name in LetterForm.base_fields and name != "another"}
        shown = LetterForm(initial=initial | told | {"proposed": ",".join(told), "doubted": ",".join(doubted)}, seat=self.seat)
        shown.said, shown.refused = form.said(len(told)), not form.is_valid()
        scans.remember(form, shown)
        return self._show(shown, form)

    def _files(self, request: HttpRequest) -> MultiValueDict[str, UploadedFile[Any]]:
        """The scan just sent, or the one kept when the form came back with something to correct: a browser forgets files."""
        kept = request.POST.get("kept", "")
        if "scan" in request.FILES or not kept:
            return request.FILES
        upload = uploads.find(kept, self.seat)
        return MultiValueDict({"scan": [SimpleUploadedFile(upload.name, upload.path.read_bytes())]})

    def _kept(self, form: forms.Form) -> uploads.Upload | None:
        """The scan waits on while other inputs are corrected; one that is refused itself does not."""
        scan = form.files.get("scan")
        if scan is None or "scan" in form.errors:
            return None
        uploads.drop(form.data.get("kept", ""), self.seat)
        return uploads.keep(scan, self.seat)

    def _show(self, form: LetterForm, sent: forms.Form | None = None) -> HttpResponse:
        kept = self._kept(sent or form)
        if kept:
            scans.keep(form, kept.name)
        context = self.page(_("Register a delegation from a letter"), *self.trail()) | {
            "form": form,
            "alike": [_twin(row, why) for row, why in form.twins],
            "back": self.back(),
            "kept": kept,
        }
        return self.show(context, status=422 if form.is_bound else 200)


def _twin(row: Any, why: str) -> dict[str, Any]:
    day = row.issued_from if isinstance(row, SourceDocument) else row.day_shown()
    return {"title": str(row), "address": opened.address_of(row), "day": day, "why": why}
