"""Tokens «ký hiệu»: marks in fields that hold plain text: a title, a heading, an alternative text, a credit, a byline.

`{fig CODE period=… by.country=la …}`, `{quote document=12 place="tr. 3"|131 dự án}`, `{waiver 17|12}`. They are read into the same
runs as rich text. A token has no cache: its words are written whenever it is shown.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.publications.binding import BindingError, settings_of

TOKEN = re.compile(r"\{(fig|quote|waiver)(?:\s([^{}]*))?\}")
# A bar inside quotation marks belongs to a setting; the first one outside them begins the words.
WORDS = re.compile(r'((?:[^"|]|"[^"]*")*)\|(.*)', re.DOTALL)
QUOTE_KEYS = ("document", "place")
FORBIDDEN = re.compile(r'[{}"\r\n]')


def runs(text: str, office: Office) -> list[dict[str, Any]]:
    """The runs of a plain field of an office's text; a figure that names no territory is of the office's own.

    A token that cannot be read stays a mark whose settings tell the `error`.
    """
    found: list[dict[str, Any]] = []
    end = 0
    for token in TOKEN.finditer(text):
        if token.start() > end:
            found.append({"text": text[end : token.start()]})
        found.append(_run(token, office))
        end = token.end()
    if end < len(text):
        found.append({"text": text[end:]})
    return found


def _run(token: re.Match[str], office: Office) -> dict[str, Any]:
    name, reader = _READERS[token[1]]
    try:
        words, settings = reader(token[2] or "")
    except BindingError as error:
        return {"text": token[0], name: {"error": str(error)}, "token": token[0]}
    if name == "mark" and not settings.get("territory"):
        settings["territory"] = office.territory.key
    return {"text": words or token[0], name: settings, "token": token[0]}


def _figure(rest: str) -> tuple[str, dict[str, str]]:
    code, settings = settings_of(rest)
    return "", settings | {"fact": code}


def _quote(rest: str) -> tuple[str, dict[str, str]]:
    told, words = _parted(rest, _("Write the words of the quote behind a bar: {quote document=12|131}."))
    _name, settings = settings_of(f"quote {told}")
    if unknown := sorted(set(settings) - set(QUOTE_KEYS)):
        raise BindingError(_("A quote knows no setting “%(name)s”; use document and place.") % {"name": unknown[0]})
    if not settings.get("document"):
        raise BindingError(_("A quote must name its document."))
    return words, settings


def _waiver(rest: str) -> tuple[str, dict[str, str]]:
    key, words = _parted(rest, _("Write the waived words behind a bar: {waiver 17|12}."))
    if not key.strip():
        raise BindingError(_("A waived figure must name its waiver."))
    return words, {"key": key.strip()}


def _parted(rest: str, otherwise: str) -> tuple[str, str]:
    found = WORDS.fullmatch(rest)
    if not found or not found[2].strip():
        raise BindingError(otherwise)
    return found[1], found[2]


_Reader = Callable[[str], tuple[str, dict[str, str]]]
_READERS: dict[str, tuple[str, _Reader]] = {"fig": ("mark", _figure), "quote": ("quote", _quote), "waiver": ("waiver", _waiver)}


def figure(settings: Mapping[str, str]) -> str:
    """The token of a figure; its settings are those of a mark in rich text."""
    told = dict(settings)
    parts = ["fig", _told(told.pop("fact"))]
    for name, value in told.items():
        if name == "by":
            parts += [f"by.{dimension}={_told(member)}" for dimension, _colon, member in (pair.partition(":") for pair in value.split(";"))]
        else:
            parts.append(f"{name}={_told(value)}")
    return f"{{{' '.join(parts)}}}"


def quote(settings: Mapping[str, str], words: str) -> str:
    """The token of a quote."""
    told = " ".join(f"{name}={_told(settings[name])}" for name in QUOTE_KEYS if settings.get(name))
    return f"{{quote {told}|{_checked(words)}}}"


def waiver(key: str, words: str) -> str:
    """The token of a waived figure."""
    return f"{{waiver {_checked(key)}|{_checked(words)}}}"


def _told(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s|]", _checked(value)) else value


def _checked(value: str) -> str:
    if FORBIDDEN.search(value):
        raise BindingError(_("“%(value)s” cannot stand in a token: leave out braces, straight quotation marks and line ends.") % {"value": value})
    return value
