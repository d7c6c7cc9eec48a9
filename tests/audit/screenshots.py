"""Pictures of pages: the few of docs/pictures from the demonstration, or any kinds asked for, to be looked at.

`python tests/audit/screenshots.py` makes the pictures of the documentation. With kinds it fills build/screenshots with public
pages of the tests' own world and staff pages of the demonstration: a telephone in the dark theme, a desk in the light one.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.audit import acts, guide, site, staff
from tests.audit.looking import SETTLED
from tests.audit.pages import PAGES

OUT = site.ROOT / "build" / "screenshots"
DOCS = site.ROOT / "docs" / "pictures"
WIDTHS = {360: "dark", 1280: "light"}


@dataclass(frozen=True)
class Picture:
    """A picture of the documentation: name, who sees the page, where it is, the link to follow, what stands on top, the window, the act."""

    name: str
    who: str
    at: str
    follow: str = ""
    top: str = ""
    size: tuple[int, int] = (1280, 860)
    theme: str = "light"
    act: Callable[[Page], None] | None = None


PICTURES = [
    Picture("report", "", "/vi/bao-cao/", "nhiệm kỳ 2015–2020", ".echo"),
    Picture("indicator", "", "/tinh-mau/vi/so-lieu/delegations-inbound-missions/"),
    Picture("telephone", "", "/vi/tin/", "bao nhiêu đoàn", size=(360, 722), theme="dark"),
    Picture("letter", "binh", f"{acts.VISIT}letter/", act=acts.read_scan),
]


def opened(browser: Browser, size: tuple[int, int], theme: str) -> BrowserContext:
    """A window of a size in a theme."""
    scheme = "dark" if theme == "dark" else "light"
    return browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce")


def document(browser: Browser, address: str) -> list[Path]:
    """The pictures of the documentation: one window each, then those of the officer's guide."""
    made = []
    for picture in PICTURES:
        context = opened(browser, picture.size, picture.theme)
        page = context.new_page()
        acts.sign_in(page, address, picture.who)
        page.goto(address + picture.at)
        if picture.follow:
            page.get_by_role("main").get_by_role("link", name=picture.follow).first.click()
        if picture.act:
            picture.act(page)
        if picture.top:
            page.locator(picture.top).first.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 48)")
        page.wait_for_function(SETTLED)
        made.append(DOCS / f"{picture.name}.png")
        page.screenshot(path=made[-1])
        guide.in_few_colours(made[-1])
        context.close()
    # Last, because it writes: the windows above show the demonstration as it was loaded.
    return [*made, *guide.pictures(browser, address)]


def keep(page: Page, name: str) -> Path:
    """The whole page as it stands."""
    OUT.mkdir(parents=True, exist_ok=True)
    page.wait_for_function(SETTLED)
    path = OUT / f"{name.replace(' ', '-').replace('/', '-')}.png"
    page.screenshot(path=path, full_page=True)
    return path


def public(browser: Browser, address: str, kinds: list[str]) -> list[Path]:
    """Public pages in both languages."""
    made = []
    for width, theme in WIDTHS.items():
        page = opened(browser, (width, 900), theme).new_page()
        for kind in kinds:
            for place in PAGES[kind]:
                page.goto(address + place)
                made.append(keep(page, f"{kind}-{'en' if '/en/' in place else 'vi'}-{width}-{theme}"))
    return made


def desk(browser: Browser, address: str, kinds: list[str]) -> list[Path]:
    """Staff pages in Vietnamese."""
    made = []
    page, finder = opened(browser, (1280, 900), "light").new_page(), browser.new_page()
    for screen in staff.screens(finder, address):
        if not any(screen.kind.startswith(kind) for kind in kinds):
            continue
        acts.sign_in(page, address, screen.who)
        page.goto(address + screen.at)
        if screen.act:
            screen.act(page)
        for width, theme in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            made.append(keep(page, f"desk {screen.kind} {width} {theme}"))
    return made


def main() -> int:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", help="page kinds, public ones or beginnings of staff ones")
    parser.add_argument("--home", type=Path, help="an installed demonstration, which is copied, instead of a fresh one")
    called = parser.parse_args()
    shown, wanted = [kind for kind in called.kinds if kind in PAGES], [kind for kind in called.kinds if kind not in PAGES]
    made: list[Path] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        if shown:
            site.prepare()
            with site.served() as address:
                made += public(browser, address, shown)
        if wanted or not shown:
            with site.served(site.demonstrate(called.home)) as address:
                made += desk(browser, address, wanted) if wanted else document(browser, address)
    sys.stdout.write("".join(f"{path.relative_to(site.ROOT)}\n" for path in made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
