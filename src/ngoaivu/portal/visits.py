"""Visits «thống kê truy cập»: three numbers that cannot contradict themselves, kept without anything about a person.

A visit begins when a reader opens a page and has opened none here for half an hour; who is reading now has opened one within
five minutes. A reader is known by a hash with a salt of the day that lives in the server's memory only (`visitors.py`) and is forgotten at
midnight, so nobody online belongs to another day. Robots, staff and pages loaded ahead of their reader are left out.
"""

import hashlib
import re
import secrets
import threading
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Min, Q, Sum
from django.utils import timezone

from ngoaivu.core import addresses
from ngoaivu.portal.models import Visits
from ngoaivu.portal.visitors import Visit, opened
from ngoaivu.portal.wording import day, number

PAUSE = timedelta(minutes=30)
READING = timedelta(minutes=5)
ROBOT = re.compile(r"bot|crawl|spider|slurp|preview|monitor|scan|curl|wget|python|java/|go-http|headless|lighthouse|^$", re.IGNORECASE)


@dataclass
class Ledger:
    """The visits of one portal that this process began on one day, and all visits it knows of, its own and the other processes'."""

    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    seen: MutableMapping[bytes, Visit] = field(default_factory=dict)
    owner: bytes = field(default_factory=lambda: secrets.token_bytes(8))
    visits: int = 0

    def arrive(self, reader: bytes, now: datetime) -> datetime:
        """A page was opened; gives when the visit it belongs to began."""
        known = self.seen.get(reader)
        if known is None or now - known.last >= PAUSE:
            self.visits += 1
            known = Visit(now, now, self.owner)
        self.seen[reader] = replace(known, last=now)
        return known.began

    def online(self, now: datetime) -> int:
        """Readers seen within the last minutes whose visit began here today, so there are never more of them than visits."""
        return sum(visit.owner == self.owner and now - visit.last < READING for visit in self.seen.values())

    def forget(self, now: datetime | None) -> None:
        """Drop readers whose next page would be a new visit anyway; without a moment (the day is over), all that began here."""
        for reader, visit in list(self.seen.items()):
            if visit.owner == self.owner and not (now and now - visit.last < PAUSE):
                del self.seen[reader]


class Counter:
    """The counter of this process; its rows in the table are written from time to time, whole and never added to."""

    def __init__(self) -> None:
        self.process = secrets.token_hex(16)
        self.shared = opened(settings.NGOAIVU_VISITORS)
        self.ledgers: dict[tuple[str, date], Ledger] = {}
        self.lock = threading.Lock()

    def count(self, portal: str, environ: Mapping[str, Any], now: datetime) -> datetime | None:
        """Count the reader of a request and give when his visit began; None for a robot, staff, or a browser reading ahead."""
        if not counts(environ):
            return None
        with self._alone():
            ledger = self._ledger(portal, now)
            return ledger.arrive(reader(environ, ledger.salt), now)

    def write(self, now: datetime) -> None:
        """Keep the counts: one row for each portal and day; a day that is over is written once more and then forgotten."""
        today = timezone.localdate(now)
        with self._alone():
            for (_portal, on), ledger in self.ledgers.items():
                ledger.forget(now if on == today else None)
            rows = [(portal, on, ledger.visits, ledger.online(now)) for (portal, on), ledger in self.ledgers.items()]
        for portal, on, visits, online in rows:
            Visits.objects.update_or_create(
                portal=portal, day=on, process=self.process, defaults={"visits": visits, "online": online, "seen_at": now}
            )
        with self.lock:
            self.ledgers = {key: ledger for key, ledger in self.ledgers.items() if key[1] >= today}

    def write_aside(self, now: datetime) -> None:
        """Keep the counts from a thread of its own; a database that is busy or away loses nothing, the next writing has it all."""
        try:
            self.write(now)
        except DatabaseError:
            pass
        finally:
            connection.close()

    def here(self, portal: str, now: datetime) -> tuple[int, int]:
        """Visits of today and readers online as this process knows them, written or not."""
        with self._alone():
            ledger = self._ledger(portal, now)
            return ledger.visits, ledger.online(now)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While nobody else counts, in this process or another."""
        with self.lock, self.shared.alone() if self.shared is not None else nullcontext():
            yield

    def _ledger(self, portal: str, now: datetime) -> Ledger:
        key = (portal, timezone.localdate(now))
        if key not in self.ledgers:
            self.ledgers[key] = self._shared_ledger(*key) if self.shared is not None else Ledger()
        return self.ledgers[key]

    def _shared_ledger(self, portal: str, on: date) -> Ledger:
        """A ledger that knows the visits of all processes; its salt is the same in each, and another for each portal."""
        assert self.shared is not None
        return Ledger(hashlib.blake2b(portal.encode(), digest_size=16, key=self.shared.salt(on)).digest(), self.shared)


COUNTER = Counter()


def counts(environ: Mapping[str, Any]) -> bool:
    """Whether a request is a reader's: not a robot's, not staff's (it carries the desk's cookie), not made ahead of a reader."""
    staff = f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", "")
    ahead = "prefetch" in (environ.get("HTTP_SEC_PURPOSE", "") + environ.get("HTTP_PURPOSE", ""))
    return not staff and not ahead and not ROBOT.search(environ.get("HTTP_USER_AGENT", ""))


def reader(environ: Mapping[str, Any], salt: bytes) -> bytes:
    """A reader for the length of a day: hashed, never written anywhere."""
    told = [environ.get(name, "") for name in ("HTTP_USER_AGENT", "HTTP_ACCEPT_LANGUAGE")]
    parts = [addresses.client(environ, settings.NGOAIVU_PROXIES), *told]
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12, key=salt).digest()


@dataclass(frozen=True)
class Shown:
    """The counter as it stands at the foot of a page, with the moment at which it was read."""

    online: str
    today: str
    total: str
    since: str
    at: str


def totals(portal: str, now: datetime) -> tuple[int, int, int, date]:
    """Online, today, total and the first day: one statement over the other processes, with this one's own numbers added."""
    today = timezone.localdate(now)
    others = Q(day=today) & ~Q(process=COUNTER.process)
    found = Visits.objects.filter(portal=portal).aggregate(
        online=Sum("online", filter=others & Q(seen_at__gt=now - READING), default=0),
        today=Sum("visits", filter=others, default=0),
        earlier=Sum("visits", filter=~Q(day=today), default=0),
        since=Min("day"),
    )
    visits, online = COUNTER.here(portal, now)
    of_today = found["today"] + visits
    return found["online"] + online, of_today, found["earlier"] + of_today, found["since"] or today


def shown(portal: str, language: str) -> Shown:
    """The three numbers in a language."""
    now = timezone.now()
    online, today, total, since = totals(portal, now)
    local = timezone.localtime(now)
    return Shown(
        online=number(Decimal(online), language),
        today=number(Decimal(today), language),
        total=number(Decimal(total), language),
        since=day(since.isoformat(), language),
        at=f"{local:%H:%M}, {day(local.date().isoformat(), language)}",
    )
