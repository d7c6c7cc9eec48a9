"""Reports and news of a demonstration office: drafted from data, approved by a second person, published."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ngoaivu.accounts.models import Office, User
from ngoaivu.core import changes
from ngoaivu.publications import actions, checks, drafting, outlines, publishing, relating, sealing
from ngoaivu.publications.content import Edition
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.submissions import Submission

HERE = Path(__file__).parent
CREDIT = {"vi": "Hình vẽ: Ngoại Vụ", "en": "Drawing: Ngoại Vụ"}
Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Report:
    """A report to draft and release: outline, period, and what the office brings to it."""

    outline: str
    over: str
    own: drafting.Own = field(default_factory=drafting.Own)


@cache
def about() -> dict[str, Any]:
    """Sections, links and drawings."""
    return tomllib.loads((HERE / "portal.toml").read_text("utf-8"))


def release(office: Office, report: Report, *, drafter: User, approver: User) -> None:
    """Draft a report, submit it, and have it approved by a second person; once, also when an earlier set-up was cut short."""
    outline = outlines.load(report.outline)
    mine = {"office": office, "key": drafting.report_key(report.outline, report.over)}
    if Submission.objects.filter(**mine, edition__isnull=False).exists():
        return
    if waiting := Submission.objects.filter(**mine, decided_at=None).first():
        actions.approve(waiting, by=approver)
        return
    pages = drafting.draft_report(outline, office, report.over, by=drafter, own=report.own)
    actions.approve(actions.submit(pages, by=drafter), by=approver)


def publish_news(office: Office, folder: Path, *, editor: User) -> int:
    """Publish the news items of a folder, each related to the others where there is a reason; their number."""
    items = [tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))]
    standing = [row.content for row in publishing.current_editions(office.key)]
    contents = []
    for told in sorted(items, key=lambda item: item["date"]):
        pages = drafting.keep_pages(drafting.compose_news(office, illustrated(told)), by=editor)
        if found := checks.findings(pages):
            raise Refused(f"{told['key']}: {' '.join(one.message for one in found)}")
        contents.append(sealing.compose(pages, changes.latest()))
    relating.relate(contents, standing)
    for content in contents:
        publishing.publish(content, by=editor.actor.name)
    return len(contents)


def illustrated(told: Mapping[str, Any]) -> dict[str, Any]:
    """The item with its drawing, if it has one, and the drawing's words."""
    name = about()["picture"].get(told["key"], "")
    if not name:
        return dict(told)
    return dict(told) | {"picture": name, "pictures": pictures(name)}


def pictures(name: str) -> dict[str, dict[str, str]]:
    """A drawing with its words in each language."""
    words = about()["drawing"][name]
    return {
        language: {"picture": name, "alt": words["alt"][language], "caption": words["caption"][language], "credit": CREDIT[language]}
        for language in ("vi", "en")
    }


def used_by(contents: Sequence[Edition]) -> dict[str, list[dict[str, str]]]:
    """Indicator -> the texts that use it."""
    found: dict[str, list[dict[str, str]]] = {}
    for content in contents:
        for code in sorted({fact["code"] for fact in content["facts"].values()}):
            found.setdefault(code, []).append({"kind": content["kind"], "key": content["key"]})
    return found
