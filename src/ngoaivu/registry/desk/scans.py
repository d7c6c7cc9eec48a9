"""The scan of a paper: one input for it, and the sentence where its text could not be searched for marks of secrecy."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from ngoaivu.documents.rules import check_scan

HELP = gettext_lazy("PDF, PNG or JPEG, at most 20 MB. The text of a PDF is searched for marks of secrecy; in a picture it cannot be read.")


UNREAD = gettext_lazy("The text of the scan cannot be read: see for yourself that the paper bears no mark of secrecy.")


class LackedScan(str):
    """The name of a file that was sent and not kept, and for which no other came since."""

    __slots__ = ()


class ScanInput(forms.FileInput):
    """The input of a scan. A form that comes back remembers the name of the file, so that nobody goes on without a scan unless he says so."""

    template_name = "desk/scan_input.html"
    lacked = ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The file; where one was sent before and none comes now, the name of that one."""
        lacked = "" if data.get(f"{name}-without") else data.get(f"{name}-lacked", "")
        return super().value_from_datadict(data, files, name) or (LackedScan(lacked) if lacked else None)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """With the name of the file."""
        return super().get_context(name, value, attrs) | {"lacked": self.lacked}


class ScanField(forms.FileField):
    """A scan «bản quét»: a file that may be kept; `unread` where it has no text, so that only a person can see a mark on it."""

    widget = ScanInput
    unread = False
    text = ""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_text=HELP, **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, checked by its content; its name is remembered in case the form comes back."""
        if isinstance(data, LackedScan):
            self.widget.lacked = data
            raise ValidationError(_("The file %(name)s is not kept: choose a file, or tick “Save without a scan”.") % {"name": data}, code="lacked")
        self.widget.lacked = PurePath(data.name).name if data else ""
        scan = super().clean(data, initial)
        self.text = check_scan(scan) if scan else ""
        self.unread = bool(scan) and not self.text
        return scan


def keep(form: forms.BaseForm, name: str) -> None:
    """Say beside the input that the scan of this name is kept: a browser forgets files."""
    bound = form["scan"]
    bound.help_text = _("The scan %(name)s is kept for you: choose a file only to replace it.") % {"name": name}
    bound.field.widget.attrs["data-kept"], bound.field.widget.lacked = name, ""


def remember(read: forms.BaseForm, shown: forms.BaseForm) -> None:
    """Let a form know of the scan that was sent to be read."""
    shown.fields["scan"].widget.lacked = read.fields["scan"].widget.lacked


def warn(request: HttpRequest, form: forms.BaseForm) -> None:
    """Say after a form was kept that only a person can see whether its scan bears a mark."""
    if any(isinstance(field, ScanField) and field.unread for field in form.fields.values()):
        messages.warning(request, UNREAD)
