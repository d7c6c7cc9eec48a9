"""Lists in the browser: the print is printed by its button, which is not on the paper."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Installation, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("installation")]
DELEGATIONS = "/lam-viec/delegations/"


def test_a_list_is_printed_by_its_button_which_is_not_on_the_paper(page: Page, installation: Installation) -> None:
    sign_in(page, installation, "binh")
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    page.goto(f"{installation.address}{DELEGATIONS}print/?q=lao&order=oldest")
    button = page.get_by_role("button", name="In", exact=True)
    button.click()
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    expect(button).to_be_hidden()
    expect(page.get_by_role("link", name="Về danh sách")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Về danh sách").click()
    page.wait_for_url(f"**{DELEGATIONS}?q=lao&order=oldest")


def test_without_scripts_the_print_shows_no_button_that_does_nothing(browser: Browser, page: Page, installation: Installation) -> None:
    sign_in(page, installation, "binh")
    still = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    try:
        plain = still.new_page()
        plain.goto(f"{installation.address}{DELEGATIONS}print/")
        expect(plain.get_by_role("link", name="Về danh sách")).to_be_visible()
        expect(plain.get_by_role("button")).to_have_count(0)
    finally:
        still.close()
