"""Whatever is sent to the panel's doors, by whomever: a sentence and a status, never another office's text, never a broken page."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ngoaivu.accounts.models import User
from ngoaivu.publications import checks, drafting
from ngoaivu.publications.pages import AuthoredPage, OfficePage
from ngoaivu.publications.panel.doors import MOST_LINES, MOST_NUMERALS, MOST_SIGNS
from ngoaivu.publications.waivers import Waiver
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, missions, outline, typed_into
from tests.publications.panel.conftest import Browser

At = Callable[[User, AuthoredPage], Browser]
GETS = ("search", "write", "documents")
READS = ("read", "advise")
DOORS = (*GETS, *READS, "waive")
LINE = {"place": "title", "text": "Có 3 đoàn.", "pieces": []}
WAIVED = {"lines": [LINE], "words": "3 đoàn", "reason": "Lý do."}


def ask(browser: Browser, door: str) -> HttpResponse:
    return browser.get(door, q="doan", fact="delegations.inbound.missions", period=TERM) if door in GETS else browser.post(door, WAIVED)


def sentence(answer: HttpResponse) -> str:
    told: str = json.loads(answer.content)["error"]
    assert told.endswith(".") and " " in told
    return told


@pytest.mark.parametrize("door", DOORS)
def test_each_door_opens_for_who_drafts_or_edits_and_for_nobody_else(cast: Cast, report: Pages, at: At, door: str) -> None:
    for user in (cast.specialist, cast.head, cast.director, cast.editor):
        assert ask(at(user, report["vi"]), door).status_code == 200
    kept = Waiver.objects.count()
    for user in (cast.administrator, cast.stranger):
        answer = ask(at(user, report["vi"]), door)
        assert answer.status_code in (302, 403, 404)
        assert "delegations" not in answer.content.decode()
    assert ask(at(cast.reporter, report["vi"]), door).status_code in (302, 403, 404)
    assert ask(Browser(Client(), report["vi"]), door).status_code in (302, 403)
    assert Waiver.objects.count() == kept


@pytest.mark.parametrize("door", DOORS)
def test_a_page_of_another_office_is_no_page(cast: Cast, report: Pages, at: At, door: str) -> None:
    theirs = drafting.draft_report(outline(missions()), cast.there, TERM, by=cast.stranger)["vi"]
    assert ask(at(cast.stranger, theirs), door).status_code in (200, 422)
    answer = ask(at(cast.specialist, theirs), door)
    assert (answer.status_code, sentence(answer)) == (404, "There is no such text for you: open it from the list of texts.")


@pytest.mark.parametrize("page", [None, "", "x", "-1", "0", 10**30, "9" * 400, "１２", [], {}, 1.5, True])
@pytest.mark.parametrize("door", DOORS)
def test_a_page_that_is_none_is_told(cast: Cast, report: Pages, as_: Callable[[User], Client], door: str, page: Any) -> None:
    client, address = as_(cast.specialist), reverse(f"publications:panel_{door}")
    if door in GETS:
        answer = client.get(address, {"page": str(page)})
    else:
        answer = client.post(address, json.dumps({"page": page} | WAIVED), content_type="application/json")
    assert answer.status_code == 404
    sentence(answer)  # type: ignore[arg-type]


def test_a_page_that_is_no_text_is_told(cast: Cast, report: Pages, at: At) -> None:
    root: Any = OfficePage.objects.get(office=cast.here, locale__language_code="vi")
    assert ask(at(cast.specialist, root), "read").status_code == 404


@pytest.mark.parametrize("door", DOORS)
def test_the_wrong_method_is_told(cast: Cast, browser_at_report: Browser, door: str) -> None:
    answer = browser_at_report.post(door, WAIVED) if door in GETS else browser_at_report.get(door)
    assert answer.status_code == 405
    assert sentence(answer) == f"This address is asked with {'GET' if door in GETS else 'POST'}."


@pytest.mark.parametrize("door", [*READS, "waive"])
def test_a_request_from_elsewhere_is_refused(cast: Cast, report: Pages, door: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.specialist)
    assert ask(Browser(client, report["vi"]), door).status_code == 403
    assert not Waiver.objects.exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"page": 1', b"1e999"])
@pytest.mark.parametrize("door", [*READS, "waive"])
def test_a_body_that_is_no_object_is_told(cast: Cast, report: Pages, as_: Callable[[User], Client], door: str, body: bytes) -> None:
    answer = as_(cast.specialist).post(reverse(f"publications:panel_{door}"), body, content_type="application/json")
    assert (answer.status_code, sentence(answer)) == (422, "The request is no JSON object: load the page again.")  # type: ignore[arg-type]


def piece(**changed: Any) -> dict[str, Any]:
    return LINE | {"pieces": [{"start": 3, "end": 9, "kind": "figure", "settings": {"fact": "x"}} | changed]}


FORMLESS: dict[str, Any] = {
    "no lines": None,
    "a word": "x",
    "a number": 3,
    "lines are words": ["x"],
    "no text": [{"place": "title"}],
    "text is a number": [LINE | {"text": 3}],
    "text is null": [LINE | {"text": None}],
    "no place": [{"text": "x"}],
    "empty place": [LINE | {"place": ""}],
    "long place": [LINE | {"place": "x" * 300}],
    "twice the same place": [LINE, LINE],
    "pieces are words": [LINE | {"pieces": "x"}],
    "piece is a word": [LINE | {"pieces": ["x"]}],
    "piece without offsets": [LINE | {"pieces": [{}]}],
    "negative offset": [piece(start=-1)],
    "offset behind the end": [piece(end=400)],
    "end before start": [piece(start=9, end=3)],
    "offset is a word": [piece(start="3")],
    "offset is true": [piece(start=True)],
    "offset is a fraction": [piece(start=3.5)],
    "unknown kind": [piece(kind="script")],
    "kind is a list": [piece(kind=[])],
    "settings are words": [piece(settings="x")],
    "setting is a list": [piece(settings={"fact": []})],
    "setting with a null sign": [piece(settings={"fact": "a\x00b"})],
    "long setting": [piece(settings={"fact": "x" * 1000})],
    "many settings": [piece(settings={str(number): "x" for number in range(50)})],
    "pieces overlap": [LINE | {"pieces": [piece()["pieces"][0], piece(start=4)["pieces"][0]]}],
}


@pytest.mark.parametrize("door", READS)
@pytest.mark.parametrize("lines", FORMLESS.values(), ids=FORMLESS)
def test_lines_without_form_are_told(browser_at_report: Browser, lines: Any, door: str) -> None:
    answer = browser_at_report.post(door, {"lines": lines})
    assert (answer.status_code, sentence(answer)) == (422, "The text was sent in a form that cannot be read: load the page again.")


STRANGE = [
    "",
    "\x00",
    "\ud800 3 đoàn",
    "3" * 5000,
    "9" * 4000 + " đoàn",
    "1," * 5000,
    "{fig " * 3000,
    "😀" * 3000,
    "\u0301" * 3000,
    "{quote document=99999999999999999999|3}",
    "{waiver ９|3}",
]


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_text_is_answered(browser_at_report: Browser, text: str, plain: bool) -> None:
    for door, told in (("read", "figures"), ("advise", "advice")):
        answer = browser_at_report.post(door, {"lines": [LINE | {"text": text, "plain": plain}]})
        assert answer.status_code in (200, 422)
        for one in json.loads(answer.content).get(told, []):
            assert 0 <= one["start"] <= one["end"] <= len(text)


SETTINGS = [
    {"fact": "delegations.inbound.missions", "territory": "x" * 280},
    {"fact": "delegations.inbound.missions", "territory": "noi-kia", "period": TERM},
    {"fact": "delegations.inbound.missions", "territory": "noi-nay", "period": "year:99999999"},
    {"fact": "delegations.inbound.missions", "territory": "noi-nay", "period": TERM, "scale": "15", "precision": "9", "round": "1e-9"},
    {"fact": "delegations.inbound.missions", "territory": "noi-nay", "period": TERM, "round": "1e9999"},
    {"fact": "delegations.inbound.missions", "territory": "noi-nay", "period": TERM, "by": "country:'; drop table"},
    {"fact": "delegations.inbound.missions", "territory": "noi-nay", "on": "2020-02-31"},
    {"document": "1" * 200},
    {"key": "１７"},
    {},
]


@pytest.mark.parametrize("kind", ["figure", "quote", "waiver", "record"])
@pytest.mark.parametrize("marks", SETTINGS, ids=range(len(SETTINGS)))
def test_strange_marks_are_answered(browser_at_report: Browser, kind: str, marks: dict[str, str]) -> None:
    found = browser_at_report.read(piece(kind=kind, settings=marks))["figures"]
    assert all(one["message"] or not one["blocks"] for one in found)
    if kind == "figure":
        answer = browser_at_report.get("write", **marks)
        assert answer.status_code in (200, 422)
        assert answer.status_code == 200 or sentence(answer)


@pytest.mark.parametrize(
    "lines",
    [
        [LINE | {"text": "chữ " * (MOST_SIGNS // 4 + 1)}],
        [LINE | {"text": "x" * 1_000_000}],
        [LINE | {"text": "12 " * (MOST_NUMERALS + 1)}],
        [LINE | {"place": str(number), "text": ""} for number in range(MOST_LINES + 1)],
        [LINE | {"text": "x" * 3_000_000}],
    ],
    ids=["long", "a megabyte", "numerals", "lines", "three megabytes"],
)
def test_a_text_that_is_too_long_is_told_with_the_limits(browser_at_report: Browser, lines: Any) -> None:
    for door in READS:
        answer = browser_at_report.post(door, {"lines": lines})
        assert answer.status_code == 422
        assert sentence(answer).startswith("The text is too long to be checked at once: at most 300000 letters")


def test_what_cannot_be_waived_is_told(browser_at_report: Browser) -> None:
    for told in (
        {"words": "3 đoàn", "reason": " "},
        {"words": "", "reason": "x"},
        {"words": "đoàn", "reason": "x"},
        {"words": "3" * 900, "reason": "x"},
        {"words": [], "reason": {}},
        {},
    ):
        answer = browser_at_report.post("waive", told)
        assert answer.status_code == 422
        sentence(answer)
    assert not Waiver.objects.exists()


def test_a_waiver_is_on_record_for_this_text_and_by_this_person(cast: Cast, report: Pages, browser_at_report: Browser) -> None:
    answer = browser_at_report.post("waive", {"words": "3 đoàn", "reason": "Theo giấy mời.\x00"})
    kept = Waiver.objects.get()
    assert json.loads(answer.content) == {"key": str(kept.pk)}
    assert (kept.key, kept.words, kept.reason, kept.actor) == (report["vi"].key, "3 đoàn", "Theo giấy mời.", cast.specialist.actor.key)


@pytest.mark.parametrize("door", READS)
@pytest.mark.parametrize("words", ["một trăm " * 33_000, "có mười hai đoàn, " * 16_000, "có 12 đoàn, " * 2_900])
def test_more_figures_than_anybody_writes_are_refused_soon(browser_at_report: Browser, words: str, door: str) -> None:
    began = time.monotonic()
    answer = browser_at_report.post(door, {"lines": [LINE | {"text": words}]})
    assert (answer.status_code, "at most 1000 are checked at once" in sentence(answer)) == (422, True)
    assert time.monotonic() - began < 20


def test_such_a_text_is_told_at_its_screen_too(cast: Cast, report: Pages) -> None:
    typed_into(report["vi"], body=json.dumps([{"type": "paragraph", "value": f"<p>{'có mười hai đoàn, ' * 1_500}</p>"}]))
    assert [one.rule for one in checks.findings(report) if one.language == "vi"][:1] == ["long"]
