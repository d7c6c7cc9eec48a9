"""Writers take turns: what was known at a revision never changes, nothing confirmed is lost, nothing is half written."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection

from ngoaivu.core import changes
from ngoaivu.core.changes import SYSTEM, change
from ngoaivu.core.history import OPEN, columns_of, known
from ngoaivu.core.models import Change
from ngoaivu.documents.actions import keep
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from tests.cast import Cast, assemble, territory
from tests.core import writing

PATIENCE = 120


@pytest.fixture
def house(own_database: str) -> Cast:
    """The cast in a database in which transactions really end."""
    territory("la", "Lào", "Laos", kind="country")
    return assemble()


def thread(work: Callable[[], None]) -> threading.Thread:
    """Work in a thread with a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    started = threading.Thread(target=run, daemon=True)
    started.start()
    return started


def mission(house: Cast, title: str) -> Delegation:
    return Delegation(office=house.here, territory=house.here.territory, title_vi=title, direction="inbound")


def test_a_number_is_drawn_only_when_the_one_before_is_settled(house: Cast) -> None:
    """Seen without turns on PostgreSQL: change 2 commits before change 1, and a reader at revision 2 sums twice differently."""
    drawn: list[tuple[str, int]] = []
    first_is_open, first_may_end = threading.Event(), threading.Event()

    def first() -> None:
        with change(by=SYSTEM, verb="first") as writer:
            drawn.append(("first", writer.revision))
            writer.write(prepared(mission(house, "Một")))
            first_is_open.set()
            first_may_end.wait(PATIENCE)

    def second() -> None:
        with change(by=SYSTEM, verb="second") as writer:
            drawn.append(("second", writer.revision))
            writer.write(prepared(mission(house, "Hai")))

    before = changes.latest()
    one = thread(first)
    assert first_is_open.wait(PATIENCE)
    two = thread(second)
    time.sleep(0.6)
    assert [name for name, _revision in drawn] == ["first"], "the second drew its number while the first was open"
    assert changes.latest() == before
    first_may_end.set()
    one.join(PATIENCE)
    two.join(PATIENCE)
    assert [name for name, _revision in drawn] == ["first", "second"]
    assert [known(Delegation, revision).count() for _name, revision in drawn] == [1, 2]


def prepared(row: Delegation) -> Delegation:
    row.prepare()
    return row


def test_what_was_known_at_a_revision_never_changes_while_others_write(house: Cast) -> None:
    writers, each = 4, 8
    finished = threading.Event()
    seen: dict[int, set[int]] = {}

    def write() -> None:
        for number in range(each):
            keep(mission(house, f"Đoàn {number}"), by=SYSTEM)

    def read() -> None:
        while not finished.is_set():
            revision = changes.latest()
            for asked in (revision, revision - 1):
                seen.setdefault(asked, set()).add(known(Delegation, asked).count())

    reader = thread(read)
    working = [thread(write) for _writer in range(writers)]
    for one in working:
        one.join(PATIENCE)
    finished.set()
    reader.join(PATIENCE)
    assert Delegation.objects.count() == writers * each == Change.objects.count()
    for revision, counts in seen.items():
        assert counts == {known(Delegation, revision).count()}
    assert len(seen) > 2


def test_the_same_record_corrected_by_many_keeps_every_version(house: Cast) -> None:
    row = keep(mission(house, "Đoàn"), by=SYSTEM)

    def correct() -> None:
        for _time in range(6):
            with change(by=SYSTEM, verb="correct") as writer:
                fresh = Delegation.objects.get(pk=row.pk)
                fresh.persons = (fresh.persons or 0) + 1
                writer.write(fresh)

    working = [thread(correct) for _writer in range(3)]
    for one in working:
        one.join(PATIENCE)
    assert Delegation.objects.get(pk=row.pk).persons == 18
    versions = Delegation.Version.objects.filter(record=row).order_by("rev_from")
    assert [version.persons for version in versions] == [None, *range(1, 19)]
    assert [version.rev_to for version in versions] == [*[version.rev_from for version in versions[1:]], OPEN]


def told_by(process: subprocess.Popen[str], lines: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _line in range(lines)]


@pytest.mark.parametrize(("word", "lines"), [("halt", 4), ("", 12)], ids=["inside a change", "anywhere"])
def test_a_killed_process_loses_nothing_confirmed_and_half_writes_nothing(house: Cast, own_database: str, word: str, lines: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.core.writing", word],
        env=os.environ | {"NGOAIVU_DATABASE": own_database},
        stdout=subprocess.PIPE,
        text=True,
    )
    told = told_by(process, lines)
    process.send_signal(signal.SIGKILL)
    rest, _errors = process.communicate(timeout=PATIENCE)
    told += rest.splitlines()
    connection.close()
    confirmed = {int(line.removeprefix("confirmed ")) for line in told if line.startswith("confirmed ")}
    halted = {int(line.removeprefix("halted inside ")) for line in told if line.startswith("halted inside ")}
    kept = set(Change.objects.values_list("pk", flat=True))
    assert len(confirmed) >= 3
    assert confirmed <= kept
    assert not halted & kept
    assert len(kept - confirmed) <= 1, "only what was committed and not yet told may be there besides"
    assert bool(halted) == (word == "halt")
    assert Counter(Delegation.objects.values_list("change_id", flat=True)) == dict.fromkeys(kept, 1)
    assert Counter(CountryVisit.objects.values_list("change_id", flat=True)) == dict.fromkeys(kept, writing.STOPS)
    for model in (Delegation, CountryVisit):
        columns = columns_of(model)
        now = set(model.objects.values_list("pk", *columns))
        assert now == set(model.Version.objects.filter(rev_to=OPEN).values_list("record_id", *columns))
    keep(mission(house, "Sau khi chết"), by=SYSTEM)
    assert changes.latest() > max(kept)
