"""A pasted news item whose every figure is bound, quoted or waived, with the clicks and keys it takes.

The text is our retelling of the seed article. Its 29 figures are pasted; 21 clicks and 102 keys bind, quote or waive them all.
Figures of no indicator: «5 năm», the length of the term, twice, waived; the counters at the foot of the page (45, 1, 786362) and the
group of 15 countries of a related item, quoted from the article.
"""

import csv
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.site import ROOT
from tests.journeys.conftest import Installation, sign_in
from tests.journeys.writing import Officer

pytestmark = pytest.mark.journey
FOLDER = ROOT / "tests" / "indicators" / "figures" / "retelling"
TITLE, _, BODY = (FOLDER / "vi.txt").read_text("utf-8").partition("\n\n")
TABLE = [row[0] for row in csv.reader((FOLDER / "vi.tsv").open(encoding="utf-8"), delimiter="\t")]
QUOTED = ("45", "1", "786362", "15")
LOOSE = "[data-state=loose]"
SUPPORTED = f"{LOOSE}[data-verdict=supported]"
WAIVED = ("5 năm", "5 năm")
ALL_BOUND = "29 con số: 23 đã gắn; 4 trích dẫn; 2 được miễn."
FIVE_MINUTES = 300


@pytest.fixture(scope="module")
def item(browser: Browser, installation: Installation) -> Iterator[Page]:
    """The tab in which a news item is begun."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="vi", base_url=installation.address, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(30_000)
    expect.set_options(timeout=30_000)
    page = context.new_page()
    sign_in(page, installation, "vidu")
    begin(page, TITLE)
    yield page
    expect.set_options(timeout=5_000)
    context.close()


def begin(page: Page, title: str) -> None:
    """Begin a news item, from the list of texts."""
    page.goto("/lam-viec/an-pham/")
    page.get_by_role("link", name="Viết tin mới").click()
    page.get_by_label("Tiêu đề tiếng Việt").fill(title)
    page.get_by_role("button", name="Bắt đầu viết").click()
    page.wait_for_url("**/edit/**")


@pytest.fixture(scope="module")
def pasted(item: Page) -> list[str]:
    """The words of the figures listed once the text was pasted."""
    officer = Officer(item)
    officer.begin_body()
    officer.paste(BODY)
    expect(officer.rows()).to_have_count(len(TABLE))
    return officer.words()


@pytest.fixture(scope="module")
def bound(item: Page, pasted: list[str]) -> Officer:
    """The officer who bound, quoted or waived every figure, with his acts."""
    officer = Officer(item)
    officer.click(item.get_by_role("button", name=re.compile("^Gắn tất cả con số đã chắc")))
    expect(item.locator(".ngoaivu-said")).to_contain_text("Đã gắn")
    expect(item.get_by_role("button", name="Gắn tất cả con số đã chắc")).to_be_hidden()
    while officer.rows(SUPPORTED).count():
        loose = officer.rows(LOOSE).count()
        officer.click(officer.rows(SUPPORTED).first.locator("[data-act=bind]").first)
        officer.awaits("loose", loose - 1)
    assert officer.words(LOOSE) == [*WAIVED, *QUOTED]
    for words in QUOTED:
        officer.quote(words, "chân trang")
    for words in WAIVED:
        officer.waive(words, "Độ dài của nhiệm kỳ")
    expect(officer.counts).to_have_text(ALL_BOUND)
    expect(item.get_by_text("Chưa có bản tiếng Anh")).to_be_visible()
    return officer


def test_every_figure_of_a_pasted_text_is_listed(pasted: list[str]) -> None:
    assert [(words, told) for words, told in zip(pasted, TABLE, strict=True) if not told.startswith(words)] == []


def test_an_officer_binds_them_all_in_five_minutes(bound: Officer) -> None:
    print(bound.told)
    assert bound.seconds <= FIVE_MINUTES, bound.told
