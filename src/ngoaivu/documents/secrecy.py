"""State secrets «bí mật nhà nước»: content that carries a mark of secrecy is refused at entry."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ngoaivu.core import vietnamese

# The marks of the law on state secrets (117/2025/QH15), as they stand on a paper: capitals, alone or after "độ".
SECRET = re.compile(r"(?:^|[\s(\[.,;:/_-])(TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT|[Đđ]ộ\s+[Mm]ật|[Tt]uyệt\s+mật|[Tt]ối\s+mật)(?=$|[\s)\].,;:/_-])")

# «MẬT» in capitals is no mark where it is half of another word: honey, a password, density; secret matters as such, or declassified.
HALF_BEFORE = re.compile(r"\b(?:BÍ|BẢO|CƠ|THÂN|GIẢI|TRĂNG|CẨN|NGỌT)\s+$")
HALF_AFTER = re.compile(r"\s+(?:ONG|KHẨU|THIẾT|ĐỘ|MÃ|MÍA|NGỌT|HOA|GẤU|DỪA|THƯ|VỤ|NGHỊ|ƯỚC)\b")

# On a paper the mark is a stamp: a line of its own, also in spaced letters, or at the edge of a line of the head.
STAMP = re.compile(r"(?:Đ[Ộộ]\s+M[Ậậ]T\s*:\s*)?(T\s?U\s?Y\s?Ệ\s?T\s+M\s?Ậ\s?T|T\s?Ố\s?I\s+M\s?Ậ\s?T|M\s?Ậ\s?T)")
DEGREE = re.compile(r"[Đđ][Ộộ]\s+[Mm][Ậậ][Tt]\s*:\s*([Tt]uyệt mật|[Tt]ối mật|[Mm]ật|TUYỆT MẬT|TỐI MẬT|MẬT)\s*$")
EDGE = re.compile(r"^(TUYỆT MẬT|TỐI MẬT|MẬT)\s{2,}|(?:\s{2,}|[0-9]+/\S{1,40}\s)(TUYỆT MẬT|TỐI MẬT|MẬT)$")
BROKEN = re.compile(r"(?:BÍ|BẢO|CƠ)\s*$")  # the line before belongs to one word: «bí mật», «bảo mật», «cơ mật»
HEAD = 15  # lines
WIDE, EDGES = 400, 150  # a longer line is looked at from both ends only: the patterns would be slow on a million spaces


def refuse_secret(text: str) -> None:
    """Refuse content that carries a mark of secrecy: this machine is on a network, secrets stay on the isolated one."""
    known = vietnamese.nfc(text)
    for found in SECRET.finditer(known):
        before = known[max(0, found.start(1) - 12) : found.start(1)]
        half = HALF_BEFORE.search(before) or HALF_AFTER.match(known, found.end(1))
        if found[1] != "MẬT" or not half:
            raise _refusal(found[1])


def refuse_stamped(text: str) -> None:
    """Refuse the text of a paper that is stamped secret. Prose may speak of secrets: a report on their protection is none."""
    for page in vietnamese.nfc(text).split("\f"):
        lines = [line if len(line) <= WIDE else f"{line[:EDGES]} … {line[-EDGES:]}" for row in page.splitlines() if (line := row.strip())]
        for number, line in enumerate(lines):
            if mark := _stamp(line, lines[number - 1] if number else "", head=number < HEAD):
                raise _refusal(mark)


def _stamp(line: str, before: str, *, head: bool) -> str:
    """The mark a line of a paper is or carries, or nothing."""
    bare = line.strip("*-–—_.:;|[](){}<>/ \t")
    if (found := STAMP.fullmatch(bare)) and not BROKEN.search(before):
        return "".join(found[1].split()).replace("MẬT", " MẬT").strip()
    if found := DEGREE.search(bare):
        return found[1]
    found = EDGE.search(line) if head else None
    return next((mark for mark in found.groups() if mark), "") if found else ""


def _refusal(mark: str) -> ValidationError:
    return ValidationError(
        _(
            "“%(mark)s” marks a state secret, and this networked system may not hold one (law 117/2025/QH15). "
            "Keep the paper on the isolated network; register here only what is not secret."
        ),
        code="secret",
        params={"mark": mark},
    )


def text_columns(row: models.Model) -> dict[str, str]:
    """The columns of a row that hold text, with what they hold."""
    fields = [field for field in row._meta.local_concrete_fields if isinstance(field, models.CharField | models.TextField)]
    return {field.attname: text for field in fields if isinstance(text := getattr(row, field.attname), str)}


def refuse_secret_row(row: models.Model) -> None:
    """Refuse a row of which any text carries a mark of secrecy; each refusal stands beside its column."""
    found: dict[str, ValidationError] = {}
    for name, text in text_columns(row).items():
        try:
            refuse_secret(text)
        except ValidationError as error:
            found[name] = error
    if found:
        raise ValidationError(dict(found))
