"""Drawings «hình vẽ» of the house, the only pictures a text may show; the portal has a file of each name."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DRAWINGS: dict[str, Any] = {
    "ban-tin": gettext_lazy("An open bulletin"),
    "cau": gettext_lazy("A bridge"),
    "chuyen-bay": gettext_lazy("An aeroplane"),
    "ky-ket": gettext_lazy("A signing"),
    "lop-hoc": gettext_lazy("A classroom"),
    "mua": gettext_lazy("Dancers"),
    "nghi-su": gettext_lazy("A meeting table"),
    "nha-luoi": gettext_lazy("A net house"),
    "song": gettext_lazy("A river"),
    "thanh-long": gettext_lazy("Dragon fruit"),
    "thuyen": gettext_lazy("Boats on a river"),
    "tru-so": gettext_lazy("An office building"),
}


def choices() -> list[tuple[str, Any]]:
    """The drawings by name, for a form."""
    return list(DRAWINGS.items())


def refusal(name: str) -> str:
    """Why a picture may not go out; empty when it may."""
    if name in DRAWINGS:
        return ""
    return _("There is no drawing called “%(name)s”: choose one from the list.") % {"name": name}
