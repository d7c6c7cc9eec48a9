"""What Tiền Giang publishes, as it is read: Vietnamese speaks Vietnamese, places have one name, rates are rates, names lead somewhere."""

import re
from dataclasses import replace
from typing import Any

from django.test import Client

from ngoaivu.accounts.models import Office
from ngoaivu.publications import judgement, lines, publishing
from ngoaivu.publications.editions import Edition, EditionText
from ngoaivu.publications.pages import NewsPage, ReportPage
from tests.demonstration.english import Shown, left_in, vietnamese

ROOMS = ("", "tin/", "so-lieu/", "bao-cao/", "co-quan/", "tu-bai-bao/", "tim/?q=kieu+hoi", "tim/?q=zzz", "tim/?q=131")


def texts(office: Office, language: str) -> dict[str, str]:
    """Everything current that may be read in a language, without its search words."""
    rows = EditionText.objects.filter(edition__office=office.key, edition__current=True, language=language)
    return {f"{row.edition.kind}/{row.edition.key}": f"{row.title} {row.lead} {row.words}" for row in rows.select_related("edition")}


def addresses(office: Office) -> list[str]:
    """Every room, every text, and the rows behind every figure that is told."""
    told = [f"/vi/{room}" for room in ROOMS]
    series = EditionText.objects.filter(edition__office=office.key, edition__kind="series", language="vi").values_list("slug", flat=True)
    news = EditionText.objects.filter(edition__office=office.key, edition__kind="news", language="vi")
    told += [f"/vi/so-lieu/{slug}/" for slug in series] + [f"/vi/so-lieu/{slug}/ho-so/so-lieu/{slug}/1/f1/" for slug in series]
    return told + [f"/vi/tin/{text.edition.section}/{text.slug}/" for text in news.select_related("edition")]


def test_no_edition_says_in_vietnamese_what_only_the_code_says_in_english(office: Office) -> None:
    said = {f"{row.kind}/{row.key}": left_in(vietnamese(row.content)) for row in Edition.objects.filter(office=office.key, current=True)}
    assert len(said) > 40
    assert {key: found for key, found in said.items() if found} == {}


def test_no_page_in_vietnamese_says_it(office: Office, client: Client) -> None:
    seen = 0
    for address in addresses(office):
        answer = client.get(address)
        if answer.status_code == 200:
            seen += 1
            assert left_in(iter(Shown(answer.content.decode()).texts)) == [], address
    assert seen > 55, "some pages were not found"


def test_english_left_in_an_edition_would_be_seen(office: Office) -> None:
    content: Any = publishing.current_editions(office.key)[0].content
    content["facts"] = {"f1": {"note": {"vi": "Sum of 5 received values.", "en": ""}, "member": {"vi": "Party", "en": "Party"}}}
    assert left_in(vietnamese(content)) == ["Sum of 5 received values.", "Party"]


def test_a_place_has_one_name_wherever_it_is_named(office: Office) -> None:
    vietnamese_texts, english = texts(office, "vi"), texts(office, "en")
    named = {key: told for key, told in vietnamese_texts.items() if "Đài Loan" in told or "Hồng Kông" in told}
    assert len(named) >= 3
    for key, told in named.items():
        assert re.findall(r"(?:Đài Loan|Hồng Kông)(?! \(Trung Quốc\))", told) == [], key
    assert [key for key, told in english.items() if "Taiwan" in told or "Vietnam-" in told] == []
    assert [key for key, told in english.items() if re.search(r"Hong Kong(?!, China)", told)] == []


def test_a_yearly_rate_is_never_read_as_a_total(office: Office, client: Client) -> None:
    for key, unit in (("bulletins-issues", "kỳ"), ("exports-turnover", "tỷ USD")):
        html = client.get(f"/vi/so-lieu/{key}/").content.decode()
        assert f"{unit}/năm, các năm của nhiệm kỳ 2015–2020" in html
        assert "không cộng thành tổng" in html
        assert "cộng được các kỳ" not in html
    told = texts(office, "vi") | {f"{key} en": told for key, told in texts(office, "en").items()}
    assert [key for key, words in told.items() if re.search(r"12/năm|/năm kỳ|12 issues(?! a year)|[Hh]àng năm[^.\n]*/năm|/year", words)] == []


def test_the_parts_of_a_received_total_stand_on_its_page_and_say_which_they_are(office: Office, client: Client) -> None:
    html = client.get("/vi/so-lieu/oda-disbursed-to_date/").content.decode()
    assert {"6.044 triệu đồng", "2.592 triệu đồng"} <= set(re.findall(r"[\d.]+ triệu đồng", html))
    part = client.get("/vi/so-lieu/oda-disbursed-to_date/ho-so/so-lieu/oda-disbursed-to_date/1/f3/").content.decode()
    assert "Chỉ tính vốn đối ứng, trong tổng" in part


def test_a_record_named_in_an_item_leads_to_its_place_in_the_article(office: Office, client: Client) -> None:
    trace = client.get("/vi/tu-bai-bao/").content.decode()
    assert len(re.findall(r'<details class="part"', trace)) == 14
    assert re.search(r"<td[^>]*>câu 4</td>", trace)
    item = client.get("/vi/tin/doi-ngoai-dang-chinh-quyen/tu-pursat-den-maputo-nhung-doi-tac-cua-tien-giang/").content.decode()
    led = re.findall(r'href="/vi/tu-bai-bao/#([^"]+)"', item)
    assert len(led) == 8
    assert [one for one in led if f'id="{one}"' not in trace] == []
    assert item.count("quan hệ đang duy trì") == 5
    assert item.count("quan hệ trước đây") == 3


def test_no_text_of_ours_is_advised_to_be_looked_at_again(office: Office) -> None:
    pages = [page for model in (ReportPage, NewsPage) for page in model.objects.filter(office=office)]
    told = {page: list(lines.of_page(page.get_latest_revision_as_object())) for page in pages}
    assert len(told) > 40
    assert [(page.key, one) for page, read in told.items() for one in judgement.advise(read, language=page.locale.language_code)] == []
    planted = replace(told[pages[0]][-1], text="Vốn đạt 8.636 triệu đồng, gồm 6.044 triệu đồng vốn vay và 2.692 triệu đồng vốn đối ứng.", pieces=())
    assert list(judgement.advise([*told[pages[0]], planted], language="vi"))
