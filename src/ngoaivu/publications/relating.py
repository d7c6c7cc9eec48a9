"""Related texts «tin liên quan»: only with a reason a reader can check: the same record, the same indicator, the same section and year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ngoaivu.publications.content import Edition, Words

MOST = 4
RELATED = ("news", "report")
WEIGHTS = {"record": 4, "fact": 2, "section": 1}


@dataclass(frozen=True, slots=True)
class Tie:
    """What two texts share: its kind, the thing itself, and the sentence that says so."""

    kind: str
    thing: str
    why: Words


def relate(contents: Sequence[Edition], standing: Iterable[Edition] = ()) -> None:
    """Give each content its related texts, among the others and those already published; no reason, no item."""
    known = {(one["kind"], one["key"]): (one, ties(one)) for one in [*standing, *contents] if one["kind"] in RELATED}
    for content in contents:
        mine = {(tie.kind, tie.thing) for tie in ties(content)}
        scored = []
        for (kind, key), (other, told) in known.items():
            shared = [tie for tie in told if (tie.kind, tie.thing) in mine]
            if shared and key != content["key"] and other["office"] == content["office"]:
                scored.append((sum(WEIGHTS[tie.kind] for tie in shared), other["date"], kind, key, max(shared, key=lambda tie: WEIGHTS[tie.kind])))
        # What shares only field and year is offered where nothing shares more: side by side the two would seem alike.
        if strong := [one for one in scored if one[4].kind != "section"]:
            scored = strong
        scored.sort(key=lambda one: (-one[0], one[1], one[3]))
        content["related"] = [{"kind": kind, "key": key, "why": tie.why} for _score, _date, kind, key, tie in scored[:MOST]]


def ties(content: Edition) -> list[Tie]:
    """What a text can share with another."""
    found = [Tie("record", key, _why("Cùng nói về", "Both about", row["title"])) for key, row in content["records"].items()]
    codes: dict[str, Any] = {fact["code"]: fact["name"] for fact in content["facts"].values()}
    found += [Tie("fact", code, _why("Cùng chỉ tiêu", "Same indicator", name)) for code, name in codes.items()]
    year = content["date"][:4]
    if content["section"] and year and content["kind"] == "news":
        found.append(Tie("section", f"{content['section']} {year}", {"vi": f"Cùng lĩnh vực, cùng năm {year}", "en": f"Same field, same year {year}"}))
    return found


def _why(vi: str, en: str, named: Words) -> Words:
    return {"vi": f"{vi}: {named['vi']}", "en": f"{en}: {named['en']}"}
