"""Tables of events: series, events, their countries, bulletins."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ngoaivu.core.history import versioned
from ngoaivu.core.models import Territory
from ngoaivu.documents.records import COLLECTIVE, FieldOfWork, RegistryRecord
from ngoaivu.registry.delegations.models import Channel, Delegation
from ngoaivu.registry.partners.models import Partner


@versioned
class EventSeries(RegistryRecord):
    """Event series «chuỗi sự kiện thường niên»: what comes back every year under one name."""

    every_months = models.PositiveSmallIntegerField(_("every … months"), default=12)

    class Meta:
        verbose_name = _("event series")
        verbose_name_plural = _("event series")


@versioned
class Event(RegistryRecord):
    """Event «sự kiện»: a forum, conference, ceremony, cultural exchange or class.

    A performing troupe is a delegation: the event names it in `troupe` and never counts it again.
    """

    class Kind(models.TextChoices):
        """Kind of event «loại sự kiện»."""

        FORUM = "forum", _("Forum")
        CONFERENCE = "conference", _("Conference or seminar")
        CEREMONY = "ceremony", _("Ceremony")
        CULTURE = "culture", _("Cultural exchange")
        TRAINING = "training", _("Training class")
        MEETING = "meeting", _("Meeting")
        PRESS = "press", _("Press activity")

    class State(models.TextChoices):
        """State «tình trạng»."""

        PLANNED = "planned", _("Planned")
        PERMITTED = "permitted", _("Permitted")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Cancelled")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices, default=Channel.STATE)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    field = models.CharField(_("field"), max_length=100, blank=True, choices=FieldOfWork.choices)
    series = models.ForeignKey(EventSeries, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("series"))
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("partner"))
    country = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("main country"))
    troupe = models.ForeignKey(Delegation, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("troupe"))
    place_vi = models.CharField(_("place, Vietnamese"), max_length=200, blank=True)
    place_en = models.CharField(_("place, English"), max_length=200, blank=True)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    foreign_participants = models.PositiveIntegerField(_("of them foreign"), null=True, blank=True)
    collective = models.BooleanField(_("several told as one"), default=False, help_text=COLLECTIVE)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")


@versioned
class EventCountry(RegistryRecord):
    """Country of an event «nước tham gia»: a country that took part, besides the main one."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="countries", verbose_name=_("event"))
    country = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))

    class Meta:
        verbose_name = _("country of an event")
        verbose_name_plural = _("countries of events")


@versioned
class BulletinIssue(RegistryRecord):
    """Bulletin issue «kỳ bản tin đối ngoại»: one number of the office's bulletin."""

    class Languages(models.TextChoices):
        """Languages «ngôn ngữ»: those of one issue, joined."""

        BOTH = "vi,en", pgettext_lazy("languages of a bulletin", "Vietnamese and English")
        VIETNAMESE = "vi", pgettext_lazy("languages of a bulletin", "Vietnamese")
        ENGLISH = "en", pgettext_lazy("languages of a bulletin", "English")
        OTHER = "other", pgettext_lazy("languages of a bulletin", "Other languages")

    number = models.PositiveSmallIntegerField(_("number"))
    print_run = models.PositiveIntegerField(_("print run"), null=True, blank=True)
    languages = models.CharField(_("languages"), max_length=40, choices=Languages.choices, default=Languages.BOTH)

    class Meta:
        verbose_name = _("bulletin issue")
        verbose_name_plural = _("bulletin issues")
