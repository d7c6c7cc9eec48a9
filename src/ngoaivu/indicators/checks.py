"""The house rule of declarations as a system check: one that does not load stops the start, with its sentence."""

from typing import Any

from django.core import checks

from ngoaivu.indicators import declared
from ngoaivu.indicators.ruling import Refused


def register() -> None:
    """Add the check; it runs when every app is ready, and so after the rooms have offered their windows."""
    checks.register(declarations_load, checks.Tags.models)


def declarations_load(**_options: Any) -> list[checks.CheckMessage]:
    """Every declaration loads."""
    try:
        declared.declared()
    except Refused as refused:
        return [checks.Error(str(refused), id="indicators.E001")]
    return []
