"""Audit of the public site: axe (WCAG 2.2 AA) and the Nu checker on every page kind, language, theme and width.

`python tests/audit/run.py [kinds …]` serves the tests' own editions, or takes a server that already runs (`--address`).
Both tools come from the npm registry into build/audit when first needed; Nu needs Java. Exits 1 on any finding.
"""

import argparse
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.audit import site
from tests.audit.pages import PAGES

TOOLS = site.ROOT / "build" / "audit"
PACKAGES = {"axe-core": "node_modules/axe-core/axe.min.js", "vnu-jar": "node_modules/vnu-jar/build/dist/vnu.jar"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS, THEMES = (360, 1280), ("light", "dark")
HEAVY = 60_000  # bytes of a page with its style, script and fonts as sent, without images


@dataclass(frozen=True)
class Finding:
    """One thing found wrong on one page."""

    page: str
    seen: str
    what: str


def tools() -> dict[str, Path]:
    """The two tools, fetched once."""
    found = {name: TOOLS / path for name, path in PACKAGES.items()}
    if missing := [name for name, path in found.items() if not path.exists()]:
        TOOLS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", str(TOOLS), "--no-save", "--no-audit", "--no-fund", *missing], check=True)
    return found


def axe(page: Page, script: str) -> list[str]:
    """What axe finds on the page as it stands."""
    page.evaluate(script)
    result: dict[str, Any] = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"axe {one['id']}: {one['nodes'][0]['html'][:120]} ({len(one['nodes'])})" for one in result["violations"]]


def sideways(page: Page) -> list[str]:
    """Whether anything sticks out at the side."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {wide} px"] if wide > 0 else []


def look(browser: Browser, address: str, kinds: list[str], script: str) -> list[Finding]:
    """Every page in every state."""
    findings = []
    for width in WIDTHS:
        for theme in THEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light", bypass_csp=True
            )
            page, said = context.new_page(), []
            page.on("console", lambda message, said=said: said.append(message.text) if message.type == "error" else None)
            for place in places(kinds):
                said.clear()
                page.goto(address + place)
                errors = [f"console: {text}" for text in said if "404" not in text]
                findings += [Finding(place, f"{width} {theme}", what) for what in [*axe(page, script), *sideways(page), *errors]]
            context.close()
    return findings


def places(kinds: list[str]) -> list[str]:
    """The addresses of some page kinds."""
    return [place for kind in kinds for place in PAGES[kind]]


def weight(context: BrowserContext, address: str) -> int:
    """Bytes of style and script as sent."""
    html = context.request.get(f"{address}/vi/").text()
    files = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2))"', html)
    return sum(int(context.request.head(address + file).headers["content-length"]) for file in files)


def markup(browser: Browser, address: str, kinds: list[str], jar: Path) -> list[Finding]:
    """What the Nu checker finds in the pages as sent, and pages that are too heavy."""
    context = browser.new_context()
    files: dict[str, str] = {}
    findings = []
    looks = weight(context, address)
    (TOOLS / "pages").mkdir(exist_ok=True)
    for place in places(kinds):
        body = context.request.get(address + place).body()
        sent = int(context.request.head(address + place).headers["content-length"])
        name = TOOLS / "pages" / f"{len(files)}.html"
        name.write_bytes(body)
        files[name.name] = place
        if sent + looks > HEAVY:
            findings.append(Finding(place, "weight", f"{sent} bytes, {looks} of style and script beside them"))
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *(str(TOOLS / "pages" / name) for name in files)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for one in told["messages"]:
        where = files[one["url"].rpartition("/")[2]]
        findings.append(Finding(where, "nu", f"line {one.get('lastLine', '?')}: {one['message']} {one.get('extract', '')[:100]!r}"))
    return findings


def audit(address: str, kinds: list[str]) -> list[Finding]:
    """Both tools over a running server."""
    found = tools()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        findings = look(browser, address, kinds, found["axe-core"].read_text(encoding="utf-8"))
        return findings + markup(browser, address, kinds, found["vnu-jar"])


def main() -> int:
    """Audit and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", help="page kinds; all of them when none is named")
    parser.add_argument("--address", help="a server that already runs, such as http://127.0.0.1:8000")
    asked = parser.parse_args()
    kinds = asked.kinds or list(PAGES)
    if asked.address:
        findings = audit(asked.address, kinds)
    else:
        site.prepare()
        with site.served() as address:
            findings = audit(address, kinds)
    for one in findings:
        sys.stdout.write(f"{one.page}\t{one.seen}\t{one.what}\n")
    states = len(places(kinds)) * len(WIDTHS) * len(THEMES)
    sys.stdout.write(f"{len(kinds)} page kinds, {states} states: {len(findings)} findings\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
