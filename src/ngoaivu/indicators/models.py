"""Tables of indicators: observations received, claims quoted, values kept."""

from decimal import Decimal, InvalidOperation
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from ngoaivu.accounts.models import Office
from ngoaivu.core import period
from ngoaivu.core.history import Record, versioned
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.documents.models import Citation


class Qualifier(models.TextChoices):
    """Qualifier «mức chính xác»: how the source itself hedged the value."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    OVER = "over", _("over")
    UNDER = "under", _("under")
    NEAR = "near", _("nearly")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")


class Stage(models.TextChoices):
    """Stage «giai đoạn số liệu»: estimates are labelled and replaced, never overwritten."""

    UNSTATED = "unstated", _("stage not stated")
    ESTIMATE = "estimate", _("estimate")
    PRELIMINARY = "preliminary", _("preliminary")
    OFFICIAL = "official", _("official")
    REVISED = "revised", _("revised")


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


@versioned
class Observation(Record):
    """Observation «số liệu nhận»: a statistic received: what, where, when, how much, how sure, from whom.

    `value` and `high` are decimal strings in base units (đồng, persons, 0.96 for 96 %), because SQLite keeps decimals as
    floats. `period` is the written form of a period; a stock is asked at `as_of_from`..`as_of_to`, and `when_words` keeps
    the source's own words ("hiện nay"). `breakdown` is canonical JSON of dimension and member. `decimals` is the power of
    ten the source wrote to: -7 for 2,73 tỷ. `unit` is empty for a share.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="+", verbose_name=_("territory"))
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.PUBLIC)
    embargo_until = models.DateField(_("embargo ends"), null=True, blank=True)
    indicator = models.CharField(_("indicator"), max_length=120, db_index=True)
    period = models.CharField(_("period"), max_length=60, blank=True)
    as_of_from = models.DateField(_("as of, earliest"), null=True, blank=True)
    as_of_to = models.DateField(_("as of, latest"), null=True, blank=True)
    when_words = models.CharField(_("time in the source's words"), max_length=200, blank=True)
    breakdown = models.CharField(_("breakdown"), max_length=400, blank=True)
    value = models.CharField(_("value"), max_length=60)
    high = models.CharField(_("upper end"), max_length=60, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    per = models.CharField(_("per"), max_length=20, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=10, choices=Qualifier.choices, default=Qualifier.EXACT)
    decimals = models.SmallIntegerField(_("power of ten it was written to"), default=0)
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices, default=Stage.UNSTATED)
    part_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of"))
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name=_("supersedes")
    )
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        indexes: ClassVar = [models.Index(fields=["territory", "indicator"], name="observation_asked_for")]

    def __str__(self) -> str:
        return f"{self.indicator} {self.period or self.as_of_to or self.when_words}: {self.value}"

    @property
    def amount(self) -> Decimal:
        """The value as a Decimal."""
        return Decimal(self.value)

    def clean(self) -> None:
        """A value is a decimal string, a period can be read, its end is not before its start."""
        for name in ("value", "high"):
            if (text := getattr(self, name)) and not _is_number(text):
                raise ValidationError({name: _("“%(text)s” is no number: write digits with a point, e.g. 2730000000.") % {"text": text}})
        if self.period:
            try:
                period.parse(self.period)
            except period.PeriodError as error:
                raise ValidationError({"period": str(error)}) from error
        if self.as_of_from and self.as_of_to and self.as_of_to < self.as_of_from:
            raise ValidationError({"as_of_to": _("The latest day lies before the earliest: exchange the two.")})


@versioned
class Claim(Record):
    """Claim «nhận định»: something a source says without a figure one could count, e.g. «among the leading provinces»."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="+", verbose_name=_("territory"))
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.PUBLIC)
    embargo_until = models.DateField(_("embargo ends"), null=True, blank=True)
    code = models.SlugField(_("code"), max_length=120)
    indicator = models.CharField(_("indicator"), max_length=120, blank=True)
    period = models.CharField(_("period"), max_length=60, blank=True)
    when_words = models.CharField(_("time in the source's words"), max_length=200, blank=True)
    statement_vi = models.CharField(_("statement, Vietnamese"), max_length=500)
    statement_en = models.CharField(_("statement, English"), max_length=500)
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")

    def __str__(self) -> str:
        return self.statement_en if translation.get_language() == "en" else self.statement_vi


class KeptValue(models.Model):
    """Kept value «giá trị đã giữ»: what a definition came to over a ground, days and members at a revision; never changes.

    `ground`, `days` and `breakdown` are written forms; `veil` names the rows embargoed on the day of computing. `cells` is
    JSON: member -> value, rows, unplaced, rows without a number. The row may be deleted at any time and is computed again.
    """

    definition = models.CharField(_("definition"), max_length=16)
    ground = models.CharField(_("territory"), max_length=400)
    days = models.CharField(_("period"), max_length=25)
    breakdown = models.CharField(_("breakdown"), max_length=200, blank=True)
    revision = models.BigIntegerField(_("revision"))
    veil = models.CharField(_("embargoed rows"), max_length=16, blank=True)
    cells = models.TextField(_("values"))

    class Meta:
        verbose_name = _("kept value")
        verbose_name_plural = _("kept values")
        default_permissions: ClassVar = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "definition", "ground", "days", "breakdown", "veil"], name="one_kept_value")
        ]

    def __str__(self) -> str:
        return f"{self.definition} {self.ground} {self.days} @{self.revision}"
