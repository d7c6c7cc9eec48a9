"""The page cache: hits, generations, entity tags, bounds; readers are counted although pages are remembered."""

import gzip
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ngoaivu.portal import visits
from ngoaivu.portal.cache import KEPT, PageCache, asked
from ngoaivu.publications.editions import Edition
from tests.portal import world
from tests.portal.editions import publish


@dataclass
class Site:
    """A page cache with a clock that is turned by hand, before Django or before a stand-in."""

    cache: PageCache
    time: list[float]
    last: dict[str, Any] = field(default_factory=dict)

    def get(self, path: str, **environ: str) -> bytes:
        """Ask for a page; the status and headers stay in `last`."""
        path, _, query = path.partition("?")
        asked_for = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "HTTP_HOST": "testserver",
            "HTTP_USER_AGENT": "Firefox",
            "REMOTE_ADDR": "10.0.0.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            **environ,
        }

        def start(status: str, headers: list[tuple[str, str]], _problem: object = None) -> Callable[[bytes], object]:
            self.last = {"status": int(status[:3]), **{name.lower(): value for name, value in headers}}
            return lambda written: written

        return b"".join(self.cache(asked_for, start))


@pytest.fixture
def open_connection() -> Iterator[None]:
    """The connection that holds the test's transaction outlives the requests, as in Django's own client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def site(portal: dict[str, Edition], open_connection: None, monkeypatch: pytest.MonkeyPatch) -> Site:
    from ngoaivu.config.wsgi import django_application  # settings are changed by fixtures first

    def same_thread(target: Callable[..., None], args: tuple[Any, ...], daemon: bool) -> Any:
        class Now:
            def start(self) -> None:
                visits.COUNTER.write(*args)

        assert daemon
        assert target == visits.COUNTER.write_aside
        return Now()

    monkeypatch.setattr("ngoaivu.portal.cache.threading.Thread", same_thread)
    django_application.load_middleware()
    time = [1000.0]
    return Site(PageCache(django_application, clock=lambda: time[0]), time)


def test_a_second_reader_costs_no_statement(site: Site) -> None:
    first = site.get("/vi/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert site.get("/vi/") == first
    assert len(queries) == 0


def test_a_new_edition_is_seen_within_a_second_and_a_withdrawal_too(site: Site, portal: dict[str, Edition]) -> None:
    assert b"Tin v\xe1\xbb\xaba x\xe1\xba\xa3y ra" not in site.get("/vi/tin/")
    news = world.item(1) | {"key": "moi"}
    news["texts"]["vi"]["title"] = [{"text": "Tin vừa xảy ra"}]
    made = publish(news)
    assert "Tin vừa xảy ra" not in site.get("/vi/tin/").decode()
    site.time[0] += 1
    assert "Tin vừa xảy ra" in site.get("/vi/tin/").decode()
    Edition.objects.filter(pk=made.pk).update(withdrawn_at=timezone.now(), withdrawn_why="Nhầm ngày")
    site.time[0] += 1
    assert "Tin vừa xảy ra" not in site.get("/vi/tin/").decode()


def test_the_entity_tag_stands_while_the_counter_moves(site: Site) -> None:
    first = site.get("/vi/")
    tag = site.last["etag"]
    assert site.get("/vi/", HTTP_IF_NONE_MATCH=tag) == b""
    assert site.last["status"] == 304
    assert "content-length" not in site.last
    site.time[0] += KEPT
    site.get("/vi/tin/", REMOTE_ADDR="10.0.0.2")
    second = site.get("/vi/", REMOTE_ADDR="10.0.0.3")
    assert second != first
    assert site.last["etag"] == tag


def test_whoever_reads_a_page_is_among_the_readers_it_tells_of(site: Site) -> None:
    def readers(page: bytes) -> list[str]:
        return re.findall(r"<dd>(\d+)</dd>", page.decode()[page.decode().index('<dl class="counter">') :])[:2]

    assert readers(site.get("/vi/", HTTP_USER_AGENT="somebot")) == ["0", "0"]
    assert readers(site.get("/vi/")) == ["1", "1"]
    assert readers(site.get("/vi/", REMOTE_ADDR="10.0.0.2")) == ["2", "2"]
    assert readers(site.get("/vi/")) == ["2", "2"]


def test_compressed_only_for_who_reads_that(site: Site) -> None:
    plain = site.get("/vi/")
    assert "content-encoding" not in site.last
    packed = site.get("/vi/", HTTP_ACCEPT_ENCODING="br, gzip")
    assert site.last["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == plain
    assert int(site.last["content-length"]) == len(packed)
    assert site.last["vary"] == "Accept-Encoding"


def test_readers_are_counted_before_the_cache_answers(site: Site) -> None:
    for number in range(5):
        site.get("/vi/", REMOTE_ADDR=f"10.0.0.{number}")
    site.get("/vi/", HTTP_USER_AGENT="somebot")
    site.get("/sitemap.xml", REMOTE_ADDR="10.0.0.9")
    site.get("/khong-ai/vi/", REMOTE_ADDR="10.0.0.9")
    site.get("/mau/en/", REMOTE_ADDR="10.0.0.9")
    assert visits.totals("", timezone.now())[:3] == (5, 5, 5)
    assert visits.totals("mau", timezone.now())[:3] == (1, 1, 1)


def test_head_not_found_and_redirect(site: Site) -> None:
    body = site.get("/vi/")
    assert site.get("/vi/", REQUEST_METHOD="HEAD") == b""
    assert int(site.last["content-length"]) == len(body)
    site.get("/vi/khong-co/")
    assert site.last["status"] == 404
    site.get("/", HTTP_ACCEPT_LANGUAGE="en")
    assert (site.last["status"], site.last["location"]) == (302, "/en/")
    site.get("/", HTTP_ACCEPT_LANGUAGE="vi")
    assert site.last["location"] == "/vi/"
    assert all(key[2] == "/vi/" for key in site.cache.entries)


def test_a_query_a_page_does_not_read_makes_no_other_entry(site: Site) -> None:
    site.get("/vi/?utm=1")
    site.get("/vi/?fbclid=2")
    site.get("/vi/tim/?q=xoai&zzz=1")
    site.get("/vi/tim/?zzz=2&q=xoai")
    assert len(site.cache.entries) == 2
    assert asked("page=2&q=a&q=b&x=1") == "q=b&page=2"


def test_memory_is_bounded_and_the_oldest_gives_way() -> None:
    def large(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", "text/html")])
        return [environ["PATH_INFO"].encode() * 100]

    cache = PageCache(large, clock=lambda: 0.0, most=4000)
    cache.looked, cache.generation, cache.paths = 0.0, (1, 0), frozenset()
    site = Site(cache, [0.0])
    for number in range(100):
        site.get(f"/vi/{number:04d}/")
        assert cache.size <= 4000
        assert cache.size == sum(len(entry.body) for entry in cache.entries.values())
    assert [key[2] for key in cache.entries] == [f"/vi/{number:04d}/" for number in range(96, 100)]


def test_what_sets_a_cookie_or_fails_is_not_kept() -> None:
    def answers(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("500 Broken" if "hong" in environ["PATH_INFO"] else "200 OK", [("Set-Cookie", "a=b")])
        return [b"x"]

    cache = PageCache(answers, clock=lambda: 0.0)
    cache.looked, cache.generation = 0.0, (1, 0)
    site = Site(cache, [0.0])
    assert site.get("/vi/hong/") == b"x"
    assert site.get("/vi/cookie/") == b"x"
    assert not cache.entries
