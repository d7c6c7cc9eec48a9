"""The form of a delegation that is registered by its columns, or corrected."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from ngoaivu.registry.delegations import naming, rules, visits
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk.fields import LineField, NamesField, WholeNumberField, leave_whole
from ngoaivu.registry.desk.forms import RecordForm
from ngoaivu.registry.desk.naming import countries, names_in

STATES = [("", gettext_lazy("by the day: planned or held")), *Delegation.State.choices]

HOSTS = {Delegation.Direction.INBOUND: gettext_lazy("Receiving body"), Delegation.Direction.OUTBOUND: gettext_lazy("Sending body")}


def call_host(field: forms.Field, *, by: str, direction: str) -> None:
    """Call the body of ours by what it does «tiếp đoàn, cử đoàn» as soon as the direction is known; `by` is the input that tells it."""
    field.label = next((label for way, label in HOSTS.items() if way == direction), field.label)
    field.widget.attrs |= {"data-called-by": by, "data-called": json.dumps({str(way.value): str(label) for way, label in HOSTS.items()})}


def further_countries() -> NamesField:
    """The input for the countries of a journey after the first."""
    return NamesField(
        queryset=countries(),
        label=gettext_lazy("Further countries visited"),
        required=False,
        help_text=gettext_lazy("Only when going abroad; separated by semicolons."),
    )


def spread(data: Any) -> Any:
    """What was sent, where «nước» names one country: those typed after it stand in the box of the further ones «các nước khác cùng chuyến»."""
    first, *others = (names_in(countries(), data.get("country") or "") if data else []) or [""]
    if not others:
        return data
    told = data.copy()  # also of the cells of a row of a list
    told["country"] = first
    told["more_countries"] = "; ".join([*others, *filter(None, [data.get("more_countries")])])
    return told


class DelegationForm(RecordForm):
    """A delegation; the state of a new one follows from its day unless somebody says it, and a name of our making from what it names."""

    more_countries = further_countries()

    def __init__(self, data: Any = None, *args: Any, **options: Any) -> None:
        super().__init__(spread(data), *args, **options)
        self.initial["more_countries"] = visits.further(self.instance)
        self.made_name = self.instance.pk is not None and self.instance.title_vi == naming.own_title(self.instance)
        self.fields["persons"] = WholeNumberField(label=self.fields["persons"].label, required=False, min_value=1)
        for name in ("title_vi", "title_en", "head_vi", "host_vi"):
            kept, most = self.fields[name], getattr(Delegation._meta.get_field(name), "max_length", None)
            self.fields[name] = LineField(label=kept.label, required=kept.required, help_text=kept.help_text, max_length=most)
        leave_whole(self.fields)
        call_host(self.fields["host_vi"], by="direction", direction=str(self["direction"].value() or ""))
        if self.instance.pk is None and "state" in self.fields:
            self.fields["state"] = forms.ChoiceField(label=self.fields["state"].label, choices=STATES, required=False)
            self.initial["state"] = ""

    def clean(self) -> dict[str, Any]:
        """A state nobody said is that of the day."""
        data = super().clean()
        if "state" in data:
            data["state"] = data["state"] or rules.state_on(self.instance.day_shown())
        return data

    def _post_clean(self) -> None:
        """Name it anew where the system named it and nobody did since; ask whether its countries can be."""
        super()._post_clean()
        row, before = self.instance, self.before()
        if self.made_name and "title_vi" not in self.changed_data:
            row.title_vi = naming.own_title(row)
        try:
            rules.check_countries(before, row, self.cleaned_data.get("more_countries", []))
        except ValidationError as refusal:
            self.add_error(None, refusal)
