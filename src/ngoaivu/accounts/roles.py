"""Roles «vai trò»: what each may do, as one table an auditor can read. Stored by slug, never by path."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ngoaivu.core.levels import Level

# What a role may be allowed to do.
READ, REGISTER, IMPORT, EXPORT, DRAFT, EDIT, APPROVE, OVERRIDE, WITHDRAW, APPOINT, REPORT = (
    "read", "register", "import", "export", "draft", "edit", "approve", "override", "withdraw", "appoint", "report",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """Role «vai trò»: a slug, a name, the acts it permits and the levels of rows it may see in its office."""

    slug: str
    name: str | Promise
    acts: frozenset[str]
    levels: frozenset[str]


_ALL = frozenset({Level.PUBLIC, Level.INTERNAL, Level.PERSONAL, Level.EMBARGOED})
_SOME = frozenset({Level.PUBLIC, Level.INTERNAL, Level.EMBARGOED})

ROLES = {
    role.slug: role
    for role in (
        Role("specialist", _("Specialist"), frozenset({READ, REGISTER, IMPORT, EXPORT, DRAFT}), _ALL),
        Role("head", _("Head of division"), frozenset({READ, REGISTER, IMPORT, EXPORT, DRAFT, EDIT, APPROVE, OVERRIDE}), _ALL),
        Role("director", _("Director"), frozenset({READ, EXPORT, EDIT, APPROVE, OVERRIDE, WITHDRAW}), _ALL),
        Role("editor", _("Editor"), frozenset({READ, DRAFT, EDIT}), _SOME),
        Role("administrator", _("Administrator"), frozenset({READ, APPOINT}), _SOME),
        Role("reporter", _("Reporter from another agency"), frozenset({REPORT}), frozenset({Level.PUBLIC})),
    )
}
CHOICES = [(role.slug, role.name) for role in ROLES.values()]
