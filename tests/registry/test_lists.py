"""Lists as officers use them: on paper, in the order of any column, back and forth without losing the question."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.registry.conftest import As


@pytest.fixture
def binh(cast: Cast, as_: As) -> Client:
    """The specialist."""
    return as_(cast.specialist)


def test_the_print_has_a_button_that_waits_for_its_script_and_a_way_back_to_the_same_question(binh: Client) -> None:
    page = binh.get(reverse("delegations:print"), {"q": "lào", "order": "oldest"}).content.decode()
    assert re.search(r'<button type="button" data-prints hidden>In</button>', page)
    assert f'href="{reverse("delegations:index")}?q=l%C3%A0o&amp;order=oldest"' in page
    assert [words for words in re.findall(r"<script\b([^>]*)>", page) if 'src="' not in words] == []
    assert "desk/print.js" in page


def test_the_way_back_from_the_print_of_everything_is_the_plain_list(binh: Client) -> None:
    assert f'href="{reverse("delegations:index")}"' in binh.get(reverse("delegations:print")).content.decode()
