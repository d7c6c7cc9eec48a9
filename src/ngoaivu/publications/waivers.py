"""Waivers «miễn gắn»: a figure that stands in a text without a fact behind it, because somebody answers for it with a reason."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ngoaivu.accounts.models import Office
from ngoaivu.core.history import UnguardedWrite

WORDS_FIT, REASON_FITS = 200, 500


class KeptRows(QuerySet[Any]):
    """Reads and adds; what was put on record is neither altered nor deleted."""

    def update(self, **columns: Any) -> int:
        """Refused: a row on record stays as it is."""
        raise UnguardedWrite(f"{self.model._meta.label}: rows are only added.")

    def delete(self) -> Any:
        """Refused, likewise."""
        raise UnguardedWrite(f"{self.model._meta.label}: rows are only added.")


class KeptRow(models.Model):
    """The base of tables to which rows are only added."""

    objects = KeptRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Added once."""
        if not self._state.adding:
            raise UnguardedWrite(f"{self._meta.label} {self.pk}: rows are only added.")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> Any:
        """Refused: a row on record stays."""
        raise UnguardedWrite(f"{self._meta.label} {self.pk}: rows are only added.")


class Waiver(KeptRow):
    """Waiver «miễn gắn»: the words of one text that need no fact, why, and who said so when. It holds for that text and those words only."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    key = models.SlugField(_("key"), max_length=120)
    words = models.CharField(_("words"), max_length=WORDS_FIT)
    reason = models.CharField(_("reason"), max_length=REASON_FITS)
    by = models.CharField(_("waived by"), max_length=200)
    actor = models.CharField(max_length=80, editable=False)
    at = models.DateTimeField(_("waived at"))

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        indexes: ClassVar = [models.Index(fields=["office", "key"], name="waivers_of_a_text")]
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(reason="") & ~Q(words=""), name="waiver_says_what_and_why")]

    def __str__(self) -> str:
        return f"{self.key}: {self.words}"
