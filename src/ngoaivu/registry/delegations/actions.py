"""Actions of delegations: a visit registered from its letter, with everything the letter brings, as one change."""

from dataclasses import dataclass, field

from django.core.files.base import File
from django.utils.text import Truncator

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.accounts.seats import Seat
from ngoaivu.core.models import Territory
from ngoaivu.documents import actions as papers
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations import rules
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
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
            papers.keep(country_visit(visit, country), by=seat.actor)
        return writer.revision


def country_visit(visit: Delegation, country: Territory) -> CountryVisit:
    """A country on the way of an outbound mission, with the mission's days, level and source."""
    shared = ("office", "territory", "level", "embargo_until", "start_earliest", "start_latest", "end_earliest", "end_latest", "citation")
    title = Truncator(f"{visit.title_vi} – {country.name_vi}").chars(400)
    return CountryVisit(delegation=visit, country=country, title_vi=title, **{name: getattr(visit, name) for name in shared})
