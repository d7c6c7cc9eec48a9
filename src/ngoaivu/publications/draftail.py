"""The marks as entities of the rich text editor, figure, quote, waived figure, record: how each goes from the store to the editor and back."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from ngoaivu.publications.binding import KEYS as FIGURE_KEYS
from ngoaivu.publications.figure_panel import EDITOR, STYLES
from ngoaivu.publications.tokens import QUOTE_KEYS

# What each mark carries, what every one of it has first.
KEYS = {"figure": FIGURE_KEYS, "quote": QUOTE_KEYS, "waiver": ("key",), "record": ("key",)}
# Only a figure has a button of its own, and a line in the palette of "/".
TOOLS = {"figure": {"icon": "table", "description": _("Figure from the registry")}}
EDGES = {"type": "NGOAIVU_EDGES"}


class FromStore(InlineEntityElementHandler):
    """`<a linktype="…">` becomes an entity with all settings of its kind, empty where the store has none."""

    mutability = "IMMUTABLE"

    def __init__(self, name: str) -> None:
        super().__init__(name.upper())
        self.keys = KEYS[name]

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        """The settings of the mark."""
        return {name: attrs.get(name, "") for name in self.keys}


def to_store(name: str) -> Callable[[dict[str, Any]], Any]:
    """What makes an entity its mark again; an empty setting is left out."""

    def stored(props: dict[str, Any]) -> Any:
        told = {key: str(props[key]) for key in KEYS[name] if props.get(key) not in (None, "")}
        return DOM.create_element("a", {"linktype": name, **told}, props["children"])

    return stored


class MarkLink(LinkHandler):
    """Marks are no links of Wagtail's: editions render them."""

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """The opening tag when Wagtail itself shows a text, as in a comparison of revisions."""
        return "<a>"


class MarkFeature(EntityFeature):
    """A mark's entity, with the plug-in that guards the edges of marked pieces."""

    def construct_options(self, options: dict[str, Any]) -> None:
        """Add the plug-in once."""
        super().construct_options(options)
        plugins = options.setdefault("plugins", [])
        if EDGES not in plugins:
            plugins.append(EDGES)


def register(features: Any) -> None:
    """Tell Wagtail's editor about every mark."""
    for name, keys in KEYS.items():
        entity = name.upper()
        features.register_link_type(type(f"{name.title()}Link", (MarkLink,), {"identifier": name}))
        # The allowlist names only what every mark has: naming more would drop every entity after a paste.
        told = {"type": entity, "attributes": list(keys), "allowlist": {keys[0]: "."}}
        feature = MarkFeature(told | TOOLS.get(name, {}), js=EDITOR, css=STYLES)
        features.register_editor_plugin("draftail", name, feature)
        features.register_converter_rule(
            "contentstate",
            name,
            {
                "from_database_format": {f'a[linktype="{name}"]': FromStore(name)},
                "to_database_format": {"entity_decorators": {entity: to_store(name)}},
            },
        )
