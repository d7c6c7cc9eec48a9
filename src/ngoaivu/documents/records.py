"""The base of every room's records: one office, one territory, a level, a time that may be imprecise, a source."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ngoaivu.accounts.models import Office
from ngoaivu.core import vietnamese
from ngoaivu.core.history import Record
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.documents.models import Citation
from ngoaivu.documents.secrecy import refuse_secret_row, text_columns

MOST, MOST_MONEY = 100_000, 10**16
COLLECTIVE = _("The source speaks of several without saying how many: the record is shown, and no count includes it.")


class FieldOfWork(models.TextChoices):
    """Field of work «lĩnh vực»: what an agreement, an event, an aid item or a learned model is about."""

    AGRICULTURE = "agriculture", pgettext_lazy("field of work", "Agriculture and rural development")
    CULTURE = "culture", pgettext_lazy("field of work", "Culture, sports and tourism")
    ECONOMIC = "economic", pgettext_lazy("field of work", "Economy, trade and investment")
    EDUCATION = "education", pgettext_lazy("field of work", "Education and training")
    ENVIRONMENT = "environment", pgettext_lazy("field of work", "Natural resources and environment")
    HEALTH = "health", pgettext_lazy("field of work", "Health")
    INFORMATION = "information", pgettext_lazy("field of work", "External information")
    LIVELIHOODS = "livelihoods", pgettext_lazy("field of work", "Livelihoods")
    OVERSEAS = "overseas", pgettext_lazy("field of work", "Vietnamese abroad")
    POLITICS = "politics", pgettext_lazy("field of work", "Politics and diplomacy")
    SOCIETY = "society", pgettext_lazy("field of work", "Society")
    TECHNOLOGY = "technology", pgettext_lazy("field of work", "Science and technology")
    WATER = "water", pgettext_lazy("field of work", "Clean water")
    OTHER = "other", pgettext_lazy("field of work", "Other field")


class RegistryRecord(Record):
    """Registry record «bản ghi sổ»: title in two languages, office, territory, level, imprecise start and end, source.

    The start lies between `start_earliest` and `start_latest`, both None when not known; the end likewise, None while it
    goes on. `when_words` keeps the source's own words. `code` is the record's own key within the office.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="+", verbose_name=_("territory"))
    code = models.SlugField(_("code"), max_length=120, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.INTERNAL)
    embargo_until = models.DateField(_("embargo ends"), null=True, blank=True)
    title_vi = models.CharField(_("title, Vietnamese"), max_length=400)
    title_en = models.CharField(_("title, English"), max_length=400, blank=True)
    sort_key = models.CharField(max_length=400, editable=False)
    search_text = models.TextField(editable=False, blank=True)
    start_earliest = models.DateField(_("start, earliest"), null=True, blank=True)
    start_latest = models.DateField(_("start, latest"), null=True, blank=True)
    end_earliest = models.DateField(_("end, earliest"), null=True, blank=True)
    end_latest = models.DateField(_("end, latest"), null=True, blank=True)
    when_words = models.CharField(_("time in the source's words"), max_length=200, blank=True)
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source"))
    note = models.TextField(_("note"), blank=True)

    # The text columns a search looks through, besides the title.
    searched: ClassVar[tuple[str, ...]] = ("note",)
    # The most a whole number may be, by column; a number beyond it is a slip of the hand.
    most: ClassVar[Mapping[str, int]] = {}

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title(translation.get_language() or "vi")

    def title(self, language: str) -> str:
        """The title in a language; the Vietnamese one where there is no other."""
        return self.title_en if language == "en" and self.title_en else self.title_vi

    def prepare(self) -> None:
        """Bring texts to their one form and derive the stored keys; called by the actions before they write."""
        for name, text in text_columns(self).items():
            setattr(self, name, vietnamese.nfc(text))
        self.sort_key = vietnamese.sort_key(self.title_vi)
        self.search_text = vietnamese.fold(" ".join([self.title_vi, self.title_en, *(str(getattr(self, name)) for name in self.searched)]))

    def clean(self) -> None:
        """The rules every record obeys: nothing secret, days in order, an existing territory, an embargo with its day; all faults at once."""
        faults: dict[str, list[ValidationError]] = {}
        for rule in (refuse_secret_row, _check_days, _check_numbers, _check_embargo, _check_ground):
            try:
                rule(self)
            except ValidationError as error:
                faults |= error.error_dict
        if faults:
            raise ValidationError(faults)

    def starts(self, when: ImpreciseDate) -> None:
        """Set the start."""
        self.start_earliest, self.start_latest = when.earliest, when.latest

    def ends(self, when: ImpreciseDate) -> None:
        """Set the end."""
        self.end_earliest, self.end_latest = when.earliest, when.latest

    def day_shown(self) -> date | None:
        """The day by which lists order the record."""
        return self.start_earliest or self.start_latest


def _check_days(row: RegistryRecord) -> None:
    for earlier, later in (("start_earliest", "start_latest"), ("end_earliest", "end_latest"), ("start_earliest", "end_latest")):
        first, last = getattr(row, earlier), getattr(row, later)
        if first and last and last < first:
            told = _("%(last)s lies before %(first)s: exchange the two days or correct one.")
            raise ValidationError({later: told % {"last": f"{last:%d/%m/%Y}", "first": f"{first:%d/%m/%Y}"}})


def _check_numbers(row: RegistryRecord) -> None:
    for field in row._meta.local_concrete_fields:
        if not isinstance(field, models.IntegerField) or field.is_relation:
            continue
        most, number = row.most.get(field.name, MOST_MONEY if field.name.endswith("_minor") else MOST), getattr(row, field.attname)
        if not field.primary_key and isinstance(number, int) and number > most:
            told = _("%(number)s is more than %(most)s, the most that is plausible here: count the digits again.")
            raise ValidationError({field.name: ValidationError(told % {"number": _dotted(number), "most": _dotted(most)}, code="implausible")})


def _check_embargo(row: RegistryRecord) -> None:
    if row.level == Level.EMBARGOED and not row.embargo_until:
        raise ValidationError({"embargo_until": _("An embargoed record needs the day on which the embargo ends.")})


def _check_ground(row: RegistryRecord) -> None:
    start = row.start_earliest or row.start_latest
    if start and not row.territory.existed(start):
        told = _("%(territory)s did not exist on %(on)s: choose the territory of that day.")
        raise ValidationError({"territory": told % {"territory": row.territory, "on": f"{start:%d/%m/%Y}"}})


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
