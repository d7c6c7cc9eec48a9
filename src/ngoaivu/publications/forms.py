"""Input of the screens of texts."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ngoaivu.accounts.models import Office
from ngoaivu.core import period
from ngoaivu.publications import editions, outlines
from ngoaivu.publications.pages import NewsPage

KINDS = {"term": _("Term report"), "year": _("Yearly report")}


def _year(**options: Any) -> forms.IntegerField:
    """A year in a plain input: a browser's own number box would swallow letters without a word."""
    told = _("Write a year between 1990 and 2100 in four digits, e.g. 2025.")
    problems = dict.fromkeys(("required", "invalid", "min_value", "max_value"), told)
    plain = forms.TextInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(widget=plain, min_value=1990, max_value=2100, error_messages=problems, **options)


class NewReportForm(forms.Form):
    """Which report over which years, read as of which day."""

    outline = forms.ChoiceField(label=_("Kind of report"), error_messages={"required": _("Choose the kind of report.")})
    first = _year(label=_("First year"), help_text=_("Of a term, the year of its congress."))
    last = _year(label=_("Last year"), required=False, help_text=_("Of a yearly report, leave empty."))
    on = forms.DateField(label=_("Figures as of"), required=False, help_text=_("Empty: the last day of the period, or today while it goes on."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [(key, KINDS.get(key, key)) for key in outlines.known()]
        self.fields["outline"].choices = [("", pgettext_lazy("list of choices", "choose")), *kinds]  # type: ignore[attr-defined]

    def clean_on(self) -> date | None:
        """A day that has come."""
        day: date | None = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("%(day)s has not come: choose a day up to today, or leave it empty.") % {"day": f"{day:%d/%m/%Y}"})
        return day

    def clean(self) -> dict[str, Any]:
        """Turn the years into the written form of a period; a term must run forwards."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        try:
            cleaned["over"] = written(cleaned["outline"], cleaned["first"], cleaned["last"] or cleaned["first"])
        except period.PeriodError as error:
            raise forms.ValidationError(str(error)) from error
        return cleaned


class NewItemForm(forms.Form):
    """What a news item begins with: its title, its section, its day."""

    title_vi = forms.CharField(label=_("Title in Vietnamese"), max_length=255)
    title_en = forms.CharField(
        label=_("Title in English"), max_length=255, required=False, help_text=_("It may come later, copied from the Vietnamese text.")
    )
    section = forms.ChoiceField(label=_("Section"), required=False)
    date = forms.DateField(label=_("Day of the item"), initial=timezone.localdate)

    def __init__(self, *args: Any, office: Office, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["section"].choices = [("", "—"), *_sections(office)]  # type: ignore[attr-defined]

    @property
    def titles(self) -> dict[str, str]:
        """The title in each language."""
        return {language: self.cleaned_data[f"title_{language}"] for language in ("vi", "en")}

    def clean_date(self) -> str:
        """As a text keeps it."""
        day: date = self.cleaned_data["date"]
        return day.isoformat()


def _sections(office: Office) -> list[tuple[str, str]]:
    """The sections of the office's portal, and any other its news stand in."""
    about = editions.current(office.key, "office", "co-quan")
    language = "en" if get_language() == "en" else "vi"
    named = {one["key"]: str(one["name"][language]) for one in (about.content["extra"].get("sections", ()) if about else ())}
    used = NewsPage.objects.filter(office=office).exclude(section="").values_list("section", flat=True).distinct()
    return [*named.items(), *sorted((key, key) for key in used if key not in named)]


class ReasonForm(forms.Form):
    """A reason in words."""

    why = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


def written(outline: str, first: int, last: int) -> str:
    """The period of a report in its written form."""
    form = outlines.load(outline).period
    if form == "term" and first == last:
        raise period.PeriodError(_("A term runs over several years: give its last year too."))
    if first > timezone.localdate().year:
        raise period.PeriodError(_("%(first)d has not begun, so there is nothing to report: give an earlier year.") % {"first": first})
    if form == "year" and first != last:
        raise period.PeriodError(_("A yearly report speaks of one year: %(first)d and %(last)d are two.") % {"first": first, "last": last})
    return str(period.parse(f"year:{last}" if form == "year" else f"term:{first}-{last}"))
