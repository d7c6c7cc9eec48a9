"""Screens of partners."""

from django.utils.translation import gettext_lazy as _

from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup
from ngoaivu.registry.partners import kinds, rules
from ngoaivu.registry.partners.models import LearnedModel, Partner, Relationship


class PartnerViewSet(RecordViewSet):
    """Partners «đối tác»."""

    model, name, icon = Partner, "partners", "globe"
    fields = ("kind", "country", "when", "canonical")
    columns = ("kind", "country", "canonical", "level")
    filters = ("kind", "country", "level")
    check = staticmethod(rules.check_partner)

    def of_new_name(self, name: str) -> dict[str, str]:
        """The kind a partner of this name would have."""
        return {"kind": kinds.kind_of(name)}


class RelationshipViewSet(RecordViewSet):
    """Relationships «quan hệ kết nghĩa, hợp tác»."""

    model, name, icon = Relationship, "relationships", "link"
    fields = ("partner", "kind", "state", "when", "until")
    columns = ("partner", "kind", "state", "when")
    filters = ("kind", "state", "level")
    check = staticmethod(rules.check_relationship)


class LearnedModelViewSet(RecordViewSet):
    """Models learned from abroad «mô hình học tập từ nước ngoài»."""

    model, name, icon = LearnedModel, "learned-models", "glasses"
    fields = ("country", "field", "place_vi", "place_en", "when", "until")
    columns = ("country", "field", "place_vi", "when")
    filters = ("field", "country", "level")


class PartnerRoom(RoomGroup):
    """The room in the menu."""

    menu_label, menu_icon, menu_order = _("Partners"), "globe", 120
    items = (PartnerViewSet, RelationshipViewSet, LearnedModelViewSet)
