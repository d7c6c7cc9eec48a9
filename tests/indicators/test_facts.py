"""The interface others code against: facts, series, breakdowns, rows behind, and the shape of editions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from ngoaivu.core import changes
from ngoaivu.core.levels import PUBLIC, Level, Reader
from ngoaivu.documents.actions import keep, withdraw
from ngoaivu.indicators import facts
from ngoaivu.indicators.facts import Fact, Missing, Question
from ngoaivu.publications.content import canonical
from ngoaivu.registry.aid.models import Volunteer
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast, territory

ASKED = Question("delegations.inbound.missions", "noi-nay", period="term:2015-2020")


def mission(cast: Cast, day: date, country: str = "jp", **columns: object) -> Delegation:
    defaults = {"direction": "inbound", "state": "held", "level": Level.PUBLIC, "title_vi": f"Đoàn {day}", "persons": 3}
    row = Delegation(office=cast.here, territory=cast.here.territory, country=territory(country, country, kind="country"), **(defaults | columns))
    row.start_earliest = row.start_latest = day
    return keep(row, by=cast.specialist.actor)


@pytest.fixture
def missions(cast: Cast) -> list[Delegation]:
    return [mission(cast, date(2015 + n, 6, 1), "jp" if n % 2 else "kr", level=Level.PUBLIC if n < 4 else Level.INTERNAL) for n in range(1, 6)]


def test_a_total_counts_rows_nobody_may_read_and_says_how_many(missions: list[Delegation]) -> None:
    fact = facts.ask(ASKED)
    assert (fact.value, fact.count, fact.basis, fact.qualifier) == (5, 5, "computed", "exact")
    public = facts.rows(fact, PUBLIC)
    assert (public.count, len(public.shown)) == (5, 3)
    assert "2" in public.why_not_en
    assert [row.title_vi for row in public.shown] == ["Đoàn 2018-06-01", "Đoàn 2017-06-01", "Đoàn 2016-06-01"]
    everything = facts.rows(fact, Reader(frozenset(Level.values), None))
    assert (len(everything.shown), everything.why_not_en) == (5, "")
    assert facts.rows(fact, None).shown == []


def test_rows_are_paged(missions: list[Delegation]) -> None:
    fact = facts.ask(ASKED)
    pages = [facts.rows(fact, PUBLIC, start=start, count=1).shown[0].key for start in range(3)]
    assert len(set(pages)) == 3
    assert pages[0] == missions[2].key


def test_a_series_gives_each_year_and_a_breakdown_each_member(missions: list[Delegation]) -> None:
    told = facts.series("delegations.inbound.missions", "noi-nay", first="2016", last="2021")
    assert [(fact.when_en[:4], fact.value) for fact in told] == [("2016", 1), ("2017", 1), ("2018", 1), ("2019", 1), ("2020", 1), ("2021", 0)]
    by_country = facts.breakdown(ASKED, "country")
    assert [(fact.question.by, fact.value) for fact in by_country] == [((("country", "jp"),), 3), ((("country", "kr"),), 2)]


def test_a_correction_changes_today_and_not_the_earlier_position(cast: Cast, missions: list[Delegation]) -> None:
    before = changes.latest()
    old = facts.ask(ASKED, revision=before)
    sealed = facts.digest(old)
    withdraw(missions[0], by=cast.head.actor, why="registered twice")
    again = facts.ask(ASKED, revision=before)
    assert (facts.ask(ASKED).value, again.value) == (4, 5)
    assert facts.digest(again) == sealed != facts.digest(facts.ask(ASKED))


def test_an_embargoed_row_enters_when_its_embargo_ends(cast: Cast, missions: list[Delegation]) -> None:
    today = timezone.localdate()
    mission(cast, date(2019, 3, 3), level=Level.EMBARGOED, embargo_until=today + timedelta(days=1))
    assert facts.ask(ASKED).value == 5
    mission(cast, date(2019, 3, 4), level=Level.EMBARGOED, embargo_until=today)
    assert facts.ask(ASKED).value == 6


def test_a_row_embargoed_later_leaves_earlier_positions_too(cast: Cast, missions: list[Delegation]) -> None:
    before = changes.latest()
    assert facts.ask(ASKED, revision=before).value == 5
    missions[1].level, missions[1].embargo_until = Level.EMBARGOED, timezone.localdate() + timedelta(days=9)
    keep(missions[1], by=cast.head.actor)
    assert facts.ask(ASKED, revision=before).value == 4
    assert facts.rows(facts.ask(ASKED, revision=before), Reader(frozenset(Level.values), None)).count == 4


def test_a_fact_takes_the_shape_of_editions(missions: list[Delegation]) -> None:
    told = facts.content(facts.ask(ASKED), PUBLIC)
    assert canonical(told)
    assert told["value"] == "5"
    assert told["period"] == "admin-term:2015-2020"
    assert told["when"]["vi"] == "nhiệm kỳ 2015–2020 (từ 15/12/2015 đến 14/12/2020)"
    assert told["rows"]["count"] == 5
    assert len(told["rows"]["shown"]) == 3
    assert told["sources"][0]["document"]["en"].startswith("Registry of")


def test_small_cells_of_people_are_not_told(cast: Cast) -> None:
    for number, country in enumerate(["jp"] * 9 + ["kr"] * 4 + ["la"] * 2):
        row = Volunteer(office=cast.here, territory=cast.here.territory, title_vi=f"Tình nguyện viên {number}", level=Level.PERSONAL)
        row.country = territory(country, country, kind="country")
        row.start_earliest = row.start_latest = date(2018, 2, 1)
        keep(row, by=cast.specialist.actor)
    asked = Question("aid.volunteers.received", "noi-nay", period="year:2018")
    assert facts.ask(asked).value == 15
    assert [fact.question.by for fact in facts.breakdown(asked, "country")] == [(("country", "jp"),)]
    for small in ("la", "kr"):
        with pytest.raises(Missing, match=r"recognised|nhận ra"):
            facts.ask(Question("aid.volunteers.received", "noi-nay", period="year:2018", by=(("country", small),)))


def test_a_share_keeps_its_two_parts(cast: Cast, missions: list[Delegation]) -> None:
    mission(cast, date(2018, 9, 9), channel="people")
    fact = facts.ask(Question("delegations.inbound.people_channel.share", "noi-nay", period="term:2015-2020"))
    assert (fact.numerator, fact.denominator, str(fact.value)) == (1, 6, "0.166667")
    with pytest.raises(Missing, match=r"zero|bằng không"):
        facts.ask(Question("delegations.inbound.people_channel.share", "noi-nay", period="year:1999"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Question("delegations.inbound.misions", "noi-nay", period="year:2019"), "delegations.inbound.missions"),
        (Question("delegations.inbound.missions", "nowhere", period="year:2019"), "nowhere"),
        (Question("delegations.inbound.missions", "noi-nay", period="2019"), "year:2019"),
        (Question("delegations.inbound.missions", "noi-nay", period="range:2019-02-01..2019-01-01"), "2019-02-01"),
        (Question("delegations.inbound.missions", "noi-nay", period="range:2019-02-30..2019-03-01"), "range:2019-02-30"),
        (Question("delegations.inbound.missions", "noi-nay", on="2019-01-01"), "year:2019"),
        (Question("delegations.inbound.missions", "noi-nay"), "year:2019"),
        (Question("fdi.projects.in_force", "noi-nay", on="30/6/2020"), "2020-06-30"),
        (Question("fdi.projects.in_force", "noi-nay", on="2020-06-30"), "30/06/2020"),
        (Question("delegations.inbound.missions", "noi-nay", period="year:2019", by=(("colour", "red"),)), "country"),
    ],
)
def test_what_cannot_be_asked_is_answered_with_a_sentence(cast: Cast, asked: Question, words: str) -> None:
    answer = facts.ask_many([asked])[asked]
    assert isinstance(answer, Missing)
    assert words in answer.en
    assert words in answer.vi


def test_one_run_answers_many_questions_in_few_statements(missions: list[Delegation], django_assert_max_num_queries: object) -> None:
    questions = [Question("delegations.inbound.missions", "noi-nay", period=f"year:{number}") for number in range(2010, 2022)]
    questions += [Question("delegations.inbound.people", "noi-nay", period=f"year:{number}") for number in range(2010, 2022)]
    facts.ask_many(questions[:1])
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        answers = facts.ask_many(questions)
    assert sum(fact.value for fact in answers.values() if isinstance(fact, Fact)) == 5 + 15


def test_a_register_that_is_an_excerpt_is_not_added_up(cast: Cast, missions: list[Delegation]) -> None:
    cast.here.excerpt = True
    cast.here.save()
    share = Question("delegations.inbound.people_channel.share", "noi-nay", period="year:2019")
    for asked in (ASKED, share):
        with pytest.raises(Missing) as refusal:
            facts.ask(asked)
        assert "Department of Foreign Affairs" in refusal.value.en
    assert facts.breakdown(ASKED, "country") == []
    assert facts.ask(replace(ASKED, basis="computed")).value == 5
