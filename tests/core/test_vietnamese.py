"""Vietnamese text: the alphabet as a dictionary has it, search as a hurried reader types, addresses that lose nothing."""

import random
import unicodedata

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.core import vietnamese

# Written by hand from the order of the alphabet and of the tones, syllable by syllable, without the program.
DICTIONARY = [
    "an", "an cư", "An Giang", "àn", "ản", "ãn", "án", "ạn", "ang", "anh", "ảnh", "ăn", "ăn năn", "âm", "ấm", "ân",
    "Bạc Liêu", "ban", "bàn", "bản", "bán", "bạn", "băng", "bằng", "Bến Tre", "Bình Dương", "Bình Định",
    "ca", "cà", "Cà Mau", "cá", "Cần Thơ", "cờ", "cỡ", "cơm", "cục", "cực",
    "da", "dạ", "dân", "dê", "dễ", "dừa", "đa", "đá", "đạ", "đèn", "đêm", "đối", "đối ngoại", "đội",
    "Đồng Nai", "Đồng Tháp", "đơn", "đường",
    "em", "én", "ép", "ê", "ếch", "gà", "Gò Công", "Hà Trần", "Hạ Lê", "hoa", "hòa", "hỏa", "hóa", "họa",
    "la", "là", "lả", "lã", "lá", "lạ", "Lào", "long", "lòng", "lông", "lồng", "nga", "nghỉ",
    "o", "ò", "ó", "ô", "ổ", "ơ", "ở", "Tiền Giang", "tiến", "tím", "tuần", "tư", "tự",
    "u", "ủ", "ư", "ừ", "ữ", "Vĩnh Long", "vui", "xã", "xanh", "ý", "yên",
]  # fmt: skip
words = st.text(
    alphabet=st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậềểễếệìỉĩíịòỏõóọờởỡớợùủũúụừửữứựỳỷỹýỵ ĐÂƠ0123456789,.-"), max_size=60
)


def test_the_alphabet_and_the_tones_are_in_dictionary_order() -> None:
    shuffled = random.Random(7).sample(DICTIONARY, len(DICTIONARY))
    assert sorted(shuffled, key=vietnamese.sort_key) == sorted(DICTIONARY, key=DICTIONARY.index)


@pytest.mark.parametrize("text", DICTIONARY)
def test_composed_and_decomposed_text_share_one_key(text: str) -> None:
    assert vietnamese.sort_key(unicodedata.normalize("NFD", text)) == vietnamese.sort_key(text)


@pytest.mark.django_db
def test_the_database_sorts_keys_as_python_does_whatever_its_collation() -> None:
    keys = [vietnamese.sort_key(word) for word in DICTIONARY]
    collation = ' COLLATE "en-x-icu"' if connection.vendor == "postgresql" else " COLLATE NOCASE"
    with connection.cursor() as cursor:
        for order in ("", collation):
            rows = " UNION ALL ".join(["SELECT %s AS k"] * len(keys))
            cursor.execute(f"SELECT k FROM ({rows}) t ORDER BY k{order}", keys[::-1])
            assert [key for (key,) in cursor.fetchall()] == sorted(keys)


def test_a_text_comes_before_the_longer_one_it_begins() -> None:
    assert vietnamese.sort_key("An") < vietnamese.sort_key("An Giang") < vietnamese.sort_key("Ang")


@given(words)
def test_a_key_is_digits_and_fits_its_column(text: str) -> None:
    assert set(vietnamese.sort_key(text)) <= set("0123456789")
    assert len(vietnamese.sort_key(text * 9)) <= 400


def test_foreign_letters_come_last_and_in_an_order_of_their_own() -> None:
    assert vietnamese.sort_key("zone") < vietnamese.sort_key("ສະຫວັນນະເຂດ") != vietnamese.sort_key("北京")
    assert vietnamese.sort_key("Ünye") == vietnamese.sort_key("unye")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("Đối ngoại", "doi ngoai"), ("ĐỒNG THÁP", "dong thap"), ("đường sắt", "duong sat"), ("Thừa Thiên – Huế", "thua thien – hue"), ("", "")],
)
def test_folding_is_what_a_hurried_reader_types(typed: str, folded: str) -> None:
    assert vietnamese.fold(typed) == folded


@given(words)
def test_folding_twice_changes_nothing_and_leaves_no_mark(text: str) -> None:
    once = vietnamese.fold(text)
    assert vietnamese.fold(once) == once
    assert vietnamese.fold(unicodedata.normalize("NFD", text)) == once
    assert once.isascii()


@given(st.text(max_size=60))
def test_text_has_one_form(text: str) -> None:
    kept = vietnamese.nfc(text)
    assert kept == unicodedata.normalize("NFC", kept).strip() == vietnamese.nfc(unicodedata.normalize("NFD", kept))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Viện trợ đạt 1,2 tỷ đồng", "vien-tro-dat-1-2-ty-dong"),
        ("Đoàn «Khăm Muộn» đến thăm!", "doan-kham-muon-den-tham"),
        ("  Tăng 33.3% ", "tang-33-3"),
        ("...", ""),
    ],
)
def test_a_slug_keeps_d_with_stroke_and_decimal_points(title: str, slug: str) -> None:
    assert vietnamese.slugify(title) == slug


@given(words, st.integers(min_value=5, max_value=80))
def test_a_slug_is_cut_between_words(text: str, most: int) -> None:
    whole, short = vietnamese.slugify(text, 10_000), vietnamese.slugify(text, most)
    assert len(short) <= most or "-" not in short
    assert whole == short or whole.startswith(f"{short}-") or "-" not in whole[: most + 1]
