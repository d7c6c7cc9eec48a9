"""The list of an office's texts with the state each is in."""

from dataclasses import dataclass
from datetime import datetime

from ngoaivu.accounts.models import Office
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.pages import NewsPage, ReportPage
from ngoaivu.publications.submissions import Submission

DRAFT, WAITING, PUBLISHED, WITHDRAWN = "draft", "waiting", "published", "withdrawn"


@dataclass(frozen=True, slots=True)
class Listed:
    """A text in the list: key, title, kind of page, state, last edited."""

    key: str
    title: str
    kind: str
    state: str
    edited: datetime | None


def texts_of(office: Office) -> list[Listed]:
    """Reports first, then news, each newest first; three queries and one a kind, however many; one more for a title that holds a figure."""
    shown = Edition.objects.filter(office=office.key, current=True)
    states = {key: WITHDRAWN if gone else PUBLISHED for key, gone in shown.values_list("key", "withdrawn_at")}
    states |= dict.fromkeys(Submission.objects.filter(office=office, decided_at=None).values_list("key", flat=True), WAITING)
    found = []
    for model in (ReportPage, NewsPage):
        pages = (
            model.objects.filter(office=office, locale__language_code="vi")
            .select_related("office__territory", "locale")
            .order_by("-latest_revision_created_at")
        )
        for page in pages:
            title, kind = page.get_admin_display_title(), str(model._meta.verbose_name)
            found.append(Listed(page.key, title, kind, states.get(page.key, DRAFT), page.latest_revision_created_at))
    return found
