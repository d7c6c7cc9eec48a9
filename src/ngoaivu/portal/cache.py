"""Page cache «bộ đệm trang» before Django, in the server's own memory: a public page is a pure function of editions.

All of it is forgotten when an edition is added or withdrawn (asked at most once a second). An entry also ends after a
minute, and with a reader whose visit began after it, because the foot of a page tells how many are reading and leaves out none
who reads it; that block has no part in the entity tag, so a browser that asks again is told «not modified» as long as the
editions stand. Readers are counted here, before the cache answers.
"""

import gzip
import hashlib
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Max
from django.utils import timezone

from ngoaivu.portal import offices, visits
from ngoaivu.portal.addresses import LANGUAGES
from ngoaivu.publications.editions import Edition

QUERY = ("q", "kind", "section", "year", "page")
COUNTER = re.compile(rb'<dl class="counter">.*?</dl>', re.DOTALL)
ASKED_AGAIN = 1.0  # seconds between two looks at the generation
KEPT = 60.0  # seconds an entry lives
WRITTEN = 10.0  # seconds between two writings of the visits
MOST_BYTES = 48 * 1024 * 1024
LARGEST = 1024 * 1024
Headers = list[tuple[str, str]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Entry:
    """An answer as it goes out, with its age."""

    headers: Headers
    body: bytes
    tag: str
    born: float
    at: datetime


class PageCache:
    """A WSGI application before another one. `clock` counts seconds and never goes back."""

    def __init__(self, application: Application, clock: Callable[[], float] = time.monotonic, most: int = MOST_BYTES) -> None:
        self.application, self.clock, self.most = application, clock, most
        self.entries: OrderedDict[tuple[str, ...], Entry] = OrderedDict()
        self.size = 0
        self.lock = threading.Lock()
        self.generation: tuple[int, int] | None = None
        self.paths: frozenset[str] = frozenset()
        self.looked = self.wrote = float("-inf")
        self.passed_by = (*settings.NGOAIVU_DESK, settings.STATIC_URL)

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer from memory, or let Django answer and remember."""
        path, method = environ.get("PATH_INFO", "/"), environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD") or path.startswith(self.passed_by):
            return self.application(environ, start)
        now = self.clock()
        if now - self.looked >= ASKED_AGAIN:
            self.look(now)
        begun = self.count(path, environ, now)
        environ["QUERY_STRING"] = asked(environ.get("QUERY_STRING", ""))
        zipped = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
        key = (environ["wsgi.url_scheme"], environ.get("HTTP_HOST", ""), path, environ["QUERY_STRING"], "gzip" if zipped else "")
        entry = self.entries.get(key)
        if entry is None or now - entry.born >= KEPT or (begun and entry.at < begun):
            return self.fresh(key, environ, start, zipped=zipped)
        return answer(entry, environ, start)

    def fresh(self, key: tuple[str, ...], environ: dict[str, Any], start: Callable[..., Any], *, zipped: bool) -> Iterable[bytes]:
        """Django's answer, kept when it is whole, public and small enough."""
        caught: dict[str, Any] = {}
        generation = self.generation

        def caught_start(status: str, headers: Headers, problem: Any = None) -> Callable[[bytes], Any]:
            caught.update(status=status, headers=headers)
            return lambda _written: None

        result = self.application(environ | {"REQUEST_METHOD": "GET"}, caught_start)
        try:
            body = b"".join(result)
        finally:
            getattr(result, "close", lambda: None)()
        if not caught["status"].startswith("200") or any(name.lower() == "set-cookie" for name, _value in caught["headers"]):
            start(caught["status"], caught["headers"])
            return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
        entry = made(caught["headers"], body, self.clock(), zipped=zipped)
        if generation is not None and generation == self.generation:
            self.keep(key, entry)
        return answer(entry, environ, start)

    def keep(self, key: tuple[str, ...], entry: Entry) -> None:
        """Remember an entry; the oldest give way when the memory allowed is full."""
        if len(entry.body) > LARGEST:
            return
        with self.lock:
            self._drop(key)
            self.entries[key] = entry
            self.size += len(entry.body)
            while self.size > self.most:
                self._drop(next(iter(self.entries)))

    def look(self, now: float) -> None:
        """Ask for the generation of editions; a database that does not answer means that nothing is kept."""
        self.looked = now
        try:
            found = Edition.objects.aggregate(newest=Max("pk"), withdrawn=Count("withdrawn_at"))
            generation = (found["newest"] or 0, found["withdrawn"])
            if generation == self.generation:
                return
            self.paths = frozenset(portal.path for portal in offices.portals())
        except DatabaseError:
            generation = None
        with self.lock:
            self.generation, self.size = generation, 0
            self.entries.clear()

    def count(self, path: str, environ: dict[str, Any], now: float) -> datetime | None:
        """Count the reader of a page of a known portal and give when his visit began; every few seconds the counts are written, aside."""
        first, _, rest = path[1:].partition("/")
        portal = "" if first in LANGUAGES else first if rest.partition("/")[0] in LANGUAGES else None
        if portal not in self.paths or not path.endswith("/"):
            return None
        moment = timezone.now()
        begun = visits.COUNTER.count(str(portal), environ, moment)
        if now - self.wrote >= WRITTEN:
            self.wrote = now
            threading.Thread(target=visits.COUNTER.write_aside, args=(moment,), daemon=True).start()
        return begun

    def _drop(self, key: tuple[str, ...]) -> None:
        gone = self.entries.pop(key, None)
        self.size -= len(gone.body) if gone else 0


def asked(query: str) -> str:
    """The part of a query that a public page reads, in one order; whatever else a link carries makes no other page."""
    if not query:
        return ""
    told = dict(parse_qsl(query))
    return urlencode([(name, told[name]) for name in QUERY if told.get(name)])


def made(headers: Headers, body: bytes, now: float, *, zipped: bool) -> Entry:
    """An entry: tagged by what it says, compressed if its reader can read that."""
    tag = f'W/"{hashlib.blake2b(COUNTER.sub(b"", body), digest_size=12).hexdigest()}"'
    sent = [(name, value) for name, value in headers if name.lower() not in ("content-length", "etag", "vary", "cache-control")]
    sent += [("ETag", tag), ("Vary", "Accept-Encoding"), ("Cache-Control", "no-cache")]
    if zipped:
        body = gzip.compress(body, compresslevel=6, mtime=0)
        sent.append(("Content-Encoding", "gzip"))
    return Entry([*sent, ("Content-Length", str(len(body)))], body, tag, now, timezone.now())


def answer(entry: Entry, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Send an entry, or word that the reader has it already."""
    known = environ.get("HTTP_IF_NONE_MATCH", "")
    if known and (entry.tag in known or known.strip() == "*"):
        start("304 Not Modified", [pair for pair in entry.headers if pair[0] not in ("Content-Length", "Content-Encoding", "Content-Type")])
        return []
    start("200 OK", entry.headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [entry.body]
