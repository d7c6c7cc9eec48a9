"""The bench runs, at a size that says nothing about speed: what it measures is there, and kept values are the computed ones."""

import pytest

from tests.bench import measure
from tests.bench.build import PLANS

EACH = 200


@pytest.mark.usefixtures("own_database")
def test_the_bench_measures_what_it_says() -> None:
    found = measure.main(EACH * len(PLANS))
    assert found["records"] == EACH * len(PLANS)
    assert found["definitions"] == measure.FIFTY
    assert found["values"] > 1000
    assert found["kept_agree"]
    assert found["rows"][0] == found["rows"][1]
    assert all(found[key] > 0 for key in ("first", "second", "behind"))
