"""Records that texts name: found through windows, shown only as far as the public may read them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core import windows
from ngoaivu.core.history import known
from ngoaivu.core.levels import PUBLIC, visible
from ngoaivu.core.models import Territory
from ngoaivu.core.period import Period
from ngoaivu.indicators.glosses import glossed
from ngoaivu.indicators.models import Claim
from ngoaivu.indicators.times import own_words, written_in
from ngoaivu.publications.content import Row

CLAIM = "indicators.claim"


def named(window: str, where: Mapping[str, str], territory: str, revision: int | None = None, within: Period | None = None) -> list[tuple[str, Any]]:
    """The public records of a window that fit the conditions, begun within a period if one is given, in order of time and name.

    A condition names a column of the window, or `code` for the records' own keys; several values stand apart by a bar.
    """
    found = windows.get(window)
    rows = found.rows(revision).filter(visible(PUBLIC, timezone.localdate()), territory__key=territory)
    for name, value in where.items():
        path = found.columns[name].path if name in found.columns else name
        rows = rows.filter(**{f"{path}__in": value.split("|")})
    if within:
        rows = rows.filter(start_earliest__gte=within.start, start_latest__lte=within.end)
    ordered = rows.order_by("start_earliest", "start_latest", "sort_key")
    return [(f"{found.model._meta.label_lower}:{row.identity}", row) for row in ordered]


def coded(code: str, office: Office, revision: int | None = None) -> tuple[str, Any] | None:
    """The public record or claim an office keeps under a code."""
    mine = {"office": office, "code": code}
    for window in windows.registered():
        if row := window.rows(revision).filter(visible(PUBLIC, timezone.localdate()), **mine).first():
            return f"{window.model._meta.label_lower}:{row.identity}", row
    claim = known(Claim, revision).filter(visible(PUBLIC, timezone.localdate()), **mine).first()
    return (f"{CLAIM}:{claim.identity}", claim) if claim else None


def described(keys: Iterable[str], revision: int | None = None) -> dict[str, Row]:
    """Key, title and time of records and claims, of those the public may read."""
    wanted: dict[str, set[int]] = {}
    for key in keys:
        label, _colon, number = key.partition(":")
        if number.isdecimal() and len(number) < 19:
            wanted.setdefault(label, set()).add(int(number))
    told: dict[str, Row] = {}
    shown = visible(PUBLIC, timezone.localdate())
    for window in windows.registered():
        label = window.model._meta.label_lower
        if not (numbers := wanted.pop(label, ())):
            continue
        for row in window.rows(revision).filter(shown, identity__in=numbers):
            told[f"{label}:{row.identity}"] = row_of(f"{label}:{row.identity}", row)
    for claim in known(Claim, revision).filter(shown, identity__in=wanted.pop(CLAIM, ())):
        told[f"{CLAIM}:{claim.identity}"] = _claim_row(claim)
    return told


def name_of(row: Any, language: str, show: str = "title") -> str:
    """What a list of names prints of a record: its title, with its country or time if asked."""
    titles = {"vi": getattr(row, "name_vi", row.title_vi), "en": getattr(row, "name_en", "") or row.title_en or row.title_vi}
    title: str = titles[language]
    if show == "title_when":
        return f"{title} ({when(row, language)})"
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


def row_of(key: str, row: Any) -> Row:
    """A record as an edition shows it."""
    title = {"vi": row.title_vi, "en": row.title_en or row.title_vi}
    return {"key": key, "title": title, "when": {"vi": when(row, "vi"), "en": when(row, "en")}}


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
        return first.strftime("%m/%Y") if language == "vi" else f"{first:%B %Y}"
    if first and last and first.year == last.year:
        return f"{first.year}"
    if language == "vi" and row.when_words:
        return own_words(row.when_words, written_in(row))
    if first and last:
        return f"{first.year}–{last.year}"
    if first:
        return f"từ {first.year}" if language == "vi" else f"since {first.year}"
    if last:
        return f"muộn nhất là năm {last.year}" if language == "vi" else f"by {last.year}"
    return "không ghi ngày" if language == "vi" else "day not stated"
