"""Guard «người gác»: a public request reads editions and visits, and nothing else.

Every statement of a public request passes here. One that writes, or that names any table but those below, raises: what is
not named here can not be shown, whoever wrote the view. It fails closed: a statement it cannot read is refused.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection

ALLOWED = frozenset({"publications_edition", "publications_editiontext", "publications_release"})
OWN = "portal_"
READS = ("SELECT", "WITH")
BOOKKEEPING = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
SPARE = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)  # strings and comments name no table
NAME = r'(?:"[^"]+"|\[[^\]]+\]|`[^`]+`|\w+)'
TARGET = re.compile(rf"\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+(?:ONLY\s+|LATERAL\s+)?(\(|{NAME}(?:\s*\.\s*{NAME})?)", re.IGNORECASE)
WORD = re.compile(NAME)
DEFINED = re.compile(rf"(?:\bWITH\s+(?:RECURSIVE\s+)?|,\s*)({NAME})\s*(?:\([^()]*\)\s*)?AS\s*(?:NOT\s+)?(?:MATERIALIZED\s*)?\(", re.IGNORECASE)


class TableRefused(RuntimeError):
    """A public request named a table that is not an edition's or the portal's, or tried to write."""


def on_duty() -> AbstractContextManager[None]:
    """Within this, every statement of the default connection is judged before it runs."""
    return connection.execute_wrapper(_judged)


def _judged(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    judge(sql)
    return execute(sql, *rest)


def judge(sql: str) -> None:
    """Raise TableRefused unless the statement only reads, and only what the public may be shown."""
    text = SPARE.sub(" ", sql).strip()
    if text.upper().startswith(BOOKKEEPING):
        return
    if not text.upper().startswith(READS) or re.search(r";\s*\S", text):
        raise TableRefused(f"A public page only reads, one statement at a time; this was refused: {text[:80]}")
    if refused := sorted({*_named(text), *_targets(text)}):
        raise TableRefused(f"A public page may not read {', '.join(refused)}: only editions and the portal's own tables are open to it.")


def _named(text: str) -> Iterator[str]:
    """Tables of the system that stand anywhere in the statement, in a list of tables or in a subquery too."""
    closed = _closed_tables()
    return (bare for word in WORD.findall(text) if (bare := _bare(word)) in closed)


def _targets(text: str) -> Iterator[str]:
    """What stands where a table must stand and is neither open nor defined by the statement itself."""
    own = {_bare(name) for name in DEFINED.findall(text)}
    for target in TARGET.findall(text):
        parts = [_bare(part) for part in WORD.findall(target)]
        if target != "(" and not _open(parts, own):
            yield ".".join(parts)


def _open(parts: list[str], own: set[str]) -> bool:
    """A table, a column of one («EXTRACT(YEAR FROM portal_visits.day)»), or a table in the public schema."""
    name = parts[1] if len(parts) == 2 and parts[0] in ("public", "main") else parts[0]
    return name in ALLOWED or name in own or name.startswith(OWN)


def _bare(name: str) -> str:
    return name.strip('"[]`').lower()


@cache
def _closed_tables() -> frozenset[str]:
    """Every table of the system but the open ones."""
    known = {model._meta.db_table.lower() for model in apps.get_models(include_auto_created=True)}
    return frozenset(name for name in known if name not in ALLOWED and not name.startswith(OWN))
