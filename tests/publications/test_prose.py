"""Names and lists inside a sentence, in each language."""

from ngoaivu.publications import prose


def test_a_list_is_parted_by_semicolons_where_a_name_is_long_or_has_a_comma() -> None:
    assert prose.listed([], "vi") == ""
    assert prose.listed(["Lào"], "vi") == "Lào"
    assert prose.listed(["Lào", "Úc"], "vi") == "Lào và Úc"
    assert prose.listed(["Laos", "Japan", "India"], "en") == "Laos, Japan and India"
    assert prose.listed(["Trồng dưa, cà", "tưới"], "vi") == "Trồng dưa, cà; tưới"
    long = "hội thảo cập nhật hàng rào kỹ thuật đối với nông sản"
    assert prose.listed([f'<a href="{"x" * 90}">lễ</a>', "họp"], "vi").count(" và ") == 1, "what is not read makes no name long"
    assert prose.listed([long, "lễ hội"], "vi") == f"{long}; lễ hội"


def test_a_common_noun_at_the_head_of_a_title_is_written_small_and_a_name_is_not() -> None:
    assert prose.within("Hội nghị xúc tiến đầu tư", "vi") == "hội nghị xúc tiến đầu tư"
    assert prose.within("Lễ hội Văn hóa, Du lịch Làng cổ", "vi") == "Lễ hội Văn hóa, Du lịch Làng cổ"
    assert prose.within("Meeting with consulting companies", "en") == "meeting with consulting companies"
    assert prose.within("Meetings Ltd", "en") == "Meetings Ltd"
    assert prose.within("Ministry of Fisheries", "en") == "the Ministry of Fisheries"
    assert prose.within("Golden Resources Group (Hong Kong, China)", "en") == "the Golden Resources Group (Hong Kong, China)"
    assert [prose.lowered(name) for name in ("ODA", "Nhà nước", "Đảng", "Nhà kính")] == ["ODA", "Nhà nước", "Đảng", "nhà kính"]


def test_an_english_sentence_gives_some_places_their_article() -> None:
    told = [prose.place(name, "en") for name in ("Republic of Korea", "Japan", "United States")]
    assert told == ["the Republic of Korea", "Japan", "the United States"]
    assert prose.place("Hàn Quốc", "vi") == "Hàn Quốc"
