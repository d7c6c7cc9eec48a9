"""The panel reads a text as it stands unsaved: states, offsets in plain fields too, suggestions that keep the author's words."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import file_document
from ngoaivu.documents.models import SourceDocument
from ngoaivu.publications import tokens, waiving
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, delegation
from tests.publications.marked import MISSIONS, PEOPLE
from tests.publications.panel.conftest import Browser


def piece(text: str, words: str, kind: str, settings: dict[str, Any]) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "kind": kind, "settings": settings}


def with_pieces(text: str, *pieces: tuple[str, str, dict[str, Any]]) -> dict[str, Any]:
    return {"text": text, "pieces": [piece(text, *one) for one in pieces]}


def document(cast: Cast, title: str = "Báo cáo của Cục Thống kê", level: str = Level.PUBLIC, **columns: Any) -> SourceDocument:
    told = {"office": cast.here, "kind": "statistics", "issuer_vi": "Cục Thống kê", "title_vi": title, "level": level} | columns
    return file_document(SourceDocument(**told), by=cast.specialist.actor)


def test_every_state_is_told_with_what_holds_it(cast: Cast, report: Pages, browser_at_report: Browser) -> None:
    source = document(cast)
    waiver = waiving.waive(office=cast.here, key=report["vi"].key, words="12 bàn tiệc", reason="Không có sổ.", by=cast.specialist)
    told = browser_at_report.read(
        with_pieces(
            "Đón 809 lượt người, 131 dự án, 12 bàn tiệc, 17 ghế và 4 đoàn.",
            ("809 lượt người", "figure", PEOPLE | {"scale": "", "hedge": None}),
            ("131 dự án", "quote", {"document": str(source.pk), "place": "tr. 3"}),
            ("12 bàn tiệc", "waiver", {"key": str(waiver.pk)}),
            ("4 đoàn", "figure", MISSIONS),
        )
    )
    found = {one["text"]: one for one in told["figures"]}
    assert {words: (one["state"], one["verdict"], one["blocks"]) for words, one in found.items()} == {
        "809 lượt người": ("bound", "supported", False),
        "131 dự án": ("quoted", "supported", False),
        "12 bàn tiệc": ("waived", "supported", False),
        "17 ghế": ("loose", "unknown", True),
        "4 đoàn": ("bound", "moved", False),
    }
    assert found["809 lượt người"]["settings"] == PEOPLE
    assert found["4 đoàn"]["now"] == "3 đoàn"
    assert found["12 bàn tiệc"]["message"] == f"Waived by {cast.specialist.actor.name}: Không có sổ."
    assert found["131 dự án"]["name"] == "Báo cáo của Cục Thống kê"
    assert told["counts"] == {"all": 5, "bound": 2, "quoted": 1, "waived": 1, "loose": 1, "moved": 1, "blocking": 1}


def test_a_waiver_of_other_words_or_of_another_text_is_loose_again(cast: Cast, report: Pages, browser_at_report: Browser) -> None:
    mine = waiving.waive(office=cast.here, key=report["vi"].key, words="12", reason="Không có sổ.", by=cast.specialist)
    other = waiving.waive(office=cast.here, key="another-text", words="12", reason="Không có sổ.", by=cast.specialist)
    told = browser_at_report.read(
        with_pieces("Có 12 bàn.", ("12", "waiver", {"key": str(mine.pk)})),
        with_pieces("Có 12 bàn.", ("12", "waiver", {"key": str(other.pk)})),
        with_pieces("Có 13 bàn.", ("13", "waiver", {"key": str(mine.pk)})),
        with_pieces("Có 12 triệu bàn.", ("12", "waiver", {"key": str(mine.pk)})),
    )
    states = [(one["place"], one["state"], one["blocks"]) for one in told["figures"] if one["text"] in ("12", "13")]
    assert [state for _place, state, _blocks in states] == ["waived", "loose", "loose", "loose"]
    assert [blocks for _place, _state, blocks in states] == [False, True, True, True]
    why = [one["told"] for one in told["figures"] if one["text"] in ("12", "13")]
    assert [part in one for part, one in zip(("", "in this text", "waived as “12”", "“12 triệu"), why, strict=True)] == [True] * 4, why


def test_a_document_that_the_public_may_not_read_cannot_be_quoted(cast: Cast, browser_at_report: Browser) -> None:
    internal = document(cast, level=Level.INTERNAL)
    foreign = document(cast, office=cast.there)
    for key in (str(internal.pk), str(foreign.pk), "999999", "x"):
        [found] = browser_at_report.read(with_pieces("Có 131 dự án.", ("131 dự án", "quote", {"document": key, "place": ""})))["figures"]
        assert (found["state"], found["blocks"], found["name"]) == ("loose", True, "")


def test_plain_fields_are_sent_as_stored_and_answered_as_stored(browser_at_report: Browser) -> None:
    token = tokens.figure(MISSIONS)
    stored = f"😀 Đón {token} và 17 đoàn khách nước ngoài"
    told = browser_at_report.read({"text": stored, "plain": True}, {"text": "Có 17 đoàn.", "pieces": []})
    places = [(one["start"], one["end"], one["state"]) for one in told["figures"]]
    assert places[0] == (stored.index("{"), stored.index("}") + 1, "bound")
    assert stored[slice(*places[1][:2])] in ("17", "17 đoàn") and places[1][2] == "loose"
    assert told["figures"][0]["text"] == "3 đoàn"
    assert (places[2][0], told["figures"][2]["place"]) == (3, "body/1/0")


def test_a_broken_token_is_told_in_a_sentence(browser_at_report: Browser) -> None:
    told = browser_at_report.read({"text": "{fig delegations.inbound.missions term} {waiver 17} {fig} {quote document=1|}", "plain": True})
    assert [one["blocks"] for one in told["figures"]] == [True] * len(told["figures"])
    assert len(told["figures"]) == 4
    assert all(one["message"] for one in told["figures"])


@pytest.mark.parametrize(
    ("typed", "taken", "offered"),
    [
        ("đón 809 lượt người", "809 lượt người", "809 lượt người"),
        ("đón hơn 800 lượt người", "hơn 800 lượt người", "hơn 800 lượt người"),
        ("đón hơn 800 lượt khách nước ngoài", "hơn 800", "hơn 800"),
        ("đón gần 810 lượt người", "gần 810 lượt người", "gần 810 lượt người"),
        ("đón khoảng 800 lượt người", "khoảng 800 lượt người", "khoảng 800 lượt người"),
        ("đón 700 lượt khách nước ngoài", "700", "809"),
    ],
)
def test_a_suggestion_keeps_the_authors_words_where_they_hold(cast: Cast, browser_at_report: Browser, typed: str, taken: str, offered: str) -> None:
    sentence = f"Nhiệm kỳ 2015-2020, các đoàn vào {typed}."
    [found] = [one for one in browser_at_report.read({"text": sentence, "pieces": []})["figures"] if one["state"] == "loose"]
    assert (found["text"], sentence[found["start"] : found["end"]]) == (taken, taken)
    people = [one for one in found["suggestions"] if one["settings"]["fact"] == PEOPLE["fact"]]
    assert people[0]["text"] == offered
    assert people[0]["settings"]["period"] == TERM
    assert people[0]["token"] == tokens.figure(people[0]["settings"])
    assert people[0]["name"] and people[0]["when"] and 0 < float(people[0]["score"]) <= 1


def test_what_is_suggested_is_supported_once_bound(browser_at_report: Browser) -> None:
    sentence = "Nhiệm kỳ 2015-2020, có 3 đoàn vào với hơn 800 lượt khách nước ngoài."
    found = browser_at_report.read({"text": sentence, "pieces": []})["figures"]
    pieces, text = [], sentence
    for one in reversed(found):
        best = one["suggestions"][0]
        text = text[: one["start"]] + best["text"] + text[one["end"] :]
        shift = len(best["text"]) - (one["end"] - one["start"])
        pieces = [kept | {"start": kept["start"] + shift, "end": kept["end"] + shift} for kept in pieces]
        pieces.append({"start": one["start"], "end": one["start"] + len(best["text"]), "kind": "figure", "settings": best["settings"]})
    again = browser_at_report.read({"text": text, "pieces": pieces})
    assert text == sentence
    assert [(one["state"], one["verdict"]) for one in again["figures"]] == [("bound", "supported")] * len(found)


def test_the_part_of_a_whole_is_never_bound_away(browser_at_report: Browser) -> None:
    [found] = browser_at_report.read({"text": "Nhiệm kỳ 2015-2020, 3/17 đoàn khách nước ngoài đến tỉnh.", "pieces": []})["figures"]
    assert found["suggestions"] == []


def test_advice_has_its_place(browser_at_report: Browser) -> None:
    text = "Tổng vốn đạt 8.636 triệu đồng, gồm 6.044 triệu đồng vốn ODA và 2.692 triệu đồng vốn đối ứng."
    [advice] = browser_at_report.advised({"text": "Mở đầu."}, {"text": text, "pieces": []})
    assert advice["place"] == "body/1/0" and text[advice["start"] : advice["end"]].startswith(("8.636", "Tổng", "6.044"))


def test_the_texts_own_period_is_taken(browser_at_report: Browser) -> None:
    [found] = browser_at_report.read({"text": "Tỉnh đón 3 đoàn khách nước ngoài trong 5 năm qua.", "pieces": []})["figures"]
    assert found["verdict"] == "supported"


def test_the_number_of_queries_does_not_grow_with_the_figures(cast: Cast, browser_at_report: Browser) -> None:
    delegation(cast, "Đoàn khác", 40)

    def queries(times: int) -> int:
        lines = [{"text": f"Năm {2011 + number % 10} có {number + 3} đoàn khách nước ngoài.", "pieces": []} for number in range(times)]
        plain = [{"text": f"Đón {tokens.figure(MISSIONS)}", "plain": True} for _number in range(times)]
        with CaptureQueriesContext(connection) as asked:
            browser_at_report.read(*lines, *plain)
        return len(asked)

    few = [queries(30), queries(30)][1]
    assert queries(120) == few
