"""Preparing an installation: folders, migrations, static files; each step only where something changed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

Say = Callable[[str], object]


def prepare(say: Say) -> None:
    """Make the installation ready; quick when it is already."""
    settings.BASE.mkdir(parents=True, exist_ok=True)
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    migrate(say)
    _collect(say)


def migrate(say: Say) -> None:
    """Bring the default database up to date, the packages' migrations before ours.

    Django renders every model that hangs together anew at each step. Sorted by name, Wagtail's 170 steps would come last
    and carry all our tables along: 32 seconds for an empty database on one core instead of 13.
    """
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    leaves = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(leaves):
        say(_("Preparing the database …"))
        ours = {app.label for app in apps.get_app_configs() if app.name.startswith("ngoaivu.")}
        executor.migrate([leaf for leaf in leaves if leaf[0] not in ours])
        call_command("migrate", verbosity=0)


def _collect(say: Say) -> None:
    stamp = settings.STATIC_ROOT / ".stamp"
    wanted = _fingerprint()
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    say(_("Collecting static files …"))
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted, "utf-8")


def _fingerprint() -> str:
    """Changes when a static file of ours does, or a package's version."""
    digest = hashlib.sha256()
    root: Path = settings.PACKAGE
    for path in sorted(root.rglob("static/**/*")):
        if path.is_file():
            told = path.stat()
            digest.update(f"{path.relative_to(root)} {told.st_size} {told.st_mtime_ns}\n".encode())
    from wagtail import __version__ as wagtail  # slow import

    return f"{digest.hexdigest()} {wagtail}"
