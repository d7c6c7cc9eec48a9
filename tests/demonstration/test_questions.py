"""What a citizen asks of the term stands where it is looked for: in a lead, in the list of figures, at the head of a search."""

import re

import pytest
from django.test import Client

from ngoaivu.accounts.models import Office
from tests.demonstration.english import Shown

ANSWERS = {
    "/vi/tin/doi-ngoai-dang-chinh-quyen/": (
        "Pursat",
        "Khăm Muộn",
        "Maputo",
        "Bộ Thủy sản",
        "Liên đoàn Công nghiệp",
        "Trước đây còn có bang Queensland",
    ),
    "/en/news/party-and-government/": (
        "Pursat",
        "Khammouane",
        "Maputo",
        "Ministry of Fisheries",
        "Indian Federation",
        "In the past it had them with Queensland",
    ),
    "/vi/tin/hoc-hoi-ung-dung/": ("học từ Israel", "từ Đài Loan (Trung Quốc)", "từ Hàn Quốc", "nguồn không nêu nơi học"),
    "/en/news/learning-from-abroad/": ("learned from Israel", "from Chinese Taipei", "from the Republic of Korea", "the source names no place"),
    "/vi/so-lieu/": ("hơn 800 đoàn", "127 người", "khoảng 400 người", "khoảng 100 người", "gần 96%", "8.636 triệu đồng", "khoảng 80 triệu USD"),
    "/en/figures/": (
        "more than 800",
        "127 people",
        "about 400 people",
        "about 100 people",
        "nearly 96%",
        "8,636 million đồng",
        "about 80 million US dollars",
    ),
}
SEARCHES = {
    "/vi/tim/?q=mo+hinh+nong+nghiep": "Mô hình nông nghiệp ở Tiền Giang: học từ những nơi nào",
    "/en/search/?q=farming+models": "Farming models in Tiền Giang: where they were learned",
    "/vi/tim/?q=hoc+vien+tieng+nhat": "Học viên đã đào tạo để làm việc với doanh nghiệp nước ngoài (lũy kế): tiếng Nhật",
    "/en/search/?q=japanese+trainees": "Trainees placed with foreign employers, to date: Japanese",
}


def shown(client: Client, address: str) -> str:
    """What a reader sees of a page, in one line."""
    return " ".join(" ".join(Shown(client.get(address).content.decode()).texts).split())


@pytest.mark.parametrize("address", ANSWERS)
def test_a_list_answers_before_anything_is_opened(office: Office, client: Client, address: str) -> None:
    told = shown(client, address)
    assert [answer for answer in ANSWERS[address] if answer not in told] == []


@pytest.mark.parametrize("address", SEARCHES)
def test_a_search_has_the_answer_first(office: Office, client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    first = html[html.index('<ol class="hits') :].partition("</h3>")[0]
    assert SEARCHES[address] in re.sub(r"<[^>]+>", "", first)


def test_the_figures_stand_by_field_in_the_order_of_the_portal(office: Office, client: Client) -> None:
    html = client.get("/vi/so-lieu/").content.decode()
    fields = ["Đối ngoại Đảng và chính quyền", "Đối ngoại nhân dân", "Ngoại giao kinh tế", "Thông tin đối ngoại", "Người Việt Nam ở nước ngoài"]
    spots = [html.index(f">{field}</h2>") for field in fields]
    assert spots == sorted(spots)
    assert html.index("sử dụng thẻ ABTC") > spots[2]


def test_a_number_received_for_one_part_alone_is_named_after_the_part(office: Office, client: Client) -> None:
    told = shown(client, "/vi/so-lieu/trainees-trained-to_date/")
    assert "Chỉ tính tiếng Nhật, trong tổng" in told
    item = client.get("/vi/tin/doi-ngoai-nhan-dan/hoc-tieng-nhat-o-tien-giang-de-lam-viec-voi-doanh-nghiep-nhat/").content.decode()
    assert "/vi/so-lieu/trainees-trained-to_date/" in item


def test_a_past_relationship_is_past_in_the_report_too(office: Office, client: Client) -> None:
    html = client.get("/en/reports/").content.decode()
    report = html[html.index("/en/reports/report") :].partition('"')[0]
    named = shown(client, report)
    assert named.count("a relationship in the past") == 3
    assert named.count("a relationship now") == 5


def test_english_pages_give_the_sense_of_the_sources_words_and_the_words_once_where_the_figure_is_explained(office: Office, client: Client) -> None:
    for address in ("/en/figures/", "/en/search/?q=projects", "/en/from-the-article/", "/en/news/vietnamese-abroad/"):
        assert re.findall(r"\(“[^”]*”\)", shown(client, address)) == [], address
    assert "In the source's words: “hiện” ." in shown(client, "/en/figures/fdi-projects-in_force/")
    assert "in the source: “hiện”" in shown(client, "/en/figures/fdi-projects-in_force/records/figures/fdi-projects-in_force/1/f1/")


def test_a_source_leads_to_its_sentence_on_the_page_of_the_article(office: Office, client: Client) -> None:
    trace = client.get("/vi/tu-bai-bao/").content.decode()
    spots = re.findall(r' id="([^"]+)"', trace)
    assert len(spots) == len(set(spots))
    assert re.search(r"gần <a[^>]*><span>1/5</span>", trace), "as its source wrote it"
    told = client.get("/vi/so-lieu/").content.decode()
    pages = [
        found
        for key in set(re.findall(r'href="/vi/so-lieu/([^"/]+)/"', told))
        for found in (f"/vi/so-lieu/{key}/", f"/vi/so-lieu/{key}/ho-so/so-lieu/{key}/1/f1/")
    ]
    pages.append("/vi/tin/nguoi-viet-o-nuoc-ngoai/kieu-hoi-ve-tien-giang-nam-2019/")
    for page in pages:
        led = re.findall(r'href="/vi/tu-bai-bao/#(muc[^"]+)"', client.get(page).content.decode())
        assert led, page
        assert [one for one in led if one not in spots] == [], page
