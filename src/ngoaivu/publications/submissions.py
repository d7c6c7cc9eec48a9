"""The way of a text from draft to release, as rows that say who and when."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from ngoaivu.accounts.models import Office
from ngoaivu.core.days import day_of


class Submission(models.Model):
    """Submission «trình duyệt»: the revisions of a text, in all its languages, put before a second person at one registry position.

    It ends once: approved (an edition was made), returned with a reason, or called back by who submitted it.
    `pages` maps language to page and revision.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    key = models.SlugField(_("key"), max_length=120)
    pages = models.JSONField(_("pages"))
    position = models.BigIntegerField(_("registry position"))
    submitted_by = models.CharField(_("submitted by"), max_length=200)
    submitter = models.CharField(max_length=80, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"))
    decided_by = models.CharField(_("decided by"), max_length=200, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    returned_why = models.CharField(_("returned because"), max_length=500, blank=True)
    edition = models.ForeignKey("publications.Edition", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("edition"))

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "key"], condition=models.Q(decided_at__isnull=True), name="one_open_submission"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {day_of(self.submitted_at)}"

    @property
    def outcome(self) -> str:
        """How it ended: approved, returned, called_back; empty while it waits."""
        if self.decided_at is None:
            return ""
        return "approved" if self.edition_id else "returned" if self.returned_why else "called_back"

    @property
    def revisions(self) -> dict[str, int]:
        """The revision that was submitted, by language."""
        return {language: told["revision"] for language, told in self.pages.items()}


def was_submitted(revision: Revision, office: Office, key: str) -> bool:
    """Whether a revision of a text was ever put before somebody: what he decided on stays what he saw."""
    return any(revision.pk in one.revisions.values() for one in Submission.objects.filter(office=office, key=key))
