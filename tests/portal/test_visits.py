"""Visits: online is part of today, today part of the total, whatever happens in whatever order."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import IntegrityError
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ngoaivu.portal import visitors, visits
from ngoaivu.portal.models import Visits
from ngoaivu.portal.visitors import Shared, Visit
from ngoaivu.portal.visits import Counter, totals

NOON = datetime(2020, 10, 30, 5, 0, tzinfo=UTC)
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


def reader(address: str = "10.0.0.1", **more: str) -> dict[str, Any]:
    return {"REMOTE_ADDR": address, "HTTP_USER_AGENT": BROWSER, **more}


STEPS = st.lists(
    st.tuples(
        st.integers(0, 900),  # minutes that pass
        st.integers(0, 3),  # which reader
        st.integers(0, 1),  # which process
        st.sampled_from(["open", "write", "restart"]),
    ),
    max_size=30,
)


@pytest.mark.django_db
@given(steps=STEPS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_three_numbers_never_contradict_each_other(monkeypatch: pytest.MonkeyPatch, steps: list[tuple[int, int, int, str]]) -> None:
    Visits.objects.all().delete()
    processes = [Counter(), Counter()]
    now, before = NOON, 0
    for minutes, who, process, what in steps:
        now += timedelta(minutes=minutes)
        if what == "restart":
            processes[process].write(now)
            processes[process] = Counter()
        elif what == "write":
            processes[process].write(now)
        else:
            processes[process].count("", reader(f"10.0.0.{who}"), now)
        for seen_from in processes:
            monkeypatch.setattr(visits, "COUNTER", seen_from)
            online, today, total, since = totals("", now)
            assert 0 <= online <= today <= total
            assert since <= now.date() + timedelta(days=1)
        for one in processes:
            one.write(now)
        total = totals("", now)[2]
        assert total >= before
        before = total


@pytest.mark.django_db
def test_a_visit_ends_after_half_an_hour_and_a_day_at_midnight() -> None:
    counter = visits.COUNTER
    for minutes in (0, 3, 20, 49, 80):
        counter.count("", reader(), NOON + timedelta(minutes=minutes))
    assert totals("", NOON + timedelta(minutes=81))[:3] == (1, 2, 2)
    assert totals("", NOON + timedelta(minutes=90))[:3] == (0, 2, 2)
    midnight = datetime(2020, 10, 30, 17, 0, tzinfo=UTC)
    counter.count("", reader(), midnight - timedelta(minutes=1))
    counter.write(midnight + timedelta(minutes=1))
    assert totals("", midnight + timedelta(minutes=1))[:3] == (0, 0, 3)
    counter.count("", reader(), midnight + timedelta(minutes=2))
    assert totals("", midnight + timedelta(minutes=2))[:3] == (1, 1, 4)


@pytest.mark.django_db
def test_the_processes_of_a_server_count_one_reader_once(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.NGOAIVU_VISITORS = visitors.made()
    processes = [Counter(), Counter()]
    for minutes in range(0, 60, 4):
        for process in processes:
            process.count("", reader(), NOON + timedelta(minutes=minutes))
        processes[0].count("mau", reader(), NOON)
    processes[1].count("", reader("10.0.0.2"), NOON + timedelta(minutes=57))
    for process in processes:
        process.write(NOON + timedelta(minutes=58))
    for process in processes:
        monkeypatch.setattr(visits, "COUNTER", process)
        assert totals("", NOON + timedelta(minutes=58))[:3] == (2, 2, 2)
        assert totals("mau", NOON + timedelta(minutes=58))[:3] == (0, 1, 1)


def test_shared_memory_forgets_at_midnight_and_gives_the_longest_gone_for_a_new_reader() -> None:
    memory, other = Shared(address := visitors.made()), Shared(address)
    subprocess.run([sys.executable, "-c", f"from ngoaivu.portal.visitors import Shared; Shared({address!r}).salt"], check=True)
    salt = memory.salt(NOON.date())
    assert other.salt(NOON.date()) == salt
    crowd = [number.to_bytes(12, "little") for number in [1 + visitors.SLOTS * step for step in range(visitors.TRIED + 1)]]
    for spot, one in enumerate(crowd):
        memory[one] = Visit(NOON, NOON + timedelta(seconds=spot), b"8 bytes.")
    assert crowd[0] not in other
    assert other[crowd[-1]] == Visit(NOON, NOON + timedelta(seconds=visitors.TRIED), b"8 bytes.")
    del other[crowd[-1]]
    assert len(memory) == visitors.TRIED - 1
    assert memory.salt(NOON.date() + timedelta(days=1)) != salt
    assert list(other) == []
    assert other.salt(NOON.date()) != salt, "a day gone by has no salt"


@pytest.mark.django_db
def test_robots_staff_and_pages_loaded_ahead_are_left_out() -> None:
    left_out = [
        reader(HTTP_USER_AGENT="Googlebot/2.1"),
        reader(HTTP_USER_AGENT=""),
        reader(HTTP_COOKIE="a=b; sessionid=xyz"),
        reader(HTTP_SEC_PURPOSE="prefetch;prerender"),
    ]
    for environ in left_out:
        visits.COUNTER.count("", environ, NOON)
    assert totals("", NOON)[:3] == (0, 0, 0)
    visits.COUNTER.count("", reader(), NOON)
    assert totals("", NOON)[:3] == (1, 1, 1)


@pytest.mark.django_db
def test_offices_are_counted_apart_and_only_counts_are_kept() -> None:
    visits.COUNTER.count("", reader(), NOON)
    visits.COUNTER.count("mau", reader(), NOON)
    visits.COUNTER.count("mau", reader("10.0.0.2"), NOON)
    visits.COUNTER.write(NOON)
    assert totals("", NOON)[:3] == (1, 1, 1)
    assert totals("mau", NOON)[:3] == (2, 2, 2)
    kept = str(list(Visits.objects.values()))
    assert "10.0.0" not in kept
    assert visits.reader(reader(), b"salt").hex() not in kept
    assert {name.name for name in Visits._meta.get_fields()} == {"id", "portal", "day", "process", "visits", "online", "seen_at"}


@pytest.mark.django_db
def test_the_database_itself_refuses_more_readers_than_visits() -> None:
    with pytest.raises(IntegrityError):
        Visits.objects.create(portal="", day=NOON.date(), process="x", visits=1, online=2, seen_at=NOON)


@pytest.mark.usefixtures("portal")
def test_the_foot_shows_the_numbers_with_their_moment(client: Client) -> None:
    Visits.objects.create(portal="", day=datetime(2012, 1, 1, tzinfo=UTC).date(), process="x", visits=786361, online=0, seen_at=NOON)
    for language, total, since in (("vi", "786.361", "1/1/2012"), ("en", "786,361", "1 January 2012")):
        html = client.get(f"/{language}/").content.decode()
        assert total in html
        assert since in html
