"""The panel of figures «bảng con số» of the page editor: where it reads, what it says; the work is done in the browser.

Everything it says is written here, so that the scripts hold no sentence and the panel speaks the officer's language.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.dates import MONTHS_ALT
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static

FOLDER = "publications/figures/"
# In the order they build on each other; the first ones also come with each rich text editor.
EDITOR = [FOLDER + name for name in ("offsets.js", "fields.js", "edges.js", "entities.js", "composing.js", "saving.js")]
PANEL = [
    FOLDER + name
    for name in ("wire.js", "make.js", "glow.js", "row.js", "listing.js", "reading.js", "dialogs.js", "chooser.js", "marking.js", "panel.js")
]
STYLES: dict[str, Sequence[str]] = {"all": [FOLDER + "marks.css", FOLDER + "panel.css"]}
# The plain fields a reader meets, by name, and within the blocks of the body by the block's kind.
PLAIN = {"fields": ["title", "byline"], "blocks": {"heading": [""], "picture": ["alt", "credit"]}}


class FigurePanel(Panel):
    """Panel of figures «bảng con số»: every figure of the text as it stands unsaved, with its verdict and what can be done."""

    class BoundPanel(Panel.BoundPanel):
        """The panel beside one page's form."""

        template_name = "publications/figure_panel.html"

        def is_shown(self) -> bool:
            """Only a kept page can be asked about."""
            return bool(self.instance and self.instance.pk)

        @property
        def media(self) -> forms.Media:
            """Scripts after the editor they speak to."""
            return forms.Media(js=[versioned_static("wagtailadmin/js/draftail.js"), *EDITOR, *PANEL], css=STYLES)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """What the scripts are told."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            told = {
                "page": self.instance.pk,
                "language": self.instance.locale.language_code,
                "address": reverse("publications:texts") + "con-so/",
                "plain": PLAIN,
                "says": sentences(),
            }
            return context | {"told": told, "prefix": self.prefix, "period_parts": period_parts()}


def period_parts() -> list[tuple[str, str, str]]:
    """The parts of a year a figure may be asked for: kind of period, part as `core.period` writes it, its name."""
    halves = [("half", "H1", _("first six months")), ("half", "H2", _("last six months"))]
    quarters = [("quarter", f"Q{number}", _("quarter %(number)s") % {"number": roman}) for number, roman in enumerate(("I", "II", "III", "IV"), 1)]
    return [*halves, *quarters, *(("month", f"{number:02d}", str(MONTHS_ALT[number])) for number in range(1, 13))]


def sentences() -> dict[str, Any]:
    """What the panel says, in the officer's language; `{…}` is filled in by the scripts."""
    return {
        "places": _places(),
        "states": {
            "bound": pgettext("figure", "bound"),
            "quoted": pgettext("figure", "quoted"),
            "waived": pgettext("figure", "waived"),
            "loose": pgettext("figure", "loose"),
        },
        "verdicts": {
            "supported": _("the registry says the same"),
            "contradicted": _("the registry says otherwise"),
            "outdated": _("was true earlier"),
            "ambiguous": _("several indicators fit"),
            "unknown": _("no indicator fits"),
            "unreadable": _("its mark cannot be read"),
            "no_value": _("the registry has no value"),
            "moved": _("moved since the last save, does not block"),
        },
        "acts": {
            "go": pgettext("figure", "Go to"),
            "search": pgettext("figure", "Search"),
            "quote": pgettext("figure", "Quote"),
            "waive": pgettext("figure", "Waive"),
            "unbind": pgettext("figure", "Unbind"),
            "update": pgettext("figure", "Update"),
            "settings": pgettext("figure", "Settings"),
        },
        "counts": _counts(),
        "empty": _("No figure stands in this text yet."),
        "clear": _("Nothing blocks publishing."),
        "all": _("Bind all that are sure ({number})"),
        "bind": _("Bind {text} to {name}, {when}"),
        "others": _("Other suggestions ({number})"),
        "reads": _("will read “{text}”"),
        "changes": _("makes it “{text}”"),
        "line": _("Readers see: {text}"),
        "failed": _("The figures could not be read: {error}"),
        "offline": _("The server does not answer. The text stays as it is and is read again at its next change."),
        "done": _done(),
        "dialogs": _dialogs(),
    }


def _places() -> dict[str, str]:
    """The names `lines.of_page` gives; the scripts count."""
    numbered = {
        "heading": _("Heading %(number)d"),
        "paragraph": _("Paragraph %(number)d"),
        "alt": _("Picture %(number)d, alternative text"),
        "caption": _("Picture %(number)d, caption"),
        "credit": _("Picture %(number)d, credit"),
    }
    under = _("%(place)s, under “%(heading)s”").replace("%(place)s", "{place}").replace("%(heading)s", "{heading}")
    return {
        "under": under,
        "title": pgettext("part of a text", "Title"),
        "lead": pgettext("part of a text", "Lead"),
        "byline": pgettext("part of a text", "Author"),
    } | {kind: told.replace("%(number)d", "{number}") for kind, told in numbered.items()}


def _counts() -> dict[str, str]:
    """The parts of the sentence that counts; one that counts nothing is left out."""
    return {
        "all": _("{number} figures"),
        "bound": _("{number} bound"),
        "quoted": _("{number} quoted"),
        "waived": _("{number} waived"),
        "loose": _("{number} loose"),
        "moved": _("{number} moved since the last save"),
        "blocking": _("{number} of them block publishing"),
    }


def _done() -> dict[str, str]:
    """What the panel announces after an act."""
    return {
        "bound": _("“{text}” is bound to {name}."),
        "all": _("Figures bound: {number}. Undo in the text takes them back."),
        "quoted": _("“{text}” is quoted."),
        "waived": _("“{text}” is waived."),
        "unbound": _("“{text}” is loose again."),
        "updated": _("The figure now reads “{text}”."),
        "inserted": _("“{text}” is inserted."),
        "moved": _("The text has changed meanwhile and was read again: try once more."),
        "nowhere": _("Put the cursor where the figure is to stand, then insert it."),
    }


def _dialogs() -> dict[str, Any]:
    """What the dialogs say beyond their templates."""
    return {
        "insert": _("Insert a figure"),
        "bind": _("Bind “{text}” to an indicator"),
        "settings": _("Settings of “{text}”"),
        "quote": _("Quote “{text}” from a document"),
        "waive": _("Waive “{text}”"),
        "act_insert": pgettext("figure", "Insert"),
        "act_bind": pgettext("figure", "Bind"),
        "act_change": pgettext("button", "Change"),
        "found": _("Found: {number}"),
        "nothing": _("Nothing found: try fewer or other words."),
        "any": pgettext("breakdown", "all"),
        "preview": _("Reads “{text}”, {when}"),
        "choose": _("Choose an indicator first."),
        "choose_document": _("Choose a document first."),
        "place": _("Name the place in the document, such as “p. 3”."),
        "reason": _("Say why this figure needs no source."),
    }
