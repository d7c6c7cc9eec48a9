"""Authors «người soạn»: whoever saved a text since it was last published. The second person is none of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Appointment, User, may
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.submissions import Submission

# What the column of a release holds.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Author:
    """Author «người soạn»: key and name of a person, and when he last saved the text."""

    key: str
    name: str
    at: datetime


def of(submission: Submission) -> Mapping[str, Author]:
    """Who saved what was submitted, by key, in the order in which they came to it; a revision no person saved has none."""
    found: dict[str, Author] = {}
    for saved in _revisions(submission).select_related("user").order_by("created_at", "pk"):
        actor = saved.user.actor
        found[actor.key] = Author(actor.key, actor.name, saved.created_at)
    return found


def refusal(submission: Submission, by: User) -> str:
    """Why a person may not approve what was submitted; empty when he is a second one."""
    if by.actor.key == submission.submitter:
        return _("A release is approved by a second person: you submitted this text.")
    if mine := of(submission).get(by.actor.key):
        day = f"{timezone.localdate(mine.at):%d/%m/%Y}"
        return _("A release is approved by a second person: you changed this text on %(day)s. Ask somebody who did not write in it.") % {"day": day}
    return ""


def approvers(submission: Submission) -> list[str]:
    """The people who may decide on what was submitted: appointed to approve, and no author of it."""
    held = Appointment.objects.filter(office=submission.office).select_related("user").order_by("user__full_name")
    people = list(dict.fromkeys(one.user for one in held if one.holds(timezone.localdate())))
    return [person.full_name for person in people if may(person, roles.APPROVE, submission.office) and not refusal(submission, person)]


def named(submission: Submission) -> str:
    """The authors' names as a release keeps them; whoever submitted where no person saved it."""
    names = [one.name for one in of(submission).values()] or [submission.submitted_by]
    told = ", ".join(names)
    while len(told) > LONGEST and len(names) > 1:
        names.pop()
        told = ", ".join([*names, "…"])
    return told[:LONGEST]


def _revisions(submission: Submission) -> Any:
    """The revisions of the submitted pages since the text's last edition, up to those submitted."""
    last = Edition.objects.filter(office=submission.office.key, key=submission.key, kind__in=("report", "news")).order_by("-published_at").first()
    pages = {told["page"]: told["revision"] for told in submission.pages.values()}
    rows = Revision.page_revisions.filter(object_id__in=[str(page) for page in pages], pk__lte=max(pages.values()), user__isnull=False)
    return rows.filter(created_at__gt=last.published_at) if last else rows
