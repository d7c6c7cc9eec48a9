"""Pictures of each page kind, to be looked at: two widths, light and dark. `python tests/audit/screenshots.py [kinds …]`."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, sync_playwright

from tests.audit import site
from tests.audit.pages import PAGES

OUT = site.ROOT / "build" / "screenshots"
WIDTHS = {360: "dark", 1280: "light"}


def take(browser: Browser, address: str, kinds: list[str], out: Path = OUT) -> list[Path]:
    """One picture for each kind, language and width; a telephone sees the dark theme, a desk the light one."""
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for width, theme in WIDTHS.items():
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light")
        page = context.new_page()
        for kind in kinds:
            for place in PAGES[kind]:
                page.goto(address + place)
                name = out / f"{kind}-{'en' if '/en/' in place else 'vi'}-{width}-{theme}.png"
                page.screenshot(path=name, full_page=True)
                made.append(name)
        context.close()
    return made


def main() -> int:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", help="page kinds; all of them when none is named")
    parser.add_argument("--address", help="a server that already runs, such as http://127.0.0.1:8000")
    asked = parser.parse_args()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        if asked.address:
            made = take(browser, asked.address, asked.kinds or list(PAGES))
        else:
            site.prepare()
            with site.served() as address:
                made = take(browser, address, asked.kinds or list(PAGES))
    sys.stdout.write(f"{len(made)} pictures in {OUT}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
