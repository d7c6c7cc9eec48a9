"""Days of moments: at one in the morning in Viet Nam it is still yesterday in UTC, and nobody here lives there."""

from datetime import UTC, date, datetime

import pytest

from ngoaivu.core.days import day_of

ONE_IN_THE_MORNING = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize("moment", [ONE_IN_THE_MORNING, ONE_IN_THE_MORNING.isoformat(), "2026-11-30T01:00:00+07:00"])
def test_a_moment_bears_the_day_of_viet_nam(moment: datetime | str) -> None:
    assert day_of(moment) == date(2026, 11, 30)
