"""Wagtail's own screens: every address there is, by everybody with a seat, and no word of the other office's drafts or people on any."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import get_resolver, reverse

from ngoaivu.accounts.models import Appointment, Office, User
from ngoaivu.publications import drafting
from ngoaivu.publications.gate import OF_A_PAGE, OPEN, OWN
from ngoaivu.publications.pages import AuthoredPage
from tests.cast import Cast
from tests.publications.test_editor import As
from tests.publications.test_naming import NEWS

CANARY = "CANARYDRAFT"
SEATED = ("specialist", "head", "director", "editor", "administrator")
FIXED: dict[str, Any] = {
    "app_label": "wagtailcore", "model_name": "page", "app_name": "wagtailcore", "content_type_app_name": "publications",
    "content_type_model_name": "newspage", "action": "delete", "action_name": "approve", "language_code": "vi", "action_type": "approve",
}  # fmt: skip


def page(office: Office, key: str, title: str, by: User) -> AuthoredPage:
    told = NEWS | {"key": key, "title": {"vi": title, "en": f"{title} en"}}
    kept: AuthoredPage = drafting.keep_pages(dict(drafting.compose_news(office, told)), by=by)["vi"]
    return kept


@pytest.fixture
def theirs(cast: Cast) -> AuthoredPage:
    Appointment.objects.filter(user=cast.stranger).update(role="head")
    cast.stranger.full_name = f"{CANARY} Minh"
    cast.stranger.save()
    return page(cast.there, "kin", CANARY, cast.stranger)


def names(patterns: Any, path: str = "", space: str = "") -> Iterator[tuple[str, list[str]]]:
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from names(one.url_patterns, path, space + (f"{one.namespace}:" if one.namespace else ""))
        elif one.name:
            yield space + one.name, list(one.pattern.converters)


def addresses(of: AuthoredPage) -> Iterator[str]:
    """Every address of Wagtail's screens of pages, each of its parts filled with the page's number or what leads furthest."""
    revision = of.latest_revision_id
    for name, parts in names(get_resolver().url_patterns):
        if not name.startswith(OWN):
            continue
        filled = {part: FIXED.get(part, revision if "revision" in part else of.pk) for part in parts}
        for parent in {of.pk, of.get_parent().pk, 1} if "parent_page_id" in parts else {0}:
            try:
                yield reverse(name, kwargs=filled | ({"parent_page_id": parent} if parent else {}))
            except Exception:  # a part of the address that has no such form
                continue


@pytest.mark.parametrize("who", SEATED)
def test_no_screen_of_wagtails_tells_of_another_offices_drafts_or_people(cast: Cast, theirs: AuthoredPage, as_: As, who: str) -> None:
    client, walked = as_(getattr(cast, who)), 0
    for address in addresses(theirs):
        for query in ("", f"?q={CANARY}&id={theirs.pk}&page_type=wagtailcore.page"):
            answer = client.get(address + query)
            assert answer.status_code < 500, address
            told = (b"".join(answer) if answer.streaming else answer.content).decode("utf-8", "replace")
            assert CANARY not in told.replace(f"q={CANARY}", ""), address
            walked += 1
        if "logout" in address:
            client.force_login(getattr(cast, who))
    assert walked > 120


def test_the_canary_is_heard_where_it_may_be(cast: Cast, theirs: AuthoredPage, as_: As) -> None:
    heard = [address for address in addresses(theirs) if CANARY in as_(cast.stranger).get(address).content.decode("utf-8", "replace")]
    assert reverse("wagtailadmin_pages:edit", args=[theirs.pk]) in heard


ADDRESSES = [
    "choose-page/{parent}/", "choose-page/{page}/", "choose-page/search/?q=CANARYDRAFT", "choose-page/chosen-multiple/?id={page}",
    "pages/{page}/move/{parent}/confirm/", "bulk/wagtailcore/page/delete/?id={page}", "bulk/wagtailcore/page/publish/?id={page}",
    "reports/site-history/", "reports/locked/", "api/main/pages/{page}/", "api/main/pages/", "pages/{page}/usage/", "failwhale/",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_not_on_the_list_is_not_there(cast: Cast, theirs: AuthoredPage, as_: As, address: str) -> None:
    answer = as_(cast.head).get("/lam-viec/" + address.format(page=theirs.pk, parent=theirs.get_parent().pk))
    assert answer.status_code == 404


def test_the_list_names_addresses_there_are() -> None:
    assert {name for name, _parts in names(get_resolver().url_patterns)} >= OPEN | OF_A_PAGE


def test_ones_own_page_is_edited_and_looked_back_at(cast: Cast, as_: As) -> None:
    mine = page(cast.here, "minh", "Tin của ta", cast.editor)
    first = mine.latest_revision
    client = as_(cast.editor)
    for name, args in (("edit", [mine.pk]), ("revisions_revert", [mine.pk, first.pk])):
        assert client.get(reverse(f"wagtailadmin_pages:{name}", args=args)).status_code == 200, name
    shown = client.get(reverse("wagtailadmin_choose_page") + "?allow_external_link=true")
    assert shown.status_code == 200
    assert reverse("wagtailadmin_choose_page_external_link") in shown.json()["html"]
    assert client.get(reverse("wagtailadmin_explore", args=[mine.get_parent().pk])).headers["Location"] == reverse("publications:texts")
