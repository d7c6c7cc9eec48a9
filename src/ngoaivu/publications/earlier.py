"""Earlier drafts «bản đã lưu»: every saved state of a text in a language, to be read again or taken up again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from wagtail.models import Revision

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.publications import behind, rendering, sealing
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.refreshing import rendered
from ngoaivu.publications.screens import pages_of, seated
from ngoaivu.publications.submissions import Submission
from ngoaivu.publications.writing_views import may_write

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Saved:
    """Saved draft «bản đã lưu»: number, moment, who saved it (empty: the system), its title then, whether it was submitted."""

    number: int
    at: datetime
    by: str
    title: str
    submitted: bool


@require_GET
@seated
def drafts(request: HttpRequest, office: Office, key: str, language: str) -> HttpResponse:
    """The saved drafts of a text in a language, newest first."""
    page = _page(office, key, language)
    shown = Paginator(_revisions(page), A_PAGE).get_page(request.GET.get("p"))
    context = {"text": page, "language": language, "saved": _saved(shown.object_list, page), "sheet": shown}
    return render(request, "publications/earlier.html", context | {"newest": page.latest_revision_id, "may_write": may_write(request, office)})


@require_GET
@seated
def draft(request: HttpRequest, office: Office, key: str, language: str, number: int) -> HttpResponse:
    """One saved draft as a reader would see it, its figures as the registry tells them now."""
    page = get_object_or_404(_revisions(_page(office, key, language)), pk=number).as_object()
    position = changes.latest()
    content = sealing.compose({language: page}, position, draft=True)
    return rendering.page_response(content, language, draft=True, doors=behind.doors(content, position))


def _page(office: Office, key: str, language: str) -> AuthoredPage:
    if (page := pages_of(office, key).get(language)) is None:
        raise Http404
    return page


def _revisions(page: AuthoredPage) -> Any:
    return Revision.page_revisions.filter(object_id=str(page.pk)).select_related("user").order_by("-created_at", "-pk")


def _saved(rows: Iterable[Revision], page: AuthoredPage) -> list[Saved]:
    submissions = Submission.objects.filter(office=page.office, key=page.key)
    given = {number for one in submissions for number in one.revisions.values()}
    return [
        Saved(row.pk, row.created_at, row.user.actor.name if row.user else "", rendered(str(row.content["title"]), page), row.pk in given)
        for row in rows
    ]
