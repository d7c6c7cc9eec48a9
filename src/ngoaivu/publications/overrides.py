"""The table of overrides: figures that somebody with the right let through, with the reason, for good."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ngoaivu.accounts.models import Office
from ngoaivu.core.days import day_of
from ngoaivu.publications.waivers import KeptRow


class Override(KeptRow):
    """Override «quyết định vẫn đăng»: a text goes out with figures that are loose or contradicted, because somebody says so and why.

    It holds for exactly the figures of its digest; one figure more, or another, is refused again. `figures` lists them:
    language, rule, place, words and the whole line. Only added to.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    key = models.SlugField(_("key"), max_length=120)
    digest = models.CharField(_("digest"), max_length=64)
    figures = models.JSONField(_("figures let through"))
    reason = models.CharField(_("reason"), max_length=500)
    by = models.CharField(_("decided by"), max_length=200)
    actor = models.CharField(max_length=80, editable=False)
    at = models.DateTimeField(_("decided at"))

    class Meta:
        verbose_name = _("override")
        verbose_name_plural = _("overrides")
        constraints: ClassVar = [models.CheckConstraint(condition=~models.Q(reason=""), name="override_says_why")]
        indexes: ClassVar = [models.Index(fields=["office", "key", "digest"], name="override_of_figures")]

    def __str__(self) -> str:
        return f"{self.key} {day_of(self.at)}"
