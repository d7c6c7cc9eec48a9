"""What people do at the desk before a page is looked at: log in, save, register a letter, send a list."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import xlsxwriter
from playwright.sync_api import Page

from tests.documents import pdfs

PASSWORD = "demonstration"  # of everybody in the cast
DESK = "/lam-viec/"
VISIT = f"{DESK}delegations/"
LETTER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
VISITORS = {"issuer": "Hội Hữu nghị", "country": "Lào", "persons": "9"}
COMING = VISITORS | {"number": "125/CV-HN", "issued": "02/03/2026", "when": "10/03/2026", "until": "12/03/2026"}
# Registered after its year was told in a text.
LATE = VISITORS | {"number": "18/CV-HN", "issued": "02/12/2024", "when": "03/12/2024", "until": "05/12/2024"}
READABLE = """HỘI HỮU NGHỊ VIỆT NAM - LÀO
Số: 126/CV-HN
Tỉnh Mẫu, ngày 04 tháng 3 năm 2026
V/v đoàn tỉnh Khăm Muộn đến thăm
Kính gửi: Sở Ngoại vụ.
Hội xin thông báo đoàn tỉnh Khăm Muộn (Lào) gồm 12 người đến thăm từ ngày 20 tháng 3 năm 2026 đến ngày 22 tháng 3 năm 2026.
"""
HEAD = ["Tên đoàn", "Chiều", "Nước", "Từ ngày", "Đến ngày", "Số người"]
GOOD = [["Đoàn Khăm Muộn", "inbound", "Lào", "05/7/2018", "07/7/2018", 12]]
FAULTY = [["Đoàn không nước", "inbound", "Nước không có", "31/2/2018", "", -4]]


@dataclass(frozen=True)
class Screen:
    """A page of the desk; with `act` it is what an act leads to, and reading its address again would not bring it back.

    `ends` is where a refused person is led instead.
    """

    kind: str
    who: str
    at: str
    act: Callable[[Page], None] | None = None
    ends: str = ""


def sign_in(page: Page, address: str, who: str) -> None:
    """Log in as one of the cast, leaving whoever was there; nobody for an empty name."""
    page.context.clear_cookies()
    if who:
        page.goto(f"{address}{DESK}login/")
        log_in(page, who)
        page.wait_for_url(address + DESK)


def log_in(page: Page, who: str) -> None:
    """Fill in the log-in and send it."""
    page.fill("input[name=username]", who)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_load_state()


def reach(page: Page, address: str, screen: Screen) -> str:
    """Go there and act; what is wrong with where that leads, if anything."""
    answer = page.goto(address + screen.at)
    if answer is None or answer.status >= 500:
        return "is broken"
    if page.url != address + (screen.ends or screen.at):
        return f"leads to {page.url.removeprefix(address)}"
    if screen.act:
        screen.act(page)
    return ""


def save(page: Page) -> None:
    """Send the form of the page."""
    page.locator("main form[method=post] button[type=submit]:visible").first.click()
    page.wait_for_load_state()


def press(page: Page, action: str, why: str = "") -> None:
    """Send the form that leads to an address, with a reason where it asks for one."""
    form = f"main form[action='{action}']"
    if why:
        form += ":has([name=why])"
        page.fill(f"{form} [name=why]", why)
    page.locator(f"{form} button[type=submit]").first.click()
    page.wait_for_load_state()


def explain(page: Page) -> None:
    """Give the reason a page asks for, and send it."""
    page.locator("main form [name=why]").first.fill("Trùng với hồ sơ đã có.")
    save(page)


def attach(page: Page, content: bytes = LETTER) -> None:
    """Put a scan into the form."""
    page.set_input_files("input[name=scan]", {"name": "cong-van.pdf", "mimeType": "application/pdf", "buffer": content})


def read_scan(page: Page) -> None:
    """Have a readable letter fill in the form."""
    attach(page, pdfs.written(READABLE))
    page.wait_for_selector("[data-read]")


def register(page: Page, told: dict[str, str]) -> None:
    """Register a delegation from a letter."""
    attach(page)
    for name, words in told.items():
        page.fill(f"[name={name}]", words)
    page.check("input[name=movement][value=inbound-foreign]")
    page.select_option("select[name=state]", "held")
    save(page)


def send(page: Page, rows: list[list[object]]) -> None:
    """Send a list to be imported."""
    page.set_input_files("input[name=file]", {"name": "doan.xlsx", "mimeType": "application/octet-stream", "buffer": _sheet(rows)})
    save(page)


def try_out(page: Page, rows: list[list[object]]) -> None:
    """Send a list and have it tried out."""
    send(page, rows)
    page.locator("main form[data-progress] button[type=submit]").last.click()
    page.wait_for_load_state()


def bring_in(page: Page, rows: list[list[object]]) -> None:
    """Send a list, have it tried out and written."""
    try_out(page, rows)
    page.locator("button[name=confirm]").click()
    page.wait_for_load_state()


def _sheet(rows: list[list[object]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet()
    for number, row in enumerate([HEAD, *rows]):
        sheet.write_row(number, 0, row)
    book.close()
    return target.getvalue()
