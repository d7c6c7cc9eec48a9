"""Learning what the traits weigh «học trọng số» from planted errors and their correct twins.

    python -m ngoaivu.indicators.figures.judge.equations.learning --pairs FILE... --clean FILE... [--must FILE...] [--cross FILE...]

A file of pairs has lines of language, kind, wrong text and right text; a file of clean texts lines of language and text
(a line break is written as backslash and n). An equation that holds in the right text and not in the wrong one was
meant: it is an example of an error. Every other equation that does not hold is an example of what only looks like one.
Each family of equations learns by itself: logistic regression with a quadratic penalty, by full gradient steps (Duchi,
Hazan and Singer 2011 for the step size). Files named by `--must`, our own words, count several times. With `--cross`
each named file is judged by what the other files teach, and nothing is written: how well the judge does on texts it has never seen.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import localcontext
from math import sqrt
from pathlib import Path

from ...model import DIGITS
from ...reader import read
from .. import title_of
from ..dimensions import in_one_unit
from ..evidence import Evidence
from ..facts import facts_of
from .model import Traits
from .search import broken, equations
from .weights import ACCUSED, BIAS, logistic

TARGET = Path(__file__).with_name("weights.toml")
_STEPS, _STEP = 250, 0.5
_PENALTY = {"sum": 3.3, "share": 3.3, "part": 3.3, "hundred": 3.3}  # of a family whose traits are many for its examples
_LIGHT_PENALTY = 1.0
_RARE, _KEPT = 4, 0.03  # traits seen less often are left out, weights below it are not kept
_BIASED = -2.0
_MUST = 4  # how often a text counts that must come out right

Key = tuple[str, tuple[int, ...]]


@dataclass
class Example:
    """One text: the equations that hold, and those that do not with their traits."""

    file: str
    wrong: bool
    figures: int
    holding: set[Key]
    open: list[tuple[Key, str, Traits]]
    meant: set[Key] = field(default_factory=set)


def examples(pairs: Iterable[Path], clean: Iterable[Path]) -> Iterator[Example]:
    """Every text of the files; of a pair the wrong text knows which equations were meant."""
    for path in pairs:
        for lang, _kind, wrong, right in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()):
            one, other = _example(path.name, lang, wrong, True), _example(path.name, lang, right, False)
            one.meant = other.holding if one.figures == other.figures else set()
            yield from (one, other)
    for path in clean:
        for lang, text in (line.split("\t")[:2] for line in path.read_text(encoding="utf-8").splitlines()):
            yield _example(path.name, lang, text, False)


def _example(file: str, lang: str, text: str, wrong: bool) -> Example:
    text = text.replace("\\n", "\n")
    evidence = Evidence.of(text, read(text, lang), lang)
    with localcontext(prec=DIGITS):
        facts = in_one_unit(facts_of(evidence))
        found = equations(evidence, facts, title_of(text))
        opened = [((one.family, one.places), one.family, traits) for one, traits in broken(found)]
    return Example(file, wrong, len(facts), {(one.family, one.places) for one in found if one.holds}, opened)


def learn(texts: list[Example], must: Collection[str] = ()) -> dict[str, Traits]:
    """The weights of every family; texts of the files in `must` count several times."""
    rows: defaultdict[str, list[tuple[Traits, bool]]] = defaultdict(list)
    for text in texts:
        for key, family, traits in text.open:
            rows[family] += [(traits, key in text.meant)] * (_MUST if text.file in must else 1)
    able = {family: examples for family, examples in sorted(rows.items()) if any(meant for _, meant in examples)}
    return {family: fit(examples, _PENALTY.get(family, _LIGHT_PENALTY)) for family, examples in able.items()}


def fit(rows: list[tuple[Traits, bool]], penalty: float) -> Traits:
    """Logistic regression: a weight for each trait that is not rare, and the bias."""
    seen = Counter(name for traits, _ in rows for name in traits)
    names = [name for name, times in seen.items() if times >= _RARE]
    index = {name: n for n, name in enumerate(names)}
    table = [([(index[name], value) for name, value in traits.items() if name in index], float(meant)) for traits, meant in rows]
    weight, bias = [0.0] * len(names), _BIASED
    moved, bias_moved = [1e-6] * len(names), 1e-6
    for _ in range(_STEPS):
        slope, bias_slope = [penalty * w for w in weight], 0.0
        for row, meant in table:
            miss = logistic(bias + sum(weight[n] * value for n, value in row)) - meant
            bias_slope += miss
            for n, value in row:
                slope[n] += miss * value
        for n, gradient in enumerate(slope):
            moved[n] += gradient * gradient
            weight[n] -= _STEP * gradient / sqrt(moved[n])
        bias_moved += bias_slope * bias_slope
        bias -= _STEP * bias_slope / sqrt(bias_moved)
    return {BIAS: bias} | {name: weight[n] for name, n in index.items() if abs(weight[n]) >= _KEPT}


def cross(texts: list[Example], file: str) -> tuple[int, int, int]:
    """Of one file, judged by what all others teach: wrong texts accused, right texts accused, texts of each sort."""
    table = learn([text for text in texts if text.file != file])
    accused = Counter[bool]()
    for text in texts:
        if text.file == file:
            accused[text.wrong] += any(_likely(table, family, traits) > ACCUSED[family] for _, family, traits in text.open)
    return accused[True], accused[False], sum(text.file == file and text.wrong for text in texts)


def _likely(table: dict[str, Traits], family: str, traits: Traits) -> float:
    weights = table.get(family, {})
    return logistic(weights.get(BIAS, -9.0) + sum(weights.get(name, 0.0) * value for name, value in traits.items()))


def write(table: dict[str, Traits], target: Path) -> None:
    """The weights as TOML, the heaviest first."""
    lines = ["# Learned by judge/equations/learning.py (make learn); not written by hand."]
    for family, weights in table.items():
        lines += ["", f"[{family}]", f"{BIAS} = {weights[BIAS]:.3f}"]
        for name, weight in sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0])):
            if name != BIAS:
                quoted = name.replace("\\", "\\\\").replace('"', '\\"')
                lines.append(f'"{quoted}" = {weight:.3f}')
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Learn from files of pairs and clean texts, or tell how well each file is judged by the others."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--must", type=Path, nargs="*", default=[])
    parser.add_argument("--cross", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    texts = list(examples(options.pairs, options.clean))
    for path in options.cross:
        found, blamed, size = cross(texts, path.name)
        print(f"{path.name}: {found} of {size} errors found, {blamed} of {size} twins blamed (by equations alone)")
    if not options.cross:
        write(learn(texts, {path.name for path in options.must}), TARGET)
        print(f"{TARGET.name}: {len(texts)} texts")


if __name__ == "__main__":
    main()
