"""Another language, land or people in title and text «tiêu đề một tiếng, nội dung một tiếng»: "lớp tiếng Lào" above "lớp tiếng Khmer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact

_READ = 260  # characters of the text


def check_tongues(evidence: Evidence, _facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """The one language of a title that the text never names, where its first sentences name one other."""
    if not title_end:
        return
    title = list(_pattern(evidence.lang).finditer(evidence.lower, 0, title_end))
    body = list(_pattern(evidence.lang).finditer(evidence.lower, title_end))
    first = [match for match in body if match.start() < title_end + _READ]
    names = {match["tongue"] for match in title}
    if len(names) != 1 or len({match["tongue"] for match in first}) != 1 or any(match["tongue"] in names for match in body):
        return
    if not evidence.has("tongues_apart", evidence.lower[: first[0].end()]):
        shown = {"title": evidence.text[title[0].start() : title[0].end()], "body": evidence.text[first[0].start() : first[0].end()]}
        yield evidence.found("title_body", [Mention("", title[0].start(), title[0].end(), "structural")], **shown)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("tongues", "(?!)"))
