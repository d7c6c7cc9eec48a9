"""Measuring the reader «đo bộ đọc con số» on annotated files.

    python -m ngoaivu.indicators.figures.evaluate --phrases FILE... [--text FILE --lang vi]

A phrase file is tab separated and in one of two forms. With a heading that names `phrase`, `value`, `unit` and
`qualifier`: one phrase a line. Without a heading: a sentence, a tab, and its figures between bars, each written

    words = kind value[..high][/of] [unit] [hedge] [per:what]

(no unit is `null`; a hedge left out is exact). Lines without figures must give none. The language of a file is in
its name (`vi.tsv`, `en-bulletins.tsv`), else it is told by the letters of each phrase.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from .model import HEDGES, Mention, plain
from .reader import read
from .vocabulary import currency_codes, languages, unit_codes

_QUALIFIERS = {"min": "at_least", "max": "at_most"}
_MARKED = frozenset("àáãèéìíòóõùúýăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_FRENCH = ("plus de", "près de", "environ", "milliard", "dollars et", "glissement", "programmes ou", "millions de")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a careful person reads; None in a field that the annotation leaves open."""

    words: str
    value: Decimal
    high: Decimal | None
    unit: str | None
    hedge: str
    kind: str | None = None
    of: Decimal | None = None
    per: str | None = None
    unit_open: bool = False


@dataclass(slots=True)
class Score:
    """How many expected figures were found and read alike in each respect, and what was invented."""

    right: Counter[str]
    expected: int = 0
    invented: int = 0
    notes: list[str] | None = None

    def rate(self, aspect: str) -> float:
        return self.right[aspect] / self.expected if self.expected else 1.0


ASPECTS = ("found", "value", "unit", "hedge", "kind")


def language_of(text: str) -> str:
    """The language a phrase is most likely written in."""
    if any(mark in text for mark in _FRENCH) and "fr" in languages():
        return "fr"
    return "vi" if any(c in _MARKED for c in text) else "en"


def sentences(path: Path) -> list[tuple[str, str, list[Expected]]]:
    """Language, sentence and expected figures of each line of an annotated file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if lines and "phrase" in lines[0].split("\t"):
        return _phrases(lines)
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        sentence, _, notes = line.partition("\t")
        sentence, notes = sentence.replace("\\n", "\n"), notes.replace("\\n", "\n")
        sentence, notes = sentence.replace("\\u00a0", "\u00a0"), notes.replace("\\u00a0", "\u00a0")
        try:
            expected = [_expected(note) for note in notes.split(" | ") if note.strip()]
        except (ValueError, InvalidOperation) as error:
            raise ValueError(f"{path.name}:{number}: cannot read the annotation {notes!r}.") from error
        named = path.stem.split("-")[0]
        lang = named if named in languages() else language_of(sentence)
        rows.append((lang, sentence, expected))
    return rows


def _expected(note: str) -> Expected:
    words, _, rest = note.strip().rpartition(" = ")
    kind, amount, *marks = rest.split()
    amount, _, of = amount.partition("/")
    low, _, high = amount.partition("..")
    hedge = next((m for m in marks if m in HEDGES), "exact")
    per = next((m[4:] for m in marks if m.startswith("per:")), None)
    units = [m for m in marks if m not in HEDGES and not m.startswith("per:") and m != "null"]
    return Expected(
        words,
        Decimal(low),
        Decimal(high) if high else None,
        units[0] if units else None,
        hedge,
        kind,
        Decimal(of) if of else None,
        per,
    )


def _phrases(lines: list[str]) -> list[tuple[str, str, list[Expected]]]:
    rows = []
    table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pages: dict[str, str] = {}
    for row in table:
        pages[row["page"]] = f"{pages.get(row['page'], '')} {row['phrase']}"
    for row in table:
        low, _, high = row["value"].partition("..")
        try:
            value, top = Decimal(low), Decimal(high) if high else None
        except InvalidOperation:
            continue
        if _no_figure(row["unit"]):
            continue
        if "missing" in row["unit"]:
            row["unit"] = ""
        unit = row["unit"].split()[0].split("/")[0] if row["unit"][:3] in currency_codes() else row["unit"]
        known = unit in currency_codes() or unit.replace(" ", "_") in unit_codes()
        hedge = _QUALIFIERS.get(row["qualifier"], row["qualifier"])
        expected = Expected(row["phrase"], value, top, unit.replace(" ", "_") or None, hedge, unit_open=bool(unit) and not known)
        rows.append((language_of(pages[row["page"]]), row["phrase"], [expected]))
    return rows


def _no_figure(unit: str) -> bool:
    return any(word in unit for word in ("date", "address", "legal", "document", "term", "issue number", "timestamp"))


def measure(rows: list[tuple[str, str, list[Expected]]], score: Score, whole: bool) -> Score:
    """Reads every sentence and adds to the score; `whole` counts figures nobody annotated as inventions."""
    for lang, sentence, expected in rows:
        figures = [m for m in read(sentence, lang) if m.is_figure]
        place = 0
        for want in expected:
            score.expected += 1
            start = sentence.find(want.words, place)
            end = start + len(want.words)
            place = max(place, end)
            near = [m for m in figures if m.start < end and m.end > start]
            got = next((m for m in near if m.value == want.value), near[0] if near else None)
            _compare(want, got, score, sentence)
            if got in figures:
                figures.remove(got)
        if whole and figures:
            score.invented += len(figures)
            _note(score, f"INVENTED {[m.text for m in figures]} in: {sentence}")
    return score


def _compare(want: Expected, got: Mention | None, score: Score, sentence: str) -> None:
    if got is None:
        _note(score, f"MISSED {want.words!r} in: {sentence}")
        return
    alike = {
        "found": True,
        "value": got.value == want.value and got.high == want.high and (want.kind is None or got.of == want.of),
        "unit": want.unit_open or (got.unit == want.unit and (want.kind is None or got.per == want.per)),
        "hedge": got.hedge == want.hedge,
        "kind": want.kind is None or got.kind == want.kind,
    }
    score.right.update(aspect for aspect, right in alike.items() if right)
    wrong = [aspect for aspect, right in alike.items() if not right]
    if wrong:
        shown = f"{got.kind} {plain(got.value)}..{plain(got.high)}/{plain(got.of)} {got.unit} {got.hedge} per:{got.per}"
        _note(score, f"{'+'.join(wrong).upper()} {got.text!r} read as {shown} in: {sentence}")


def _note(score: Score, line: str) -> None:
    if score.notes is not None:
        score.notes.append(line)


def report(paths: list[Path], verbose: bool) -> Score:
    """The score of several annotated files; `verbose` keeps a line for each figure read otherwise."""
    score = Score(Counter(), notes=[] if verbose else None)
    for path in paths:
        rows = sentences(path)
        measure(rows, score, whole=all(want.kind for _, _, expected in rows for want in expected))
    return score


def main(arguments: list[str] | None = None) -> int:
    """The command line: prints rates, and the figures of a text; returns the exit code."""
    parser = argparse.ArgumentParser(prog="evaluate", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--phrases", type=Path, nargs="+", default=[], help="annotated files")
    parser.add_argument("--text", type=Path, help="a text: list every figure read in it")
    parser.add_argument("--lang", default="vi", choices=languages())
    parser.add_argument("--quiet", action="store_true", help="only the rates")
    options = parser.parse_args(arguments)
    if options.phrases:
        score = report(options.phrases, not options.quiet)
        print("\n".join(score.notes or []))
        rates = "  ".join(f"{aspect} {score.rate(aspect):.4f}" for aspect in ASPECTS)
        print(f"{score.expected} figures: {rates}  invented {score.invented}")
    if options.text:
        for m in read(options.text.read_text(encoding="utf-8"), options.lang):
            columns = (m.start, m.kind, plain(m.value), plain(m.high), m.unit, m.hedge, ",".join(m.flags), m.text)
            print(*("" if c is None else str(c).replace("\n", " ") for c in columns), sep="\t")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
