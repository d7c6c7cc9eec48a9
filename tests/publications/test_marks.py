"""Marks in texts: tokens in every plain field are written, judged and sealed; quotes and waivers stand only where they may."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from ngoaivu.core import changes
from ngoaivu.core.history import UnguardedWrite
from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import withdraw
from ngoaivu.publications import actions, checks, drafting, lines, listing, richtext, sealing, tokens, writing
from ngoaivu.publications.content import canonical, plain
from ngoaivu.publications.editions import EditionText
from ngoaivu.publications.models import Waiver
from ngoaivu.publications.publishing import Refused, verify_chain
from ngoaivu.publications.sealing import Unsealable
from ngoaivu.publications.waiving import waive
from tests.cast import Cast
from tests.publications.conftest import Pages, delegation, typed_into
from tests.publications.marks import MISSIONS, PEOPLE, picture, source_document, with_blocks


def messages(pages: Pages, language: str = "en") -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in checks.findings(pages) if finding.language == language]


def waived(cast: Cast, words: str = "12 món", key: str = "term-2015-2020", **changed: Any) -> Waiver:
    told = {"office": cast.here, "reason": "số món trong thực đơn, không thống kê", "by": cast.specialist}
    return waive(key=key, words=words, **(told | changed))


def in_both(pages: Pages, make: Callable[[str], Any]) -> None:
    """The same blocks at the end of both languages."""
    for language, page in pages.items():
        with_blocks(page, *make(language))


PLAIN = {
    "title": lambda page, token: typed_into(page, title=f"Về {token}"),
    "byline": lambda page, token: typed_into(page, byline=f"Người đếm {token}"),
    "heading": lambda page, token: with_blocks(page, ("heading", f"Đón {token}")),
    "alt": lambda page, token: with_blocks(page, picture(alt=f"Mỹ Tho {token}")),
    "credit": lambda page, token: with_blocks(page, picture(credit=f"Người vẽ cùng {token}")),
}
WHERE = {
    "title": lambda text: text["title"],
    "byline": lambda text: text["byline_runs"],
    "heading": lambda text: text["body"][-1]["runs"],
    "alt": lambda text: text["body"][-1]["alt"],
    "credit": lambda text: text["body"][-1]["credit_runs"],
}


@pytest.mark.parametrize("field", PLAIN)
def test_tokens_are_written_and_sealed_in_both_languages(cast: Cast, report: Pages, field: str) -> None:
    document, waiver = source_document(cast), waived(cast)
    token = f"{MISSIONS}, {tokens.quote({'document': str(document.pk), 'place': 'tr. 3'}, '131 dự án')}, {tokens.waiver(str(waiver.pk), '12 món')}"
    for page in report.values():
        PLAIN[field](page, token)
    assert checks.findings(report) == []
    content = sealing.compose(report, changes.latest())
    for language, missions in (("vi", "3 đoàn"), ("en", "3 delegations")):
        runs = WHERE[field](content["texts"][language])
        assert f"{missions}, 131 dự án, 12 món" in plain(runs)
        marked = {run["text"]: run for run in runs}
        assert content["facts"][marked[missions]["fact"]]["value"] == "3"
        assert content["quotes"][marked["131 dự án"]["quote"]] == {
            "document": {"vi": "Báo cáo tổng kết", "en": "Closing report"},
            "place": {"vi": "tr. 3", "en": "tr. 3"},
        }
        assert marked["12 món"]["waived"] == {"reason": waiver.reason, "by": cast.specialist.full_name}
    assert "{fig" not in canonical(content)
    assert "{quote" not in canonical(content)


@pytest.mark.parametrize("field", PLAIN)
def test_what_is_wrong_in_a_plain_field_blocks(report: Pages, field: str) -> None:
    """A typed figure, a token without value, a broken one: none slips through a field of plain text."""
    for token, rule in (
        ("17 đoàn", "loose"),
        ("{fig exports.turnover period=year:2019}", "no_value"),
        ("{fig delegations.inbound.missions period}", "no_value"),
        ("{quote document=999|17 đoàn}", "quote"),
        ("{waiver 999|17 đoàn}", "waiver"),
    ):
        PLAIN[field](report["vi"], token)
        assert rule in [rule for rule, _message in messages(report, "vi")], token
        with pytest.raises(Refused):
            actions.submit(report, by=cast_of(report))


def cast_of(report: Pages) -> Any:
    return report["vi"].owner


def test_a_token_follows_the_registry_until_it_is_sealed(cast: Cast, report: Pages) -> None:
    typed_into(report["vi"], title=f"Đón {MISSIONS}")
    assert report["vi"].title == f"Đón {MISSIONS}", "the field keeps the token"
    assert report["vi"].shown_title == "Đón 3 đoàn"
    delegation(cast, "Đoàn đến sau", 91)
    assert report["vi"].shown_title == "Đón 4 đoàn"


def test_lists_and_addresses_show_words_and_never_a_token(cast: Cast, report: Pages, as_: Any) -> None:
    for page in report.values():
        typed_into(page, title=f"Đón {PEOPLE}")
    [listed] = listing.texts_of(cast.here)
    assert listed.title == "Đón hơn 800 lượt người"
    for address in (reverse("publications:texts"), reverse("publications:text", args=[report["vi"].key])):
        html = as_(cast.specialist).get(address).content.decode()
        assert "Đón hơn 800 lượt người" in html
        assert "{fig" not in html
    release = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    assert set(EditionText.objects.filter(edition=release.edition).values_list("title", flat=True)) == {
        "Đón hơn 800 lượt người",
        "Đón over 800 person-trips",
    }
    assert [proof.faults for proof in verify_chain(cast.here.key)] == [()]


def test_the_address_of_a_new_text_comes_from_the_words(cast: Cast, rows: Any) -> None:
    told = {"key": "tin", "section": "tin", "date": "2020-01-01", "lead": {"vi": "a", "en": "a"}, "body": {"vi": [], "en": []}}
    pages = drafting.compose_news(cast.here, told | {"title": {"vi": f"Đón {MISSIONS}", "en": f"Received {MISSIONS}"}})
    assert [page.slug for page in pages.values()] == ["don-3-doan", "received-3-delegations"]
    page = pages["vi"]
    page.slug = ""
    drafting.office_page(cast.here, "vi").add_child(instance=page)
    assert page.slug == "don-3-doan"


def test_lines_are_what_a_reader_meets(cast: Cast, report: Pages) -> None:
    page = with_blocks(report["vi"], picture(alt=f"Ảnh {MISSIONS}"), title=f"Đón {MISSIONS} và {PEOPLE}.")
    [title, lead, heading, *rest] = lines.of_page(page)
    assert (title.place, title.label, title.text) == ("title", "Title", "Đón 3 đoàn và hơn 800 lượt người.")
    assert [title.words(piece) for piece in title.pieces] == ["3 đoàn", "hơn 800 lượt người"]
    assert title.blotted() == "Đón \ufffc và \ufffc."
    assert lead.place == "lead/0"
    uuid = page.body.get_prep_value()[0]["id"]
    assert (heading.place, heading.label) == (f"body/{uuid}/0", "Heading 1")
    assert [line.label for line in rest] == [
        f"{place}, under “{heading.text}”"
        for place in ("Paragraph 1", "Paragraph 2", "Picture 1, alternative text", "Picture 1, caption", "Picture 1, credit")
    ]  # fmt: skip
    assert rest[2].place.endswith("/alt")
    assert rest[3].place.endswith("/caption/0")


def test_a_place_in_a_line_leads_back_to_the_stored_field(report: Pages) -> None:
    stored = f"Đón {MISSIONS} và 5 bạn"
    [title, *_rest] = lines.of_page(typed_into(report["vi"], title=stored))
    assert title.text == "Đón 3 đoàn và 5 bạn"
    loose = title.text.index("5 bạn")
    start, end = title.in_field(loose, loose + 5)
    assert stored[start:end] == "5 bạn"
    start, end = title.in_field(5, 7)
    assert stored[start:end] == MISSIONS, "a token is taken whole"
    assert title.in_field(0, len(title.text)) == (0, len(stored))


def quote_of(document: Any, words: str = "131 dự án") -> str:
    return richtext.quote({"document": str(getattr(document, "pk", document)), "place": "tr. 3"}, words)


def test_a_quote_of_a_public_document_may_go(cast: Cast, report: Pages) -> None:
    document = source_document(cast, numbers="12/BC-UBND", address="https://bao.example/12")
    words = {"vi": "131 dự án, vốn 2,73 tỷ USD", "en": "131 projects, capital USD 2.73 billion"}
    in_both(report, lambda language: [("paragraph", f"<p>Có {quote_of(document, words[language])}.</p>")])
    assert checks.findings(report) == []
    content = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director).edition.content
    assert content["quotes"]["q1"]["document"]["vi"] == "12/BC-UBND: Báo cáo tổng kết"
    assert content["quotes"]["q1"]["address"] == "https://bao.example/12"
    assert EditionText.objects.filter(quoted=1, waived=0, bound=2).count() == 2


@pytest.mark.parametrize("level", [Level.INTERNAL, Level.PERSONAL, Level.EMBARGOED])
def test_nothing_the_public_may_not_read_is_quoted(cast: Cast, report: Pages, level: str) -> None:
    """An attack: the key of a closed document is guessed, put into the mark, and the draft is previewed and submitted."""
    closed = source_document(cast, level=level, title_vi="Kế hoạch nội bộ", embargo_until="2999-01-01" if level == Level.EMBARGOED else None)
    public = source_document(cast)
    in_both(report, lambda _language: [("paragraph", f"<p>Có {quote_of(public)}.</p>")])
    assert "Báo cáo tổng kết" in canonical(sealing.compose(report, changes.latest(), draft=True)), "a quoted document is told"
    in_both(report, lambda _language: [("paragraph", f"<p>Có {quote_of(closed)}.</p>"), ("heading", f"{{quote document={closed.pk}|131}}")])
    assert [rule for rule, _message in messages(report)] == ["quote", "quote"]
    assert "Kế hoạch nội bộ" not in canonical(sealing.compose(report, changes.latest(), draft=True))
    assert "Kế hoạch nội bộ" not in " ".join(message for _rule, message in messages(report))
    with pytest.raises(Unsealable):
        sealing.compose(report, changes.latest())


@pytest.mark.parametrize("key", ["999", "", "1e3", "²", "9" * 40, "documents.sourcedocument:1", "1; DROP TABLE"])
def test_a_document_that_is_none_is_refused(report: Pages, key: str) -> None:
    with_blocks(report["en"], ("paragraph", f"<p>Có {quote_of(key)}.</p>"))
    assert "“131 dự án” quotes no document of this office that the public may read" in messages(report)[0][1]


def test_a_document_of_another_office_or_a_withdrawn_one_is_refused(cast: Cast, report: Pages) -> None:
    other, gone = source_document(cast, office=cast.there), source_document(cast)
    in_both(report, lambda _language: [("paragraph", f"<p>{quote_of(other)}, {quote_of(gone)}.</p>")])
    assert len(messages(report)) == 1
    withdraw(gone, by=cast.specialist.actor, why="trùng")
    assert len(messages(report)) == 2


def test_a_document_closed_after_submission_is_not_released(cast: Cast, report: Pages) -> None:
    document = source_document(cast)
    in_both(report, lambda _language: [("paragraph", f"<p>Có {quote_of(document)}.</p>")])
    submission = actions.submit(report, by=cast.specialist)
    withdraw(document, by=cast.specialist.actor, why="rút lại")
    with pytest.raises(Refused, match="quotes no document of this office"):
        actions.approve(submission, by=cast.director)


def test_a_quote_without_a_number_is_refused(cast: Cast, report: Pages) -> None:
    document = source_document(cast)
    in_both(report, lambda _language: [("paragraph", f"<p>Có {quote_of(document, 'bạn bè')}.</p>")])
    assert "holds no number" in messages(report)[0][1]


def test_a_waived_figure_stands_in_its_text_alone(cast: Cast, report: Pages) -> None:
    waiver = waived(cast)
    in_both(report, lambda _language: [("paragraph", f"<p>Menu: {richtext.waiver(str(waiver.pk), '12 món')}.</p>")])
    assert checks.findings(report) == []
    content = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director).edition.content
    [run] = [run for run in content["texts"]["vi"]["body"][-1]["runs"] if "waived" in run]
    assert run["waived"] == {"reason": "số món trong thực đơn, không thống kê", "by": cast.specialist.full_name}


def test_a_waiver_pasted_into_another_text_or_over_other_words_is_refused(cast: Cast, report: Pages) -> None:
    pasted, foreign = waived(cast, key="bai-khac"), waived(cast, office=cast.there, by=cast.stranger)
    own = waived(cast)
    for mark, said in (
        (richtext.waiver(str(pasted.pk), "12 món"), "was not waived in this text"),
        (richtext.waiver(str(foreign.pk), "12 món"), "was not waived in this text"),
        (richtext.waiver(str(own.pk), "120 món"), "was waived as “12 món”"),
    ):
        typed_into(report["en"], lead=f"<p>Có {mark}.</p>")
        assert [rule for rule, message in messages(report) if said in message] == ["waiver"]
        [run] = [run for run in sealing.compose(report, changes.latest(), draft=True)["texts"]["en"]["lead"] if "món" in run["text"]]
        assert "waived" not in run


@pytest.mark.parametrize("who", ["specialist", "head", "director", "editor", "administrator", "reporter", "stranger"])
def test_who_drafts_or_edits_may_waive(cast: Cast, who: str) -> None:
    by = getattr(cast, who)
    if who in ("specialist", "head", "director", "editor"):
        waiver = waived(cast, by=by)
        assert (waiver.by, waiver.actor) == (by.full_name, by.actor.key)
    else:
        with pytest.raises(Refused, match="is not appointed to do this"):
            waived(cast, by=by)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"reason": "  "}, "Say why"),
        ({"words": "bạn bè"}, "holds no number"),
        ({"words": ""}, "holds no number"),
        ({"words": "1" * 201}, "too long"),
        ({"reason": "a" * 501}, "too long"),
        ({"reason": "theo công văn độ Mật"}, "state secret"),
    ],
)
def test_a_waiver_says_what_and_why(cast: Cast, changed: dict[str, str], said: str) -> None:
    with pytest.raises(Refused, match=said):
        waived(cast, **changed)
    assert Waiver.objects.count() == 0


def test_a_number_in_letters_can_be_waived(cast: Cast) -> None:
    assert waived(cast, words=" mười hai ").words == "mười hai"


def test_a_waiver_stays_on_record(cast: Cast) -> None:
    waiver = waived(cast)
    for write in (waiver.save, waiver.delete, Waiver.objects.all().delete, lambda: Waiver.objects.update(reason="x")):
        with pytest.raises(UnguardedWrite, match="rows are only added"):
            write()


def test_a_translation_lacks_no_quote_and_no_waiver(cast: Cast, report: Pages) -> None:
    document, other = source_document(cast), source_document(cast)
    with_blocks(report["vi"], ("paragraph", f"<p>{quote_of(document)}, {richtext.waiver(str(waived(cast).pk), '12 món')}.</p>"))
    dishes = waived(cast, words="12 dishes")
    assert {message for _rule, message in messages(report)} == {
        "The figure “131 dự án” stands in the Vietnamese text and not in this one: write its sentence here too.",
        "The figure “12 món” stands in the Vietnamese text and not in this one: write its sentence here too.",
    }
    with_blocks(report["en"], ("paragraph", f"<p>{quote_of(other, '131 projects')}, {richtext.waiver(str(dishes.pk), '12 dishes')}.</p>"))
    assert [rule for rule, _message in messages(report)] == ["unequal"], "the other document is another figure"
    with_blocks(report["vi"], ("paragraph", f"<p>{quote_of(other)}.</p>"))
    with_blocks(report["en"], ("paragraph", f"<p>{quote_of(document, '131 projects')}.</p>"))
    assert checks.findings(report) == []


def test_words_copied_and_not_yet_translated_tell_the_same_number(cast: Cast, report: Pages) -> None:
    expected = waived(cast, words="dự kiến đón 90")
    in_both(report, lambda _language: [("paragraph", f"<p>{richtext.waiver(str(expected.pk), 'dự kiến đón 90')}.</p>")])
    assert checks.findings(report) == []


def test_a_quote_of_another_number_is_another_figure(cast: Cast, report: Pages) -> None:
    document = source_document(cast)
    with_blocks(report["vi"], ("paragraph", f"<p>{quote_of(document)}.</p>"))
    with_blocks(report["en"], ("paragraph", f"<p>{quote_of(document, '113 projects')}.</p>"))
    assert [rule for rule, _message in messages(report)] == ["unequal"]


def test_a_new_item_has_no_token_in_its_address(cast: Cast, rows: Any) -> None:
    titles = {"vi": f"Đón {MISSIONS}", "en": ""}
    pages = writing.begin(cast.here, titles, section="tin", date="2020-01-01", by=cast.specialist)
    assert (pages["vi"].key, pages["vi"].slug, pages["vi"].title) == ("don-3-doan", "don-3-doan", f"Đón {MISSIONS}")
