"""`ngoaivu figures read|check`: the reader and the judge of figures, on files; with an office or a territory against its registry."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.config.cli import DONE, NO, Refused
from ngoaivu.core import territories, vietnamese
from ngoaivu.indicators import figures
from ngoaivu.indicators.figures.model import plain
from ngoaivu.indicators.matching import Matched, Suggestion, match

FOUND = ("contradicted", "outdated")


def read(called: argparse.Namespace) -> int:
    """One file: a list; several: an object by file name."""
    found = {name: [figures.as_dict(mention) for mention in figures.read(_text(name), called.lang)] for name in called.files}
    if called.json:
        _print(found if len(found) > 1 else next(iter(found.values())))
        return DONE
    for name, mentions in found.items():
        for mention in mentions:
            told = " ".join(str(mention[part]) for part in ("kind", "value", "unit", "hedge") if mention[part] is not None)
            print(f"{name}:{mention['start']}-{mention['end']}  {mention['text']}  →  {told}")
    return DONE


def check(called: argparse.Namespace) -> int:
    """What the figures of each file say against each other, and against a registry where one is named; 1 when something is found."""
    ground = _ground(called.office, called.territory)
    found = {name: _checked(_text(name), called.lang, ground) for name in called.files}
    if called.json:
        _print(found)
    else:
        for name, told in found.items():
            for finding in told["findings"]:
                print(f"{name}:{finding['start']}-{finding['end']}  {finding['message']}")
    return NO if any(told["findings"] for told in found.values()) else DONE


def _ground(office: str, territory: str) -> str:
    """The key of the territory to judge against; empty for none. Refuses keys nobody has."""
    kept = Office.objects.select_related("territory").filter(key=office).first() if office else None
    if office and kept is None:
        known = ", ".join(Office.objects.order_by("key").values_list("key", flat=True)) or "–"
        raise Refused(_("No office has the key “%(key)s”. There are: %(known)s.") % {"key": office, "known": known})
    if territory:
        return territories.find(territory).key
    return kept.territory.key if kept else ""


def _checked(text: str, language: str, ground: str) -> dict[str, Any]:
    """Mentions and findings of one text; its sentences are in its own language."""
    told = figures.check(text, language)
    if not ground:
        return told
    mentions = figures.read(text, language)
    with translation.override(language):
        matched = match(mentions, territory=ground, language=language, text=text)
    told["mentions"] = [mention | _matched(one) for mention, one in zip(told["mentions"], matched, strict=True)]
    wrong = [one for one in matched if one.verdict in FOUND]
    findings = [figures.Finding(one.verdict, one.mention.start, one.mention.end, one.message) for one in wrong]
    told["findings"] = sorted(told["findings"] + [asdict(one) for one in findings], key=lambda one: (one["start"], one["end"], one["rule"]))
    return told


def _matched(one: Matched) -> dict[str, Any]:
    """What the registry adds to a figure; nothing to a numeral that is none."""
    if not one.mention.is_figure:
        return {"verdict": None, "score": None, "indicator": None, "runner_up": None}
    first = one.suggestions[0] if one.suggestions else None
    return {"verdict": one.verdict, "score": str(one.score), "indicator": _fact(first), "runner_up": _fact(one.runner_up)}


def _fact(one: Suggestion | None) -> dict[str, Any] | None:
    if one is None:
        return None
    asked = one.question
    when = {"period": asked.period} if asked.period else {"on": asked.on}
    value = plain(one.fact.value)
    return {"code": asked.code, **when, "breakdown": dict(asked.by), "value": value, "score": str(one.score), "holds": one.holds}


def _text(name: str) -> str:
    return vietnamese.nfc(Path(name).read_text("utf-8"))


def _print(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
