"""Another office's register in a text «sổ của cơ quan khác»: nothing of it but what that office published, at panel, wall and seal alike."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ngoaivu.accounts.models import Office, User
from ngoaivu.core import changes
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Succession
from ngoaivu.documents.actions import keep
from ngoaivu.indicators import declared
from ngoaivu.indicators.facts import Fact, Question
from ngoaivu.publications import actions, checks, drafting, neighbours, publishing, richtext, series
from ngoaivu.publications.publishing import Refused
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast, territory
from tests.publications.conftest import Pages, typed_into
from tests.publications.test_naming import NEWS

CODE = "delegations.inbound.missions"
As = Callable[[User], Client]


def theirs(cast: Cast, day: date = date(2019, 6, 1), office: Office | None = None, **columns: Any) -> Delegation:
    """An internal visit of the other office."""
    keeper = office or cast.there
    told: dict[str, Any] = {"direction": "inbound", "state": "held", "level": Level.INTERNAL, "title_vi": "Đoàn kín", "persons": 41}
    told |= {"territory": keeper.territory, "country": territory("la", "Lào", "Laos", kind="country")}
    row = Delegation(office=keeper, **told | columns)
    row.start_earliest = row.start_latest = day
    return keep(row, by=cast.stranger.actor)


def question(where: str = "noi-kia", period: str = "year:2019", **more: Any) -> Question:
    return Question(CODE, where, period=period, **more)


def answer(office: Office, asked: Question) -> Any:
    return neighbours.answered([asked], office, changes.latest())[asked]


def text(cast: Cast, words: str = "1 đoàn", **marks: str) -> Pages:
    pages: Pages = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.editor)
    told = {"fact": CODE, "territory": "noi-kia", "period": "year:2019", **marks}
    for page in pages.values():
        body = [*page.body.get_prep_value(), {"type": "paragraph", "value": f"<p>Có {richtext.figure(told, words)}.</p>"}]
        typed_into(page, body=json.dumps(body))
    return pages


@pytest.fixture
def visit(cast: Cast) -> Delegation:
    return theirs(cast)


@pytest.mark.parametrize("period", ["year:2019", "day:2019-06-01", "month:2019-06", "range:2019-06-01..2019-06-01", "term:2015-2020"])
def test_the_panel_tells_no_live_figure_of_another_office(cast: Cast, as_: As, visit: Delegation, period: str) -> None:
    page = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.editor)["vi"]
    told = {"page": page.pk, "fact": CODE, "territory": "noi-kia", "period": period, "by": "country:la"}
    answer = as_(cast.editor).get(reverse("publications:panel_write"), told)
    assert answer.status_code == 422
    assert "1 đoàn" not in json.loads(answer.content)["error"]


def test_wall_seal_and_draft_agree_with_the_panel(cast: Cast, as_: As, visit: Delegation) -> None:
    pages = text(cast)
    body = json.dumps(pages["vi"].get_latest_revision_as_object().body.get_prep_value(), ensure_ascii=False)
    assert "1 đoàn" not in body
    assert any("is in the register of another office" in one.message for one in checks.findings(pages))
    with pytest.raises(Refused, match="is in the register of another office"):
        actions.publish_text(pages, by=cast.editor)


def test_a_token_in_a_title_tells_nothing_either(cast: Cast, visit: Delegation) -> None:
    pages = text(cast)
    typed_into(pages["vi"], title=f"Đón {{fig {CODE} territory=noi-kia period=year:2019}}")
    assert "1 đoàn" not in pages["vi"].shown_title


def test_what_the_office_published_may_be_used_until_its_register_moves_away(cast: Cast, visit: Delegation) -> None:
    content = series.compose(declared.find(CODE), cast.there, ("2018", "2019"))
    assert content is not None
    edition = publishing.publish(content, by="x")
    found = answer(cast.here, question())
    assert isinstance(found, Fact)
    assert checks.findings(text(cast)) == []
    assert not isinstance(answer(cast.here, question(period="month:2019-06")), Fact)
    theirs(cast)
    assert not isinstance(answer(cast.here, question()), Fact)
    publishing.withdraw(edition, by="x", why="sai")
    assert not isinstance(answer(cast.here, question()), Fact)


def test_an_office_asks_its_own_register_and_those_it_succeeds(cast: Cast, visit: Delegation) -> None:
    assert isinstance(answer(cast.there, question()), Fact)
    assert not isinstance(answer(cast.here, question()), Fact)
    cast.here.succeeds.add(cast.there)
    assert isinstance(answer(cast.here, question()), Fact)


def test_a_part_of_another_offices_ground_is_its_register_too(cast: Cast) -> None:
    part = territory("huyen-kia", "Huyện Kia", "Kia district", kind="district", parent=cast.there.territory)
    old = territory("tinh-cu", "Tỉnh Cũ", "Old province")
    Succession.objects.create(predecessor=old, successor=cast.there.territory, on=date(2016, 1, 1), basis="x")
    theirs(cast, territory=part)
    theirs(cast, territory=old, day=date(2015, 6, 1))
    for asked in (question("huyen-kia"), question("tinh-cu", "year:2015"), question(boundaries="today"), question("tinh-cu", boundaries="today")):
        assert not isinstance(answer(cast.here, asked), Fact), asked
        assert neighbours.Keepers(cast.here).of(asked) == (cast.there,)


def test_a_ground_nobody_keeps_is_asked_as_before(cast: Cast) -> None:
    territory("noi-xa", "Nơi Xa")
    assert neighbours.Keepers(cast.here).of(question("noi-xa")) == ()
    assert neighbours.Keepers(cast.here).of(question("khong-co")) == ()


def test_the_list_of_figures_that_no_longer_hold_tells_no_live_value_of_another_office(cast: Cast, as_: As, visit: Delegation) -> None:
    content = series.compose(declared.find(CODE), cast.there, ("2018", "2019"))
    assert content is not None
    publishing.publish(content, by="x")
    actions.publish_text(text(cast), by=cast.editor)
    theirs(cast, title_vi="Đoàn kín thứ hai")
    shown = as_(cast.editor).get(reverse("publications:lapsed")).content.decode()
    assert "2 đoàn" not in shown
    assert "Đoàn kín" not in shown
