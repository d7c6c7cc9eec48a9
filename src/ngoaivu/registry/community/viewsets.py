"""Screens of the community abroad."""

from django.utils.translation import gettext_lazy as _

from ngoaivu.registry.community import rules
from ngoaivu.registry.community.models import Association, Enterprise, TraineeCohort
from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup


class AssociationViewSet(RecordViewSet):
    """Associations «hội»."""

    model, name, icon = Association, "associations", "group"
    fields = ("kind", "members", "when", "until")
    columns = ("kind", "members", "when")
    filters = ("kind", "level")


class EnterpriseViewSet(RecordViewSet):
    """Enterprises «doanh nghiệp có vốn của người Việt Nam ở nước ngoài»."""

    model, name, icon = Enterprise, "enterprises", "site"
    fields = ("country", "capital_minor", "currency", "field", "when", "until")
    columns = ("country", "capital_minor", "field", "when")
    filters = ("field", "country", "level")


class CohortViewSet(RecordViewSet):
    """Trainee cohorts «khóa học viên»."""

    model, name, icon, order = TraineeCohort, "trainee-cohorts", "clipboard-list", "newest"
    fields = ("school_vi", "country", "when", "until", "trained", "placed")
    columns = ("when", "school_vi", "country", "trained", "placed")
    filters = ("country",)
    check = staticmethod(rules.check_cohort)


class CommunityRoom(RoomGroup):
    """The room in the menu."""

    menu_label, menu_icon, menu_order = _("Vietnamese abroad"), "site", 160
    items = (AssociationViewSet, EnterpriseViewSet, CohortViewSet)
