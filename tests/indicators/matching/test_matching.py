"""Matching a text in one run: order, suggestions, queries, revisions, round trip with the writer."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ngoaivu.core import changes
from ngoaivu.indicators.answers import Fact
from ngoaivu.indicators.declared import declared
from ngoaivu.indicators.facts import Question, ask_many
from ngoaivu.indicators.figures import read, write
from ngoaivu.indicators.matching import Matched, match
from tests.cast import Cast
from tests.indicators.matching.registry import province

QUESTIONS = [
    ("delegations.inbound.missions", {"period": "year:2019"}), ("delegations.inbound.people", {"period": "year:2019"}),
    ("delegations.outbound.missions", {"period": "year:2019"}), ("delegations.outbound.people", {"period": "year:2019"}),
    ("delegations.outbound.country_visits", {"period": "year:2019"}), ("exports.turnover", {"period": "year:2019"}),
    ("exports.turnover", {"period": "year:2018"}), ("remittances.received", {"period": "year:2019"}),
    ("remittances.received.vnd", {"period": "year:2019"}), ("oda.projects.active", {"period": "year:2019"}),
    ("fdi.projects.in_force", {"on": "2019-12-31"}), ("fdi.capital.registered", {"on": "2019-12-31"}),
    ("foreign_workers.total", {"on": "2019-12-31"}), ("foreign_workers.share_asian", {"on": "2019-12-31"}),
    ("overseas.people", {"on": "2019-12-31"}), ("abtc.permitted.people", {"period": "year:2019"}),
]  # fmt: skip
TEXT = (
    "Báo cáo năm 2019\n\nNăm 2019, tỉnh đón 19 đoàn khách nước ngoài với 198 lượt người và cử 7 đoàn ra nước ngoài. "
    "Kim ngạch xuất khẩu đạt 3.127 triệu USD. Theo Công văn số 12/SNgV-HTQT ngày 3/4/2019, tỉnh có 131 dự án FDI còn hiệu lực.\n"
)


@pytest.fixture
def here(cast: Cast) -> str:
    """The key of the populated province."""
    province(cast)
    return cast.here.territory.key


def first(found: list[Matched], text: str) -> Matched:
    return next(one for one in found if text in one.mention.text)


def test_every_mention_has_its_answer_in_order(here: str) -> None:
    mentions = read(TEXT, "vi")
    found = match(mentions, territory=here, language="vi", text=TEXT)
    assert [one.mention for one in found] == mentions
    figures = [one for one in found if one.mention.is_figure]
    assert [one.verdict for one in figures] == ["supported"] * 5
    assert all(one.suggestions == () and one.verdict == "unknown" for one in found if not one.mention.is_figure)


def test_a_whole_text_costs_a_handful_of_queries(here: str) -> None:
    text = TEXT * 20
    mentions = read(text, "vi")
    match(mentions, territory=here, language="vi", text=text)
    with CaptureQueriesContext(connection) as asked:
        found = match(mentions, territory=here, language="vi", text=text)
    assert len([one for one in found if one.mention.is_figure]) == 100
    assert len(asked) <= 14


def test_suggestions_are_the_best_facts_the_true_ones_first(here: str) -> None:
    text = "Năm 2019, tỉnh đón 23 đoàn khách nước ngoài."
    one = first(match(read(text, "vi"), territory=here, language="vi", text=text), "23")
    assert one.verdict == "contradicted"
    assert one.suggestions[0].question == Question("delegations.inbound.missions", here, period="year:2019")
    assert one.runner_up is one.suggestions[1]
    assert 1 < len(one.suggestions) <= 5
    assert one.score == one.suggestions[0].score
    assert all(Decimal(0) <= told.score <= 1 for told in one.suggestions)
    two = first(match(read(text, "vi"), territory=here, language="vi", text=text, limit=2), "23")
    assert two.suggestions == one.suggestions[:2]


def test_a_suggestion_keeps_the_way_the_figure_is_written(here: str) -> None:
    text = "Năm 2018, kim ngạch xuất khẩu đạt khoảng 2,73 tỷ USD; lao động nước ngoài là người châu Á chiếm gần 96,0%."
    found = match(read(text, "vi"), territory=here, language="vi", text=text)
    exports, share = (first(found, part).suggestions[0] for part in ("2,73", "96"))
    assert (exports.hedge, exports.scale, exports.precision) == ("about", 9, 2)
    assert (share.hedge, share.scale, share.precision) == ("near", 0, 1)


def test_the_registry_is_asked_as_it_stood(here: str) -> None:
    text = "Kim ngạch xuất khẩu năm 2019 đạt khoảng 2,9 tỷ USD."
    mentions = read(text, "vi")
    now = match(mentions, territory=here, language="vi", text=text)
    assert first(now, "2,9").verdict == "outdated"
    before = next(number for number in range(1, changes.latest()) if _exports(here, number) == Decimal(2_900_000_000))
    assert first(match(mentions, territory=here, language="vi", text=text, revision=before), "2,9").verdict == "supported"


def _exports(territory: str, revision: int) -> Decimal | None:
    answer = next(iter(ask_many([Question("exports.turnover", territory, period="year:2019")], revision=revision).values()))
    return answer.value if isinstance(answer, Fact) else None


def test_a_stock_received_is_bound_to_its_own_day(here: str) -> None:
    text = "Hiện nay, tỉnh có 131 dự án FDI còn hiệu lực."
    one = first(match(read(text, "vi"), territory=here, language="vi", text=text), "131")
    assert (one.verdict, one.suggestions[0].question.on) == ("supported", "2019-12-31")


def test_near_names_are_told_apart(here: str) -> None:
    text = "Năm 2019, các đoàn ra gồm 7 đoàn với 42 lượt người, 10 lượt nước; đoàn vào gồm 19 đoàn với 198 lượt người."
    found = [one for one in match(read(text, "vi"), territory=here, language="vi", text=text) if one.mention.is_figure]
    assert [one.suggestions[0].question.code for one in found] == [
        "delegations.outbound.missions", "delegations.outbound.people", "delegations.outbound.country_visits",
        "delegations.inbound.missions", "delegations.inbound.people",
    ]  # fmt: skip
    assert {one.verdict for one in found} == {"supported"}


def test_figures_without_their_text_are_still_matched_by_unit_and_value(here: str) -> None:
    mentions = read("3.127 triệu USD", "vi")
    one = match(mentions, territory=here, language="vi")[0]
    assert one.suggestions[0].question.code == "exports.turnover"


def test_no_text_no_answers(here: str) -> None:
    assert match([], territory=here, language="vi") == []


def test_a_neighbour_has_its_own_registry(cast: Cast, here: str) -> None:
    text = "Năm 2019, tỉnh đón 19 đoàn khách nước ngoài."
    found = match(read(text, "vi"), territory=cast.there.territory.key, language="vi", text=text)
    assert first(found, "19").verdict != "supported"


@pytest.fixture
def facts(here: str) -> list[Fact]:
    """The facts a sentence is written of."""
    asked = [Question(code, here, **when) for code, when in QUESTIONS]
    facts = [fact for fact in ask_many(asked).values() if isinstance(fact, Fact)]
    assert len(facts) == len(QUESTIONS)
    return facts


def _sentence(fact: Fact, alias: str, behind: bool, language: str) -> str:
    share = fact.definition.unit == "share"
    unit = None if share else fact.unit
    told = str(write(fact.value, lang=language, unit=unit, kind="share" if share else None, hedge=fact.qualifier))  # type: ignore[arg-type]
    year = fact.span[1].year
    if language == "vi":
        return f"Năm {year}, có {told} ({alias})." if behind else f"Năm {year}, {alias}: {told}."
    return f"In {year} there were {told} ({alias})." if behind else f"In {year}, {alias}: {told}."


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_the_writer_writes_of_a_fact_beside_its_name_is_matched_to_it(here: str, facts: list[Fact], data: Any) -> None:
    language = data.draw(st.sampled_from(["vi", "en"]))
    fact = data.draw(st.sampled_from(facts))
    rule = declared()[fact.question.code]
    name = data.draw(st.sampled_from([rule.name[language], *rule.aliases[language]]))
    text = _sentence(fact, name, data.draw(st.booleans()), language)
    found = [one for one in match(read(text, language), territory=here, language=language, text=text) if one.mention.is_figure]
    one = next(one for one in found if one.mention.value == fact.value)
    assert (one.verdict, one.suggestions[0].question.code) == ("supported", fact.question.code), text
