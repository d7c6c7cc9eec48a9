"""Every kind of staff page: who opens it, where it is, and what he does there before it is looked at."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import xlsxwriter
from playwright.sync_api import Page

PASSWORD = "demonstration"  # of everybody in the cast
DESK = "/lam-viec/"
VISIT = f"{DESK}delegations/"
LETTER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
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
        page.fill("input[name=username]", who)
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url(address + DESK)


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


def screens(page: Page, address: str) -> Iterator[Screen]:
    """All of them; the lists are those the first page of the desk offers."""
    sign_in(page, address, "binh")
    page.goto(address + DESK)
    lists = page.eval_on_selector_all(".desk-rooms a", "links => links.map(one => new URL(one.href).pathname)")
    yield from _doors()
    for place in lists:
        yield from _registry(page, address, place)
    yield from _ways_in()
    yield from _texts(page, address)
    yield from _shell()


def _doors() -> Iterator[Screen]:
    yield Screen("log-in", "", f"{DESK}login/")
    yield Screen("log-in refused", "", f"{DESK}login/", lambda page: _log_in(page, "nobody"))
    yield Screen("log-in without a desk", "", f"{DESK}login/", lambda page: _log_in(page, "lan"))
    for who in ("binh", "hanh", "toan", "vy", "son", "mau"):
        yield Screen(f"home of {who}", who, DESK)


def _registry(page: Page, address: str, place: str) -> Iterator[Screen]:
    name = place.removeprefix(DESK).strip("/")
    yield Screen(f"list {name}", "binh", place)
    page.goto(address + place)
    first = page.locator(".desk-table tbody th a")
    if first.count():
        row = str(first.first.get_attribute("href"))
        yield Screen(f"record {name}", "binh", row)
        yield Screen(f"change {name}", "binh", f"{row}edit/")
    yield Screen(f"new {name}", "binh", f"{place}new/")
    yield Screen(f"new {name} with errors", "binh", f"{place}new/", _save)
    if place == VISIT and first.count():
        yield Screen("list narrowed", "binh", f"{place}?q=doan&sort=oldest&direction=inbound")
        yield Screen("list without answer", "binh", f"{place}?q=khongcogi")
        yield Screen("print", "binh", f"{place}print/?q=lao")
        yield Screen("withdrawal", "binh", f"{row}withdrawal/")
        yield Screen("withdrawal without reason", "binh", f"{row}withdrawal/", _save)
        yield Screen("undoing", "binh", f"{row}undoing/")
        yield Screen("not possible", "toan", f"{place}new/")
        yield Screen("not his record", "minh", row)


def _ways_in() -> Iterator[Screen]:
    yield Screen("letter", "binh", f"{VISIT}letter/")
    yield Screen("letter with errors", "binh", f"{VISIT}letter/", _save)
    yield Screen("letter kept", "binh", f"{VISIT}letter/", _register)
    yield Screen("import", "binh", f"{VISIT}import/")
    yield Screen("import without file", "binh", f"{VISIT}import/", _save)
    yield Screen("import matched", "binh", f"{VISIT}import/", lambda page: _send(page, GOOD))
    yield Screen("import tried", "binh", f"{VISIT}import/", lambda page: _try(page, GOOD))
    yield Screen("import faulty", "binh", f"{VISIT}import/", lambda page: _try(page, FAULTY))


def _texts(page: Page, address: str) -> Iterator[Screen]:
    sign_in(page, address, "hanh")
    texts = f"{DESK}an-pham/"
    page.goto(address + texts)
    found = page.eval_on_selector_all(".ngoaivu-texts th a", "links => links.map(one => new URL(one.href).pathname)")
    releases = [one for one in found if "/ban-phat-hanh/" in one]
    report = next(one for one in found if "/year-" in one)
    yield Screen("texts", "hanh", texts)
    for who in ("hanh", "toan", "vy"):
        yield Screen(f"text for {who}", who, report)
    yield Screen("preview", "hanh", f"{report}xem/vi/")
    yield Screen("new report", "hanh", f"{texts}moi/")
    yield Screen("new report with errors", "hanh", f"{texts}moi/", _save)
    yield Screen("figures that lapsed", "hanh", f"{texts}con-so-khong-con-dung/")
    yield Screen("new item", "vy", f"{texts}tin-moi/")
    yield Screen("new item with errors", "vy", f"{texts}tin-moi/", _save)
    yield Screen("release", "toan", releases[0])
    yield Screen("text waiting", "hanh", f"{texts}moi/", _draft)
    yield Screen("text to decide", "toan", f"{texts}year-2021/")
    page.goto(address + report)
    editor = str(page.locator("a[href*='/pages/']").first.get_attribute("href"))
    yield Screen("editor", "hanh", editor)
    yield Screen("editor choosing a figure", "hanh", editor, _choose)


def _shell() -> Iterator[Screen]:
    yield Screen("account", "binh", f"{DESK}account/")
    yield Screen("password", "binh", f"{DESK}account/", lambda page: page.get_by_role("tab").last.click())
    yield Screen("keys", "binh", DESK, lambda page: page.keyboard.press("?"))
    yield Screen("shell closed", "binh", f"{DESK}pages/", ends=DESK)
    yield Screen("not there", "binh", f"{DESK}khong-co/")
    yield Screen("no such record", "binh", f"{VISIT}99999999/")
    yield Screen("not his to draft", "toan", f"{DESK}an-pham/moi/")


def _choose(page: Page) -> None:
    page.wait_for_selector(".ngoaivu-row", state="attached")
    page.locator(".public-DraftEditor-content").first.click()
    page.locator("[data-action='ngoaivu-figures#insert']").dispatch_event("click")
    page.wait_for_selector("dialog[data-dialog=choose][open]")


def _save(page: Page) -> None:
    page.locator("main form[method=post] button[type=submit]").first.click()
    page.wait_for_load_state()


def _log_in(page: Page, who: str) -> None:
    page.fill("input[name=username]", who)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_load_state()


def _register(page: Page) -> None:
    page.set_input_files("input[name=scan]", {"name": "cong-van.pdf", "mimeType": "application/pdf", "buffer": LETTER})
    told = {"number": "125/CV-HN", "issued": "02/03/2026", "issuer": "Hội Hữu nghị", "country": "Lào", "when": "10/03/2026", "until": "12/03/2026"}
    for name, words in {**told, "persons": "9"}.items():
        page.fill(f"input[name={name}]", words)
    page.check("input[name=movement][value=inbound-foreign]")
    page.select_option("select[name=state]", "held")
    _save(page)


def _sheet(rows: list[list[object]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet()
    for number, row in enumerate([HEAD, *rows]):
        sheet.write_row(number, 0, row)
    book.close()
    return target.getvalue()


def _send(page: Page, rows: list[list[object]]) -> None:
    page.set_input_files("input[name=file]", {"name": "doan.xlsx", "mimeType": "application/octet-stream", "buffer": _sheet(rows)})
    _save(page)


def _try(page: Page, rows: list[list[object]]) -> None:
    _send(page, rows)
    page.locator("main form[data-progress] button[type=submit]").last.click()
    page.wait_for_load_state()


def _draft(page: Page) -> None:
    page.select_option("select[name=outline]", "year")
    page.fill("input[name=first]", "2021")
    page.fill("input[name=last]", "2021")
    _save(page)
    page.locator("form[action$='/trinh-duyet/'] button").click()
    page.wait_for_load_state()
