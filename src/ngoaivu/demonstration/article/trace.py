"""The trace «từ bài viết đến hệ thống»: for each row of the expected table, the record, observation, claim or territory that holds it."""

from collections.abc import Iterator
from typing import Any

from ngoaivu.accounts.models import Office
from ngoaivu.core.models import Territory
from ngoaivu.demonstration.article.reading import FOLDER, Entry, entries, read
from ngoaivu.demonstration.article.statements import TASK, question_of
from ngoaivu.documents.models import SourceDocument
from ngoaivu.indicators.models import Claim, Observation
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.community.models import Association
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.events.models import Event, EventSeries
from ngoaivu.registry.partners.models import LearnedModel, Partner

ROOMS: tuple[Any, ...] = (Partner, LearnedModel, Agreement, Delegation, Event, EventSeries, Association, Claim)


def held(office: Office) -> dict[str, list[str]]:
    """Row of the expected table -> keys of what holds it, e.g. `fdi-projects` -> [`indicators.observation:6`]."""
    found: dict[str, list[str]] = {}
    by_code = {row.code: row.key for model in ROOMS for row in model.objects.filter(office=office, withdrawn=False)}
    for name, entry in _stated():
        for seed in entry.get("seed", []):
            found.setdefault(seed, []).extend(key for key in _keys(office, name, entry, by_code) if key not in found.get(seed, []))
    return found


def _stated() -> Iterator[tuple[str, Entry]]:
    for file in sorted(FOLDER.glob("*.toml")):
        yield from ((file.stem, entry) for entry in entries(read(file.stem)))


def _keys(office: Office, name: str, entry: Entry, by_code: dict[str, str]) -> Iterator[str]:
    if name == "observations":
        yield Observation.objects.get(office=office, **question_of(entry)).key
    elif name == "documents" and "publisher_vi" in entry:
        yield SourceDocument.objects.get(office=office, title_vi=entry["vi"]).key
    elif name == "tasks":
        yield by_code[f"{TASK}-{entry['order']:02d}-{entry['key']}"]
    elif entry["key"] in by_code:
        yield by_code[entry["key"]]
    elif name == "places" and (place := Territory.objects.filter(key__in=(entry["key"], f"{entry['key']}-cu")).first()):
        yield f"core.territory:{place.pk}"
