"""The ground of a day: on which territory an office's record of that day stands, across mergers of provinces."""

from datetime import date
from typing import Any

from ngoaivu.core.models import Succession, Territory


def of_day(territory: Territory, on: date | None) -> Territory:
    """The territory itself where it existed on the day; else the only one of its line that did, else itself."""
    if on is None or territory.existed(on):
        return territory
    standing = [other for other in line(territory) if other.existed(on)]
    return standing[0] if len(standing) == 1 else territory


def line(territory: Territory) -> list[Territory]:
    """The territory with those it came from and those it went into, one step each way."""
    heirs = [step.successor for step in Succession.objects.filter(predecessor=territory).select_related("successor")]
    forebears = [step.predecessor for step in Succession.objects.filter(successor=territory).select_related("predecessor")]
    return [*forebears, territory, *heirs]


def offer(fields: dict[str, Any], territory: Territory) -> None:
    """Let the officer choose where there is a choice; take the field away where there is none."""
    standing = line(territory)
    if len(standing) == 1:
        del fields["ground"]
        return
    fields["ground"].queryset = Territory.objects.filter(pk__in=[other.pk for other in standing])
