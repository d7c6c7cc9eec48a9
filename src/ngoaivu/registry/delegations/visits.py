"""Visits of a mission «lượt nước của một đoàn»: which countries a mission abroad visited is told once, in its own form, row or letter.

The country-visits follow it: they are written, corrected and withdrawn by the change that keeps the mission, so that missions, people
and countries never count different journeys.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q
from django.utils.text import Truncator

from ngoaivu.core.changes import Actor
from ngoaivu.core.models import Territory
from ngoaivu.documents import actions as papers
from ngoaivu.registry.delegations.models import CountryVisit, Delegation

# What a country-visit has from its mission. Where it was given another value, that stays.
SHARED = ("office", "territory", "level", "embargo_until", "start_earliest", "start_latest", "end_earliest", "end_latest", "citation")


def abroad(mission: Delegation) -> bool:
    """Whether the mission goes to foreign countries."""
    return mission.direction == Delegation.Direction.OUTBOUND and mission.origin == Delegation.Origin.FOREIGN


def visited(mission: Delegation, further: Iterable[Territory]) -> list[Territory]:
    """The countries on the way of a mission, each once: its own, then the further ones; none where it does not go abroad."""
    named = [mission.country, *further] if abroad(mission) else []
    return list(dict.fromkeys(country for country in named if country is not None))


def uncounted() -> Q:
    """The missions abroad that took place and have no country-visit, so that the figures of countries are without them."""
    stops = CountryVisit.objects.filter(delegation=OuterRef("pk"), withdrawn=False)
    told = Q(direction=Delegation.Direction.OUTBOUND, origin=Delegation.Origin.FOREIGN, state=Delegation.State.HELD, collective=False)
    return told & ~Q(Exists(stops))


def of(mission: Delegation) -> list[CountryVisit]:
    """The country-visits of a mission that stand."""
    rows = CountryVisit.objects.filter(delegation=mission, withdrawn=False) if mission.pk else CountryVisit.objects.none()
    return list(rows.select_related("country").order_by("start_earliest", "pk"))


def further(mission: Delegation) -> list[Territory]:
    """The countries a kept mission visited besides its own."""
    return [stop.country for stop in of(mission) if stop.country_id != mission.country_id]


def made(mission: Delegation, country: Territory) -> CountryVisit:
    """A country-visit, not kept yet, with the mission's days, level and source."""
    shared = {name: getattr(mission, name) for name in SHARED}
    return CountryVisit(delegation=mission, country=country, title_vi=_title(mission, country), **shared)


def follow(before: Delegation | None, mission: Delegation, countries: Sequence[Territory], *, by: Actor) -> None:
    """Bring the country-visits of a mission just kept to these countries: a wrong country is corrected, one too many withdrawn."""
    standing = of(mission)
    wrong = [stop for stop in standing if stop.country not in countries]
    missing = [country for country in countries if country not in [stop.country for stop in standing]]
    corrected = wrong[: len(missing)]
    for stop, country in zip(corrected, missing, strict=False):
        stop.country, stop.title_vi, stop.title_en = country, _title(mission, country), ""
    for stop in standing:
        if (stop in corrected or stop not in wrong) and (_keeps_up(stop, before, mission) or stop in corrected):
            papers.keep(stop, by=by)
    for stop in wrong[len(missing) :]:
        papers.withdraw(stop, by=by, why="")
    for country in missing[len(wrong) :]:
        papers.keep(made(mission, country), by=by)


def _keeps_up(stop: CountryVisit, before: Delegation | None, mission: Delegation) -> bool:
    """Give a visit what its mission has new, where the two agreed before; whether anything changed."""
    if before is None:
        return False
    moved = {name: getattr(mission, name) for name in SHARED if getattr(stop, name) == getattr(before, name) != getattr(mission, name)}
    if stop.title_vi == _title(before, stop.country) != _title(mission, stop.country):
        moved["title_vi"] = _title(mission, stop.country)
    for name, value in moved.items():
        setattr(stop, name, value)
    return bool(moved)


def _title(mission: Delegation, country: Territory) -> str:
    return Truncator(f"{mission.title_vi} – {country.name_vi}").chars(400)
