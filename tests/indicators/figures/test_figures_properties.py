"""What must hold for any text: no exception, valid places, linear work; and read(write(x)) is x."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ngoaivu.indicators.figures import HEDGES, Hedge, Mention, as_dict, write
from ngoaivu.indicators.figures.judge import check
from ngoaivu.indicators.figures.reader import read
from ngoaivu.indicators.figures.vocabulary import vocabulary

LANGS = st.sampled_from(["vi", "en"])
VOCABULARY = """
1 2 12 131 2,73 1.840 1,234.5 04 2019 30/4 05/01/2020 31/02/2020 12/15 % tỷ triệu đồng USD $ đoàn dự án người ngày
tháng năm quý hai ba mười trăm rưỡi một phần khoảng hơn gần không quá tăng giảm gấp lần thứ xếp từ đến lên và , . : ;
( ) / - – + = | số Nghị định NĐ-CP ĐVT lần lượt trong đó gồm chiếm tương đương bằng so với kế hoạch billion million two
half of the a twenty over nearly up to per year first quarter May 3rd ranked Ward G7 Covid-19 ĐT 0273 e\u0301 ② ٣ 𝟘 ﬁ İ ß
99999999999999999999999999 0,000000001 100.000.000.000.000.000.000
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n", "\t", "\u00a0", "\u202f", " "])
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGS)
def test_any_text_gives_valid_ordered_mentions(text: str, lang: str) -> None:
    end = 0
    for mention in read(text, lang):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert as_dict(mention)["kind"] == mention.kind
        end = mention.end


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGS)
def test_any_text_can_be_judged(text: str, lang: str) -> None:
    for finding in check(text, lang)["findings"]:
        assert 0 <= finding["start"] < finding["end"] <= len(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, LANGS)
def test_no_digit_escapes(text: str, lang: str) -> None:
    """The gate before publishing rests on this: every digit stands in some mention."""
    covered = {place for m in read(text, lang) for place in range(m.start, m.end)}
    assert all(place in covered for place, c in enumerate(text) if c in "0123456789")


@pytest.mark.parametrize("lang", ["vi", "en", "fr"])
@pytest.mark.parametrize("text", ["2019 / ② 12/15", "5/² 7", "12 ٣ đoàn 1/٣", "mười ⑨ (③)", "$ 2,5 tăng 1.5 tỷ USD"])
def test_digits_that_are_no_decimal_digits(text: str, lang: str) -> None:
    assert all(text[m.start : m.end] == m.text for m in read(text, lang))
    check(text, lang)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("text", ["12\u0304 dự án", "1\u0308\u0301 3", "1\u0344 27", "e\u0301 5\u0336 7"])
def test_marks_on_digits_keep_the_places_valid(text: str, lang: str) -> None:
    mentions = read(text, lang)
    assert mentions
    assert all(m.start < m.end and m.text == text[m.start : m.end] for m in mentions)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_offsets_of_a_text_that_is_not_composed(lang: str) -> None:
    text = "Co\u0301 131 du\u031b\u0323 a\u0301n: e\u0301 12 %"
    assert [m.text[:3] for m in read(text, lang)] == ["131", "12 "]


def units(kind: str) -> st.SearchStrategy[str]:
    table = {"money": "currencies", "count": "units", "measure": "measures"}[kind]
    return st.sampled_from(sorted(set(vocabulary("vi")[table]) - {"percent_point", "time"}))


def figures(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    top = 10**15 if kind == "money" else 10**9
    scales = st.sampled_from([0, 3, 6, 9]) if kind == "money" else st.sampled_from([0, 0, 0, 6])
    return st.fixed_dictionaries(
        {
            "value": st.integers(1, top).map(Decimal),
            "unit": units(kind),
            "scale": scales,
            "hedge": st.sampled_from(HEDGES),
        }
    )


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["money", "count", "measure"]).flatmap(lambda k: st.tuples(st.just(k), figures(k))), LANGS)
def test_reading_what_was_written_gives_the_value_back(case: tuple[str, dict[str, Any]], lang: str) -> None:
    kind, how = case
    said = str(write(lang=lang, **how))
    [mention] = read(said, lang)
    assert (mention.value, mention.unit, mention.hedge) == (how["value"], how["unit"], how["hedge"]), said
    assert (mention.kind, mention.text) == (kind, said)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["share", "growth", "ratio"]),
    st.integers(-999, 3000).filter(bool),
    st.sampled_from(HEDGES),
    LANGS,
)
def test_shares_growth_and_ratios_come_back(kind: Any, thousandths: int, hedge: Hedge, lang: str) -> None:
    value = Decimal(abs(thousandths) if kind != "growth" else thousandths) / 1000
    said = str(write(value, kind=kind, hedge=hedge, lang=lang))
    [mention] = read(said, lang)
    assert (mention.value, mention.kind, mention.unit) == (value, kind, None), said
    assert mention.hedge == hedge, said


@given(st.integers(1, 63), st.integers(1, 63), LANGS)
def test_ranks_come_back(place: int, more: int, lang: str) -> None:
    said = str(write(Decimal(place), kind="rank", of=Decimal(place + more), lang=lang))
    [mention] = read(said, lang)
    assert (mention.value, mention.of) == (Decimal(place), Decimal(place + more)), said
    assert mention.kind == "rank"


ADVERSARIAL: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * n,
    "points": lambda n: "1." * (n // 2),
    "commas and points": lambda n: "1.,2" * (n // 4),
    "groups": lambda n: "123 " * (n // 4),
    "number words": lambda n: "hai mươi " * (n // 9),
    "scales": lambda n: "1 " + "tỷ " * (n // 3),
    "hedges": lambda n: "khoảng hơn " * (n // 11) + "5",
    "brackets": lambda n: "(" * n,
    "doubled": lambda n: "12 (mười hai " * (n // 13),
    "lists": lambda n: "1, 2 và " * (n // 8),
    "slashes": lambda n: "1/2/" * (n // 4),
    "dates": lambda n: "từ ngày 1/1 đến " * (n // 16),
    "documents": lambda n: "số 1/2020/A-" * (n // 12),
    "white space": lambda n: "1" + " " * n + "tỷ",
    "line ends": lambda n: "1\n" * (n // 2),
    "tables": lambda n: "a|1\t" * (n // 4),
    "captions": lambda n: "ĐVT: triệu USD\n5\n" * (n // 17),
    "marks": lambda n: "e\u0301" * (n // 2),
}


def steps(text: str, lang: str) -> int:
    """Python calls made while reading: a measure of work that no busy machine can disturb."""
    count = 0

    def tally(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        read(text, lang)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", ADVERSARIAL)
def test_work_grows_with_length_and_no_faster(name: str, lang: str) -> None:
    build = ADVERSARIAL[name]
    small, large = steps(build(1_000), lang), steps(build(4_000), lang)
    assert large < 4 * small * 1.2 + 2_000, (small, large)


@pytest.mark.parametrize("name", ["digits", "points", "scales", "brackets", "marks", "white space"])
def test_a_megabyte_of_nonsense_finishes(name: str) -> None:
    text = ADVERSARIAL[name](1_000_000)
    mentions: list[Mention] = read(text, "vi")
    assert all(m.text == text[m.start : m.end] for m in mentions)
