"""The log-in page: it names the offices whose desk this is."""

from typing import Any

from wagtail.admin.views.account import LoginView

from ngoaivu.accounts.models import Office


class DeskLoginView(LoginView):
    """Log-in «đăng nhập» to the desk."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the offices of this installation."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"offices": [_told(office) for office in Office.objects.select_related("territory").order_by("key")]}


def _told(office: Office) -> str:
    """The office, and its place unless its name tells it."""
    name, place = str(office), str(office.territory)
    return name if place.casefold() in name.casefold() else f"{name}, {place}"
