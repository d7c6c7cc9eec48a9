"""Wording «chữ trong ô»: what is no name at all, because not a single letter stands in it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _


def wordless(row: models.Model, *columns: str) -> dict[str, ValidationError]:
    """The columns that should name somebody and hold signs or pictures only, each with its sentence; an empty one is another matter."""
    texts = {name: str(getattr(row, name)) for name in columns}
    told = _("“%(text)s” has not a single letter, so it names nobody: write the name in words.")
    return {name: ValidationError(told % {"text": text}, code="wordless") for name, text in texts.items() if text and not any(map(str.isalpha, text))}
