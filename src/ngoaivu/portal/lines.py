"""Lines «dòng chữ»: runs of an edition as HTML. A figure stands on its dot and leads to its note; a waived one has a note and no dot.

One `Lines` serves one page: it numbers the figures and records in the order in which a reader meets them.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ngoaivu.portal.wording import split
from ngoaivu.publications.content import Run

LONG = 24  # signs: a longer figure may break over lines, else it would leave a narrow screen


@dataclass
class Mention:
    """A figure or record as the text first names it, its number on the page, and how often it was met."""

    number: int
    written: str
    run: Run
    times: int = 1


@dataclass
class Lines:
    """The lines of one page."""

    figures: dict[str, Mention] = field(default_factory=dict)
    records: dict[str, Mention] = field(default_factory=dict)
    spots: set[str] = field(default_factory=set)

    def spot(self, name: str) -> str:
        """The name for a place of the page, at its first use; nothing later, because two places cannot have one."""
        fresh = name not in self.spots
        self.spots.add(name)
        return name if fresh else ""

    def html(self, runs: list[Run]) -> SafeString:
        """A line as HTML."""
        return format_html_join("", "{}", ((self._run(run),) for run in runs))

    def _run(self, run: Run) -> SafeString:
        if "fact" in run or "quote" in run or "waived" in run:
            inner = self._figure(run)
        elif "record" in run:
            inner = self._record(run)
        elif "href" in run:
            inner = format_html('<a href="{}">{}</a>', run["href"], run["text"])
        else:
            inner = format_html("{}", run["text"])
        return format_html("<strong>{}</strong>", inner) if run.get("strong") else inner

    def _figure(self, run: Run) -> SafeString:
        before, text = run.get("before", ""), run["text"]
        mention = met(self.figures, _standing_on(run), (before + text).strip(), run)
        digits, rest = split(text)
        return format_html(
            '{}<a class="so{}{}" id="s{}" href="#n{}"><span>{}</span>{}<sup>\u2009{}</sup></a>',
            before,
            " waived" if "waived" in run else "",
            " long" if len(text) > LONG else "",
            place(mention),
            mention.number,
            digits,
            rest,
            mention.number,
        )

    def _record(self, run: Run) -> SafeString:
        mention = met(self.records, run["record"], run["text"], run)
        return format_html('<a class="hs" id="t{}" href="#h{}">{}</a>', place(mention), mention.number, run["text"])


def _standing_on(run: Run) -> str:
    """What makes two figures of a page share a note: one fact; of quotes and waived figures also the words."""
    if "fact" in run:
        return run["fact"]
    return f"{run.get('quote', '')} {run.get('waived', '')} {run['text']}"


def met(known: dict[str, Mention], key: str, written: str, run: Run) -> Mention:
    """The mention of a key, counted once more."""
    mention = known.get(key)
    if mention is None:
        mention = known[key] = Mention(len(known) + 1, written, run)
    else:
        mention.times += 1
    return mention


def place(mention: Mention) -> str:
    """A place in the page that no other mention has: «4», then «4-2»."""
    return str(mention.number) if mention.times == 1 else f"{mention.number}-{mention.times}"


def plain_figure(runs: list[Run]) -> Any:
    """The first figure of a line that has one, with its key."""
    return next((run for run in runs if "fact" in run), None)
