"""Message catalogues «bảng dịch»: the readable parts of `locale/` become the compiled catalogues that Django reads.

Every room keeps its Vietnamese in a part of its own (`locale/parts/*.po`, for scripts `locale/parts/js/*.po`); other
parts translate Wagtail and Django, whose own Vietnamese is thin and partly wrong. One message has one translation in
the whole system, because Django knows one catalogue per language: two parts that disagree are refused, and so is
whatever is unfinished.
"""

import hashlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser

LOCALE = Path(__file__).resolve().parents[1] / "locale"
LANGUAGE = "vi"
DOMAINS = {"django": "parts", "djangojs": "parts/js"}

NAMED = re.compile(r"%\(\w+\)[a-zA-Z]|\{\w+[^{}]*\}|</?[a-z][a-z0-9]*\b")
POSITIONAL = re.compile(r"%[-#0+]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]|\{\}")


class CatalogueError(ValueError):
    """The parts cannot be merged; the message has one line for each fault, with file, line and remedy."""


def build_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Compile the parts below `locale`; the paths written, none when all are up to date.

    A catalogue carries the digest of its parts, so no clock and no checkout can make it look fresh. Nothing is written
    before all parts are judged, and each file is replaced in one step: several processes may build at once.
    CatalogueError when a part is faulty.
    """
    stale: dict[Path, Catalog] = {}
    for domain, folder in DOMAINS.items():
        target = locale / LANGUAGE / "LC_MESSAGES" / f"{domain}.mo"
        parts = sorted((locale / folder).glob("*.po"))
        digest = _digest(parts)
        if not target.exists() or digest.encode() not in target.read_bytes():
            stale[target] = merge(parts, version=digest)
    for target, catalogue in stale.items():
        _write(target, catalogue)
    return list(stale)


def merge(parts: Iterable[Path], version: str = "") -> Catalog:
    """One catalogue from many parts; CatalogueError names every fault of every part."""
    merged = Catalog(locale=LANGUAGE, project="ngoaivu", version=version)
    origin: dict[tuple[str, str], str] = {}
    faults: list[str] = []
    for path in parts:
        for message in read(path):
            place = f"{path.name}:{message.lineno}: “{singular(message)}”"
            faults += [f"{place} {fault}" for fault in faults_of(message)]
            key = (message.context or "", singular(message))
            other = merged.get(singular(message), message.context)
            if other is None:
                merged[message.id] = message
                origin[key] = f"{path.name}:{message.lineno}"
            elif disagreement := _disagreement(message, other):
                faults.append(f"{place} {disagreement} {origin[key]}; keep one, or give one of them a context (msgctxt).")
    if faults:
        raise CatalogueError("\n".join(faults))
    return merged


def read(path: Path) -> list[Message]:
    """Every entry of a part in its order, repeated ones too; CatalogueError when it is not a PO file."""
    part = _Part(locale=LANGUAGE)
    try:
        with path.open("rb") as file:
            PoFileParser(part, ignore_obsolete=True, abort_invalid=True).parse(file)
    except (PoFileError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path.name}: not a readable PO file in UTF-8 ({error}). Mend it and build again.") from error
    return part.entries


def faults_of(message: Message) -> Iterator[str]:
    """What is wrong with one entry, each as the end of a sentence that begins with the entry."""
    text = translation(message)
    if message.fuzzy:
        yield "is marked fuzzy; read the translation, then take the mark away."
    if not text:
        yield "has no translation; write one or remove the entry."
        return
    forms = (message.id,) if isinstance(message.id, str) else message.id
    allowed = {token for form in forms for token in _named(form)}
    if lost := set(_named(forms[-1])) - set(_named(text)):
        yield f"loses {', '.join(sorted(lost))}; the translation must carry it unchanged."
    if added := set(_named(text)) - allowed:
        yield f"has {', '.join(sorted(added))}, which the original does not have; remove it."
    if _positional(text) != _positional(forms[-1]):
        yield "does not have the same %s, %d or {} in the same order as the original; restore them."


def singular(message: Message) -> str:
    """The message id, the first form where there are two."""
    return message.id if isinstance(message.id, str) else message.id[0]


def translation(message: Message) -> str:
    """The Vietnamese; it has one form for all numbers."""
    forms = (message.string,) if isinstance(message.string, str) else message.string
    return forms[0] if forms else ""


class _Part(Catalog):
    """A catalogue that remembers entries as they come; Babel's own would silently drop a repeated one."""

    def __init__(self, locale: str) -> None:
        super().__init__(locale=locale)
        self.entries: list[Message] = []

    def __setitem__(self, key: str | list[str] | tuple[str, ...], message: Message) -> None:
        if key:
            self.entries.append(message)


def _disagreement(message: Message, other: Message) -> str:
    if message.pluralizable != other.pluralizable:
        return "has a plural in one place and none in another:"
    if translation(message) != translation(other):
        return f"is “{translation(message)}” here and “{translation(other)}” in"
    return ""


def _named(text: str) -> list[str]:
    return NAMED.findall(text.replace("%%", ""))


def _positional(text: str) -> list[str]:
    return POSITIONAL.findall(text.replace("%%", ""))


def _digest(parts: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in parts:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _write(target: Path, catalogue: Catalog) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".mo", delete=False) as file:
        write_mo(file, catalogue)
    fresh = Path(file.name)
    fresh.chmod(0o644)
    fresh.replace(target)
