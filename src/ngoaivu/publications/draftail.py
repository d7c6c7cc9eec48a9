"""The figure and the record as entities of the rich text editor: how each goes from the store to the editor and back."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from ngoaivu.publications.binding import KEYS
from ngoaivu.publications.figure_panel import EDITOR, STYLES

RECORD_KEYS = ("key",)
# Only a figure has a button of its own, and a line in the palette of "/".
TOOLS = {"figure": {"icon": "table", "description": _("Figure from the registry")}}
EDGES = {"type": "NGOAIVU_EDGES"}


class _FromStore(InlineEntityElementHandler):
    mutability = "IMMUTABLE"
    keys: tuple[str, ...] = ()

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        """All settings, empty where the store has none."""
        return {name: attrs.get(name, "") for name in self.keys}


class FigureFromStore(_FromStore):
    """`<a linktype="figure">` becomes a FIGURE entity."""

    keys = KEYS


class RecordFromStore(_FromStore):
    """`<a linktype="record">` becomes a RECORD entity."""

    keys = RECORD_KEYS


def figure_to_store(props: dict[str, Any]) -> Any:
    """A FIGURE entity becomes its mark again; an empty setting is left out."""
    return DOM.create_element("a", {"linktype": "figure", **_told(props, KEYS)}, props["children"])


def record_to_store(props: dict[str, Any]) -> Any:
    """A RECORD entity becomes its mark again."""
    return DOM.create_element("a", {"linktype": "record", **_told(props, RECORD_KEYS)}, props["children"])


def _told(props: dict[str, Any], keys: tuple[str, ...]) -> dict[str, str]:
    return {name: str(props[name]) for name in keys if props.get(name) not in (None, "")}


class FigureLink(LinkHandler):
    """Figures are no links of Wagtail's: editions render them."""

    identifier = "figure"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """The opening tag when Wagtail itself shows a text, as in a comparison of revisions."""
        return "<a>"


class RecordLink(FigureLink):
    """Named records, likewise."""

    identifier = "record"


class _Marked(EntityFeature):
    """An entity with the plug-in that guards the edges of marked pieces."""

    def construct_options(self, options: dict[str, Any]) -> None:
        """Add the plug-in once."""
        super().construct_options(options)
        plugins = options.setdefault("plugins", [])
        if EDGES not in plugins:
            plugins.append(EDGES)


def register(features: Any) -> None:
    """Tell Wagtail's editor about both."""
    for name, entity, keys, link, reader, writer in (
        ("figure", "FIGURE", KEYS, FigureLink, FigureFromStore, figure_to_store),
        ("record", "RECORD", RECORD_KEYS, RecordLink, RecordFromStore, record_to_store),
    ):
        features.register_link_type(link)
        # The allowlist names only what every mark has: naming more would drop every entity after a paste.
        allowed = {keys[0]: "."}
        feature = _Marked({"type": entity, "attributes": list(keys), "allowlist": allowed} | TOOLS.get(name, {}), js=EDITOR, css=STYLES)
        features.register_editor_plugin("draftail", name, feature)
        features.register_converter_rule(
            "contentstate",
            name,
            {
                "from_database_format": {f'a[linktype="{name}"]': reader(entity)},
                "to_database_format": {"entity_decorators": {entity: writer}},
            },
        )
