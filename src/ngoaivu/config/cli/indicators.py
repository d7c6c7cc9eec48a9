"""`ngoaivu indicator list|show|value`: the declarations, and one value with its sentence."""

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.config.cli import DONE, Refused, language
from ngoaivu.core.levels import PUBLIC
from ngoaivu.indicators import declared
from ngoaivu.indicators.facts import Fact, Question, ask, content, rows
from ngoaivu.indicators.figures.writer import write


def show_list(called: argparse.Namespace) -> int:
    """Code, kind, unit and name of every indicator."""
    rules = list(declared.declared().values())
    if called.json:
        told = [
            {"code": rule.code, "kind": str(rule.kind), "unit": rule.unit, "name": rule.name, "breakdowns": list(rule.dimensions)} for rule in rules
        ]
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return DONE
    for rule in rules:
        print(f"{rule.code:<42} {rule.kind:<6} {rule.unit:<14} {rule.name[language()]}")
    return DONE


def show_one(called: argparse.Namespace) -> int:
    """The declaration as it was written."""
    rule = declared.find(called.code)
    text = (Path(declared.__file__).parent / "definitions" / f"{rule.code}.toml").read_text("utf-8")
    print(json.dumps(tomllib.loads(text), ensure_ascii=False, indent=1, default=str) if called.json else text.rstrip())
    return DONE


def show_value(called: argparse.Namespace) -> int:
    """One value: its digits, what it counts, as of when, from where, and how many rows stand behind it."""
    if any("=" not in pair for pair in called.by):
        raise Refused(_("Write a breakdown as column=member, e.g. --by country=la."))
    by = tuple((name, member) for name, _equals, member in (pair.partition("=") for pair in called.by))
    question = Question(called.code, called.territory, period=called.period, on=called.on, by=by, boundaries=called.boundaries)
    fact = ask(question, revision=called.known_at)
    if called.json:
        print(json.dumps(_json(fact, called), ensure_ascii=False, indent=1))
        return DONE
    _print(fact)
    if called.rows:
        for row in rows(fact, PUBLIC, count=1000).shown:
            print(f"  {row.when_vi:<12} {row.title_vi}")
    return DONE


def _json(fact: Fact, called: argparse.Namespace) -> dict[str, Any]:
    told = content(fact, PUBLIC)
    if not called.rows:
        told["rows"] = {name: value for name, value in told["rows"].items() if name != "shown"}
    return told | {"known_at": fact.revision}


def _print(fact: Fact) -> None:
    tongue = language()
    share = fact.unit in ("", "share")
    written = write(fact.value, lang=tongue, unit=None if share else fact.unit, kind="share" if share else None, hedge=fact.qualifier)  # type: ignore[arg-type]
    print(f"{written}, {fact.when[tongue]}")
    print(fact.definition.definition[tongue])
    print(
        _("Basis: %(basis)s; rows behind it: %(count)d; registry position %(revision)d.")
        % {"basis": fact.basis, "count": fact.count, "revision": fact.revision}
    )
    for source in fact.sources:
        print(_("Source: %(document)s, %(place)s") % {"document": source.document[tongue], "place": source.place[tongue]})
    for note in fact.notes:
        print(note[tongue])
