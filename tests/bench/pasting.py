"""Measures in the browser how long it takes until every figure of a pasted text stands in the panel: about 300 figures of the reports.

Run against an installation with the demonstration, of which a copy is served: `python -m tests.bench.pasting HOME`. One line of JSON:
figures, letters, and seconds from the keys of pasting to the last row (the best and the middle of five).
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.audit import acts, item, site

TIMES = 5
PATIENCE = 60_000  # milliseconds
WRITTEN = """
import json
from tests.bench import panel
pages = list(panel.ReportPage.objects.filter(office__excerpt=False, locale__language_code="vi"))
print(json.dumps([line["text"] for line in panel.told(pages, bound=False)]))
"""
# Every figure is there when the panel is no longer busy with what was pasted.
FOUND = """() => document.querySelectorAll('.ngoaivu-row').length > 1 && !document.querySelector('.ngoaivu-figures').hasAttribute('aria-busy')"""


def begun(page: Page, address: str, number: int) -> None:
    """A news item without a word in its body, the cursor there."""
    page.goto(f"{address}{item.TEXTS}tin-moi/")
    page.fill("input[name=title_vi]", f"Đo thời gian đọc, lần thứ {number}")
    acts.save(page)
    page.locator(f"{BODY} .c-sf-add-button").first.click()
    page.get_by_role("option", name="Đoạn văn").click()
    page.wait_for_timeout(2000)


BODY = "section[id$=-body-section]"


def pasted(browser: Browser, address: str, text: str) -> tuple[list[float], int]:
    """Seconds of each time, and the figures found."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("dialog", lambda dialog: dialog.accept())
    acts.sign_in(page, address, "vy")
    seconds, figures = [], 0
    for number in range(TIMES):
        begun(page, address, number)
        page.evaluate("text => navigator.clipboard.writeText(text)", text)
        start = time.perf_counter()
        page.keyboard.press("Control+v")
        page.wait_for_function(FOUND, polling="raf")
        seconds.append(time.perf_counter() - start)
        figures = page.locator(".ngoaivu-row").count()
    context.close()
    return seconds, figures


def main(source: Path) -> None:
    """Paste, and print the line."""
    home = site.demonstrate(source, site.ROOT / "build" / "bench" / "home")
    told = subprocess.run([sys.executable, "-c", WRITTEN], env=site.environment(home), cwd=site.ROOT, check=True, capture_output=True, text=True)
    text = "\n".join(json.loads(told.stdout))
    with site.served(home) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        seconds, figures = pasted(browser, address, text)
    told_of = {"figures": figures, "letters": len(text), "best": round(min(seconds), 2), "middle": round(median(seconds), 2)}
    print(json.dumps(told_of))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
