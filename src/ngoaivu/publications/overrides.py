"""The table of overrides: figures that somebody with the right let through, with the reason, for good."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ngoaivu.accounts.models import Office


class Kept(RuntimeError):
    """An override was to be changed or deleted; it is a record of who answers for a figure."""


class OverrideQuerySet(models.QuerySet["Override"]):
    """Reads as usual; changes nothing."""

    def update(self, **columns: Any) -> int:
        """Refused."""
        raise Kept("An override is never changed: make another.")

    def delete(self) -> Any:
        """Refused."""
        raise Kept("An override is never deleted.")


class Override(models.Model):
    """Override «quyết định vẫn đăng»: a text goes out with figures that are loose or contradicted, because somebody says so and why.

    It holds for exactly the figures of its digest; one figure more, or another, is refused again. `figures` lists them:
    language, rule, place and words. Only added to.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    key = models.SlugField(_("key"), max_length=120)
    digest = models.CharField(_("digest"), max_length=64)
    figures = models.JSONField(_("figures"))
    reason = models.CharField(_("reason"), max_length=500)
    by = models.CharField(_("decided by"), max_length=200)
    actor = models.CharField(max_length=80, editable=False)
    at = models.DateTimeField(_("decided at"))

    objects = OverrideQuerySet.as_manager()

    class Meta:
        verbose_name = _("override")
        verbose_name_plural = _("overrides")
        constraints: ClassVar = [models.CheckConstraint(condition=~models.Q(reason=""), name="override_says_why")]
        indexes: ClassVar = [models.Index(fields=["office", "key", "digest"], name="override_of_figures")]

    def __str__(self) -> str:
        return f"{self.key} {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **options: Any) -> None:
        """Kept once."""
        if not self._state.adding:
            raise Kept("An override is never changed: make another.")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> Any:
        """Refused."""
        raise Kept("An override is never deleted.")
