"""Tables of community: associations, enterprises with overseas-Vietnamese capital, trainee cohorts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ngoaivu.core.history import versioned
from ngoaivu.core.models import Territory
from ngoaivu.documents.records import RegistryRecord


@versioned
class Association(RegistryRecord):
    """Association «hội»: of relatives of, or for contact with, Vietnamese abroad."""

    class Kind(models.TextChoices):
        """Kind «loại hội»."""

        RELATIVES = "relatives", _("Relatives of Vietnamese abroad")
        LIAISON = "liaison", _("Liaison with Vietnamese abroad")
        FRIENDSHIP = "friendship", _("Friendship association")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    members = models.PositiveIntegerField(_("members"), null=True, blank=True)

    class Meta:
        verbose_name = _("association")
        verbose_name_plural = _("associations")


@versioned
class Enterprise(RegistryRecord):
    """Enterprise «doanh nghiệp có vốn của người Việt Nam ở nước ngoài»: its capital in đồng, its start the day it was registered."""

    class Field(models.TextChoices):
        """Field «lĩnh vực» of an enterprise: what it lives by."""

        AGRICULTURE = "agriculture", pgettext_lazy("field of an enterprise", "Agriculture")
        FOOD = "food", pgettext_lazy("field of an enterprise", "Food processing")
        INDUSTRY = "industry", pgettext_lazy("field of an enterprise", "Industry")
        TRADE = "trade", pgettext_lazy("field of an enterprise", "Trade")
        SERVICES = "services", pgettext_lazy("field of an enterprise", "Services and tourism")
        TECHNOLOGY = "technology", pgettext_lazy("field of an enterprise", "Technology")
        OTHER = "other", pgettext_lazy("field of an enterprise", "Other field")

    country = models.ForeignKey(
        Territory, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country of the investor")
    )
    capital_minor = models.BigIntegerField(_("registered capital, smallest units"), null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="VND")
    field = models.CharField(_("field"), max_length=100, blank=True, choices=Field.choices)

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")


@versioned
class TraineeCohort(RegistryRecord):
    """Trainee cohort «khóa học viên»: a class trained for work abroad: trained, and of them placed."""

    school_vi = models.CharField(_("school"), max_length=200)
    country = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))
    trained = models.PositiveIntegerField(_("trained"), null=True, blank=True)
    placed = models.PositiveIntegerField(_("of them placed"), null=True, blank=True)

    class Meta:
        verbose_name = _("trainee cohort")
        verbose_name_plural = _("trainee cohorts")
