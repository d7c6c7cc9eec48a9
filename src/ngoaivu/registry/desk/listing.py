"""A list of records: what is asked (search, filters, order) and the rows that answer, said again in words for the print."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.db.models import BooleanField, Field, ForeignKey, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.history import Record
from ngoaivu.core.models import Territory
from ngoaivu.registry.desk import ordering
from ngoaivu.registry.desk.facets import facets, headings, telling, with_related
from ngoaivu.registry.desk.fields import ImpreciseDateField
from ngoaivu.registry.desk.ordering import Order, Ranked
from ngoaivu.registry.desk.searching import worded

TIME_COLUMNS = {
    "start_earliest": ("start_earliest", "start_latest"),
    "issued_from": ("issued_from", "issued_to"),
    "issued_on": ("issued_on", "issued_on"),
}


# What an officer should look at: the name of a box in the list, its label, and the rows it shows.
Doubts = Mapping[str, tuple[str | Promise, Q]]


def time_columns(model: type[Record]) -> tuple[str, str]:
    """The columns between which the time of a record type lies."""
    names = {field.name for field in model._meta.local_concrete_fields}
    return next(pair for name, pair in TIME_COLUMNS.items() if name in names)


class Question(forms.Form):
    """What an officer asks of a list; every input has its label, and nothing asked is everything there is."""

    q = forms.CharField(required=False)
    when = ImpreciseDateField(required=False)

    def __init__(
        self,
        data: QueryDict,
        *,
        model: type[Record],
        filters: tuple[str, ...],
        order: str,
        seat: Seat,
        doubts: Doubts | None = None,
        columns: tuple[str, ...] = (),
    ) -> None:
        asked = data.copy()
        asked["order"] = data.get("order") or order  # a box that names another order than the one applied would change it unasked
        super().__init__(asked)
        self.order, self.doubts = order, doubts or {}
        labels = headings([facets(model)[name] for name in columns], model)
        # By column, then by the name in the address.
        self.orders = ordering.orders(model, time_columns(model)[0], columns, labels, seat)
        self.fields["q"].label, self.fields["when"].label = _("Words to look for"), _("Time of the record")
        self.fields["q"].help_text = _("Words, with or without marks.")
        for name in filters:
            field = cast("Field[Any, Any]", model._meta.get_field(name))
            self.fields[name] = forms.ChoiceField(label=field.verbose_name, choices=[("", _("all")), *_choices(field, model, seat)], required=False)
        self.fields |= {name: forms.BooleanField(label=str(label), required=False) for name, (label, _wanted) in self.doubts.items()}
        orders = [(name, one.label) for name, one in self.known_orders().items()]
        self.fields["order"] = forms.ChoiceField(label=_("Order of the list"), choices=orders, required=False)
        self.fields["withdrawn"] = forms.BooleanField(label=_("withdrawn ones only"), required=False)
        self.initial["order"] = order

    def known_orders(self) -> dict[str, Order]:
        """Every order by the name it has in the address."""
        return {name: one for ways in self.orders.values() for name, one in ways.items()}

    def first(self) -> list[forms.BoundField]:
        """The inputs that are always in sight."""
        return [self["q"], self["when"]]

    def further(self) -> list[forms.BoundField]:
        """The inputs that wait until somebody opens them."""
        return [self[name] for name in self.fields if name not in {"q", "when"}]

    def narrowed(self) -> bool:
        """Whether one of these is in use."""
        return any(self.data.get(field.name) for field in self.further() if field.name != "order") or self.data["order"] != self.order

    @cached_property
    def answers(self) -> dict[str, Any]:
        """What was asked."""
        self.is_valid()
        return self.cleaned_data

    def refusal(self) -> str:
        """What of the question cannot be understood, in sentences; such a question is answered by no row at all."""
        return " ".join(f"{self[name].label}: {sentence}" for name, sentences in self.errors.items() for sentence in sentences)

    def words(self) -> str:
        """The question in words."""
        told = []
        for name, field in self.fields.items():
            value = self.data.get(name, "").strip()
            if name == "order" or not value or name not in self.answers:
                continue
            if isinstance(field, forms.ChoiceField):
                value = str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
            told.append(str(field.label) if isinstance(field, forms.BooleanField) else f"{field.label}: {value}")
        return "; ".join(told) or _("everything")

    def ordered(self) -> str:
        """The order of the list in words."""
        return self.asked_order().label

    def asked_order(self) -> Order:
        """The order asked for, else the one the list has by itself."""
        return self.known_orders()[self.answers.get("order") or self.order]


def _choices(field: Field[Any, Any], model: type[Record], seat: Seat) -> list[tuple[str, str]]:
    if (room := telling(model, field.name)) and room.named:
        return room.named()
    if isinstance(field, ForeignKey):
        used = model.objects.filter(seat.visible(), withdrawn=False).values(field.attname)
        return [(str(one.pk), str(one)) for one in Territory.objects.filter(pk__in=used)]
    if isinstance(field, BooleanField):
        return [("True", _("yes")), ("False", _("no"))]
    return [(str(value), str(label)) for value, label in field.flatchoices]


def answer(model: type[Record], question: Question, seat: Seat) -> QuerySet[Any] | Ranked:
    """The rows that answer the question and may be shown to the person, with their related rows; none where it cannot be understood."""
    if question.refusal():
        return model.objects.none()
    asked = question.answers
    wanted = Q(withdrawn=bool(asked.get("withdrawn"))) & worded(model, asked.get("q", ""), seat)
    for name, (_label, doubtful) in question.doubts.items():
        wanted &= doubtful if asked.get(name) else Q()
    reserved = {"q", "when", "order", "withdrawn", *question.doubts}
    wanted &= Q(**{_column(model, name): value for name, value in asked.items() if name not in reserved and value})
    earliest, latest = time_columns(model)
    if (when := asked.get("when")) and when.earliest:
        # What began at a day nobody knows, «từ 2017», counts for its earliest day only: else it would answer every later question.
        wanted &= Q(**{f"{latest}__gte": when.earliest}) | Q(**{f"{latest}__isnull": True, f"{earliest}__gte": when.earliest})
    if when and when.latest:
        wanted &= Q(**{f"{earliest}__lte": when.latest})
    return question.asked_order().of(with_related(model.objects.filter(seat.visible()), seat).filter(wanted))


def _column(model: type[Record], name: str) -> str:
    """By what a list is filtered: what its room says of the column, where it says one of a few words, else the column."""
    room = telling(model, name)
    return room.column if room is not None and room.named else name
