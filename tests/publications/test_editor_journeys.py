"""The page editor in a browser: figures are listed, bound, inserted and survive whatever is typed beside them; nothing typed is lost."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django import DjangoDbBlocker

from tests import databases
from tests.audit import site
from tests.cast import PASSWORD
from tests.publications.editor import Editor

pytestmark = pytest.mark.journey
PREPARE = (
    "import django; django.setup()\n"
    "from django.core.management import call_command\n"
    "from ngoaivu.publications import drafting\n"
    "from tests.cast import assemble\n"
    "from tests.publications.conftest import TERM, delegation, missions, outline, people\n"
    "cast = assemble()\n"
    "for title, persons in (('Đoàn Viêng Chăn', 700), ('Đoàn Luông Pha Băng', 100), ('Đoàn Khăm Muộn', 9)): delegation(cast, title, persons)\n"
    "texts = [drafting.draft_report(outline(people(), missions()), cast.here, over, by=cast.specialist) for over in (TERM, 'term:2016-2021')]\n"
    "call_command('collectstatic', interactive=False, verbosity=0)\n"
    "print(*(text['vi'].pk for text in texts))\n"
)
CODE = "Đoàn khách nước ngoài đến tỉnh"
# A text and another one.
MAIN, OTHER = 0, 1


@dataclass(frozen=True)
class Served:
    """Where the server answers, and the two texts."""

    address: str
    texts: tuple[str, ...]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Served]:
    """A server over a clone of its own with two reports."""
    home: Path = tmp_path_factory.mktemp("editor")
    with django_db_blocker.unblock(), databases.cloned():
        database = databases.address()
        environment = site.environment(home, database)
        made = subprocess.run([sys.executable, "-c", PREPARE], env=environment, cwd=site.ROOT, check=True, stdout=subprocess.PIPE, text=True)
        with site.served(home, database) as address:
            yield Served(address, tuple(made.stdout.split()))


@dataclass(frozen=True)
class Officer:
    """The specialist, logged in."""

    context: BrowserContext
    served: Served

    @contextmanager
    def opens(self, text: int, *, keeping: bool = False) -> Iterator[Page]:
        """A text in the editor, its figures read; unless they are to be kept, drafts go nowhere. A page left open would keep the keyboard."""
        page = self.context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        if not keeping:
            page.route("**/edit/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
        page.goto(f"/lam-viec/pages/{self.served.texts[text]}/edit/")
        expect(counts(page)).to_contain_text("con số: ", timeout=20_000)
        try:
            yield page
        finally:
            page.close()


@pytest.fixture(scope="module")
def officer(browser: Browser, served: Served) -> Iterator[Officer]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served.address, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto("/lam-viec/login/")
    page.get_by_label("Tên đăng nhập").fill("binh")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.close()
    yield Officer(context, served)
    context.close()


def counts(page: Page) -> Locator:
    return page.locator(".ngoaivu-counts")


def row(page: Page, words: str) -> Locator:
    """The row of a figure; the counted word may stand outside it."""
    return page.locator(".ngoaivu-row").filter(has=page.get_by_role("button", name=re.compile(f"^Đến chỗ {words}")))


def lead(page: Page) -> Locator:
    """The figures of the lead in the panel."""
    return page.locator(".ngoaivu-list section").filter(has=page.get_by_role("heading", name="Lời dẫn"))


@pytest.fixture(scope="module")
def shared(officer: Officer) -> Iterator[Page]:
    """One page for all tests that keep nothing: each writes the lead anew."""
    with officer.opens(MAIN) as page:
        yield page


@pytest.fixture
def page(shared: Page) -> Page:
    """That page in front of any other, where its timers run and keys reach it; its lead empty and the panel aware of it."""
    shared.bring_to_front()
    Editor(shared).write("")
    expect(lead(shared)).to_have_count(0)
    return shared


@pytest.fixture
def editor(page: Page) -> Editor:
    return Editor(page)


def typed(editor: Editor, told: str) -> None:
    """Text that an officer typed or pasted, read by the panel."""
    editor.write(told)
    expect(lead(editor.page)).to_have_count(1)
    expect(editor.page.locator(".ngoaivu-figures")).not_to_have_attribute("aria-busy", "true")


def test_every_figure_is_listed_by_place_with_its_state_in_words(page: Page, editor: Editor) -> None:
    typed(editor, "Tỉnh đón [3 đoàn]. Còn 41 dự án.")
    expect(counts(page)).to_have_text("4 con số: 3 đã gắn; 1 chưa gắn; 1 con số chặn việc đăng.")
    expect(row(page, "41")).to_contain_text("chưa gắn")
    expect(page.locator(".ngoaivu-list h3").first).to_have_text("Lời dẫn")
    expect(page.locator(".ngoaivu-figure").first).to_have_attribute("title", CODE)
    page.get_by_label("Chỉ hiện con số chặn việc đăng").check()
    expect(page.locator(".ngoaivu-row:visible")).to_have_count(1)
    page.get_by_label("Chỉ hiện con số chặn việc đăng").uncheck()
    row(page, "41").get_by_role("button", name="Đến chỗ").click()
    assert page.evaluate("getSelection().toString()").startswith("41")


def test_one_click_binds_behind_an_emoji_and_one_undo_takes_it_back(page: Page, editor: Editor) -> None:
    typed(editor, "🙂 Nhiệm kỳ 2015-2020 tỉnh đón 3 đoàn khách nước ngoài.")
    button = page.get_by_role("button", name=re.compile(r"^Gắn “3( đoàn.*)?” với Đoàn khách nước ngoài đến tỉnh, nhiệm kỳ 2015"))
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ngoaivu-said")).to_contain_text(CODE)
    bound = editor.read()
    assert re.fullmatch(r"🙂 Nhiệm kỳ 2015-2020 tỉnh đón \[3( đoàn)?\]( đoàn)? khách nước ngoài\.", bound), bound
    expect(page.locator(":focus")).to_have_attribute("data-act", "go")
    editor.select(0)
    page.keyboard.press("Control+z")
    assert editor.read() == "🙂 Nhiệm kỳ 2015-2020 tỉnh đón 3 đoàn khách nước ngoài."


def test_all_that_are_sure_are_bound_in_one_step_of_undo(page: Page, editor: Editor) -> None:
    told = "Nhiệm kỳ 2015-2020 tỉnh đón 3 đoàn khách nước ngoài. Nhiệm kỳ 2015-2020 có 3 đoàn khách quốc tế. Còn 41 dự án."
    typed(editor, told)
    page.get_by_role("button", name="Gắn tất cả con số đã chắc (2)").click()
    expect(page.locator(".ngoaivu-said")).to_contain_text("Đã gắn 2 con số")
    assert editor.read().count("[") == 2
    assert "[41" not in editor.read()
    editor.select(0)
    page.keyboard.press("Control+z")
    assert editor.read() == told


def test_the_palette_inserts_a_figure_and_escape_gives_the_cursor_back(page: Page, editor: Editor) -> None:
    editor.write("Tỉnh đón ")
    editor.select(9)
    page.keyboard.type("/con")
    expect(page.get_by_role("option", name="Con số từ sổ")).to_be_visible()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Chèn con số")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.wait_for_timeout(150)
    page.keyboard.type("thêm ")
    page.get_by_role("button", name="Chèn con số").click()
    page.keyboard.type("doan khach nuoc ngoai den")
    expect(dialog.get_by_role("radio", name=CODE)).to_be_checked()
    dialog.get_by_label("Loại kỳ").select_option("term")
    dialog.get_by_role("textbox", name="Kỳ", exact=True).fill("2015-2020")
    expect(dialog.locator("[data-part=preview]")).to_contain_text("Sẽ đọc là “3 đoàn”")
    dialog.get_by_label("Loại kỳ").select_option(label="Quý, ví dụ quý III năm 2019")
    dialog.get_by_label("Phần của năm").select_option(label="quý III")
    dialog.get_by_role("textbox", name="Kỳ", exact=True).fill("2018")
    expect(dialog.locator("[data-part=preview]")).to_contain_text("quý III năm 2018")
    dialog.get_by_label("Loại kỳ").select_option("term")
    expect(dialog.get_by_label("Phần của năm")).to_be_hidden()
    dialog.get_by_role("textbox", name="Kỳ", exact=True).fill("2015-2020")
    expect(dialog.locator("[data-part=preview]")).to_contain_text("Sẽ đọc là “3 đoàn”")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.locator(".ngoaivu-said")).to_contain_text("“3 đoàn”")  # inserted: the keyboard is the editor's again
    page.keyboard.type(" nữa.")
    assert editor.read() == "Tỉnh đón thêm [3 đoàn] nữa."


def test_a_figure_is_unbound_and_its_settings_are_changed(page: Page, editor: Editor) -> None:
    typed(editor, "Tỉnh đón [3 đoàn].")
    mine = page.locator(".ngoaivu-list section").first
    mine.get_by_role("button", name="Thiết lập “3 đoàn”").click()
    dialog = page.get_by_role("dialog", name="Thiết lập của “3 đoàn”")
    dialog.get_by_text("Cách viết").click()
    dialog.get_by_label("Danh từ được đếm").select_option("no")
    expect(dialog.locator("[data-part=preview]")).to_contain_text("Sẽ đọc là “3”")
    dialog.get_by_role("button", name="Sửa").click()
    expect(page.locator(".ngoaivu-said")).to_have_text("Con số nay là “3”.")
    assert editor.read() == "Tỉnh đón [3]."
    mine.get_by_role("button", name="Gỡ “3”").click()
    expect(page.locator(".ngoaivu-said")).to_contain_text("Đã gỡ “3”")
    assert editor.read() == "Tỉnh đón 3."


def test_in_a_plain_field_a_figure_is_a_token_and_the_panel_says_how_it_reads(page: Page) -> None:
    title = page.locator("#id_title")
    before = title.input_value()
    title.fill("Nhiệm kỳ 2015-2020: 3 đoàn khách nước ngoài đến tỉnh")
    page.get_by_role("button", name=re.compile(r"^Gắn “3.* với Đoàn khách nước ngoài đến tỉnh, nhiệm kỳ")).click()
    expect(title).to_have_value(re.compile(r"^Nhiệm kỳ 2015-2020: \{fig delegations\.inbound\.missions .*\}"))
    expect(page.locator(".ngoaivu-line").first).to_have_text("Người đọc thấy: Nhiệm kỳ 2015-2020: 3 đoàn khách nước ngoài đến tỉnh")
    title.focus()
    page.keyboard.press("Control+z")
    expect(title).to_have_value("Nhiệm kỳ 2015-2020: 3 đoàn khách nước ngoài đến tỉnh")
    title.fill(before)


BESIDE = "Có [3 đoàn] và [12 đoàn] đến."
PLACES = {
    0: "đoànCó [3 đoàn] và [12 đoàn] đến.",
    3: "Có đoàn[3 đoàn] và [12 đoàn] đến.",
    9: "Có [3 đoàn]đoàn và [12 đoàn] đến.",
    13: "Có [3 đoàn] và đoàn[12 đoàn] đến.",
    20: "Có [3 đoàn] và [12 đoàn]đoàn đến.",
    # Inside, the figure is loose and loses no letter.
    5: "Có 3 đoànđoàn và [12 đoàn] đến.",
}
# The states a word passes through: «ddoanf» in Telex, «d9oan2» in VNI; Unikey sends Backspace and the new letters as keys.
TELEX, VNI = ("d", "đ", "đo", "đoa", "đoan", "đoàn"), ("d", "đ", "đo", "đoa", "đoan", "đoàn")
UNIKEY = ("d", "<", "đ", "o", "a", "n", "<", "<", "à", "n")


@pytest.mark.parametrize("place", PLACES)
def test_words_composed_beside_a_figure_leave_it(editor: Editor, place: int) -> None:
    for states in (TELEX, VNI):
        editor.write(BESIDE)
        editor.select(place)
        editor.compose(*states)
        assert editor.read() == PLACES[place]
        assert editor.seen() == re.sub(r"[\[\]]", "", PLACES[place])
    editor.write(BESIDE)
    editor.select(place)
    editor.press(UNIKEY)
    assert editor.read() == PLACES[place]


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (5, 11, "Có 3 đànà [12 đoàn] đến."),
        (1, 5, "Cđànđoàn và [12 đoàn] đến."),
        (1, 11, "Cđànà [12 đoàn] đến."),
        (3, 9, "Có đàn và [12 đoàn] đến."),
    ],
)
def test_a_word_composed_over_a_selection_leaves_its_neighbours_seen(editor: Editor, start: int, end: int, left: str) -> None:
    editor.write(BESIDE)
    editor.select(start, end)
    editor.compose("đ", "đà", "đàn")
    assert editor.read() == left
    assert editor.seen() == re.sub(r"[\[\]]", "", left)


@pytest.mark.parametrize(("place", "key", "left"), [(9, "Backspace", "Có 3 đoà và"), (6, "Backspace", "Có 3 oàn và"), (3, "Delete", "Có  đoàn và")])
def test_backspace_makes_a_figure_loose_and_one_undo_binds_it_again(editor: Editor, place: int, key: str, left: str) -> None:
    editor.write(BESIDE)
    editor.select(place)
    editor.page.keyboard.press(key)
    assert editor.read() == f"{left} [12 đoàn] đến."
    editor.page.keyboard.press("Control+z")
    assert editor.read() == BESIDE


def test_pasting_a_word_keeps_every_figure_and_figures_travel_between_texts(officer: Officer, page: Page, editor: Editor) -> None:
    editor.write("nữa Tỉnh đón [3 đoàn].")
    editor.select(0, 3)
    page.keyboard.press("Control+c")
    editor.select(22)
    page.keyboard.press("Control+v")
    assert editor.read() == "nữa Tỉnh đón [3 đoàn].nữa"
    editor.select(4, 23)
    page.keyboard.press("Control+c")
    with officer.opens(OTHER) as beside:
        other = Editor(beside)
        other.write("Và: ")
        other.select(4)
        beside.keyboard.press("Control+v")
        assert other.read() == "Và: Tỉnh đón [3 đoàn].nữa"


def saved(page: Page) -> str:
    """The lead of the newest draft, as the editor shows it after a reload."""
    page.reload()
    expect(counts(page)).to_contain_text("con số:")
    return Editor(page).read()


SAVE = "document.querySelector('#page-edit-form [type=submit]').click()"


@pytest.mark.parametrize("way", ["keys", "button", "composed"])
def test_nothing_typed_is_lost_on_saving_and_marks_are_kept(officer: Officer, way: str) -> None:
    with officer.opens(OTHER, keeping=True) as page:
        editor = Editor(page)
        editor.write(f"Có [3 đoàn], {way}: ")
        editor.select(len(f"Có 3 đoàn, {way}: "))
        page.keyboard.type("đến chữ cuối")
        if way == "composed":
            editor.keys.send("Input.imeSetComposition", {"text": " cùng", "selectionStart": 5, "selectionEnd": 5})
        with page.expect_navigation():
            if way == "keys":
                page.keyboard.press("Control+s")
            else:
                page.evaluate(SAVE)
        assert saved(page) == f"Có [3 đoàn], {way}: đến chữ cuối" + (" cùng" if way == "composed" else "")


def test_a_figure_is_waived_with_a_reason(page: Page, editor: Editor) -> None:
    typed(editor, "Còn 41 dự án.")
    waive = page.locator(".ngoaivu-row[data-state=loose] [data-act=waive]")
    waive.click()
    dialog = page.get_by_role("dialog", name="Miễn gắn cho “41")
    dialog.get_by_role("button", name="Miễn").click()
    expect(dialog.get_by_role("alert")).to_have_text("Hãy nêu lý do con số này không cần nguồn.")
    dialog.get_by_label("Lý do").fill("Số dự kiến, chưa có trong sổ")
    dialog.get_by_role("button", name="Miễn").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".ngoaivu-row[data-state=waived]")).to_have_count(1)
    assert re.fullmatch(r"Còn \[41( dự án)?\]( dự án)?\.", editor.read())


def test_three_hundred_figures_are_listed(page: Page, editor: Editor) -> None:
    lines = [
        f"Năm 2019 tỉnh đón {n} đoàn khách nước ngoài với {n + 500} lượt người, {n} dự án, {n} hội nghị và {n} thỏa thuận." for n in range(20, 80)
    ]
    editor.write(lines[0])
    expect(counts(page)).to_have_text(re.compile("^7 con số"))
    editor.write("\n".join(lines))
    expect(counts(page)).to_have_text(re.compile("^302 con số"), timeout=20_000)
    assert page.locator(".ngoaivu-row").count() == 302
