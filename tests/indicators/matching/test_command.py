"""`ngoaivu figures check` against a registry."""

import json
from pathlib import Path
from typing import Any

import pytest

from ngoaivu.config.cli import DONE, NO, USAGE, main
from tests.cast import Cast
from tests.indicators.matching.registry import province

WRONG = "Năm 2019, tỉnh đón 23 đoàn khách nước ngoài. Kim ngạch xuất khẩu đạt khoảng 2,9 tỷ USD."
TRUE = "Năm 2019, tỉnh đón 19 đoàn khách nước ngoài."
FINDINGS = {"rule", "start", "end", "message"}


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that speaks English, while the texts are Vietnamese."""
    monkeypatch.setenv("NGOAIVU_LANG", "en")


@pytest.fixture
def text(cast: Cast, tmp_path: Path) -> Path:
    """A file to check, beside a populated province."""
    province(cast)
    return tmp_path / "text.txt"


def checked(text: Path, words: str, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, Any]]:
    text.write_text(words, encoding="utf-8")
    code = main(["figures", "check", str(text), "--lang", "vi", "--json", *options])
    return code, json.loads(capsys.readouterr().out)[str(text)]


@pytest.mark.parametrize("option", [("--office", "so-ngoai-vu"), ("--territory", "noi-nay"), ("--office", "so-khac", "--territory", "noi-nay")])
def test_mentions_gain_the_registrys_verdict(option: tuple[str, ...], text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = checked(text, WRONG, capsys, *option)
    assert code == NO
    assert set(told) == {"mentions", "findings"}
    period, delegations, exports = told["mentions"]
    assert (period["kind"], period["verdict"], period["indicator"]) == ("period", None, None)
    assert delegations["verdict"] == "contradicted"
    assert delegations["indicator"]["code"] == "delegations.inbound.missions"
    assert (delegations["indicator"]["period"], delegations["indicator"]["value"]) == ("year:2019", "19")
    assert delegations["indicator"]["breakdown"] == {}
    assert 0 < float(delegations["score"]) <= 1
    assert delegations["runner_up"] is None or delegations["runner_up"]["code"]
    assert (exports["verdict"], exports["value"]) == ("outdated", "2900000000")


def test_what_the_registry_denies_is_a_finding_in_the_language_of_the_text(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _code, told = checked(text, WRONG, capsys, "--territory", "noi-nay")
    found = {finding["rule"]: finding for finding in told["findings"]}
    assert set(found) == {"contradicted", "outdated"}
    assert all(set(finding) == FINDINGS for finding in told["findings"])
    wrong = found["contradicted"]
    assert WRONG[wrong["start"] : wrong["end"]].startswith("23 đoàn")
    assert "Sổ đăng ký ghi 19 đoàn" in wrong["message"]


def test_a_true_text_ends_with_nothing_found(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = checked(text, TRUE, capsys, "--office", "so-ngoai-vu")
    assert (code, told["findings"]) == (DONE, [])
    assert told["mentions"][1]["verdict"] == "supported"


def test_without_a_registry_nothing_is_added(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _code, told = checked(text, WRONG, capsys)
    assert all("verdict" not in mention for mention in told["mentions"])


def test_findings_are_printed_for_people(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text.write_text(WRONG, encoding="utf-8")
    assert main(["figures", "check", str(text), "--lang", "vi", "--territory", "noi-nay"]) == NO
    assert "Sổ đăng ký ghi 19 đoàn" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "sentence"),
    [(("--office", "nobody"), "No office has the key “nobody”. There are: so-khac, so-ngoai-vu."), (("--territory", "nowhere"), "nowhere")],
)
def test_an_unknown_registry_is_answered_in_a_sentence(
    option: tuple[str, str], sentence: str, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text.write_text(TRUE, encoding="utf-8")
    assert main(["figures", "check", str(text), "--lang", "vi", "--json", *option]) == USAGE
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
