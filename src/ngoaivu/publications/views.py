"""Screens of texts: list, new report, one text with its checks, preview, paper, submit, decide, release, withdraw."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, User, may
from ngoaivu.accounts.seats import seat_at
from ngoaivu.core import changes
from ngoaivu.publications import actions, checks, content, drafting, outlines, recomputing, rendering, sealing
from ngoaivu.publications.editions import Edition, EditionText, Release
from ngoaivu.publications.forms import NewReportForm, ReasonForm
from ngoaivu.publications.listing import texts_of
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.publishing import Refused, verify_chain
from ngoaivu.publications.submissions import Submission

View = Callable[..., HttpResponse]


def seated(view: View) -> View:
    """Give the view the office the person works in; somebody without a seat finds nothing here. A refusal is told, not broken on."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        office = seat_at(request).office
        if not may(request.user, roles.READ, office):
            raise Http404
        try:
            return view(request, office, *args, **options)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("publications:texts")

    return inner


@require_GET
@seated
def texts(request: HttpRequest, office: Office) -> HttpResponse:
    """Every text of the office with its state, and its releases."""
    titles = EditionText.objects.filter(edition=OuterRef("edition"), language="vi").values("title")[:1]
    releases = Release.objects.filter(office=office.key).select_related("edition").annotate(title=Subquery(titles)).order_by("-number")
    drafts = may(request.user, roles.DRAFT, office)
    return render(request, "publications/texts.html", {"texts": texts_of(office), "releases": releases, "may_draft": drafts})


@require_http_methods(["GET", "POST"])
@seated
def new_report(request: HttpRequest, office: Office) -> HttpResponse:
    """Draft a report from an outline over a period."""
    if not may(request.user, roles.DRAFT, office):
        raise Http404
    form = NewReportForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        pages = drafting.draft_report(outlines.load(told["outline"]), office, told["over"], by=request.user, own=drafting.Own(on=told["on"]))
        messages.success(request, _("The report is drafted in both languages. Read it, mend what is missing, then submit it."))
        return redirect("publications:text", key=next(iter(pages.values())).key)
    return render(request, "publications/new_report.html", {"form": form})


@require_GET
@seated
def text(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """One text: its languages, what blocks it, where it stands, what the person may do next."""
    pages = _pages(office, key)
    open_now = Submission.objects.filter(office=office, key=key, decided_at=None).first()
    context = {
        "pages": pages,
        "first": next(iter(pages.values())),
        "findings": checks.findings(pages),
        "submission": open_now,
        "history": Submission.objects.filter(office=office, key=key).select_related("edition").order_by("-submitted_at"),
        "edition": Edition.objects.filter(office=office.key, key=key, current=True).first(),
        "may_submit": may(request.user, roles.DRAFT, office) and open_now is None,
        "may_decide": open_now is not None and may(request.user, roles.APPROVE, office) and _actor(request) != open_now.submitter,
        "may_publish": may(request.user, roles.EDIT, office),
        "reason": ReasonForm(),
    }
    return render(request, "publications/text.html", context)


@require_GET
@seated
def preview(request: HttpRequest, office: Office, key: str, language: str) -> HttpResponse:
    """The text as the portal will show it, with the registry as it is now, or as it was submitted."""
    submission = Submission.objects.filter(office=office, key=key, decided_at=None).first()
    pages = actions.submitted(submission) if submission else _pages(office, key)
    position = submission.position if submission else changes.latest()
    if language not in pages:
        raise Http404
    return HttpResponse(rendering.page(sealing.compose(pages, position, draft=True), language, draft=True))


@require_GET
@seated
def paper(request: HttpRequest, office: Office, key: str, language: str) -> HttpResponse:
    """The draft as a paper after decree 30/2020, marked as a draft on every page."""
    pages = _pages(office, key)
    if language not in pages:
        raise Http404
    content = sealing.compose(pages, changes.latest(), draft=True)
    return rendering.paper_response(content, language, draft=True)


@require_POST
@seated
def submission(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Put the text before a second person."""
    return _acting(request, key, lambda: actions.submit(_pages(office, key), by=_user(request)), _("Submitted. A second person decides now."))


@require_POST
@seated
def publication(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Publish a news item."""
    return _acting(request, key, lambda: actions.publish_text(_pages(office, key), by=_user(request)), _("Published on the portal."))


@require_POST
@seated
def decision(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Approve or return a submitted text."""
    waiting = get_object_or_404(Submission, office=office, key=key, decided_at=None)
    if "approve" in request.POST:
        return _acting(request, key, lambda: actions.approve(waiting, by=_user(request)), _("Approved, sealed and released."))
    why = request.POST.get("why", "")
    return _acting(request, key, lambda: actions.send_back(waiting, by=_user(request), why=why), _("Returned to its author."))


@require_GET
@seated
def release(request: HttpRequest, office: Office, number: int) -> HttpResponse:
    """A release: its seal, and whether its figures still come out the same at its position."""
    found = get_object_or_404(Release.objects.select_related("edition"), office=office.key, number=number)
    context = {
        "release": found,
        "title": content.plain(found.edition.content["texts"][get_language() or "vi"]["title"]),
        "proof": next(proof for proof in verify_chain(office.key) if proof.number == number),
        "differences": recomputing.differences(found.edition),
        "may_withdraw": may(request.user, roles.WITHDRAW, office),
        "reason": ReasonForm(),
    }
    return render(request, "publications/release.html", context)


@require_POST
@seated
def withdrawal(request: HttpRequest, office: Office, number: int) -> HttpResponse:
    """Withdraw a release with the reason readers will see."""
    found = get_object_or_404(Release.objects.select_related("edition"), office=office.key, number=number)
    try:
        actions.withdraw(found.edition, by=_user(request), why=request.POST.get("why", ""))
        messages.success(request, _("Withdrawn. Number, date, reason and seal stay."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("publications:release", number=number)


def _acting(request: HttpRequest, key: str, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("publications:text", key=key)


def _pages(office: Office, key: str) -> dict[str, AuthoredPage]:
    if not (pages := drafting.latest(office, key)):
        raise Http404
    return pages


def _user(request: HttpRequest) -> User:
    return cast("User", request.user)


def _actor(request: HttpRequest) -> str:
    return _user(request).actor.key
