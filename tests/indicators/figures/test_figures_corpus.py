"""Our own corpus: every annotated figure is found and read as a careful person reads it, and none is invented."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ngoaivu.indicators.figures.evaluate import ASPECTS, Score, measure, sentences

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.glob("*.tsv") if path.stem[:2] in ("vi", "en"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_of_the_corpus(path: Path) -> None:
    score = measure(sentences(path), Score(Counter(), notes=[]), whole=True)
    assert score.notes == []
    assert all(score.rate(aspect) == 1 for aspect in ASPECTS)


def test_the_corpus_is_large_and_a_third_of_it_holds_no_figure() -> None:
    rows = [row for path in FILES for row in sentences(path)]
    assert len(rows) >= 1100
    assert sum(not expected for _, _, expected in rows) >= len(rows) / 3 - 2


def test_the_measure_sees_a_miss_a_wrong_value_and_an_invention(tmp_path: Path) -> None:
    bad = tmp_path / "vi.tsv"
    bad.write_text("Có 5 dự án.\t5 dự án = count 6 project\nCó 7 đoàn.\t\nKhông có gì.\tgì = count 1 case\n", "utf-8")
    score = measure(sentences(bad), Score(Counter(), notes=[]), whole=True)
    assert (score.expected, score.right["found"], score.right["value"], score.invented) == (2, 1, 0, 1)


def test_a_broken_annotation_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "vi.tsv"
    bad.write_text("Có 5 dự án.\t5 dự án = count năm project\n", "utf-8")
    with pytest.raises(ValueError, match="vi.tsv:1"):
        sentences(bad)
