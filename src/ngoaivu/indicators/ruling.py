"""The rules a declaration must obey. Each refusal is a sentence that names the file and what to write."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ngoaivu.core import money, windows
from ngoaivu.core.windows import Use
from ngoaivu.indicators.definition import Definition, Kind

NEEDED = ("code", "kind", "unit", "name", "definition", "aliases", "review")
KNOWN = {
    *NEEDED, "source", "counts", "where", "measure", "time", "interval", "calendar", "breakdowns", "received_by",
    "numerator", "denominator", "of", "additive", "smallest",
}  # fmt: skip
SUMMED = {"sum": (Use.MEASURE, Use.MONEY), "distinct": (Use.IDENTITY,)}


class Refused(ValueError):
    """A declaration that does not load: its file, what is wrong, what to write instead."""

    def __init__(self, file: str, wrong: str, remedy: str) -> None:
        super().__init__(f"{file} {wrong}. {remedy}")


def judge_shape(path: Path, said: Mapping[str, Any]) -> None:
    """What must be there before anything can be typed."""
    name = path.name
    if "kind" not in said:
        raise Refused(name, "does not say its kind", 'Write kind = "flow", "stock" or "share".')
    if said["kind"] not in set(Kind):
        raise Refused(name, f"has the kind {said['kind']!r}", 'Write kind = "flow", "stock" or "share".')
    for key in NEEDED:
        if key not in said:
            raise Refused(name, f"does not say {key}", f"Add {key}, as the other declarations have it.")
    for key in ("name", "definition", "aliases"):
        if set(said[key]) != {"vi", "en"}:
            raise Refused(name, f"gives {key} not in exactly Vietnamese and English", f"Write [{key}] with vi and en.")
    if strange := sorted(set(said) - KNOWN):
        raise Refused(name, f"has the unknown key {strange[0]}", f"Known keys: {', '.join(sorted(KNOWN))}.")
    _judge_source(name, said)
    if path.stem != said["code"]:
        raise Refused(name, f"holds the code {said['code']}", f"Name the file {said['code']}.toml.")
    _judge_review(name, said)


def _judge_review(name: str, said: Mapping[str, Any]) -> None:
    if set(said["review"]) != {"author", "basis", "reviewed_on", "next_review"}:
        raise Refused(name, "has no full review", "Write [review] with author, basis, reviewed_on and next_review.")
    if not isinstance(basis := said["review"]["basis"], Mapping) or set(basis) != {"vi", "en"}:
        raise Refused(name, "gives its basis not in exactly Vietnamese and English", 'Write basis = { vi = "…", en = "…" } in [review].')


def _judge_source(name: str, said: Mapping[str, Any]) -> None:
    if said["kind"] != Kind.SHARE and not said.get("counts") and said.get("source") != "observations":
        raise Refused(name, "counts nothing", 'Write counts = a window, or source = "observations" for a statistic only received.')
    if said["kind"] == Kind.STOCK and "time" in said:
        raise Refused(name, "is a stock and would be summed over time", "Take time out; write interval: a stock is asked at a day.")
    if said["kind"] == Kind.FLOW and "interval" in said:
        raise Refused(name, "is a flow and has an interval", 'Take interval out, or write kind = "stock".')


def judge(made: Definition) -> None:
    """The rules that one declaration must obey by itself."""
    _kinds(made)
    if made.counts:
        _window(made)
        if made.measure.how == "sum":
            _money(made)


def judge_together(made: Definition, every: Mapping[str, Definition]) -> None:
    """The rules between declarations: a share's parts exist, and are of one kind."""
    parts = [code for code in (made.numerator, made.denominator) if code]
    for code in parts:
        if code not in every:
            raise Refused(made.file, f"names the unknown indicator {code}", "Write the code of a declared indicator.")
        if every[code].kind is Kind.SHARE:
            raise Refused(made.file, f"is a share of {code}, itself a share", "Write flows or stocks as numerator and denominator.")
    if len({every[code].kind for code in parts}) > 1:
        raise Refused(made.file, "divides a flow by a stock", "Take both parts from one kind, so that they speak of one time.")
    if len({every[code].unit for code in parts}) > 1:
        raise Refused(made.file, "divides two different units", "Take both parts in one unit.")


def overdue(every: Mapping[str, Definition], on: date) -> list[str]:
    """The declarations nobody has read again in time; a test refuses them."""
    return [
        f"{one.file} was to be reviewed by {one.review.next_review}. Read it again and write reviewed_on and next_review."
        for one in every.values()
        if one.review.next_review < on
    ]


def _kinds(made: Definition) -> None:
    parts = bool(made.numerator) + bool(made.denominator)
    if made.kind is Kind.SHARE and parts != 2 and not made.of:
        raise Refused(made.file, "is a share without both parts", "Write numerator and denominator, or, for a received share, [of] in vi and en.")
    if made.kind is not Kind.SHARE and parts:
        raise Refused(made.file, "has parts but is no share", 'Write kind = "share", or take numerator and denominator out.')
    if made.kind is Kind.SHARE and made.counts:
        raise Refused(made.file, "is a share and counts a window", "Declare numerator and denominator as indicators of their own.")
    if made.calendar not in {"calendar", "administrative"}:
        raise Refused(made.file, f"has the calendar {made.calendar!r}", 'Write calendar = "calendar" or "administrative".')
    if made.time not in {"start", "end"}:
        raise Refused(made.file, f"is placed by {made.time!r}", 'Write time = "start" or "end".')
    if made.interval not in {("start", "end"), ("start", "never"), ("end", "never")}:
        raise Refused(made.file, f"runs over {list(made.interval)}", 'Write interval = ["start", "end"], ["start", "never"] or ["end", "never"].')
    if made.measure.how == "distinct" and made.additive:
        raise Refused(made.file, "counts distinct keys and would be added over time", "Write additive = false: a key seen in two years is one key.")


def _window(made: Definition) -> None:
    try:
        window = windows.get(made.counts)
    except LookupError as error:
        raise Refused(made.file, f"counts the unknown window {made.counts}", str(error)) from error
    for column in (*made.where, *made.breakdowns, *([made.measure.column] if made.measure.column else [])):
        if column not in window.columns:
            raise Refused(made.file, f"names the unknown column {column}", f"{made.counts} has {', '.join(window.columns)}.")
    if windows.COLLECTIVE in window.columns and made.where.get(windows.COLLECTIVE) != (False,):
        raise Refused(made.file, f"counts {made.counts}, of which some tell of several things at once", "Write collective = false in where.")
    for column in (*made.where, *made.breakdowns):
        if window.columns[column].use not in {Use.DIMENSION, Use.FLAG}:
            raise Refused(made.file, f"filters or breaks down by {column}, which is no dimension", "Use a dimension or a flag.")
    if made.measure.how not in {"count", *SUMMED}:
        raise Refused(made.file, f"measures {made.measure}", "Write count, sum:<column> or distinct:<column>.")
    if made.measure.how in SUMMED and window.columns[made.measure.column].use not in SUMMED[made.measure.how]:
        raise Refused(made.file, f"cannot {made.measure.how} the column {made.measure.column}", "Sum a measure or money; count an identity distinct.")


def _money(made: Definition) -> None:
    column = windows.get(made.counts).columns[made.measure.column]
    if column.use is not Use.MONEY:
        return
    fixed = made.where.get(column.currency, ())
    if len(fixed) != 1:
        raise Refused(made.file, "sums money of several currencies", f"Fix {column.currency} to one currency in where.")
    if made.unit != fixed[0] or made.unit not in money.EXPONENTS:
        raise Refused(made.file, f"sums {fixed[0]} and calls it {made.unit}", f'Write unit = "{fixed[0]}".')
