"""Tables of accounts: offices, units, users, appointments."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from ngoaivu.accounts.roles import CHOICES, ROLES
from ngoaivu.core import vietnamese
from ngoaivu.core.changes import Actor
from ngoaivu.core.levels import Reader
from ngoaivu.core.models import Territory


class Office(models.Model):
    """Office «cơ quan»: who keeps a registry. It names its territory and may succeed other offices.

    `portal_path` is the first part of its portal's address, empty for the office served at the root.
    """

    key = models.SlugField(_("key"), max_length=40, unique=True)
    name_vi = models.CharField(_("Vietnamese name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    abbreviation = models.CharField(_("abbreviation in document numbers"), max_length=20)
    superior_vi = models.CharField(_("superior body, Vietnamese"), max_length=200)
    superior_en = models.CharField(_("superior body, English"), max_length=200)
    place_vi = models.CharField(_("place of issue"), max_length=100)
    head_title_vi = models.CharField(_("title of its head, Vietnamese"), max_length=100)
    head_title_en = models.CharField(_("title of its head, English"), max_length=100)
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="offices", verbose_name=_("territory"))
    succeeds = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="heirs", verbose_name=_("succeeds"))
    portal_path = models.SlugField(_("portal address"), max_length=40, blank=True, unique=True)
    demonstration = models.BooleanField(_("demonstration"), default=False)
    invented = models.BooleanField(_("invented, labelled on every page"), default=False)
    excerpt = models.BooleanField(_("its register is an excerpt, whose rows must not be added up"), default=False)
    address_vi = models.CharField(_("address, Vietnamese"), max_length=300, blank=True)
    address_en = models.CharField(_("address, English"), max_length=300, blank=True)
    hours_vi = models.CharField(_("opening hours, Vietnamese"), max_length=200, blank=True)
    hours_en = models.CharField(_("opening hours, English"), max_length=200, blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def __str__(self) -> str:
        return self.name_en if translation.get_language() == "en" else self.name_vi


def lineage(office: Office) -> set[int]:
    """The office and, step by step, every office it succeeds, whose records it inherits; by number."""
    found, fresh = {office.pk}, {office.pk}
    while fresh:
        fresh = set(Office.objects.filter(heirs__in=fresh).values_list("pk", flat=True)) - found
        found |= fresh
    return found


class Unit(models.Model):
    """Unit «phòng, đơn vị»: a part of an office between two days."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="units", verbose_name=_("office"))
    name_vi = models.CharField(_("Vietnamese name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    duties_vi = models.TextField(_("duties, Vietnamese"), blank=True)
    duties_en = models.TextField(_("duties, English"), blank=True)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def __str__(self) -> str:
        return self.name_en if translation.get_language() == "en" else self.name_vi


class User(AbstractUser):
    """Person «người dùng»: somebody who can log in. What he may do comes from his appointments alone."""

    full_name = models.CharField(_("full name"), max_length=200)
    sort_key = models.CharField(max_length=400, editable=False, blank=True)
    invented = models.BooleanField(_("invented for demonstration"), default=False)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        """The name as it is written; one entered in two parts stays as it was entered."""
        return self.full_name or super().get_full_name()

    @property
    def actor(self) -> Actor:
        """How the log of changes names the person."""
        return Actor(f"user:{self.username}", self.full_name or self.username)

    @staticmethod
    def key_of_name(name: str) -> str:
        """The stored alphabetical key: a Vietnamese name sorts by its last word first."""
        words = name.split()
        return vietnamese.sort_key(" ".join([*words[-1:], *words[:-1]]))


class Appointment(models.Model):
    """Appointment «bổ nhiệm»: a person holds a role in an office between two days; dated, so a signature of 2020 stays right.

    `signing` says how the person signs for the head (decree 30/2020): in his own name, KT. as deputy, Q. as acting.
    """

    class Signing(models.TextChoices):
        """Form of signature «thể thức đề ký»."""

        NONE = "", _("does not sign")
        HEAD = "head", _("as head")
        DEPUTY = "deputy", _("for the head (KT.)")
        ACTING = "acting", _("as acting head (Q.)")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("person"))
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("office"))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments", verbose_name=_("unit"))
    role = models.CharField(_("role"), max_length=20, choices=CHOICES)
    title_vi = models.CharField(_("title, Vietnamese"), max_length=100)
    title_en = models.CharField(_("title, English"), max_length=100)
    signing = models.CharField(_("signature"), max_length=10, choices=Signing.choices, blank=True, default=Signing.NONE)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    valid_from = models.DateField(_("first day"))
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="appointment_days_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.title_en if translation.get_language() == 'en' else self.title_vi}"

    def holds(self, on: date) -> bool:
        """Whether the appointment is in force on the day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class FailedLogin(models.Model):
    """Failed log-in «lần đăng nhập sai»: when, and digests of the name typed and of the address it came from. Kept for minutes."""

    at = models.DateTimeField(_("at"), db_index=True)
    name = models.CharField(_("digest of the name"), max_length=40, db_index=True)
    address = models.CharField(_("digest of the address"), max_length=40, db_index=True)

    class Meta:
        verbose_name = _("failed log-in")
        verbose_name_plural = _("failed log-ins")
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


def appointments_of(user: object, on: date | None = None) -> list[Appointment]:
    """The appointments in force today (or on a day); none for a stranger."""
    if not isinstance(user, User) or not user.is_active:
        return []
    day = on or timezone.localdate()
    return [held for held in user.appointments.select_related("office", "office__territory") if held.holds(day)]


def may(user: object, act: str, office: Office) -> bool:
    """Whether a person may do an act in an office today, by any role he holds there."""
    return any(held.office_id == office.pk and act in ROLES[held.role].acts for held in appointments_of(user))


def reader_of(user: object, office: Office) -> Reader | None:
    """What a person may see in an office; None, and so no rows, for somebody without an appointment there."""
    held = [ROLES[one.role].levels for one in appointments_of(user) if one.office_id == office.pk]
    return Reader(frozenset().union(*held), frozenset({office.pk})) if held else None
