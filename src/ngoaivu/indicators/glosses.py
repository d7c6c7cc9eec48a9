"""Glosses «lời giải nghĩa»: what a source's Vietnamese time words say, in English, for a page whose readers may not read Vietnamese."""

import re

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TO_NOW = re.compile(r"\b(?:nay|(?<!thể )(?<!thực )hiện|thời gian qua|thời gian tới|sắp tới)\b", re.IGNORECASE)
SINCE = re.compile(r"từ (?:năm |tháng \d+/)?(\d{4}) đến nay", re.IGNORECASE)
PHRASES = {
    "hiện": "at the time of writing",
    "hiện nay": "at the time of writing",
    "hiện tại": "at the time of writing",
    "đến nay": "up to the time of writing",
    "tính đến nay": "up to the time of writing",
    "cho đến nay": "up to the time of writing",
    "thời gian qua": "in the time before the writing",
    "thời gian tới": "in the time after the writing",
    "trong thời gian tới": "in the time after the writing",
    "sắp tới": "soon after the writing",
    "nhiệm kỳ qua": "in the past term",
    "trong nhiệm kỳ qua": "in the past term",
    "nhiệm kỳ mới": "in the new term",
    "năm cuối nhiệm kỳ": "in the last year of the term",
    "hàng năm": "every year",
    "hàng năm đều": "every year",
    "kỳ/năm": "issues a year",
    "luôn": "always",
    "tiếp tục": "continuing",
}
FORMS = (
    (re.compile(r"(?:trong )?(\d+) năm qua", re.IGNORECASE), "in the past {} years"),
    (re.compile(r"đầu năm (\d{4})", re.IGNORECASE), "in early {}"),
    (re.compile(r"giữa năm (\d{4})", re.IGNORECASE), "in the middle of {}"),
    (re.compile(r"cuối năm (\d{4})", re.IGNORECASE), "in late {}"),
)


def glossed(own: str, written: str = "") -> str:
    """A source's own words in an English sentence: their sense first, then the words; `written` is the year of the text they stand in.

    Words whose sense is not known give the years they hold, else they are said to be the source's.
    """
    return f"{_sense(own.strip().casefold(), written) or 'as the source puts it'} (“{own}”)"


def points_at_writing(own: str) -> bool:
    """Whether words mean the day on which they were written, so that without its year they would be read as today."""
    return TO_NOW.search(own) is not None


def year_in(told: str) -> str:
    """The last year a phrase names; empty where it names none."""
    years = YEAR.findall(told)
    return years[-1] if years else ""


def _sense(own: str, written: str) -> str:
    at = f", {written}" if written else ""
    if since := SINCE.fullmatch(own):
        return f"from {since[1]} to the time of writing{at}"
    if own in PHRASES:
        return PHRASES[own] + (at if points_at_writing(own) else "")
    for form, sense in FORMS:
        if found := form.fullmatch(own):
            return sense.format(*found.groups())
    years = list(dict.fromkeys(YEAR.findall(own)))
    return "–".join((years[0], years[-1])) if len(years) > 1 else "".join(years)
