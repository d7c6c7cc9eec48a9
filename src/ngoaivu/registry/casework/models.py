"""Tables of casework: business-travel permissions, and the procedures the office describes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ngoaivu.core.history import versioned
from ngoaivu.documents.records import RegistryRecord


@versioned
class TravelPermission(RegistryRecord):
    """Business-travel permission «cho phép sử dụng thẻ ABTC»: given by the province; the card is issued by Immigration (decision 09/2023).

    The start is the day of permission. Permitted is not issued; the person's name is personal.
    """

    class State(models.TextChoices):
        """State «tình trạng»."""

        RECEIVED = "received", _("Received")
        VERIFYING = "verifying", _("Being verified")
        PERMITTED = "permitted", _("Permitted")
        REFUSED = "refused", _("Refused")
        REVOKED = "revoked", _("Revoked")

    person_name = models.CharField(_("name"), max_length=200, blank=True)
    post_vi = models.CharField(_("post"), max_length=200, blank=True)
    enterprise_vi = models.CharField(_("enterprise"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.RECEIVED)

    personal: ClassVar = ("person_name", "post_vi")

    class Meta:
        verbose_name = _("business-travel permission")
        verbose_name_plural = _("business-travel permissions")


@versioned
class Procedure(RegistryRecord):
    """Procedure «thủ tục hành chính»: described here, applied for at the national public-service portal, the one front door."""

    number = models.CharField(_("code of the procedure"), max_length=40)
    field_vi = models.CharField(_("field, Vietnamese"), max_length=100)
    field_en = models.CharField(_("field, English"), max_length=100, blank=True)
    steps_vi = models.TextField(_("steps, Vietnamese"), blank=True)
    steps_en = models.TextField(_("steps, English"), blank=True)
    papers_vi = models.TextField(_("papers, Vietnamese"), blank=True)
    papers_en = models.TextField(_("papers, English"), blank=True)
    time_limit_vi = models.CharField(_("time limit, Vietnamese"), max_length=200, blank=True)
    time_limit_en = models.CharField(_("time limit, English"), max_length=200, blank=True)
    fee_vi = models.CharField(_("fee, Vietnamese"), max_length=200, blank=True)
    fee_en = models.CharField(_("fee, English"), max_length=200, blank=True)
    basis_vi = models.CharField(_("legal basis, Vietnamese"), max_length=400, blank=True)
    basis_en = models.CharField(_("legal basis, English"), max_length=400, blank=True)
    link = models.URLField(_("address at the national portal"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("procedure")
        verbose_name_plural = _("procedures")
