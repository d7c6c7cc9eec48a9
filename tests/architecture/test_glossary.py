"""The glossary is fresh, and takes its words from the code alone."""

from pathlib import Path

from ngoaivu.config.glossary import TARGET, entries, glossary
from tests.architecture.tree import ROOT

PLANTED = '''
class Visit:
    """Visit «chuyến thăm»: a day | two.

    More.
    """

    class State:
        """State of a visit «tình trạng»."""

class _Hidden:
    """Hidden «ẩn»: nobody's business."""

class Plain:
    """No term."""
'''


def test_the_glossary_is_fresh() -> None:
    """Stale: run `make glossary` and commit what it wrote."""
    assert (ROOT / TARGET).read_text(encoding="utf-8") == glossary()


def test_every_room_has_its_words() -> None:
    assert {entry.room for entry in entries()} >= {
        "core",
        "accounts",
        "documents",
        "indicators",
        "publications",
        "registry/partners",
        "registry/delegations",
    }


def test_terms_come_from_first_lines_of_public_classes(tmp_path: Path) -> None:
    package = tmp_path / "ngoaivu"
    (package / "core").mkdir(parents=True)
    (package / "core" / "visits.py").write_text(PLANTED, encoding="utf-8")
    assert [(one.english, one.vietnamese, one.meaning, one.name) for one in entries(package)] == [
        ("Visit", "chuyến thăm", "a day | two.", "Visit"),
        ("State of a visit", "tình trạng", "", "Visit.State"),
    ]
    assert "| chuyến thăm | Visit | a day \\| two. | `Visit` |" in glossary(package)
