"""Records that texts name: found through windows, shown only as far as the public may read them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office, lineage
from ngoaivu.core import windows
from ngoaivu.core.history import known
from ngoaivu.core.levels import PUBLIC, visible
from ngoaivu.core.models import Territory
from ngoaivu.core.period import Period
from ngoaivu.indicators.glosses import glossed, points_at_writing, year_in
from ngoaivu.indicators.models import Claim
from ngoaivu.indicators.times import own_words, written_in
from ngoaivu.publications import prose
from ngoaivu.publications.content import Row

CLAIM = "indicators.claim"
SEVERAL = re.compile("[|:]")
LEARNED = {"vi": "học từ", "en": "learned from"}
TIES = {
    ("vi", "current"): "quan hệ đang duy trì",
    ("en", "current"): "a relationship now",
    ("vi", "former"): "quan hệ trước đây",
    ("en", "former"): "a relationship in the past",
}
# The stable name of a record, as `Record.key` writes it; eighteen digits is what a number of a row can hold.
KEY = re.compile(r"([a-z_]+\.[a-z_]+):([1-9][0-9]{0,17})")


def nameable(rows: QuerySet[Any], office: Office, revision: int | None) -> QuerySet[Any]:
    """Those of some rows that a text of the office may name: of the office or one it succeeds, public, not withdrawn.

    Rows of a revision give the words; whether they may be told is asked of the record as it stands today as well.
    """
    today, now = timezone.localdate(), "" if revision is None else "record__"
    mine = {f"{now}withdrawn": False, f"{now}office__in": lineage(office)}
    return rows.filter(visible(PUBLIC, today), visible(PUBLIC, today, now), **mine)


@dataclass(frozen=True, slots=True)
class Within:
    """When the records named must have been: begun in a period, as far as their own days allow; running on a day."""

    period: Period | None = None
    day: date | None = None

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows begun in the period as far as their days tell, and running on the day; a beginning nobody knows excludes nothing."""
        if self.period:
            rows = rows.filter(start_earliest__lte=self.period.end, start_latest__gte=self.period.start)
        if self.day:
            rows = rows.filter(Q(start_latest__lte=self.day) | Q(start_earliest=None))
            rows = rows.filter(Q(end_earliest__gte=self.day) | Q(end_earliest=None, end_latest=None))
        return rows


def named(window: str, where: Mapping[str, str], office: Office, revision: int | None = None, within: Within | None = None) -> list[tuple[str, Any]]:
    """The nameable records of an office's window that fit the conditions, of a time if one is given, in order of time and name.

    A condition names a column of the window, or `code` for the records' own keys; several values stand apart by a bar or colon.
    """
    found = windows.get(window)
    rows = nameable(found.rows(revision), office, revision).filter(territory=office.territory)
    for name, value in where.items():
        path = found.columns[name].path if name in found.columns else name
        rows = rows.filter(**{f"{path}__in": SEVERAL.split(value)})
    rows = within.narrow(rows) if within else rows
    ordered = rows.order_by("start_earliest", "start_latest", "sort_key")
    return [(f"{found.model._meta.label_lower}:{row.identity}", row) for row in ordered]


def coded(code: str, office: Office, revision: int | None = None) -> tuple[str, Any] | None:
    """The public record or claim an office keeps under a code."""
    mine = {"office": office, "code": code}
    for window in windows.registered():
        if row := nameable(window.rows(revision), office, revision).filter(**mine).first():
            return f"{window.model._meta.label_lower}:{row.identity}", row
    claim = nameable(known(Claim, revision), office, revision).filter(**mine).first()
    return (f"{CLAIM}:{claim.identity}", claim) if claim else None


def described(keys: Iterable[str], office: Office, revision: int | None = None) -> dict[str, Row]:
    """Key, title and time of records and claims, of those a text of the office may name; what is no key names nothing."""
    wanted: dict[str, set[int]] = {}
    for found in filter(None, map(KEY.fullmatch, keys)):
        wanted.setdefault(found[1], set()).add(int(found[2]))
    told: dict[str, Row] = {}
    for window in windows.registered():
        label = window.model._meta.label_lower
        if not (numbers := wanted.pop(label, ())):
            continue
        ties = _ties(numbers, office, revision) if window.name == "partners" else {}
        for row in nameable(window.rows(revision), office, revision).filter(identity__in=numbers):
            tie = row.state if window.name == "relationships" else ties.get(row.identity, "")
            told[f"{label}:{row.identity}"] = row_of(f"{label}:{row.identity}", row, tie)
    for claim in nameable(known(Claim, revision), office, revision).filter(identity__in=wanted.pop(CLAIM, ())):
        told[f"{CLAIM}:{claim.identity}"] = _claim_row(claim)
    return told


def refusal(words: str) -> str:
    """Why some words of a text may not stand under a record."""
    return _("“%(words)s” names no record that the public may read: register it, or take the words out.") % {"words": words}


def name_of(row: Any, language: str, show: str = "title") -> str:
    """What a list of names prints of a record: its title, with its country or time if asked."""
    titles = {"vi": getattr(row, "name_vi", row.title_vi), "en": getattr(row, "name_en", "") or row.title_en or row.title_vi}
    title: str = titles[language]
    if show == "title_when":
        return f"{title} ({when(row, language)})"
    if show == "title_learned" and (country := country_of(row)):
        return f"{title}, {LEARNED[language]} {prose.place(country.name(language), language)}"
    if show == "title_country" and (country := country_of(row)) and (named := country.name(language)) not in title:
        return f"{title}, {named}" if "(" in named else f"{title} ({named})"
    return title


def country_of(row: Any) -> Territory | None:
    """The country of a record, its own or its partner's."""
    if nation := getattr(row, "nation", None):
        return Territory.objects.filter(key=nation).first()
    return getattr(row, "country", None)


def countries_of(row: Any, language: str) -> list[str]:
    """The countries that took part in an event, the main one first."""
    found = windows.get("event_countries").rows(None).filter(event__code=row.code, office=row.office).order_by("country__sort_key")
    main = [row.country.name(language)] if getattr(row, "country", None) else []
    return main + [one.country.name(language) for one in found]


def _ties(partners: Iterable[int], office: Office, revision: int | None) -> dict[int, str]:
    """Partner -> whether a relationship with it is kept up now; one that is wins over those that were."""
    rows = nameable(windows.get("relationships").rows(revision), office, revision).filter(survivor__in=list(partners))
    return {row.survivor: row.state for row in rows.order_by("-state")}  # former before current: the last one stays


def row_of(key: str, row: Any, tie: str = "") -> Row:
    """A record as an edition shows it; of a partner or a relationship also whether it is a present one."""
    title = {"vi": row.title_vi, "en": row.title_en or row.title_vi}
    told = {language: "; ".join(filter(None, (TIES.get((language, tie), ""), when(row, language)))) for language in ("vi", "en")}
    return {"key": key, "title": title, "when": told}


def _claim_row(claim: Any) -> Row:
    period = claim.period.partition(":")[2] if claim.period else ""
    own = {
        "vi": own_words(claim.when_words, written_in(claim)) or period or "nguồn không ghi ngày",
        "en": glossed(claim.when_words, written_in(claim)) if claim.when_words else period or "the source gives no day",
    }
    return {"key": f"{CLAIM}:{claim.identity}", "title": {"vi": claim.statement_vi, "en": claim.statement_en}, "when": own}


def when(row: Any, language: str) -> str:
    """The time of a record with its year, in the source's own words where there is no day."""
    first, last = row.start_earliest, row.start_latest
    if first and first == last:
        return first.strftime("%d/%m/%Y") if language == "vi" else f"{first.day} {first:%B %Y}"
    if first and last and (first.year, first.month) == (last.year, last.month):
        return f"{first.month}/{first.year}" if language == "vi" else f"{first:%B %Y}"
    if first and last and first.year == last.year:
        return f"{first.year}"
    if language == "vi" and row.when_words:
        own = own_words(row.when_words, written_in(row))
        by = last and not first and year_in(row.when_words) and not points_at_writing(row.when_words)
        return f"muộn nhất là {own}" if by else own
    if first and last:
        return f"{first.year}–{last.year}"
    if first:
        return f"từ {first.year}" if language == "vi" else f"since {first.year}"
    if last:
        return f"muộn nhất là năm {last.year}" if language == "vi" else f"by {last.year}"
    return "không ghi ngày" if language == "vi" else "day not stated"
