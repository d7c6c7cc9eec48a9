"""A declaration that breaks a rule does not load; the sentence names its file and says what to write."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from ngoaivu.core import windows
from ngoaivu.core.windows import Use
from ngoaivu.indicators import declared, ruling
from ngoaivu.indicators.definition import Kind
from ngoaivu.indicators.ruling import Refused

GOOD = (declared.FOLDER / "delegations.inbound.missions.toml").read_text(encoding="utf-8")
STOCK = (declared.FOLDER / "overseas.enterprises.capital.toml").read_text(encoding="utf-8")
SHARE = (declared.FOLDER / "trainees.placed.share.toml").read_text(encoding="utf-8")
DISTINCT = (declared.FOLDER / "delegations.inbound.countries.toml").read_text(encoding="utf-8")


def load(folder: Path, text: str) -> None:
    code = next(line.split('"')[1] for line in text.splitlines() if line.startswith("code"))
    (folder / f"{code}.toml").write_text(text, encoding="utf-8")
    declared.load(folder)


@pytest.mark.parametrize("text", [GOOD, STOCK, DISTINCT])
def test_what_is_whole_loads(tmp_path: Path, text: str) -> None:
    load(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "old", "new", "wrong", "remedy"),
    [
        (GOOD, 'kind = "flow"\n', "", "does not say its kind", "flow"),
        (GOOD, '"flow"', '"count"', "'count'", "stock"),
        (GOOD, 'counts = "delegations"', 'counts = "missions"', "unknown window missions", "country_visits"),
        (GOOD, 'direction = "inbound"', 'way = "inbound"', "unknown column way", "direction"),
        (GOOD, '"country"', '"continent"', "unknown column continent", "country"),
        (GOOD, '"country"', '"persons"', "persons, which is no dimension", "dimension"),
        (GOOD, '"count"', '"sum:country"', "cannot sum the column country", "measure or money"),
        (GOOD, '"count"', '"mean:persons"', "measures mean:persons", "sum:<column>"),
        (GOOD, '"administrative"', '"lunar"', "calendar 'lunar'", "administrative"),
        (GOOD, 'time = "start"', 'time = "signed_on"', "placed by 'signed_on'", "start"),
        (GOOD, 'time = "start"', 'interval = ["start", "end"]', "flow and has an interval", "stock"),
        (GOOD, 'unit = "delegation"', 'unit = "delegation"\nformula = "x"', "unknown key formula", "measure"),
        (GOOD, 'counts = "delegations"', "", "counts nothing", "observations"),
        (GOOD, 'code = "delegations', 'code = "delegation', "Name the file", ""),
        (GOOD, ", collective = false", "", "several things at once", "collective = false"),
        (GOOD, "collective = false", "collective = true", "several things at once", "collective = false"),
        (GOOD, "next_review", "next_look", "no full review", "next_review"),
        (GOOD, "basis = { vi =", "basis = { de =", "basis not in exactly Vietnamese and English", "en"),
        (GOOD, "[aliases]\nvi", "[aliases]\nde", "aliases not in exactly Vietnamese and English", "vi and en"),
        (GOOD, "unit =", "unit =\n#", "no valid TOML", "line"),
        (STOCK, "interval =", 'time = "start"\n#', "summed over time", "interval"),
        (STOCK, '["start", "end"]', '["start"]', "runs over", "never"),
        (STOCK, 'where = { currency = "VND" }', "", "several currencies", "currency"),
        (STOCK, 'unit = "VND"', 'unit = "USD"', "calls it USD", "VND"),
        (SHARE, 'numerator = "trainees.placed"', "", "share without both parts", "numerator"),
        (SHARE, "denominator =", 'counts = "trainee_cohorts"\ndenominator =', "share and counts a window", "own"),
        (SHARE, "trainees.trained", "trainees.taught", "unknown indicator", "declared"),
        (DISTINCT, "additive = false", "", "would be added over time", "additive = false"),
        (DISTINCT, "distinct:countries", "distinct:country", "cannot distinct the column country", "identity"),
    ],
)
def test_a_broken_declaration_is_refused_with_a_sentence(tmp_path: Path, text: str, old: str, new: str, wrong: str, remedy: str) -> None:
    assert old in text
    folder = tmp_path / "definitions"
    folder.mkdir()
    if "Name the file" in wrong:
        (folder / "delegations.inbound.missions.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(Refused, match=wrong):
            declared.load(folder)
        return
    with pytest.raises(Refused) as refusal:
        load(folder, text.replace(old, new, 1))
    sentence = str(refusal.value)
    assert ".toml" in sentence
    assert wrong in sentence
    assert remedy in sentence


def test_no_shipped_declaration_is_overdue_and_an_overdue_one_is_named() -> None:
    every = declared.declared()
    assert ruling.overdue(every, timezone.localdate()) == []
    last = max(one.review.next_review for one in every.values())
    assert len(ruling.overdue(every, last + timedelta(days=1))) == len(every)
    assert "reviewed_on" in ruling.overdue(every, date(2100, 1, 1))[0]


def test_the_digest_follows_the_rule_and_not_the_words(tmp_path: Path) -> None:
    def digest(text: str) -> str:
        (tmp_path / "delegations.inbound.missions.toml").write_text(text, encoding="utf-8")
        return next(iter(declared.load(tmp_path).values())).digest

    assert digest(GOOD) == digest(GOOD.replace("Đoàn khách", "Đoàn khách quốc tế"))
    assert digest(GOOD) != digest(GOOD.replace('"held"', '"planned"'))


def test_every_word_a_reader_meets_is_there_in_both_languages_and_every_alias_is_one_reading() -> None:
    for rule in declared.declared().values():
        for words in (rule.name, rule.definition):
            assert all(text.strip() == text and text for text in words.values())
        assert all(rule.aliases.values())
        assert rule.definition["vi"].endswith(".")


def test_every_filter_member_exists_in_its_window() -> None:
    """A member misspelt in `where` would count nothing for ever."""
    for rule in declared.declared().values():
        if not rule.counts:
            continue
        window = windows.get(rule.counts)
        for column, allowed in rule.where.items():
            choices = _choices(window, column)
            assert not choices or set(allowed) <= choices, (rule.code, column)
            assert window.columns[column].use is not Use.FLAG or set(allowed) <= {True, False}
    assert {rule.kind for rule in declared.declared().values()} == set(Kind)


def _choices(window: windows.Window, column: str) -> set[object]:
    field = next((one for one in window.model._meta.local_concrete_fields if one.name == window.columns[column].path), None)
    return {value for value, _label in field.choices} if field is not None and field.choices else set()
