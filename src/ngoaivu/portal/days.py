"""Days «ngày tháng viết trong câu hỏi»: a day or month as a reader writes it, and an expression for every usual way to write it. Pure."""

import re
from dataclasses import dataclass

from ngoaivu.portal.letters import LETTER, loose

VIETNAMESE = ["", "một|giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai|chạp"]
ENGLISH = ["", "jan", "feb", "mar", "apr", "may", "june?", "july?", "aug", "sept?", "oct", "nov", "dec"]
LONG = ["", "uary", "ruary", "ch", "il", "", "", "", "ust", "ember", "ober", "ember", "ember"]
MOST_DAYS, MONTHS = 31, 12
MONTH, YEAR_WORD = loose("thang"), loose("nam")
NAMED = [""] + ["|".join(loose(name) for name in names.split("|")) for names in VIETNAMESE[1:]]
ENGLISH_NAMED = [""] + [f"{short}(?:{rest})?[.]?" if rest else short for short, rest in zip(ENGLISH[1:], LONG[1:], strict=True)]
_NAMES = {"v": sorted(enumerate(NAMED[1:], 1), key=lambda one: -len(one[1])), "e": list(enumerate(ENGLISH_NAMED[1:], 1))}
_SAID = "|".join(f"(?P<v{month}>{name})" for month, name in _NAMES["v"])
_CALLED = "|".join(f"(?P<e{month}>{name})" for month, name in _NAMES["e"])
_D, _M, _Y, _TH = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>(?:19|20)\d\d)", "(?:st|nd|rd|th)?"
_ALONE, _END = f"(?<![{LETTER}/.,-])", f"(?![{LETTER}/]|[.,-][{LETTER}])"
_OF_YEAR = rf"(?: {YEAR_WORD} | ?[/,-] ?| ){_Y}"
FORMS = {
    "vi": [
        rf"(?:{loose('ngay')} )?{_D}[/.-]{_M}[/.-]{_Y}",
        rf"(?:{loose('ngay')} )?{_D} {MONTH} (?:{_M}|{_SAID}){_OF_YEAR}",
        rf"{MONTH} (?:{_M}|{_SAID}){_OF_YEAR}",
        rf"{_M}[/-]{_Y}",
        rf"(?:{loose('ngay')} )?{_D} {MONTH} {_M}",
        rf"{loose('ngay')} {_D}[/-]{_M}",
        rf"{MONTH} {_M}",
    ],
    "en": [
        rf"{_D}[/.-]{_M}[/.-]{_Y}",
        rf"{_D}{_TH} (?:{_CALLED}),? {_Y}",
        rf"(?:{_CALLED}) {_D}{_TH},? {_Y}",
        rf"(?:{_CALLED}),? {_Y}",
        rf"{_M}[/-]{_Y}",
        rf"{_D}{_TH} (?:{_CALLED})",
        rf"(?:{_CALLED}) {_D}{_TH}",
    ],
}
READ = {language: [re.compile(f"{_ALONE}{form}{_END}") for form in forms] for language, forms in FORMS.items()}


@dataclass(frozen=True)
class Day:
    """A day, a month or a day of every year; nought where a part is not told."""

    year: int
    month: int
    day: int = 0

    @property
    def iso(self) -> str:
        """How the dates of texts of this day or month begin; empty without a year."""
        parts = [f"{self.year:04d}", f"{self.month:02d}", *([f"{self.day:02d}"] if self.day else [])]
        return "-".join(parts) if self.year else ""

    @property
    def written(self) -> str:
        """As a query has it, so that it is read again as this day."""
        told = [str(part) for part in (self.day, self.month, self.year) if part]
        return "/".join(told) if self.year else f"ngày {self.day} tháng {self.month}" if self.day else f"tháng {self.month}"

    @property
    def pattern(self) -> str:
        """An expression for the usual ways to write it, in either language, with marks or without."""
        year, month = str(self.year or r"(?:19|20)[0-9][0-9]"), f"0?{self.month}"
        said, called = f"{MONTH} (?:{month}|{NAMED[self.month]})", ENGLISH_NAMED[self.month]
        if self.day:
            day = f"0?{self.day}"
            ends = [f"(?:/| {YEAR_WORD} |, ?| ){year}", f",? {year}"] if self.year else ["", ""]
            slashed = f"[/.]{year}" if self.year else f"(?:[/.]{year})?"
            forms = [f"{day}[/.]{month}{slashed}", f"{day} {said}{ends[0]}", f"{day} (?:{called}){ends[1]}", f"(?:{called}) {day}{ends[1]}"]
        elif self.year:
            forms = [f"{month}[/-]{year}", f"{said}(?:/| {YEAR_WORD} |, ?| ){year}", f"(?:{called})(?: [0-9]?[0-9],?)? {year}"]
        else:
            forms = [f"{month}/{year}", said]
        return f"(?:{'|'.join(forms)})"


def read(line: str, language: str) -> tuple[list[Day], str]:
    """The days and months of a line, and the line without them."""
    found: list[Day] = []

    def taken(hit: re.Match[str]) -> str:
        told = {name: value for name, value in hit.groupdict().items() if value}
        named = next((int(name[1:]) for name in told if name[1:].isdigit()), 0)
        one = Day(int(told.get("year", 0)), named or int(told.get("month", 0)), int(told.get("day", 0)))
        if not 1 <= one.month <= MONTHS or one.day > MOST_DAYS or ("day" in told and not one.day):
            return hit[0]
        found.append(one)
        return " "

    for form in READ.get(language, ()):
        line = form.sub(taken, line)
    return found, line
