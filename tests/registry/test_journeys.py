"""An officer in a browser, with nothing but a letter: the visit is registered by keyboard, and the screen says what it moved."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit import site
from tests.cast import PASSWORD
from tests.documents import pdfs
from tests.documents.test_letters import ABROAD

pytestmark = pytest.mark.journey
PREPARE = (
    "import django; django.setup()\n"
    "from django.core.management import call_command\n"
    "from ngoaivu.config.catalogue import build_catalogues\n"
    "build_catalogues(); call_command('migrate', verbosity=0)\n"
    "from tests.cast import assemble\n"
    "assemble(); call_command('collectstatic', interactive=False, verbosity=0)\n"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home: Path = tmp_path_factory.mktemp("desk")
    subprocess.run([sys.executable, "-c", PREPARE], env=site.environment(home), cwd=site.ROOT, check=True)
    with site.served(home) as served:
        yield served


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/lam-viec/")
    page.get_by_label("Tên đăng nhập").fill("binh")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Ghi đoàn từ công văn").click()
    yield page
    context.close()


def type_on(page: Page, *texts: str) -> None:
    """Type into one input after the other."""
    for text in texts:
        page.keyboard.type(text)
        page.keyboard.press("Tab")


def test_a_visit_is_registered_from_its_letter_by_keyboard(page: Page, tmp_path: Path) -> None:
    scan = tmp_path / "cong-van.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    page.locator("input[type=file]").set_input_files(scan)
    page.get_by_label("Số, ký hiệu").focus()
    type_on(page, "25/CV-VPKM", "03/11/2019", "Văn phòng tỉnh Khăm Muộn", "")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    type_on(page, "Cơ quan Khăm Muộn")
    expect(page.get_by_label("Loại đối tác mới")).to_be_visible()
    page.get_by_label("Nước", exact=True).focus()
    page.keyboard.type("lao")
    page.keyboard.press("Enter")
    page.get_by_label("Ngày bắt đầu").focus()
    type_on(page, "12-14/11/2019", "", "11")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="Lưu vào sổ").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Chưa có “Cơ quan Khăm Muộn” trong sổ đối tác")
    expect(page.get_by_text("Bản quét cong-van.pdf đã được giữ lại")).to_be_visible()
    expect(page.locator(".desk-chooser output")).to_have_text("cong-van.pdf")
    page.get_by_label("Loại đối tác mới").select_option("locality")
    page.get_by_role("button", name="Lưu vào sổ").press("Enter")
    expect(page.get_by_role("main").locator("[role=status].desk-kept")).to_contain_text("Đoàn Cơ quan Khăm Muộn (Lào)")
    moved = page.get_by_role("region", name="Các con số thay đổi")
    expect(moved.get_by_role("rowheader", name="Đoàn khách nước ngoài đến tỉnh, năm 2019")).to_be_visible()
    page.get_by_role("link", name="Mở hồ sơ").click()
    expect(page.get_by_role("main")).to_contain_text("25/CV-VPKM")


def test_a_scan_that_can_be_read_needs_one_more_input_and_no_refused_save(page: Page, tmp_path: Path) -> None:
    scan = tmp_path / "cong-van.pdf"
    scan.write_bytes(pdfs.written(ABROAD.replace("2026", "2019")))
    page.locator("input[type=file]").set_input_files(scan)
    expect(page.get_by_text("hãy kiểm tra từng ô")).to_be_visible()
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("214/GY-IC")
    expect(page.locator(".desk-read")).to_have_count(12)
    expect(page.get_by_label("Đoàn nước ngoài đến tỉnh")).to_be_checked()
    page.get_by_label("Số người").fill("8")
    expect(page.locator(".desk-read")).to_have_count(11)
    page.get_by_label("Đoàn nước ngoài đến tỉnh").click()
    expect(page.locator(".desk-read")).to_have_count(11)
    page.get_by_role("combobox", name="Đối tác").fill("Thành phố Gwangyang")
    expect(page.get_by_label("Loại đối tác mới")).to_have_value("locality")
    page.get_by_role("button", name="Lưu vào sổ").click()
    expect(page.get_by_role("main").locator("[role=status].desk-kept")).to_contain_text("Đoàn thành phố Gwangyang (Hàn Quốc) thăm và làm việc")
