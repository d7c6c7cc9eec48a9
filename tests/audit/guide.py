"""Pictures of the officer's guide: one news item from its first words to a figure that no longer holds, every step taken as people take it.

The figures typed are those of the demonstration: 66 delegations and 3 of them from Laos in 2024 are right, 25 journeys are not.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.audit import site, staff
from tests.audit.looking import SETTLED

DOCS = site.ROOT / "docs" / "pictures"
TEXTS = f"{staff.DESK}an-pham/"
TITLE = "Tỉnh Mẫu đón 66 đoàn khách nước ngoài năm 2024"
LEAD = (
    "Năm 2024, Tỉnh Mẫu đón 66 đoàn khách nước ngoài, trong đó có 3 đoàn từ Lào. Tỉnh cử 25 đoàn ra nước ngoài công tác. "
    "Đến hết năm 2024, tỉnh có 131 dự án đầu tư nước ngoài. Hội nghị dự kiến đón 90 đại biểu."
)
LATE = {"number": "18/CV-HN", "issued": "02/12/2024", "issuer": "Hội Hữu nghị", "country": "Lào", "when": "03/12/2024", "until": "05/12/2024"}
# Text and a few hues: more colours are not seen, and cost three times the bytes.
COLOURS = 128


def pictures(browser: Browser, address: str) -> Iterator[Path]:
    """Take them all, in the order of the guide."""
    context = browser.new_context(viewport={"width": 1280, "height": 1200}, reduced_motion="reduce")
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    yield from _writing(page, address)
    yield from _deciding(page, address)
    yield _lapsing(page, address)
    context.close()


def _writing(page: Page, address: str) -> Iterator[Path]:
    """The specialist begins an item, types it and works through the panel."""
    staff.sign_in(page, address, "binh")
    page.goto(f"{address}{TEXTS}tin-moi/")
    page.fill("input[name=title_vi]", TITLE)
    page.locator("main form[method=post] button[type=submit]").click()
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type(LEAD)
    expect(page.locator(".ngoaivu-counts")).to_contain_text("6 con số")
    page.get_by_role("button", name=re.compile(r"^Gắn tất cả")).click()
    _quote(page)
    _waive(page)
    _save(page)
    page.reload()
    expect(page.locator(".ngoaivu-counts")).to_contain_text("6 con số")
    yield _keep(page, "panel")
    _row(page, "25").get_by_role("button", name="Tìm chỉ tiêu").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[data-part=preview]")).to_contain_text("Sẽ đọc là")
    yield _keep(dialog, "chooser")
    page.keyboard.press("Escape")


def _row(page: Page, words: str) -> Locator:
    """The row of a figure of the lead."""
    return page.locator(".ngoaivu-row").filter(has=page.get_by_role("button", name=re.compile(f"^Đến chỗ .*{words}"))).last


def _quote(page: Page) -> None:
    _row(page, "131").get_by_role("button", name="Trích dẫn").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("08/2025")
    expect(dialog.get_by_role("radio")).to_have_count(1)
    dialog.locator("[data-part=place]").fill("tr. 3")
    dialog.get_by_role("button", name="Trích dẫn").click()
    expect(dialog).to_be_hidden()


def _waive(page: Page) -> None:
    _row(page, "90").get_by_role("button", name=re.compile("^Miễn")).click()
    dialog = page.get_by_role("dialog")
    dialog.locator("[data-part=reason]").fill("Số dự kiến của ban tổ chức, chưa có trong sổ")
    dialog.get_by_role("button", name="Miễn").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".ngoaivu-row[data-state=waived]")).to_have_count(1)


def _save(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Control+s")


def _deciding(page: Page, address: str) -> Iterator[Path]:
    """The head of division has the English text made, is refused, answers for the figure, and publishes."""
    page.set_viewport_size({"width": 1280, "height": 640})
    staff.sign_in(page, address, "hanh")
    page.goto(address + TEXTS)
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("button", name="Chép sang tiếng Anh").click()
    page.wait_for_load_state()
    page.reload()
    yield _keep(page, "refused")
    page.locator("details.override summary").click()
    page.fill("details.override textarea", "Báo cáo của Đoàn kiểm tra ghi 25; sổ đang được bổ sung 5 đoàn.")
    yield _keep(page.locator("details.override form"), "override")
    page.get_by_role("button", name="Cho đăng các con số này").click()
    page.get_by_role("button", name="Đăng tin này").click()
    expect(page.locator("body")).to_contain_text("Đã đăng trên cổng.")


def _lapsing(page: Page, address: str) -> Path:
    """A delegation of that year is registered late, so that what was published no longer holds."""
    staff.sign_in(page, address, "binh")
    page.goto(f"{address}{staff.VISIT}letter/")
    page.set_input_files("input[name=scan]", {"name": "cong-van.pdf", "mimeType": "application/pdf", "buffer": staff.LETTER})
    for name, words in {**LATE, "persons": "9"}.items():
        page.fill(f"input[name={name}]", words)
    page.check("input[name=movement][value=inbound-foreign]")
    page.select_option("select[name=state]", "held")
    page.locator("main form[method=post] button[type=submit]").first.click()
    page.wait_for_load_state()
    page.set_viewport_size({"width": 1280, "height": 860})
    page.goto(f"{address}{TEXTS}con-so-khong-con-dung/")
    return _keep(page, "lapsed")


def _keep(seen: Page | Locator, name: str) -> Path:
    """A picture of a window or of a part of it, in few colours."""
    (seen if isinstance(seen, Page) else seen.page).wait_for_function(SETTLED)
    path = DOCS / f"{name}.png"
    seen.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    return path
