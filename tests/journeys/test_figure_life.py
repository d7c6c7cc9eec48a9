"""The life of a figure in the browser: chosen, carried along, put into English, held back, answered for, published, and left behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Installation, sign_in
from tests.journeys.test_editor_flow import begin
from tests.journeys.test_officer import register
from tests.journeys.writing import Officer, retell

pytestmark = pytest.mark.journey
TITLE = "Khách Lào đến thăm trong năm"
TEXTS = "/lam-viec/an-pham/"
VISITORS = "Lượt khách nước ngoài theo đoàn"
ITEM = f"{TEXTS}khach-lao-den-tham-trong-nam/"
PUBLISH = "Đăng tin này"
REASON = "Số của Sở Kế hoạch và Đầu tư, chờ văn bản"
CORRECTION = "Thêm ba người theo danh sách của khách sạn"
UNTRANSLATED = "chưa được dịch sang tiếng Anh"
BOUND = ".public-DraftEditor-content .ngoaivu-figure"


@dataclass
class Item:
    """The tab of the head of division who writes, the visit of nine people behind the figure, the editor and the figure's first value."""

    page: Page
    visit: str
    editor: str
    people: int


@pytest.fixture(scope="module")
def item(browser: Browser, installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Item]:
    """A visit is registered, a news item begun, and the year's visitors chosen into its first sentence."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="vi", base_url=installation.address, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    sign_in(page, installation, "hanh")
    register(page, installation, tmp_path_factory.mktemp("letter"), month=4)
    page.get_by_role("link", name="Mở hồ sơ").click()
    visit = page.url
    people = write(page)
    yield Item(page, visit, page.url, people)
    context.close()


def write(page: Page) -> int:
    """Write one sentence with a chosen figure and one that is only typed; how many visitors the chosen one tells."""
    begin(page, TITLE)
    officer = Officer(page)
    officer.begin_body()
    officer.type("Tỉnh đón ")
    page.get_by_role("button", name="Chèn con số").click()
    dialog = page.get_by_role("dialog", name="Chèn con số")
    page.keyboard.type("luot khach nuoc ngoai theo doan")
    expect(dialog.get_by_role("radio", name=VISITORS)).to_be_checked()
    dialog.get_by_label("Loại kỳ").select_option("year")
    dialog.get_by_role("textbox", name="Kỳ", exact=True).fill("2026")
    told = dialog.locator("[data-part=preview]")
    expect(told).to_contain_text(re.compile(r"Sẽ đọc là “\d+ lượt người”, năm 2026"))
    people = int(re.findall(r"“(\d+)", told.inner_text())[0])
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    officer.type(" và có 41 dự án.")
    expect(officer.counts).to_contain_text("2 con số: 1 đã gắn; 1 chưa gắn")
    officer.save()
    return people


@pytest.fixture(scope="module")
def english(item: Item) -> Item:
    """The item copied into English, refused while its words are Vietnamese, and translated around its figures."""
    page = item.page
    page.goto(ITEM)
    page.get_by_role("button", name="Chép bản tiếng Việt sang bản tiếng Anh").click()
    expect(page.locator("main")).to_contain_text(UNTRANSLATED)
    page.get_by_role("row").nth(1).get_by_role("link", name="Sửa nội dung").click()
    page.locator("input[name=title]").fill("Lao visitors this year")
    retell(page, "Tỉnh đón", "The province received")
    retell(page, "và có 41 dự án", "and has 41 projects")
    Officer(page).save()
    return item


@pytest.fixture(scope="module")
def published(english: Item) -> Item:
    """Both languages on the portal, the typed figure answered for with a reason."""
    page = english.page
    page.goto(ITEM)
    expect(page.locator("main")).to_contain_text("Con số “41 dự án” được gõ tay")
    expect(page.get_by_role("button", name=PUBLISH)).to_have_count(0)
    page.get_by_text("Vẫn đăng, có lý do").click()
    page.get_by_label("Lý do").fill(REASON)
    page.get_by_role("button", name="Cho đăng các con số này").click()
    page.get_by_role("button", name=PUBLISH).click()
    expect(page.locator("body")).to_contain_text("Đã đăng trên cổng")
    return english


@pytest.fixture(scope="module")
def corrected(published: Item) -> Item:
    """Three people more came than the letter said."""
    page = published.page
    page.goto(published.visit)
    page.get_by_role("link", name="Sửa hồ sơ").click()
    page.get_by_label("Số người").fill("12")
    page.get_by_label("Lý do sửa").fill(CORRECTION)
    page.get_by_role("button", name=re.compile("^Lưu")).click()
    return published


def test_a_chosen_figure_travels_to_another_text(item: Item) -> None:
    item.page.goto(item.editor)
    item.page.locator(BOUND).first.click()
    item.page.keyboard.press("Control+a")
    item.page.keyboard.press("Control+c")
    other = item.page.context.new_page()
    begin(other, "Một tin khác về khách Lào")
    officer = Officer(other)
    officer.begin_body()
    other.keyboard.press("Control+v")
    expect(other.locator(BOUND)).to_contain_text("lượt người")
    expect(officer.counts).to_contain_text("2 con số: 1 đã gắn")
    officer.save()
    other.close()


def test_the_copy_in_english_tells_the_same_figure_in_english(english: Item) -> None:
    page = english.page
    page.goto(ITEM)
    page.get_by_role("row").nth(1).get_by_role("link", name="Sửa nội dung").click()
    expect(page.locator(BOUND)).to_contain_text("person-trips")


def test_readers_see_who_answered_for_a_typed_figure(published: Item) -> None:
    page = published.page
    page.goto(ITEM)
    expect(page.locator("main")).to_contain_text(REASON)
    page.goto("/tinh-mau/vi/tin/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator("main")).to_contain_text(f"Tỉnh đón {published.people}")


def test_a_corrected_record_is_told_beside_the_published_figure(corrected: Item) -> None:
    page = corrected.page
    page.goto(f"{TEXTS}con-so-khong-con-dung/")
    told = page.get_by_role("listitem").filter(has_text=TITLE)
    expect(told).to_contain_text(f"“{corrected.people} lượt người”")
    expect(told).to_contain_text(f"{corrected.people + 3} lượt người (+3)")
    expect(told).to_contain_text(CORRECTION)
