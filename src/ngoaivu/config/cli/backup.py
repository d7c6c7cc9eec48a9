"""`ngoaivu backup|restore`: database and files in one archive, checked by digest before anything is replaced.

SQLite is copied by VACUUM INTO while it is in use; PostgreSQL by pg_dump and pg_restore.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from ngoaivu import __version__
from ngoaivu.config.cli import DONE
from ngoaivu.core import changes

FORMAT = "ngoaivu.backup/1"
MANIFEST = {"database", "revision", "sha256"}


class Refused(ValueError):
    """A backup that cannot be made or put back; the message says what to do."""


def save(called: argparse.Namespace) -> int:
    """Write the archive beside its final name first, so that a half-written one is never taken for whole."""
    target = Path(called.archive)
    if target.exists():
        raise Refused(_("%(file)s exists already: choose another name; a backup never overwrites one.") % {"file": target})
    if not target.resolve().parent.is_dir():
        raise Refused(_("There is no folder %(folder)s: make it first.") % {"folder": target.resolve().parent})
    with tempfile.TemporaryDirectory(dir=target.resolve().parent) as folder:
        here = Path(folder)
        _dump(here / "database")
        files = _files()
        manifest = {
            "format": FORMAT,
            "version": __version__,
            "database": connection.vendor,
            "revision": changes.latest(),
            "sha256": _digests({"database": here / "database"} | files),
        }
        (here / "manifest.json").write_text(json.dumps(manifest, indent=1), "utf-8")
        building = here / "building.tar"
        with tarfile.open(building, "w") as archive:
            archive.add(here / "manifest.json", "manifest.json")
            archive.add(here / "database", "database")
            for name, path in files.items():
                archive.add(path, name)
        building.rename(target)
    print(
        _("Saved up to registry position %(revision)d, with %(files)d files: %(archive)s")
        % {"revision": manifest["revision"], "files": len(files), "archive": target}
    )
    return DONE


def restore(called: argparse.Namespace) -> int:
    """Unpack, check every digest, then replace database and files; nothing is touched when anything is wrong."""
    source = Path(called.archive)
    if not source.exists():
        raise Refused(_("There is no file %(file)s.") % {"file": source})
    settings.BASE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.BASE) as folder:
        here = Path(folder)
        manifest = _unpack(source, here)
        if not called.replace and _holds_something():
            raise Refused(_("There are records here already: add --replace to put the archive in their place."))
        (here / "files").mkdir(exist_ok=True)
        _load(here / "database")
        _exchange(here / "files", here / "files before")
    print(_("Restored registry position %(revision)d.") % {"revision": manifest["revision"]})
    return DONE


def _unpack(source: Path, here: Path) -> dict[str, Any]:
    try:
        with tarfile.open(source) as archive:
            archive.extractall(here, filter="data")
        manifest: dict[str, Any] = json.loads((here / "manifest.json").read_text("utf-8"))
    except (tarfile.TarError, OSError, ValueError) as error:
        raise Refused(_("%(file)s is no backup of Ngoại Vụ, or is damaged: %(why)s") % {"file": source, "why": error}) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT or not set(manifest) >= MANIFEST:
        raise Refused(_("%(file)s is no backup of Ngoại Vụ, or is damaged: %(why)s") % {"file": source, "why": FORMAT})
    if manifest["database"] != connection.vendor:
        raise Refused(
            _("This archive was made on %(theirs)s and cannot be put into %(ours)s.") % {"theirs": manifest["database"], "ours": connection.vendor}
        )
    _check(here, manifest["sha256"])
    return manifest


def _check(here: Path, sealed: dict[str, str]) -> None:
    """Refuse an archive that lacks a file, holds one that was not sealed, or one that changed."""
    found = {str(path.relative_to(here)): path for path in here.rglob("*") if path.is_file() and path != here / "manifest.json"}
    if missing := sorted({"database", *sealed} - set(found)):
        raise Refused(_("The archive lacks %(name)s: use another backup.") % {"name": missing[0]})
    digests = _digests(found)
    if changed := sorted(name for name, digest in digests.items() if digest != sealed.get(name)):
        raise Refused(_("%(name)s in the archive is damaged: use another backup.") % {"name": changed[0]})


def _exchange(fresh: Path, before: Path) -> None:
    """Put the files of the archive in the place of those that are there; two renames, so that no half of them is ever there."""
    if settings.MEDIA_ROOT.exists():
        settings.MEDIA_ROOT.replace(before)
    settings.MEDIA_ROOT.parent.mkdir(parents=True, exist_ok=True)
    fresh.replace(settings.MEDIA_ROOT)


def _dump(target: Path) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
        return
    _postgres("pg_dump", "--format=custom", f"--file={target}", f"--dbname={_address()}")


def _load(source: Path) -> None:
    if connection.vendor == "sqlite":
        place = Path(connection.settings_dict["NAME"])
        connection.close()
        for beside in (place.with_name(place.name + "-wal"), place.with_name(place.name + "-shm")):
            beside.unlink(missing_ok=True)
        shutil.copyfile(source, place.with_suffix(".restoring"))
        place.with_suffix(".restoring").replace(place)
        return
    connection.close()
    _postgres("pg_restore", "--clean", "--if-exists", "--single-transaction", "--no-owner", f"--dbname={_address()}", str(source))


def _postgres(*command: str) -> None:
    """Run a tool of PostgreSQL; the password goes by the environment, where other users of the machine cannot read it."""
    password = {"PGPASSWORD": connection.settings_dict["PASSWORD"] or ""}
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | password)
    except FileNotFoundError as error:
        raise Refused(_("The program %(name)s is not installed: install the client of PostgreSQL.") % {"name": command[0]}) from error
    except subprocess.CalledProcessError as error:
        raise Refused(_("%(name)s failed and nothing was replaced: %(why)s") % {"name": command[0], "why": error.stderr.strip()}) from error


def _address() -> str:
    told = connection.settings_dict
    return f"postgresql://{quote(told['USER'] or '')}@{quote(told['HOST'], safe='')}:{told['PORT'] or 5432}/{told['NAME']}"


def _holds_something() -> bool:
    try:
        return changes.latest() > 0
    except Exception:  # a database without tables holds nothing
        return False


def _files() -> dict[str, Path]:
    root: Path = settings.MEDIA_ROOT
    return {f"files/{path.relative_to(root)}": path for path in sorted(root.rglob("*")) if path.is_file()}


def _digests(files: dict[str, Path]) -> dict[str, str]:
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
