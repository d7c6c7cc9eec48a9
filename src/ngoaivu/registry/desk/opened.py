"""Which record types have screens: filled as the rooms register, asked for links and for names."""

from typing import Any

_open: dict[type[Any], Any] = {}


def remember(model: type[Any], viewset: Any) -> None:
    """A room has opened its screens."""
    _open[model] = viewset


def address_of(row: Any) -> str:
    """The page of a record; empty for one that has none."""
    viewset = _open.get(type(row))
    return str(viewset.address("record", row.pk)) if viewset else ""


def named(kind: str) -> type[Any] | None:
    """The record type with screens that is called so."""
    return next((model for model in _open if model._meta.model_name == kind), None)


def viewsets() -> list[Any]:
    """Every room's screens, in the order of the menu."""
    return sorted(_open.values(), key=lambda viewset: viewset.place)


def viewset_of(model: type[Any]) -> Any:
    """The screens of a record type that surely has some."""
    return _open[model]
