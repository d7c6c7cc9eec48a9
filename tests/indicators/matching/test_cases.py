"""What matching says to the sentences of `cases.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from ngoaivu.indicators.figures import read
from ngoaivu.indicators.figures.model import plain
from ngoaivu.indicators.matching import Matched, match
from tests.cast import Cast
from tests.indicators.matching.registry import province

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]


def answered(case: dict[str, Any], territory: str) -> Matched:
    """The answer on the figure between the marks."""
    language = "vi" if "vi" in case else "en"
    marked = case[language]
    start, text = marked.index("«"), marked.replace("«", "").replace("»", "")
    mentions = read(text, language)
    with translation.override(language):
        found = match(mentions, territory=territory, language=language, text=text, over=case.get("over", ""))
    return next(one for one in found if one.mention.is_figure and one.mention.end > start)


def wrong(case: dict[str, Any], one: Matched) -> str:
    """In what an answer differs from the expected one; empty where it does not."""
    told = f"{one.verdict} {one.message}"
    if one.verdict != case["verdict"]:
        return told
    if "code" in case and (not one.suggestions or one.suggestions[0].question.code != case["code"]):
        return told
    if "value" in case and plain(one.suggestions[0].fact.value) != case["value"]:
        return told
    if "by" in case and one.suggestions[0].question.by != (tuple(case["by"].split("=")),):
        return told
    return told if case.get("says", "") not in one.message else ""


def test_there_are_cases_of_every_verdict_in_both_languages() -> None:
    assert len(CASES) >= 40
    verdicts = {(case["verdict"], language) for case in CASES for language in ("vi", "en") if language in case}
    assert len(verdicts) == 10


@pytest.mark.parametrize("verdict", ["supported", "contradicted", "outdated", "ambiguous", "unknown"])
def test_the_verdict_is_that_of_a_careful_reader(verdict: str, cast: Cast) -> None:
    province(cast)
    cases = [case for case in CASES if case["verdict"] == verdict]
    found = [(case, wrong(case, answered(case, cast.here.territory.key))) for case in cases]
    assert "\n".join(f"{case.get('vi') or case.get('en')} -> {fault}" for case, fault in found if fault) == ""
