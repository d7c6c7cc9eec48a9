"""Figures let through «con số được cho đăng», marked in an edition as standing on somebody's word, so that readers see it."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from ngoaivu.publications import checks, lines
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import Run, Text, Waived, plain
from ngoaivu.publications.overrides import Override
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.runs import MARKS

Span = tuple[int, int]
LINES = ("runs", "caption", "alt", "credit_runs")


def mark(content: Content, pages: Mapping[str, AuthoredPage], position: int, override: Override) -> None:
    """Set the reason to every loose figure of a text that goes out under an override; a bound one keeps its fact."""
    answer: Waived = {"reason": override.reason, "by": override.by}
    for language, page in pages.items():
        spans = _loose(page, position)
        for runs in _lines(content["texts"][language]):
            if found := spans.pop(plain(runs), None):
                runs[:] = [piece for run, start in _placed(runs) for piece in _split(run, start, found, answer)]


def _loose(page: AuthoredPage, position: int) -> dict[str, list[Span]]:
    """The words of each line that has loose figures, and where they stand in it."""
    told = lines.of_page(page, revision=position)
    words = {line.place: line.text for line in told}
    found: dict[str, list[Span]] = {}
    for one in checks.judged(page, told, position).blocking:
        if one.rule == "loose":
            found.setdefault(words[one.place], []).append((one.start, one.end))
    return found


def _lines(text: Text) -> Iterator[list[Run]]:
    yield from (text["title"], text["lead"])
    for block in text["body"]:
        told: dict[str, Any] = dict(block)
        yield from (told[name] for name in LINES if name in told)
        yield from told.get("items", ())


def _placed(runs: list[Run]) -> Iterator[tuple[Run, int]]:
    at = 0
    for run in runs:
        yield run, at
        at += len(plain([run]))


def _split(run: Run, start: int, spans: list[Span], answer: Waived) -> Iterator[Run]:
    """A run cut where a figure begins and ends; what stands on something already is left whole."""
    if "record" in run or any(name in run for name in MARKS):
        yield run
        return
    end = start + len(run["text"])
    cuts = sorted({start, end, *(at for span in spans for at in span if start < at < end)})
    for left, right in pairwise(cuts):
        piece: Run = {**run, "text": run["text"][left - start : right - start]}
        if any(first <= left and right <= last for first, last in spans):
            piece.pop("href", None)
            piece["waived"] = answer
        yield piece
