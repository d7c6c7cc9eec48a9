"""Money: integers of the smallest unit, one currency at a time, conversions that say what they stand on."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.core import money
from ngoaivu.core.money import EXPONENTS, Money, MoneyError

pytestmark = pytest.mark.usefixtures("in_english")

currencies = st.sampled_from(sorted(EXPONENTS))
minors = st.integers(-(10**18), 10**18)
DAY = date(2020, 6, 30)


@given(minors, currencies)
def test_an_amount_reads_back_to_the_last_unit(minor: int, currency: str) -> None:
    kept = Money(minor, currency)
    assert isinstance(kept.amount, Decimal)
    assert Money.of(kept.amount, currency) == kept == Money.of(f"{kept.amount:f}", currency)


@given(st.lists(minors), currencies)
def test_a_total_is_exact_in_any_order(amounts: list[int], currency: str) -> None:
    assert money.total([Money(minor, currency) for minor in amounts], currency) == Money(sum(amounts), currency)
    assert money.total([Money(minor, currency) for minor in reversed(amounts)], currency).minor == sum(amounts)


@given(minors, st.lists(currencies, min_size=2, max_size=2, unique=True))
def test_two_currencies_are_never_added(minor: int, pair: list[str]) -> None:
    one, other = pair
    with pytest.raises(MoneyError, match=f"{one} and {other} cannot be added: convert"):
        Money(minor, one) + Money(minor, other)
    with pytest.raises(MoneyError, match="cannot be added"):
        money.total([Money(minor, other)], one)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Money(1.5, "USD"), "never a float"),
        (lambda: Money(2.0, "VND"), "never a float"),
        (lambda: Money(Decimal("1.5"), "USD"), "never a float"),
        (lambda: Money.of(2.73e9, "VND"), "never a float"),
        (lambda: money.convert(Money(1, "USD"), "VND", rate=23000.0, on=DAY, source="…"), "never a float"),
        (lambda: Money.of("0.5", "VND"), "give at most 0"),
        (lambda: Money.of(Decimal("1.005"), "USD"), "give at most 2"),
        (lambda: Money(1, "Đ"), "ISO 4217"),
        (lambda: Money.of(1, "usd"), "ISO 4217"),
        (lambda: money.convert(Money(1, "USD"), "XXX", rate=Decimal(1), on=DAY, source="…"), "ISO 4217"),
        (lambda: Money.of("một tỷ", "VND"), "is no amount"),
        (lambda: Money.of("NaN", "VND"), "is no amount"),
        (lambda: Money.of("Infinity", "VND"), "is no amount"),
    ],
)
def test_what_cannot_be_money_is_answered_with_a_sentence(make: Callable[[], object], words: str) -> None:
    with pytest.raises(MoneyError, match=words):
        make()


def test_the_exponent_is_the_currencys_own() -> None:
    assert Money.of("2730000000", "VND").minor == 2_730_000_000
    assert Money.of("80000000.25", "USD").minor == 8_000_000_025
    assert Money(8_000_000_025, "USD").amount == Decimal("80000000.25")


def test_a_total_of_nothing_has_a_currency() -> None:
    assert money.total([], "USD") == Money(0, "USD")


def test_a_conversion_names_rate_day_and_source_and_rounds_half_to_even() -> None:
    done = money.convert(Money.of("2.5", "USD"), "VND", rate=Decimal("23229"), on=DAY, source="State Bank")
    assert done == money.Conversion(Money(58072, "VND"), Decimal("23229"), DAY, "State Bank")
    assert money.convert(Money(3, "VND"), "USD", rate=Decimal("0.005"), on=DAY, source="…").result.minor == 2


@given(st.integers(0, 10**15), currencies, st.decimals("0.0001", "50000", places=4))
def test_a_conversion_is_within_half_a_unit(minor: int, to: str, rate: Decimal) -> None:
    result = money.convert(Money(minor, "USD"), to, rate=rate, on=DAY, source="…").result
    exact = Decimal(minor).scaleb(-2) * rate
    assert abs(result.amount - exact) <= Decimal(1).scaleb(-EXPONENTS[to]) / 2
