"""Names «tên gọi» typed by an officer: the one row of that name, and rows whose names are near it."""

import difflib
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.core import vietnamese
from ngoaivu.core.models import Territory, TerritoryKind

COUNTRIES = (TerritoryKind.COUNTRY, TerritoryKind.ECONOMY)
NUMBER = re.compile(r"#(\d+)$")
NEAR = 5
WORD = re.compile(r"\w+")
# Words that many names share, so that they bring no name nearer: «tỉnh», «thành phố», «văn phòng», «sở».
GENERIC = frozenset(
    WORD.findall("tinh thanh pho van phong so uy ban nhan dan huyen quan bo cuc vu hoi doan cong ty to chuc truong dai hoc tong lanh su")
)
# A slip of the hand: so much of a name must be right.
ALIKE = 0.7

# Where somebody sees the names there are: beside an input, and for a cell of a list.
OFFERED = gettext_lazy("“%(text)s” is not in the list: choose one of the names offered while you type.")
IN_BLANK_LIST = gettext_lazy(
    "“%(text)s” is not in the list: the names there are stand in the empty list to fill in, on the sheet “Words to choose from”."
)


def find(queryset: QuerySet[Any], text: str, unknown: str | Promise = OFFERED) -> Any:
    """The one row whose name the text is, with or without marks; else a sentence with near names, or `unknown`, which says where names are."""
    marked = NUMBER.search(text)
    same = (list(queryset.filter(pk=int(marked[1]))) if marked else []) or _called(queryset, vietnamese.nfc(text))
    if len(same) == 1:
        return same[0]
    if same:
        many = "; ".join(f"{row} #{row.pk}" for row in same[:NEAR])
        raise ValidationError(_("Several are called “%(text)s”: choose one of %(names)s.") % {"text": text, "names": many}, code="several")
    near = "; ".join(str(row) for row in suggestions(queryset, text)[:NEAR])
    if near:
        told = _("“%(text)s” is not in the list. Near it: %(names)s. Choose a name of the list.")
        raise ValidationError(told % {"text": text, "names": near}, code="unknown")
    raise ValidationError(str(unknown) % {"text": text}, code="unknown")


def _called(queryset: QuerySet[Any], text: str) -> list[Any]:
    """The rows of that name: those written so to the letter, else those written so without marks."""
    wanted = vietnamese.fold(text)
    same = [row for row in _candidates(queryset, *_words(text)) if wanted in {vietnamese.fold(name) for name in _names(row)}]
    return [row for row in same if str(row) == text] or same


def _words(text: str) -> list[str]:
    return WORD.findall(vietnamese.fold(text))


def called(queryset: QuerySet[Any], text: str) -> Any | None:
    """The one row of that name, or nothing."""
    same = _called(queryset, vietnamese.nfc(text)) if text.strip() else []
    return same[0] if len(same) == 1 else None


def names_in(queryset: QuerySet[Any], text: str) -> list[str]:
    """The names «các tên» of a list typed into one input; «và» parts two names, but not «Bosnia và Herzegovina»."""
    parts = [part.strip() for part in re.split(r"[;,]", text) if part.strip()]
    if len(parts) > 1 and called(queryset, text) is not None:
        return [text.strip()]
    return [name for part in parts for name in _parted(queryset, re.split(r"(\b(?:và|va|and)\s+)", part, flags=re.IGNORECASE))]


def _parted(queryset: QuerySet[Any], pieces: list[str]) -> list[str]:
    """Names out of pieces with «và» between them, the longest that is known each time."""
    for size in range(len(pieces), 0, -2):
        head = "".join(pieces[:size]).strip()
        if size == 1 or called(queryset, head) is not None:
            return [name for name in (head, *_parted(queryset, pieces[size + 1 :])) if name]
    return []


def suggestions(queryset: QuerySet[Any], text: str) -> list[Any]:
    """Rows near a text, with or without marks: its words begin words of their names, else run together, else nearly; else its telling word does."""
    words = _words(text)
    rows = _candidates(queryset, *words)
    told = next((found for rule in (_begun, _run_together, _misspelt) if (found := rule(rows, words))), [])
    told.sort(key=lambda row: not any(vietnamese.fold(name).startswith("".join(words[:1])) for name in _names(row)))
    if told or len(words) < 2:
        return told
    telling = [word for word in words if word not in GENERIC]
    return suggestions(queryset, telling[0]) if telling else []


def _begun(rows: list[Any], words: list[str]) -> list[Any]:
    """Each word begins a word of the name: «han» finds «Hàn Quốc» and not «Afghanistan»."""
    return [row for row in rows if all(any(own.startswith(word) for own in _words(" ".join(_names(row)))) for word in words)]


def _run_together(rows: list[Any], words: list[str]) -> list[Any]:
    """The words without the spaces between them: «hanquoc», or a part of a number."""
    whole = "".join(words)
    return [row for row in rows if len(whole) > 2 and any(whole in "".join(_words(name)) for name in _names(row))]


def _misspelt(rows: list[Any], words: list[str]) -> list[Any]:
    """Names that differ by a slip of the hand: «Hàn Quôcs»."""
    whole = " ".join(words)
    if len(whole) < 3 or not rows or not isinstance(rows[0], Territory):
        return []
    near = {vietnamese.fold(name): row for row in rows for name in _names(row)}
    return list(dict.fromkeys(near[name] for name in difflib.get_close_matches(whole, near, NEAR, ALIKE)))


def _candidates(queryset: QuerySet[Any], *words: str) -> list[Any]:
    if issubclass(queryset.model, Territory):
        return list(queryset.order_by("sort_key"))
    for word in words:
        queryset = queryset.filter(search_text__contains=word)
    return list(queryset.order_by("sort_key")[:200])


def _names(row: Any) -> list[str]:
    if isinstance(row, Territory):
        return [row.name_vi, row.name_en]
    return [name for name in (row.title_vi, row.title_en, str(row)) if name]


def countries() -> QuerySet[Territory]:
    """Countries, economies and territories of the world."""
    return Territory.objects.filter(kind__in=COUNTRIES)
