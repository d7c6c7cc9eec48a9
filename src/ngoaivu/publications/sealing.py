"""Sealing «niêm phong»: pages of one text in all languages, with the facts at one registry position, become an edition's content."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core import territories
from ngoaivu.core.levels import PUBLIC
from ngoaivu.indicators import declared
from ngoaivu.indicators.definition import Definition
from ngoaivu.indicators.facts import Fact, Missing, content
from ngoaivu.indicators.members import member_words
from ngoaivu.publications import days, drawings, outlines, richtext
from ngoaivu.publications.content import Block, Edition, Text, plain
from ngoaivu.publications.numbering import set_apart
from ngoaivu.publications.pages import KINDS, AuthoredPage, ReportPage, pictures_of
from ngoaivu.publications.papers import letterhead
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.refreshing import answers, unreadable
from ngoaivu.publications.runs import Sealer, marked
from ngoaivu.publications.skeleton import skeleton


class Unsealable(Refused):
    """A text that cannot be sealed; the message names the figures without a value."""


def compose(pages: Mapping[str, AuthoredPage], position: int, *, extra: dict[str, Any] | None = None, draft: bool = False) -> Edition:
    """The content of a text: its languages, the facts they share, the records they name, the rules the values stood on.

    A draft may hold figures without a value and shows them; anything else refuses.
    """
    first = next(iter(pages.values()))
    known = answers(pages.values(), position)
    sealer = Sealer(pages, known, position)
    lost = [str(found) for found in known.values() if isinstance(found, Missing)]
    lost += [str(error) for page in pages.values() for error in unreadable(page)] + sealer.faults() + _unshowable(pages)
    if lost and not draft:
        raise Unsealable(" ".join(lost))
    facts = {sealer.facts[question]: sealed_fact(found) for question, found in known.items() if isinstance(found, Fact)}
    texts = {language: _text(page, sealer, language) for language, page in pages.items()}
    if isinstance(first, ReportPage):
        set_apart(texts, first.outline)
    day = "" if days.refusal(first.date) else days.kept(first.date)
    content = skeleton(KINDS[first._meta.model_name or ""], first.key, first.office, position, date=day)
    content |= {
        "section": first.section,
        "texts": texts,
        "facts": facts,
        "records": sealer.records,
        "pictures": _pictures(pages),
        "extra": (extra or {}) | _paper(first, facts),
        "rules": rules(first.office, [found.definition for found in known.values() if isinstance(found, Fact)]),
    }
    if quotes := sealer.quotes():
        content["quotes"] = quotes
    return content


def sealed_fact(fact: Fact) -> Any:
    """A fact as an edition keeps it, with the question it answers, so that it can be asked again."""
    asked = asdict(fact.question)
    members = [member_words(fact.definition, dimension, member) for dimension, member in fact.question.by]
    named = {"member": {language: ", ".join(one[language] for one in members) for language in ("vi", "en")}} if members else {}
    return content(fact, PUBLIC) | named | {"question": asked | {"by": [list(pair) for pair in asked["by"]]}}


def _text(page: AuthoredPage, sealer: Sealer, language: str) -> Text:
    text: Text = {"slug": page.slug, "title": sealer.plain(page.title, language), "lead": sealer.runs(richtext.line(page.lead), language), "body": []}
    if page.byline:
        byline = sealer.plain(page.byline, language)
        text["byline"] = plain(byline)
        if marked(byline):
            text["byline_runs"] = byline
    for number, block in enumerate(page.body.get_prep_value()):
        text["body"] += _blocks(block, number, sealer, language)
    return text


def _blocks(block: dict[str, Any], number: int, sealer: Sealer, language: str) -> list[Block]:
    if block["type"] == "heading":
        return [{"type": "heading", "id": f"m{number}", "runs": sealer.plain(block["value"], language)}]
    if block["type"] == "picture":
        return [] if drawings.refusal(block["value"]["picture"]) else [_picture(block["value"], sealer, language)]
    made: list[Block] = []
    for part in richtext.blocks(block["value"]):
        if part["type"] == "list":
            made.append({"type": "list", "items": [sealer.runs(item, language) for item in part["items"]]})
        else:
            made.append({"type": part["type"], "runs": sealer.runs(part["runs"], language)})
    return made


def _picture(value: dict[str, str], sealer: Sealer, language: str) -> Block:
    alt, caption, credit = (
        sealer.plain(value["alt"], language),
        sealer.runs(richtext.line(value["caption"]), language),
        sealer.plain(value["credit"], language),
    )
    picture: Block = {"type": "picture", "picture": value["picture"], "alt": alt, "credit": plain(credit), "caption": caption}
    return picture | {"credit_runs": credit} if marked(credit) else picture


def _pictures(pages: Mapping[str, AuthoredPage]) -> dict[str, dict[str, Any]]:
    used = {name for page in pages.values() for name in pictures_of(page) if not drawings.refusal(name)}
    return {name: {"file": f"portal/drawings/{name}.svg", "width": 1200, "height": 800} for name in sorted(used)}


def _unshowable(pages: Mapping[str, AuthoredPage]) -> list[str]:
    """Days and pictures the portal could not show; a draft is shown without them."""
    told = [days.refusal(page.date) for page in pages.values()]
    told += [drawings.refusal(name) for page in pages.values() for name in pictures_of(page)]
    return list(filter(None, told))


def _paper(page: AuthoredPage, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What a report keeps besides its text: letterhead, signer, and its key table."""
    if page._meta.model_name != "reportpage":
        return {}
    paper = letterhead.of(page.office, timezone.localdate())
    highlights = outlines.load(page.outline).highlights
    firsts: dict[str, str] = {}
    for key, fact in facts.items():
        firsts.setdefault(fact["code"], key)
    table = [{"fact": firsts[code]} for code in highlights if code in firsts]
    return {"paper": paper, "release": {"signer": paper["signer"]}, "key_table": table}


def rules(office: Office, definitions: Iterable[Definition]) -> dict[str, Any]:
    """The rules the values stood on, kept because they are not versioned: the declarations as written, what became the territory."""
    told = {one.code: {"digest": one.digest, "text": declared.text(one.code)} for one in definitions}
    return {"definitions": told, "territories": list(territories.in_boundaries_of(office.territory).rules)}
