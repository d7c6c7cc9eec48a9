"""The wall «hàng rào đăng»: behind every door of Wagtail's, no text goes live while a figure in it is loose or contradicted.

Pages call it from `save()` and `save_revision()`, so that code, a command or a future screen meets it too. What is
judged, and against what, is told by whoever registers as keeper: a wall without a keeper lets nothing through.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What a reader sees of a page's row. Any other column may be saved without a judgement.
READ = ("title", "lead", "body", "byline", "picture", "date")
_keepers: list[Callable[[Any, int | None], list[str]]] = []
_position: ContextVar[int | None] = ContextVar("position", default=None)


class Unpublishable(ValidationError):
    """A text that may not go live; the sentences name its figures, `key` the text."""

    def __init__(self, sentences: list[str], key: str) -> None:
        super().__init__(sentences)
        self.key = key


def keep(keeper: Callable[[Any, int | None], list[str]]) -> None:
    """Register who says what keeps a page from going live, at a registry position or now."""
    _keepers.append(keeper)


@contextmanager
def at_position(position: int) -> Iterator[None]:
    """Judge what goes live inside at the position it was submitted at: a release stands on the registry as it was then."""
    token = _position.set(position)
    try:
        yield
    finally:
        _position.reset(token)


def sentences(page: Any) -> list[str]:
    """What keeps a page from going live, each a sentence that names a figure."""
    if not _keepers:
        return [_("Nobody judges the figures of this text, so it cannot be published.")]
    return [told for keeper in _keepers for told in keeper(page, _position.get())]


def check(page: Any) -> None:
    """Refuse a page whose figures do not hold."""
    if told := sentences(page):
        raise Unpublishable(told, page.key)


def check_saved(page: Any, columns: Collection[str] | None) -> None:
    """Refuse what a save would put live: a page that was not live, or other words on one that was."""
    if page.live and (columns is None or {"live", *READ} & set(columns)) and not _stands(page):
        check(page)


def check_scheduled(page: Any, approved: datetime | None) -> None:
    """Refuse a draft that would put itself live one day: nobody would be there to read the refusal."""
    if approved or page.go_live_at:
        check(page)


def _stands(page: Any) -> bool:
    """Whether the row is live already with these very words: the registry may move away from it, it may still be renamed or moved."""
    stored = type(page).objects.filter(pk=page.pk, live=True).first() if page.pk else None
    return stored is not None and all(_plain(page, name) == _plain(stored, name) for name in READ)


def _plain(page: Any, name: str) -> Any:
    value = getattr(page, name)
    return value.get_prep_value() if name == "body" else value
