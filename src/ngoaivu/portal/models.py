"""Tables of the portal: visits, and nothing else."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visits(models.Model):
    """Visits «lượt truy cập» of one day, one portal and one server process: counts, never who.

    Today is a sum over the processes of today, the total a sum over all days, and the readers online are kept in the
    same rows: so online is part of today and today part of the total, whatever the order of writing.
    """

    portal = models.SlugField(_("portal"), max_length=40, blank=True)
    day = models.DateField(_("day"))
    process = models.CharField(_("process"), max_length=32)
    visits = models.PositiveIntegerField(_("visits"))
    online = models.PositiveIntegerField(_("reading now"))
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("visits of a day")
        verbose_name_plural = _("visits of a day")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["portal", "day", "process"], name="visits_once_a_day"),
            models.CheckConstraint(condition=models.Q(online__lte=models.F("visits")), name="visits_hold_online"),
        ]

    def __str__(self) -> str:
        return f"{self.portal or '/'} {self.day}: {self.visits}"
