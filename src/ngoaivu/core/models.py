"""Tables of the core: changes, territories, rates."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from ngoaivu.core import vietnamese


class Change(models.Model):
    """Change «lần ghi»: one act of writing; its number is the revision by which every version and figure is dated.

    Who did it is a key and a name as text, so that the log never holds a person's row in place.
    `at` never runs backwards: writers take turns before the number is drawn.
    """

    at = models.DateTimeField(_("at"), db_index=True)
    actor_key = models.CharField(_("who"), max_length=80)
    actor_name = models.CharField(_("name"), max_length=200)
    verb = models.CharField(_("act"), max_length=80)
    why = models.CharField(_("reason"), max_length=500, blank=True)
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("undoes"))

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self) -> str:
        return f"{self.pk} {self.verb}"

    @property
    def told(self) -> str:
        """The change as people know it «ngày giờ, người ghi»; its number says nothing to them."""
        return f"{timezone.localtime(self.at):%d/%m/%Y %H:%M}, {self.actor_name}"


class TerritoryKind(models.TextChoices):
    """Kind of territory «loại địa bàn»."""

    REGION = "region", _("Region")
    COUNTRY = "country", _("Country")
    ECONOMY = "economy", _("Economy or territory")
    PROVINCE = "province", _("Province or city")
    DISTRICT = "district", _("District")
    COMMUNE = "commune", _("Commune")
    FOREIGN = "foreign", _("Foreign locality")


class Territory(models.Model):
    """Territory «địa bàn»: a named piece of ground with the days on which it existed under that name.

    `valid_to` is the last day, None while it lasts. The same name may stand for two territories of different days:
    Đồng Tháp before and from 1 July 2025 (resolution 202/2025/QH15).
    """

    key = models.SlugField(_("key"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=TerritoryKind.choices)
    name_vi = models.CharField(_("Vietnamese name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    sort_key = models.CharField(max_length=400, editable=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of"))
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("territory")
        verbose_name_plural = _("territories")
        ordering: ClassVar = ["sort_key"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from")), name="territory_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.name(translation.get_language() or "vi")

    def name(self, language: str) -> str:
        """The name in a language; any but English reads the Vietnamese one."""
        return self.name_en if language == "en" else self.name_vi

    def existed(self, on: date) -> bool:
        """Whether the territory existed on the day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    @staticmethod
    def key_of_name(name: str) -> str:
        """The stored alphabetical key of a name."""
        return vietnamese.sort_key(name)


class Succession(models.Model):
    """Succession «kế thừa địa bàn»: the whole of `predecessor` went into `successor` on a day, by a legal text."""

    predecessor = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="successions", verbose_name=_("predecessor"))
    successor = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="inheritances", verbose_name=_("successor"))
    on = models.DateField(_("from"))
    basis = models.CharField(_("legal basis"), max_length=200)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints: ClassVar = [models.UniqueConstraint(fields=["predecessor", "successor"], name="one_succession_per_pair")]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Membership(models.Model):
    """Membership «thành viên vùng»: a territory belonged to a region between two days, the last one None while it lasts."""

    region = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("region"))
    member = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="regions", verbose_name=_("member"))
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def __str__(self) -> str:
        return f"{self.member} ∈ {self.region}"


class ExchangeRate(models.Model):
    """Exchange rate «tỷ giá»: VND for one unit of a currency on a day, with its source. A rate is never edited, a new one is dated."""

    currency = models.CharField(_("currency"), max_length=3)
    on = models.DateField(_("day"))
    vnd = models.DecimalField(_("VND for one unit"), max_digits=18, decimal_places=6)
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        constraints: ClassVar = [models.UniqueConstraint(fields=["currency", "on", "source"], name="one_rate_per_day_and_source")]

    def __str__(self) -> str:
        return f"{self.currency} {self.on}"
