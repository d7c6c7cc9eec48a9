"""What is looked at on one page as it stands: axe, what sticks out at the side, and whose fault it is.

A node is ours when it stands in a container of ours, or when the page has none of Wagtail's shell. Anything else is
Wagtail's only if the finding stays with our style sheets switched off; a colour of ours on Wagtail's markup is ours.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]  # all that a theme can change
WIDTHS, THEMES = (360, 1280), ("light", "dark")
STATES = [(width, theme) for width in WIDTHS for theme in THEMES]

CONTAINERS = ".desk, .desk-mark, .desk-offices, .ngoaivu-texts, [class^='ngoaivu-'], [class*=' ngoaivu-']"
# Whether Wagtail wrote the page around a node: its shell has a theme class on the root.
OURS = """([target, containers]) => {
  if (!/\\bw-theme-/.test(document.documentElement.className)) return true;
  const node = document.querySelector(target);
  return node !== null && node.closest(containers) !== null;
}"""
SWITCH = """off => { for (const one of document.styleSheets) if (/\\/static\\/(desk|publications)\\//.test(one.href ?? "")) one.disabled = off; }"""
# Wagtail draws its menu after the page and fades its messages in; a colour half way is nobody's.
SETTLED = """async () => {
  await new Promise(done => setTimeout(done, 150));
  const running = document.getAnimations().filter(one => one.effect.getComputedTiming().iterations !== Infinity);
  await Promise.race([Promise.allSettled(running.map(one => one.finished)), new Promise(done => setTimeout(done, 1500))]);
  return document.querySelector(".sidebar-loading") === null;
}"""
STICKING_OUT = """containers => {
  const root = document.documentElement, room = root.clientWidth;
  if (root.scrollWidth <= room) return null;
  const out = [...document.body.querySelectorAll("*")].filter(one => one.getBoundingClientRect().right > room + 1 && one.getClientRects().length);
  const last = out.filter(one => !out.some(other => other !== one && one.contains(other)))[0];
  const ours = !/\\bw-theme-/.test(root.className) || (last ? last.closest(containers) !== null : true);
  return {wide: root.scrollWidth - room, html: last ? last.outerHTML.slice(0, 120) : "", ours};
}"""


@dataclass(frozen=True)
class Finding:
    """One thing found wrong on one page; `own` is false for what is Wagtail's."""

    page: str
    seen: str
    what: str
    own: bool = True


def states(page: Page, *, again: bool) -> Iterator[tuple[int, str]]:
    """The page in every width and theme; read anew at each width when its address alone brings it back."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if again and width != WIDTHS[0]:
            page.reload()
        for theme in THEMES:
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
            page.wait_for_function(SETTLED)
            yield width, theme


def faults(page: Page, script: str, theme: str) -> list[tuple[str, bool]]:
    """What is wrong on the page as it stands, and whether it is ours; the second theme is asked about colours only."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(script)
    return [*_axe(page, RULES, "tag"), *_sideways(page)] if theme == THEMES[0] else _axe(page, OF_COLOUR, "rule")


def _axe(page: Page, rules: list[str], kind: str) -> list[tuple[str, bool]]:
    broken = _violations(page, rules, kind)
    if not broken:
        return []
    stays = _without_our_style(page, [one["id"] for one in broken])
    found = []
    for one in broken:
        for node in one["nodes"]:
            target = str(node["target"][0])
            own = page.evaluate(OURS, [target, CONTAINERS]) or (one["id"], target) not in stays
            found.append((f"axe {one['id']}: {_lasting(target)} {_lasting(node['html'][:120]) if own else ''}".strip(), bool(own)))
    return found


def _lasting(told: str) -> str:
    """A selector or markup without the numbers that are drawn anew for each page."""
    return re.sub(r"(placeholder-|body-|panel-)\w+", r"\1*", told)


def _without_our_style(page: Page, rules: list[str]) -> set[tuple[str, str]]:
    page.evaluate(SWITCH, True)
    stays = {(one["id"], str(node["target"][0])) for one in _violations(page, rules, "rule") for node in one["nodes"]}
    page.evaluate(SWITCH, False)
    return stays


def _violations(page: Page, values: list[str], kind: str) -> list[dict[str, Any]]:
    told: dict[str, Any] = page.evaluate(
        "([values, type]) => axe.run(document, {runOnly: {type, values}, resultTypes: ['violations']})", [values, kind]
    )
    return told["violations"]  # type: ignore[no-any-return]


def _sideways(page: Page) -> list[tuple[str, bool]]:
    out = page.evaluate(STICKING_OUT, CONTAINERS)
    return [(f"scrolls sideways by {out['wide']} px: {out['html']}", bool(out["ours"]))] if out else []
