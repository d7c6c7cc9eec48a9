"""A reader in a browser: from a figure to its rows, between the languages, by keyboard, without scripts, with a search."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.audit import site
from tests.audit.pages import PAGES

pytestmark = pytest.mark.journey
ARTICLE = PAGES["article"][0]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home: Path = tmp_path_factory.mktemp("portal")
    site.prepare(home)
    with site.served(home) as served:
        yield served


@pytest.fixture
def telephone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi")
    yield context
    context.close()


@pytest.fixture
def page(telephone: BrowserContext) -> Page:
    return telephone.new_page()


def test_a_reader_follows_a_figure_to_its_rows_and_changes_the_language(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(address)
    assert page.url.endswith("/vi/")
    page.get_by_role("link", name="Qua mùa hạn").click()
    figure = page.locator("#s1")
    figure.click()
    note = page.get_by_role("dialog")
    expect(note).to_be_visible()
    expect(note).to_contain_text("Hơn 800 đoàn")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(figure).to_be_focused()
    page.keyboard.press("Enter")
    note.get_by_role("link", name="2 hồ sơ làm căn cứ").click()
    expect(page.get_by_role("rowheader", name="Đoàn tỉnh bạn")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("rowheader", name="Delegation of a partner province")).to_be_visible()
    page.get_by_role("link", name="Through drought and pandemic").click()
    assert page.url.endswith(PAGES["article"][1])
    assert said == []


def test_everything_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + ARTICLE)
    page.locator("#s2").click()
    assert page.url.endswith("#n2")
    page.locator("#n2 .back").click()
    assert page.url.endswith("#s2")
    page.get_by_role("button", name="Trình đơn").click()
    page.get_by_role("navigation", name="Mục chính").get_by_role("link", name="Số liệu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Số liệu")
    context.close()


def test_search_forgives_missing_marks_and_knows_numbers(page: Page, address: str) -> None:
    page.goto(f"{address}/vi/tim/")
    page.get_by_role("main").get_by_role("searchbox").fill("trong xoai")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Bàn chuyện trồng xoài")).to_be_visible()
    page.get_by_role("main").get_by_role("searchbox").fill("2,73")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="khoảng 2,73 tỷ USD").click()
    expect(page.get_by_role("main")).to_contain_text("không giữ từng hồ sơ")


def test_the_size_of_the_text_is_remembered(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    before = page.locator(".lead").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    page.get_by_label("lớn").check()
    page.reload()
    after = page.locator(".lead").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert after > before * 1.15


def test_a_reader_is_counted_and_sees_it(page: Page, address: str) -> None:
    page.set_extra_http_headers({"User-Agent": "Mozilla/5.0 Firefox/140.0"})
    page.goto(f"{address}/en/counting/")
    numbers = [int(one.replace(",", "")) for one in page.locator("main dd").all_inner_texts()]
    assert 1 <= numbers[0] <= numbers[1] <= numbers[2]
    assert page.context.cookies() == []
