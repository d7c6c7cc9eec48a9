"""Computing a release again at its position: the proof that its digits still follow from the registry as it was known then."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.core.levels import PUBLIC
from ngoaivu.indicators import declared
from ngoaivu.indicators.facts import Fact, Missing, Question, ask_many, content
from ngoaivu.publications.content import Fact as Kept
from ngoaivu.publications.editions import Edition


def question(kept: Kept) -> Question:
    """The question a sealed fact answered."""
    asked = kept["question"]
    return Question(**(asked | {"by": tuple(tuple(pair) for pair in asked["by"])}))


def differences(edition: Edition) -> list[str]:
    """Sentences naming each sealed fact that comes out otherwise today at the edition's position; none when all are equal."""
    sealed = edition.content
    position = int(sealed["position"]["revision"])
    asked = {key: question(fact) for key, fact in sealed["facts"].items()}
    known = ask_many(list(dict.fromkeys(asked.values())), revision=position)
    told = []
    for key, one in asked.items():
        told += _compared(sealed["facts"][key], known[one])
    return [*_redefined(sealed["rules"].get("definitions", {})), *told] if told else []


def _redefined(kept: Mapping[str, Any]) -> list[str]:
    """The declarations that count otherwise today: a difference may be theirs, and no one's tampering."""
    now = declared.declared()
    changed = [code for code, rule in kept.items() if code not in now or now[code].digest != rule["digest"]]
    return [
        _("%(code)s is declared otherwise today than when this was sealed; the seal keeps the declaration of that day.") % {"code": code}
        for code in changed
    ]


def _compared(kept: Kept, found: Fact | Missing) -> list[str]:
    if isinstance(found, Missing):
        return [_("%(code)s had the value %(then)s and has none now: %(why)s") % {"code": kept["code"], "then": kept["value"], "why": found}]
    again = content(found, PUBLIC)
    return [
        _("%(code)s: %(name)s was %(then)s and is %(now)s.") % {"code": kept["code"], "name": name, "then": kept.get(name), "now": again.get(name)}
        for name in ("value", "high", "qualifier", "digest")
        if kept.get(name) != again.get(name)
    ]
