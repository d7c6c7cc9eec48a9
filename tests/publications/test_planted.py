"""One loose numeral planted in every field a reader can see, found by looking at the page class: whichever field is added is planted too."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from wagtail import blocks

from ngoaivu.publications import checks, tokens
from ngoaivu.publications.pages import AuthoredPage, NewsPage, ReportPage
from tests.cast import Cast
from tests.publications.conftest import Pages, typed_into
from tests.publications.marked import MISSIONS

# Fields and parts that hold a key of ours or a day, never words: the only ones nothing is planted in.
KEYS = {"slug", "section", "date", "picture", "body", "picture.picture"}
WORDS = "17 đoàn khách nước ngoài"
Body = list[dict[str, Any]]


def columns(model: type[AuthoredPage]) -> list[str]:
    """The fields of the editor that an author fills with words, but for the body, whose parts are planted by themselves."""
    return [name for name in fields(model.get_edit_handler()) if name not in KEYS]


def fields(panel: Any) -> Iterator[str]:
    if hasattr(panel, "field_name"):
        yield panel.field_name
    for child in getattr(panel, "children", ()):
        yield from fields(child)


def parts() -> Iterator[tuple[str, blocks.Block]]:
    """Every part of a body that holds words: a block, or a block's child."""
    for name, block in AuthoredPage._meta.get_field("body").stream_block.child_blocks.items():  # type: ignore[union-attr]
        children = getattr(block, "child_blocks", None)
        for inner, child in (children or {"": block}).items():
            path = f"{name}.{inner}" if inner else name
            if path not in KEYS:
                yield path, child


PARTS = dict(parts())


def filled(name: str, words: str) -> dict[str, Any]:
    """A block whose one part holds some words and whose others hold none."""
    kind, _dot, inner = name.partition(".")
    if not inner:
        return {"type": kind, "value": told(PARTS[name], words)}
    siblings = {path.partition(".")[2]: child for path, child in PARTS.items() if path.startswith(f"{kind}.")}
    value = {child: told(block, words if child == inner else "Bức vẽ") for child, block in siblings.items()}
    return {"type": kind, "value": {"picture": "song"} | value}


def told(block: blocks.Block, words: str) -> str:
    return f"<p>{words}</p>" if isinstance(block, blocks.RichTextBlock) else words


def loose(pages: Pages) -> list[tuple[str, str]]:
    return [(one.rule, one.figure) for one in checks.findings(pages) if one.rule not in ("language", "unequal")]


def test_every_kind_of_page_and_part_is_looked_at() -> None:
    assert set(columns(ReportPage)) == set(columns(NewsPage)) == {"title", "lead", "byline"}
    assert set(PARTS) == {"heading", "paragraph", "picture.alt", "picture.caption", "picture.credit"}
    assert all(isinstance(block, blocks.CharBlock | blocks.RichTextBlock) for block in PARTS.values())


@pytest.mark.parametrize("column", columns(ReportPage))
def test_a_numeral_in_a_column_is_named(report: Pages, column: str) -> None:
    assert loose(report) == []
    typed_into(report["vi"], **{column: f"<p>{WORDS}</p>" if column == "lead" else WORDS})
    [(rule, figure)] = loose(report)
    assert (rule, figure[:7]) == ("loose", "17 đoàn")


@pytest.mark.parametrize("part", PARTS)
def test_a_numeral_in_a_part_of_the_body_is_named(report: Pages, part: str) -> None:
    page = report["vi"]
    typed_into(page, body=json.dumps([*page.body.get_prep_value(), filled(part, WORDS)]))
    [(rule, figure)] = loose(report)
    assert (rule, figure[:7]) == ("loose", "17 đoàn")


def test_a_numeral_in_a_list_item_is_named(report: Pages) -> None:
    page = report["vi"]
    typed_into(page, body=json.dumps([*page.body.get_prep_value(), {"type": "paragraph", "value": f"<ul><li>Một là</li><li>{WORDS}</li></ul>"}]))
    assert [figure[:7] for _rule, figure in loose(report)] == ["17 đoàn"]


@pytest.mark.parametrize("part", [path for path, block in PARTS.items() if isinstance(block, blocks.CharBlock)])
def test_a_token_in_a_plain_part_is_judged_like_a_mark(cast: Cast, report: Pages, part: str) -> None:
    page, before = report["vi"], report["vi"].body.get_prep_value()
    typed_into(page, body=json.dumps([*before, filled(part, f"Đón {tokens.figure(MISSIONS)}")]))
    assert loose(report) == []
    typed_into(page, body=json.dumps([*before, filled(part, f"Đón hơn {tokens.figure(MISSIONS)}")]))
    assert loose(report) == [("contradicted", "3 đoàn")]
    typed_into(
        page, body=json.dumps([*before, filled(part, f"Đón {tokens.figure(MISSIONS | {'period': 'year:1990'})}{tokens.figure({'fact': 'x'})}")])
    )
    assert [rule for rule, _figure in loose(report)] == ["no_value"]
