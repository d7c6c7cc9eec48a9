"""Actions on texts: submit, call back, return, approve, publish, withdraw. Each asks the rules, writes rows that say who and when."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, User, may
from ngoaivu.core import changes
from ngoaivu.core.days import day_of
from ngoaivu.publications import authors, overriding, passing, publishing, relating, sealing, wall
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.editions import Edition, Release
from ngoaivu.publications.pages import AuthoredPage, ReportPage
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.submissions import Submission


@transaction.atomic
def submit(pages: Mapping[str, AuthoredPage], *, by: User) -> Submission:
    """Put the newest revision of every language before a second person; the figures are read at this position from now on."""
    office = _office(pages)
    _check_act(by, roles.DRAFT, office)
    position = changes.latest()
    _check_text(pages, position)
    key = next(iter(pages.values())).key
    if Submission.objects.filter(office=office, key=key, decided_at=None).exists():
        raise Refused(_("This text already waits for a decision; have it called back or returned before you submit it again."))
    return Submission.objects.create(
        office=office,
        key=key,
        pages={language: {"page": page.pk, "revision": page.get_latest_revision().pk} for language, page in pages.items()},
        position=position,
        submitted_by=by.actor.name,
        submitter=by.actor.key,
        submitted_at=timezone.now(),
    )


@transaction.atomic
def call_back(submission: Submission, *, by: User) -> None:
    """Take back what one submitted oneself, before anybody decided on it."""
    submission = _open(submission)
    if by.actor.key != submission.submitter:
        raise Refused(_("Only %(name)s, who submitted this text, can call it back.") % {"name": submission.submitted_by})
    _decide(submission, by)


@transaction.atomic
def send_back(submission: Submission, *, by: User, why: str) -> None:
    """Return a text to its author with the reason."""
    submission = _open(submission)
    _check_act(by, roles.APPROVE, submission.office)
    if not why.strip():
        raise Refused(_("Say what the author should change."))
    submission.returned_why = why.strip()
    _decide(submission, by)


@transaction.atomic
def approve(submission: Submission, *, by: User) -> Release:
    """Release a submitted text as it was submitted: composed at its position, sealed, numbered, chained."""
    submission = _open(submission)
    check_approver(submission, by)
    pages = submitted(submission)
    content = _composed(pages, submission.position)
    relating.relate([content], _standing(submission.office))
    made = publishing.release(content, drafted_by=authors.named(submission), approved_by=by.actor.name)
    submission.edition = made.edition
    _decide(submission, by)
    _mark_live(submission, by)
    return made


def check_approver(submission: Submission, by: User) -> None:
    """Refuse whoever wrote or submitted the text, and anybody who may not approve."""
    _check_act(by, roles.APPROVE, submission.office)
    if told := authors.refusal(submission, by):
        raise Refused(told)


@transaction.atomic
def publish_text(pages: Mapping[str, AuthoredPage], *, by: User, extra: dict[str, Any] | None = None) -> Edition:
    """Publish a news item: no number, no second signature, but every check. A report needs both."""
    office = _office(pages)
    _check_act(by, roles.EDIT, office)
    if any(isinstance(page, ReportPage) for page in pages.values()):
        raise Refused(_("A report is released by a second person: submit it for approval."))
    position = changes.latest()
    content = _composed(pages, position, extra)
    relating.relate([content], _standing(office))
    return publishing.publish(content, by=by.actor.name)


def withdraw(edition: Edition, *, by: User, why: str) -> None:
    """Withdraw what was published, with the reason readers will see."""
    office = Office.objects.get(key=edition.office)
    _check_act(by, roles.WITHDRAW, office)
    publishing.withdraw(edition, by=by.actor.name, why=why)


def submitted(submission: Submission) -> dict[str, AuthoredPage]:
    """The pages exactly as they were submitted."""
    return {language: Revision.objects.get(pk=revision).as_object() for language, revision in submission.revisions.items()}


def saved_since(submission: Submission, pages: Mapping[str, AuthoredPage]) -> bool:
    """Whether a text was saved again after it was submitted."""
    return {language: page.get_latest_revision().pk for language, page in pages.items()} != submission.revisions


def _mark_live(submission: Submission, by: User) -> None:
    with wall.at_position(submission.position):
        for revision in submission.revisions.values():
            Revision.objects.get(pk=revision).publish(user=by, skip_permission_checks=True)


def _office(pages: Mapping[str, AuthoredPage]) -> Office:
    if not pages:
        raise Refused(_("There is no such text."))
    office: Office = next(iter(pages.values())).office
    return office


def _check_act(by: User, act: str, office: Office) -> None:
    if not may(by, act, office):
        raise Refused(_("%(name)s is not appointed to do this in %(office)s.") % {"name": by, "office": office})


def _check_text(pages: Mapping[str, AuthoredPage], position: int) -> overriding.Standing:
    """Refuse what blocks the text and nobody let through."""
    found = overriding.standing(pages, position)
    if found.blocking:
        raise Refused(" ".join(finding.message for finding in found.blocking[:5]))
    return found


def _composed(pages: Mapping[str, AuthoredPage], position: int, extra: dict[str, Any] | None = None) -> Content:
    """The content of a text that may go; figures let through are marked in it and told of."""
    found = _check_text(pages, position)
    content = sealing.compose(pages, position, extra=(extra or {}) | overriding.sealed(found))
    if found.override:
        passing.mark(content, pages, position, found.override)
    return content


def _standing(office: Office) -> Iterator[Content]:
    """The texts of an office that another can be related to."""
    shown = Edition.objects.filter(office=office.key, current=True, withdrawn_at=None, kind__in=relating.RELATED)
    return (row.content for row in shown.order_by("kind", "key"))


def _open(submission: Submission) -> Submission:
    """The submission as it stands, locked until it is decided: of two people who decide at once the second is refused."""
    found = Submission.objects.select_for_update().select_related("office").get(pk=submission.pk)
    if found.decided_at:
        raise Refused(_("This text was decided on already, on %(day)s.") % {"day": f"{day_of(found.decided_at):%d/%m/%Y}"})
    return found


def _decide(submission: Submission, by: User) -> None:
    submission.decided_by, submission.decided_at = by.actor.name, timezone.now()
    submission.save()
