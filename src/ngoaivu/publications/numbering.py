"""Which headings of a report bear a number: its outline says so, the edition keeps it, portal and paper follow."""

from collections.abc import Iterator, Mapping

from ngoaivu.publications import outlines
from ngoaivu.publications.content import Block, Text, plain


def set_apart(texts: Mapping[str, Text], outline: str) -> None:
    """Mark the headings that the outline leaves out of its numbering, as long as they bear its words."""
    sections = outlines.load(outline).sections
    for language, text in texts.items():
        unnumbered = {section.heading[language] for section in sections if not section.numbered}
        for block in text["body"]:
            if block["type"] == "heading" and plain(block["runs"]) in unnumbered:
                block["apart"] = True


def numbered(blocks: list[Block]) -> Iterator[tuple[str, Block]]:
    """Every block, a heading with its number, «1. », where it bears one."""
    count = 0
    for block in blocks:
        bears = block["type"] == "heading" and not block.get("apart")
        count += bears
        yield f"{count}. " if bears else "", block
