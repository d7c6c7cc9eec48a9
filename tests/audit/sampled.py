"""The public pages of a real installation, sampled by kind: its site map, its rooms, the rows behind figures of its texts."""

import re
from collections import defaultdict

from playwright.sync_api import APIRequestContext

from ngoaivu.portal.addresses import KINDS, WORDS

OF_EACH = 3  # the first, the middle one and the last of a kind in an office
ROOMS = ("news", "report", "series", "office", "procedure", "trace", "search", "accessibility", "counting")
QUESTIONS = {"vi": ("hop tac", "131", "khongcogi"), "en": ("province", "131", "nothingatall")}


def places(request: APIRequestContext, address: str, language: str) -> dict[str, list[str]]:
    """Addresses by kind of page, in one language, of every office."""
    told = request.get(f"{address}/sitemap.xml").text()
    every = [re.sub(r"^\w+://[^/]+", "", one) for one in re.findall(r"<loc>([^<]+)</loc>", told)]
    here = [one for one in every if f"/{language}/" in one]
    kinds: dict[str, list[str]] = defaultdict(list)
    for home in [one for one in here if one.endswith(f"/{language}/")]:
        for kind, found in _by_kind(here, home, language).items():
            kinds[kind] += found
        kinds["home"].append(home)
        kinds["missing"].append(f"{home}khong-co/")
        words = WORDS[language]
        open_rooms = [room for room in ROOMS if request.get(f"{address}{home}{words[room]}/").ok]
        kinds["room"] += [f"{home}{words[room]}/" for room in open_rooms]
        kinds["search"] += [f"{home}{words['search']}/?q={question.replace(' ', '+')}" for question in QUESTIONS[language]]
        kinds["section"] += _links(request, address, f"{home}{words['news']}/", rf"{home}{words['news']}/[\w-]+/")
    told_figures = [*kinds["report"], *kinds["series"], *kinds["news"][:2]]
    kinds["rows"] = [one for place in told_figures for one in _links(request, address, place, rf"[^\"]+/{WORDS[language]['rows']}/[^\"]+")[:2]]
    return dict(kinds)


def _by_kind(here: list[str], home: str, language: str) -> dict[str, list[str]]:
    found = {kind: [one for one in here if one.startswith(f"{home}{WORDS[language][kind]}/")] for kind in KINDS}
    return {kind: list(dict.fromkeys([rows[0], rows[len(rows) // 2], rows[-1]]))[:OF_EACH] for kind, rows in found.items() if rows}


def _links(request: APIRequestContext, address: str, place: str, pattern: str) -> list[str]:
    return list(dict.fromkeys(re.findall(rf'href="({pattern})"', request.get(address + place).text())))[:OF_EACH]
