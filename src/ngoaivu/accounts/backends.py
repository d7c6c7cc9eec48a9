"""Log-in «đăng nhập»: an appointment alone opens the desk; there are no groups to maintain."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from ngoaivu.accounts.seats import seats_of

DESK = "wagtailadmin.access_admin"


class AppointmentBackend(ModelBackend):
    """Gives the permission to open the desk to whoever has a seat there today; everything else stays with the seat."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Whether the person holds the permission."""
        if perm == DESK and obj is None:
            return bool(seats_of(user_obj))
        return super().has_perm(user_obj, perm, obj)
