"""Chance «ngẫu nhiên có hạt giống»: the same draws from the same seed on every machine, one stream a room.

A room that draws once more does not move the others: each has a stream of its own.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from ngoaivu.core.period import month

T = TypeVar("T")

# How busy each month is: little around the lunar New Year and in high summer, most in March, October and November.
SEASON = (5, 4, 11, 10, 9, 7, 6, 7, 9, 12, 13, 7)
# Months of the Covid years in which people travelled at all.
OPEN_2020, OPEN_2021 = (8, 6, 3, 0, 0, 0, 0, 0, 0, 1, 2, 2), (1, 1, 2, 2, 0, 0, 0, 0, 0, 0, 2, 2)


class Chance(random.Random):
    """Draws for one room."""

    def __init__(self, seed: int, room: str) -> None:
        super().__init__(f"{seed}:{room}")

    def pick(self, things: Sequence[T], weights: Sequence[int] | None = None) -> T:
        """One of several, some likelier than others."""
        return self.choices(things, weights)[0] if weights else things[int(self.random() * len(things))]

    def often(self, of_hundred: int) -> bool:
        """True so many times of a hundred."""
        return self.randrange(100) < of_hundred

    def day(self, year: int) -> date:
        """A working day of the year in the rhythm of the seasons."""
        season = {2020: OPEN_2020, 2021: OPEN_2021}.get(year, SEASON)
        whole = month(year, self.pick(range(1, 13), season))
        found = whole.start + timedelta(days=self.randrange((whole.end - whole.start).days + 1))
        return weekday(found)

    def any_day(self, year: int) -> date:
        """A working day of the year, no month likelier than another."""
        return weekday(date(year, 1, 1) + timedelta(days=self.randrange(360)))


def weekday(day: date) -> date:
    """The day itself, or a day earlier in the week instead of a weekend; in the week after where that would leave the year."""
    moved = day - timedelta(days={5: 2, 6: 5}.get(day.weekday(), 0))
    return moved if moved.year == day.year else moved + timedelta(days=7)
