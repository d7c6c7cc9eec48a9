"""Uploads between two screens of an import: a file in a folder of its own, for the person who sent it, gone after a day."""

import json
import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path, PurePath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404

from ngoaivu.accounts.seats import Seat
from ngoaivu.documents.actions import digest_of

A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Upload:
    """A file waiting to be imported: its token, its own name, its digest."""

    token: str
    name: str
    sha256: str

    @property
    def folder(self) -> Path:
        """Where it waits."""
        return _waiting() / self.token

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / "content"

    def forget(self) -> None:
        """Take it away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def progress(self, done: int, of: int) -> None:
        """Note how far the reading is, for the screen that waits."""
        (self.folder / "progress").write_text(f"{done} {of}")

    def progressed(self) -> tuple[int, int]:
        """How far the reading is."""
        try:
            done, of = (self.folder / "progress").read_text().split()
        except (FileNotFoundError, ValueError):
            return 0, 0
        return int(done), int(of)


def keep(file: UploadedFile[bytes], seat: Seat) -> Upload:
    """Keep a file until it is imported, and take away what others left a day ago."""
    for old in _waiting().glob("*"):
        if old.stat().st_mtime < time.time() - A_DAY:
            shutil.rmtree(old, ignore_errors=True)
    upload = Upload(secrets.token_urlsafe(16), PurePath(file.name or "").name, digest_of(file))
    upload.folder.mkdir(parents=True)
    with upload.path.open("wb") as target:
        for piece in file.chunks():
            target.write(piece)
    (upload.folder / "facts.json").write_text(json.dumps([upload.name, upload.sha256, seat.user.pk, seat.office.pk]))
    return upload


def find(token: str, seat: Seat) -> Upload:
    """The upload of that token, if this person sent it for this office."""
    facts = _waiting() / PurePath(token).name / "facts.json"
    if not facts.is_file():
        raise Http404
    name, sha256, user, office = json.loads(facts.read_text())
    if (user, office) != (seat.user.pk, seat.office.pk):
        raise Http404
    return Upload(facts.parent.name, name, sha256)


def drop(token: str, seat: Seat) -> None:
    """Take away a file that is no longer waited for, if there is one."""
    if token:
        find(token, seat).forget()


def _waiting() -> Path:
    return Path(settings.MEDIA_ROOT) / "waiting"
