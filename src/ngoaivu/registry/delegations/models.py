"""Tables of delegations: missions in and out, and the countries a mission visited."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ngoaivu.core.history import versioned
from ngoaivu.core.models import Territory
from ngoaivu.documents.records import COLLECTIVE, RegistryRecord
from ngoaivu.registry.partners.models import Partner


class Channel(models.TextChoices):
    """Channel «kênh đối ngoại»: Party, State or people (regulation 272-QĐ/TW)."""

    PARTY = "party", _("Party")
    STATE = "state", _("State")
    PEOPLE = "people", _("People-to-people")


@versioned
class Delegation(RegistryRecord):
    """Delegation «đoàn vào, đoàn ra»: one mission, counted once however many countries it visits and whoever performs in it.

    Missions (đoàn), person-trips (lượt người) and country-visits are three counts. A domestic visit is registered here too and
    is not a foreign delegation. `persons` is None where the source gives no number.
    """

    class Direction(models.TextChoices):
        """Direction «chiều»."""

        INBOUND = "inbound", _("Inbound")
        OUTBOUND = "outbound", _("Outbound")

    class Origin(models.TextChoices):
        """Origin «nguồn gốc»: foreign, or a visit within the country."""

        FOREIGN = "foreign", _("Foreign")
        DOMESTIC = "domestic", _("Domestic")

    class State(models.TextChoices):
        """State «tình trạng»."""

        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Cancelled")

    class Rank(models.TextChoices):
        """Rank «cấp đoàn»."""

        CENTRAL = "central", _("Central")
        PROVINCIAL = "provincial", _("Provincial")
        LOCAL = "local", _("Local")
        BUSINESS = "business", _("Business")
        NGO = "ngo", _("Non-governmental")
        ACADEMIC = "academic", _("Academic")
        ARTISTIC = "artistic", _("Artistic troupe")
        PRESS = "press", _("Press")

    class Purpose(models.TextChoices):
        """Purpose «mục đích»."""

        VISIT = "visit", _("Courtesy visit")
        WORKING = "working", _("Working visit")
        CONFERENCE = "conference", _("Conference")
        TRAINING = "training", _("Training")
        PROMOTION = "promotion", _("Promotion")
        CULTURE = "culture", _("Cultural exchange")

    direction = models.CharField(_("direction"), max_length=10, choices=Direction.choices)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin.choices, default=Origin.FOREIGN)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices, default=Channel.STATE)
    rank = models.CharField(_("rank"), max_length=12, choices=Rank.choices, default=Rank.PROVINCIAL)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose.choices, default=Purpose.WORKING)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    country = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country"))
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="delegations", verbose_name=_("partner"))
    persons = models.PositiveIntegerField(_("persons"), null=True, blank=True)
    collective = models.BooleanField(_("several told as one"), default=False, help_text=COLLECTIVE)
    head_vi = models.CharField(_("head of the delegation"), max_length=200, blank=True)
    host_vi = models.CharField(_("received by, or sent by"), max_length=200, blank=True)

    searched: ClassVar = ("head_vi", "host_vi", "note")
    # One word for one thing: in the form of a letter, in the form of a record, in lists and in imports.
    called: ClassVar = {
        "title_vi": _("Name of the delegation, Vietnamese"), "title_en": _("Name of the delegation, English"),
        "when": _("First day of the visit"), "until": _("Last day of the visit"),
    }  # fmt: skip

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints: ClassVar = [models.CheckConstraint(condition=Q(persons__isnull=True) | Q(persons__gte=1), name="delegation_has_persons")]


@versioned
class CountryVisit(RegistryRecord):
    """Country-visit «lượt nước đoàn ra đến thăm»: one country on the way of an outbound mission; a mission to three countries has three."""

    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="visits", verbose_name=_("delegation"))
    country = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))

    class Meta:
        verbose_name = _("country visit")
        verbose_name_plural = _("country visits")
