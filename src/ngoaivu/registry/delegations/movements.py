"""Movements «loại đoàn»: direction and origin in one question, as an officer thinks of a visit, and what a letter says of it.

A reader of modest skill, as `documents.letters`: it is sure or it is silent.
"""

import re

from django.utils.translation import gettext_lazy

from ngoaivu.core.models import Territory
from ngoaivu.core.vietnamese import fold, nfc
from ngoaivu.registry.desk.naming import countries

MOVEMENTS = {
    "inbound-foreign": gettext_lazy("From abroad, visits us"),
    "outbound-foreign": gettext_lazy("From here, goes abroad"),
    "inbound-domestic": gettext_lazy("From elsewhere in the country, visits us"),
    "outbound-domestic": gettext_lazy("From here, goes elsewhere in the country"),
}
HOME = "viet nam"
# As much of a scan as two pages hold.
READ = 20_000
# «đến ngày 28» ends a span of days and is no visit.
COMES = r"\b(?:đến|sang|tới)\b(?! hết| ngày| \d)"
ABROAD = re.compile(r"\bđoàn ra\b|\bđi công tác (?:tại |ở )?nước ngoài\b")
SENT = re.compile(r"\bcử đoàn\b[^.;]{0,300}?\bđi\b(?! cùng| theo)[^.;]{0,300}")
RECEIVED = re.compile(rf"\bđoàn vào\b|\b(?:đón|tiếp)(?:,? (?:đón|tiếp|và|làm việc với))* đoàn\b[^.;]{{0,300}}?(?:{COMES}|\bthăm\b)")
# «đoàn tỉnh bạn thăm và làm việc tại Tỉnh Mẫu»: what is visited stands right behind the verb.
VISITS = r"\bthăm(?:,? (?:và )?(?:làm việc|hữu nghị|chính thức|xã giao|khảo sát))*(?: (?:tại|ở|với))?(?: tỉnh| thành phố)?"
SENT_HERE = re.compile(rf"\bcử đoàn\b[^.;]{{0,300}}?{COMES}")


def movement_in(text: str, issuer: str, place: str) -> str:
    """The kind of delegation a letter tells of; empty where it says nothing, or two things. `place` is where we are."""
    told, named = _flat(text), re.escape(_flat(place))
    here = re.search(rf"\bđoàn\b[^.;]{{0,300}}?(?:{COMES}[^.;,]{{0,60}}?|{VISITS} )\b{named}(?!\w)", told)
    comes = RECEIVED.search(told) or here or (_from_abroad(issuer) and SENT_HERE.search(told))
    goes = ABROAD.search(told) or SENT.search(told)
    if bool(comes) == bool(goes) or not (ABROAD.search(told) or _named(told)):
        return ""
    return "outbound-foreign" if goes else "inbound-foreign"


def countries_in(text: str, movement: str) -> list[Territory]:
    """The countries a letter tells of: of a delegation from here all it is sent to, in their order; else the one the letter names, or none."""
    told = _flat(text)
    sent = _named(" ; ".join(found[0] for found in SENT.finditer(told))) if movement == "outbound-foreign" else []
    named = sent or _named(told)
    return named if sent or len(named) == 1 else []


def _flat(text: str) -> str:
    return " ".join(nfc(text[:READ]).casefold().split())


def _from_abroad(issuer: str) -> bool:
    """Whether a body abroad wrote; a friendship society of ours names the other country too."""
    told = _flat(issuer)
    return "việt" not in told.split() and bool(_named(told))


def _named(told: str) -> list[Territory]:
    """The countries besides our own that stand in a text, each once, in their order; the longer name goes before one inside it."""
    names = {country.name_vi.casefold(): country for country in countries() if fold(country.name_vi) != HOME}
    any_name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    found = [names[match[0]] for match in re.finditer(rf"(?<!\w)(?:{any_name})(?!\w)", told)] if names else []
    return list(dict.fromkeys(found))
