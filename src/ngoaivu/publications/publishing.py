"""Publishing «đăng»: content becomes the current edition of its key; a release is numbered and chained. Nothing published changes."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.core.days import day_of
from ngoaivu.publications import counting
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import canonical, digest
from ngoaivu.publications.editions import Edition, EditionText, Release, occupied
from ngoaivu.publications.indexing import indexed

# The columns of an edition's text that repeat what is sealed.
TOLD = ("slug", "title", "lead", "words", "spelt", "folded", *counting.MARKS.values())


class Refused(ValueError):
    """Something that may not be published; the message says why and what to do."""


@transaction.atomic
def publish(content: Content, *, by: str, at: datetime | None = None) -> Edition:
    """Freeze content as the next edition of its key and show it; its earlier editions stay readable."""
    slugs = {language: text["slug"] for language, text in content["texts"].items()}
    if taken := occupied(content["office"], content["kind"], content["key"], slugs):
        raise Refused(taken)
    moment = at or timezone.now()
    mine = Edition.objects.filter(office=content["office"], kind=content["kind"], key=content["key"])
    first = mine.order_by("number").first()
    content["first_published"] = (first.published_at if first else moment).isoformat()
    text = canonical(content)
    mine.filter(current=True).update(current=False)
    edition = Edition.objects.create(
        office=content["office"],
        kind=content["kind"],
        key=content["key"],
        number=mine.count() + 1,
        section=content["section"],
        date=content["date"],
        published_at=moment,
        published_by=by,
        text=text,
        digest=digest(text),
    )
    for language in content["texts"]:
        EditionText.objects.create(edition=edition, language=language, **indexed(content, language))
    return edition


@transaction.atomic
def release(content: Content, *, drafted_by: str, approved_by: str, at: datetime | None = None) -> Release:
    """Publish content as a numbered release of its office, chained to the one before."""
    if drafted_by == approved_by:
        raise Refused(_("A release is approved by a second person: %(name)s drafted it and cannot approve it.") % {"name": approved_by})
    before = Release.objects.filter(office=content["office"]).order_by("-number").first()
    number = before.number + 1 if before else 1
    moment = at or timezone.now()
    content["extra"]["release"] = content["extra"].get("release", {}) | {
        "number": number,
        "date": day_of(moment).isoformat(),
        "drafted_by": drafted_by,
        "approved_by": approved_by,
    }
    edition = publish(content, by=approved_by, at=moment)
    previous = before.digest if before else ""
    return Release.objects.create(
        edition=edition,
        office=content["office"],
        number=number,
        drafted_by=drafted_by,
        approved_by=approved_by,
        approved_at=moment,
        previous=previous,
        digest=digest(edition.text, previous),
    )


def withdraw(edition: Edition, *, by: str, why: str) -> None:
    """Take an edition off the portal; number, date, reason and digest stay."""
    if not why.strip():
        raise Refused(_("Say why the edition is withdrawn: the reason is shown to readers."))
    if edition.withdrawn_at:
        raise Refused(_("This edition was withdrawn already, on %(day)s.") % {"day": f"{day_of(edition.withdrawn_at):%d/%m/%Y}"})
    edition.withdrawn_at, edition.withdrawn_by, edition.withdrawn_why = timezone.now(), by, why
    edition.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])


def current_editions(office: str) -> list[Edition]:
    """What an office shows now."""
    return list(Edition.objects.filter(office=office, current=True, withdrawn_at=None).order_by("kind", "key"))


@dataclass(frozen=True, slots=True)
class Proof:
    """What the check of a release found: nothing, or sentences that say what differs."""

    number: int
    digest: str
    faults: tuple[str, ...]


def verify_chain(office: str) -> list[Proof]:
    """Every release of an office with its seal computed again from the text and the release before."""
    proofs = []
    previous, last = "", 0
    for one in Release.objects.filter(office=office).select_related("edition").order_by("number"):
        faults = [_("Release %(number)d is missing from the chain.") % {"number": number} for number in range(last + 1, one.number)]
        if one.previous != previous:
            faults.append(_("Release %(number)d does not follow the one before it.") % {"number": one.number})
        if digest(one.edition.text, one.previous) != one.digest or digest(one.edition.text) != one.edition.digest:
            faults.append(_("The text of release %(number)d is not the one that was sealed.") % {"number": one.number})
        elif not _tells_what_is_sealed(one):
            faults.append(_("What is shown about release %(number)d differs from its sealed text.") % {"number": one.number})
        proofs.append(Proof(one.number, one.digest, tuple(faults)))
        previous, last = one.digest, one.number
    return proofs


def _tells_what_is_sealed(one: Release) -> bool:
    """Whether the columns beside a sealed text, which lists and searches show, still agree with it."""
    edition, sealed = one.edition, one.edition.content
    told = {name: getattr(edition, name) for name in ("office", "kind", "key", "section", "date")}
    signed = {"number": one.number, "date": day_of(one.approved_at).isoformat()}
    signed |= {"drafted_by": one.drafted_by, "approved_by": one.approved_by}
    kept = {row.pop("language"): row for row in edition.languages.values("language", *TOLD)}
    return (
        all(sealed[name] == value for name, value in told.items())  # type: ignore[literal-required]
        and all(sealed["extra"]["release"][name] == value for name, value in signed.items())
        and kept == {language: indexed(sealed, language) for language in sealed["texts"]}
    )
