"""Times in sentences «trạng ngữ chỉ thời gian»: when a fact or record was, as an adverb, with the source's own words where there is no day."""

import re
from datetime import date
from typing import Any

from ngoaivu.indicators.facts import Fact
from ngoaivu.publications import records

QUOTED = re.compile(r"“([^”]+)”")
# The one phrase of sources that names a year its period does not: English readers must learn it too.
SINCE = re.compile(r"từ năm (\d{4}) đến nay", re.IGNORECASE)
TEXT = re.compile(r"văn bản năm (\d{4})")


def adverb(fact: Fact, language: str) -> str:
    """The time of a fact as an adverb without a capital: «năm 2019», «từ năm 2016 đến nay (nguồn viết năm 2020)»."""
    if fact.per and fact.period is not None:
        vi, en = fact.when_vi.partition(", nguồn")[0], fact.when_en.partition("; ")[0]
        return f"trong {vi}" if language == "vi" else _english_period(en)
    if fact.basis == "received":
        quoted, text = QUOTED.search(fact.when_vi), TEXT.search(fact.when_vi)
        if quoted or (text and fact.period is None):
            return _source_words(fact, quoted[1] if quoted else "", text[1] if text else "", language)
    if fact.basis == "received" and fact.period is None and not fact.when_vi[:1].isdigit():
        return fact.when_vi if language == "vi" else f"in {fact.when_en}"
    if fact.period is not None:
        return fact.when_vi if language == "vi" else _english_period(fact.when_en)
    if fact.as_of is not None:
        return f"tính đến ngày {fact.as_of:%d/%m/%Y}" if language == "vi" else f"as of {english_day(fact.as_of)}"
    return fact.when_vi if language == "vi" else f"at {fact.when_en}"


def adverb_of_record(row: Any, language: str) -> str:
    """The time of a record as an adverb: «tháng 07/2018», «in July 2018»."""
    told = records.when(row, language)
    exact = row.start_earliest and row.start_earliest == row.start_latest
    if language == "en":
        return f"{'on' if exact else 'in'} {told}"
    if exact:
        return f"ngày {told}"
    return f"tháng {told}" if "/" in told else f"năm {told}" if told.isdigit() else told


def english_day(day: date) -> str:
    """A day in English prose: 30 June 2020."""
    return f"{day.day} {day:%B} {day.year}"


def _source_words(fact: Fact, said: str, year: str, language: str) -> str:
    """The source's own words with the year of the text they stand in: «to date» never stands alone."""
    if language == "en":
        if since := SINCE.fullmatch(said):
            return f"from {since[1]} to the time of the source"
        if fact.period is not None:
            return _english_period(fact.when_en.partition("; ")[0])
        return f"according to a text of {year}" if year else "according to the source, which gives no day"
    if not said:
        return f"theo văn bản năm {year}"
    own = said[:1].lower() + said[1:]
    return f"{own} (văn bản năm {year})" if year else own


def _english_period(told: str) -> str:
    return f"over {told}" if told.startswith("the ") else f"in {told}"
