"""How a delegation is called when its officer gives it no name: who, from where, to do what, as the register has always had it."""

from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.core.models import Territory
from ngoaivu.core.vietnamese import inner
from ngoaivu.registry.delegations.models import Delegation

Purpose, Direction = Delegation.Purpose, Delegation.Direction


def title_of(visit: Delegation, who: str, country: Territory | None, office: Office) -> str:
    """The Vietnamese name of a visit; `who` is the partner, or the body that wrote."""
    with translation.override("vi"):
        return _title(visit, who, country, office)


def own_title(visit: Delegation) -> str:
    """The name the system gives a kept visit by what the record says now; as it had no other when its letter was registered."""
    issuer = visit.citation.document.issuer_vi if visit.citation else ""
    who = visit.partner.title_vi if visit.partner else "" if visit.country else inner(issuer)
    return title_of(visit, who, visit.country, visit.office)[:400]


def about(title: str) -> str:
    """The Vietnamese subject of a letter that names none: what it tells of."""
    with translation.override("vi"):
        return _("Letter about: %(title)s") % {"title": title[:1].lower() + title[1:]}


def _title(visit: Delegation, who: str, country: Territory | None, office: Office) -> str:
    place, named = inner(office.territory.name_vi), inner(who)
    if visit.direction == Direction.OUTBOUND:
        names = {"place": place, "where": named or (country.name_vi if country else "")}
        return _("Delegation of %(place)s goes to %(where)s") % names
    if country is not None and country.name_vi.casefold() not in named.casefold():
        named = f"{named} ({country.name_vi})" if named else country.name_vi
    return _("Delegation of %(who)s %(does)s") % {"who": named, "does": _doing(visit.purpose) % {"place": place}}


def _doing(purpose: str) -> str:
    doing = {
        Purpose.VISIT: _("pays a courtesy visit to %(place)s"),
        Purpose.WORKING: _("visits and works with %(place)s"),
        Purpose.CONFERENCE: _("attends a conference in %(place)s"),
        Purpose.TRAINING: _("comes to learn in %(place)s"),
        Purpose.PROMOTION: _("comes for promotion to %(place)s"),
        Purpose.CULTURE: _("comes for cultural exchange to %(place)s"),
    }
    return doing[Purpose(purpose)]
