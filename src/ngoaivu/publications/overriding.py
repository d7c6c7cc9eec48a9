"""Overriding «vẫn đăng, có lý do»: exactly these loose or contradicted figures may go out, said by name, with a reason, for good."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, User, may
from ngoaivu.publications import checks
from ngoaivu.publications.checks import Finding
from ngoaivu.publications.content import canonical, digest
from ngoaivu.publications.overrides import Override
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.publishing import Refused

# A figure somebody can answer for. A missing value, unequal facts or a missing language nobody can.
OVERRIDABLE = ("loose", "contradicted")
Figure = dict[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Standing «tình trạng»: what blocks a text, the override that lets some figures through, and those figures."""

    blocking: list[Finding]
    override: Override | None
    passed: list[Finding]


def figures(findings: Iterable[Finding]) -> list[Figure]:
    """The figures somebody could answer for, each in its whole line and in a fixed order: in another sentence it says something else."""
    told = [
        {"language": one.language, "rule": one.rule, "place": one.place, "words": one.figure, "line": one.line}
        for one in findings
        if one.rule in OVERRIDABLE
    ]
    return sorted(told, key=lambda figure: tuple(figure.values()))


def digest_of(told: Sequence[Figure]) -> str:
    """The digest of some figures, in whatever order."""
    return digest(canonical(sorted(told, key=lambda figure: tuple(figure.values()))))


def standing(pages: Mapping[str, AuthoredPage], position: int | None = None) -> Standing:
    """What blocks a text in all its languages, at a registry position or now."""
    first = next(iter(pages.values()))
    found = checks.findings(pages, position)
    told = figures(found)
    override = Override.objects.filter(office=first.office, key=first.key, digest=digest_of(told)).order_by("-at").first() if told else None
    return _split(found, override)


def of_one(page: AuthoredPage, position: int | None = None) -> Standing:
    """What blocks one language by itself; an override of the whole text holds for its part."""
    language = page.locale.language_code
    found = [one for one in checks.findings({language: page}, position) if one.language == language and one.rule not in ("language", "unequal")]
    told = figures(found)
    held = Override.objects.filter(office=page.office_id, key=page.key).order_by("-at") if told else ()
    return _split(found, next((one for one in held if _of_language(one, language) == told), None))


def _of_language(override: Override, language: str) -> list[Figure]:
    return [figure for figure in override.figures if figure["language"] == language]


def _split(found: list[Finding], override: Override | None) -> Standing:
    passed = [one for one in found if override and one.rule in OVERRIDABLE]
    return Standing([one for one in found if one not in passed], override, passed)


def override(pages: Mapping[str, AuthoredPage], *, by: User, reason: str, seen: str | None = None) -> Override:
    """Let the loose and contradicted figures of a text through. `seen` is the digest of those the person was shown."""
    first = next(iter(pages.values()))
    office: Office = first.office
    if not may(by, roles.OVERRIDE, office):
        raise Refused(_("%(name)s is not appointed to do this in %(office)s.") % {"name": by, "office": office})
    if not reason.strip():
        raise Refused(_("Say why the text may go out with these figures: the reason stays with it and readers see it."))
    told = figures(checks.findings(pages))
    if not told:
        raise Refused(_("No figure of this text needs an override. A missing value, a missing language or facts that differ cannot be overridden."))
    if seen is not None and seen != digest_of(told):
        raise Refused(_("The figures changed while you were reading: look at them again, then decide."))
    return Override.objects.create(
        office=office,
        key=first.key,
        digest=digest_of(told),
        figures=told,
        reason=reason.strip(),
        by=by.actor.name,
        actor=by.actor.key,
        at=timezone.now(),
    )


def of_text(office: Office, key: str) -> list[Override]:
    """Every override of a text, newest first."""
    return list(Override.objects.filter(office=office, key=key).order_by("-at"))


def sealed(found: Standing) -> dict[str, Any]:
    """What an edition keeps of the override it went out under; nothing where there was none."""
    if not found.override:
        return {}
    one = found.override
    return {"overrides": [{"reason": one.reason, "by": one.by, "at": one.at.isoformat(), "figures": one.figures}]}


def refusals(page: AuthoredPage, position: int | None) -> list[str]:
    """What keeps one page from going live, for the wall."""
    return [one.message for one in of_one(page, position).blocking]
