"""Tables of aid: registrations of foreign organisations, aid items, disbursements, volunteers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ngoaivu.core.history import versioned
from ngoaivu.core.models import Territory
from ngoaivu.documents.records import FieldOfWork, RegistryRecord
from ngoaivu.registry.partners.models import Partner


@versioned
class NgoRegistration(RegistryRecord):
    """NGO registration «giấy đăng ký của tổ chức phi chính phủ nước ngoài»: issued by the ministry, followed by the province (decree 58/2022)."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="registrations", verbose_name=_("organisation"))
    number = models.CharField(_("number"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("NGO registration")
        verbose_name_plural = _("NGO registrations")


@versioned
class AidItem(RegistryRecord):
    """Aid item «khoản viện trợ»: a programme, project, non-project or emergency aid; committed is not disbursed (decree 313/2025)."""

    class Kind(models.TextChoices):
        """Kind «loại khoản viện trợ»."""

        PROGRAMME = "programme", _("Programme")
        PROJECT = "project", _("Project")
        NON_PROJECT = "non_project", _("Non-project aid")
        EMERGENCY = "emergency", _("Emergency relief")

    class State(models.TextChoices):
        """State «tình trạng»."""

        PROPOSED = "proposed", _("Proposed")
        APPROVED = "approved", _("Approved")
        RECEIVING = "receiving", _("Being received")
        COMPLETED = "completed", _("Completed")
        STOPPED = "stopped", _("Stopped")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.APPROVED)
    donor = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="aid_items", verbose_name=_("donor"))
    sector = models.CharField(_("sector"), max_length=100, blank=True, choices=FieldOfWork.choices)
    place_vi = models.CharField(_("place"), max_length=200, blank=True)
    committed_minor = models.BigIntegerField(_("committed, smallest units"), null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="VND")
    approval = models.CharField(_("approval"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("aid item")
        verbose_name_plural = _("aid items")


@versioned
class Disbursement(RegistryRecord):
    """Disbursement «giải ngân»: money paid out of an aid item on a day."""

    item = models.ForeignKey(AidItem, on_delete=models.PROTECT, related_name="disbursements", verbose_name=_("aid item"))
    amount_minor = models.BigIntegerField(_("amount, smallest units"))
    currency = models.CharField(_("currency"), max_length=3, default="VND")

    class Meta:
        verbose_name = _("disbursement")
        verbose_name_plural = _("disbursements")


@versioned
class Volunteer(RegistryRecord):
    """Volunteer «tình nguyện viên nước ngoài»: somebody from abroad who teaches or works here for a time. The name is personal."""

    class Subject(models.TextChoices):
        """Subject «môn, công việc»: what a volunteer teaches or does."""

        CARE = "care", pgettext_lazy("subject of a volunteer", "Care for people with disabilities")
        ENGLISH = "english", pgettext_lazy("subject of a volunteer", "English")
        IT = "it", pgettext_lazy("subject of a volunteer", "Information technology")
        JAPANESE = "japanese", pgettext_lazy("subject of a volunteer", "Japanese")
        KOREAN = "korean", pgettext_lazy("subject of a volunteer", "Korean")
        MECHANICS = "mechanics", pgettext_lazy("subject of a volunteer", "Mechanics and electronics")
        OTHER = "other", pgettext_lazy("subject of a volunteer", "Other subject")

    person_name = models.CharField(_("name"), max_length=200, blank=True)
    country = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country"))
    host_vi = models.CharField(_("host"), max_length=200, blank=True)
    subject = models.CharField(_("subject"), max_length=100, blank=True, choices=Subject.choices)

    personal: ClassVar = ("person_name",)

    class Meta:
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
