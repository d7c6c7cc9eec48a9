"""Days a text carries «ngày của bài»: a day, a month or a year, typed as people write it and kept as ISO."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FORMS = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?)?", re.ASCII),
    re.compile(r"(?:(?:(?P<day>\d\d?)[/.-])?(?P<month>\d\d?)[/.-])(?P<year>\d{4})", re.ASCII),
)
FIRST, LAST = 1900, 2100


def kept(text: str) -> str:
    """The day as a text keeps it: `2026-11-20`, `2026-11`, `2026`; nothing for nothing. A sentence for what is no day."""
    told = text.strip()
    if not told:
        return ""
    found = next((match for form in FORMS if (match := form.fullmatch(told))), None)
    parts = [int(found[name]) for name in ("year", "month", "day") if found[name]] if found else []
    if not parts or not FIRST <= parts[0] <= LAST or not _real(parts):
        raise ValidationError(_("“%(text)s” is no day: write a day such as 20/11/2026, a month such as 11/2026, or a year.") % {"text": text})
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def refusal(text: str) -> str:
    """Why a stored day may not go out; empty when it may."""
    try:
        kept(text)
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def _real(parts: list[int]) -> bool:
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True
