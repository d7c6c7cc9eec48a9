"""Pictures of the officer's guide: one news item from its first words to a figure that no longer holds, every step taken as people take it.

The item is the one whose life the audit looks at.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from tests.audit import acts, item, site
from tests.audit.looking import SETTLED

DOCS = site.ROOT / "docs" / "pictures"
# Text and a few hues: more colours are not seen, and cost three times the bytes.
COLOURS = 96
AIR = 24


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
    acts.sign_in(page, address, "binh")
    page.goto(f"{address}{item.TEXTS}tin-moi/")
    item.begin(page)
    page.get_by_role("button", name=re.compile(r"^Gắn tất cả")).click()
    _quote(page)
    _waive(page)
    item.keep(page)
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


def _deciding(page: Page, address: str) -> Iterator[Path]:
    """The head of division has the English text made, is refused, answers for the figure, and publishes."""
    page.set_viewport_size({"width": 1280, "height": 640})
    acts.sign_in(page, address, "hanh")
    page.goto(address + item.TEXTS)
    page.get_by_role("link", name=item.TITLE).click()
    page.get_by_role("button", name="Chép bản tiếng Việt sang bản tiếng Anh").click()
    page.wait_for_load_state()
    page.reload()
    yield _keep(page, "refused")
    item.translate(page)
    page.goto(f"{address}{item.ITEM}")
    item.answer(page)
    yield _keep(page, "override", _around(page.locator("details.override"), page.locator("details.override form")))
    page.get_by_role("button", name="Cho đăng các con số này").click()
    page.get_by_role("button", name="Đăng tin này").click()
    expect(page.locator("body")).to_contain_text("Đã đăng trên cổng.")


def _lapsing(page: Page, address: str) -> Path:
    """A delegation of that year is registered late, so that what was published no longer holds."""
    acts.sign_in(page, address, "binh")
    page.goto(f"{address}{acts.VISIT}letter/")
    acts.register(page, acts.LATE)
    page.set_viewport_size({"width": 1280, "height": 860})
    page.goto(address + item.LAPSED)
    return _keep(page, "lapsed")


def _around(tall: Locator, wide: Locator) -> FloatRect:
    """Where one thing stands, as wide as another within it, with the air around it."""
    tall.evaluate("one => one.scrollIntoView({block: 'center'})")
    height, width = tall.bounding_box(), wide.bounding_box()
    assert height and width
    return {"x": width["x"] - AIR, "y": height["y"] - AIR / 2, "width": width["width"] + 2 * AIR, "height": height["height"] + AIR}


def _keep(seen: Page | Locator, name: str, clip: FloatRect | None = None) -> Path:
    """A picture of a window or of a part of it, in few colours."""
    (seen if isinstance(seen, Page) else seen.page).wait_for_function(SETTLED)
    path = DOCS / f"{name}.png"
    if isinstance(seen, Page):
        seen.screenshot(path=path, clip=clip)
    else:
        seen.screenshot(path=path)
    return in_few_colours(path)


def in_few_colours(path: Path) -> Path:
    """The same picture at a third of its bytes: the colours of its surfaces as they are, and the rare ones far from them, a red dot's too."""
    whole = Image.open(path).convert("RGB")
    counted: list[tuple[int, tuple[int, int, int]]] = whole.getcolors(whole.width * whole.height)  # type: ignore[assignment]
    common = [colour for _number, colour in sorted(counted, reverse=True)[:COLOURS]]
    far = whole.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    rare = zip(far[::3], far[1::3], far[2::3], strict=True)
    # Of colours hardly to be told apart the first stands for all, for the search behind `palette` takes any of them.
    kept = {tuple(part >> 3 for part in colour): colour for colour in reversed([*common, *rare])}
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept.values() for part in colour])
    whole.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
    return path
