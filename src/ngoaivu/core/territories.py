"""Succession of territories: which grounds make up a territory of another day. Pure reading, no writing.

Flows and stocks of counted records may be added over the predecessors; distinct counts and received shares may not, and the
answer is then the sentence that says why.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ngoaivu.core.models import Succession, Territory


class TerritoryError(ValueError):
    """A territory that cannot be asked; the message says why and what to ask instead."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Ground «phạm vi địa bàn»: the keys whose rows count for a territory, and the rules by which they do."""

    keys: tuple[str, ...]
    rules: tuple[str, ...] = ()


def find(key: str) -> Territory:
    """The territory of a key, or the sentence that lists near ones."""
    if found := Territory.objects.filter(key=key).first():
        return found
    near = Territory.objects.filter(kind="province").values_list("key", flat=True)[:5]
    raise TerritoryError(_("No territory has the key “%(key)s”. Known ones are, for example: %(near)s.") % {"key": key, "near": ", ".join(near)})


def as_then(territory: Territory, on: date) -> Ground:
    """The territory itself, on a day on which it existed."""
    if not territory.existed(on):
        raise TerritoryError(_not_then(territory, on))
    return Ground((territory.key,))


def in_boundaries_of(territory: Territory) -> Ground:
    """Everything that became this territory: itself and, step by step, its predecessors, with the legal texts that joined them."""
    keys, rules, open_ends = [territory.key], [], [territory.pk]
    while open_ends:
        steps = Succession.objects.filter(successor__in=open_ends).select_related("predecessor", "successor").order_by("on", "predecessor__key")
        open_ends = []
        for step in steps:
            if step.predecessor.key not in keys:
                keys.append(step.predecessor.key)
                rules.append(f"{step.predecessor.key} → {step.successor.key} {step.on.isoformat()} ({step.basis})")
                open_ends.append(step.predecessor_id)
    return Ground(tuple(keys), tuple(rules))


def _not_then(territory: Territory, on: date) -> str:
    names = {"name": territory.name_vi, "on": on.strftime("%d/%m/%Y")}
    if territory.valid_from and on < territory.valid_from:
        names["first"] = territory.valid_from.strftime("%d/%m/%Y")
        return (
            _("%(name)s did not exist yet on %(on)s: it exists from %(first)s. Ask for one of its predecessors, or for today's boundaries.") % names
        )
    heir = Succession.objects.filter(predecessor=territory).select_related("successor").first()
    names["last"] = territory.valid_to.strftime("%d/%m/%Y") if territory.valid_to else ""
    names["heir"] = f"{heir.successor.name_vi} ({heir.successor.key})" if heir else "?"
    return _("%(name)s no longer existed on %(on)s: its last day was %(last)s. Ask for its successor %(heir)s.") % names
