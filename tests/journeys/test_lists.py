"""Lists in the browser: the print is printed by its button, which is not on the paper; the boxes of a question stand in a row."""

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


@pytest.mark.parametrize("width", [360, 1280])
def test_the_boxes_of_a_question_stay_in_line_beside_an_error(page: Page, installation: Installation, width: int) -> None:
    sign_in(page, installation, "binh")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{installation.address}{DELEGATIONS}?when=31/02/2025&direction=sideways")
    expect(page.locator(".desk-question .desk-error")).to_have_count(2)
    for pair in (("#id_q", "#id_when"), ("#id_direction", "#id_origin")):
        wrong, right = (page.locator(one).bounding_box() for one in pair)
        assert wrong is not None
        assert right is not None
        beside = wrong["x"] != right["x"]
        assert beside == (width == 1280)
        assert wrong["y"] == right["y"] if beside else wrong["y"] < right["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
