"""Our retelling of the seed article against the registry that holds it: every figure that has a fact is given it first, none is denied."""

from collections import Counter
from pathlib import Path

import pytest
from django.utils import translation

from ngoaivu.indicators.figures import read
from ngoaivu.indicators.matching import match
from tests.acceptance.conftest import Told

RETELLING = Path(__file__).parents[1] / "indicators/figures/retelling"
WITH_A_FACT = 23  # the others count visitors of a page, years, and a headline about Viet Nam


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_figure_with_a_fact_is_supported_by_it(language: str, told: Told) -> None:
    text = (RETELLING / f"{language}.txt").read_text("utf-8")
    with translation.override(language):
        found = match(read(text, language), territory=told.office.territory.key, language=language, text=text)
    verdicts = Counter(one.verdict for one in found if one.mention.is_figure)
    assert (verdicts["supported"], verdicts["contradicted"], verdicts["outdated"]) == (WITH_A_FACT, 0, 0)
    supported = [one.suggestions[0] for one in found if one.verdict == "supported"]
    assert all(one.holds for one in supported)
    assert len({(one.question.code, one.question.by) for one in supported}) == WITH_A_FACT
