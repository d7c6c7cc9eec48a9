"""What the import linter cannot see: relations by string, templates, signals, look-ups by name, imports inside functions."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from ngoaivu.core.history import Record
from tests.architecture.tree import PACKAGE, Source, height, planted, sources

OPENED = re.compile(r"""{%\s*(?:extends|include|import|from)\s+(?:"([^"]+)"|'([^']+)'|(\w[\w.]*))""")
REASONS = ("# app ready", "# slow import")
LOOK_UPS = {"get_model", "import_string", "import_module", "get_app_config", "get_registered_model"}
SHOWN = {"live", "go_live_at", "approved_go_live_at"}
WRITES = {"update", "delete", "create", "bulk_create", "bulk_update", "_raw_delete"}


# Relations


def ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("ngoaivu.")


def upward_relations(every: Iterable[type[models.Model]]) -> Iterator[str]:
    """Relations of our models whose target stands higher, or in a room beside; a key still written as a string is read too."""
    labels = {app.label: app.name for app in apps.get_app_configs() if app.name.startswith("ngoaivu.")}
    for model in filter(ours, every):
        for field in model._meta.get_fields():
            target = field.remote_field.model if field.concrete and field.is_relation and field.remote_field else None
            label = target.split(".")[0] if isinstance(target, str) else target._meta.app_label if target else ""
            if label in labels and height(labels[label]) > height(labels[model._meta.app_label]):
                yield f"{model._meta.label}.{field.name} → {label}"


def test_no_relation_points_upward() -> None:
    every = apps.get_models(include_auto_created=True)
    assert len([model for model in every if ours(model)]) > 40
    assert list(upward_relations(every)) == []


@isolate_apps("ngoaivu.registry.partners")
@pytest.mark.parametrize("target", ["publications.Edition", "events.Event"])
def test_a_relation_planted_as_a_string_is_caught(target: str) -> None:
    columns = {"__module__": "ngoaivu.registry.partners.models", "shown": models.ForeignKey(target, on_delete=models.PROTECT)}
    bad = type("Planted", (models.Model,), columns | {"Meta": type("Meta", (), {"app_label": "partners"})})
    assert list(upward_relations([bad])) == [f"partners.Planted.shown → {target.split('.', maxsplit=1)[0]}"]


# Templates


def strange_templates(package: Path = PACKAGE) -> Iterator[str]:
    """Templates that extend or include what is neither their own app's, nor core's, nor the desk's, nor Wagtail's."""
    for path in sorted(package.rglob("templates/**/*.html")):
        parts = path.relative_to(package).parts
        own = parts[parts.index("templates") - 1]
        allowed = (f"{own}/", "core/", *(("desk/",) if own != "portal" else ()), "wagtail", "django/")
        for double, single, variable in OPENED.findall(path.read_text(encoding="utf-8")):
            target = double or single
            if target and not target.startswith(allowed):
                yield f"{path.relative_to(package)}: {target}"
            if variable and own not in ("core", "desk", "portal") and parts[parts.index("templates") + 1] == own:
                yield f"{path.relative_to(package)}: {variable}, named at run time"


def test_templates_open_only_their_own_and_the_shared_ones() -> None:
    assert list(strange_templates()) == []


@pytest.mark.parametrize("line", ['{% extends "events/event.html" %}', "{% include 'events/row.html' with a=b %}", "{% include item.template %}"])
def test_a_template_that_opens_another_rooms_is_caught(line: str, tmp_path: Path) -> None:
    planted(tmp_path, "registry/partners/templates/partners/list.html", f'{{% include "core/icon.html" %}}\n{line}\n')
    assert len(list(strange_templates(tmp_path / "ngoaivu"))) == 1


# Signals, look-ups by name, imports inside functions


def signals(source: Source) -> Iterator[str]:
    """Imports of anything one could connect a receiver to."""
    if source.module.startswith("ngoaivu.core"):
        return
    for node in ast.walk(source.tree):
        named = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            named = [f"{node.module}.{name}" for name in named]
        yield from (f"{source.name}:{node.lineno} {name}" for name in named if re.search(r"\bsignals\b|^django\.dispatch", name))


def look_ups(source: Source) -> Iterator[str]:
    """Modules and models fetched by a string: upwards, or by a string nobody can read here."""
    if source.module.startswith(("ngoaivu.core", "ngoaivu.config")):
        return
    for call, name in source.calls():
        if name in LOOK_UPS:
            word = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
            if not isinstance(word, str) or _stands_higher(word, source.module):
                yield f"{source.name}:{call.lineno} {name}({word or '…'})"


def _stands_higher(word: str, module: str) -> bool:
    labels = {app.label: app.name for app in apps.get_app_configs() if app.name.startswith("ngoaivu.")}
    named = word if word.startswith("ngoaivu.") else labels.get(word.split(".", maxsplit=1)[0], "")
    return bool(named) and height(named) > height(module)


def late_imports(source: Source) -> Iterator[str]:
    """Imports inside functions without one of the two reasons."""
    functions = [node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    late = {node for function in functions for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)}
    for node in sorted(late, key=lambda node: node.lineno):
        written = "\n".join(source.lines[node.lineno - 1 : node.end_lineno])
        if not any(reason in written for reason in REASONS):
            yield f"{source.name}:{node.lineno} {written.strip()}"


def bare_writes(source: Source) -> Iterator[str]:
    """Writes in bulk to records or versions outside core; at run time the records' own manager refuses them too."""
    if source.module.startswith("ngoaivu.core"):
        return
    records = {model.__name__ for model in apps.get_models() if issubclass(model, Record)}
    for call, name in source.calls():
        if name in WRITES and isinstance(call.func, ast.Attribute):
            root = ast.unparse(call.func.value)
            if re.match(rf"(?:{'|'.join(sorted(records))})\.objects\b", root) or ".Version." in root or ".versions." in root:
                yield f"{source.name}:{call.lineno} {root}.{name}()"


def shown_in_bulk(source: Source) -> Iterator[str]:
    """Pages put live, or given a day to go live on, by an update in bulk: it passes the wall before publishing unseen."""
    for call, name in source.calls():
        shows = [word.value for word in call.keywords if word.arg in SHOWN and not _empty(word.value)]
        named = [word for word in ast.walk(call) if isinstance(word, ast.Constant) and word.value in SHOWN]
        if (name == "update" and shows) or (name == "bulk_update" and named):
            yield f"{source.name}:{call.lineno} {ast.unparse(call.func)}()"


def _empty(value: ast.expr) -> bool:
    """To take pages down, or off the schedule, is no publishing."""
    return isinstance(value, ast.Constant) and value.value in (False, None)


RULES = {
    "pages shown in bulk": (shown_in_bulk, "ReportPage.objects.filter(pk=1).update(live=True)\n"),
    "pages scheduled in bulk": (shown_in_bulk, "Revision.objects.filter(pk=1).update(approved_go_live_at=day)\n"),
    "pages written in bulk": (shown_in_bulk, "NewsPage.objects.bulk_update(pages, ['live'])\n"),
    "signals": (signals, "from django.db.models.signals import post_save\n"),
    "signals of wagtail": (signals, "from wagtail import signals\n"),
    "receivers": (signals, "import django.dispatch\n"),
    "look-ups upward": (look_ups, "from django.apps import apps\nEvent = apps.get_model('events', 'Event')\n"),
    "modules by string": (look_ups, "import importlib\nimportlib.import_module('ngoaivu.publications.models')\n"),
    "look-ups nobody can read": (look_ups, "def find(name):\n    return import_string(name)\n"),
    "imports inside functions": (late_imports, "def find():\n    from ngoaivu.core import money\n    return money\n"),
    "writes in bulk": (bare_writes, "Partner.objects.filter(pk=1).update(kind='ngo')\n"),
    "writes to versions": (bare_writes, "Partner.Version.objects.create(record_id=1)\n"),
}


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _text in RULES.values()), ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: object) -> None:
    assert callable(rule)
    assert [fault for source in sources() for fault in rule(source)] == []


@pytest.mark.parametrize("name", RULES)
def test_a_planted_fault_is_caught(name: str, tmp_path: Path) -> None:
    rule, text = RULES[name]
    assert len(list(rule(planted(tmp_path, "registry/partners/planted.py", text)))) == 1
