"""A reader of the demonstration at 360 px: from a figure of the yearly report to its records, the other language, a search without marks."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Installation

pytestmark = pytest.mark.journey


@pytest.fixture
def telephone(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi")
    context.set_default_timeout(30_000)
    return context.new_page()


def test_a_computed_figure_opens_its_records(telephone: Page, installation: Installation) -> None:
    telephone.goto(f"{installation.address}/tinh-mau/vi/bao-cao/")
    telephone.get_by_role("link", name=re.compile("năm 2024")).first.click()
    telephone.locator("a.so").first.click()
    note = telephone.get_by_role("dialog")
    expect(note).to_be_visible()
    note.get_by_role("link", name=re.compile("hồ sơ")).first.click()
    expect(telephone.locator("main table tbody tr, main li").first).to_be_visible()
    assert telephone.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_report_is_read_in_the_other_language(telephone: Page, installation: Installation) -> None:
    telephone.goto(f"{installation.address}/vi/bao-cao/")
    telephone.get_by_role("link", name=re.compile("nhiệm kỳ")).first.click()
    telephone.get_by_role("link", name="English").first.click()
    expect(telephone.locator("h1")).to_contain_text("external relations")
    expect(telephone.locator("main")).to_contain_text("131 projects")


def test_a_search_without_marks_finds_the_figure_and_the_text(telephone: Page, installation: Installation) -> None:
    telephone.goto(f"{installation.address}/vi/tim/?q=kieu+hoi")
    expect(telephone.locator("main")).to_contain_text("Kiều hối")
