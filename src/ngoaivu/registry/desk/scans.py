"""The scan of a paper: one input for it, and the sentence where its text could not be searched for marks of secrecy."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from ngoaivu.documents.rules import check_scan

HELP = gettext_lazy("PDF, PNG or JPEG, at most 20 MB. The text of a PDF is searched for marks of secrecy; in a picture it cannot be read.")


UNREAD = gettext_lazy("The text of the scan cannot be read: see for yourself that the paper bears no mark of secrecy.")


class ScanField(forms.FileField):
    """A scan «bản quét»: a file that may be kept; `unread` where it has no text, so that only a person can see a mark on it."""

    unread = False
    text = ""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_text=HELP, **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, checked by its content."""
        scan = super().clean(data, initial)
        self.text = check_scan(scan) if scan else ""
        self.unread = bool(scan) and not self.text
        return scan


def keep(form: forms.BaseForm, name: str) -> None:
    """Say beside the input that the scan of this name is kept: a browser forgets files."""
    bound = form["scan"]
    bound.help_text = _("The scan %(name)s is kept for you: choose a file only to replace it.") % {"name": name}
    bound.field.widget.attrs["data-kept"] = name


def warn(request: HttpRequest, form: forms.BaseForm) -> None:
    """Say after a form was kept that only a person can see whether its scan bears a mark."""
    if any(isinstance(field, ScanField) and field.unread for field in form.fields.values()):
        messages.warning(request, UNREAD)
