"""The editor's form: whoever asks for more than a draft is told in the form which figures stand in the way."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from ngoaivu.publications import wall
from ngoaivu.publications.refreshing import refresh

# What the editor sends when it is asked to publish, to submit, or to approve on the way.
ASKED = ("action-publish", "action-submit", "action-restart-workflow", "action-workflow-action")


class AuthoredPageForm(WagtailAdminPageForm):
    """The form of an authored page; a new page belongs to the office of the tree it is written in."""

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
