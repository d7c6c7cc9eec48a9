"""Times «thời gian» of questions and answers: written forms read in an indicator's calendar, and their words in two languages."""

from datetime import date
from typing import Any

from ngoaivu.core import period
from ngoaivu.core.period import DAY, Calendar, Period
from ngoaivu.indicators import glosses
from ngoaivu.indicators.definition import Words

OWN = {"year:": "admin-year:", "term:": "admin-term:"}
PARTS = {
    "half": (("6 tháng đầu", "first half"), ("6 tháng cuối", "second half")),
    "quarter": (("quý I", "first quarter"), ("quý II", "second quarter"), ("quý III", "third quarter"), ("quý IV", "fourth quarter")),
}


def period_of(text: str, calendar: Calendar) -> Period:
    """The period of a written form. `year:` and `term:` mean the year and the term of the indicator's own calendar.

    A calendar year of an administrative indicator is asked as `range:2019-01-01..2019-12-31`.
    """
    for plain, own in OWN.items():
        if calendar is Calendar.ADMINISTRATIVE and text.startswith(plain):
            return period.parse(own + text.removeprefix(plain))
    return period.parse(text)


def year_of(number: int, calendar: Calendar) -> Period:
    """A year of a calendar."""
    return period.year(number, calendar)


def whole_months(when: Period, calendar: Calendar) -> bool:
    """Whether a period begins and ends where a month does, or a year of the calendar."""
    first = {1, year_of(when.start.year, calendar).start.day}
    return when.start.day in first and (when.end + DAY).day in first


def day(when: date) -> str:
    """A day as Vietnamese reads it, e.g. 30/06/2020."""
    return when.strftime("%d/%m/%Y")


def in_english(when: date) -> str:
    """A day as English reads it, e.g. 30 June 2020."""
    return f"{when.day} {when:%B} {when.year}"


def at_day(when: date) -> Words:
    """A stock's day in words."""
    return {"vi": f"tại ngày {day(when)}", "en": f"on {in_english(when)}"}


def words(when: Period) -> Words:
    """A period in words, with its days where its name does not tell them."""
    form, _colon, rest = when.name.partition("@")[0].partition(":")
    named = _named(form, rest)
    if named and "@" not in when.name and when.calendar is Calendar.CALENDAR:
        return named
    days = {"vi": f"từ {day(when.start)} đến {day(when.end)}", "en": f"{in_english(when.start)} to {in_english(when.end)}"}
    return {language: f"{named[language]} ({days[language]})" for language in days} if named else days


def _named(form: str, rest: str) -> Words | None:
    match form.removeprefix("admin-"):
        case "year":
            return {"vi": f"năm {rest}", "en": rest}
        case "term":
            first, _dash, last = rest.partition("-")
            return {"vi": f"nhiệm kỳ {first}–{last}", "en": f"the term {first}–{last}"}
        case "month":
            number, _dash, month = rest.partition("-")
            return {"vi": f"tháng {int(month)}/{number}", "en": f"{date(int(number), int(month), 1):%B} {number}"}
        case "quarter" | "half" as part:
            number, _dash, which = rest.partition("-")
            vi, en = PARTS[part][int(which[1:]) - 1]
            return {"vi": f"{vi} năm {number}", "en": f"the {en} of {number}"}
        case "day":
            return at_day(date.fromisoformat(rest))
    return None


def each_year(when: Words) -> Words:
    """The years of a longer period, for a rate: what happened in each of them."""
    return {"vi": f"các năm của {when['vi']}", "en": f"the years of {when['en']}"}


def stretch(first: date, last: date) -> Words:
    """An imprecise day in words: a day, a month, a year, or from one day to another."""
    if first == last:
        return {"vi": day(first), "en": in_english(first)}
    for whole in (period.month(first.year, first.month), period.year(first.year)):
        if (whole.start, whole.end) == (first, last):
            return words(whole)
    return words(period.span(first, last))


def received_words(own: str, named: Words | None, spanned: Words | None, document: Words | None) -> Words:
    """When a received statistic speaks of: the time it names, else its own words in quotes with the text they stand in.

    `named` is a period or a day the source states, `spanned` the days within which its "now" must lie, `document` how the text is dated.
    """
    if named and (not own or own.casefold() in named["vi"].casefold()):
        return named
    written = glosses.year_in(document["en"]) if document else ""
    vi = f"“{own}”" if own else "không nêu thời điểm"
    if named:
        return {"vi": f"{named['vi']}, nguồn viết {own_words(vi, written)}", "en": f"{named['en']}; {glosses.glossed(own, written)}"}
    en = glosses.glossed(own) if own else "no time stated"
    if document:
        return {"vi": f"{vi}, trong {document['vi']}", "en": f"{en}, in {document['en']}"}
    return {"vi": f"{vi} ({spanned['vi']})", "en": f"{en} ({spanned['en']})"} if spanned else {"vi": vi, "en": en}


def own_words(own: str, written: str) -> str:
    """A source's own words in Vietnamese; those that point at the day of writing carry the year in which it lies."""
    return f"{own} (văn bản năm {written})" if written and glosses.points_at_writing(own) else own


def written_in(row: Any) -> str:
    """The year in which the text a row cites was written; empty where that is not known."""
    document = row.citation.document if row.citation else None
    day_known = document and (document.issued_to or document.issued_from)
    return str(day_known.year) if day_known else ""


def dated(issued: str, first: date | None, last: date | None) -> Words | None:
    """How a source document is dated: its own words, its day, or the year in which it was written without a day."""
    if issued:
        return {"vi": f"văn bản đề “{issued}”", "en": f"a text dated “{issued}”"}
    if not (first and last):
        return None
    when = stretch(first, last)
    if first == last:
        return {"vi": f"văn bản ngày {when['vi']}", "en": f"a text of {when['en']}"}
    return {"vi": f"văn bản {when['vi']}, không nêu ngày", "en": f"an undated text of {when['en']}"}


def year_holding(when: date, calendar: str) -> int:
    """The number of the year in which a day lies: the administrative one of 15 December 2018 is 2019."""
    number = when.year
    return number + 1 if calendar == Calendar.ADMINISTRATIVE and when > period.year(number, Calendar.ADMINISTRATIVE).end else number
