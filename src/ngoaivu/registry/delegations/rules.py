"""Rules of delegations: how a visit may go on, and what a visit that was held must look like."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.models import Territory
from ngoaivu.core.vietnamese import fold
from ngoaivu.documents.models import SourceDocument
from ngoaivu.documents.wording import wordless
from ngoaivu.registry.delegations import visits
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk.naming import called
from ngoaivu.registry.desk.rules import Lifecycle
from ngoaivu.registry.partners.models import Partner

OURS = "vn"
PLANNED_AHEAD, A_YEAR = timedelta(days=2 * 366), timedelta(days=366)

State = Delegation.State
DELEGATION = Lifecycle(State, {State.PLANNED: (State.HELD, State.CANCELLED), State.CANCELLED: (State.PLANNED,), State.HELD: ()})


def check_delegation(before: Delegation | None, after: Delegation) -> None:
    """Refuse a step the lifecycle does not have, a visit held in the future or planned years ahead, one without persons, names without words."""
    DELEGATION.check(before, after)
    faults: dict[str, Any] = {**wordless(after, "title_vi", "head_vi", "host_vi"), **_far(after)}
    if after.state == State.HELD and after.start_earliest and after.start_earliest > timezone.localdate():
        faults["state"] = _("A visit that begins on %(day)s is not held yet: choose “planned”.") % {"day": f"{after.start_earliest:%d/%m/%Y}"}
    if after.persons is not None and after.persons < 1:
        faults["persons"] = _("A delegation has at least one person: correct the number, or leave it empty when it is not known.")
    if faults:
        raise ValidationError(faults)


def _far(visit: Delegation) -> dict[str, str]:
    """The days of a visit that are further ahead than anybody plans: a slip of the hand in the year."""
    days = {name: getattr(visit, name) for name in ("start_earliest", "end_earliest")}
    told = _("%(day)s is more than two years ahead: nobody plans a visit so early. Look at the year again.")
    return {name: told % {"day": f"{day:%d/%m/%Y}"} for name, day in days.items() if day and day > timezone.localdate() + PLANNED_AHEAD}


def long_after(issued: date | None, visit: Delegation) -> str:
    """The question about a letter dated long after the visit it tells of, in a sentence; empty where there is nothing to ask."""
    last = visit.end_latest or visit.start_latest
    if issued is None or last is None or issued - last <= A_YEAR:
        return ""
    told = _(
        "The letter of %(issued)s is more than a year later than the visit (%(last)s). Correct one of the two days; if both are right, tick here."
    )
    return told % {"issued": f"{issued:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}


def check_countries(before: Delegation | None, after: Delegation, further: Sequence[Territory]) -> None:
    """Refuse a mission abroad that names no country, for its visits would be counted nowhere, further countries of any other, and wrong ones."""
    if further and not visits.abroad(after):
        told = _("Further countries are visited only by a delegation from here that goes abroad: leave this empty, or correct the direction.")
        raise ValidationError({"more_countries": told})
    if sentence := _misplaced(after, [after.country] if after.country else []):
        raise ValidationError({"country": sentence})
    if sentence := _misplaced(after, further):
        raise ValidationError({"more_countries": sentence})
    known = before is None or before.country is not None
    if visits.abroad(after) and known and after.country is None and not after.collective:
        raise ValidationError({"country": ValidationError(_("Which country does it come from or go to? Type its name."), code="required")})


def _misplaced(visit: Delegation, countries: Sequence[Territory]) -> str:
    """Why a country cannot be one of the visit: ours of one from or to abroad, another of one within the country."""
    foreign = visit.origin == Delegation.Origin.FOREIGN
    wrong = next((country for country in countries if (country.key == OURS) is foreign), None)
    if wrong is None:
        return ""
    ours = _("A delegation from or to abroad cannot have %(country)s as its country: name the foreign one, or choose a visit within the country.")
    theirs = _("%(country)s is abroad, and this visit stays within the country: leave the country empty, or choose a visit from or to abroad.")
    return (ours if foreign else theirs) % {"country": wrong}


def several(name: str, known: QuerySet[Partner]) -> bool:
    """Whether a name is those of several partners «nhiều đối tác»: each begins with the same word, or is registered. «Thành phố A, tỉnh B» is one."""
    names = [part.strip() for part in re.split(r"[;,]|\s(?:và|and)\s", name) if part.strip()]
    begun = {fold(part.split()[0]) for part in names if len(part.split()) > 1}
    alike = len(begun) == 1 and all(len(part.split()) > 1 for part in names)
    return len(names) > 1 and (";" in name or alike or all(called(known, part) for part in names))


def one_partner(name: str) -> str:
    """What to do with several partners typed into one box, in a sentence."""
    told = _(
        "“%(name)s” looks like several partners, and this box takes one: write the main one here and name the others in “Name of the delegation”."
    )
    return told % {"name": name}


def state_on(day: date | None) -> str:
    """The state of a visit nobody said one of: held once its first day has come."""
    return State.HELD if day and day <= timezone.localdate() else State.PLANNED


def same_letter(document: SourceDocument, seat: Seat) -> list[SourceDocument]:
    """Papers the person can see that bear the same number and the same day."""
    if not document.numbers or document.issued_from is None:
        return []
    rows = SourceDocument.objects.filter(seat.visible(), withdrawn=False, issued_from=document.issued_from, numbers__iexact=document.numbers)
    return list(rows.order_by("pk")[:5])


def alike(visit: Delegation, partner: Partner | None, seat: Seat) -> list[Delegation]:
    """Visits the person can see that may be the same one: same direction, days that overlap, same partner, or same country and a partner missing."""
    first, last = visit.day_shown(), visit.end_latest or visit.start_latest
    if first is None or last is None:
        return []
    same = Q(country=visit.country) if visit.country else Q(pk__in=[])
    if partner is not None:  # two visits of two partners are two, also from one country
        same &= Q(partner__isnull=True)
    if partner is not None and partner.pk:
        same |= Q(partner=partner)
    rows = Delegation.objects.filter(seat.visible(), same, withdrawn=False, direction=visit.direction)
    near = rows.annotate(last=Coalesce("end_latest", "start_latest")).filter(start_earliest__lte=last, last__gte=first)
    return list(near.order_by("start_earliest", "pk")[:5])


def matched(row: Delegation | SourceDocument, partner: Partner | None) -> str:
    """Wherein a row of the register is like the one to be registered, in words."""
    if isinstance(row, SourceDocument):
        return _("the same number and day of the letter")
    if partner is not None and row.partner_id == partner.pk:
        return _("the same partner, and days that overlap")
    return _("the same country, and days that overlap")
