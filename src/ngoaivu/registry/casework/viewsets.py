"""Screens of casework."""

from django.utils.translation import gettext_lazy as _

from ngoaivu.registry.casework import rules
from ngoaivu.registry.casework.forms import ProcedureForm
from ngoaivu.registry.casework.models import Procedure, TravelPermission
from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup


class PermissionViewSet(RecordViewSet):
    """Business-travel permissions «cho phép sử dụng thẻ ABTC»; the start is the day of permission."""

    model, name, icon, order = TravelPermission, "travel-permissions", "key", "newest"
    fields = ("person_name", "post_vi", "enterprise_vi", "state", "when", "until")
    columns = ("when", "person_name", "enterprise_vi", "state")
    filters = ("state", "level")
    check = staticmethod(rules.check_permission)


class ProcedureViewSet(RecordViewSet):
    """Procedures «thủ tục hành chính»."""

    model, name, icon = Procedure, "procedures", "list-ol"
    form_base = ProcedureForm
    fields = (
        "number", "field_vi", "field_en", "when", "until", "steps_vi", "steps_en", "papers_vi", "papers_en",
        "time_limit_vi", "time_limit_en", "fee_vi", "fee_en", "basis_vi", "basis_en", "link",
    )  # fmt: skip
    columns = ("number", "field_vi", "time_limit_vi", "level")
    filters = ("level",)


class CaseworkRoom(RoomGroup):
    """The room in the menu."""

    menu_label, menu_icon, menu_order = _("Casework"), "key", 170
    items = (PermissionViewSet, ProcedureViewSet)
