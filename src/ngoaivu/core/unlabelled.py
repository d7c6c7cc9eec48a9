"""Unlabelled fields «ô chưa có nhãn»: names for what Wagtail shows under the English name of a Python variable.

No catalogue can reach these: the label is made from the variable when the form is shown. Models are left alone, because
a changed name of theirs would ask for a migration in Wagtail.
"""

from django.db.models import BooleanField
from django.utils.text import capfirst
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.forms.workflows import WorkflowContentTypeForm, WorkflowPageForm
from wagtail.admin.ui.fields import BaseFieldDisplay, register_display_class
from wagtail.models import Site
from wagtail.sites.views import IndexView as SiteList
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

LABELS = {
    LoginForm: {"password": _("Password"), "remember": _("Remember me")},
    ExternalLinkChooserForm: {"link_text": _("Link text")},
    AnchorLinkChooserForm: {"link_text": _("Link text")},
    EmailLinkChooserForm: {
        "email_address": _("Email address"),
        "link_text": _("Link text"),
        "subject": _("Subject"),
        "body": _("Message body"),
    },
    PhoneLinkChooserForm: {"phone_number": _("Phone number"), "link_text": _("Link text")},
    WorkflowContentTypeForm: {"content_types": _("Snippet types")},
    WorkflowPageForm: {"page": _("Page")},
    PagePermissionsForm: {"page": _("Page"), "permissions": _("Permissions")},
    RoleForm: {"role": _("Role")},
}


class YesOrNo(BaseFieldDisplay):
    """A truth value in words, where Wagtail would print True or False."""

    def render_html(self, parent_context: object = None) -> str:
        """Yes, no or unknown, in the reader's language."""
        return now("Unknown") if self.value is None else now("Yes") if self.value else now("No")


def label_what_wagtail_left() -> None:
    """Give every known unlabelled field, column and truth value its words; call once, when the apps are ready."""
    for form, labels in LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    names = NameEmailForm.base_fields
    # A Vietnamese name begins with the family.
    NameEmailForm.base_fields = {"last_name": names["last_name"], **{name: field for name, field in names.items() if name != "last_name"}}
    for column in SiteList.columns:
        if column.name in ("port", "site_name", "root_page"):
            column.label = capfirst(Site._meta.get_field(column.name).verbose_name)
    register_display_class(BooleanField, display_class=YesOrNo)
