"""An officer's work in the browser: a visit registered from its letter, a report from draft to release, and what a correction moves."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Installation, sign_in

pytestmark = pytest.mark.journey
LETTER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def first_figure(page: Page, installation: Installation, language: str) -> str:
    """What the draft of the yearly report says first, as readers would see it."""
    page.goto(f"{installation.address}/lam-viec/an-pham/year-2026/xem/{language}/")
    return page.locator("main p").filter(has_text=re.compile("2026")).filter(has_text=re.compile("đoàn|delegation")).first.inner_text()


def register(page: Page, installation: Installation, folder: Path, month: int = 3) -> None:
    """Register a visit of nine people, in a month of 2026, with nothing but its letter."""
    scan = folder / "cong-van.pdf"
    scan.write_bytes(LETTER)
    page.goto(f"{installation.address}/lam-viec/delegations/letter/")
    page.set_input_files("input[name=scan]", scan)
    page.fill("input[name=number]", "125/CV-HN")
    page.fill("input[name=issued]", f"02/{month:02}/2026")
    page.fill("[name=issuer]", "Hội Hữu nghị Việt Nam - Lào")
    page.check("input[name=movement][value=inbound-foreign]")
    page.fill("input[name=country]", "Lào")
    page.fill("input[name=when]", f"10/{month:02}/2026")
    page.fill("input[name=until]", f"12/{month:02}/2026")
    page.fill("input[name=persons]", "9")
    page.select_option("select[name=state]", "held")
    page.get_by_role("button", name="Lưu vào sổ").click()
    page.wait_for_load_state()


def test_a_visit_moves_the_draft_in_both_languages_and_not_the_release(page: Page, installation: Installation, tmp_path: Path) -> None:
    sign_in(page, installation, "hanh")
    page.goto(f"{installation.address}/lam-viec/an-pham/moi/")
    page.select_option("select[name=outline]", "year")
    page.fill("input[name=first]", "2026")
    page.fill("input[name=last]", "2026")
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/an-pham/year-2026/")
    before = {language: first_figure(page, installation, language) for language in ("vi", "en")}
    sealed = installation.ngoaivu("release", "list", "--json").stdout

    sign_in(page, installation, "binh")
    register(page, installation, tmp_path)
    expect(page.locator("main")).to_contain_text(re.compile("Đoàn khách nước ngoài"))

    sign_in(page, installation, "hanh")
    after = {language: first_figure(page, installation, language) for language in ("vi", "en")}
    for language in ("vi", "en"):
        assert after[language] != before[language]
    assert installation.ngoaivu("release", "list", "--json").stdout == sealed
    proved = installation.ngoaivu("release", "verify")
    assert proved.returncode == 0, proved.stdout


def test_a_report_goes_from_draft_to_release_by_two_people_and_out_as_a_paper(page: Page, installation: Installation) -> None:
    sign_in(page, installation, "hanh")
    page.goto(f"{installation.address}/lam-viec/an-pham/moi/")
    page.select_option("select[name=outline]", "year")
    page.fill("input[name=first]", "2022")
    page.fill("input[name=last]", "2022")
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/an-pham/year-2022/")
    page.get_by_role("button", name="Trình lãnh đạo duyệt").click()
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Duyệt và phát hành")).to_have_count(0)

    sign_in(page, installation, "toan")
    page.goto(f"{installation.address}/lam-viec/an-pham/year-2022/")
    page.get_by_label("Tôi đã đọc").check()
    page.get_by_role("button", name=re.compile("^Duyệt")).click()
    page.wait_for_load_state()
    expect(page.locator("body")).to_contain_text("phát hành")

    page.goto(f"{installation.address}/tinh-mau/vi/bao-cao/")
    page.get_by_role("link", name=re.compile("năm 2022")).click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="DOCX").click()
    assert Path(coming.value.path()).read_bytes()[:2] == b"PK"
    assert installation.ngoaivu("release", "verify").returncode == 0
