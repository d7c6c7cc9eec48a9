"""Audit: axe (WCAG 2.2 AA) and the Nu checker on every page kind, public and staff, in every language, theme and width.

`python tests/audit/run.py [kinds …]` looks at the tests' own editions, then at the demonstration: its public pages sampled by
kind, and its desk with the right person logged in. Two processes share the work, one for each language. The tools come from
the npm registry into build/audit when first needed; Nu needs Java. What is Wagtail's own is listed apart; exits 1 on a finding
of ours.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.audit import acts, sampled, site, staff, tools
from tests.audit.looking import STATES, Finding, faults, states
from tests.audit.markup import markup
from tests.audit.pages import BROKEN, PAGES, PAST

LANGUAGES = ("vi", "en")
PATIENCE = 20_000  # milliseconds
SITES = ("tests", "demonstration", "desk")


@dataclass
class Told:
    """What one process has seen."""

    kinds: set[str] = field(default_factory=set)
    pages: int = 0
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """What is to be looked at: some sites, some kinds (none named: all), and the homes of the two installations."""

    sites: tuple[str, ...]
    kinds: tuple[str, ...]

    def wants(self, kind: str) -> bool:
        """Whether a kind of page was asked for."""
        return not self.kinds or any(kind.startswith(one) for one in self.kinds)


def look(page: Page, name: str, script: str, *, again: bool) -> list[Finding]:
    """One page in every state; a finding that is there in several is told once."""
    seen: dict[tuple[str, bool], list[str]] = {}
    for width, theme in states(page, again=again):
        for fault in faults(page, script, theme):
            seen.setdefault(fault, []).append(f"{width} {theme}")
    return [Finding(name, ", ".join(where), what, own) for (what, own), where in seen.items()]


def public(browser: Browser, address: str, places: dict[str, list[str]], script: str, told: Told) -> None:
    """Public pages by kind; what the browser complains of is a finding too."""
    context = browser.new_context(bypass_csp=True)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append((message.location["url"], message.text)) if message.type == "error" else None)
    for kind, addresses in places.items():
        told.kinds.add(f"public {kind}")
        for place in addresses:
            said.clear()
            page.set_viewport_size({"width": 360, "height": 900})
            page.goto(address + place)
            told.pages += 1
            told.findings += look(page, place, script, again=True)
            # That the page itself is not there, gone or broken is what its kind is.
            told.findings += [Finding(place, "console", text) for at, text in sorted(set(said)) if at != address + place]
    context.close()


def desk(browser: Browser, address: str, asked: Asked, script: str, told: Told) -> None:
    """Staff pages; a page that is not what its kind says is a finding, for the rest would be looked at in vain."""
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(PATIENCE)
    page, finder, inside = context.new_page(), browser.new_context().new_page(), ""
    for screen in staff.screens(finder, address):
        if not asked.wants(screen.kind):
            continue
        told.kinds.add(f"staff {screen.kind}")
        told.pages += 1
        name = f"{screen.kind} {screen.at}"
        try:
            if screen.who != inside or not screen.who:
                acts.sign_in(page, address, screen.who)
                inside = screen.who
            page.set_viewport_size({"width": 360, "height": 900})
            if fault := acts.reach(page, address, screen):
                told.findings.append(Finding(name, screen.who, fault))
            else:
                told.findings += look(page, name, script, again=screen.act is None)
        except Error as error:
            told.findings.append(Finding(name, screen.who, f"cannot be reached: {str(error).splitlines()[0]}"))
    context.close()


def of_tests(pages: Mapping[str, tuple[str, ...]], language: str, asked: Asked) -> dict[str, list[str]]:
    """The pages of the tests' own world in one language."""
    found = {kind: [one for one in places if f"/{language}/" in one] for kind, places in pages.items() if asked.wants(kind)}
    return {kind: places for kind, places in found.items() if places}


def work(language: str, asked: Asked) -> Told:
    """Everything in one language."""
    found, told = tools.fetched(), Told()
    script = found["axe-core"].read_text(encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        request = browser.new_context().request

        def both(address: str, places: dict[str, list[str]], name: str) -> None:
            public(browser, address, places, script, told)
            every = [place for addresses in places.values() for place in addresses]
            told.findings += markup(request, address, every, found["vnu-jar"], tools.TOOLS / "pages" / f"{name}-{language}") if every else []

        if "tests" in asked.sites:
            with site.served(site.HOME) as address:
                both(address, of_tests(PAGES | PAST, language, asked), "tests")
            if broken := of_tests(BROKEN, language, asked):
                with site.served(site.HOME, database="sqlite:///:memory:") as address:
                    both(address, broken, "broken")
        if {"demonstration", "desk"} & set(asked.sites):
            with site.served(site.speaking(language)) as address:
                if "demonstration" in asked.sites:
                    every = sampled.places(request, address, language)
                    both(address, {kind: places for kind, places in every.items() if asked.wants(kind)}, "demonstration")
                if "desk" in asked.sites:
                    desk(browser, address, asked, script, told)
    return told


def tell(found: list[Finding]) -> None:
    """Ours one by one; Wagtail's once for each selector and rule."""
    for one in [one for one in found if one.own]:
        sys.stdout.write(f"{one.page}\t{one.seen}\t{one.what}\n")
    strange = Counter(one.what for one in found if not one.own)
    if strange:
        sys.stdout.write(f"\nWagtail's own, not counted ({len(strange)} nodes):\n")
    for what, number in strange.most_common():
        sys.stdout.write(f"  {what} (on {number} pages)\n")


def main() -> int:
    """Audit and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", help="beginnings of page kinds; all of them when none is named")
    parser.add_argument("--language", action="append", choices=LANGUAGES, help="one language only")
    parser.add_argument("--site", action="append", choices=SITES, help="one of the sites only; may be said twice")
    parser.add_argument("--home", type=Path, help="an installed demonstration, which is copied, instead of a fresh one")
    called = parser.parse_args()
    asked, began = Asked(tuple(called.site or SITES), tuple(called.kinds)), time.monotonic()
    tools.fetched()
    if "tests" in asked.sites:
        site.prepare()
    if {"demonstration", "desk"} & set(asked.sites):
        site.demonstrate(called.home)
    languages = called.language or LANGUAGES
    with ProcessPoolExecutor(len(languages), mp_context=get_context("spawn")) as two:
        both = list(two.map(partial(work, asked=asked), languages))
    found = [one for told in both for one in told.findings]
    tell(found)
    kinds, pages = set().union(*(told.kinds for told in both)), sum(told.pages for told in both)
    ours = sum(one.own for one in found)
    sys.stdout.write(f"{len(kinds)} page kinds, {pages} pages, {pages * len(STATES)} states, {time.monotonic() - began:.0f} s: {ours} findings\n")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main())
