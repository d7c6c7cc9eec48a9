"""The Vietnamese overlay is whole: what Wagtail and Django can say to an officer, they say in careful Vietnamese."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from ngoaivu.config.catalogue import DOMAINS, LOCALE, build_catalogues, merge, read, singular, translation
from ngoaivu.config.untranslated import messages, missing_translations, sources

CATALOGUED = {
    "django": [
        "wagtail",
        "wagtail/admin",
        "wagtail/images",
        "wagtail/documents",
        "wagtail/users",
        "wagtail/snippets",
        "wagtail/search",
        "wagtail/sites",
        "wagtail/locales",
        "wagtail/embeds",
        "wagtail/contrib/redirects",
        "wagtail/contrib/settings",
        "wagtail/contrib/simple_translation",
        "wagtail/contrib/table_block",
        "wagtail/contrib/typed_table_block",
        "wagtail/contrib/forms",
        "wagtail/contrib/search_promotions",
        "taggit",
        "django/conf",
        "django/contrib/auth",
        "django/contrib/contenttypes",
        "django/contrib/humanize",
        "django/contrib/postgres",
        "django/contrib/sessions",
        "django/contrib/sites",
    ],
    "djangojs": ["wagtail/admin"],
}

ROOMS = {folder.name for folder in [*LOCALE.parent.iterdir(), *(LOCALE.parent / "registry").iterdir()] if folder.is_dir()}

# Old-style placement, as official papers have it: hòa, khỏe, thủy; but hoàn, thuyền, quý.
MISPLACED = re.compile(r"o[àáảãạ](?!\w)|o[èéẻẽẹ](?!\w)|(?<!q)u[ỳýỷỹỵ](?!\w)|[òóỏõọ][ae]\w|[ùúủũụ]y\w", re.IGNORECASE)

TERMS = {
    "Publish": "Đăng",
    "Unpublish": "Gỡ đăng",
    "Draft": "Bản nháp",
    "revision": "phiên bản",
    "Workflow": "Quy trình duyệt",
    "Task": "Bước duyệt",
    "Submit for moderation": "Trình duyệt",
    "Approve": "Duyệt",
    "Reject": "Trả lại",
    "Request changes": "Trả lại",
    "Snippets": "Mục dùng chung",
    "Collection": "Bộ sưu tập",
    "Locale": "Ngôn ngữ",
    "slug": "đuôi địa chỉ",
    "History": "Lịch sử",
    "Site": "Cổng",
    "Settings": "Thiết lập",
    "Log in": "Đăng nhập",
    "Log out": "Đăng xuất",
    "Save": "Lưu",
    "Edit": "Sửa",
    "Delete": "Xóa",
    "Upload": "Tải lên",
    "Filter": "Lọc",
    "Search": "Tìm",
    "Traditional Chinese": "Tiếng Trung (phồn thể)",
    "Password reset unsuccessful": "Không đặt lại được mật khẩu",
}


def overlay(domain: str, locale: Path = LOCALE) -> Catalog:
    return merge(sorted((locale / DOMAINS[domain]).glob("*.po")))


def home(package: str) -> Path:
    """The folder of an installed package, found without importing it."""
    top, _, rest = package.partition("/")
    spec = importlib.util.find_spec(top)
    assert spec is not None, f"{top} is not installed"
    return Path(spec.origin or "").parent / rest


def uncovered(domain: str, package: str, catalogue: Catalog) -> list[str]:
    """The messages of a package's English catalogue that `catalogue` leaves in English."""
    english = home(package) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
    with english.open("rb") as file:
        wanted = [message for message in read_po(file) if message.id]
    assert wanted, f"{english} holds no message"
    return [singular(message) for message in wanted if not is_covered(message, catalogue)]


def is_covered(message: Message, catalogue: Catalog) -> bool:
    found = catalogue.get(singular(message), message.context)
    return found is not None and found.pluralizable == message.pluralizable and bool(translation(found))


def copy_of_parts(tmp_path: Path) -> Path:
    locale = tmp_path / "locale"
    shutil.copytree(LOCALE / "parts", locale / "parts")
    return locale


@pytest.mark.parametrize(("domain", "package"), [(domain, package) for domain, packages in CATALOGUED.items() for package in packages])
def test_every_message_of_the_package_is_translated(domain: str, package: str) -> None:
    assert uncovered(domain, package, overlay(domain)) == []


def test_a_removed_entry_is_named(tmp_path: Path) -> None:
    locale = copy_of_parts(tmp_path)
    part = locale / "parts" / "wagtail_admin.po"
    entry = 'msgid "History"\nmsgstr "Lịch sử"\n'
    assert entry in part.read_text(encoding="utf-8")
    part.write_text(part.read_text(encoding="utf-8").replace(entry, ""), encoding="utf-8")
    assert uncovered("django", "wagtail/admin", overlay("django", locale)) == ["History"]


@pytest.mark.parametrize("domain", DOMAINS)
def test_translations_are_composed_and_place_tones_the_official_way(domain: str) -> None:
    texts = [translation(message) for part in sorted((LOCALE / DOMAINS[domain]).glob("*.po")) for message in read(part)]
    assert len(texts) > 80
    assert [text for text in texts if text != unicodedata.normalize("NFC", text)] == []
    assert [text for text in texts if MISPLACED.search(text)] == []


@pytest.mark.parametrize(("right", "wrong"), [("xóa", "xoá"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("hoàn", "hòan"), ("thuyền", "thùyen")])
def test_the_tone_rule_tells_the_two_ways_apart(right: str, wrong: str) -> None:
    assert not MISPLACED.search(right)
    assert MISPLACED.search(wrong)


@pytest.mark.parametrize("word", ["quý", "quỹ", "lý", "ngoài", "tòa", "Hòa Bình", "quyền", "toàn", "xóa,"])
def test_the_tone_rule_accepts_right_words(word: str) -> None:
    assert not MISPLACED.search(word)


@pytest.mark.parametrize(("english", "vietnamese"), TERMS.items())
def test_house_term(english: str, vietnamese: str) -> None:
    found = overlay("django").get(english)
    assert found is not None
    assert translation(found) == vietnamese


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """What a Django that knows our locale folder says; a process of its own, for Django can be set up only once."""
    build_catalogues()
    speaker = [sys.executable, str(Path(__file__).with_name("speaker.py")), str(LOCALE)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    answer = subprocess.run(speaker, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert answer.returncode == 0, answer.stderr
    words: dict[str, list[str]] = json.loads(answer.stdout)
    return words


def test_django_speaks_through_the_overlay(said: dict[str, list[str]]) -> None:
    """Django merges our catalogue over the packages' own, in Python and in the script catalogue."""
    assert said["messages"] == ["Lịch sử", "Đã xóa 3 trang", "Tháng 6", "Đang lưu…"]


def test_a_typed_date_has_its_day_first_in_both_languages(said: dict[str, list[str]]) -> None:
    assert said["vi"] == ["2020-06-05", "14:30 ngày 05/06/2020", "8.636", "2,73"]
    assert said["en"] == ["2020-06-05", "5 June 2020, 14:30", "8,636", "2.73"]


def test_what_wagtail_left_unlabelled_has_a_name(said: dict[str, list[str]]) -> None:
    login = ["Tên đăng nhập", "Mật khẩu", "Ghi nhớ đăng nhập"]
    mail = ["Địa chỉ thư điện tử", "Chữ của liên kết", "Tiêu đề thư", "Nội dung thư"]
    sites = ["Cổng", "Cổng kết nối", "Tên cổng", "Trang gốc", "Mặc định?"]
    assert said["labels"] == [*login, *mail, *sites, "Có", "Không", "Không rõ"]


@pytest.mark.parametrize("package", ["django_filters", "django_tasks", "modelsearch", "taggit"])
def test_every_message_in_the_sources_of_a_neighbour_is_translated(package: str) -> None:
    assert missing_translations(home(package)) == []


def test_our_own_messages_are_translated() -> None:
    assert missing_translations(LOCALE.parent) == []


def silent(parts: Iterable[Path]) -> list[str]:
    """Entries that no source of ours says: what was reworded, or belongs to another part."""
    spoken = {(message, context) for path, _domain in sources(LOCALE.parent) for _line, message, context in messages(path)}
    entries = [(part.name, message) for part in parts for message in read(part)]
    return [f"{name}: “{singular(message)}”" for name, message in entries if (singular(message), message.context) not in spoken]


def test_nothing_is_translated_that_nobody_says(tmp_path: Path) -> None:
    own = [part for part in (LOCALE / "parts").glob("*.po") if part.stem in ROOMS]
    assert len(own) > 10
    assert silent(own) == []
    planted = tmp_path / "planted.po"
    planted.write_text('msgid "said by nobody"\nmsgstr "không ai nói"\n', encoding="utf-8")
    assert silent([planted]) == ["planted.po: “said by nobody”"]


def test_a_part_is_named_after_a_room_or_a_package() -> None:
    named = {part.stem for part in (LOCALE / "parts").glob("*.po")}
    assert {name for name in named - ROOMS if not name.startswith(("django", "wagtail"))} == {"core_unlabelled", "neighbours"}
