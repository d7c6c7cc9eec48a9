"""The weights of the judge are what its corpus teaches, and learning tells apart what can be told apart."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ngoaivu.indicators.figures.judge.equations.learning import cross, examples, fit, learn, write
from ngoaivu.indicators.figures.judge.equations.search import broken, equations
from ngoaivu.indicators.figures.judge.equations.weights import ACCUSED, BIAS, likelihood, weights
from ngoaivu.indicators.figures.judge.evidence import Evidence
from ngoaivu.indicators.figures.judge.facts import facts_of
from ngoaivu.indicators.figures.reader import read

CORPUS = Path(__file__).parent / "corpus"


def found(text: str, lang: str = "vi"):
    evidence = Evidence.of(text, read(text, lang), lang)
    return equations(evidence, facts_of(evidence), 0)


def test_a_trait_of_errors_weighs_and_one_of_both_does_not() -> None:
    rows = [({"told": 1.0, "both": 1.0}, True)] * 30 + [({"both": 1.0}, False)] * 30
    learned = fit(rows, 0.1)
    assert learned["told"] > 1
    assert abs(learned.get("both", 0.0)) < learned["told"]
    assert learned[BIAS] < 0


def test_every_family_that_is_accused_has_weights() -> None:
    assert set(weights()) == set(ACCUSED)
    assert all(len(table) > 5 for table in weights().values())


def test_an_equation_that_holds_is_found_and_one_that_does_not_is_open() -> None:
    true = found("Giải ngân 8.636 triệu đồng, trong đó vốn vay 6.044 triệu đồng, đối ứng 2.592 triệu đồng.")
    assert [e.needed for e in true if e.family == "sum" and e.holds] == [Decimal(8_636_000_000)]
    false = found("Giải ngân 8.636 triệu đồng, trong đó vốn vay 6.044 triệu đồng, đối ứng 2.952 triệu đồng.")
    likely = {equation.needed: likelihood(equation.family, traits) for equation, traits in broken(false) if equation.family == "sum"}
    assert likely[Decimal(8_996_000_000)] > ACCUSED["sum"]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Có 64 dự án, gồm 40 dự án mới và 24 dự án mở rộng.", "sum"),
        ("Lào chiếm 45%, Thái Lan chiếm 30%, còn lại chiếm 25%.", "hundred"),
        ("Trong 120 học viên có 54 nữ, chiếm 45%.", "share"),
        ("Số đoàn tăng từ 40 đoàn lên 50 đoàn, tăng 25%.", "growth"),
        ("Đón 35 đoàn, tăng 5 đoàn so với 30 đoàn của năm trước.", "difference"),
        ("Tháng 5/2024 đón 12 đoàn. Lũy kế 5 tháng năm 2024 đón 48 đoàn.", "order"),
        ("Có 45 cán bộ, trong đó 12 cán bộ biết tiếng Lào.", "part"),
        ("Đoàn thăm ba tỉnh: Lào Cai, Hà Giang, Cao Bằng.", "listing"),
    ],
)
def test_each_family_finds_its_equation(text: str, family: str) -> None:
    assert any(equation.holds for equation in found(text) if equation.family == family)


def test_learning_from_files_judges_the_file_that_is_left_out(tmp_path: Path) -> None:
    texts = list(examples([CORPUS / "planted.tsv", CORPUS / "planted-varied4.tsv"], [CORPUS / "passages.tsv"]))
    errors, blamed, size = cross(texts, "planted-varied4.tsv")
    assert size == 48
    assert errors > 3 * blamed
    write(learn(texts[:60]), tmp_path / "weights.toml")
    assert (tmp_path / "weights.toml").read_text(encoding="utf-8").startswith("# Learned by")
