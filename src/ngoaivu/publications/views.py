"""Screens of texts: list, new report, one text with its checks, preview, paper, publish, release, withdraw."""

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, may
from ngoaivu.core import changes
from ngoaivu.publications import (
    actions,
    authors,
    behind,
    content,
    drafting,
    frames,
    lapsed,
    outlines,
    overriding,
    recomputing,
    rendering,
    sealing,
    writing,
)
from ngoaivu.publications.editions import Edition, EditionText, Release
from ngoaivu.publications.forms import NewReportForm, ReasonForm
from ngoaivu.publications.listing import texts_of
from ngoaivu.publications.pages import AuthoredPage, ReportPage
from ngoaivu.publications.product_views import products
from ngoaivu.publications.publishing import Refused, verify_chain
from ngoaivu.publications.screens import acting, pages_of, seated, shown, user_of
from ngoaivu.publications.submissions import Submission
from ngoaivu.publications.writing_views import may_write


@require_GET
@seated
def texts(request: HttpRequest, office: Office) -> HttpResponse:
    """Every text of the office with its state, and its releases."""
    titles = EditionText.objects.filter(edition=OuterRef("edition"), language="vi").values("title")[:1]
    releases = Release.objects.filter(office=office.key).select_related("edition").annotate(title=Subquery(titles)).order_by("-number")
    drafts = may(request.user, roles.DRAFT, office)
    context = {"texts": texts_of(office), "releases": releases, "may_draft": drafts, "may_write": may_write(request, office)}
    context["lapsed"] = lapsed.count(office)
    return render(request, "publications/texts.html", context)


@require_http_methods(["GET", "POST"])
@seated
def new_report(request: HttpRequest, office: Office) -> HttpResponse:
    """Draft a report from an outline over a period."""
    if not may(request.user, roles.DRAFT, office):
        raise Http404
    form = NewReportForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        standing = drafting.latest(office, drafting.report_key(told["outline"], told["over"]))
        if standing and "again" not in request.POST:
            return render(request, "publications/new_report.html", {"form": form, "standing": next(iter(standing.values()))})
        pages = drafting.draft_report(outlines.load(told["outline"]), office, told["over"], by=request.user, own=drafting.Own(on=told["on"]))
        messages.success(request, _("The report is drafted in both languages. Read it, mend what is missing, then submit it."))
        return redirect("publications:text", key=next(iter(pages.values())).key)
    return render(request, "publications/new_report.html", {"form": form})


@require_GET
@seated
def text(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """One text: its languages, what blocks it, where it stands, what the person may do next."""
    pages, position, open_now = _in_question(office, key)
    found = overriding.standing(pages, position)
    overridable = overriding.figures(found.blocking)
    standing = shown(pages)
    context = {
        "pages": pages,
        "saved_since": open_now is not None and actions.saved_since(open_now, pages_of(office, key)),
        "moved": behind.of_moved(pages, position, key),
        "lacking": writing.lacking(pages),
        "outlined": any(isinstance(page, ReportPage) for page in pages.values()),
        "may_write": may_write(request, office),
        "first": next(iter(pages.values())),
        "findings": found.blocking,
        "passed": found.passed,
        "overrides": overriding.of_text(office, key),
        "covered": [one for one in found.blocking if one.rule in overriding.OVERRIDABLE],
        "digest": overriding.digest_of(overridable),
        "may_override": bool(overridable) and may(request.user, roles.OVERRIDE, office),
        "submission": open_now,
        "history": Submission.objects.filter(office=office, key=key).select_related("edition").order_by("-submitted_at"),
        "gone": Edition.objects.filter(office=office.key, key=key, withdrawn_at__isnull=False).order_by("-withdrawn_at"),
        "edition": standing,
        "products": products(standing),
        "approvers": authors.approvers(open_now) if open_now else [],
        "unfinished": frames.unfinished(getattr(next(iter(pages.values())), "period", "")),
        "may_withdraw": standing is not None and standing.kind == "news" and may(request.user, roles.WITHDRAW, office),
        "mine": open_now is not None and user_of(request).actor.key == open_now.submitter,
        "may_submit": may(request.user, roles.DRAFT, office) and open_now is None,
        "may_decide": open_now is not None and may(request.user, roles.APPROVE, office) and user_of(request).actor.key != open_now.submitter,
        "not_second": authors.refusal(open_now, user_of(request)) if open_now else "",
        "may_publish": may(request.user, roles.EDIT, office),
        "reason": ReasonForm(),
        "override_reason": ReasonForm(auto_id="override_%s"),
        "withdraw_reason": ReasonForm(auto_id="withdraw_%s"),
    }
    return render(request, "publications/text.html", context)


def _in_question(office: Office, key: str) -> tuple[dict[str, AuthoredPage], int, Submission | None]:
    """A text as somebody is to decide on it, at its position; without an open submission as it was saved last, at the newest position."""
    newest = pages_of(office, key)
    waiting = Submission.objects.filter(office=office, key=key, decided_at=None).first()
    return (actions.submitted(waiting), waiting.position, waiting) if waiting else (newest, changes.latest(), None)


@require_GET
@seated
def preview(request: HttpRequest, office: Office, key: str, language: str) -> HttpResponse:
    """The text as the portal will show it, with the registry as it is now, or as it was submitted."""
    pages, position, _open = _in_question(office, key)
    if language not in pages:
        raise Http404
    content = sealing.compose(pages, position, draft=True)
    return rendering.page_response(content, language, draft=True, doors=behind.doors(content, position))


@require_GET
@seated
def paper(request: HttpRequest, office: Office, key: str, language: str) -> HttpResponse:
    """The draft as a paper after decree 30/2020, marked as a draft on every page."""
    pages, position, _open = _in_question(office, key)
    if language not in pages:
        raise Http404
    content = sealing.compose(pages, position, draft=True)
    return rendering.paper_response(content, language, draft=True)


@require_POST
@seated
def publication(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Publish a news item."""
    return acting(request, key, lambda: actions.publish_text(pages_of(office, key), by=user_of(request)), _("Published on the portal."))


@require_POST
@seated
def news_withdrawal(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Withdraw a news item with the reason readers will see; a release is withdrawn on its own screen."""
    edition = shown(pages_of(office, key))
    if edition is None or edition.kind != "news":
        raise Http404
    why = request.POST.get("why", "")
    return acting(request, key, lambda: actions.withdraw(edition, by=user_of(request), why=why), _("Withdrawn. Its day, reason and seal stay."))


@require_POST
@seated
def overruling(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Let exactly the figures shown through, with a reason that stays."""
    told = {"reason": request.POST.get("why", ""), "seen": request.POST.get("digest", "")}
    done = _("On record: the text may go out with exactly these figures.")
    return acting(request, key, lambda: overriding.override(_in_question(office, key)[0], by=user_of(request), **told), done)


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
        "overrides": found.edition.content["extra"].get("overrides", []),
        "products": products(found.edition),
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
        actions.withdraw(found.edition, by=user_of(request), why=request.POST.get("why", ""))
        messages.success(request, _("Withdrawn. Number, date, reason and seal stay."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("publications:release", number=number)
