"""Wording «cách viết»: days, numbers and values as a reader of one language expects them. Pure: no table, no request."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from ngoaivu.core.days import day_of

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
HEDGES = {
    "vi": {"about": "khoảng", "over": "hơn", "near": "gần", "under": "dưới", "at_least": "ít nhất", "at_most": "không quá", "forecast": "dự kiến"},
    "en": {
        "about": "about",
        "over": "more than",
        "near": "nearly",
        "under": "under",
        "at_least": "at least",
        "at_most": "at most",
        "forecast": "expected",
    },
}
SCALES = {"vi": {9: "tỷ", 6: "triệu"}, "en": {9: "billion", 6: "million"}}
CURRENCIES = {
    "vi": {"VND": "đồng", "USD": "USD", "EUR": "EUR", "JPY": "yên"},
    "en": {"VND": "đồng", "USD": "US dollars", "EUR": "euros", "JPY": "yen"},
}
UNITS: dict[str, tuple[str, str, str]] = {  # code: Vietnamese, English for one, English for many
    "project": ("dự án", "project", "projects"),
    "delegation": ("đoàn", "delegation", "delegations"),
    "person_trip": ("lượt người", "person-trip", "person-trips"),
    "person": ("người", "person", "people"),
    "enterprise": ("doanh nghiệp", "enterprise", "enterprises"),
    "organisation": ("tổ chức", "organisation", "organisations"),
    "country": ("quốc gia và vùng lãnh thổ", "country or territory", "countries and territories"),
    "partner": ("đối tác", "partner", "partners"),
    "agreement": ("thỏa thuận", "agreement", "agreements"),
    "aid_item": ("khoản viện trợ", "aid item", "aid items"),
    "issue": ("kỳ", "issue", "issues"),
    "event": ("sự kiện", "event", "events"),
    "conference": ("hội nghị", "conference", "conferences"),
    "permission": ("lượt cho phép", "permission", "permissions"),
    "news_item": ("tin", "item", "items"),
    "contract": ("hợp đồng", "contract", "contracts"),
    "document": ("văn bản", "document", "documents"),
    "registration": ("giấy đăng ký", "registration", "registrations"),
    "relationship": ("quan hệ", "relationship", "relationships"),
    "class": ("lớp", "class", "classes"),
    "copy": ("bản", "copy", "copies"),
    "model": ("mô hình", "model", "models"),
    "series": ("chuỗi sự kiện", "event series", "event series"),
    "country_visit": ("lượt nước đến thăm", "country visit", "country visits"),
}
RATES = {"vi": {"year": "/năm", "month": "/tháng", "day": "/ngày"}, "en": {"year": " a year", "month": " a month", "day": " a day"}}
THOUSAND = 1000
MOST_PARTS = 12
DIGITS = re.compile(r"\D*\d(?:[\d.,/–-]*\d)?")


def day(when: str, language: str) -> str:
    """A day, month or year written out, its year always with it: «30/10/2020», "30 October 2020"; of a moment the day in Viet Nam."""
    parts = [int(part) for part in (day_of(when).isoformat() if "T" in when else when).split("-")]
    if language == "vi":
        return "/".join(str(part) for part in reversed(parts))
    return " ".join([*(str(part) for part in parts[2:]), *(MONTHS[part - 1] for part in parts[1:2]), str(parts[0])])


def dated(when: str, language: str) -> str:
    """The time a text speaks of, named for what it is: «năm 2020», «tháng 7/2018», «30/10/2020»."""
    named = {4: "năm ", 7: "tháng "}.get(len(when), "") if language == "vi" else ""
    return named + day(when, language)


def moment(when: date, language: str) -> str:
    """The day of a moment."""
    return day(when.isoformat(), language)


def number(value: Decimal, language: str) -> str:
    """Grouped digits with the language's own marks, no zero added: «18.019», «2,73»."""
    whole, _, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0")
    text = f"{whole}.{fraction}" if fraction else whole
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text


def scale_of(value: Decimal) -> int:
    """The scale an editor takes for money: the largest that leaves at most two digits behind the mark, three from a trillion on."""
    for scale in (9, 6):
        shown = abs(value).scaleb(-scale)
        if shown >= 1 and shown == round(shown, 3 if shown >= THOUSAND else 2):
            return scale
    return 0


def scale_for(values: list[Decimal]) -> int:
    """One scale for a column of money: the largest that leaves none of its values more than three digits behind the mark."""
    most = max((abs(value) for value in values), default=Decimal(0))
    for scale in (9, 6):
        if most.scaleb(-scale) >= 1 and all(value.scaleb(-scale) == round(value.scaleb(-scale), 3) for value in values):
            return scale
    return 0


def percent(value: Decimal) -> Decimal:
    """A share in hundredths; digits that only a division made are left out."""
    return value if value == round(value, 2) else value.quantize(Decimal("0.1"))


def amount(value: str, unit: str, language: str, high: str = "", own_words: str = "", scale: int | None = None) -> tuple[str, str]:
    """A value as digits and the words behind them: ("2,73", "tỷ USD"), ("131", "dự án"), ("96%", "").

    `own_words` are the indicator's own words for its unit; they win over the table for everything but money and shares.
    `scale` is the scale of the column a sum of money stands in; None takes the value's own.
    """
    low, top = Decimal(value), Decimal(high) if high else None
    if unit in ("percent", "share"):
        points = [percent(end * 100 if unit == "share" else end) for end in (low, top) if end is not None]
        return "–".join(number(point, language) for point in points) + "%", ""
    if unit not in CURRENCIES[language]:
        scale = 0
    elif scale is None:
        scale = scale_of(low)
    text = "–".join(number(end.scaleb(-scale), language) for end in (low, top) if end is not None)
    if unit in CURRENCIES[language]:
        return text, f"{SCALES[language][scale]} {CURRENCIES[language][unit]}" if scale else CURRENCIES[language][unit]
    if language == "en" and low == 1 and top is None and (single := noun(unit, language, one=True)):
        return text, single
    return text, own_words or noun(unit, language, one=False)


def noun(unit: str, language: str, *, one: bool) -> str:
    """What is counted; nothing for a unit without a word, so that no code reaches a reader."""
    vietnamese, single, many = UNITS.get(unit, ("", "", ""))
    if language == "vi":
        return vietnamese
    return single if one else many


def written(fact: dict[str, Any], language: str, own_words: str = "", scale: int | None = None) -> str:
    """A fact with its hedge and unit: «khoảng 2,73 tỷ USD»."""
    digits, words = of_fact(fact, language, own_words, scale)
    hedge = HEDGES[language].get(fact["qualifier"], "")
    return " ".join(part for part in (hedge, digits, words) if part)


def of_fact(fact: dict[str, Any], language: str, own_words: str = "", scale: int | None = None) -> tuple[str, str]:
    """A fact's digits and the words behind them, as its source has them: a rate says so, a fraction stays one: ("12", "kỳ/năm"), ("1/5", "")."""
    if parts := _parts(fact):
        return f"1/{parts}", ""
    digits, words = amount(fact["value"], fact["unit"], language, fact.get("high", ""), own_words, scale)
    return digits, words + RATES[language].get(fact.get("per", ""), "")


def _parts(fact: dict[str, Any]) -> int:
    """In how many parts a received share divides the whole, where its source wrote a fraction: a per cent has two digits behind the mark."""
    value = Decimal(fact["value"])
    if fact["unit"] not in ("", "share") or fact["basis"] != "received" or fact.get("decimals") != 1 or not value:
        return 0
    return next((parts for parts in range(2, MOST_PARTS + 1) if value * parts == 1), 0)


def split(text: str) -> tuple[str, str]:
    """A figure's words parted behind its last digit, where the dot stands: «2,73», « tỷ USD»."""
    found = DIGITS.match(text)
    return (text[: found.end()], text[found.end() :]) if found else (text, "")


def capital(text: str) -> str:
    """The text with a capital at its head, the rest untouched."""
    return text[:1].upper() + text[1:]


def say(words: Any, language: str) -> str:
    """One language of a pair of words; plain text, a name for instance, is the same in all."""
    if isinstance(words, str):
        return words
    return str(words.get(language) or next(iter(words.values()), "")) if words else ""
