"""The text layer «lớp chữ» of a paper: what can be read in a PDF without looking at it, within limits of memory and time."""

import subprocess
import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from ngoaivu.documents import reading_pdf

# The reader stops itself by its own clock; this one is for a machine that is busy with other things.
PATIENCE = 60


def text_of(file: File[bytes]) -> str:
    """The text of a PDF, its pages begun by form feeds; empty for a picture, and for a PDF that is damaged, locked or only pictures."""
    file.seek(0)
    content = file.read()
    file.seek(0)
    if not content.startswith(b"%PDF-"):
        return ""
    command = [sys.executable, "-I", str(Path(reading_pdf.__file__))]
    try:
        read = subprocess.run(command, input=content, capture_output=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise _endless(file) from error
    if read.returncode not in {0, reading_pdf.NOTHING}:
        raise _endless(file)
    return read.stdout.decode("utf-8") if read.returncode == 0 else ""


def _endless(file: File[bytes]) -> ValidationError:
    return ValidationError(
        _(
            "%(name)s takes more memory or time to read than a letter may, so that it cannot be searched for marks of secrecy: "
            "print it into a new PDF, or scan the paper, and send that."
        )
        % {"name": Path(file.name or "").name},
        code="endless",
    )
