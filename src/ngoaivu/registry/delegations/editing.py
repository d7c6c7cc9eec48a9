"""The form of a delegation that is registered by its columns, or corrected."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from ngoaivu.registry.delegations import rules
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk.forms import RecordForm

STATES = [("", gettext_lazy("by the day: planned or held")), *Delegation.State.choices]


class DelegationForm(RecordForm):
    """A delegation; the state of a new one follows from its day unless somebody says it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk is None and "state" in self.fields:
            self.fields["state"] = forms.ChoiceField(label=self.fields["state"].label, choices=STATES, required=False)
            self.initial["state"] = ""

    def clean(self) -> dict[str, Any]:
        """A state nobody said is that of the day."""
        data = super().clean()
        if "state" in data:
            data["state"] = data["state"] or rules.state_on(self.instance.day_shown())
        return data
