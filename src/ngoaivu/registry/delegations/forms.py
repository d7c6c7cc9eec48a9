"""The form of a visit that a letter tells of: few inputs, sensible defaults, all in the order of the letter."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.core.vietnamese import inner
from ngoaivu.documents.models import DocumentKind, SourceDocument
from ngoaivu.documents.secrecy import refuse_secret
from ngoaivu.registry.delegations import rules, visits
from ngoaivu.registry.delegations.actions import Letter
from ngoaivu.registry.delegations.editing import STATES, call_host, further_countries, spread
from ngoaivu.registry.delegations.models import Channel, Delegation
from ngoaivu.registry.delegations.movements import MOVEMENTS
from ngoaivu.registry.delegations.naming import about, title_of
from ngoaivu.registry.delegations.reading import DOUBTED, READ
from ngoaivu.registry.desk import dates, grounds
from ngoaivu.registry.desk.fields import DayField, DaysField, ImpreciseDateField, LineField, NamedField, WholeNumberField, leave_whole
from ngoaivu.registry.desk.forms import begin_here
from ngoaivu.registry.desk.naming import countries, find, suggestions
from ngoaivu.registry.desk.scans import ScanField
from ngoaivu.registry.partners.models import Partner, PartnerKind

NEW_KIND = [("", gettext_lazy("choose, if the partner is not registered yet")), *PartnerKind.choices]

# The input that stands for a column of the letter, and of the visit.
OF_LETTER = {"numbers": "number", "title_vi": "subject", "issuer_vi": "issuer", "issued_from": "issued", "issued_to": "issued"}
OF_VISIT = {
    "title_vi": "title", "head_vi": "head", "host_vi": "host", "territory": "when",
    "start_earliest": "when", "start_latest": "when", "end_earliest": "until", "end_latest": "until",
}  # fmt: skip


class LetterForm(forms.Form):
    """A visit as its letter tells it."""

    scan = ScanField(label=gettext_lazy("Scan of the letter"), required=False)
    number = forms.CharField(label=gettext_lazy("Number of the letter"), required=False, max_length=200, help_text=gettext_lazy("e.g. 123/CV-SNgV"))
    issued = DayField(label=gettext_lazy("Date of the letter"), error_messages={"required": gettext_lazy("Enter the day of the letter.")})
    issuer = LineField(
        label=gettext_lazy("Issued by"), max_length=200, error_messages={"required": gettext_lazy("Enter the body that issued the letter.")}
    )
    subject = LineField(label=gettext_lazy("Subject of the letter"), required=False, max_length=400, help_text=gettext_lazy("The words after “V/v”."))
    movement = forms.ChoiceField(
        label=gettext_lazy("The delegation"),
        choices=list(MOVEMENTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the kind of delegation: from where it comes, or where it goes.")},
    )
    partner = forms.CharField(
        label=gettext_lazy("Partner"), required=False, max_length=400, help_text=gettext_lazy("The body that comes or is visited: one.")
    )
    partner_kind = forms.ChoiceField(label=gettext_lazy("Kind of the new partner"), choices=NEW_KIND, required=False)
    country = NamedField(
        queryset=Territory.objects.none(),
        kind="country",
        label=gettext_lazy("Country or countries"),
        required=False,
        help_text=gettext_lazy("It comes from or goes to. May stay empty when the partner is registered."),
    )
    when = DaysField(label=gettext_lazy("First day of the visit"), error_messages={"required": gettext_lazy("Enter the first day of the visit.")})
    until = ImpreciseDateField(label=gettext_lazy("Last day of the visit"), required=False, help_text="")
    persons = WholeNumberField(label=gettext_lazy("Number of persons"), required=False, min_value=1)
    head = LineField(label=gettext_lazy("Head of the delegation"), required=False, max_length=200)
    host = LineField(label=gettext_lazy("Received by, or sent by"), required=False, max_length=200)
    channel = forms.ChoiceField(label=gettext_lazy("Channel"), choices=Channel.choices, initial=Channel.STATE)
    state = forms.ChoiceField(label=gettext_lazy("State of the visit"), choices=STATES, required=False)
    title = LineField(
        label=gettext_lazy("Name of the delegation"), required=False, max_length=400, help_text=gettext_lazy("Empty: named after partner or country.")
    )
    more_countries = further_countries()
    purpose = forms.ChoiceField(label=gettext_lazy("Purpose"), choices=Delegation.Purpose.choices, initial=Delegation.Purpose.WORKING)
    rank = forms.ChoiceField(label=gettext_lazy("Rank"), choices=Delegation.Rank.choices, initial=Delegation.Rank.PROVINCIAL)
    level = forms.ChoiceField(label=gettext_lazy("Who may see it"), choices=Level.choices, initial=Level.INTERNAL)
    embargo_until = DayField(label=gettext_lazy("Embargo ends on"), required=False)
    another = forms.BooleanField(label=gettext_lazy("This is another delegation: register it"), required=False)
    sure = forms.BooleanField(label=gettext_lazy("Both days are right: register it"), required=False)
    # The inputs whose words were read in the scan, and that nobody touched since.
    proposed = forms.CharField(widget=forms.HiddenInput, required=False)
    # Those whose default stands because the scan does not tell, likewise.
    doubted = forms.CharField(widget=forms.HiddenInput, required=False)

    LETTER = ("number", "issued", "issuer", "subject")
    VISIT = ("movement", "partner", "partner_kind", "country", "more_countries", "when", "until", "persons", "head", "host", "channel", "state")
    FILLED = ("title", "purpose", "rank", "level", "embargo_until")

    def __init__(self, data: Any = None, *args: Any, seat: Seat, **options: Any) -> None:
        self.seat = seat
        super().__init__(spread(data), *args, **options)
        leave_whole(self.fields)
        self.fields["country"].queryset = countries()  # type: ignore[attr-defined]
        named = {"data-names": "partner", "data-kind": "id_partner_kind", "data-country": "id_country", "autocomplete": "off"}
        self.fields["partner"].widget.attrs.update(named)
        self.fields["host"].initial = seat.office.name_vi
        self.partners = Partner.objects.filter(seat.visible(), withdrawn=False, canonical__isnull=True)
        # What the register has already that may be the same, each with wherein.
        self.twins: list[tuple[Delegation | SourceDocument, str]] = []
        self.letter: Letter | None = None
        self.said, self.refused, self.late = "", False, ""
        self.unread = self._mark("proposed", READ) | self._mark("doubted", DOUBTED)
        call_host(self.fields["host"], by="movement", direction=str(self["movement"].value() or "").partition("-")[0])
        begin_here(self)

    def _mark(self, kept: str, mark: Promise) -> set[str]:
        """Say beside the inputs named in a hidden one why somebody must look at them; which they are."""
        names = set(str(self[kept].value() or "").split(",")) & set(self.fields)
        for name in names:
            field = self.fields[name]
            field.widget.attrs["data-read"] = ""
            field.help_text = f"{mark} {field.help_text}".strip()
        return names

    def of_letter(self) -> list[forms.BoundField]:
        """The inputs about the paper, below its scan."""
        return [self[name] for name in self.LETTER]

    def of_visit(self) -> list[forms.BoundField]:
        """The inputs about the visit."""
        return [self[name] for name in self.VISIT]

    def filled(self) -> list[forms.BoundField]:
        """The inputs that have an answer already, or need none."""
        return [self[name] for name in self.FILLED]

    def opened(self) -> bool:
        """Whether one of these needs to be looked at, or holds what somebody typed."""
        typed = self.is_bound and any(name in self.errors or name in self.changed_data for name in self.FILLED)
        return typed or not self.unread.isdisjoint(self.FILLED)

    def asked_whether_another(self) -> bool:
        """Whether the box that says «đoàn khác» is shown: as long as there is a twin, and where somebody ticked it."""
        return bool(self.twins or self["another"].value())

    def asked_whether_sure(self) -> bool:
        """Whether the box that says «đúng cả hai ngày» is shown."""
        return bool(self.late or self["sure"].value())

    def clean(self) -> dict[str, Any]:
        """Everything that is wrong, at once and each beside its input; then whether the visit is registered already."""
        data = super().clean() or self.cleaned_data
        self._refuse_secrets(data)
        data["partner"] = self._partner(data)
        data["country"] = self._country(data)
        data["when"], data["until"] = self._days(data)
        visit = self._delegation(data)
        document = self._document(data, visit)
        self._ask(document.clean, OF_LETTER)
        self._ask(visit.clean, OF_VISIT)
        self.late = rules.long_after(data.get("issued"), visit)
        if self.late and not data.get("sure"):
            self.add_error("sure", self.late)
        self._ask(lambda: rules.check_delegation(None, visit), OF_VISIT)
        if "movement" in data:
            self._ask(lambda: rules.check_countries(None, visit, data.get("more_countries") or []), OF_VISIT)
            self._look_for_twins(data, visit, document)
        if not self.errors:
            places = visits.visited(visit, data["more_countries"])
            self.letter = Letter(document, visit, data["scan"], data["partner"], places)
        return data

    def _refuse_secrets(self, data: dict[str, Any]) -> None:
        for name in ("number", "issuer", "subject", "title", "partner", "head", "host"):
            try:
                refuse_secret(data.get(name) or "")
            except ValidationError as error:
                self.add_error(name, error)

    def _ask(self, rule: Any, inputs: dict[str, str]) -> None:
        """Put what a rule refuses beside the input that stands for the column, unless something is wrong with it already."""
        try:
            rule()
        except ValidationError as refusal:
            for column, problems in refusal.error_dict.items():
                name = inputs.get(column, column)
                if name not in self.errors and not all(one.code == "secret" for one in problems):
                    self.add_error(name if name in self.fields else None, problems)

    def _partner(self, data: dict[str, Any]) -> Partner | None:
        name, kind, office = data.get("partner"), data.get("partner_kind"), self.seat.office
        if not name:
            return None
        try:
            return find(self.partners, name)  # type: ignore[no-any-return]
        except ValidationError as error:
            if error.code != "unknown":
                self.add_error("partner", error)
                return None
        if rules.several(name, self.partners):
            self.add_error("partner", rules.one_partner(name))
            return None
        if not kind:
            near = "; ".join(str(row) for row in suggestions(self.partners, name)[:5])
            told = _("“%(name)s” is not registered yet.") % {"name": name} + (" " + _("Near it: %(names)s.") % {"names": near} if near else "")
            self.add_error("partner", told)
            self.add_error("partner_kind", _("If it is a new partner, choose its kind and save again: it will be registered too."))
            return None
        ground = data.get("country") or office.territory
        return Partner(office=office, territory=office.territory, kind=kind, country=ground, title_vi=name, level=Level.INTERNAL)

    def _country(self, data: dict[str, Any]) -> Territory | None:
        """A visit from or to abroad names its country, or has it from its partner."""
        country: Territory | None = data.get("country")
        partner = data.get("partner")
        foreign = str(data.get("movement", "")).endswith("foreign")
        if country is None and foreign and partner is not None and partner.pk:
            country = partner.country
        if self.has_error("country", "unknown") and data.get("movement") == "outbound-foreign":
            self.add_error("country", _("Several countries: write the first here, the others into “Further countries visited”."))
        if country is None and foreign and "country" not in self.errors:
            self.add_error("country", ValidationError(_("Which country does it come from or go to? Type its name."), code="required"))
        return country

    def _days(self, data: dict[str, Any]) -> tuple[Any, Any]:
        """First and last day; the last may stand in the first input, and is not told twice in two ways."""
        (first, last), until = data.get("when") or (dates.UNKNOWN, dates.UNKNOWN), data.get("until") or dates.UNKNOWN
        if last != dates.UNKNOWN and until not in (dates.UNKNOWN, last):
            self.add_error("until", _("The last day is told otherwise beside the first day: leave one of the two."))
        return first, until if last == dates.UNKNOWN else last

    def _look_for_twins(self, data: dict[str, Any], visit: Delegation, document: SourceDocument) -> None:
        found: list[Delegation | SourceDocument] = [*rules.alike(visit, data["partner"], self.seat), *rules.same_letter(document, self.seat)]
        self.twins = [(row, rules.matched(row, data["partner"])) for row in found]
        if self.twins and not data.get("another"):
            self.add_error(
                None, _("This may be in the register already. Look at what is shown below; if yours is another one, tick the box and save again.")
            )

    def _document(self, data: dict[str, Any], visit: Delegation) -> SourceDocument:
        title = data.get("subject") or about(visit.title_vi)
        return SourceDocument(
            office=self.seat.office,
            level=data.get("level") or Level.INTERNAL,
            embargo_until=data.get("embargo_until"),
            kind=DocumentKind.LETTER,
            numbers=data.get("number") or "",
            title_vi=title[:400],
            issuer_vi=data.get("issuer") or "",
            issued_from=data.get("issued"),
            issued_to=data.get("issued"),
        )

    def _delegation(self, data: dict[str, Any]) -> Delegation:
        direction, _dash, origin = (data.get("movement") or "inbound-foreign").partition("-")
        when, until = data["when"], data["until"]
        visit = Delegation(office=self.seat.office, direction=direction, origin=origin, country=data["country"], persons=data.get("persons"))
        visit.starts(when)
        visit.ends(until if until != dates.UNKNOWN else when)
        visit.head_vi, visit.host_vi = data.get("head") or "", data.get("host") or ""
        visit.channel, visit.rank = data.get("channel") or Channel.STATE, data.get("rank") or Delegation.Rank.PROVINCIAL
        visit.purpose = data.get("purpose") or Delegation.Purpose.WORKING
        visit.level, visit.embargo_until = data.get("level") or Level.INTERNAL, data.get("embargo_until")
        began = visit.day_shown()
        visit.state = data.get("state") or rules.state_on(began)
        visit.territory = grounds.of_day(self.seat.office.territory, began)
        named = data["partner"].title_vi if data["partner"] else "" if data["country"] else inner(data.get("issuer") or "")
        visit.title_vi = data.get("title") or title_of(visit, named, data["country"], self.seat.office)[:400]
        return visit
