"""Frames and filling: patterns become stored text with figures bound, names tied to records, times in words, and gaps to be seen."""

from datetime import date

import pytest

from ngoaivu.core.levels import Level
from ngoaivu.core.period import PeriodError
from ngoaivu.documents.actions import keep
from ngoaivu.publications import outlines, richtext
from ngoaivu.publications.binding import BindingError
from ngoaivu.publications.filling import Filler
from ngoaivu.publications.frames import Frame
from ngoaivu.registry.community.models import Association
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.events.models import Event
from tests.cast import Cast
from tests.publications.conftest import TERM, delegation, missions, outline, people, sentence


def filled(frame: Frame, pattern: str, language: str = "vi") -> tuple[str, bool]:
    text, whole = Filler(frame, [pattern]).fill(pattern, language)
    return "".join(run["text"] for run in richtext.line(f"<p>{text}</p>")), whole


@pytest.fixture
def frame(cast: Cast) -> Frame:
    return Frame.of_report(cast.here, TERM, date(2020, 6, 30))


def test_words_of_time_become_written_forms(frame: Frame) -> None:
    def period(word: str) -> str:
        return frame.bind("a", {"period": word}).question.period

    assert (period("term"), period("previous"), period("full-year"), period("year:2018")) == (TERM, "year:2019", "year:2019", "year:2018")
    assert frame.bind("a", {"on": "end"}).question.on == "2020-06-30"
    assert frame.bind("a", {}).question.period == TERM
    assert frame.bind("a", {}).question.territory == "noi-nay"


def test_a_full_year_ends_on_the_last_day(cast: Cast) -> None:
    assert Frame.of_report(cast.here, "year:2019").period_of("full-year") == "year:2019"
    assert Frame.of_report(cast.here, "year:2019").bind("a", {"on": "end"}).question.on == "2019-12-31"


def test_news_without_a_period_must_name_one(cast: Cast) -> None:
    with pytest.raises(PeriodError, match="name one"):
        Frame(cast.here, "", None).bind("a", {"period": "previous"})
    with pytest.raises(PeriodError, match="“soon” is no period"):
        Frame(cast.here, "", None).bind("a", {"period": "soon"})


def test_the_reports_own_words(frame: Frame) -> None:
    assert filled(frame, "nhiệm kỳ {report term} của {report territory}, {report years}") == ("Nhiệm kỳ 2015–2020 của Nơi Này, 5 năm", True)
    assert filled(frame, "{report office} in {report years}", "en") == ("Department of Foreign Affairs in 5 years", True)
    with pytest.raises(BindingError, match=r"No variable is called"):
        filled(frame, "{report weather}")


def test_figures_are_bound_and_times_told(frame: Frame, rows: list[Delegation]) -> None:
    pattern = "{when delegations.inbound.missions period=year:2019}, tỉnh đón {fig delegations.inbound.people period=year:2019 round=100}"
    text, whole = Filler(frame, [pattern]).fill(pattern, "vi")
    assert whole
    [marks] = richtext.marks(f"<p>{text}</p>")
    assert marks == {"fact": "delegations.inbound.people", "territory": "noi-nay", "period": "year:2019", "round": "100"}
    assert "hơn 800 lượt người" in text
    assert text.startswith("Năm 2019")


def test_the_largest_members_are_named_with_their_values(frame: Frame, cast: Cast, rows: list[Delegation]) -> None:
    from tests.cast import territory

    delegation(cast, "Đoàn Tô-ky-ô", 5, country=territory("jp", "Nhật Bản", "Japan", kind="country"))
    pattern = "gồm {fig delegations.inbound.missions period=term by.country=top:2}"
    assert filled(frame, pattern) == ("Gồm Lào (3) và Nhật Bản (1)", True)
    assert filled(frame, pattern, "en") == ("Gồm Laos (3) and Japan (1)", True)


def test_records_are_named_and_tied(frame: Frame, cast: Cast) -> None:
    held = delegation(cast, "Đoàn Viêng Chăn", 3, code="doan-vieng-chan")
    delegation(cast, "Đoàn nội bộ", 3, code="doan-noi-bo", level="internal")
    pattern = "đón {record doan-vieng-chan|đoàn Viêng Chăn} {record doan-vieng-chan show=when}"
    text, whole = Filler(frame, [pattern]).fill(pattern, "vi")
    assert richtext.records(f"<p>{text}</p>") == [(held.key, "đoàn Viêng Chăn")]
    assert whole
    assert text.endswith("ngày 01/06/2019")
    assert filled(frame, "{names delegations state=held}")[0] == "Đoàn Viêng Chăn"


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("{names events field=culture}", "[no record: events]"),
        ("{record khong-co|một đoàn}", "[no record: khong-co]"),
        ("{fig exports.turnover period=year:2019}", "[no value: Export turnover]"),
        ("{fig aid.items.approved period=term by.kind=top:3}", "[no value: Non-governmental aid items approved]"),
    ],
)
def test_what_is_not_there_leaves_a_gap_to_be_seen(frame: Frame, pattern: str, shown: str) -> None:
    assert filled(frame, pattern, "en") == (shown, False)
    vietnamese = filled(frame, pattern, "vi")[0]
    assert vietnamese.startswith("[")
    assert vietnamese != shown, "a gap in a Vietnamese text speaks Vietnamese, whatever the officer's screen does"


def test_a_record_without_public_level_cannot_be_named(frame: Frame, cast: Cast) -> None:
    delegation(cast, "Đoàn nội bộ", 3, code="doan-noi-bo", level="internal")
    assert filled(frame, "{record doan-noi-bo|đoàn ấy}", "en") == ("[no record: doan-noi-bo]", False)


def test_a_setting_that_is_none_is_refused(frame: Frame, cast: Cast) -> None:
    delegation(cast, "Đoàn", 3, code="doan")
    with pytest.raises(BindingError, match="show=when"):
        filled(frame, "{record doan}")
    with pytest.raises(BindingError, match="no setting"):
        filled(frame, "{fig delegations.inbound.missions in=term}")


def test_an_outline_is_extended_before_and_after_its_sentences() -> None:
    inserts = [
        {"after": "luot", "key": "b", "vi": "b", "en": "b"},
        {"before": "luot", "key": "a", "vi": "a", "en": "a"},
        {"after": "luot", "key": "c", "vi": "c", "en": "c", "paragraph": True},
    ]
    whole = outlines.extended(outline(people(), missions()), inserts)
    assert [[one.key for one in part.sentences] for part in whole.sections[0].paragraphs] == [["a", "luot", "b"], ["c"], ["doan"]]
    assert "a" in whole.patterns()


def test_an_insert_without_a_place_is_refused() -> None:
    with pytest.raises(LookupError, match="has no sentence “khong-co”"):
        outlines.extended(outline(people()), [{"after": "khong-co", "vi": "x", "en": "x"}])
    with pytest.raises(LookupError, match=r"No outline is called “month”\. There are: term, year"):
        outlines.load("month")


def test_an_optional_sentence_goes_and_one_that_counts_rows_goes_from_an_excerpt(cast: Cast, rows: list[Delegation]) -> None:
    from ngoaivu.publications import drafting
    from tests.publications.conftest import words_of

    told = outline(
        sentence("{fig exports.turnover period=term}", "{fig exports.turnover period=term}", optional=True),
        sentence("Đủ sổ.", "Whole.", complete=True),
        missions(),
    )
    page = drafting.compose_report(told, cast.here, TERM)["en"]
    assert words_of(page).splitlines()[1:] == ["Delegations", "Whole.", "There came 3 delegations."]
    cast.here.excerpt = True
    assert "Whole." not in words_of(drafting.compose_report(told, cast.here, TERM)["en"])


def test_a_list_names_a_thing_once_and_only_what_may_lie_in_its_time(cast: Cast) -> None:
    def event(name: str, first: date, last: date) -> None:
        days = {"start_earliest": first, "start_latest": last, "end_earliest": first, "end_latest": last}
        told = {"title_vi": name, "title_en": f"{name} en", "kind": "meeting", "field": "economic", "state": "held", "level": Level.PUBLIC}
        keep(Event(office=cast.here, territory=cast.here.territory, **told, **days), by=cast.specialist.actor)

    event("Họp", date(2018, 3, 1), date(2018, 3, 1))
    event("Họp", date(2019, 3, 1), date(2019, 3, 1))
    event("Gặp", date(2015, 1, 1), date(2020, 12, 31))
    event("Trước kỳ", date(2015, 3, 1), date(2015, 3, 31))
    frame = Frame.of_report(cast.here, TERM, date(2020, 6, 30))
    assert filled(frame, "{names events field=economic in=term show=title}") == ("Gặp và Họp", True)


def test_a_list_on_a_day_leaves_out_what_had_ended_and_several_kinds_may_be_asked(cast: Cast) -> None:
    def association(name: str, kind: str, **days: date) -> None:
        told = {"title_vi": name, "kind": kind, "level": Level.PUBLIC}
        keep(Association(office=cast.here, territory=cast.here.territory, **told, **days), by=cast.specialist.actor)

    begun, ended = date(2016, 1, 1), date(2018, 1, 1)
    association("Hội A", "relatives", start_latest=date(2020, 12, 31))
    association("Hội B", "liaison", start_earliest=begun, start_latest=begun)
    association("Hội C", "liaison", start_earliest=begun, start_latest=begun, end_earliest=ended, end_latest=ended)
    association("Hội D", "friendship", start_earliest=begun, start_latest=begun)
    association("Hội E", "relatives", start_earliest=date(2020, 9, 1), start_latest=date(2020, 9, 1))
    frame = Frame.of_report(cast.here, TERM, date(2020, 6, 30))
    assert sorted(filled(frame, "{names associations kind=relatives:liaison on=end}")[0].split(" và ")) == ["Hội A", "Hội B"]
