"""One migrated database per set of migrations, cloned in milliseconds: SQLite by copying a file, PostgreSQL by TEMPLATE.

A clone carries the number of the process that uses it; clones of processes that are gone are removed by the next run.
"""

import fcntl
import hashlib
import itertools
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from ngoaivu.config.preparing import migrate

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "tests"
# Several working trees may share one PostgreSQL: the templates of the newest few stay.
TEMPLATES_KEPT = 8
_numbers = itertools.count()


def fingerprint() -> str:
    """Changes when a migration does, ours or a package's, or a table of reference that one loads."""
    digest = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes())
    for path in sorted([*(ROOT / "src").rglob("migrations/*.py"), *(ROOT / "src").rglob("reference/*.*")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def cloned() -> Iterator[str]:
    """Point the default connection, in every thread, at a fresh clone; afterwards back at what was there."""
    before = settings.DATABASES["default"]["NAME"]
    name = (_clone_sqlite if connection.vendor == "sqlite" else _clone_postgres)()
    _point_at(name)
    try:
        yield name
    finally:
        if connection.vendor == "sqlite":
            _point_at(before)
            for left in Path(name).parent.glob(f"{Path(name).name}*"):
                left.unlink()
        else:
            _point_at("postgres")
            _say(f"DROP DATABASE {name} WITH (FORCE)")
            _point_at(before)


def address() -> str:
    """The present database as NGOAIVU_DATABASE, for a process of its own."""
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgres://{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


def _clone_sqlite() -> str:
    with _turn(BUILD):
        template = BUILD / f"template-{fingerprint()}.sqlite3"
        for old in BUILD.glob("*.sqlite3*"):
            if not old.name.startswith(template.name) and not _alive(old.name):
                old.unlink()
        if not template.exists():
            _migrate_sqlite(template)
    mine = BUILD / f"clone-p{os.getpid()}-{next(_numbers)}.sqlite3"
    shutil.copyfile(template, mine)
    return str(mine)


def _migrate_sqlite(template: Path) -> None:
    building = BUILD / f"building-p{os.getpid()}.sqlite3"
    _point_at(str(building))
    migrate(str)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    building.rename(template)


def _clone_postgres() -> str:
    with _turn(Path(tempfile.gettempdir())):
        _point_at("postgres")
        template = f"ngoaivu_template_{fingerprint()}"
        names = _ask(
            "SELECT datname FROM pg_database d WHERE NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)"
            " AND datname LIKE 'ngoaivu\\_%%' AND pg_has_role(datdba, 'MEMBER') ORDER BY oid DESC"
        )
        templates = [name for name in names if name.startswith("ngoaivu_template_")]
        stale = [name for name in names if name.startswith(("ngoaivu_clone_p", "ngoaivu_building_p")) and not _alive(name)]
        for name in stale + templates[TEMPLATES_KEPT:]:
            _say(f"DROP DATABASE IF EXISTS {name}")
        if not _ask(f"SELECT datname FROM pg_database WHERE datname = '{template}'"):
            _migrate_postgres(template)
        mine = f"ngoaivu_clone_p{os.getpid()}_{next(_numbers)}"
        _say(f"CREATE DATABASE {mine} TEMPLATE {template}")
    return mine


def _migrate_postgres(template: str) -> None:
    building = f"ngoaivu_building_p{os.getpid()}"
    _say(f"CREATE DATABASE {building}")
    _point_at(building)
    migrate(str)
    _point_at("postgres")
    _say(f"ALTER DATABASE {building} RENAME TO {template}")


def _alive(name: str) -> bool:
    """Whether the process that made a clone still runs."""
    found = re.search(r"[-_]p(\d+)", name)
    return found is not None and Path(f"/proc/{found[1]}").exists()


@contextmanager
def _turn(where: Path) -> Iterator[None]:
    """One worker builds, the others wait; for PostgreSQL those of other working trees too."""
    where.mkdir(parents=True, exist_ok=True)
    with (where / f"ngoaivu-turn-{os.getuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _point_at(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = name


def _say(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _ask(query: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [name for (name,) in cursor.fetchall()]
