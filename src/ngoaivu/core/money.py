"""Money «tiền»: an integer in the currency's smallest unit; Decimal to the reader; never a float, never two currencies in one sum."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from django.utils.translation import gettext as _

# ISO 4217 exponents of the currencies the office meets; an unknown code is refused rather than guessed.
EXPONENTS = {
    "VND": 0, "JPY": 0, "KRW": 0, "USD": 2, "EUR": 2, "AUD": 2, "CAD": 2, "CHF": 2, "CNY": 2,
    "GBP": 2, "HKD": 2, "INR": 2, "KHR": 2, "LAK": 2, "MYR": 2, "MZN": 2, "NZD": 2, "SGD": 2,
    "THB": 2, "TWD": 2,
}  # fmt: skip


class MoneyError(ValueError):
    """An amount that cannot be money; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Money:
    """Money «số tiền»: `minor` smallest units of `currency` (ISO 4217)."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.minor, int):
            raise MoneyError(_("Money is never a float: give an integer of the smallest unit, or a Decimal to Money.of()."))
        exponent(self.currency)

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> "Money":
        """Money from an amount in the main unit (dollars, đồng); refuses floats and more decimals than the currency has."""
        if isinstance(amount, float):
            raise MoneyError(_("Money is never a float: write the amount %(amount)s as text or Decimal.") % {"amount": amount})
        minor = _decimal(amount).scaleb(exponent(currency))
        if minor != minor.to_integral_value():
            raise MoneyError(
                _("%(amount)s %(currency)s has more decimals than the currency: give at most %(places)d.")
                % {"amount": amount, "currency": currency, "places": exponent(currency)}
            )
        return cls(int(minor), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in the main unit."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    def __add__(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise MoneyError(
                _("%(one)s and %(other)s cannot be added: convert one of them at a dated rate first.")
                % {"one": self.currency, "other": other.currency}
            )
        return Money(self.minor + other.minor, self.currency)


@dataclass(frozen=True, slots=True)
class Conversion:
    """Conversion «quy đổi»: the result with the rate, the day and the source it stands on."""

    result: Money
    rate: Decimal
    on: date
    source: str


def exponent(currency: str) -> int:
    """Decimals of a currency; refuses a code the system does not know."""
    if currency not in EXPONENTS:
        raise MoneyError(_("Unknown currency “%(code)s”: use an ISO 4217 code such as VND or USD.") % {"code": currency})
    return EXPONENTS[currency]


def _decimal(amount: Decimal | int | str) -> Decimal:
    try:
        if (number := Decimal(amount)).is_finite():
            return number
    except InvalidOperation:
        pass
    raise MoneyError(_("“%(amount)s” is no amount: write digits with a point, e.g. 2730000000 or 79.5.") % {"amount": amount})


def total(amounts: Iterable[Money], currency: str) -> Money:
    """The sum of amounts of one currency; of none, zero in that currency."""
    return sum(amounts, start=Money(0, currency))


def convert(money: Money, to: str, *, rate: Decimal, on: date, source: str) -> Conversion:
    """Convert at `rate` (units of `to` for one unit of the money's currency), half to even, naming day and source."""
    if isinstance(rate, float):
        raise MoneyError(_("A rate is never a float: write it as text or Decimal."))
    minor = (money.amount * rate).scaleb(exponent(to)).to_integral_value(ROUND_HALF_EVEN)
    return Conversion(Money(int(minor), to), rate, on, source)
