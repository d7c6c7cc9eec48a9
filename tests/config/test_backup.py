"""Backup and restore: everything comes back, nothing is overwritten, and a damaged archive replaces nothing."""

import io
import json
import shutil
import tarfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection

from ngoaivu.config.cli import DONE, USAGE, main
from ngoaivu.core import changes
from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.actions import keep
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import assemble


@pytest.fixture
def home(own_database: str, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with one record and one file."""
    monkeypatch.setenv("NGOAIVU_LANG", "en")
    settings.BASE, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    (tmp_path / "files" / "scans").mkdir(parents=True)
    (tmp_path / "files" / "scans" / "thư.txt").write_text("thư mời", encoding="utf-8")
    cast = assemble()
    row = Delegation(office=cast.here, territory=cast.here.territory, direction="inbound", title_vi="Đoàn Lào")
    keep(row, by=cast.specialist.actor)
    return tmp_path


def spoil() -> None:
    """What happens to an installation before it is restored."""
    cast_office = Territory.objects.get(key="noi-nay")
    with changes.change(by=changes.SYSTEM, verb="spoil"):
        pass
    assert cast_office.key == "noi-nay"
    scan = django_settings.MEDIA_ROOT / "scans" / "thư.txt"
    scan.write_text("đã hỏng", encoding="utf-8")
    (django_settings.MEDIA_ROOT / "later.txt").write_text("sau này", encoding="utf-8")


def rebuilt(archive: Path, changed: dict[str, bytes | None]) -> None:
    """The archive with some members replaced, added or left out, everything else as it was."""
    with tarfile.open(archive) as old:
        members = {one.name: old.extractfile(one).read() for one in old.getmembers() if one.isfile()}  # type: ignore[union-attr]
    members |= {name: told for name, told in changed.items() if told is not None}
    with tarfile.open(archive, "w") as new:
        for name, told in members.items():
            if name in changed and changed[name] is None:
                continue
            info = tarfile.TarInfo(name)
            info.size = len(told)
            new.addfile(info, io.BytesIO(told))


def test_a_round_trip_brings_records_and_files_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = home / "kept.tar"
    assert main(["backup", str(archive)]) == DONE
    assert "with 1 files" in capsys.readouterr().out
    before = changes.latest()
    spoil()
    assert changes.latest() == before + 1
    assert main(["restore", str(archive), "--replace"]) == DONE
    assert f"Restored registry position {before}." in capsys.readouterr().out
    assert changes.latest() == before
    assert Delegation.objects.get().title_vi == "Đoàn Lào"
    assert (home / "files" / "scans" / "thư.txt").read_text("utf-8") == "thư mời"
    assert not (home / "files" / "later.txt").exists()
    with changes.change(by=changes.SYSTEM, verb="go on"):
        pass
    assert changes.latest() == before + 1, "the registry goes on after a restore"


def test_nothing_is_overwritten(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = home / "kept.tar"
    archive.write_text("mine")
    assert main(["backup", str(archive)]) == USAGE
    assert "exists already: choose another name" in capsys.readouterr().err
    assert archive.read_text() == "mine"
    assert main(["backup", str(home / "nowhere" / "kept.tar")]) == USAGE
    assert "make it first" in capsys.readouterr().err
    archive.unlink()
    main(["backup", str(archive)])
    spoil()
    before = Change.objects.count()
    assert main(["restore", str(archive)]) == USAGE
    assert "add --replace" in capsys.readouterr().err
    assert Change.objects.count() == before


DAMAGE: dict[str, tuple[dict[str, bytes | None], str]] = {
    "database": ({"database": b"something else"}, "database in the archive is damaged"),
    "file": ({"files/scans/thư.txt": "thư khác".encode()}, "files/scans/thư.txt in the archive is damaged"),
    "file missing": ({"files/scans/thư.txt": None}, "The archive lacks files/scans/thư.txt"),
    "database missing": ({"database": None}, "The archive lacks database"),
    "file added": ({"files/virus.txt": b"x"}, "files/virus.txt in the archive is damaged"),
    "no manifest": ({"manifest.json": None}, "is no backup of Ngoại Vụ"),
    "another manifest": ({"manifest.json": json.dumps({"format": "other"}).encode()}, "is no backup of Ngoại Vụ"),
    "no object": ({"manifest.json": b"[]"}, "is no backup of Ngoại Vụ"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_archive_is_refused_and_nothing_is_replaced(home: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    archive, (changed, says) = home / "kept.tar", DAMAGE[name]
    main(["backup", str(archive)])
    spoil()
    before = changes.latest()
    rebuilt(archive, changed)
    assert main(["restore", str(archive), "--replace"]) == USAGE
    assert says in capsys.readouterr().err
    assert changes.latest() == before
    assert (home / "files" / "scans" / "thư.txt").read_text("utf-8") == "đã hỏng"
    assert [path.name for path in home.iterdir() if path.name.startswith("tmp")] == [], "nothing is left lying about"


def test_a_cut_archive_and_one_of_another_database_are_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = home / "kept.tar"
    main(["backup", str(archive)])
    cut = home / "cut.tar"
    cut.write_bytes(archive.read_bytes()[:3000])
    assert main(["restore", str(cut), "--replace"]) == USAGE
    with tarfile.open(archive) as opened:
        manifest = json.loads(opened.extractfile("manifest.json").read())  # type: ignore[union-attr]
    other = "postgresql" if connection.vendor == "sqlite" else "sqlite"
    rebuilt(archive, {"manifest.json": json.dumps(manifest | {"database": other}).encode()})
    assert main(["restore", str(archive), "--replace"]) == USAGE
    assert f"was made on {other}" in capsys.readouterr().err


def test_an_empty_home_is_filled_without_asking(home: Path, tmp_path: Path) -> None:
    archive = home / "kept.tar"
    main(["backup", str(archive)])
    shutil.rmtree(home / "files")
    assert main(["restore", str(archive), "--replace"]) == DONE
    assert (home / "files" / "scans" / "thư.txt").exists()


@pytest.mark.parametrize("name", ["database", "revision", "sha256"])
def test_a_manifest_that_lacks_a_part_is_refused_in_words(home: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    archive = home / "one.tar"
    main(["backup", str(archive)])
    with tarfile.open(archive) as packed:
        manifest = json.load(packed.extractfile("manifest.json") or io.BytesIO())
    rebuilt(archive, {"manifest.json": json.dumps({part: told for part, told in manifest.items() if part != name}).encode()})
    assert main(["restore", str(archive), "--replace"]) == USAGE
    assert "Traceback" not in capsys.readouterr().err
