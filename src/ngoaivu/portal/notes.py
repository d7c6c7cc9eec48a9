"""Notes «gốc của con số»: what stands behind each figure of a page, for the list at its foot and the popover beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ngoaivu.portal.addresses import key_of
from ngoaivu.portal.citing import Cited, cited
from ngoaivu.portal.lines import Lines, Mention
from ngoaivu.portal.offices import Portal
from ngoaivu.portal.quoting import when
from ngoaivu.portal.wording import amount, capital, say
from ngoaivu.publications.content import Edition, Fact, Waived


@dataclass(frozen=True)
class Note:
    """One note: the value as written, what it counts, when, from where, and what may be opened.

    `kind` is fact, quoted or waived: a quoted figure has only sources, a waived one only who waived it and why.
    """

    kind: str
    number: int
    back: str
    value: str
    definition: str = ""
    when: str = ""
    stage: str = ""
    basis: str = ""
    sources: list[Cited] = field(default_factory=list)
    remark: str = ""
    behind: str = ""
    rows: str = ""
    series: str = ""
    waived: Waived | None = None


@dataclass(frozen=True)
class Named:
    """A record the text names: its title and its time."""

    number: int
    title: str
    when: str
    address: str = ""  # where a page tells more of it


@dataclass(frozen=True)
class Telling:
    """An edition told in one language; `series` are the keys of the indicators that have a page."""

    portal: Portal
    content: Edition
    number: int
    language: str
    series: set[str]


def notes(telling: Telling, lines: Lines) -> list[Note]:
    """The notes of a page in the order of their numbers."""
    return [_note(telling, mention) for mention in lines.figures.values()]


def named(content: Edition, language: str, lines: Lines, told: Mapping[str, str] | None = None) -> list[Named]:
    """The records the page names; `told` leads to where a page tells more of a record."""
    known, told = content["records"], told or {}
    return [
        Named(mention.number, say(known[key]["title"], language), when(known[key]["when"], language), told.get(key, ""))
        for key, mention in lines.records.items()
    ]


def _note(telling: Telling, mention: Mention) -> Note:
    run, back, value = mention.run, f"#s{mention.number}", capital(mention.written)
    if "quote" in run:
        source = telling.content["quotes"][run["quote"]]
        return Note("quoted", mention.number, back, value, sources=cited([source], telling.portal, telling.language))
    if "waived" in run:
        return Note("waived", mention.number, back, value, waived=run["waived"])
    return _of_fact(telling, run["fact"], mention)


def _of_fact(telling: Telling, key: str, mention: Mention) -> Note:
    content, language, addresses = telling.content, telling.language, telling.portal.addresses(telling.language)
    fact = content["facts"][key]
    return Note(
        kind="fact",
        number=mention.number,
        back=f"#s{mention.number}",
        value=_as_written(mention.written, fact, language),
        definition=defined(fact, language),
        when=when(fact["when"], language),
        stage=stage_words(fact["stage"]),
        basis=basis_words(fact),
        sources=cited(fact["sources"], telling.portal, language),
        remark=say(fact.get("note"), language),
        behind=behind(fact),
        rows=addresses.rows(fact["code"], content["kind"], content["key"], telling.number, key),
        series=addresses.text("series", key_of(fact["code"])) if key_of(fact["code"]) in telling.series else "",
    )


def _as_written(text: str, fact: Fact, language: str) -> str:
    """The value as the text has it; bare digits get the word for what they count."""
    told = any(sign.isalpha() or sign == "%" for sign in text.rsplit(maxsplit=1)[-1])
    bare = not told and fact["unit"] not in text and not text.startswith("US$")
    return capital(f"{text} {amount(fact['value'], fact['unit'], language)[1]}".strip() if bare else text)


def behind(fact: Fact) -> str:
    """How many records stand behind a value; where there are none, the page of its rows says why."""
    rows = fact["rows"]
    if not rows["count"]:
        received = _("Received from the source named above, so no records of this office stand behind it")
        return received if fact["basis"] == "received" else _("Why it is 0")
    return ngettext("%(count)d record behind it", "%(count)d records behind it", rows["count"]) % {"count": rows["count"]}


def closed(fact: Fact) -> str:
    """Why fewer records are shown than stand behind a value, where the edition itself gives no reason."""
    rows = fact["rows"]
    if not rows["count"]:
        received = _("This figure was received as a whole; no records stand behind it here.")
        return received if fact["basis"] == "received" else _("No record matches, so it is 0.")
    return ""


def counted(fact: Fact) -> str:
    """How many records stand behind a value, how many of them are listed, and why the others are not."""
    rows = fact["rows"]
    count, shown = rows["count"], len(rows["shown"])
    if not count:
        return ""
    readable = rows.get("readable", shown)
    parts = [_("%(shown)d can be read below") % {"shown": shown}]
    if readable > shown:
        parts.append(_("%(number)d more are open but not listed on this page") % {"number": readable - shown})
    if count > readable:
        parts.append(_("%(number)d are for the office's own use") % {"number": count - readable})
    head = ngettext("%(count)d record", "%(count)d records", count) % {"count": count}
    return f"{head}: {', '.join(parts)}."


def divided(fact: Fact, language: str) -> str:
    """What a share divides by what."""
    told = fact.get("divided")
    if not told:
        return ""
    names = {part: say(told[part], language) for part in ("numerator", "denominator")}
    return _("Numerator: %(numerator)s. Denominator: %(denominator)s; the records below are those of the denominator.") % names


def named_part(fact: Fact, language: str) -> str:
    """The name of what a value counts, with the part of a breakdown it is."""
    member = say(fact.get("member"), language)
    return f"{say(fact['name'], language)}: {member}" if member else say(fact["name"], language)


def defined(fact: Fact, language: str) -> str:
    """What a value counts; of a part of a breakdown, that it is this part alone."""
    whole, member = capital(say(fact["definition"], language)), say(fact.get("member"), language)
    return _("Only %(member)s, of this total: %(definition)s") % {"member": member, "definition": whole} if member else whole


def stage_words(stage: str) -> str:
    """The stage of a value: estimate, preliminary, official, revised."""
    names = {
        "estimate": pgettext("stage of a value", "estimate"),
        "preliminary": pgettext("stage of a value", "preliminary"),
        "official": pgettext("stage of a value", "official"),
        "revised": pgettext("stage of a value", "revised"),
    }
    return names.get(stage, "")


def basis_words(fact: Fact) -> str:
    """How the value came to be: counted here, or received from another agency."""
    return _("counted from the register") if fact["basis"] == "computed" else _("received as stated by its source")


def kind_words(fact: Fact) -> str:
    """What a value of this kind may be used for."""
    kinds = {
        "flow": _("Number over a period: periods may be added"),
        "stock": _("Number at a moment: never added over time"),
        "share": _("Ratio: one number divided by another, never added"),
    }
    if fact.get("per"):
        return _("Rate: so much in each year of the period, never added to a total")
    if fact["kind"] == "flow" and not fact.get("adds", True):
        return _("Number over a period, each thing counted once: periods are not added")
    return kinds.get(fact["kind"], "")
