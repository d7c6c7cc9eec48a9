"""The world the rooms draw in: the office, the places, the vocabulary, the partners known so far, and the ledger.

Every record cites a register of its room and year, a synthetic paper that says so in its title.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from ngoaivu.accounts.models import Office
from ngoaivu.core.models import Territory
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.demonstration.generator.chance import Chance
from ngoaivu.demonstration.generator.ledger import Ledger, R
from ngoaivu.documents.models import Citation, DocumentKind, SourceDocument

WORDS = Path(__file__).parent / "words"
YEARS = range(2015, 2026)
LAST = date(2025, 12, 31)
LABEL_VI, LABEL_EN = "dữ liệu tổng hợp để trình diễn", "synthetic data for demonstration"
REGISTERS = {
    "partners": "Sổ đối tác và quan hệ|Register of partners and relationships",
    "agreements": "Sổ thỏa thuận|Register of agreements",
    "delegations": "Sổ theo dõi đoàn vào, đoàn ra|Register of delegations",
    "events": "Sổ theo dõi sự kiện và bản tin|Register of events and bulletins",
    "aid": "Sổ theo dõi viện trợ và tình nguyện viên|Register of aid and volunteers",
    "community": "Sổ theo dõi hội, doanh nghiệp kiều bào, khóa học viên|Register of associations, enterprises and cohorts",
    "casework": "Sổ hồ sơ cho phép sử dụng thẻ ABTC và thủ tục|Register of ABTC permissions and procedures",
    "statistics": "Báo cáo số liệu của các sở, ngành|Statistical report of the departments",
}
When = date | ImpreciseDate | None


@cache
def words(name: str) -> dict[str, Any]:
    """One table of the vocabulary."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text("utf-8"))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Known:
    """A partner as the rooms speak of it: the row, and its name inside a sentence."""

    row: Any
    country: str
    kind: str
    vi: str
    en: str


@dataclass
class World:
    """World «bối cảnh sinh dữ liệu»: what every room of the generator draws from and writes to."""

    office: Office
    places: Mapping[str, Territory]
    seed: int
    ledger: Ledger = field(default_factory=Ledger)
    partners: list[Known] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    sources: dict[tuple[str, int, int], Citation] = field(default_factory=dict)

    def chance(self, room: str) -> Chance:
        """The stream of draws of a room."""
        return Chance(self.seed, room)

    def prose(self, country: str, language: str) -> str:
        """The name of a country inside a sentence."""
        place = self.places[country]
        if language != "en":
            return place.name_vi
        return str(words("partners")["country"][country].get("prose", place.name_en))

    def record(self, model: type[Any], room: str, known: date, titles: str, *, start: When = None, end: When = None, **columns: Any) -> Any:
        """A row of the office, known from a day on, with its register as source; `titles` is Vietnamese|English."""
        self.numbers[model.__name__] += 1
        vi, en = titles.split("|")
        row = model(
            office=self.office,
            territory=self.office.territory,
            code=f"{model._meta.model_name}-{self.numbers[model.__name__]:04d}",
            title_vi=capital(vi),
            title_en=capital(en),
            citation=self.source(room, known),
            **columns,
        )
        row.starts(exactly(start))
        row.ends(exactly(end))
        return self.ledger.add(row, known)

    def source(self, room: str, known: date) -> Citation:
        """The quarter of the room's register in which something was written down."""
        quarter = (known.month + 2) // 3
        key = (room, known.year, quarter)
        if key not in self.sources:
            document = self._register(room, known)
            place = {"place_vi": f"quý {quarter}/{known.year}", "place_en": f"quarter {quarter} of {known.year}"}
            self.sources[key] = self.ledger.add(Citation(document=document, **place), known)
        return self._used(self.sources[key], known)

    def _register(self, room: str, known: date) -> SourceDocument:
        same = [citation for (name, year, _quarter), citation in self.sources.items() if (name, year) == (room, known.year)]
        if same:
            return self._used(same[0].document, known)
        vi, en = REGISTERS[room].split("|")
        document = SourceDocument(
            office=self.office,
            level="public",
            kind=DocumentKind.SYNTHETIC,
            numbers=f"{list(REGISTERS).index(room) + 1:02d}/{known.year}/TM-SNgV",
            title_vi=f"{vi} năm {known.year} ({LABEL_VI})",
            title_en=f"{en} {known.year} ({LABEL_EN})",
            issuer_vi=self.office.name_vi,
            issuer_en=self.office.name_en,
            issued_from=date(known.year, 1, 1),
            issued_to=date(known.year, 12, 31),
        )
        return self.ledger.add(document, known)

    def _used(self, row: R, known: date) -> R:
        return self.ledger.add(row, min(known, self.ledger.known_on(row)))


def exactly(when: When) -> ImpreciseDate:
    """A day as an imprecise date of one day."""
    return ImpreciseDate(when, when) if isinstance(when, date) or when is None else when


def within(year: int, day: date) -> date:
    """The day, or the last one of the registry where it lies later."""
    return min(day, LAST, date(year + 1, 3, 31))


def after(day: date, days: int) -> date:
    """Some days later, and never after the registry's last day."""
    return min(day + timedelta(days=days), LAST)
