"""Numbers cut wrongly, units of the wrong kind, and amounts that cannot be: each error with its rule, and right texts beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ngoaivu.indicators.figures.judge import check

SENTENCES = Path(__file__).parent / "kinds_and_bounds.tsv"


def rows(*, right: bool) -> list[list[str]]:
    lines = (line.replace("\\n", "\n").split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if (line[1] == "-") is right]


@pytest.mark.parametrize(("lang", "rule", "text"), rows(right=False))
def test_what_cannot_be_is_told(lang: str, rule: str, text: str) -> None:
    assert rule in {found["rule"] for found in check(text, lang)["findings"]}


@pytest.mark.parametrize(("lang", "rule", "text"), rows(right=True))
def test_what_can_be_is_left_alone(lang: str, rule: str, text: str) -> None:
    assert rule == "-"
    assert check(text, lang)["findings"] == []


def test_there_are_enough_of_both() -> None:
    for lang in ("vi", "en"):
        assert sum(line[0] == lang for line in rows(right=False)) > 60
        assert sum(line[0] == lang for line in rows(right=True)) > 12


def test_the_message_names_the_kind_that_is_wanted() -> None:
    [found] = check("The dyke is 14.5 hectares long.", "en")["findings"]
    assert "km or another length" in found["message"]
    [found] = check("Thời hạn vay: 20%, trả dần hằng quý.", "vi")["findings"]
    assert "đơn vị thời gian" in found["message"]


def test_a_finding_on_two_units_covers_both() -> None:
    text = "The club raised VND 2.7 billion USD in May."
    [found] = check(text, "en")["findings"]
    assert text[found["start"] : found["end"]] == "VND 2.7 billion USD"
