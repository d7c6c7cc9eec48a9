"""Tokens: marks in plain fields are read as written; whatever else an officer types is words, or a sentence that says what to do."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.accounts.models import Office
from ngoaivu.core.models import Territory
from ngoaivu.publications import refreshing, tokens
from ngoaivu.publications.binding import BindingError, Bound

OFFICE = Office(territory=Territory(key="noi-nay"))
CODE = st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8}){0,2}", fullmatch=True)
VALUE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters='{}"') | st.just(" "), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text
)
MEMBER = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
BY = st.lists(st.tuples(MEMBER, MEMBER), min_size=1, max_size=3).map(lambda pairs: ";".join(f"{name}:{member}" for name, member in pairs))
SETTINGS = st.fixed_dictionaries(
    {"fact": CODE, "territory": MEMBER}, optional={"period": VALUE, "on": VALUE, "scale": VALUE, "hedge": VALUE, "by": BY}
)
NASTY = st.text(alphabet='{}|"= figquotewaiver\n\u00a0.:1é\U0001f600', max_size=60)


def read(text: str) -> list[dict[str, Any]]:
    return tokens.runs(text, OFFICE)


@given(SETTINGS)
def test_a_figure_is_read_as_it_was_written(settings: dict[str, str]) -> None:
    [before, run, after] = read(f"Có {tokens.figure(settings)} đến")
    assert (before, after) == ({"text": "Có "}, {"text": " đến"})
    assert run["mark"] == settings


@given(st.fixed_dictionaries({"document": MEMBER}, optional={"place": VALUE}), VALUE)
def test_a_quote_and_a_waiver_are_read_as_they_were_written(settings: dict[str, str], words: str) -> None:
    assert [(run["text"], run["quote"]) for run in read(tokens.quote(settings, words))] == [(words, settings)]
    assert [(run["text"], run["waiver"]) for run in read(tokens.waiver("17", words))] == [(words, {"key": "17"})]


def test_a_figure_without_territory_is_of_the_office() -> None:
    [run] = read("{fig fdi.capital period=year:2019 by.country=jp by.sector=trade}")
    assert run["mark"] == {"fact": "fdi.capital", "period": "year:2019", "by": "country:jp;sector:trade", "territory": "noi-nay"}


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("{fig}", "must name its indicator"),
        ('{fig "}', "must name its indicator"),
        ("{fig a.b period}", "is no setting"),
        ("{quote document=12}", "behind a bar"),
        ("{quote document=12| }", "behind a bar"),
        ("{quote place=3|12}", "must name its document"),
        ("{quote document=1 page=3|12}", "knows no setting “page”"),
        ("{waiver 12}", "behind a bar"),
        ("{waiver |12}", "must name its waiver"),
    ],
)
def test_a_broken_token_tells_what_to_write(token: str, said: str) -> None:
    [run] = read(token)
    settings = next(run[name] for name in ("mark", "quote", "waiver") if name in run)
    assert said in settings["error"]
    assert run["text"] == token, "the officer sees what he wrote"


def test_a_broken_figure_is_no_figure() -> None:
    [run] = read("{fig a.b period}")
    with pytest.raises(BindingError, match="is no setting"):
        Bound.read(run["mark"])


@pytest.mark.parametrize("words", ["{}", "{fig", "fig a}", "{figure a}", "{names events}", "{Fig a}", "{{x}}", "a } b { c"])
def test_other_braces_are_words(words: str) -> None:
    assert read(words) == [{"text": words}]


@pytest.mark.parametrize("words", ["a}b", "a{b", 'a"b', "a\nb"])
def test_what_a_token_cannot_hold_is_refused(words: str) -> None:
    for write in (
        lambda: tokens.waiver("1", words),
        lambda: tokens.quote({"document": "1", "place": words}, "1"),
        lambda: tokens.figure({"fact": words}),
    ):
        with pytest.raises(BindingError, match="cannot stand in a token"):
            write()


@given(st.text(max_size=80) | NASTY | NASTY.map(lambda text: f"{{fig {text}}}") | NASTY.map(lambda text: f"{{quote {text}}}"))
def test_no_text_breaks_the_reader_or_loses_a_sign(text: str) -> None:
    """Any Unicode: words and tokens together are the text; a figure is read or refused in a sentence."""
    runs = read(text)
    assert "".join(run.get("token", run["text"]) for run in runs) == text
    for run in runs:
        if "mark" in run:
            told = refreshing.read(run["mark"])
            assert isinstance(told, Bound) or str(told)
