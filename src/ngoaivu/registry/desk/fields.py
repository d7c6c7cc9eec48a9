"""Form fields of the desk: one input for an imprecise date, one for a name out of a list, one for an amount of money."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.core import vietnamese
from ngoaivu.core.period import ImpreciseDate, PeriodError
from ngoaivu.registry.desk import dates
from ngoaivu.registry.desk.naming import OFFERED, find, names_in

DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
TOO_LONG = gettext_lazy("%(show_value)d characters are too many here, at most %(limit_value)d are kept: shorten the text.")


def leave_whole(fields: Mapping[str, forms.Field]) -> None:
    """Let no browser cut what is typed or pasted: a text that is too long arrives whole and is refused in a sentence."""
    for field in fields.values():
        field.widget.attrs.pop("maxlength", None)
        field.error_messages["max_length"] = str(TOO_LONG)


class LineField(forms.CharField):
    """One line of text that may be long «họ tên, chức vụ»: the box grows with it, so that nothing of it is hidden."""

    widget = forms.Textarea(attrs={"rows": 1, "data-grows": ""})

    def to_python(self, value: Any) -> str:
        """The line; a break that somebody typed is a space."""
        return " ".join(str(super().to_python(value) or "").split())


class ImpreciseDateField(forms.CharField):
    """A date as it is known: «05/07/2018», «07/2018», «2018», «từ 2016». Gives an ImpreciseDate."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("A day 05/07/2018, a month 07/2018, a year 2018, or “từ 2016”."))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The date, or the sentence of the reader."""
        text = super().clean(value)
        try:
            return dates.read(text)
        except PeriodError as error:
            raise ValidationError(str(error), code="date") from error

    def prepare_value(self, value: Any) -> Any:
        """A date in writing."""
        return dates.written(value.earliest, value.latest) if isinstance(value, ImpreciseDate) else value


class DaysField(ImpreciseDateField):
    """The first day of something, or first and last in one input as officials write them: «16-18/11/2026». Gives both; the last may be unknown."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("A day 16/11/2026, or first and last day: 16-18/11/2026."))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """First and last day."""
        try:
            both = dates.read_days(str(value or ""))
        except PeriodError as error:
            raise ValidationError(str(error), code="date") from error
        if both:
            return tuple(ImpreciseDate(one, one) for one in both)
        return super().clean(value), dates.UNKNOWN


class WholeNumberField(forms.IntegerField):
    """A whole number in digits, with or without points between thousands; a browser's own number box would swallow letters without a word."""

    widget = forms.TextInput

    default_error_messages: ClassVar = {
        "min_value": gettext_lazy("Write a number that is not below %(limit_value)s, or leave it empty when it is not known."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value: Any) -> int | None:
        """The number, or the sentence that says what to write."""
        text = str(value or "").strip()
        try:
            return super().to_python(text.replace(".", "") if DOTTED.fullmatch(text) else text)
        except ValidationError as error:
            told = _("“%(text)s” is no number: write it in digits, e.g. 12.") % {"text": text}
            raise ValidationError(told, code="number") from error

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """None of the number box."""
        return {}


class DayField(ImpreciseDateField):
    """One known day."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("Day/month/year, e.g. 05/07/2018."))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The day; a month or a year alone is refused."""
        when = super().clean(value)
        if when.earliest != when.latest:
            raise ValidationError(_("“%(text)s” is no single day: write it like 05/07/2018.") % {"text": value}, code="day")
        return when.earliest

    def prepare_value(self, value: Any) -> Any:
        """A day in writing."""
        return value if isinstance(value, str) else dates.day(value)


class AmountField(forms.CharField):
    """An amount in the main unit of a currency, with Vietnamese or plain separators. Gives a Decimal or None."""

    def clean(self, value: Any) -> Any:
        """The amount; «1.234.567,89» and «1234567.89» are read, «1.5» is refused because it could be both."""
        text = super().clean(value).replace(" ", "")
        if not text:
            return None
        if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?|\d+(,\d+)?", text):
            text = text.replace(".", "").replace(",", ".")
        elif not re.fullmatch(r"\d{4,}\.\d+", text):
            raise ValidationError(_("“%(text)s” cannot be read with certainty: write 1.234.567 or 1.234.567,89.") % {"text": text}, code="amount")
        try:
            return Decimal(text)
        except InvalidOperation as error:
            raise ValidationError(_("“%(text)s” is no amount.") % {"text": text}, code="amount") from error


class NamedField(forms.CharField):
    """A row chosen by its name; the browser offers names while one types (`kind` names the list that answers)."""

    unknown: str | Promise = OFFERED

    def __init__(self, *, queryset: QuerySet[Any], kind: str, **options: Any) -> None:
        self.queryset, self.kind = queryset, kind
        self.known: dict[str, Any] = {}
        self.current: Model | None = None
        super().__init__(**options)
        self.widget.attrs.update({"data-names": kind, "autocomplete": "off"})

    def clean(self, value: Any) -> Any:
        """The row of that name, or the sentence with near ones; a name is looked up once, a list has many rows of one country."""
        text = super().clean(value)
        if self.current is not None and text == str(self.current).strip():
            return self.current
        if text and text not in self.known:
            self.known[text] = find(self.queryset, text, self.unknown)
        return self.known.get(text)

    def holds(self, row: Model | None) -> None:
        """The row chosen now: its name is taken back as it was shown, whatever other rows are called."""
        self.current = row

    def prepare_value(self, value: Any) -> Any:
        """The name of a row or of the key of one."""
        if self.current is not None and value == self.current.pk:
            return str(self.current)
        row = self.queryset.filter(pk=value).first() if isinstance(value, int) else value
        return str(row) if isinstance(row, Model) else value


class NamesField(forms.CharField):
    """Several rows, each by its name, separated by semicolons or commas. Gives them in the order they were written."""

    unknown: str | Promise = OFFERED

    def __init__(self, *, queryset: QuerySet[Any], **options: Any) -> None:
        self.queryset = queryset
        super().__init__(**options)

    def clean(self, value: Any) -> list[Any]:
        """The rows of these names, or the sentence for the first that is none."""
        return [find(self.queryset, name, self.unknown) for name in names_in(self.queryset, super().clean(value))]

    def prepare_value(self, value: Any) -> Any:
        """The names."""
        return "; ".join(map(str, value)) if isinstance(value, list) else value


class WordField(forms.CharField):
    """One of a few words, as a list writes it: the Vietnamese or English word, or the stored one, with or without marks."""

    def __init__(self, *, words: Iterable[tuple[Any, Any]], default: str = "", **options: Any) -> None:
        self.words, self.default = list(words), default
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The stored word, or the sentence with the words there are."""
        text = super().clean(value)
        wanted = vietnamese.fold(text)
        if not wanted:
            return self.default
        for stored, label in self.words:
            if wanted in {vietnamese.fold(name) for name in (stored, *_in_each_language(label))}:
                return stored
        known = ", ".join(str(label) for _stored, label in self.words)
        raise ValidationError(_("“%(text)s” is not understood: write one of %(words)s.") % {"text": text, "words": known}, code="word")


def _in_each_language(label: Any) -> list[str]:
    told = []
    for language in ("vi", "en"):
        with translation.override(language):
            told.append(str(label))
    return told
