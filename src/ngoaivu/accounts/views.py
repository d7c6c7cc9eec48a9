"""The log-in page: it names the offices whose desk this is."""

from typing import Any

from wagtail.admin.views.account import LoginView

from ngoaivu.accounts.models import Office


class DeskLoginView(LoginView):
    """Log-in «đăng nhập» to the desk."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the offices of this installation."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"offices": Office.objects.select_related("territory").order_by("key")}
