"""Whether an agreement is in force today: lists say what its days make of it, as the indicators count it, and change no record."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import keep
from ngoaivu.indicators import facts
from ngoaivu.registry.agreements.models import Agreement
from tests.cast import Cast
from tests.registry.conftest import As

TODAY = timezone.localdate()
PAST, AHEAD, DAY = TODAY - timedelta(days=400), TODAY + timedelta(days=400), timedelta(days=1)
Days = tuple[date | None, date | None]
ONCE: Days = (PAST, PAST)
NEVER: Days = (None, None)
# What is registered: state, start, end; and what a list says of it today.
WORLD: dict[str, tuple[str, Days, Days, str]] = {
    "đang chạy": ("in_force", ONCE, NEVER, "in_force"),
    "đến hôm nay": ("in_force", ONCE, (TODAY, TODAY), "in_force"),
    "qua hôm qua": ("in_force", ONCE, (TODAY - DAY, TODAY - DAY), "expired"),
    "có thể qua": ("in_force", ONCE, (TODAY - DAY, AHEAD), "open"),
    "chưa tới": ("in_force", (AHEAD, AHEAD), NEVER, "not_yet"),
    "có thể tới": ("in_force", (PAST, AHEAD), NEVER, "open"),
    "không rõ ngày": ("in_force", NEVER, NEVER, "open"),
    "đang soạn": ("prepared", NEVER, NEVER, "prepared"),
    "đã hết": ("expired", ONCE, (TODAY - DAY, TODAY - DAY), "expired"),
    "hết, không rõ ngày": ("expired", ONCE, NEVER, "expired"),
    "bị thay": ("replaced", ONCE, (TODAY - DAY, TODAY - DAY), "replaced"),
    "chấm dứt sớm": ("terminated", ONCE, (TODAY - DAY, TODAY - DAY), "terminated"),
    "sẽ chấm dứt": ("terminated", ONCE, (AHEAD, AHEAD), "in_force"),
}
WORDS = {
    "in_force": "Còn hiệu lực", "expired": "Hết hiệu lực", "not_yet": "Chưa có hiệu lực", "open": "Chưa rõ theo ngày đã ghi",
    "prepared": "Đang chuẩn bị", "replaced": "Đã được thay thế", "terminated": "Đã chấm dứt",
}  # fmt: skip


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory) -> Client:
    """The specialist, with every case of the world in his register."""
    own = {"office": cast.here, "territory": cast.here.territory, "kind": "international"}
    for title, (state, start, end, _told) in WORLD.items():
        days = {"start_earliest": start[0], "start_latest": start[1], "end_earliest": end[0], "end_latest": end[1]}
        keep(Agreement(**own, **days, title_vi=title, state=state), by=cast.specialist.actor)
    return as_(cast.specialist)


def listed(client: Client, **asked: str) -> dict[str, str]:
    """Title and state of each line."""
    context = client.get(reverse("agreements:index"), asked).context
    place = [str(head) for head in context["columns"]].index("Tình trạng")
    return {line["title"]: str(line["cells"][place]) for line in context["lines"]}


def test_a_list_says_the_standing_of_today(binh: Client) -> None:
    assert listed(binh) == {title: WORDS[told] for title, (_state, _start, _end, told) in WORLD.items()}


@pytest.mark.parametrize("told", sorted(WORDS))
def test_the_filter_finds_what_is_shown_so(binh: Client, told: str) -> None:
    found = listed(binh, state=told)
    assert set(found) == {title for title, case in WORLD.items() if case[3] == told}
    assert set(found.values()) == {WORDS[told]}


def test_what_is_shown_in_force_is_what_the_indicator_counts(binh: Client, cast: Cast) -> None:
    fact = facts.ask(facts.Question("agreements.in_force", cast.here.territory.key, on=TODAY.isoformat()))
    assert fact.value == len(listed(binh, state="in_force")) == 3


def test_print_export_and_order_say_the_same(binh: Client) -> None:
    asked = {"state": "expired", "order": "title"}
    shown = binh.get(reverse("agreements:print"), asked)
    assert shown.context["words"] == "tình trạng: Hết hiệu lực"
    assert [line["title"] for line in shown.context["lines"]] == ["đã hết", "hết, không rõ ngày", "qua hôm qua"]
    text = b"".join(binh.get(reverse("agreements:export", args=["csv"]), asked)).decode("utf-8-sig")
    head, *rows = list(csv.reader(io.StringIO(text)))
    assert {row[head.index("Tình trạng")] for row in rows} == {"Hết hiệu lực"}
    ordered = list(listed(binh, order="state").values())
    assert list(dict.fromkeys(ordered)) == [WORDS[one] for one in ("not_yet", "open", "in_force", "terminated", "replaced", "prepared", "expired")]


def test_no_record_is_changed_and_its_page_says_both(binh: Client) -> None:
    row = Agreement.objects.get(title_vi="qua hôm qua")
    page = binh.get(reverse("agreements:record", args=[row.pk])).content.decode()
    assert "Hết hiệu lực (hồ sơ ghi: Còn hiệu lực)" in page
    same = Agreement.objects.get(title_vi="đang chạy")
    assert "(hồ sơ ghi" not in binh.get(reverse("agreements:record", args=[same.pk])).content.decode()
    assert binh.get(reverse("agreements:edit", args=[row.pk])).context["form"]["state"].value() == "in_force"
    assert row.state == "in_force"
    assert Agreement.Version.objects.filter(record=row).count() == 1
