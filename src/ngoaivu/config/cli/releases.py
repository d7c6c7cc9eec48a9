"""`ngoaivu release list|verify`: what was released, and the proof that it still stands."""

import argparse
import json
import sys
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.config.cli import DONE, NO, Refused
from ngoaivu.core.days import day_of
from ngoaivu.publications import publishing, recomputing
from ngoaivu.publications.anchors import Anchor
from ngoaivu.publications.editions import Release


def show_list(called: argparse.Namespace) -> int:
    """Number, text, day, approver and seal of every release."""
    lost = _lost(called)
    told = [_told(release) for release in _releases(called.office)]
    if called.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for one in told:
            state = _("withdrawn") if one["withdrawn"] else ""
            print(f"{one['office']} {one['number']:>3}  {one['date']}  {one['key']}  {one['approved_by']}  {one['digest'][:16]}  {state}".rstrip())
    return _judged(lost, [])


def verify(called: argparse.Namespace) -> int:
    """Check the chain of seals and compute every figure again; 1 when anything differs."""
    lost = _lost(called)
    told: list[dict[str, Any]] = []
    for office in sorted({release.office for release in _releases(called.office)}):
        faults = {proof.number: list(proof.faults) for proof in publishing.verify_chain(office)}
        for release in _releases(office):
            found = faults[release.number] + recomputing.differences(release.edition)
            told.append(_told(release) | {"facts": len(release.edition.content["facts"]), "faults": found})
    if called.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for one in told:
            verdict = " ".join(one["faults"]) or _("whole: seal and %(facts)d figures come out the same") % one
            print(f"{one['office']} {one['number']:>3}  {verdict}")
    return _judged(lost, [fault for one in told for fault in one["faults"]])


def _lost(called: argparse.Namespace) -> list[str]:
    """What the anchors of the call say is no longer there."""
    anchors = [Anchor.read(text) for text in called.anchor]
    offices = [called.office] if called.office else sorted({release.office for release in _releases("")})
    if anchors and len(offices) != 1:
        raise Refused(_("Several offices release here: name the one the anchor belongs to with --office."))
    return [fault for anchor in anchors if (fault := anchor.fault(offices[0]))]


def _judged(lost: list[str], faults: list[str]) -> int:
    for one in lost:
        print(one, file=sys.stderr)
    return NO if lost or faults else DONE


def _releases(office: str) -> list[Release]:
    found = Release.objects.select_related("edition").order_by("office", "number")
    return list(found.filter(office=office) if office else found)


def _told(release: Release) -> dict[str, Any]:
    edition = release.edition
    return {
        "office": release.office,
        "number": release.number,
        "key": edition.key,
        "date": day_of(release.approved_at).isoformat(),
        "approved_by": release.approved_by,
        "digest": release.digest,
        "withdrawn": edition.withdrawn_why if edition.withdrawn_at else "",
    }
