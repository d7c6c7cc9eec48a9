"""The editor's form: whoever asks for more than a draft is told in the form which figures stand in the way."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from ngoaivu.publications import days, wall
from ngoaivu.publications.refreshing import refresh

# What the editor sends when it is asked to publish, to submit, or to approve on the way.
ASKED = ("action-publish", "action-submit", "action-restart-workflow", "action-workflow-action")


class DayOfText(forms.CharField):
    """The day, month or year a text carries: kept as ISO, shown and typed as officials write it."""

    def prepare_value(self, value: Any) -> Any:
        """05/07/2018, 07/2018 or 2018."""
        return "/".join(reversed(str(value).split("-"))) if value and "/" not in str(value) else value

    def clean(self, value: Any) -> str:
        """As a text keeps it; the ISO form is understood too."""
        return days.kept(str(super().clean(value)))


class AuthoredPageForm(WagtailAdminPageForm):
    """The form of an authored page; a new page belongs to the office of the tree it is written in."""

    date = DayOfText(
        label=gettext_lazy("Day of the text"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("A day 05/07/2018, a month 07/2018 or a year 2018."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.office_id is None:
            self.instance.office = self.parent_page.specific.office

    def clean(self) -> dict[str, Any]:
        """The key of a new text is its address."""
        cleaned: dict[str, Any] = super().clean()
        self.instance.key = self.instance.key or cleaned.get("slug", "")
        return cleaned

    def _post_clean(self) -> None:
        """Judge the page as it would be saved; a draft is never hindered."""
        super()._post_clean()
        if not self.errors and any(self.data.get(name) for name in ASKED):
            refresh(self.instance)
            for sentence in wall.sentences(self.instance):
                self.add_error(None, sentence)
