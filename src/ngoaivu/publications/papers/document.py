"""A report as a paper: head, subject, body, signature, recipients, and an annex that says where each figure comes from."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from ngoaivu.publications.content import Block, Edition, Fact, Run, Source, plain
from ngoaivu.publications.numbering import numbered
from ngoaivu.publications.papers import layout
from ngoaivu.publications.papers.letterhead import lines as letterhead_lines
from ngoaivu.publications.papers.packing import packed
from ngoaivu.publications.papers.wording import WORDING

LEFT_COLUMN, RIGHT_COLUMN = 66.0, 99.0
ANNEX_COLUMNS = (28.0, 42.0, 42.0, 53.0)


def build(content: Edition, language: str, *, draft: bool, seal: str = "") -> bytes:
    """The DOCX of a report in a language; a draft says so on every page, a release carries its number and seal."""
    words = WORDING[language]
    paper = layout.blank(language)
    text = content["texts"][language]
    paper.core_properties.title = plain(text["title"])
    paper.core_properties.language = language
    shown = content["extra"]["paper"].get("demonstration", False)
    layout.number_pages(paper, [words["demonstration"]] * shown + [words["draft"]] * draft, words["demonstration"] if shown else "")
    _head(paper, content, language, draft=draft)
    if shown:
        _demonstration(paper, content["extra"]["paper"], words)
    _subject(paper, _without_kind(plain(text["title"]), words["kind"]), words)
    _lines(paper, [{"type": "paragraph", "runs": text["lead"]}] if text["lead"] else [])
    _lines(paper, text["body"])
    _signature(paper, content, language, draft=draft)
    _annex(paper, content, language, seal)
    return packed(paper)


def _head(paper: Any, content: Edition, language: str, *, draft: bool) -> None:
    words, letterhead = WORDING[language], content["extra"]["paper"]
    release = content["extra"].get("release", {})
    left, right = layout.columns(paper, LEFT_COLUMN, RIGHT_COLUMN)
    superior, name = letterhead_lines(letterhead["superior"][language], letterhead["name"][language])
    layout.line(left, superior, size=12, align=layout.CENTRE)
    layout.line(left, name, size=12, bold=True, align=layout.CENTRE)
    layout.rule(left, 0.4, LEFT_COLUMN)
    number = "     " if draft else f"{release['number']:02d}"
    layout.line(left, words["number"].format(number=number, abbreviation=letterhead["abbreviation"]), size=13, align=layout.CENTRE)
    layout.line(right, words["state"], size=12, bold=True, align=layout.CENTRE)
    layout.line(right, words["motto"], size=13, bold=True, align=layout.CENTRE)
    layout.rule(right, 0.55, RIGHT_COLUMN)
    layout.line(right, _place_date(letterhead["place"][language], release, words, draft=draft), size=13, italic=True, align=layout.CENTRE)


def _demonstration(paper: Any, letterhead: dict[str, Any], words: Any) -> None:
    """What a paper of a demonstration says before anything else: nobody may take it for one that was issued."""
    layout.boxed(paper, words["demonstration"], " ".join([words["demonstration_note"], *[words["invented"]] * bool(letterhead.get("invented"))]))


def _place_date(place: str, release: dict[str, Any], words: Any, *, draft: bool) -> str:
    if draft:
        return str(words["place_draft"].format(place=place, year=timezone.localdate().year))
    on = date.fromisoformat(release["date"])
    # A day below 10 and the months 1 and 2 take a leading zero, so that nothing can be written before them.
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return str(words["place_date"].format(place=place, day=f"{on.day:02d}", month=month, month_name=f"{on:%B}", year=on.year))


def _without_kind(title: str, kind: str) -> str:
    """The subject below the name of the kind, which the title of a page repeats: «Báo cáo công tác …»."""
    if not title.upper().startswith(f"{kind} "):
        return title
    subject = title[len(kind) + 1 :]
    return subject[:1].upper() + subject[1:]


def _subject(paper: Any, title: str, words: Any) -> None:
    layout.line(paper, "", size=8)
    layout.line(paper, words["kind"], size=14, bold=True, align=layout.CENTRE)
    layout.line(paper, title, size=14, bold=True, align=layout.CENTRE)
    layout.rule(paper, 0.25, LEFT_COLUMN + RIGHT_COLUMN)
    layout.line(paper, "", size=8)


def _lines(paper: Any, blocks: list[Block]) -> None:
    for number, block in numbered(blocks):
        if block["type"] == "heading":
            apart = bool(block.get("apart"))
            told = plain(block["runs"]).upper() if apart else number + plain(block["runs"])
            layout.heading(paper, told, centred=apart)
        elif block["type"] == "list":
            for item in block["items"]:
                _runs(layout.bullet(paper), [{"text": "-\t"}, *item])
        elif block["type"] == "paragraph":
            _runs(layout.body(paper), block["runs"])


def _runs(paragraph: Any, runs: list[Run]) -> None:
    for one in runs:
        layout.run(paragraph, one.get("before", "") + one["text"], bold=one.get("strong", False))


def _signature(paper: Any, content: Edition, language: str, *, draft: bool) -> None:
    words, letterhead = WORDING[language], content["extra"]["paper"]
    signer = content["extra"].get("release", {}).get("signer") or letterhead["signer"]
    layout.keep_with_signature(paper)
    layout.line(paper, "", size=8).paragraph_format.keep_with_next = True
    left, right = layout.columns(paper, LEFT_COLUMN, RIGHT_COLUMN)
    layout.line(left, words["recipients"], size=12, bold=True, italic=True)
    for recipient in letterhead["recipients"]:
        layout.line(left, f"- {recipient[language]};", size=11)
    layout.line(left, words["archive"].format(abbreviation=letterhead["abbreviation"]), size=11)
    title = signer["title"][language].upper()
    head = letterhead["head_title"][language].upper()
    for told in [f"{signer['prefix']} {head}", title] if signer["prefix"] == "KT." else [f"{signer['prefix']} {title}".strip()]:
        layout.line(right, told, size=14, bold=True, align=layout.CENTRE)
    for _space in range(4):
        layout.line(right, "", size=14, align=layout.CENTRE)
    layout.line(right, "" if draft else signer["name"], size=14, bold=True, align=layout.CENTRE)


def _annex(paper: Any, content: Edition, language: str, seal: str) -> None:
    words = WORDING[language]
    paper.add_page_break()
    layout.line(paper, words["annex"], size=14, bold=True, align=layout.CENTRE)
    layout.line(paper, words["annex_title"], size=14, bold=True, align=layout.CENTRE, after=6)
    layout.grid(paper, words["columns"], _rows(content, language), ANNEX_COLUMNS)
    layout.line(paper, words["read_at"].format(revision=content["position"]["revision"]), size=11)
    if seal:
        layout.line(paper, words["seal"].format(number=content["extra"]["release"]["number"], digest=seal), size=11)


def _called(fact: Fact, language: str) -> str:
    """What a figure counts, and which part of it where it is one: eight lines of one name could not be told apart."""
    return ": ".join(filter(None, [fact["name"][language], fact.get("member", {}).get(language, "")]))


def _rows(content: Edition, language: str) -> list[tuple[str, ...]]:
    """Where each figure comes from: first the facts, then what was quoted, then what somebody answers for."""
    runs, words = list(_figures(content, language)), WORDING[language]
    written: dict[str, str] = {}
    for run in runs:
        if "fact" in run:
            written.setdefault(run["fact"], plain([run]))
    rows = [
        (written[key], _called(fact, language), fact["when"][language], _source(fact, language))
        for key, fact in content["facts"].items()
        if key in written
    ]
    quoted = [(run["text"], words["quoted"], "", _cited(content["quotes"][run["quote"]], language)) for run in runs if "quote" in run]
    waived = [(run["text"], words["waived"], "", "{reason} ({by})".format(**run["waived"])) for run in runs if "waived" in run]
    return [*rows, *dict.fromkeys(quoted), *dict.fromkeys(waived)]


def _figures(content: Edition, language: str) -> Iterator[Run]:
    """The runs of a paper that its annex may speak of, in reading order; pictures are not printed."""
    text = content["texts"][language]
    yield from [*text["title"], *text["lead"]]
    for block in text["body"]:
        for line in [block.get("runs", []), *block.get("items", [])]:
            yield from line


def _cited(source: Source, language: str) -> str:
    """A document and the place in it."""
    return f"{source['document'][language]}, {source['place'][language]}".rstrip(", ")


def _source(fact: Fact, language: str) -> str:
    if fact["basis"] == "computed":
        return str(WORDING[language]["computed"].format(count=fact["rows"]["count"]))
    return "; ".join(_cited(one, language) for one in fact["sources"])
