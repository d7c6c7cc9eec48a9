"""Fonts «phông chữ»: Source Serif 4 is declared and served only where `make fonts` has put it; else a serif of the reader's system.

The two files are taken unmodified from the npm package, because the font's name is reserved by its licence (OFL).
"""

import json
import shutil
import sys
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

TARGET = Path(__file__).parent / "static" / "portal" / "fonts"
SUBSETS = ("latin", "vietnamese")
FACE = """@font-face {{ font-family: "Source Serif 4"; font-weight: 400; font-display: optional;
  src: url("{subset}.woff2") format("woff2"); unicode-range: {range} }}
"""
FIRST = ':root { --serif: "Source Serif 4", "Noto Serif", serif }\n'  # outside every layer: it stands above the look's own


@cache
def served() -> bool:
    """Whether the style sheet of the fonts is among the static files."""
    return finders.find("portal/fonts/fonts.css") is not None


def install(package: Path, target: Path = TARGET) -> None:
    """Copy the two subsets of an unpacked `@fontsource/source-serif-4` and write their style sheet."""
    ranges = json.loads((package / "unicode.json").read_text(encoding="utf-8"))
    target.mkdir(parents=True, exist_ok=True)
    for subset in SUBSETS:
        shutil.copyfile(package / "files" / f"source-serif-4-{subset}-400-normal.woff2", target / f"{subset}.woff2")
    faces = [FACE.format(subset=one, range=ranges[one]) for one in SUBSETS]
    (target / "fonts.css").write_text("".join([*faces, FIRST]), encoding="utf-8")


if __name__ == "__main__":
    install(Path(sys.argv[1]))
