"""Tables of partners: partners, relationships, models learned from abroad."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ngoaivu.core.history import versioned
from ngoaivu.core.models import Territory
from ngoaivu.documents.records import FieldOfWork, RegistryRecord


class PartnerKind(models.TextChoices):
    """Kind of partner «loại đối tác»."""

    LOCALITY = "locality", _("Locality")
    MINISTRY = "ministry", _("Ministry or agency")
    PARTY = "party", _("Political party")
    MISSION = "mission", _("Diplomatic mission")
    CHAMBER = "chamber", _("Chamber or federation")
    UNIVERSITY = "university", _("University or school")
    COMPANY = "company", _("Company")
    NGO = "ngo", _("Non-governmental organisation")
    ASSOCIATION = "association", _("Association")
    DOMESTIC = "domestic", _("Domestic body")


@versioned
class Partner(RegistryRecord):
    """Partner «đối tác»: a body the office deals with; its title is its name.

    A duplicate names its survivor in `canonical`, one step deep: windows count the survivor, and undoing the merge
    brings the duplicate back as it was.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=PartnerKind.choices)
    country = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))
    canonical = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="duplicates", verbose_name=_("merged into"))

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


@versioned
class Relationship(RegistryRecord):
    """Relationship «quan hệ kết nghĩa, hợp tác»: what ties the province to a partner, with or without a text; now or formerly."""

    class Kind(models.TextChoices):
        """Kind of relationship «hình thức quan hệ»."""

        TWINNING = "twinning", _("Twinning")
        COOPERATION = "cooperation", _("Cooperation")
        FRIENDSHIP = "friendship", _("Friendship")

    class State(models.TextChoices):
        """State «tình trạng»."""

        CURRENT = "current", _("Current")
        FORMER = "former", _("Former")

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="relationships", verbose_name=_("partner"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.CURRENT)

    class Meta:
        verbose_name = _("relationship")
        verbose_name_plural = _("relationships")


@versioned
class LearnedModel(RegistryRecord):
    """Learned model «mô hình học tập từ nước ngoài»: a way of working the province took over, and from which country."""

    country = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("learned from"))
    field = models.CharField(_("field"), max_length=100, blank=True, choices=FieldOfWork.choices)
    place_vi = models.CharField(_("place, Vietnamese"), max_length=200, blank=True)
    place_en = models.CharField(_("place, English"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("learned model")
        verbose_name_plural = _("learned models")
