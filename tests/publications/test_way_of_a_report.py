"""A report from its draft to its readers: never ahead of the day, no sentences of zeros, a second person who knows of it, a road to the product."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from ngoaivu.core import changes
from ngoaivu.publications import about_office, actions, drafting, outlines, publishing, sealing
from ngoaivu.publications.forms import NewReportForm
from ngoaivu.publications.frames import Frame, unfinished
from ngoaivu.publications.pages import ReportPage
from ngoaivu.publications.papers.document import _rows
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast, territory
from tests.publications.conftest import Pages, delegation, outline, sentence, words_of
from tests.publications.test_editor import As

BY_COUNTRY = "{fig delegations.inbound.missions period=term by.country=top:5 style=number}"


@pytest.fixture
def this_year(cast: Cast) -> str:
    return f"year:{timezone.localdate().year}"


def test_a_report_of_a_year_that_goes_on_ends_today_and_says_so(cast: Cast, rows: list[Delegation], this_year: str, as_: As) -> None:
    today = timezone.localdate()
    pages = drafting.draft_report(outlines.load("year"), cast.here, this_year, by=cast.specialist)
    page = pages["vi"]
    assert (page.on, page.period) == (today.isoformat(), f"{this_year}@{today.isoformat()}")
    assert f"(số liệu đến {today:%d/%m/%Y})" in page.title
    assert page.key == f"year-{today.year}"
    sealed = sealing.compose(pages, changes.latest(), draft=True)
    days = [fact["question"]["on"] or fact["question"]["period"].partition("@")[2] for fact in sealed["facts"].values()]
    assert not [day for day in days if day > today.isoformat()]
    shown = as_(cast.specialist).get(reverse("publications:text", args=[page.key]))
    assert f"{today:%d/%m/%Y}" in shown.context["unfinished"]


def test_an_officer_who_meets_two_ends_of_a_year_is_told_why() -> None:
    with translation.override("vi"):
        year = unfinished("year:2026@2026-11-30")
        assert "kết thúc ngày 31/12/2026" in year and "năm báo cáo" in year and year.endswith("kết thúc từ ngày 14/12/2026.")
        assert "14/12/2020" in unfinished("term:2015-2020@2020-06-30")
        assert "năm báo cáo" not in unfinished("range:2026-01-01..2026-12-31@2026-11-30")
        assert unfinished("year:2026") == ""


def test_the_reason_stands_with_the_act_it_belongs_to(cast: Cast, report: Pages, as_: As) -> None:
    actions.submit(report, by=cast.specialist)
    page = as_(cast.director).get(reverse("publications:text", args=[report["vi"].key])).content.decode()
    approving, fieldset = re.findall(r'<fieldset class="instead">.*?</fieldset>', page, re.DOTALL)
    assert 'name="approve"' in approving and 'name="read"' in approving and 'name="why"' not in approving
    assert "Or return it to the author, with the reason" in fieldset and 'name="why"' in fieldset and "Return to the author</button>" in fieldset
    assert 'name="approve"' not in fieldset and 'name="why"' not in page.replace(fieldset, "")


def test_a_province_is_written_small_inside_a_sentence(cast: Cast) -> None:
    office = cast.here
    office.territory = territory("tinh-mau", "Tỉnh Mẫu", "Model Province")
    assert Frame.of_report(office, "year:2019").told("territory")["vi"] == "tỉnh Mẫu"
    office.territory = territory("tien-giang", "Tiền Giang")
    assert Frame.of_report(office, "year:2019").told("territory")["vi"] == "Tiền Giang"


def test_a_finished_period_is_left_as_it_is(cast: Cast, rows: list[Delegation]) -> None:
    page = drafting.draft_report(outlines.load("year"), cast.here, "year:2019", by=cast.specialist)["vi"]
    assert (page.on, page.period) == ("2019-12-31", "year:2019")
    assert "số liệu đến" not in page.title
    assert Frame.of_report(cast.here, "year:2019").day() == date(2019, 12, 31)


def test_an_optional_sentence_of_nothing_but_zeros_is_left_out(cast: Cast, rows: list[Delegation]) -> None:
    token = "{fig delegations.outbound.missions period=term style=number}"
    told = [sentence(f"Tỉnh cử {token} đoàn.", f"Sent: {token}.", key="ra", optional=optional) for optional in (True, False)]
    for one, there in zip(told, (False, True), strict=True):
        pages = drafting.compose_report(outline(one), cast.here, "term:2015-2020")
        assert ("Tỉnh cử 0 đoàn." in words_of(pages["vi"])) is there


def test_a_yearly_report_of_a_quiet_year_tells_no_zeros(cast: Cast, rows: list[Delegation]) -> None:
    page = drafting.compose_report(outlines.load("year"), cast.here, "year:2019")["vi"]
    told = str(page.body.get_prep_value())
    assert not any(zero in told for zero in (">0</a> khoản viện trợ", ">0</a> thỏa thuận quốc tế", ">0</a> đoàn của kênh", ">0</a> kỳ"))


def test_the_annex_tells_the_parts_of_a_breakdown_apart(cast: Cast, rows: list[Delegation]) -> None:
    delegation(cast, "Đoàn Hàn", 3, country=territory("kr", "Hàn Quốc", "Korea", kind="country"))
    pages = drafting.compose_report(outline(sentence(f"Nhiều nhất là {BY_COUNTRY}.", f"Most: {BY_COUNTRY}.")), cast.here, "term:2015-2020")
    content = sealing.compose(pages, changes.latest(), draft=True)
    assert {row[1] for row in _rows(content, "vi")} == {"Đoàn khách nước ngoài đến tỉnh: Lào", "Đoàn khách nước ngoài đến tỉnh: Hàn Quốc"}


def test_who_may_decide_is_named_and_finds_the_text_on_his_first_page(cast: Cast, report: Pages, as_: As) -> None:
    actions.submit(report, by=cast.specialist)
    key = report["vi"].key
    shown = as_(cast.specialist).get(reverse("publications:text", args=[key])).context["approvers"]
    assert cast.director.full_name in shown
    assert cast.specialist.full_name not in shown
    address = f'href="{reverse("publications:text", args=[key])}"'
    assert address in as_(cast.director).get(reverse("wagtailadmin_home")).content.decode()
    assert "Waiting for your decision" not in as_(cast.specialist).get(reverse("wagtailadmin_home")).content.decode()
    assert "Chờ bạn duyệt" not in as_(cast.specialist).get(reverse("wagtailadmin_home")).content.decode()


def test_a_published_report_leads_to_its_page_and_its_paper(cast: Cast, report: Pages, as_: As) -> None:
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    release = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    client = as_(cast.specialist)
    for address in (reverse("publications:text", args=[report["vi"].key]), reverse("publications:release", args=[release.number])):
        vi, en = client.get(address).context["products"]
        assert client.get(vi["page"]).status_code == 200
        assert en["page"].startswith("/en/reports/")
        paper = client.get(vi["paper"])
        assert paper.content == client.get(f"{vi['page']}bao-cao.docx").content
    actions.withdraw(release.edition, by=cast.director, why="sai")
    assert client.get(reverse("publications:release_paper", args=[release.number, "vi"])).status_code == 404


def test_the_preview_of_a_draft_was_neither_released_nor_signed(cast: Cast, report: Pages, as_: As) -> None:
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    told = as_(cast.specialist).get(reverse("publications:preview", args=[report["vi"].key, "vi"])).content.decode()
    assert "Dự kiến ký" in told
    assert "Phát hành ngày" not in told


def test_a_year_in_letters_is_told_and_kept(cast: Cast, as_: As) -> None:
    answer = as_(cast.specialist).post(reverse("publications:new_report"), {"outline": "year", "first": "hai không hai sáu"})
    assert 'value="hai không hai sáu"' in answer.content.decode()
    assert 'type="number"' not in answer.content.decode()
    assert not ReportPage.objects.exists()
    tomorrow = timezone.localdate().replace(year=timezone.localdate().year + 1)
    assert "on" in NewReportForm({"outline": "year", "first": "2019", "on": tomorrow.isoformat()}).errors


def test_drafting_again_brings_an_older_draft_to_the_day_too(cast: Cast, rows: list[Delegation], this_year: str) -> None:
    drafting.keep_pages(dict(drafting.compose_report(outlines.load("year"), cast.here, this_year)), by=cast.specialist)
    page = drafting.draft_report(outlines.load("year"), cast.here, this_year, by=cast.specialist)["vi"]
    assert page.period == f"{this_year}@{timezone.localdate().isoformat()}"
