"""Acceptance 3: every figure and every name of the article, row by row, is what the system holds, and its report tells the figures.

The table is read from `seed_article.tsv` alone; the system is asked as anybody asks it: indicators for values, windows for
records. Nothing of the demonstration's data files is read here.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ngoaivu.core.models import Territory
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.documents.models import SourceDocument
from ngoaivu.indicators.facts import Fact, Question, ask
from ngoaivu.indicators.figures.reader import read
from ngoaivu.indicators.models import Observation
from ngoaivu.publications import checks, records
from ngoaivu.publications.binding import Bound, words
from ngoaivu.publications.content import plain
from tests.acceptance.conftest import Told
from tests.acceptance.test_seed_held import NOT_COUNTED
from tests.acceptance.test_seed_table import figures, rows

COUNTED = sorted(figures().keys() - NOT_COUNTED)
# A span of the table, in the engine's written form; the article's "from 2016 to date" is the term's own five years.
SPANS = {"2015..2020": "term:2015-2020", "2016..": "term:2015-2020", "2019": "year:2019"}
HELD = sorted(row["id"] for row in rows() if row["kind"] not in ("text-structure", "figure") or row["id"] in COUNTED)
LANGUAGES = ("vi", "en")


def observation(told: Told, row: str) -> Observation:
    [key] = [key for key in told.held[row] if key.startswith("indicators.observation:")]
    return Observation.objects.select_related("citation").get(pk=int(key.partition(":")[2]))


def answer(told: Told, row: str) -> Fact:
    """What the system says when it is asked for the figure of a row."""
    kept = observation(told, row)
    by = tuple((name, member) for name, member in _members(kept).items())
    on = "" if kept.period else str(kept.as_of_to)
    return ask(Question(kept.indicator, kept.territory.key, period=kept.period, on=on, by=by))


def _members(kept: Observation) -> dict[str, str]:
    from ngoaivu.indicators.received import members

    return members(kept)


def expected_time(cell: str) -> tuple[str, str, date | None, date | None]:
    """The source's words, the period, and the days between which a stock stood."""
    said, _equals, normal = (part.strip() for part in cell.partition("="))
    said = "" if said == "không nêu" else said
    if normal.startswith("as_of "):
        days = ImpreciseDate.parse(normal.removeprefix("as_of "))
        return said, "", days.earliest, days.latest
    return said, SPANS[normal.removeprefix("each year of ")], None, None


def _spoken(text: str) -> list[str]:
    """The words of a time; what the article says in two places of a sentence is joined by a comma or by dots."""
    return re.findall(r"[\w/]+", text.casefold())


@pytest.mark.parametrize("row", COUNTED)
def test_the_system_answers_with_the_articles_figure(told: Told, row: str) -> None:
    expected, fact = figures()[row], answer(told, row)
    assert (fact.value, fact.high) == (Decimal(expected["value"]), Decimal(expected["high"]) if expected["high"] else None)
    assert fact.unit.replace("share", "") == expected["unit"]
    assert (fact.qualifier, fact.basis) == (expected["hedge"], "received")
    assert fact.sources[0].document["vi"]
    assert fact.sources[0].place["vi"]


@pytest.mark.parametrize("row", COUNTED)
def test_the_figure_keeps_the_articles_time_and_its_words(told: Told, row: str) -> None:
    cell = figures()[row]["period_or_asof"]
    said, period, first, last = expected_time(cell)
    kept = observation(told, row)
    assert kept.period == period
    if not period:
        assert (kept.as_of_from, kept.as_of_to) == (first, last)
    assert not kept.when_words or set(_spoken(kept.when_words)) >= set(_spoken(said))
    assert (kept.per == "year") == ("each year" in cell)
    assert any(year in answer(told, row).when_vi for year in ("2015", "2016", "2019", "2020")), "no figure without its year"


@pytest.mark.parametrize("row", COUNTED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_tells_the_figure_and_a_reader_reads_it_back(told: Told, row: str, language: str) -> None:
    expected, kept = figures()[row], observation(told, row)
    found = [
        (key, fact)
        for key, fact in told.report["facts"].items()
        if (fact["code"], fact["breakdown"]) == (kept.indicator, _members(kept)) and fact["basis"] == "received"
    ]
    assert found, f"{kept.indicator} is not told"
    key, fact = found[0]
    assert (Decimal(fact["value"]), fact["qualifier"]) == (Decimal(expected["value"]), expected["hedge"])
    shown = [run for run in _runs(told.report["texts"][language]) if run.get("fact") == key]
    assert shown, f"{key} stands in no {language} sentence"
    for run in shown:
        [mention] = read(run.get("before", "") + run["text"], language)
        assert (mention.value, mention.hedge) == (Decimal(expected["value"]), expected["hedge"])


@pytest.mark.parametrize("row", HELD)
def test_every_fact_and_name_is_held_where_the_public_may_read_it(told: Told, row: str) -> None:
    keys = told.held.get(row, []) or told.held.get("term", [])
    assert keys
    for key in keys:
        label, _colon, number = key.partition(":")
        if label == "core.territory":
            assert Territory.objects.get(pk=number).name_vi
        elif label == "documents.sourcedocument":
            assert SourceDocument.objects.get(pk=number).level == "public"
        elif label == "indicators.observation":
            assert Observation.objects.get(pk=number).level == "public"
        else:
            [shown] = records.described([key], told.office).values()
            assert shown["title"]["vi"]
            assert shown["title"]["en"]


def test_both_languages_of_the_report_show_the_same_facts(told: Told) -> None:
    shown = {language: sorted(run["fact"] for run in _runs(text) if "fact" in run) for language, text in told.report["texts"].items()}
    named = {language: sorted(run["record"] for run in _runs(text) if "record" in run) for language, text in told.report["texts"].items()}
    assert shown["vi"] == shown["en"]
    assert set(shown["vi"]) == set(told.report["facts"])
    assert set(named["vi"]) == set(named["en"]) == set(told.report["records"])


def test_the_report_has_no_finding(told: Told) -> None:
    assert checks.findings(told.pages) == []


def test_the_report_has_the_eight_headings_and_the_tasks(told: Told) -> None:
    for text in told.report["texts"].values():
        headings = [plain(block["runs"]) for block in text["body"] if block["type"] == "heading"]
        assert len(headings) == 10, headings


def test_no_sentence_of_the_reports_languages_is_in_the_other(told: Told) -> None:
    from ngoaivu.core import vietnamese

    marks = set("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
    for block in told.report["texts"]["en"]["body"]:
        loose = "".join(run["text"] for run in block.get("runs", []) if not {"record", "fact"} & set(run))
        strange = [word for word in vietnamese.nfc(loose).split() if set(word.casefold()) & marks and word[:1].islower()]
        assert strange == [], loose


def test_the_trace_shows_every_figure_and_record(told: Told) -> None:
    shown = {(fact["code"], tuple(sorted(fact["breakdown"].items()))) for fact in told.trace["facts"].values()}
    for row in COUNTED:
        kept = observation(told, row)
        assert (kept.indicator, tuple(sorted(_members(kept).items()))) in shown, row
    keys = {key for row in HELD for key in told.held.get(row, []) if key.partition(":")[0] in records_of(told)}
    assert keys - set(told.trace["records"]) == set()


def records_of(told: Told) -> set[str]:
    return {key.partition(":")[0] for key in told.trace["records"]}


def test_every_figure_of_the_report_is_written_by_the_same_writer(told: Told) -> None:
    for row in COUNTED:
        fact = answer(told, row)
        for language in LANGUAGES:
            assert str(words(Bound(fact.question), fact, language))


def _runs(text: Any) -> list[Any]:
    found = [*text["lead"]]
    for block in text["body"]:
        found += [*block.get("runs", []), *block.get("caption", []), *(run for item in block.get("items", []) for run in item)]
    return found
