"""Levels «mức độ»: who may see a row. No reader, no rows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Level «mức độ»: public, internal, personal, or embargoed until a day."""

    PUBLIC = "public", _("Public")
    INTERNAL = "internal", _("Internal")
    PERSONAL = "personal", _("Personal")
    EMBARGOED = "embargoed", _("Embargoed until announced")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reader «người đọc»: the levels and offices somebody may see; `offices` None means every office."""

    levels: frozenset[str] = frozenset()
    offices: frozenset[int] | None = field(default=frozenset())


PUBLIC = Reader(frozenset({Level.PUBLIC}), None)


def visible(reader: Reader | None, on: date, prefix: str = "") -> Q:
    """The condition under which rows are shown to the reader on a day; an embargo that has ended counts as public."""
    if reader is None or not reader.levels:
        return Q(pk__in=[])
    wanted = Q(**{f"{prefix}level__in": sorted(reader.levels)})
    if Level.PUBLIC in reader.levels:
        wanted |= Q(**{f"{prefix}level": Level.EMBARGOED, f"{prefix}embargo_until__lte": on})
    if reader.offices is not None:
        wanted &= Q(**{f"{prefix}office_id__in": sorted(reader.offices)})
    return wanted


def countable(on: date, prefix: str = "") -> Q:
    """The condition under which a row enters a total: embargoed rows enter when their embargo has ended."""
    open_now: dict[str, Any] = {f"{prefix}level": Level.EMBARGOED, f"{prefix}embargo_until__lte": on}
    return ~Q(**{f"{prefix}level": Level.EMBARGOED}) | Q(**open_now)
