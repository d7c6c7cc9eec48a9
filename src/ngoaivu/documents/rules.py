"""Rules of documents: which files may be kept. The content decides, not the name."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from ngoaivu.documents.secrecy import refuse_secret, refuse_stamped
from ngoaivu.documents.texts import text_of

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
# First bytes of a file, and the endings it may then have.
KINDS = {
    b"%PDF-": (".pdf",),
    b"\x89PNG\r\n\x1a\n": (".png",),
    b"\xff\xd8\xff": (".jpg", ".jpeg"),
}


def check_scan(file: File[bytes]) -> str:
    """Refuse a file that is no PDF, PNG or JPEG, is empty or too large, or whose name or text carries a mark of secrecy.

    Gives its text; empty where there is none to be read, so that a person must look.
    """
    name = PurePath(file.name or "").name
    refuse_secret(PurePath(name).stem)
    if not file.size:
        raise ValidationError(_("The file %(name)s is empty: scan the paper again.") % {"name": name}, code="empty")
    if file.size > LARGEST:
        raise ValidationError(
            _("The file %(name)s has %(size)d MB, the most is %(most)d MB: scan it in black and white or at 200 dpi.")
            % {"name": name, "size": -(-file.size // MEGABYTE), "most": LARGEST // MEGABYTE},
            code="large",
        )
    file.seek(0)
    head = file.read(16)
    file.seek(0)
    endings = next((endings for mark, endings in KINDS.items() if head.startswith(mark)), ())
    if PurePath(name.lower()).suffix not in endings:
        raise ValidationError(_("%(name)s is no PDF, PNG or JPEG file: save the scan as one of these.") % {"name": name}, code="kind")
    text = text_of(file)
    refuse_stamped(text)
    return text if text.strip() else ""
