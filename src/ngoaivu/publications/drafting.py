"""Drafting «dự thảo»: patterns become authored pages, one a language, kept as drafts in the editor's trees."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from ngoaivu.accounts.models import Office
from ngoaivu.core import vietnamese
from ngoaivu.publications import records
from ngoaivu.publications.editions import EditionText
from ngoaivu.publications.filling import Filler
from ngoaivu.publications.frames import LANGUAGES, Frame, cut_off, so_far
from ngoaivu.publications.outlines import Outline, Paragraph, extended
from ngoaivu.publications.pages import AuthoredPage, NewsPage, OfficePage, ReportPage
from ngoaivu.publications.publishing import Refused

KEPT = ("title", "lead", "body", "date", "byline", "picture", "section", "outline", "period", "on", "records")


@dataclass(frozen=True, slots=True)
class Own:
    """What an office brings to a report of its own: the day stocks are read at, its sentences, a picture in each language."""

    on: date | None = None
    inserts: Sequence[Mapping[str, Any]] = ()
    pictures: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def compose_report(outline: Outline, office: Office, over: str, own: Own | None = None) -> dict[str, ReportPage]:
    """A report filled from an outline over a period, one page a language, kept nowhere yet."""
    mine = own or Own()
    whole = extended(outline, mine.inserts)
    frame = Frame.of_report(office, over, mine.on)
    filler = Filler(frame, whole.patterns())
    key = report_key(outline.key, over)
    pages: dict[str, ReportPage] = {}
    for language in LANGUAGES:
        title = filler.fill(whole.title[language], language)[0]
        page = ReportPage(office=office, key=key, section="bao-cao", title=title, slug=vietnamese.slugify(title), locale=_locale(language))
        page.title += cut_off(over)[language]
        page.outline, page.period, page.on = outline.key, over, frame.day().isoformat()
        page.lead = f"<p>{filler.fill(whole.lead[language], language)[0]}</p>"
        blocks = _body(filler, whole, language, complete=not office.excerpt)
        page.body = json.dumps(_illustrated(blocks, mine.pictures.get(language)))
        pages[language] = page
    return pages


def _illustrated(blocks: list[dict[str, Any]], drawn: Mapping[str, str] | None) -> list[dict[str, Any]]:
    """The blocks with a picture after the first paragraph."""
    if not drawn:
        return blocks
    place = next((number for number, block in enumerate(blocks, start=1) if block["type"] == "paragraph"), 0)
    picture = {"type": "picture", "value": dict(drawn) | {"caption": f"<p>{drawn['caption']}</p>"}}
    return [*blocks[:place], picture, *blocks[place:]]


def report_key(outline: str, over: str) -> str:
    """The key of a report: `term-2015-2020`, `year-2024`."""
    return vietnamese.slugify(f"{outline}-{over.partition('@')[0].partition(':')[2]}")


def draft_report(outline: Outline, office: Office, over: str, *, by: Any, own: Own | None = None) -> dict[str, ReportPage]:
    """A report drafted as far as its period has gone, and kept; where there is one of the same key already, it gets a new revision."""
    return keep_pages(compose_report(outline, office, so_far(over), own), by=by)


def compose_news(office: Office, told: Mapping[str, Any]) -> dict[str, NewsPage]:
    """A news item filled from its patterns: key, section, date, records, title, lead, body in each language, picture, byline."""
    patterns = [text for language in LANGUAGES for text in (told["title"][language], told["lead"][language], *told["body"][language])]
    filler = Filler(Frame(office, "", None), patterns)
    pages: dict[str, NewsPage] = {}
    for language in LANGUAGES:
        title = told["title"][language]
        page = NewsPage(office=office, key=told["key"], section=told["section"], date=told["date"], title=title, locale=_locale(language))
        page.slug, page.picture, page.byline = vietnamese.slugify(page.shown_title), told.get("picture", ""), told.get("byline", "")
        held = [records.coded(code, office) for code in told.get("records", ())]
        page.records = [one[0] for one in held if one]
        page.lead = f"<p>{filler.fill(told['lead'][language], language)[0]}</p>"
        paragraphs = [{"type": "paragraph", "value": f"<p>{filler.fill(text, language)[0]}</p>"} for text in told["body"][language]]
        page.body = json.dumps(_illustrated(paragraphs, told.get("pictures", {}).get(language)))
        pages[language] = page
    return pages


def _body(filler: Filler, outline: Outline, language: str, *, complete: bool) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    for section in outline.sections:
        paragraphs = [_paragraph(filler, part, language, complete=complete) for part in section.paragraphs]
        if any(paragraphs):
            blocks.append({"type": "heading", "value": section.heading[language]})
            blocks += [{"type": "paragraph", "value": text} for text in paragraphs if text]
    return blocks


def _paragraph(filler: Filler, told: Paragraph, language: str, *, complete: bool) -> str:
    """A paragraph as stored, its optional sentences without substance left out."""
    kept = []
    for sentence in told.sentences:
        if sentence.complete and not complete:
            continue
        text, whole = filler.fill(sentence.words[language], language)
        if not sentence.optional or (whole and not filler.all_zero(sentence.words[language])):
            kept.append(text)
    if told.listed and kept:
        return f"<ul>{''.join(f'<li>{text}</li>' for text in kept)}</ul>"
    return f"<p>{' '.join(kept)}</p>" if kept else ""


def keep_pages(pages: dict[str, Any], *, by: Any) -> dict[str, Any]:
    """Put new pages into their trees, tied as translations; a page of the same key gets a new revision instead."""
    tie = None
    for language, fresh in list(pages.items()):
        parent = office_page(fresh.office, language)
        page = type(fresh).objects.child_of(parent).filter(key=fresh.key).first()
        if page is None:
            page = fresh
            page.live, page.owner = False, by
            if tie is not None:
                page.translation_key = tie
            parent.add_child(instance=page)
        else:
            for name in KEPT:
                if hasattr(fresh, name):
                    setattr(page, name, getattr(fresh, name))
        tie = page.translation_key
        page.save_revision(user=by, log_action="wagtail.edit")
        pages[language] = page
    return pages


def office_page(office: Office, language: str) -> OfficePage:
    """The root of an office's texts in a language, made once."""
    locale = _locale(language)
    found: OfficePage | None = OfficePage.objects.filter(office=office, locale=locale).first()
    if found is None:
        other = OfficePage.objects.filter(office=office).first()
        tie = {"translation_key": other.translation_key} if other else {}
        found = OfficePage(
            title=f"{office.name_vi} {office.territory.name_vi} ({language})", slug=f"{office.key}-{language}", office=office, locale=locale, **tie
        )
        Page.get_first_root_node().add_child(instance=found)
    return found


def latest(office: Office, key: str) -> dict[str, AuthoredPage]:
    """The newest revision of a text in each language."""
    found: dict[str, AuthoredPage] = {}
    for model in (ReportPage, NewsPage):
        for page in model.objects.filter(office=office, key=key).select_related("locale"):
            found[page.locale.language_code] = page.get_latest_revision_as_object()
    return {language: found[language] for language in LANGUAGES if language in found}


def kept_keys(office: Office, keys: Collection[str]) -> set[str]:
    """Those of some keys under which the office keeps a text that can be edited."""
    found: set[str] = set()
    for model in (ReportPage, NewsPage):
        found |= set(model.objects.filter(office=office, key__in=keys).values_list("key", flat=True))
    return found


def titles(office: Office, beginning: str) -> Iterator[tuple[str, str]]:
    """Key and title of every text of an office, and of every one it published, whose key begins so."""
    for model in (ReportPage, NewsPage):
        yield from model.objects.filter(office=office, key__startswith=beginning).order_by("locale__language_code").values_list("key", "draft_title")
    published = EditionText.objects.filter(edition__office=office.key, edition__kind__in=("report", "news"), edition__key__startswith=beginning)
    yield from published.order_by("language").values_list("edition__key", "title")


@transaction.atomic
def renew(office: Office, key: str, *, by: Any) -> None:
    """A new draft of a text in every language: the same words, every figure written as it is now."""
    if not (pages := latest(office, key)):
        raise Refused(_("There is no such text."))
    for page in pages.values():
        page.save_revision(user=by, log_action="wagtail.edit")


def _locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]
