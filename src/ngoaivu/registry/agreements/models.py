"""Tables of agreements."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ngoaivu.core.history import versioned
from ngoaivu.documents.records import COLLECTIVE, FieldOfWork, RegistryRecord
from ngoaivu.registry.partners.models import Partner


@versioned
class Agreement(RegistryRecord):
    """Agreement «thỏa thuận»: a signed text. Its start is the day it was signed, its end the day it expires.

    An international agreement (law 70/2020/QH14) is counted apart from a domestic one and from a civil contract,
    which the law leaves out (article 2).
    """

    class Kind(models.TextChoices):
        """Kind «loại»."""

        INTERNATIONAL = "international", _("International agreement")
        DOMESTIC = "domestic", _("Domestic agreement")
        CIVIL_CONTRACT = "civil_contract", _("Civil contract")

    class Form(models.TextChoices):
        """Name type «tên gọi», the ones article 6 of the law allows."""

        AGREEMENT = "agreement", _("Agreement")
        MEMORANDUM = "memorandum", _("Memorandum of understanding")
        MINUTES = "minutes", _("Minutes")
        STATEMENT = "statement", _("Statement")
        INTENT = "intent", _("Letter of intent")
        PLAN = "plan", _("Programme or plan of cooperation")
        CONTRACT = "contract", _("Contract")

    class State(models.TextChoices):
        """State «tình trạng»."""

        PREPARED = "prepared", _("In preparation")
        IN_FORCE = "in_force", _("In force")
        EXPIRED = "expired", _("Expired")
        TERMINATED = "terminated", _("Terminated")
        REPLACED = "replaced", _("Replaced")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    form = models.CharField(_("form"), max_length=20, choices=Form.choices, default=Form.AGREEMENT)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.IN_FORCE)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("partner"))
    signer_vi = models.CharField(_("signed for us by"), max_length=200, blank=True)
    field = models.CharField(_("field"), max_length=100, blank=True, choices=FieldOfWork.choices)
    collective = models.BooleanField(_("several told as one"), default=False, help_text=COLLECTIVE)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
