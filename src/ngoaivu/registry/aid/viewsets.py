"""Screens of aid."""

from django.utils.translation import gettext_lazy as _

from ngoaivu.registry.aid import rules
from ngoaivu.registry.aid.models import AidItem, Disbursement, NgoRegistration, Volunteer
from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup


class NgoViewSet(RecordViewSet):
    """NGO registrations «giấy đăng ký của tổ chức phi chính phủ nước ngoài»."""

    model, name, icon = NgoRegistration, "ngo-registrations", "clipboard-list"
    fields = ("partner", "number", "when", "until")
    columns = ("partner", "number", "when", "until")


class AidItemViewSet(RecordViewSet):
    """Aid items «khoản viện trợ»."""

    model, name, icon, order = AidItem, "aid-items", "pick", "newest"
    fields = ("kind", "donor", "state", "when", "until", "sector", "place_vi", "committed_minor", "currency", "approval")
    columns = ("when", "kind", "donor", "committed_minor", "state")
    filters = ("kind", "sector", "state", "level")
    check = staticmethod(rules.check_aid_item)


class DisbursementViewSet(RecordViewSet):
    """Disbursements «giải ngân»."""

    model, name, icon, order = Disbursement, "disbursements", "download", "newest"
    fields = ("item", "when", "amount_minor", "currency")
    columns = ("when", "item", "amount_minor")
    check = staticmethod(rules.check_disbursement)


class VolunteerViewSet(RecordViewSet):
    """Volunteers «tình nguyện viên nước ngoài»."""

    model, name, icon, order = Volunteer, "volunteers", "user", "newest"
    fields = ("person_name", "country", "when", "until", "host_vi", "subject")
    columns = ("when", "person_name", "country", "host_vi", "subject")
    filters = ("subject", "country", "level")


class AidRoom(RoomGroup):
    """The room in the menu."""

    menu_label, menu_icon, menu_order = _("Aid"), "pick", 150
    items = (AidItemViewSet, DisbursementViewSet, NgoViewSet, VolunteerViewSet)
