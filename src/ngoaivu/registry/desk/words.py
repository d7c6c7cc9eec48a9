"""The acts of the log in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "register": _("registered"),
    "register-letter": _("registered from a letter"),
    "save": _("kept"),
    "change": _("changed"),
    "withdraw": _("withdrawn"),
    "undo": _("a change undone"),
    "import": _("imported"),
    "export": _("exported"),
    "file": _("document filed"),
    "cite": _("cited"),
    "erase": _("personal data erased by law"),
    "merge": _("merged"),
    "correct": _("corrected"),
    "close": _("closed"),
    "end": _("ended"),
    "hold": _("held"),
    "cancel": _("cancelled"),
    "decide": _("decided"),
    "revoke": _("revoked"),
    "enter into force": _("entered into force"),
    "expire": _("expired"),
    "generate": _("generated for demonstration"),
}


def verb(slug: str) -> str | Promise:
    """An act in words; one that has none keeps its own name."""
    return VERBS.get(slug, slug)
