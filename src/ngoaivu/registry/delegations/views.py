"""Screens of delegations: the registration of a visit from its letter."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.registry.delegations.actions import register_letter
from ngoaivu.registry.delegations.forms import LetterForm
from ngoaivu.registry.desk import uploads
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
        """Keep all the letter brings, or show the form again with what is wrong."""
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

    def _files(self, request: HttpRequest) -> MultiValueDict[str, UploadedFile[Any]]:
        """The scan just sent, or the one kept when the form came back with something to correct: a browser forgets files."""
        kept = request.POST.get("kept", "")
        if "scan" in request.FILES or not kept:
            return request.FILES
        upload = uploads.find(kept, self.seat)
        return MultiValueDict({"scan": [SimpleUploadedFile(upload.name, upload.path.read_bytes())]})

    def _kept(self, form: LetterForm) -> uploads.Upload | None:
        scan = form.files.get("scan")
        secret = any(error.code == "secret" for errors in form.errors.as_data().values() for error in errors)
        if scan is None or secret or "scan" in form.errors:
            return None
        uploads.drop(form.data.get("kept", ""), self.seat)
        return uploads.keep(scan, self.seat)

    def _show(self, form: LetterForm) -> HttpResponse:
        alike: list[Any] = [{"title": str(row), "address": self.viewset.address("record", row.pk), "when": row.day_shown()} for row in form.alike]
        context = self.page(_("Register a delegation from a letter"), *self.trail()) | {
            "form": form,
            "alike": alike,
            "back": self.back(),
            "kept": self._kept(form),
        }
        return self.show(context, status=422 if form.is_bound else 200)
