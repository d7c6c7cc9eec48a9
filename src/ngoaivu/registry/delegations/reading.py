"""The form that has a scan read before anything is kept, and what came of it in words."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ngoaivu.registry.desk.scans import UNREAD, ScanField

READ = gettext_lazy("From the scan.")
DOUBTED = gettext_lazy("By default, not found in the scan.")


class ReadingForm(forms.Form):
    """A scan to be read."""

    scan = ScanField()

    @property
    def text(self) -> str:
        """Its text."""
        return str(self.fields["scan"].text)  # type: ignore[attr-defined]

    def said(self, number: int) -> str:
        """What came of the reading, in words."""
        if not self.is_valid():
            return " ".join(str(sentence) for sentence in self.errors["scan"])
        if self.fields["scan"].unread:  # type: ignore[attr-defined]
            return " ".join([str(UNREAD), _("Fill in the form from the letter.")])
        if not number:
            return _("Nothing could be read in the scan with certainty: fill in the form from the letter.")
        return ngettext(
            "%(number)d input was filled in from the scan and is marked: check it.",
            "%(number)d inputs were filled in from the scan and are marked: check each.",
            number,
        ) % {"number": number}
