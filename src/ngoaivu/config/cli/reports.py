"""`ngoaivu report build`: a draft from the registry as it is now, or the sealed text of a release, as a file."""

import argparse
from pathlib import Path

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.config.cli import DONE, Refused
from ngoaivu.core import changes, period, territories
from ngoaivu.publications import drafting, outlines, rendering, sealing
from ngoaivu.publications.content import Edition, canonical
from ngoaivu.publications.editions import Release
from ngoaivu.publications.forms import written
from ngoaivu.publications.frames import so_far
from ngoaivu.publications.outlines import Outline
from ngoaivu.publications.papers import document


def build(called: argparse.Namespace) -> int:
    """Write the file; the terminal says which it is and how many figures it holds."""
    office = office_of(called.territory)
    outline = outlines.load(called.outline)
    key = drafting.report_key(outline.key, _period(outline, office, called))
    seal = ""
    if called.release is None:
        # The office's own text where it has begun one: what its officers wrote around the figures is part of the draft.
        pages = drafting.latest(office, key) or drafting.compose_report(outline, office, so_far(_period(outline, office, called)))
        content = sealing.compose(pages, changes.latest(), draft=True)
    else:
        found = _release(office, called.release, key)
        content, seal = found.edition.content, found.digest
    Path(called.out).write_bytes(_file(content, called.lang, called.format, seal))
    told = _("Draft") if called.release is None else _("Release %(number)d") % {"number": called.release}
    print(_("%(told)s with %(facts)d figures: %(out)s") % {"told": told, "facts": len(content["facts"]), "out": called.out})
    return DONE


def _period(outline: Outline, office: Office, called: argparse.Namespace) -> str:
    """The period asked for, in its written form; the territory must have existed in it."""
    years = (called.first, called.last) if outline.period == "term" else (called.year, called.year)
    if None in years:
        raise Refused(_("Say which years: --from 2015 --to 2020 for a term, --year 2024 for a year."))
    span = period.parse(written(outline.key, *years))
    if not office.territory.existed(span.start):
        territories.as_then(office.territory, span.end)
    return span.name


def office_of(territory: str) -> Office:
    """The office that keeps the registry of a territory."""
    ground = territories.find(territory)
    office = Office.objects.filter(territory=ground).first()
    if office is None:
        raise Refused(_("No office keeps a registry of %(name)s.") % {"name": ground.name_vi})
    return office


def _release(office: Office, number: int, key: str) -> Release:
    mine = Release.objects.filter(office=office.key, edition__key=key)
    found = mine.filter(number=number).select_related("edition").first()
    if found is None:
        kept = mine.order_by("number").values_list("number", flat=True)
        there = ", ".join(str(one) for one in kept)
        raise Refused(_("No release %(number)d of such a report is here. There are: %(there)s.") % {"number": number, "there": there or "-"})
    return found


def _file(content: Edition, language: str, form: str, seal: str) -> bytes:
    if form == "docx":
        return document.build(content, language, draft=not seal, seal=seal)
    if form == "json":
        return canonical(content).encode()
    return rendering.page(content, language, draft=not seal).encode()
