"""The form of a visit that a letter tells of: few inputs, sensible defaults, all in the order of the letter."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.documents.models import DocumentKind, SourceDocument
from ngoaivu.documents.secrecy import refuse_secret
from ngoaivu.registry.delegations import rules
from ngoaivu.registry.delegations.actions import Letter
from ngoaivu.registry.delegations.models import Channel, Delegation
from ngoaivu.registry.desk import grounds
from ngoaivu.registry.desk.fields import DayField, ImpreciseDateField, NamedField, countries, find, suggestions
from ngoaivu.registry.desk.forms import begin_here
from ngoaivu.registry.desk.scans import ScanField
from ngoaivu.registry.partners.models import Partner, PartnerKind

# Direction and origin in one question, as an officer thinks of a visit.
MOVEMENTS = {
    "inbound-foreign": gettext_lazy("From abroad, visits us"),
    "outbound-foreign": gettext_lazy("From here, goes abroad"),
    "inbound-domestic": gettext_lazy("From elsewhere in the country, visits us"),
    "outbound-domestic": gettext_lazy("From here, goes elsewhere in the country"),
}
NEW_KIND = [("", gettext_lazy("already registered, or none")), *PartnerKind.choices]
STATES = [("", gettext_lazy("by the day: planned or held")), *Delegation.State.choices]


class LetterForm(forms.Form):
    """A visit as its letter tells it."""

    scan = ScanField(label=gettext_lazy("Scan of the letter"), required=False)
    number = forms.CharField(label=gettext_lazy("Number of the letter"), required=False, max_length=200, help_text=gettext_lazy("e.g. 123/CV-SNgV"))
    issued = DayField(label=gettext_lazy("Date of the letter"))
    issuer = forms.CharField(label=gettext_lazy("Issued by"), max_length=200)
    subject = forms.CharField(
        label=gettext_lazy("Subject of the letter"), required=False, max_length=400, help_text=gettext_lazy("Empty: named after the visit.")
    )
    movement = forms.ChoiceField(
        label=gettext_lazy("The delegation"), choices=list(MOVEMENTS.items()), widget=forms.RadioSelect, initial="inbound-foreign"
    )
    country = NamedField(
        queryset=Territory.objects.none(),
        kind="country",
        label=gettext_lazy("Country or countries"),
        required=False,
        help_text=gettext_lazy("It comes from or goes to."),
    )
    more_countries = forms.CharField(
        label=gettext_lazy("Further countries visited"),
        required=False,
        help_text=gettext_lazy("Only when going abroad; separated by semicolons."),
    )
    partner = forms.CharField(
        label=gettext_lazy("Partner"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("The body that comes or is visited."),
    )
    partner_kind = forms.ChoiceField(label=gettext_lazy("Kind, if the partner is new"), choices=NEW_KIND, required=False)
    title = forms.CharField(
        label=gettext_lazy("Name of the delegation"), required=False, max_length=400, help_text=gettext_lazy("Empty: named after partner or country.")
    )
    when = ImpreciseDateField(label=gettext_lazy("First day of the visit"))
    until = ImpreciseDateField(label=gettext_lazy("Last day of the visit"), required=False, help_text="")
    persons = forms.IntegerField(label=gettext_lazy("Number of persons"), required=False, min_value=1)
    head = forms.CharField(label=gettext_lazy("Head of the delegation"), required=False, max_length=200)
    host = forms.CharField(label=gettext_lazy("Received by, or sent by"), required=False, max_length=200)
    channel = forms.ChoiceField(label=gettext_lazy("Channel"), choices=Channel.choices, initial=Channel.STATE)
    purpose = forms.ChoiceField(label=gettext_lazy("Purpose"), choices=Delegation.Purpose.choices, initial=Delegation.Purpose.WORKING)
    rank = forms.ChoiceField(label=gettext_lazy("Rank"), choices=Delegation.Rank.choices, initial=Delegation.Rank.PROVINCIAL)
    state = forms.ChoiceField(label=gettext_lazy("State of the visit"), choices=STATES, required=False)
    level = forms.ChoiceField(label=gettext_lazy("Who may see it"), choices=Level.choices, initial=Level.INTERNAL)
    embargo_until = DayField(label=gettext_lazy("Embargo ends on"), required=False)
    another = forms.BooleanField(label=gettext_lazy("This is another delegation: register it"), required=False)

    ASKED = (
        (gettext_lazy("The letter"), ("scan", "number", "issued", "issuer")),
        (gettext_lazy("The visit"), ("movement", "country", "partner", "partner_kind", "when", "until", "persons", "channel", "host", "state")),
    )
    FILLED = ("subject", "title", "head", "more_countries", "purpose", "rank", "level", "embargo_until")

    def __init__(self, *args: Any, seat: Seat, **options: Any) -> None:
        self.seat = seat
        super().__init__(*args, **options)
        self.fields["country"].queryset = countries()  # type: ignore[attr-defined]
        self.fields["partner"].widget.attrs.update({"data-names": "partner", "autocomplete": "off"})
        self.fields["host"].initial = seat.office.name_vi
        self.partners = Partner.objects.filter(seat.visible(), withdrawn=False, canonical__isnull=True)
        self.alike: list[Delegation] = []
        self.letter: Letter | None = None
        begin_here(self)

    def asked(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The inputs a letter answers, under their headings."""
        return [(title, [self[name] for name in names]) for title, names in self.ASKED]

    def filled(self) -> list[forms.BoundField]:
        """The inputs that have an answer already, or need none."""
        return [self[name] for name in self.FILLED]

    def opened(self) -> bool:
        """Whether one of these needs to be looked at."""
        return any(name in self.errors for name in self.FILLED)

    def clean_country(self) -> Territory | None:
        """A visit from or to abroad names its country."""
        country: Territory | None = self.cleaned_data["country"]
        if country is None and str(self.data.get("movement", "")).endswith("foreign"):
            raise ValidationError(_("Which country does it come from or go to? Type its name."), code="required")
        return country

    def clean_more_countries(self) -> list[Territory]:
        """The countries after the first, each by its name."""
        return [find(countries(), name.strip()) for name in re.split(r"[;,]", self.cleaned_data["more_countries"]) if name.strip()]

    def clean(self) -> dict[str, Any]:
        """Nothing secret, the partner known or plainly new, and no second record of the same visit unless it is meant."""
        data = super().clean() or self.cleaned_data
        for name in ("number", "issuer", "subject", "title", "partner", "head", "host"):
            try:
                refuse_secret(data.get(name) or "")
            except ValidationError as error:
                self.add_error(name, error)
        if data.get("level") == Level.EMBARGOED and not data.get("embargo_until"):
            self.add_error("embargo_until", _("An embargoed record needs the day on which the embargo ends."))
        if not self.errors:
            data["partner"] = self._partner(data)
        if not self.errors:
            self._build(data)
        return data

    def _partner(self, data: dict[str, Any]) -> Partner | None:
        name, kind, office = data["partner"], data["partner_kind"], self.seat.office
        if not name:
            return None
        try:
            return find(self.partners, name)  # type: ignore[no-any-return]
        except ValidationError as error:
            if error.code != "unknown":
                self.add_error("partner", error)
                return None
        if kind:
            ground = data["country"] or office.territory
            return Partner(office=office, territory=office.territory, kind=kind, country=ground, title_vi=name, level=Level.INTERNAL)
        near = "; ".join(str(row) for row in suggestions(self.partners, name)[:5])
        told = _("“%(name)s” is not registered yet.") % {"name": name} + (" " + _("Near it: %(names)s.") % {"names": near} if near else "")
        self.add_error("partner", told + " " + _("If it is a new partner, choose its kind below and save again: it will be registered too."))
        return None

    def _build(self, data: dict[str, Any]) -> None:
        visit = self._delegation(data)
        document = SourceDocument(
            office=self.seat.office,
            level=data["level"],
            embargo_until=data["embargo_until"],
            kind=DocumentKind.LETTER,
            numbers=data["number"],
            title_vi=data["subject"] or _("Letter about: %(title)s") % {"title": visit.title_vi},
            issuer_vi=data["issuer"],
            issued_from=data["issued"],
            issued_to=data["issued"],
        )
        abroad = data["movement"] == "outbound-foreign"
        places = list(dict.fromkeys([data["country"], *data["more_countries"]])) if abroad else []
        self.letter = Letter(document, visit, data["scan"], data["partner"], places)
        try:
            visit.clean()
        except ValidationError as error:
            self.add_error("until" if "end_latest" in getattr(error, "error_dict", {}) else None, ValidationError(error.messages))
        self.alike = [] if data["another"] else rules.alike(visit, data["partner"], self.seat)
        if self.alike:
            self.add_error("another", _("A visit like this is registered already. Look at it; if this is another one, tick the box and save again."))

    def _delegation(self, data: dict[str, Any]) -> Delegation:
        direction, _dash, origin = data["movement"].partition("-")
        when, until = data["when"], data["until"]
        visit = Delegation(office=self.seat.office, direction=direction, origin=origin, country=data["country"], persons=data["persons"])
        visit.starts(when)
        visit.ends(until if until != ImpreciseDate(None, None) else when)
        visit.head_vi, visit.host_vi = data["head"], data["host"]
        visit.channel, visit.purpose, visit.rank = data["channel"], data["purpose"], data["rank"]
        visit.level, visit.embargo_until = data["level"], data["embargo_until"]
        began = visit.day_shown()
        visit.state = data["state"] or (Delegation.State.HELD if began and began <= timezone.localdate() else Delegation.State.PLANNED)
        visit.territory = grounds.of_day(self.seat.office.territory, began)
        named = data["partner"].title_vi if data["partner"] else data["country"].name_vi if data["country"] else data["issuer"]
        visit.title_vi = data["title"] or _("Delegation of %(name)s") % {"name": named}
        return visit
