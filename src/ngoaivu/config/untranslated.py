"""Untranslated messages «câu chưa dịch»: what our code would still say in English to a Vietnamese officer.

Reads sources only (Python, templates, scripts), so a suite or a check can run it without a database.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

from ngoaivu.config.catalogue import DOMAINS, LOCALE, merge

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def missing_translations(src: Path, locale: Path = LOCALE) -> list[str]:
    """One line «path:line: “message”» for each message below `src` that the parts of `locale` do not translate.

    The answers of Wagtail's and Django's own catalogues do not count: our overlay holds all of theirs that we accept.
    """
    known = {domain: merge(sorted((locale / folder).glob("*.po"))) for domain, folder in DOMAINS.items()}
    return [
        f"{path.relative_to(src)}:{line}: “{message}”"
        for path, domain in sources(src)
        for line, message, context in messages(path)
        if not _has(known[domain], message, context)
    ]


def sources(src: Path) -> Iterator[tuple[Path, str]]:
    """Every file below `src` that can speak to a reader, with the catalogue (domain) it speaks through."""
    for path in sorted(src.rglob("*")):
        if path.suffix == ".py" or ("templates" in path.parts and path.is_file()):
            yield path, "django"
        elif path.suffix == ".js":
            yield path, "djangojs"


def messages(path: Path) -> Iterator[tuple[int, str, str | None]]:
    """Line, message id (the singular where there are two) and context of each message in one file."""
    found = extract("javascript" if path.suffix == ".js" else "python", BytesIO(_code(path)), keywords=KEYWORDS)
    for line, message, _comments, context in found:
        yield line, message if isinstance(message, str) else message[0], context


def _code(path: Path) -> bytes:
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".py", ".js"):
        return text.encode()
    calls = templatize(text, origin=str(path))
    # What was indented as markup would be refused as Python.
    return "\n".join(line.lstrip() for line in calls.splitlines()).encode()


def _has(catalogue: Catalog, message: str, context: str | None) -> bool:
    return catalogue.get(message, context) is not None
