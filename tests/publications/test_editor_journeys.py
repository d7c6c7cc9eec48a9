"""The page editor in a browser: figures are listed, bound, inserted and survive whatever is typed beside them; nothing typed is lost."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.audit import site
from tests.cast import PASSWORD
from tests.publications.editor import Editor

pytestmark = pytest.mark.journey
PREPARE = (
    "import django; django.setup()\n"
    "from django.core.management import call_command\n"
    "from ngoaivu.config.catalogue import build_catalogues\n"
    "build_catalogues(); call_command('migrate', verbosity=0)\n"
    "from ngoaivu.publications import drafting\n"
    "from tests.cast import assemble\n"
    "from tests.publications.conftest import TERM, delegation, missions, outline, people\n"
    "cast = assemble()\n"
    "for title, persons in (('Đoàn Viêng Chăn', 700), ('Đoàn Luông Pha Băng', 100), ('Đoàn Khăm Muộn', 9)): delegation(cast, title, persons)\n"
    "for over in (TERM, 'term:2010-2015'): drafting.draft_report(outline(people(), missions()), cast.here, over, by=cast.specialist)\n"
    "call_command('collectstatic', interactive=False, verbosity=0)\n"
)
CODE = "Đoàn khách nước ngoài đến tỉnh"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home: Path = tmp_path_factory.mktemp("editor")
    subprocess.run([sys.executable, "-c", PREPARE], env=site.environment(home), cwd=site.ROOT, check=True)
    with site.served(home) as served:
        yield served


@pytest.fixture(scope="module")
def officer(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """The specialist, logged in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto("/lam-viec/")
    page.get_by_label("Tên đăng nhập").fill("binh")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/lam-viec/")
    page.close()
    yield context
    context.close()


def opened(officer: BrowserContext, key: str = "term-2015-2020", *, keeping: bool = False) -> Page:
    """The Vietnamese text in the editor, its figures read; unless they are to be kept, drafts go nowhere."""
    page = officer.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"/lam-viec/an-pham/{key}/")
    page.get_by_role("row", name=re.compile("vi")).get_by_role("link", name="Soạn văn bản").click()
    if not keeping:
        page.route("**/edit/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    expect(counts(page)).to_contain_text("2 con số: 2 đã gắn")
    return page


def counts(page: Page) -> Locator:
    return page.locator(".ngoaivu-counts")


def row(page: Page, words: str) -> Locator:
    return page.locator(".ngoaivu-row").filter(has=page.get_by_role("button", name=f"Đến chỗ {words}", exact=True))


@pytest.fixture(scope="module")
def shared(officer: BrowserContext) -> Iterator[Page]:
    """One page for all tests that keep nothing: each writes the lead anew."""
    page = opened(officer)
    yield page
    page.close()


@pytest.fixture
def page(shared: Page) -> Page:
    """That page, its lead empty."""
    Editor(shared).write("")
    return shared


@pytest.fixture
def editor(page: Page) -> Editor:
    return Editor(page)
