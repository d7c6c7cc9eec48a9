"""Fields «ô chữ»: everything of an authored page that a reader meets, each field once, in reading order.

Whoever reads a page (figures, checks, lines, sealing) reads it through here: a field that were missing here would be published unread.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from ngoaivu.accounts.models import Office
from ngoaivu.publications import richtext, tokens


class Authored(Protocol):
    """What of an authored page is read: whose it is, its texts and its language."""

    office: Any
    title: str
    byline: str
    lead: Any
    body: Any
    locale: Any


@dataclass(frozen=True, slots=True)
class Field:
    """Field «ô chữ»: where it stands, what it is (title, lead, byline, heading, paragraph, caption, alt, credit), its stored text, whose it is."""

    place: str
    kind: str
    stored: str
    office: Office

    @property
    def rich(self) -> bool:
        """Whether the editor keeps it as rich text; in the others a mark is a token."""
        return self.kind in ("lead", "paragraph", "caption")

    def lines(self) -> list[list[dict[str, Any]]]:
        """Its lines as runs, figures not yet written."""
        if not self.rich:
            return [tokens.runs(self.stored, self.office)] if self.stored else []
        return [runs for block in richtext.blocks(self.stored) for runs in ([block["runs"]] if "runs" in block else block["items"])]


def of_page(page: Authored) -> Iterator[Field]:
    """Title, lead, byline, then the blocks of the body."""
    yield Field("title", "title", page.title, page.office)
    yield Field("lead", "lead", page.lead, page.office)
    yield Field("byline", "byline", page.byline, page.office)
    for number, block in enumerate(page.body.get_prep_value()):
        place, value = f"body/{block.get('id') or number}", block["value"]
        if block["type"] != "picture":
            yield Field(place, block["type"], value, page.office)
            continue
        for name in ("alt", "caption", "credit"):
            yield Field(f"{place}/{name}", name, value[name], page.office)


def runs(page: Authored) -> Iterator[dict[str, Any]]:
    """Every run of a page, in reading order."""
    for field in of_page(page):
        for line in field.lines():
            yield from line
