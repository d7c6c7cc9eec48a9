"""Screens of agreements."""

from django.utils.translation import gettext_lazy as _

from ngoaivu.registry.agreements import rules
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup


class AgreementViewSet(RecordViewSet):
    """Agreements «thỏa thuận»; the start is the day of signature, the end the day of expiry."""

    model, name, icon, order = Agreement, "agreements", "form", "newest"
    fields = ("kind", "form", "partner", "when", "until", "state", "signer_vi", "field", "collective")
    columns = ("when", "kind", "form", "partner", "state", "until")
    filters = ("kind", "form", "field", "state", "level")
    check = staticmethod(rules.check_agreement)


class AgreementRoom(RoomGroup):
    """The room in the menu."""

    menu_label, menu_icon, menu_order = _("Agreements"), "form", 130
    items = (AgreementViewSet,)
