"""A hedge is a claim: when it holds, and which one an editor would choose."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.indicators.figures import Hedge, Margins, hedge_for, hedge_holds


@pytest.mark.parametrize(
    ("hedge", "stated", "value", "qualifier", "holds"),
    [
        ("over", "800", "812", "exact", True),
        ("over", "800", "800", "exact", False),
        ("over", "800", "799", "exact", False),
        ("over", "800", "1100", "exact", False),
        ("over", "800", "800", "over", True),
        ("over", "700", "800", "over", False),
        ("over", "800", "800", "about", False),
        ("exact", "800", "800", "over", False),
        ("exact", "800", "800", "exact", True),
        ("at_least", "800", "800", "over", True),
        ("near", "0.96", "0.957", "exact", True),
        ("near", "0.96", "0.96", "exact", False),
        ("near", "0.96", "0.5", "exact", False),
        ("near", "-0.236", "-0.2355", "exact", True),
        ("near", "-0.236", "0.2355", "exact", False),
        ("about", "80000000", "79500000", "exact", True),
        ("about", "80000000", "79500000", "about", True),
        ("about", "80000000", "60000000", "exact", False),
        ("under", "10", "9", "exact", True),
        ("under", "10", "10", "exact", False),
        ("at_least", "40", "45", "exact", True),
        ("at_least", "40", "39", "exact", False),
        ("at_most", "15", "15", "exact", True),
        ("at_most", "15", "16", "exact", False),
        ("forecast", "16", "16", "forecast", True),
        ("about", "400", "400", "near", True),
    ],
)
def test_rules(hedge: Hedge, stated: str, value: str, qualifier: Hedge, holds: bool) -> None:
    assert hedge_holds(hedge, Decimal(stated), Decimal(value), qualifier) is holds


def test_exact_holds_for_what_rounds_to_the_digits_shown() -> None:
    stated, value = Decimal(2_730_000_000), Decimal(2_734_512_000)
    assert hedge_holds("exact", stated, value, step=Decimal(10_000_000))
    assert not hedge_holds("exact", stated, value, step=Decimal(1_000_000))


def test_the_margins_are_settings() -> None:
    wide = Margins(over=Decimal("0.5"))
    assert hedge_holds("over", Decimal(800), Decimal(1100), "exact", wide)


def test_a_changed_row_changes_the_hedge() -> None:
    assert hedge_for(Decimal(800), Decimal(800)) == "exact"
    assert hedge_for(Decimal(801), Decimal(800)) == "over"
    assert hedge_for(Decimal(799), Decimal(800)) == "near"


def test_no_hedge_covers_a_different_number() -> None:
    with pytest.raises(ValueError, match="Show more digits"):
        hedge_for(Decimal(14), Decimal(10))


@given(st.integers(1, 10**15), st.integers(0, 14))
def test_the_chosen_hedge_is_always_true(value: int, places: int) -> None:
    exact = Decimal(value)
    stated = exact.quantize(Decimal(1).scaleb(places))
    try:
        hedge = hedge_for(exact, stated)
    except ValueError:
        return
    assert hedge_holds(hedge, stated, exact)
