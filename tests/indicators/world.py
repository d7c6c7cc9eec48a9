"""Builds a hand-written world through the actions of the system, as officers would."""

import json
import tomllib
from pathlib import Path
from typing import Any

from django.apps import apps

from ngoaivu.core import changes
from ngoaivu.core.models import Succession
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.documents.actions import cite, file_document, keep
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.indicators.models import Observation
from tests.cast import Cast, territory

COUNTRIES = {"in": "Ấn Độ", "jp": "Nhật Bản", "kr": "Hàn Quốc", "la": "Lào", "th": "Thái Lan", "kh": "Campuchia", "fr": "Pháp"}


def read(path: Path) -> dict[str, Any]:
    """A world from its file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


class World:
    """The records of one world, by their names in the file."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.named: dict[str, Any] = {}
        self.positions: dict[int, int] = {}

    def build(self, told: dict[str, Any]) -> None:
        """Everything the file tells, in the order of its changes."""
        for code, name in COUNTRIES.items():
            territory(code, name, kind="country")
        for one in told.get("territory", []):
            territory(**one)
        for one in told.get("succession", []):
            ends = {end: territory(one[end], "") for end in ("predecessor", "successor")}
            Succession.objects.create(on=one["on"], basis=one["basis"], **ends)
        for one in told.get("record", []):
            self.record(dict(one))
        for one in sorted(told.get("observation", []), key=lambda one: one.get("change", 0)):
            self.observation(dict(one))

    def ground(self, one: dict[str, Any]) -> Any:
        return territory(one.pop("territory", self.cast.here.territory.key), "")

    def record(self, one: dict[str, Any]) -> None:
        model, key = apps.get_model(one.pop("type")), one.pop("key", "")
        start, end = (ImpreciseDate.parse(one.pop(name, "")) for name in ("start", "end"))
        links = {name: self.named[value[1:]] for name, value in one.items() if isinstance(value, str) and value.startswith("@")}
        if "country" in one:
            links["country"] = territory(one["country"], "")
        row = model(office=self.cast.here, territory=self.ground(one), **(one | links))
        row.starts(start)
        row.ends(end)
        self.named[key] = keep(row, by=self.cast.specialist.actor)

    def observation(self, one: dict[str, Any]) -> None:
        key, number = one.pop("key", ""), one.pop("change", None)
        as_of = ImpreciseDate.parse(one.pop("as_of", ""))
        breakdown = json.dumps(one.pop("breakdown"), sort_keys=True) if "breakdown" in one else ""
        links = {name: self.named[one.pop(name)[1:]] for name in ("supersedes", "part_of") if name in one}
        row = Observation(
            office=self.cast.here,
            territory=self.ground(one),
            citation=self.citation(),
            as_of_from=as_of.earliest,
            as_of_to=as_of.latest,
            breakdown=breakdown,
            **(one | links),
        )
        with changes.change(by=self.cast.specialist.actor, verb="observe") as writer:
            self.named[key] = writer.write(row)
        if number is not None:
            self.positions[number] = changes.latest()

    def citation(self) -> Citation:
        by = self.cast.specialist.actor
        if not (document := SourceDocument.objects.first()):
            document = file_document(SourceDocument(office=self.cast.here, kind="report", title_vi="Báo cáo thử", issuer_vi="Sở thử"), by=by)
        return cite(document, by=by, place_vi="mục 1")
