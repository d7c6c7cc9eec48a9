"""The base of every room's forms: dates, money and names in one input each, the ground of the day, and the sentence of each refusal."""

from contextlib import suppress
from typing import Any, cast

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.history import Record
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.core.money import EXPONENTS, Money, MoneyError
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.registry.desk import chronicle, grounds, rules
from ngoaivu.registry.desk.fields import AmountField, DayField, ImpreciseDateField, NamedField, WholeNumberField, leave_whole
from ngoaivu.registry.desk.naming import countries
from ngoaivu.registry.desk.opened import address_of

# Columns of the model that one input of the form stands for.
STANDS_FOR = {
    "start_earliest": "when", "start_latest": "when", "end_earliest": "until", "end_latest": "until",
    "issued_from": "issued", "issued_to": "issued", "territory": "ground",
}  # fmt: skip


class DeskForm(forms.ModelForm[Any]):
    """A row at the desk. `seat` says whose office it is; `why` is asked when a kept row is changed."""

    why = forms.CharField(
        label=gettext_lazy("Reason for the change"),
        max_length=500,
        help_text=gettext_lazy("Kept in the history of the record."),
        error_messages={"required": gettext_lazy("Enter the reason for the change.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, seat: Seat, check: Any = rules.nothing, **options: Any) -> None:
        self.seat, self.check = seat, check
        super().__init__(*args, **options)
        self.instance.office = seat.office
        for name, field in list(self.fields.items()):
            field.label = self.instance.called.get(name, field.label)
            self.fields[name] = furnished(name, field, seat)
        leave_whole(self.fields)
        self._hold_names()
        self.initial["seen"] = self.instance.change_id
        if self.instance.pk is None:
            del self.fields["why"]
            begin_here(self)
            self.initial["level"] = Level.PERSONAL if self.instance.personal else self.instance.level
        for name in [name for name in self.fields if name.endswith("_minor")]:
            self._show_amount(name)

    def _hold_names(self) -> None:
        """Each name shown is taken back as it stands, also of a row that is withdrawn by now."""
        for name, field in self.fields.items():
            row = getattr(self.instance, f"{name}_id", None) and getattr(self.instance, name)
            row = row.document if isinstance(row, Citation) else row
            if isinstance(field, NamedField) and row is not None and (not hasattr(row, "level") or self.seat.sees(row)):
                field.holds(row)

    def _show_amount(self, name: str) -> None:
        minor = getattr(self.instance, name)
        self.initial[name] = None if minor is None else f"{Money(minor, self.instance.currency).amount:f}".replace(".", ",")

    def clean(self) -> dict[str, Any]:
        """Refuse an overtaken form; bring money to its smallest unit."""
        data = super().clean() or self.cleaned_data
        if self.instance.pk is not None and data.get("seen") != self.instance.change_id:
            raise ValidationError(self._overtaken(data.get("seen") or 0), code="overtaken")
        for name in [name for name in data if name.endswith("_minor") and data[name] is not None]:
            try:
                data[name] = Money.of(data[name], data.get("currency", "VND")).minor
            except MoneyError as error:
                self.add_error(name, str(error))
        return data

    def _overtaken(self, seen: int) -> str:
        """Who saved the record since it was opened, when and what, and where it stands now; what was typed stays on the screen."""
        since = [step for step in chronicle.of(self.instance, self.seat) if step.change.pk > seen]
        altered = "; ".join(f"{label}: {old or _('(empty)')} → {new or _('(empty)')}" for step in since for label, old, new in step.altered)
        told = _("Nothing was saved over it: this record was changed while you were writing (%(changes)s). %(altered)s").strip()
        names = {"changes": "; ".join(step.change.told for step in since), "altered": altered + "." if altered else ""}
        return format_html(
            '{} {} <a href="{}" target="_blank">{}</a>',
            (told % names).strip(),
            _("What you typed stays below: repeat it on the newest state of the record."),
            address_of(self.instance),
            _("Open the newest state (in a new tab)"),
        )

    def before(self) -> Any:
        """The kept row as it was before this form; none for a new one."""
        return type(self.instance).objects.filter(pk=self.instance.pk).first() if self.instance.pk else None

    def _post_clean(self) -> None:
        """Ask the rules of the room with the rest, so that all that is wrong is told at once; a row that lacks what they need is told of that."""
        super()._post_clean()  # type: ignore[misc]  # the stubs leave it out
        with suppress(ObjectDoesNotExist):
            try:
                self.check(self.before(), self.instance)
            except ValidationError as refusal:
                self.add_error(None, refusal)

    def validate_constraints(self) -> None:
        """Left to the rules of the room, which speak in sentences, and to the database."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Put the refusal of a column beside the input that stands for it."""
        if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
            moved: dict[str, list[ValidationError]] = {}
            for name, problems in error.error_dict.items():
                shown = name if name in self.fields else STANDS_FOR.get(name, "")
                moved.setdefault(shown if shown in self.fields else "__all__", []).extend(problems)
            error = ValidationError(moved)
        super().add_error(field, error)


class RecordForm(DeskForm):
    """A record of a room: besides its columns, its time in one or two inputs, its ground, and the document it rests on."""

    when = ImpreciseDateField(label=gettext_lazy("Time, or first day"), required=False)
    until = ImpreciseDateField(label=gettext_lazy("Last day"), required=False)
    ground = forms.ModelChoiceField(
        Territory.objects.none(), label=gettext_lazy("Territory"), required=False, empty_label=gettext_lazy("by the day of the record")
    )
    place = forms.CharField(
        label=gettext_lazy("Place in the document"), required=False, max_length=200, help_text=gettext_lazy("e.g. page 3, row 12")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        row = self.instance
        if "until" not in (self._meta.fields or ()):
            del self.fields["until"]
        self.initial["when"] = ImpreciseDate(row.start_earliest, row.start_latest)
        self.initial["until"] = ImpreciseDate(row.end_earliest, row.end_latest)
        grounds.offer(self.fields, self.seat.office.territory)
        self.initial["ground"] = row.territory_id
        # None for a new record: an old one that never had a source may be corrected without one.
        self.had_source: bool | None = row.citation_id is not None if row.pk else None
        if row.citation is not None:
            self.initial.update(citation=row.citation.document, place=row.citation.place_vi)

    def clean(self) -> dict[str, Any]:
        """Join what one input stands for to the columns of the record, before the record's own rules look at it."""
        data = super().clean()
        if "when" in data:
            self.instance.starts(data["when"])
        if "until" in data:
            self.instance.ends(data["until"])
        self.instance.territory = data.get("ground") or grounds.of_day(self.seat.office.territory, self.instance.day_shown())
        return data

    def _post_clean(self) -> None:
        """The paper is cited by whoever writes the record; here only asked for."""
        self.cited: SourceDocument | None = self.cleaned_data.pop("citation", None)
        try:
            rules.check_source(self.had_source, self.cited)
        except ValidationError as refusal:
            if "citation" not in self.errors:
                self.add_error(None, refusal)
        super()._post_clean()


def begin_here(form: forms.BaseForm) -> None:
    """Put the cursor into the first input of an empty form, so that nobody walks through the whole menu to reach it."""
    if not form.is_bound and (first := next(iter(form.visible_fields()), None)):
        first.field.widget.attrs["autofocus"] = True


def furnished(name: str, field: forms.Field, seat: Seat) -> forms.Field:
    """The field an officer gets for a column: names instead of keys, days and amounts as he writes them."""
    label, required, helped = field.label, field.required, field.help_text
    if name == "citation":
        return NamedField(
            queryset=_readable(SourceDocument, seat),
            kind="sourcedocument",
            label=_("Source document"),
            required=False,
            help_text=_sources_help(),
        )
    if isinstance(field, forms.ModelChoiceField) and name != "ground":
        return _named(field, label, seat)
    if name.endswith("_minor"):
        return AmountField(label=str(label).partition(",")[0], required=required, help_text=_("In the main unit, e.g. 1.500.000."))
    if name == "currency":
        return forms.ChoiceField(label=label, choices=[(code, code) for code in EXPONENTS])
    if isinstance(field, forms.IntegerField) and not isinstance(field.widget, forms.HiddenInput):
        return WholeNumberField(label=label, required=required, help_text=helped, min_value=field.min_value)
    if isinstance(field, forms.DateField):
        return DayField(label=label, required=required)
    if isinstance(field, forms.TypedChoiceField):
        field.choices = [(value, label if value else pgettext("list of choices", "choose")) for value, label in cast("Any", field.choices)]
    if isinstance(field.widget, forms.Textarea):
        field.widget = forms.Textarea(attrs={"rows": 4})
        field.help_text = helped
    return field


def _sources_help() -> str:
    """How a source is named, and where one is registered that is not there yet."""
    return format_html(
        '{} <a href="{}" target="_blank">{}</a>',
        _("Type part of its number or title."),
        reverse("papers:new"),
        _("Not registered yet? Register the paper first (opens in a new tab)."),
    )


def _named(field: forms.ModelChoiceField[Any], label: str | Promise | None, seat: Seat) -> NamedField:
    model = field.queryset.model if field.queryset is not None else Territory
    if model is Territory:
        return NamedField(queryset=countries(), kind="country", label=label, required=field.required)
    return NamedField(queryset=_readable(model, seat), kind=str(model._meta.model_name), label=label, required=field.required)


def _readable(model: type[models.Model], seat: Seat) -> models.QuerySet[Any]:
    return model._default_manager.filter(seat.visible(), withdrawn=False)


def form_for(model: type[Record], fields: tuple[str, ...], base: type[DeskForm] = RecordForm) -> type[DeskForm]:
    """The form of a record type with these columns."""
    return cast("type[DeskForm]", forms.modelform_factory(model, form=base, fields=fields))
