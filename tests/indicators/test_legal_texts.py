"""Legal texts are counted like everything else: six texts, and the counts a librarian would give."""

from datetime import date
from typing import Any

import pytest

from ngoaivu.core.changes import change
from ngoaivu.core.levels import PUBLIC
from ngoaivu.documents.models import LegalText
from ngoaivu.indicators import facts
from ngoaivu.indicators.facts import Question
from tests.cast import Cast

# Number, issued, in force from, first day no longer in force, status, issued by the province.
TEXTS: list[tuple[Any, ...]] = [
    ("45/2006", "2006-02-28", "2006-03-25", "2023-07-10", "expired", False),  # replaced by the next on the very day
    ("09/2023", "2023-04-12", "2023-07-10", "", "in_force", False),
    ("22/2016", "2016-10-19", "", "", "in_force", False),  # nobody has checked from which day
    ("1/KH-UBND", "2016-12-05", "2017-01-01", "", "expired", True),  # nobody has checked until when
    ("18/QĐ-UBND", "2019-08-15", "2019-09-01", "", "in_force", True),
    ("30/QĐ-UBND", "2023-12-20", "2024-01-01", "", "not_yet", True),
]


@pytest.fixture
def library(cast: Cast) -> Cast:
    same = {"office": cast.here, "kind_vi": "Quyết định", "issuer_vi": "Cơ quan"}
    with change(by=cast.specialist.actor, verb="register") as writer:
        for number, *days, status, local in TEXTS:
            issued, begins, ended = (date.fromisoformat(day) if day else None for day in days)
            told = {"issued_on": issued, "in_force_from": begins, "expired_on": ended, "status": status, "local": local}
            writer.write(LegalText(title_vi=f"Văn bản {number}", number=number, **same, **told))
    return cast


@pytest.mark.parametrize(
    ("day", "value", "unplaced", "why"),
    [
        ("2016-10-18", 1, 0, "the circular was not even issued"),
        ("2016-10-19", 1, 1, "from here on the circular may be in force"),
        ("2023-07-09", 2, 1, "the old decision on its last day, and the province's"),
        ("2023-07-10", 2, 1, "on the day of replacement one decision, never both"),
        ("2024-01-01", 3, 1, "with the province's newest"),
    ],
)
def test_texts_in_force_on_a_day(library: Cast, day: str, value: int, unplaced: int, why: str) -> None:
    fact = facts.ask(Question("legal.in_force", library.here.territory.key, on=day))
    assert (fact.value, fact.unplaced) == (value, unplaced), why


def test_a_text_of_the_province_enters_into_force_once(library: Cast) -> None:
    entered = facts.series("legal.entered", library.here.territory.key, first="2016", last="2024")
    assert [int(fact.value) for fact in entered] == [0, 1, 0, 1, 0, 0, 0, 0, 1]


def test_the_rows_behind_are_the_texts(library: Cast) -> None:
    fact = facts.ask(Question("legal.in_force", library.here.territory.key, on="2024-01-01"))
    assert [row.title_vi for row in facts.rows(fact, PUBLIC).shown] == ["Văn bản 30/QĐ-UBND", "Văn bản 09/2023", "Văn bản 18/QĐ-UBND"]
    assert facts.rows(fact, None).shown == []
