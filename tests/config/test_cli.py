"""The command line: help that teaches, exit codes that mean something, and a sentence for every bad input."""

import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from ngoaivu.config.cli import DONE, MISSING, NO, USAGE, main, serve
from ngoaivu.config.cli import _run as run
from ngoaivu.core.models import Territory
from ngoaivu.demonstration.article import load
from ngoaivu.demonstration.publishing import offices
from ngoaivu.publications import about_office, actions, drafting, publishing
from ngoaivu.publications.editions import Edition
from ngoaivu.registry.delegations.models import Delegation
from tests.architecture.tree import PACKAGE
from tests.cast import Cast
from tests.publications.conftest import TERM, delegation, missions, outline, people, typed_into

COMMANDS = [
    "serve", "demo", "generate", "indicator", "indicator list", "indicator show", "indicator value", "report", "report build",
    "release", "release list", "release verify", "figures", "figures read", "figures check", "backup", "restore", "grants",
]  # fmt: skip
VALUE = ["indicator", "value", "delegations.inbound.missions", "--territory", "noi-nay"]
BUILD = ["report", "build", "term", "--territory", "noi-nay", "--from", "2015", "--to", "2020"]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """A terminal that speaks English; static files by their own names."""
    monkeypatch.setenv("NGOAIVU_LANG", "en")
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture
def rows(cast: Cast) -> list[Delegation]:
    return [delegation(cast, f"Đoàn {number}", persons) for number, persons in enumerate((700, 100, 9), start=1)]


@pytest.fixture
def report(cast: Cast, rows: list[Delegation]) -> Any:
    return drafting.draft_report(outline(people(), missions()), cast.here, TERM, by=cast.specialist)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_teaches(command: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NGOAIVU_LANG", language)
    with pytest.raises(SystemExit) as end:
        main([*command.split(), "--help"])
    told = capsys.readouterr().out
    assert end.value.code == 0
    example = re.search(r"(?:Example|Ví dụ): (ngoaivu [^\n]+)", told)
    assert example, "a help without an example does not teach"
    assert command.split(maxsplit=1)[0] in example[1]
    assert len(told.splitlines()) >= 5


def test_the_first_command_on_a_fresh_clone_speaks_vietnamese(tmp_path: Path) -> None:
    """Catalogues are not committed; what a first run writes into the registry and seals must not be English for that."""
    shutil.copytree(PACKAGE, tmp_path / "ngoaivu", ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "NGOAIVU_LANG": "vi"}
    help_ = [sys.executable, "-m", "ngoaivu.config", "release", "verify", "--help"]
    told = subprocess.run(help_, env=environment, capture_output=True, text=True, check=True).stdout
    assert "Ví dụ: ngoaivu release verify" in told


@pytest.mark.parametrize("words", [[], ["report"], ["fly"], ["indicator", "value"], [*BUILD, "--format", "pdf", "--out", "x"]])
def test_a_call_that_is_no_call_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == USAGE
    assert "usage: ngoaivu" in capsys.readouterr().err


def test_a_value_is_told_to_people_and_to_programs(rows: list[Delegation], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*VALUE, "--period", "year:2019", "--rows"]) == DONE
    told = capsys.readouterr().out
    assert told.startswith("3 delegations, 2019")
    assert "rows behind it: 3" in told
    assert "Đoàn 1" in told
    assert main([*VALUE, "--period", "year:2019", "--by", "country=la", "--json"]) == DONE
    value = json.loads(capsys.readouterr().out)
    assert (value["value"], value["basis"], value["qualifier"], value["rows"], value["breakdown"]) == (
        "3", "computed", "exact", {"count": 3}, {"country": "la"},
    )  # fmt: skip
    assert isinstance(value["known_at"], int)


def test_a_value_is_read_at_an_earlier_position(cast: Cast, rows: list[Delegation], capsys: pytest.CaptureFixture[str]) -> None:
    before = rows[-1].change_id
    delegation(cast, "Đoàn đến sau", 4)
    main([*VALUE, "--period", "year:2019", "--known-at", str(before), "--json"])
    assert json.loads(capsys.readouterr().out)["value"] == "3"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["indicator", "show", "delegations.inbound.misions"], USAGE, "delegations.inbound.missions"),
        (["indicator", "value", "delegations.inbound.mission", *VALUE[3:], "--period", "year:2019"], MISSING, "delegations.inbound.missions"),
        ([*VALUE, "--period", "term:2020-2015"], MISSING, "2020-2015 does not"),
        ([*VALUE, "--period", "range:2019-02-01..2019-01-01"], MISSING, "2019-02-01"),
        ([*VALUE, "--period", "2019"], MISSING, "year:2019"),
        ([*VALUE, "--period", "year:2019", "--by", "country"], USAGE, "column=member"),
        (["indicator", "value", "delegations.inbound.missions", "--territory", "nowhere", "--period", "year:2019"], MISSING, "nowhere"),
        (["indicator", "value", "fdi.projects.in_force", "--territory", "noi-nay", "--on", "2020-06-30"], MISSING, "investment projects in force"),
        (["indicator", "value", "fdi.projects.in_force", "--territory", "tien-giang", "--on", "2026-01-01"], MISSING, "no longer existed on"),
        (["report", "build", "month", "--territory", "noi-nay", "--year", "2019", "--out", "x"], USAGE, "There are: term, year"),
        (["report", "build", "term", "--territory", "noi-nay", "--year", "2019", "--out", "x"], USAGE, "--from 2015 --to 2020"),
        (["report", "build", "year", "--territory", "noi-nay", "--out", "x"], USAGE, "--year 2024"),
        (["report", "build", "term", "--territory", "noi-nay", "--from", "2020", "--to", "2015", "--out", "x"], USAGE, "2020-2015 does not"),
        (["report", "build", "year", "--territory", "nowhere", "--year", "2019", "--out", "x"], USAGE, "nowhere"),
        ([*BUILD, "--release", "7", "--out", "x"], USAGE, "There are: -"),
        (["figures", "read", "no-such-file.txt", "--lang", "vi"], USAGE, "no-such-file.txt cannot be read"),
        (["restore", "no-such-file.tar"], USAGE, "There is no file no-such-file.tar"),
        (["grants", "--role", "portal; DROP TABLE x"], USAGE, "ngoaivu_portal"),
        (["generate", "--office", "nobody"], USAGE, "No office has the key “nobody”"),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence(
    cast: Cast, words: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == code
    told = capsys.readouterr()
    assert says in told.err
    assert told.out == ""
    assert list(tmp_path.glob("x")) == [], "nothing is half written"


def test_a_report_of_a_territory_that_was_gone_is_refused(cast: Cast, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    cast.here.territory = Territory.objects.get(key="tien-giang")
    cast.here.save()
    out = tmp_path / "year.html"
    assert main(["report", "build", "year", "--territory", "tien-giang", "--year", "2026", "--out", str(out)]) == USAGE
    assert "no longer existed" in capsys.readouterr().err
    assert not out.exists()


def test_a_territory_without_an_office_is_named(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "build", "year", "--territory", "tien-giang", "--year", "2019", "--out", "x"]) == USAGE
    assert "No office keeps a registry of Tiền Giang" in capsys.readouterr().err


def test_a_draft_holds_what_the_officer_wrote_and_says_that_it_is_one(
    cast: Cast, report: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed_into(report["en"], lead="<p>Written by an officer.</p>")
    out = tmp_path / "term.json"
    assert main([*BUILD, "--lang", "en", "--format", "json", "--out", str(out)]) == DONE
    told = json.loads(out.read_text("utf-8"))
    assert told["texts"]["en"]["lead"] == [{"text": "Written by an officer."}]
    assert capsys.readouterr().out == f"Draft with 2 figures: {out}\n"
    out = tmp_path / "term.html"
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    assert main([*BUILD, "--lang", "en", "--out", str(out)]) == DONE
    assert "<b>A draft.</b>" in out.read_text("utf-8")


def test_a_page_of_an_office_without_a_portal_is_refused(report: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "term.html"
    assert main([*BUILD, "--out", str(out)]) == USAGE
    assert "no portal yet" in capsys.readouterr().err
    assert not out.exists()


def test_a_release_is_written_as_it_was_sealed(cast: Cast, report: Any, rows: list[Delegation], tmp_path: Path) -> None:
    released = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    delegation(cast, "Đoàn đến sau", 500)
    out = tmp_path / "term.json"
    assert main([*BUILD, "--release", "1", "--format", "json", "--out", str(out)]) == DONE
    assert out.read_text("utf-8") == released.edition.text
    assert main([*BUILD, "--release", "1", "--format", "docx", "--out", str(tmp_path / "term.docx")]) == DONE
    assert (tmp_path / "term.docx").read_bytes()[:2] == b"PK"


def test_verify_says_no_when_a_byte_changed(cast: Cast, report: Any, capsys: pytest.CaptureFixture[str]) -> None:
    released = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    assert main(["release", "verify"]) == DONE
    assert "whole: seal and 2 figures come out the same" in capsys.readouterr().out
    Edition.objects.filter(pk=released.edition_id).update(text=released.edition.text.replace("809", "810"))
    assert main(["release", "verify", "--json"]) == NO
    [told] = json.loads(capsys.readouterr().out)
    assert any("not the one that was sealed" in fault for fault in told["faults"])
    assert main(["release", "list"]) == DONE
    assert released.digest[:16] in capsys.readouterr().out


def test_indicators_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["indicator", "list", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert len(told) >= 40
    assert set(told[0]) == {"code", "kind", "unit", "name", "breakdowns"}
    assert main(["indicator", "show", "fdi.projects.in_force", "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["code"] == "fdi.projects.in_force"


def test_figures_are_read_as_a_list_for_one_file_and_by_name_for_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("Tỉnh đón hơn 800 đoàn khách, vốn khoảng 2,73 tỷ USD.", encoding="utf-8")
    two.write_text("Có 131 dự án.", encoding="utf-8")
    assert main(["figures", "read", str(one), "--lang", "vi", "--json"]) == DONE
    first, second = json.loads(capsys.readouterr().out)
    assert (first["value"], first["unit"], first["hedge"]) == ("800", "delegation", "over")
    assert (second["value"], second["unit"], second["hedge"]) == ("2730000000", "USD", "about")
    assert main(["figures", "read", str(one), str(two), "--lang", "vi", "--json"]) == DONE
    assert set(json.loads(capsys.readouterr().out)) == {str(one), str(two)}
    two.write_bytes(b"\xff\xfe1")
    assert main(["figures", "read", str(two), "--lang", "vi"]) == USAGE
    assert "no text in UTF-8" in capsys.readouterr().err


def test_figures_that_contradict_each_other_end_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Tổng số 10 đoàn, trong đó 4 đoàn vào và 5 đoàn ra.", encoding="utf-8")
    code = main(["figures", "check", str(text), "--lang", "vi", "--json"])
    told = json.loads(capsys.readouterr().out)[str(text)]
    assert code == (NO if told["findings"] else DONE)


def test_a_release_that_somebody_kept_a_note_of_cannot_vanish_unseen(cast: Cast, report: Any, capsys: pytest.CaptureFixture[str]) -> None:
    released = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    anchor = ["--office", cast.here.key, "--anchor", f"1:{released.digest[:16]}"]
    for act in ("list", "verify"):
        assert main(["release", act, *anchor]) == DONE
        assert main(["release", act, "--anchor", f"1:{'0' * 16}"]) == NO
        assert "bears another" in capsys.readouterr().err
    released.delete()
    assert main(["release", "verify", "--office", cast.here.key]) == DONE, "nothing that is left tells of it"
    for act in ("list", "verify"):
        assert main(["release", act, *anchor]) == NO
        assert "is gone" in capsys.readouterr().err


@pytest.mark.parametrize("anchor", ["3", "3:xyz", "abc", "1:12ab"])
def test_an_anchor_is_number_and_seal(cast: Cast, anchor: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "verify", "--office", cast.here.key, "--anchor", anchor]) == USAGE
    assert "3:9f86d081884c7d65" in capsys.readouterr().err


def test_a_fault_of_ours_is_not_taken_for_a_wrong_call() -> None:
    with pytest.raises(KeyError):
        run(Namespace(run=lambda _called: {}["nothing"]))
    with pytest.raises(ValueError, match="invalid literal"):
        run(Namespace(run=lambda _called: int("x")))


def test_the_server_asks_for_no_more_threads_than_it_calls_useful(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(os, "execv", lambda _program, words: asked.extend(words))
    serve.start("127.0.0.1", 8000, 2)
    assert int(asked[asked.index("--blocking-threads") + 1]) <= 2 * multiprocessing.cpu_count() + 1


def test_the_set_up_speaks_one_language_and_no_codes() -> None:
    with translation.override("en"):
        lines = [str(label) for _step, label in load.STEPS.values()]
        lines += [offices.named("Tỉnh Mẫu", outline, over) for outline, over in (("term", "term:2015-2020"), ("year", "year:2023"))]
    assert lines[-2:] == ["Tỉnh Mẫu: term report 2015–2020", "Tỉnh Mẫu: yearly report 2023"]
    assert all(line.isascii() for line in lines[:-2])
