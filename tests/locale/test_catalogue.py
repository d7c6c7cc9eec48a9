"""Building catalogues: nothing unfinished or contradictory gets in, nothing is built twice."""

import gettext
from pathlib import Path

import pytest

from ngoaivu.config.catalogue import CatalogueError, build_catalogues

GREETING = 'msgid "Hello %(name)s"\nmsgstr "Kính gửi %(name)s"\n'


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    (tmp_path / "parts" / "js").mkdir(parents=True)
    write(tmp_path, "desk", GREETING)
    write(tmp_path, "js/desk", 'msgid "Saving..."\nmsgstr "Đang lưu…"\n')
    return tmp_path


def write(locale: Path, part: str, entries: str) -> None:
    (locale / "parts" / f"{part}.po").write_text(entries, encoding="utf-8")


def compiled(locale: Path, domain: str = "django") -> Path:
    return locale / "vi" / "LC_MESSAGES" / f"{domain}.mo"


def test_parts_become_one_catalogue_per_domain(locale: Path) -> None:
    write(locale, "events", 'msgid "one row"\nmsgid_plural "%(n)d rows"\nmsgstr[0] "%(n)d dòng"\n')
    assert build_catalogues(locale) == [compiled(locale), compiled(locale, "djangojs")]
    with compiled(locale).open("rb") as file:
        python = gettext.GNUTranslations(file)
    with compiled(locale, "djangojs").open("rb") as file:
        scripts = gettext.GNUTranslations(file)
    assert python.gettext("Hello %(name)s") == "Kính gửi %(name)s"
    assert python.ngettext("one row", "%(n)d rows", 1) == "%(n)d dòng"
    assert scripts.gettext("Saving...") == "Đang lưu…"


def test_nothing_is_built_when_up_to_date(locale: Path) -> None:
    build_catalogues(locale)
    before = compiled(locale).stat().st_mtime_ns
    assert build_catalogues(locale) == []
    assert compiled(locale).stat().st_mtime_ns == before


@pytest.mark.parametrize("part", ["desk", "new"])
def test_a_changed_or_added_part_is_built_again(locale: Path, part: str) -> None:
    build_catalogues(locale)
    write(locale, part, 'msgid "Yes"\nmsgstr "Có"\n')
    assert build_catalogues(locale) == [compiled(locale)]


def test_a_removed_part_is_built_away(locale: Path) -> None:
    write(locale, "old", 'msgid "Yes"\nmsgstr "Có"\n')
    build_catalogues(locale)
    (locale / "parts" / "old.po").unlink()
    assert build_catalogues(locale) == [compiled(locale)]
    assert "Có".encode() not in compiled(locale).read_bytes()


def test_the_same_translation_twice_is_accepted(locale: Path) -> None:
    write(locale, "other", GREETING)
    assert len(build_catalogues(locale)) == 2


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (
            'msgid "Hello %(name)s"\nmsgstr "Chào %(name)s"\n',
            "is “Chào %(name)s” here and “Kính gửi %(name)s” in desk.po:1",
        ),
        (
            'msgid "Hello %(name)s"\nmsgid_plural "Hello all %(name)s"\nmsgstr[0] "Kính gửi %(name)s"\n',
            "has a plural in one place and none in another: desk.po:1",
        ),
        ('msgid "Yes"\nmsgstr "Có"\n\nmsgid "Yes"\nmsgstr "Vâng"\n', "is “Vâng” here and “Có” in other.po:1"),
        ('#, fuzzy\nmsgid "Yes"\nmsgstr "Có"\n', "is marked fuzzy"),
        ('msgid "Yes"\nmsgstr ""\n', "has no translation"),
        ('msgid "By %(who)s"\nmsgstr "Bởi %(ai)s"\n', "loses %(who)s"),
        ('msgid "By %(who)s"\nmsgstr "Bởi %(ai)s %(who)s"\n', "has %(ai)s, which the original does not have"),
        ('msgid "At most {most} days"\nmsgstr "Nhiều nhất {nhất} ngày"\n', "loses {most}"),
        ('msgid "one row"\nmsgid_plural "%(n)d rows"\nmsgstr[0] "một dòng"\n', "loses %(n)d"),
        ('msgid "<b>%d</b> of %s"\nmsgstr "<b>%s</b> có %d"\n', "the same %s, %d or {} in the same order"),
        ('msgid "<b>Now</b>"\nmsgstr "Ngay bây giờ"\n', "loses </b, <b"),
        ('msgid "Yes"\nmessage "Có"\n', "not a readable PO file"),
    ],
)
def test_a_faulty_part_is_refused_in_words_and_nothing_is_written(locale: Path, entries: str, sentence: str) -> None:
    write(locale, "other", entries)
    with pytest.raises(CatalogueError) as refusal:
        build_catalogues(locale)
    assert str(refusal.value).startswith("other.po")
    assert sentence in str(refusal.value)
    assert not compiled(locale).exists()
    assert not compiled(locale, "djangojs").exists()


def test_every_fault_is_told_at_once(locale: Path) -> None:
    write(locale, "other", 'msgid "Yes"\nmsgstr ""\n\nmsgid "No"\nmsgstr ""\n')
    with pytest.raises(CatalogueError) as refusal:
        build_catalogues(locale)
    assert len(str(refusal.value).splitlines()) == 2
