"""Binding: tokens and marks say the same; bad settings are refused in sentences; a rounded figure says on which side it lies."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.indicators.facts import Fact, Question, ask
from ngoaivu.indicators.figures.hedges import hedge_holds
from ngoaivu.publications.binding import BindingError, Bound, settings_of, words
from ngoaivu.registry.delegations.models import Delegation

MARKS = st.fixed_dictionaries(
    {"fact": st.just("delegations.inbound.people")},
    optional={
        "territory": st.just("noi-nay"),
        "period": st.sampled_from(["year:2019", "term:2015-2020@2020-06-30"]),
        "on": st.just("2020-06-30"),
        "by": st.sampled_from(["country:la", "country:la;channel:people"]),
        "boundaries": st.just("today"),
        "scale": st.sampled_from(["6", "9", "fraction"]),
        "precision": st.sampled_from(["0", "2"]),
        "round": st.sampled_from(["100", "0.5"]),
        "hedge": st.sampled_from(["about", "over"]),
        "noun": st.just("no"),
        "style": st.just("bare"),
    },
)


@pytest.fixture
def fact(rows: list[Delegation]) -> Fact:
    return ask(Question("delegations.inbound.people", "noi-nay", period="year:2019"))


@given(MARKS)
def test_marks_are_read_and_written_equal(marks: dict[str, str]) -> None:
    assert Bound.read(marks).marks() == marks


def test_a_token_and_a_mark_say_the_same() -> None:
    code, settings = settings_of('a.b period=term:2015-2020 by.country=la by.channel="people" round=100 scale=million')
    assert (code, settings["by"]) == ("a.b", "country:la;channel:people")
    bound = Bound.read({"fact": code} | settings)
    assert bound.marks() == {"fact": "a.b", "period": "term:2015-2020", "by": "country:la;channel:people", "round": "100", "scale": "6"}
    assert bound.question.by == (("country", "la"), ("channel", "people"))


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        ({}, "must name its indicator"),
        ({"fact": "a", "colour": "red"}, "no setting “colour”"),
        ({"fact": "a", "scale": "dozen"}, "“dozen” is no scale"),
        ({"fact": "a", "scale": "1"}, "“1” is no scale"),
        ({"fact": "a", "precision": "many"}, "“many” is no precision"),
        ({"fact": "a", "precision": "-1"}, "“-1” is no precision"),
        ({"fact": "a", "round": "hundred"}, "“hundred” is no step"),
        ({"fact": "a", "round": "0"}, "“0” is no step"),
        ({"fact": "a", "round": "-100"}, "“-100” is no step"),
        ({"fact": "a", "round": "Infinity"}, "“Infinity” is no step"),
        ({"fact": "a", "hedge": "roughly"}, "“roughly” is no hedge: use exact, about"),
        ({"fact": "a", "style": "loud"}, "“loud” is no style"),
        ({"fact": "a", "noun": "maybe"}, "“maybe” is no noun"),
        ({"fact": "a", "boundaries": "old"}, "“old” is no boundaries"),
        ({"fact": "a", "by": "country"}, "“country” names no member"),
    ],
)
def test_bad_settings_are_refused_in_a_sentence(marks: dict[str, str], says: str) -> None:
    with pytest.raises(BindingError, match=says.replace("(", r"\(")):
        Bound.read(marks)


def test_a_token_that_is_no_setting_is_refused() -> None:
    with pytest.raises(BindingError, match=r"“term” in \{a\.b term} is no setting"):
        settings_of("a.b term")


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("809", "hơn 800", "over 800"),
        ("800", "800", "800"),
        ("795", "gần 800", "nearly 800"),
        ("750", "gần 800", "nearly 800"),
        ("749", "hơn 700", "over 700"),
        ("12345", "hơn 12.300", "over 12,300"),
        ("40", "40", "40"),
        ("149", "149", "149"),
        ("0", "0", "0"),
    ],
)
def test_a_rounded_figure_says_on_which_side_the_truth_lies(fact: Fact, value: str, vi: str, en: str) -> None:
    bound = Bound.read({"fact": "delegations.inbound.people", "round": "100", "noun": "no"})
    told = replace(fact, value=Decimal(value))
    assert (str(words(bound, told, "vi")), str(words(bound, told, "en"))) == (vi, en)


@given(value=st.integers(0, 10**7), step=st.sampled_from([10, 100, 1000, 250]))
def test_a_rounded_figure_is_always_true(value: int, step: int) -> None:
    from ngoaivu.publications.binding import _stated

    made = replace(_fact(), value=Decimal(value))
    stated, hedge = _stated(Bound.read({"fact": "a", "round": str(step)}), made)
    assert hedge_holds(hedge, stated, Decimal(value))


def test_a_received_value_keeps_its_hedge_and_is_not_rounded(fact: Fact) -> None:
    told = replace(fact, value=Decimal(809), basis="received", qualifier="about")
    bound = Bound.read({"fact": "delegations.inbound.people", "round": "100", "noun": "no"})
    assert (str(words(bound, told, "vi")), str(words(bound, told, "en"))) == ("khoảng 809", "about 809")


@pytest.mark.parametrize(("hedge", "vi"), [("about", "khoảng 800"), ("over", "hơn 800"), ("under", "hơn 800")])
def test_an_authors_hedge_stands_only_where_it_is_true(fact: Fact, hedge: str, vi: str) -> None:
    bound = Bound.read({"fact": "delegations.inbound.people", "round": "100", "noun": "no", "hedge": hedge})
    assert str(words(bound, replace(fact, value=Decimal(809)), "vi")) == vi


def test_noun_scale_and_share_follow_the_language(fact: Fact) -> None:
    told = replace(fact, value=Decimal(2_730_000_000), unit="USD", basis="received", qualifier="about")
    money = Bound.read({"fact": "a", "scale": "billion"})
    assert (str(words(money, told, "vi")), str(words(money, told, "en"))) == ("khoảng 2,73 tỷ USD", "about USD 2.73 billion")
    share = replace(fact, value=Decimal("0.2"), unit="share")
    assert str(words(Bound.read({"fact": "a", "scale": "fraction"}), share, "en")) == "1/5"
    assert str(words(Bound.read({"fact": "a", "scale": "percent"}), share, "vi")) == "20%"
    assert str(words(Bound.read({"fact": "a", "style": "bare"}), replace(told, unit="USD"), "vi")) == "2,73"


def _fact() -> Fact:
    from datetime import date

    from ngoaivu.indicators import declared

    return Fact(
        question=Question("delegations.inbound.people", "noi-nay"),
        definition=declared.find("delegations.inbound.people"),
        value=Decimal(0),
        high=None,
        unit="person_trip",
        qualifier="exact",
        decimals=0,
        stage="",
        basis="computed",
        per="",
        period=None,
        when_vi="",
        when_en="",
        as_of=None,
        territory_name={},
        ground=(),
        span=(date(2019, 1, 1), date(2019, 12, 31)),
        sources=(),
        count=0,
        unplaced=0,
        revision=0,
    )
