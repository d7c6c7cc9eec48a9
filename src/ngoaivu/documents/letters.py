"""What a letter says «đọc công văn»: number, day, issuer and subject, and of the visit it tells of its days, its people and its head.

A reader of modest skill for the text layer of a scan. It is sure or it is silent, and whatever it says is only proposed: a person
looks at every word before it is kept. Pure: text in, words and days out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import takewhile

from ngoaivu.core.vietnamese import nfc
from ngoaivu.documents.issuers import issuer_in

PAGES = 2
HEAD_LINES = 12
SUBJECT_LINES = 4
NUMBER = re.compile(r"\bSố\s*:\s*(\d[\w.]*(?:\s?/\s?[^\W_][\w&.,–-]*)+)")
DATED = re.compile(r"\bngày\s+(\d{1,2})\s*(?:tháng|[/.])\s*(\d{1,2})\s*(?:năm|[/.])\s*(\d{4})")
ABOUT = re.compile(r"^\(?(?:V/v|Về việc|Trích yếu)\s*:?\s*(.+)", re.IGNORECASE)
ADDRESSED = re.compile(r"^Kính gửi", re.IGNORECASE)
# A day whose month and year may stand with a later one: «16», «16/11», «ngày 16 tháng 11 năm 2026».
DAY = r"(\d{1,2})(?:\s*(?:tháng|[/.])\s*(\d{1,2}))?(?:\s*(?:năm|[/.])\s*(\d{4}))?"
SPAN = re.compile(rf"(?:ngày\s+|từ\s+|\b){DAY}\s*(?:-|–|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?{DAY}(?!\d)", re.IGNORECASE)
# The day of another paper is no day of the visit.
OF_A_PAPER = re.compile(r"(?:số|công văn|quyết định|kế hoạch|thư|công hàm)[^.;]{0,60}$", re.IGNORECASE)
WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10}
COUNT = rf"(\d{{1,4}}|(?:mười\s+)?(?:{'|'.join(WORDS)}))(?:\s*\([^)]{{1,20}}\))?"
MEMBERS = r"\s*(?:thành viên|người|đại biểu|cán bộ|lãnh đạo)"
PERSONS = re.compile(rf"(?:\bgồm(?:\s+có)?|\bsố lượng(?:\s+đoàn)?\s*:?|\btổng số\s*:?|\bđoàn(?:\s+công tác)?|\()\s*{COUNT}{MEMBERS}", re.IGNORECASE)
PERSON = r"(?:ông|bà|ngài|đồng chí|GS\.|TS\.|PGS\.)\s[^.;:]{3,140}?"
LED_BY = re.compile(rf"\bdo\s+({PERSON}),?\s+(?:làm\s+)?(?:trưởng đoàn|dẫn đầu)", re.IGNORECASE)
LEADER = re.compile(rf"\btrưởng đoàn\s*(?:là|:)\s*({PERSON})(?=[.;]|,\s*(?:cùng|gồm|và)\b|\s+(?:cùng|gồm)\b|$)", re.IGNORECASE)
MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Said:
    """Said «điều công văn nêu»: whatever could be read with certainty; empty or None where it could not."""

    number: str = ""
    issued: date | None = None
    issuer: str = ""
    subject: str = ""
    first: date | None = None
    last: date | None = None
    persons: int | None = None
    head: str = ""


def read(text: str) -> Said:
    """What the text of a letter says; pages are begun by form feeds, columns stand apart by several spaces."""
    rows = list(_rows(text))
    lines = [cells for cells in rows if cells]
    place = next((number for number, cells in enumerate(lines) if ADDRESSED.match(cells[0])), None)
    head, body = _flat(lines[: HEAD_LINES if place is None else place]), _flat(lines[place or 0 :])
    number, issued = NUMBER.search(head), _issued(head)
    first, last = _days(body, issued)
    return Said(
        number="".join(number[1].split()).strip(".,") if number else "",
        issued=issued,
        issuer=issuer_in(_above(rows)),
        subject=_subject(lines, place),
        first=first,
        last=last,
        persons=_persons(body),
        head=_head(body),
    )


def _rows(text: str) -> Iterator[list[str]]:
    """The lines of the first pages, each as its columns; a blank one has none."""
    pages = [page for page in text.split("\f") if page.strip()][:PAGES]
    for row in "\n".join(pages).splitlines():
        yield [" ".join(cell.split()) for cell in re.split(r"\s{3,}|\t", nfc(row)) if cell.strip()]


def _above(rows: list[list[str]]) -> list[list[str]]:
    """The rows of the head, blank ones among them."""
    written = [number for number, cells in enumerate(rows) if cells][:HEAD_LINES]
    return rows[: written[-1] + 1] if written else []


def _flat(lines: list[list[str]]) -> str:
    return " ".join(cell for cells in lines for cell in cells)


def _issued(head: str) -> date | None:
    found = DATED.search(head)
    return _day(*map(int, found.groups())) if found else None


def _subject(lines: list[list[str]], addressed: int | None) -> str:
    """The words after «V/v»: to the address where they stand above it, else as long as the sentence goes on in small letters."""
    for number, cells in enumerate(lines):
        place = next((at for at, cell in enumerate(cells) if ABOUT.match(cell)), None)
        if place is None:
            continue
        above = addressed is not None and number < addressed
        rest = [row[min(place, len(row) - 1)] for row in lines[number + 1 : number + SUBJECT_LINES]]
        parts = takewhile(partial(_goes_on, above=above), rest)
        found = ABOUT.match(cells[place])
        told = " ".join([found[1] if found else "", *parts]).strip(" .)")
        return told[:1].upper() + told[1:400]
    return ""


def _goes_on(cell: str, *, above: bool) -> bool:
    if ADDRESSED.match(cell) or DATED.search(cell) or cell.isupper():
        return False
    return above or cell[:1].islower()


def _days(body: str, issued: date | None) -> tuple[date | None, date | None]:
    """First and last day of the visit: a span of days, else the one day that is not the day of another paper."""
    for found in SPAN.finditer(body):
        if span := _span(found, issued):
            return span
    days = [day for found in DATED.finditer(body) if not OF_A_PAPER.search(body[: found.start()]) and (day := _day(*map(int, found.groups())))]
    return (days[0], None) if len(set(days)) == 1 else (None, None)


def _span(found: re.Match[str], issued: date | None) -> tuple[date, date] | None:
    first, month, year, last, last_month, last_year = (int(part) if part else None for part in found.groups())
    if first is None or last is None or last_month is None:
        return None
    ends = last_year or (issued.year if issued else None)
    if ends is None:
        return None
    end, begin = _day(last, last_month, ends), _day(first, month or last_month, year or ends)
    return (begin, end) if begin and end and 0 <= (end - begin).days <= MOST_DAYS else None


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _persons(body: str) -> int | None:
    """How many come, where the letter names one number only."""
    found = {number for one in PERSONS.finditer(body) if (number := _number(one[1]))}
    return found.pop() if len(found) == 1 else None


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    parts = [WORDS[word] for word in text.casefold().split()]
    return sum(parts)


def _head(body: str) -> str:
    found = LED_BY.search(body) or LEADER.search(body)
    told = found[1].strip(" ,") if found else ""
    return told[:1].upper() + told[1:200]
