"""Who may do what with an authored page in Wagtail's own screens: an appointment alone decides, no group and no superuser.

Wagtail's editor keeps drafts; everything else (publish, delete, move, copy) has a door of ours or none.
"""

from typing import Any

from wagtail.models import PagePermissionTester

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import may


class AppointmentPermissions(PagePermissionTester):
    """What a person may do with a page of an office."""

    def __init__(self, user: Any, page: Any) -> None:
        self.user, self.page, self.page_is_root = user, page, False
        # No permission of Wagtail's: whatever is not allowed below is refused.
        self.permissions: set[str] = set()

    def can_edit(self) -> bool:
        """Edit and save drafts: who drafts or edits in the page's office."""
        return any(may(self.user, act, self.page.office) for act in (roles.DRAFT, roles.EDIT))

    def _never(self, *_args: Any, **_options: Any) -> bool:
        return False

    can_add_subpage = can_delete = can_unpublish = can_publish = can_publish_subpage = _never
    can_submit_for_moderation = can_set_view_restrictions = can_unschedule = can_lock = can_unlock = _never
    # Wagtail's history asks a group nobody is in; earlier drafts have a screen of ours.
    can_view_revisions = _never
    can_reorder_children = can_move = can_copy = can_move_to = can_copy_to = _never


class ByAppointment:
    """Mixed into a page class: Wagtail's screens ask the person's appointments what he may do with a page."""

    def permissions_for_user(self, user: Any) -> AppointmentPermissions:
        """What the person may do with this page."""
        return AppointmentPermissions(user, self)

    @property
    def has_workflow(self) -> bool:
        """No workflow of Wagtail's: a text is submitted to a second person by our own act."""
        return False

    def get_workflow(self) -> None:
        """None, likewise."""
