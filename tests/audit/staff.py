"""Every kind of staff page: who opens it, where it is, and what he does there before it is looked at."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.audit import item
from tests.audit.acts import (
    COMING,
    DESK,
    FAULTY,
    GOOD,
    VISIT,
    Screen,
    bring_in,
    explain,
    log_in,
    press,
    read_scan,
    register,
    save,
    send,
    sign_in,
    try_out,
)

TEXTS = f"{DESK}an-pham/"
WAITING = f"{TEXTS}year-2021/"


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
    yield from item.life()


def _doors() -> Iterator[Screen]:
    yield Screen("log-in", "", f"{DESK}login/")
    yield Screen("log-in refused", "", f"{DESK}login/", lambda page: log_in(page, "nobody"))
    yield Screen("log-in without a desk", "", f"{DESK}login/", lambda page: log_in(page, "lan"))
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
    yield Screen(f"new {name} with errors", "binh", f"{place}new/", save)
    if place == VISIT and first.count():
        yield Screen("list narrowed", "binh", f"{place}?q=doan&order=oldest&direction=inbound")
        yield Screen("list without answer", "binh", f"{place}?q=khongcogi")
        yield Screen("print", "binh", f"{place}print/?q=lao")
        yield Screen("withdrawal", "binh", f"{row}withdrawal/")
        yield Screen("withdrawal without reason", "binh", f"{row}withdrawal/", save)
        yield Screen("undoing", "binh", f"{row}undoing/")
        yield Screen("withdrawn", "binh", f"{row}withdrawal/", explain)
        yield Screen("record withdrawn", "binh", row)
        yield Screen("bringing back", "binh", f"{row}undoing/")
        yield Screen("brought back", "binh", f"{row}undoing/", explain)
        yield Screen("not possible", "toan", f"{place}new/")
        yield Screen("not his record", "minh", row)


def _ways_in() -> Iterator[Screen]:
    yield Screen("letter", "binh", f"{VISIT}letter/")
    yield Screen("letter with errors", "binh", f"{VISIT}letter/", save)
    yield Screen("letter read", "binh", f"{VISIT}letter/", read_scan)
    yield Screen("letter kept", "binh", f"{VISIT}letter/", lambda page: register(page, COMING))
    yield Screen("letter registered already", "binh", f"{VISIT}letter/", lambda page: register(page, COMING))
    yield Screen("import", "binh", f"{VISIT}import/")
    yield Screen("import without file", "binh", f"{VISIT}import/", save)
    yield Screen("import matched", "binh", f"{VISIT}import/", lambda page: send(page, GOOD))
    yield Screen("import tried", "binh", f"{VISIT}import/", lambda page: try_out(page, GOOD))
    yield Screen("import faulty", "binh", f"{VISIT}import/", lambda page: try_out(page, FAULTY))
    yield Screen("import written", "binh", f"{VISIT}import/", lambda page: bring_in(page, GOOD))


def _texts(page: Page, address: str) -> Iterator[Screen]:
    sign_in(page, address, "hanh")
    page.goto(address + TEXTS)
    found = page.eval_on_selector_all(".ngoaivu-texts th a", "links => links.map(one => new URL(one.href).pathname)")
    releases = [one for one in found if "/ban-phat-hanh/" in one]
    report = next(one for one in found if "/year-" in one)
    yield Screen("texts", "hanh", TEXTS)
    for who in ("hanh", "toan", "vy"):
        yield Screen(f"text for {who}", who, report)
    yield Screen("preview", "hanh", f"{report}xem/vi/")
    page.goto(f"{address}{report}xem/vi/")
    behind = page.eval_on_selector_all("a[href*='/ho-so-sau-con-so/']", "links => links.map(one => one.getAttribute('href'))")
    yield Screen("rows behind a figure", "hanh", behind[0])
    yield Screen("rows behind the last figure", "hanh", behind[-1])
    yield Screen("new report", "hanh", f"{TEXTS}moi/")
    yield Screen("new report with errors", "hanh", f"{TEXTS}moi/", save)
    yield Screen("new report that stands", "hanh", f"{TEXTS}moi/", lambda page: _draft(page, re.findall(r"\d{4}", report)[0]))
    yield Screen("figures that lapsed", "hanh", f"{TEXTS}con-so-khong-con-dung/")
    yield Screen("new item", "vy", f"{TEXTS}tin-moi/")
    yield Screen("new item with errors", "vy", f"{TEXTS}tin-moi/", save)
    yield Screen("release", "toan", releases[0])
    yield Screen("text waiting", "hanh", f"{TEXTS}moi/", _submit)
    yield Screen("text to decide", "toan", WAITING)
    yield Screen("text's saved drafts", "hanh", f"{WAITING}da-luu/vi/")
    yield Screen("text returned", "toan", WAITING, lambda page: press(page, f"{WAITING}quyet-dinh/", why="Thiếu số liệu quý IV."))
    yield Screen("release withdrawn", "toan", releases[0], lambda page: press(page, f"{releases[0]}rut/", why="Nhầm kỳ báo cáo."))
    page.goto(address + report)
    editor = str(page.locator("a[href*='/pages/']").first.get_attribute("href"))
    yield Screen("editor", "hanh", editor)
    yield Screen("editor choosing a figure", "hanh", editor, _choose)


def _shell() -> Iterator[Screen]:
    yield Screen("account", "binh", f"{DESK}account/")
    yield Screen("password", "binh", f"{DESK}account/", lambda page: page.get_by_role("tab").last.click())
    yield Screen("keys", "binh", DESK, lambda page: page.keyboard.press("?"))
    yield Screen("shell closed", "binh", f"{DESK}pages/", ends=TEXTS)
    yield Screen("not there", "binh", f"{DESK}khong-co/")
    yield Screen("no such record", "binh", f"{VISIT}99999999/")
    yield Screen("not his to draft", "toan", f"{DESK}an-pham/moi/")


def _choose(page: Page) -> None:
    page.wait_for_selector(".ngoaivu-row", state="attached")
    page.locator(".public-DraftEditor-content").first.click()
    page.locator("[data-action='ngoaivu-figures#insert']").dispatch_event("click")
    page.wait_for_selector("dialog[data-dialog=choose][open]")


def _draft(page: Page, year: str) -> None:
    page.select_option("select[name=outline]", "year")
    page.fill("input[name=first]", year)
    page.fill("input[name=last]", year)
    save(page)


def _submit(page: Page) -> None:
    _draft(page, "2021")
    press(page, f"{WAITING}trinh-duyet/")
