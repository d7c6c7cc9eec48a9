"""Actions of delegations: a visit registered from its letter, with everything the letter brings, as one change."""

from dataclasses import dataclass, field

from django.core.files.base import File

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.accounts.seats import Seat
from ngoaivu.core.changes import Actor, change
from ngoaivu.core.models import Territory
from ngoaivu.documents import actions as papers
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations import rules, visits
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.delegations.naming import about
from ngoaivu.registry.desk.rules import check_act
from ngoaivu.registry.partners.models import Partner


@dataclass
class Letter:
    """Letter «công văn về đoàn»: the paper with its scan, the visit it tells of, its partner (new ones unsaved), the countries visited."""

    document: SourceDocument
    delegation: Delegation
    scan: File[bytes] | None = None
    partner: Partner | None = None
    countries: list[Territory] = field(default_factory=list)


def register_letter(letter: Letter, *, seat: Seat) -> int:
    """Keep letter, citation, new partner, delegation and country-visits as one change; the revision. Refused: nothing stays, the file neither."""
    check_act(seat, REGISTER)
    rules.check_delegation(None, letter.delegation)
    with papers.filing(letter.document, by=seat.actor, verb="register-letter", file=letter.scan) as writer:
        visit = letter.delegation
        visit.citation = papers.cite(letter.document, by=seat.actor)
        if letter.partner is not None and letter.partner.pk is None:
            letter.partner.citation = visit.citation
            papers.keep(letter.partner, by=seat.actor)
        visit.partner = letter.partner
        papers.keep(visit, by=seat.actor)
        for country in letter.countries:
            papers.keep(visits.made(visit, country), by=seat.actor)
        return writer.revision


def follow(before: Delegation | None, visit: Delegation, countries: list[Territory], *, by: Actor) -> None:
    """What a visit just kept brings with it: its country-visits, and a new name for the letter that we named after it."""
    visits.follow(before, visit, countries, by=by)
    paper = visit.citation.document if visit.citation else None
    if before is not None and paper is not None and paper.title_vi == about(before.title_vi) != about(visit.title_vi):
        paper.title_vi = about(visit.title_vi)
        with change(by=by, verb="change") as writer:
            writer.write(paper)
