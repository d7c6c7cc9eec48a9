"""The finder of English left in our own code sees every way in which code can speak."""

from pathlib import Path

import pytest

from ngoaivu.config.untranslated import missing_translations


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    parts = tmp_path / "locale" / "parts"
    (parts / "js").mkdir(parents=True)
    (parts / "desk.po").write_text('msgid "Known"\nmsgstr "Đã biết"\n\nmsgctxt "month"\nmsgid "May"\nmsgstr "tháng 5"\n')
    return tmp_path / "locale"


def missing(locale: Path, name: str, text: str) -> list[str]:
    path = locale.parent / "src" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return missing_translations(locale.parent / "src", locale)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ('_("Left out")', "Left out"),
        ('gettext("Left out")', "Left out"),
        ('gettext_lazy("Left " "out")', "Left out"),
        ('gettext_noop("Left out")', "Left out"),
        ('ngettext("%(n)d row", "%(n)d rows", n)', "%(n)d row"),
        ('ngettext_lazy("%(n)d row", "%(n)d rows", "n")', "%(n)d row"),
        ('pgettext("verb", "May")', "May"),
        ('pgettext_lazy("verb", "May")', "May"),
        ('npgettext("verb", "row", "rows", n)', "row"),
        ('_("May")', "May"),
    ],
)
def test_python_message_is_named_with_its_place(locale: Path, code: str, message: str) -> None:
    assert missing(locale, "room/models.py", f"x = 1\ny = {code}\n") == [f"room/models.py:2: “{message}”"]


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ('{% translate "Left out" %}', "Left out"),
        ('{% trans "Left out" as title %}', "Left out"),
        ('{% translate "May" context "verb" %}', "May"),
        ("{% blocktranslate with n=rows %}All {{ n }} rows{% endblocktranslate %}", "All %(n)s rows"),
        ("{% blocktranslate count n=rows %}one row{% plural %}{{ n }} rows{% endblocktranslate %}", "one row"),
        ('{% include "x.html" with title=_("Left out") %}', "Left out"),
        ('{{ _("Left out") }}', "Left out"),
    ],
)
def test_template_message_is_named(locale: Path, markup: str, message: str) -> None:
    page = f"<div>\n    <p>it's {markup}</p>\n  </div>\n"
    assert missing(locale, "room/templates/room/page.html", page) == [f"room/templates/room/page.html:2: “{message}”"]


def test_trimmed_block_is_one_message(locale: Path) -> None:
    page = "{% blocktranslate trimmed %}\n   Left\n   out\n{% endblocktranslate %}"
    assert [line.partition(": ")[2] for line in missing(locale, "room/templates/x.txt", page)] == ["“Left out”"]


def test_script_message_is_sought_in_the_script_catalogue(locale: Path) -> None:
    assert missing(locale, "room/static/desk.js", 'const a = gettext("Known");') == ["room/static/desk.js:1: “Known”"]


def test_translated_messages_are_not_named(locale: Path) -> None:
    assert missing(locale, "room/views.py", 'a = _("Known")\nb = pgettext("month", "May")\nc = ""\n') == []
