"""What is committed: locks that name no address and trust nothing unhashed, no trace of a machine, honest tests, own pictures and scripts only."""

import ast
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.architecture.tree import PACKAGE, PROJECT, ROOT, Source, committed, planted, suites

# Written so that the patterns do not find themselves.
TRACES = {
    "a path of somebody's machine": re.compile(r"(?<![\w.:/])/(?:wor[k]|hom[e]|roo[t]|far[m]|User[s]|mn[t])/[a-z]"),
    "an address of a package index": re.compile(r"(?:pypi|pythonhosted)\.or[g]|index-ur[l][ =]+http|registry\.npmj[s]|/simpl[e]/"),
    "a secret": re.compile(r"-----BEGIN [A-Z ]*PRIVAT[E]|AKIA[0-9A-Z]{16}|gh[pos]_[A-Za-z0-9]{30}"),
}
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|link)\b[^>]*\b(?:src|href)=["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import"""
)
EXCUSES = {"skip", "skipif", "xfail", "importorskip", "Mock", "MagicMock", "AsyncMock"}
PINNED = re.compile(r"^[a-z0-9][\w.\-\[\],]*==[\w.!+]+(?: ;.*)? \\$")


def traces(text: str) -> list[str]:
    return [f"{what}: {found[0]}" for what, pattern in TRACES.items() if (found := pattern.search(text))]


def unhashed(text: str) -> list[str]:
    """Lines of a lock that neither pin, nor hash, nor comment, and pins without a hash below them."""
    lines = text.splitlines()
    strange = [line for line in lines if not re.match(r"\s*#|\s+--hash=sha256:[0-9a-f]{64}( \\)?$|$", line) and not PINNED.match(line)]
    bare = [line for line, below in zip(lines, [*lines[1:], ""], strict=True) if PINNED.match(line) and "--hash=" not in below]
    return strange + bare


def fetched(text: str) -> list[str]:
    """What a page would fetch from another machine."""
    return [found[0] for found in FETCHED.finditer(text)]


def excuses(source: Source) -> Iterator[str]:
    """Tests that are skipped, expected to fail, or that put a doll in the place of our own code."""
    for node in ast.walk(source.tree):
        word = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if word in EXCUSES:
            yield f"{source.name}:{node.lineno} {word}"


def test_no_committed_file_bears_a_trace() -> None:
    texts = [path for path in committed() if b"\0" not in path.read_bytes()]
    assert len(texts) > 100
    assert [f"{path.relative_to(ROOT)}: {found}" for path in texts for found in traces(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "line", ["see /wor" + "k/house", "--index-ur" + "l https://a.example", "https://pypi.or" + "g/", "-----BEGIN RSA PRIVAT" + "E KEY"]
)
def test_a_trace_is_noticed(line: str) -> None:
    assert len(traces(f'text = "{line}"')) == 1


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_everything_installed_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.count("==") >= len(PROJECT["project"]["dependencies"])
    assert unhashed(text) == []


def test_what_is_not_hashed_is_noticed() -> None:
    good = "django==5.2.19 \\\n    --hash=sha256:" + "a" * 64
    assert unhashed(good) == []
    for bad in ("django>=5.2", "django==5.2.19", f"{good}\nwagtail==8.0.1 \\", f"--find-links there\n{good}"):
        assert len(unhashed(bad)) == 1


def test_the_development_lock_holds_the_same_versions() -> None:
    runtime, development = (
        dict(re.findall(r"^([\w.\-]+)(?:\[\w+\])?==(\S+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert {name: version for name, version in runtime.items() if development.get(name) != version} == {}


def loosely_pinned(lock: str, asked: Iterable[Requirement]) -> list[str]:
    """Requirements with extras that the lock pins without them: pip then looks at newer releases first, and refuses those as unpinned."""
    pins = {pin.name: pin.extras for pin in (Requirement(line) for line in re.findall(r"^[a-z0-9][^ ;]*==[^ ]+", lock, re.MULTILINE))}
    return [str(need) for need in asked if need.extras and need.name.lower() in pins and not need.extras <= pins[need.name.lower()]]


def installed_needs() -> list[Requirement]:
    """What the installed packages ask of each other on this machine."""
    needs = [Requirement(line) for package in distributions() for line in package.requires or ()]
    return [need for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]


def test_an_extra_is_pinned_with_its_package() -> None:
    needs = installed_needs()
    assert any(need.extras for need in needs)
    assert loosely_pinned((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"), needs) == []


def test_a_lost_extra_is_noticed() -> None:
    need = Requirement("willow[heif]>=1.11")
    assert loosely_pinned("willow==1.12.0 \\\n", [need]) == [str(need)]
    assert loosely_pinned("willow[heif]==1.12.0 \\\n", [need]) == []


def test_no_page_fetches_from_another_machine() -> None:
    pages = [path for kind in ("html", "css", "svg") for path in PACKAGE.rglob(f"*.{kind}")]
    assert [f"{path.relative_to(PACKAGE)}: {found}" for path in pages for found in fetched(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "line", ['<script src="https://cdn.example/a.js">', "<img alt='' src='//elsewhere.example/a.png'>", "background: url(http://a.example/b)"]
)
def test_a_fetch_from_another_machine_is_noticed(line: str) -> None:
    assert len(fetched(line)) == 1
    assert fetched('<a href="https://dichvucong.gov.vn">') == []


def test_no_test_is_excused() -> None:
    assert [fault for source in suites() for fault in excuses(source)] == []


def test_an_excuse_is_noticed(tmp_path: Path) -> None:
    assert len(list(excuses(planted(tmp_path, "tests/test_later.py", "@pytest.mark.skip\ndef test_later() -> None: ...\n")))) == 1
