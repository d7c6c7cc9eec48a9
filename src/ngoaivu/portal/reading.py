"""Reading «đọc bản đăng»: every question a public page asks of the tables of editions, each one statement."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.editions import Edition, EditionText

SHOWN = Q(edition__current=True, edition__withdrawn_at=None)
LISTED = ("news", "report")


def texts(office: str, language: str) -> QuerySet[EditionText]:
    """What an office shows in a language, newest first, without the heavy columns."""
    rows = EditionText.objects.filter(SHOWN, edition__office=office, language=language)
    return rows.select_related("edition").defer("words", "spelt", "folded", "edition__text").order_by("-edition__date", "-edition_id")


def listed(office: str, language: str, kinds: Collection[str] = LISTED, section: str = "") -> QuerySet[EditionText]:
    """Texts of some kinds, of one section if it is named."""
    rows = texts(office, language).filter(edition__kind__in=kinds)
    return rows.filter(edition__section=section) if section else rows


@dataclass(frozen=True)
class Room:
    """A kind and section that has something to show, and its figures: bound to a fact, quoted from a document, waived."""

    kind: str
    section: str
    bound: int
    quoted: int
    waived: int


def rooms(office: str, language: str) -> list[Room]:
    """The kinds and sections that have something to show: nothing empty is offered."""
    rows = EditionText.objects.filter(SHOWN, edition__office=office, language=language).values_list("edition__kind", "edition__section")
    return [Room(*row) for row in rows.annotate(Sum("bound"), Sum("quoted"), Sum("waived"))]


def addressed(office: str, kind: str, language: str, slug: str) -> Edition | None:
    """The current edition at an address, also when it has been withdrawn: its reader is told so."""
    rows = Edition.objects.filter(office=office, kind=kind, current=True, languages__language=language, languages__slug=slug)
    return rows.select_related("release").first()


def keyed(office: str, kind: str, key: str) -> Edition | None:
    """The current edition of a text by its key."""
    return Edition.objects.filter(office=office, kind=kind, key=key, current=True).select_related("release").first()


def numbered(office: str, kind: str, key: str, number: int) -> Edition | None:
    """One edition of a text, current or not."""
    return Edition.objects.filter(office=office, kind=kind, key=key, number=number).select_related("release").first()


def whole(office: str, kinds: Iterable[str]) -> QuerySet[Edition]:
    """Current editions with their content, in the order of their keys."""
    rows = Edition.objects.filter(office=office, kind__in=list(kinds), current=True, withdrawn_at=None)
    return rows.order_by("kind", "key")


def history(edition: Edition) -> QuerySet[Edition]:
    """All editions of one text, newest first, without their content."""
    rows = Edition.objects.filter(office=edition.office, kind=edition.kind, key=edition.key)
    return rows.defer("text").order_by("-number")


def linked(office: str, language: str, content: Content) -> list[EditionText]:
    """What a text leads to: related texts, the pages of its indicators; of a series also where it is used, and its family."""
    wanted = [(one["kind"], one["key"]) for one in (*content["related"], *content["extra"].get("where_used", ()))]
    keys = {key for _kind, key in wanted} | {fact["code"].replace(".", "-") for fact in content["facts"].values()}
    asked = Q(edition__key__in=keys)
    if content["kind"] == "series":
        asked |= Q(edition__kind="series", edition__key__startswith=family(content["key"]))
    return list(texts(office, language).filter(asked)) if keys else []


def family(key: str) -> str:
    """How the keys of indicators of one thing begin: «remittances-»."""
    return f"{key.partition('-')[0]}-"
