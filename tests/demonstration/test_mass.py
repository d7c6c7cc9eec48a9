"""Records in any number: as many as asked for, over twenty years, with their versions."""

import pytest
from django.db.models import Q

from ngoaivu.core.history import Record
from ngoaivu.core.models import Change
from ngoaivu.demonstration.generator.mass import SHARES, WHY, generate
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.core.test_history import agree

WANTED = 3000


def rows(model: type[Record]) -> list[dict[str, object]]:
    first = model.objects.order_by("pk").values_list("pk", flat=True)[0]
    return [row | {"id": row["id"] - first} for row in model.objects.order_by("pk").values("id", "title_vi", "start_earliest", "level")]


@pytest.mark.django_db
def test_as_many_as_asked_for_a_quarter_of_them_in_the_term(cast: Cast) -> None:
    told: list[str] = []
    assert generate(cast.here, WANTED, 7, progress=told.append) == WANTED
    assert sum(model.objects.filter(office=cast.here).count() for model, _share in SHARES) == WANTED
    assert Change.objects.filter(why=WHY).count() == 2
    assert told[-1].startswith(f"{WANTED}/{WANTED}")
    term = sum(model.objects.filter(start_earliest__year__range=(2016, 2020)).count() for model, _share in SHARES)
    assert 0.22 < term / WANTED < 0.28
    for model, _share in SHARES:
        agree(model)


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_rows(cast: Cast) -> None:
    generate(cast.here, 500, 7)
    here = [row["title_vi"] for row in rows(Delegation)]
    generate(cast.there, 500, 7)
    there = list(Delegation.objects.filter(office=cast.there).order_by("pk").values_list("title_vi", flat=True))
    assert here == there
    assert not Delegation.objects.filter(Q(sort_key="") | Q(search_text="")).exists()
