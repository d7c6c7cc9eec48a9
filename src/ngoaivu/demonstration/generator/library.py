"""The legal library of the model province: national texts and its own, each with the day on which it began and ended."""

import re
from datetime import date
from typing import Any

from ngoaivu.demonstration.generator.world import World, words
from ngoaivu.documents.models import LegalText

BEGIN = date(2015, 1, 8)
UNCHECKED = "?"  # a day nobody has checked against a source
YEAR = re.compile(r"/(20\d\d)/")


def draw(world: World) -> None:
    """Texts as they were issued, their change of status on the day, the replaced ones naming their successor."""
    kept: dict[str, Any] = {}
    ends: list[tuple[Any, str, str]] = []
    for part in ("national", "local"):
        for line in words("legal")[part]["texts"]:
            number, _kind, _issuer, _field, _issued, _force, expired, successor, _vi, _en = line.split("|")
            kept[number] = _text(world, line, local=part == "local")
            if expired:
                ends.append((kept[number], expired, successor))
    for row, expired, successor in ends:
        day = world.ledger.known_on(kept[successor]) if expired == UNCHECKED else date.fromisoformat(expired)
        values = {"status": "expired", "expired_on": None if expired == UNCHECKED else day}
        values |= {"replaced_by": kept[successor]} if successor else {}
        world.ledger.amend(row, day, by="specialist", verb="expire", why="hết hiệu lực theo văn bản thay thế hoặc hết kỳ kế hoạch", **values)


def _text(world: World, line: str, *, local: bool) -> Any:
    number, kind, issuer, field, issued, force, _expired, _successor, vi, en = line.split("|")
    issuer_vi, issuer_en = words("legal")["issuers"][issuer]
    day = date.fromisoformat(issued) if issued != UNCHECKED else None
    begins = date.fromisoformat(force) if force != UNCHECKED else None
    known = max(BEGIN, day or begins or date(int(YEAR.findall(number)[0]), 12, 31))
    row = LegalText(
        office=world.office,
        level="public",
        number=number,
        kind_vi=kind,
        issuer_vi=issuer_vi,
        issuer_en=issuer_en,
        title_vi=f"{kind} về {vi}",
        title_en=en[:1].upper() + en[1:],
        field=field,
        issued_on=day,
        in_force_from=begins,
        status="not_yet" if begins and begins > known else "in_force",
        local=local,
    )
    world.ledger.add(row, known)
    if begins and begins > known:
        world.ledger.amend(row, begins, by="specialist", verb="enter into force", why="đến ngày có hiệu lực", status="in_force")
    return row
