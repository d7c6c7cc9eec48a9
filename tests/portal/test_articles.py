"""A text and its figures: every figure leads to its note, its note to its rows; versions, editions and releases are told."""

import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from docx import Document

from ngoaivu.publications import rendering
from ngoaivu.publications.editions import Edition, EditionText
from ngoaivu.publications.rendering import DOCX
from tests.audit.pages import PAGES
from tests.portal import more, world
from tests.portal.editions import AT, publish, runs

ARTICLE = PAGES["article"]
REPORT = PAGES["report"]


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_every_figure_leads_to_its_note_and_back(portal: dict[str, Edition], client: Client) -> None:
    for kind in ("article", "report", "trace"):
        for place in PAGES[kind]:
            html = page(client, place)
            figures = re.findall(r'<a class="so[^"]*" id="(s[\d-]+)" href="#(n\d+)">', html)
            assert figures, place
            assert {note for _place, note in figures} == set(re.findall(r'<li id="(n\d+)">', html))
            assert set(re.findall(r'class="back" href="#(s\d+)"', html)) <= {place for place, _note in figures}
            assert len(re.findall(r' id="([^"]+)"', html)) == len(set(re.findall(r' id="([^"]+)"', html))), place


def test_every_note_leads_to_rows_that_open(portal: dict[str, Edition], client: Client) -> None:
    for place in (*ARTICLE, *REPORT):
        notes = page(client, place).partition('class="notes text"')[2].partition("</ol>")[0]
        leads = re.findall(r'class="acts"><a href="([^"]+)"', notes)
        assert leads
        for address in leads:
            html = page(client, address)
            assert "Đoàn tỉnh bạn" in html or "Delegation of a partner" in html or "không giữ từng hồ sơ" in html or "not kept here" in html


def test_the_hedge_stays_outside_the_figure_and_the_unit_inside(portal: dict[str, Edition], client: Client) -> None:
    assert 'khoảng <a class="so" id="s3" href="#n3"><span>2,73</span> tỷ USD<sup>\u20093</sup></a>' in page(client, ARTICLE[0])
    assert 'nearly <a class="so" id="s4" href="#n4"><span>96</span>%<sup>\u20094</sup></a>' in page(client, ARTICLE[1])


def test_the_same_figure_twice_has_one_note_and_two_places(portal: dict[str, Edition], client: Client) -> None:
    twice = world.article()
    twice["texts"]["vi"]["lead"] = runs("Có ", ("", "131 dự án", "f2"), ".")
    publish(twice)
    html = page(client, ARTICLE[0])
    assert html.index('id="s1" href="#n1"') < html.index('id="s1-2" href="#n1"')
    assert html.count('<li id="n1">') == 1


def test_versions_are_offered_only_where_they_exist(portal: dict[str, Edition], client: Client) -> None:
    for kind, places in PAGES.items():
        if kind in {"search", "number", "nothing", "missing"}:
            continue
        for here, there in (places, places[::-1]):
            html = page(client, here)
            assert f'<a href="{there}" lang=' in html, here
            assert f'rel="alternate" hreflang="en" href="http://testserver{places[1]}"' in html
    alone = page(client, "/vi/trang/gioi-thieu/")
    assert "hreflang" not in alone
    assert client.get("/en/page/gioi-thieu/").status_code == 404


def test_related_texts_give_their_reason_or_are_left_out(portal: dict[str, Edition], client: Client) -> None:
    block = page(client, ARTICLE[0]).partition('id="lq"')[2].partition("</section>")[0]
    assert block.count("<li>") == block.count('class="meta why"') == 2
    assert "Cùng đối tác" in block
    assert "vùng thanh long" not in block


def test_an_earlier_edition_stays_and_says_so(portal: dict[str, Edition], client: Client) -> None:
    changed = world.article()
    changed["facts"]["f1"] |= {"value": "811"}
    changed["texts"]["vi"]["body"][0]["runs"][1]["text"] = "811"
    publish(changed, at=AT + timedelta(days=4))
    now, then = page(client, ARTICLE[0]), page(client, f"{ARTICLE[0]}ban/1/")
    assert "<span>811</span>" in now
    assert "<span>800</span>" in then
    assert "Đây là bản trước." in then
    assert 'content="noindex"' in then
    assert f'href="{ARTICLE[0]}ban/1/"' in now
    assert "3/11/2020" in now
    rows = page(client, "/vi/so-lieu/delegations-inbound-missions/ho-so/tin/qua-mua-han/1/f1/")
    assert "809" in rows
    assert client.get(f"{ARTICLE[0]}ban/3/").status_code == 404


def test_a_withdrawn_text_is_gone_with_its_reason(portal: dict[str, Edition], client: Client) -> None:
    Edition.objects.filter(pk=portal["report"].pk).update(withdrawn_at=timezone.now(), withdrawn_why="Nhầm kỳ báo cáo")
    answer = client.get(REPORT[0])
    assert answer.status_code == 410
    assert "Nhầm kỳ báo cáo" in answer.content.decode()
    assert REPORT[0] not in page(client, "/vi/") + page(client, "/sitemap.xml") + page(client, "/vi/tin.atom") + page(client, ARTICLE[0])
    assert client.get(REPORT[0] + "bao-cao.docx").status_code == 404


def test_a_report_tells_its_release(portal: dict[str, Edition], client: Client) -> None:
    html = page(client, REPORT[0])
    for told in ("<dd>3</dd>", "28/10/2020", "30/9/2020", "Lê Thị Minh Họa", "KT. Giám đốc, Phó Giám đốc", "Lê Thanh Bình", "Trần Văn Toàn"):
        assert told in html
    assert portal["report"].release.digest in html
    assert re.findall(r'<a href="#(m\d)">', html) == re.findall(r'<h2 id="(m\d)">', html) == [f"m{place}" for place in range(1, 9)]


def test_the_paper_is_offered_with_the_words_of_the_page(portal: dict[str, Edition], client: Client) -> None:
    assert f'href="{REPORT[0]}bao-cao.docx"' in page(client, REPORT[0])
    answer = client.get(REPORT[1] + "report.docx")
    assert answer["Content-Type"] == DOCX
    assert "attachment" in answer["Content-Disposition"]
    words = "\n".join(one.text for one in Document(io.BytesIO(answer.content)).paragraphs)
    assert "809 delegations stand in the register." in words
    portal["report"].release.delete()
    assert client.get(REPORT[1] + "report.docx").status_code == 404


def test_a_draft_is_shown_in_the_public_templates_and_not_stored(portal: dict[str, Edition]) -> None:
    draft = world.article() | {"key": "nhap"}
    before = Edition.objects.count()
    html = rendering.page(draft, "vi", draft=True)
    assert "Bản nháp." in html
    assert "Bản nháp." not in rendering.page(draft, "vi", draft=False)
    assert "<span>2,73</span> tỷ USD<sup>\u20093</sup>" in html
    assert Edition.objects.count() == before


def test_the_site_map_names_every_version(portal: dict[str, Edition], client: Client) -> None:
    root = ET.fromstring(page(client, "/sitemap.xml"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    known = {
        url.findtext("s:loc", namespaces=space): [one.get("hreflang") for one in url.findall("x:link", space)] for url in root.findall("s:url", space)
    }
    for kind in ("home", "article", "report", "flow", "office", "procedure", "trace", "other office"):
        for place in PAGES[kind]:
            assert known[f"http://testserver{place}"] == ["vi", "en"] or set(known[f"http://testserver{place}"]) == {"vi", "en"}
    assert known["http://testserver/vi/trang/gioi-thieu/"] == ["vi"]
    assert len(known) == EditionText.objects.count() + 4
    for address in known:
        assert client.get(str(address).removeprefix("http://testserver")).status_code == 200, address
    assert "Sitemap: http://testserver/sitemap.xml" in page(client, "/robots.txt")


def test_the_feeds_parse_and_lead_to_pages(portal: dict[str, Edition], client: Client) -> None:
    for place in ("/vi/tin.atom", "/en/news.atom", "/mau/vi/tin.atom"):
        root = ET.fromstring(page(client, place))
        space = {"a": "http://www.w3.org/2005/Atom"}
        entries = root.findall("a:entry", space)
        assert len(entries) == (1 if place.startswith("/mau") else 7)
        assert root.findtext("a:updated", namespaces=space)
        for entry in entries:
            assert client.get(str(entry.findtext("a:id", namespaces=space)).removeprefix("http://testserver")).status_code == 200


def test_the_series_file_and_the_frozen_text_agree(portal: dict[str, Edition], client: Client) -> None:
    lines = page(client, "/vi/so-lieu/delegations-inbound-missions/chuoi-so.csv").removeprefix("\ufeff").splitlines()
    told = json.loads(portal["missions"].text)
    assert [line.split(",")[1] for line in lines[1:]] == [told["facts"][point["fact"]]["value"] for point in told["extra"]["points"]]


def test_slugs_keep_their_letters(portal: dict[str, Edition], client: Client) -> None:
    news = world.item(1) | {"key": "dac-biet"}
    news["texts"]["vi"] |= {"slug": "", "title": runs("Đón đoàn, 1,2 tỷ đồng")}
    from ngoaivu.core.vietnamese import slugify  # the slug is the publications storey's work

    news["texts"]["vi"]["slug"] = slugify("Đón đoàn, 1,2 tỷ đồng")
    publish(news)
    assert client.get("/vi/tin/doi-tac/don-doan-1-2-ty-dong/").status_code == 200


def test_a_heading_outside_the_numbering_bears_none_in_the_text_and_in_the_contents(portal: dict[str, Edition], client: Client) -> None:
    told = more.report()
    told["texts"]["vi"]["body"][0]["apart"] = True
    publish(told)
    html = page(client, REPORT[0])
    assert html.count('<li class="apart">') == html.count('id="m1" class="apart"') == html.count('class="apart"') / 2 == 1


def test_a_course_says_what_it_could_not_place_and_why_a_total_may_be_more(portal: dict[str, Edition], client: Client) -> None:
    address = "/vi/so-lieu/delegations-inbound-missions/"
    assert "hưa xếp được" not in page(client, address)
    made = more.missions()
    for key in ("f5", "f6"):
        made["facts"][key]["unplaced"] = 1
    publish(made)
    html = page(client, address)
    assert re.findall(r">(\d{4})</a> <span[^>]*>1 chưa xếp được<", html) == ["2019", "2020"]
    assert "nên có thể nhiều hơn các kỳ cộng lại" in html


def test_an_indicator_leads_to_those_of_its_family(portal: dict[str, Edition], client: Client) -> None:
    assert "Chỉ tiêu cùng nhóm" not in page(client, "/vi/so-lieu/delegations-inbound-missions/")
    people = more.missions() | {"key": "delegations-inbound-people"}
    for told in people["texts"].values():
        told["slug"] = "people"
    publish(people)
    html = page(client, "/vi/so-lieu/delegations-inbound-missions/")
    assert re.search(r'Chỉ tiêu cùng nhóm</h2>.*href="/vi/so-lieu/delegations-inbound-people/"', html, re.DOTALL)


def test_the_notes_of_a_report_are_folded_and_those_of_an_article_stand_open(portal: dict[str, Edition], client: Client) -> None:
    assert '<details class="part"><summary><h2>Gốc của con số' in page(client, REPORT[0])
    assert '<details class="part">' not in page(client, ARTICLE[0])


def test_the_key_table_writes_a_figure_as_the_text_has_it(portal: dict[str, Edition], client: Client) -> None:
    assert "khoảng 2,73 tỷ USD</td>" in page(client, REPORT[0]), "no sentence tells it"
    made = more.report()
    made["texts"]["vi"]["body"][1]["runs"] += runs(("khoảng ", "2.730 triệu USD", "f3"))
    publish(made)
    assert "Khoảng 2.730 triệu USD</td>" in page(client, REPORT[0])
