"""Quotes «trích dẫn»: figures a text takes from a document word for word. Only what the public may read can be quoted."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.core.history import known
from ngoaivu.core.levels import PUBLIC, visible
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.indicators.answering import source_of
from ngoaivu.publications.content import Source
from ngoaivu.publications.numerals import has_numeral

Documents = dict[str, SourceDocument]


def citable(office: Office) -> QuerySet[Any]:
    """The documents an office may quote in public: its own, current, public. What was withdrawn since a text was submitted is out too."""
    return known(SourceDocument, None).filter(visible(PUBLIC, timezone.localdate()), office=office)


def documents(keys: Iterable[str], office: Office) -> Documents:
    """The citable documents among some keys, by key: the record's number as it stands in its address."""
    # Eighteen digits is what a number of a row can hold; a longer one would break the database's own reading.
    numbers = {int(key) for key in keys if key.isascii() and key.isdigit() and len(key) <= 18}
    return {str(one.pk): one for one in citable(office).filter(pk__in=numbers)} if numbers else {}


def fault(settings: Mapping[str, str], words: str, held: Documents) -> str:
    """Why a quote may not stand, in a sentence; empty when it may."""
    if "error" in settings:
        return settings["error"]
    if settings.get("document", "") not in held:
        return _("“%(words)s” quotes no document of this office that the public may read: choose one that is public, or take the words out.") % {
            "words": words
        }
    if not has_numeral(words):
        return _("“%(words)s” is marked as a quoted figure and holds no number: quote the figure itself.") % {"words": words}
    return ""


def source(document: SourceDocument, place: str) -> Source:
    """A quoted document as an edition keeps it, told like the sources of facts; the place in the author's words."""
    told = source_of(Citation(document=document, place_vi=place, place_en=place))
    kept: Source = {"document": dict(told.document), "place": dict(told.place)}
    if told.address:
        kept["address"] = told.address
    return kept
