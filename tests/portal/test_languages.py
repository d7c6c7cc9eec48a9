"""English pages speak English: the source's own words are marked, one is one, and a search keeps its words in the other language."""

import pytest
from django.test import Client

from ngoaivu.portal.quoting import own, sense, when
from ngoaivu.portal.wording import amount

WORDS = {"vi": "“hiện nay” & 2020", "en": "“hiện nay”, the source's own words & “now”"}
NOW = {"vi": "“hiện”, trong văn bản năm 2020", "en": "at the time of writing (“hiện”), in a text of 2020"}


def test_only_the_quoted_vietnamese_words_are_marked_and_nothing_passes_as_markup() -> None:
    assert when(WORDS, "en") == '<span lang="vi">“hiện nay”</span>, the source&#x27;s own words &amp; “now”'
    assert when(WORDS, "vi") == WORDS["vi"]
    assert when({"en": "<b>2019</b>"}, "en") == "<b>2019</b>"  # plain text, escaped by the template as any other


def test_where_the_sense_is_told_the_words_are_left_to_the_page_of_the_figure() -> None:
    assert when(NOW, "vi") == NOW["vi"]
    assert when(NOW, "en") == sense(NOW, "en") == "at the time of writing, in a text of 2020"
    assert own(NOW, "en") == '<span lang="vi">“hiện”</span>'
    assert own(NOW, "vi") == own(WORDS, "en") == ""
    assert "“gần đây”" in when({"en": "as the source puts it (“gần đây”)"}, "en")


def test_one_is_told_in_the_singular_in_english() -> None:
    assert amount("1", "project", "en", own_words="projects") == ("1", "project")
    assert amount("2", "project", "en", own_words="schemes") == ("2", "schemes")
    assert amount("1", "project", "vi", own_words="dự án đã ký") == ("1", "dự án đã ký")


@pytest.mark.usefixtures("portal")
def test_a_search_goes_on_in_the_other_language(client: Client) -> None:
    html = client.get("/vi/tim/?q=trồng+xoài").content.decode()
    assert 'href="/en/search/?q=tr%E1%BB%93ng+xo%C3%A0i"' in html


@pytest.mark.usefixtures("portal")
def test_on_a_search_the_filters_are_folded_until_one_is_used(client: Client) -> None:
    assert '<details class="narrowing noprint">' in client.get("/vi/tim/?q=t%E1%BB%89nh").content.decode()
    assert '<details class="narrowing noprint" open>' in client.get("/vi/tim/?q=t%E1%BB%89nh&kind=news").content.decode()
