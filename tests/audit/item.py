"""The life of one news item at the desk, as screens: written, refused, let through, published, left behind by the registry, withdrawn.

Each screen stands on what the one before it did, so they are asked for together (`run.py item`), and after the other screens.
"""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from tests.audit.acts import DESK, LATE, VISIT, Screen, press, register, save
from tests.journeys.writing import retell

TEXTS = f"{DESK}an-pham/"
TITLE = "Tỉnh Mẫu đón 66 đoàn khách nước ngoài năm 2024"
KEY = "tinh-mau-don-66-doan-khach-nuoc-ngoai-nam-2024"
# The figures typed are those of the demonstration: 66 delegations and 3 of them from Laos in 2024 are right, 25 journeys are not.
LEAD = (
    "Năm 2024, Tỉnh Mẫu đón 66 đoàn khách nước ngoài, trong đó có 3 đoàn từ Lào. Tỉnh cử 25 đoàn ra nước ngoài công tác. "
    "Đến hết năm 2024, tỉnh có 131 dự án đầu tư nước ngoài. Hội nghị dự kiến đón 90 đại biểu."
)
# What stands around the figures, in English.
ENGLISH = {
    "Năm 2024, Tỉnh Mẫu đón": "In 2024 Tỉnh Mẫu received",
    "khách nước ngoài, trong đó có": "foreign guests, among them",
    "từ Lào. Tỉnh cử": "from Laos. It sent",
    "ra nước ngoài công tác. Đến hết năm 2024, tỉnh có": "abroad. At the end of 2024 it had",
    "đầu tư nước ngoài. Hội nghị": "of foreign investors. The conference",
    "đại biểu": "delegates",
}
FIGURES = 6
SETTLED = 2000  # milliseconds
REASON = "Báo cáo của Đoàn kiểm tra ghi 25; sổ đang được bổ sung 5 đoàn."
LAPSED = f"{TEXTS}con-so-khong-con-dung/"
ITEM = f"{TEXTS}{KEY}/"


def life() -> Iterator[Screen]:
    """All of it, in order."""
    yield Screen("item written", "hanh", f"{TEXTS}tin-moi/", begin)
    yield Screen("item bound", "hanh", ITEM, _bind)
    for act in ("search", "quote", "waive"):
        yield Screen(f"item at {act}", "hanh", ITEM, _dialog(act))
    yield Screen("item in one language", "hanh", ITEM)
    yield Screen("item refused", "hanh", ITEM, lambda page: press(page, f"{ITEM}chep/en/"))
    yield Screen("item translated", "hanh", ITEM, translate)
    yield Screen("item answered for", "hanh", ITEM, answer)
    yield Screen("item let through", "hanh", ITEM, _let_through)
    yield Screen("item published", "hanh", ITEM, lambda page: press(page, f"{ITEM}dang/"))
    yield Screen("item left behind", "binh", f"{VISIT}letter/", _late)
    yield Screen("item's report moved", "hanh", f"{TEXTS}year-2024/")
    yield Screen("item renewed", "hanh", LAPSED, lambda page: press(page, f"{ITEM}ban-moi/"))
    yield Screen("item to withdraw", "toan", ITEM)
    yield Screen("item withdrawn", "toan", ITEM, lambda page: press(page, f"{ITEM}rut/", why="Đăng nhầm ngày."))


def begin(page: Page) -> None:
    """Begin the item, type its lead, and keep it once every figure is read."""
    page.fill("input[name=title_vi]", TITLE)
    save(page)
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type(LEAD)
    read(page)
    keep(page)


def read(page: Page) -> None:
    """Wait until the panel has every figure."""
    page.wait_for_function("number => document.querySelectorAll('.ngoaivu-row').length === number", arg=FIGURES)


def keep(page: Page) -> None:
    """Save the draft, once the shell has saved by itself what was typed last: the two at once get in each other's way."""
    page.wait_for_timeout(SETTLED)
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    read(page)


def translate(page: Page) -> None:
    """Put the words around the figures into English."""
    page.locator("main a[href*='/pages/']").nth(1).click()
    read(page)
    title = page.locator("input[name=title]")
    title.fill(title.input_value().replace("đón", "received").replace("đoàn khách nước ngoài năm", "foreign delegations in"))
    for words, told in ENGLISH.items():
        retell(page, words, told)
    keep(page)


def answer(page: Page) -> None:
    """Open the form that lets figures through, and give the reason."""
    page.locator("details.override summary").click()
    page.fill("details.override textarea", REASON)


def _edit(page: Page) -> None:
    page.locator("main a[href*='/pages/']").first.click()
    read(page)


def _bind(page: Page) -> None:
    _edit(page)
    page.locator("[data-ngoaivu-figures-target=all]").click()
    page.wait_for_selector(".ngoaivu-row[data-state=bound]")
    keep(page)
    page.locator(".ngoaivu-row details summary").first.click()


def _dialog(act: str) -> Callable[[Page], None]:
    def open_it(page: Page) -> None:
        _edit(page)
        page.locator(f".ngoaivu-row[data-state=loose] [data-act={act}]").first.click()
        page.wait_for_selector("dialog[open]")

    return open_it


def _let_through(page: Page) -> None:
    answer(page)
    press(page, f"{ITEM}van-dang/")


def _late(page: Page) -> None:
    register(page, LATE)
    page.goto(re.sub(r"(//[^/]+)/.*", rf"\1{LAPSED}", page.url))
