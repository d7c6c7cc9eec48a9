"""Other offices' registers «sổ của cơ quan khác»: a text asks its own office's; of another's it has what that office published.

One function for panel, wall and seal: a figure that may not be asked is Missing everywhere, with the sentence that says why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office, lineage
from ngoaivu.core import territories
from ngoaivu.core.models import Succession, Territory
from ngoaivu.indicators.facts import Fact, Missing, Question, ask_many
from ngoaivu.publications import editions

Answers = dict[Question, Fact | Missing]


def answered(questions: Sequence[Question], office: Office, revision: int) -> Answers:
    """Every question of a text of an office, answered at a revision."""
    asked = list(dict.fromkeys(questions))
    keepers = Keepers(office)
    foreign = {one: kept for one in asked if (kept := keepers.of(one))}
    known = ask_many(asked, revision=revision)
    return {one: _published(one, found, foreign[one]) if one in foreign else found for one, found in known.items()}


@dataclass
class Keepers:
    """Keepers «cơ quan giữ sổ»: which offices, other than a text's own and those it succeeds, keep the register a question asks."""

    office: Office
    known: dict[tuple[str, str], tuple[Office, ...]] = field(default_factory=dict)

    def of(self, question: Question) -> tuple[Office, ...]:
        """Those offices; none where the register is the text's own, or nobody's."""
        if question.boundaries == "then" and question.territory == self.office.territory.key:
            return ()
        key = question.territory, question.boundaries
        if key not in self.known:
            self.known[key] = self._of(*key)
        return self.known[key]

    def _of(self, key: str, boundaries: str) -> tuple[Office, ...]:
        territory = Territory.objects.filter(key=key).first()
        if territory is None:
            return ()
        keys = territories.in_boundaries_of(territory).keys if boundaries == "today" else (key,)
        own, found = lineage(self.office), dict[int, Office]()
        for ground in Territory.objects.filter(key__in=keys):
            kept = _keeping(ground)
            if not any(one.pk in own for one in kept):
                found |= {one.pk: one for one in kept}
        return tuple(found.values())


def _keeping(ground: Territory) -> list[Office]:
    """The offices of a territory or of what it is a part of; where there is none, of what it went into, then of what it came from."""
    above = [ground.pk]
    while (parents := set(Territory.objects.filter(parts__in=above).values_list("pk", flat=True)) - set(above)) and len(above) < 100:
        above += parents
    for line in (above, _line(ground, "predecessor", "successor"), _line(ground, "successor", "predecessor")):
        if kept := list(Office.objects.filter(territory__in=line).order_by("pk")):
            return kept
    return []


def _line(ground: Territory, side: str, other: str) -> set[int]:
    found, fresh = set[int](), {ground.pk}
    while fresh:
        fresh = set(Succession.objects.filter(**{f"{side}__in": fresh}).values_list(f"{other}_id", flat=True)) - found
        found |= fresh
    return found


def _published(question: Question, found: Fact | Missing, keepers: tuple[Office, ...]) -> Fact | Missing:
    """The fact as far as the office that keeps the register says the same in its current series; no other word of the live register."""
    if isinstance(found, Fact) and len(keepers) == 1 and any(_same(question, found, told) for told in _points(question.code, keepers[0])):
        return found
    names = {"code": question.code, "territory": question.territory, "offices": ", ".join(str(one) for one in keepers)}
    return Missing(
        lambda: (
            _("%(code)s for %(territory)s is in the register of another office (%(offices)s): use a figure that office has published, or quote it.")
            % names
        )
    )


def _points(code: str, office: Office) -> Iterable[Any]:
    edition = editions.current(office.key, "series", code.replace(".", "-"))
    return edition.content["facts"].values() if edition else ()


def _same(question: Question, found: Fact, told: Any) -> bool:
    asked = asdict(replace(question, basis="")) | {"by": [list(pair) for pair in question.by]}
    high = Decimal(told["high"]) if told.get("high") else None
    value = (Decimal(told["value"]), high, told["qualifier"], told["unit"])
    return told["question"] | {"basis": ""} == asked and value == (found.value, found.high, found.qualifier, found.unit)
