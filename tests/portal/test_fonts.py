"""The face of the portal: one for all letters of Vietnamese, and Source Serif 4 declared only where its files are served."""

import json
from itertools import product
from pathlib import Path
from unicodedata import normalize

from django.contrib.staticfiles import finders
from playwright.sync_api import Browser

from ngoaivu.portal import fonts

TONES = "\u0300\u0301\u0303\u0309\u0323"
WIDTHS = """async pairs => {
    await document.fonts.ready
    const width = text => { const one = document.createElement('h1'); one.style.display = 'inline-block'; one.textContent = text.repeat(20)
        document.body.append(one); return one.getBoundingClientRect().width }
    return pairs.filter(([plain, toned]) => Math.abs(width(plain) - width(toned)) > width(plain) * .02)
}"""


def look() -> str:
    found = finders.find("portal/look.css")
    assert isinstance(found, str)
    return Path(found).read_text("utf-8")


def test_a_letter_with_its_tone_is_of_the_same_face_as_the_letter_without(browser: Browser) -> None:
    pairs = [[base, normalize("NFC", base + tone)] for base, tone in product("aăâeêoôơuưy", TONES)]
    page = browser.new_page()
    page.set_content(f'<html lang="vi"><style>{look()}</style><body>')
    assert page.evaluate(WIDTHS, pairs) == []
    page.close()


def test_the_face_is_declared_and_set_first_only_where_its_files_are_put(tmp_path: Path) -> None:
    assert "@font-face" not in look()
    assert "Source Serif" not in look()
    package, target = tmp_path / "package", tmp_path / "fonts"
    (package / "files").mkdir(parents=True)
    (package / "unicode.json").write_text(json.dumps(dict.fromkeys(fonts.SUBSETS, "U+0000-00FF")))
    for subset in fonts.SUBSETS:
        (package / "files" / f"source-serif-4-{subset}-400-normal.woff2").write_bytes(b"face")
    fonts.install(package, target)
    style = (target / "fonts.css").read_text("utf-8")
    assert '--serif: "Source Serif 4"' in style
    assert all((target / f"{subset}.woff2").exists() and f"{subset}.woff2" in style for subset in fonts.SUBSETS)
