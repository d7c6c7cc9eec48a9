"""The plan of the model province: the same from the same seed, on every machine, before anything is stored."""

import os
import subprocess
import sys
from collections import Counter

import pytest

from ngoaivu.accounts.models import Office
from ngoaivu.demonstration.generator.province import ABOUT, SEED, places_of_reference, plan
from ngoaivu.demonstration.generator.world import World, words

SCRIPT = """
import django
django.setup()
from tests.demonstration.test_plan import drawn
print(drawn().ledger.digest())
"""


def drawn(seed: int = SEED) -> World:
    places = places_of_reference()
    return plan(Office(key="mau", territory=places["tinh-mau"], **ABOUT), places, seed)


@pytest.fixture(scope="module")
def world() -> World:
    return drawn()


def test_the_same_seed_gives_the_same_bytes(world: World) -> None:
    assert drawn().ledger.digest() == world.ledger.digest()
    assert drawn(SEED + 1).ledger.digest() != world.ledger.digest()


def test_another_process_with_another_hash_seed_gives_them_too(world: World) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "4711", "DJANGO_SETTINGS_MODULE": "ngoaivu.config.settings"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == world.ledger.digest()


def test_a_row_is_known_no_later_than_what_names_it(world: World) -> None:
    entries = world.ledger.entries
    for entry in entries.values():
        for column in entry.row._meta.local_concrete_fields:
            if column.is_relation and column.is_cached(entry.row) and id(named := getattr(entry.row, column.name)) in entries:
                assert entries[id(named)].on <= entry.on, entry.row


def test_there_are_between_1500_and_3000_records(world: World) -> None:
    kinds = Counter(type(entry.row).__name__ for entry in world.ledger.entries.values())
    assert 1500 <= sum(number for kind, number in kinds.items() if kind not in {"SourceDocument", "Citation"}) <= 3000
    assert 600 <= kinds["Delegation"] <= 1000
    assert kinds["BulletinIssue"] == 12 * 11


def test_every_sentence_was_filled_in(world: World) -> None:
    for entry in world.ledger.entries.values():
        for name in ("title_vi", "title_en", "statement_vi", "statement_en"):
            text = getattr(entry.row, name, "x")
            assert text, (entry.row, name)
            assert not set("{}|") & set(text), text


def test_partners_come_from_more_than_twenty_five_countries(world: World) -> None:
    assert len({partner.country for partner in world.partners} - {"vn"}) >= 25
    assert set(words("partners")["country"]) <= set(places_of_reference())
