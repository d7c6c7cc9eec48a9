"""The log-in page: it names the offices whose desk this is."""

from datetime import timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.views.account import LoginView

from ngoaivu.accounts import brakes
from ngoaivu.accounts.models import Office
from ngoaivu.core import addresses


class DeskLoginView(LoginView):
    """Log-in «đăng nhập» to the desk; too many wrong passwords make everybody wait some minutes, him who knows it too."""

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        """Try the password, unless the brake is on: then no password is looked at."""
        if until := brakes.closed_until(*self._who()):
            names = {"at": f"{timezone.localtime(until + timedelta(minutes=1)):%H:%M}"}
            messages.error(request, _("There were too many wrong passwords. Nobody can sign in this way until %(at)s: try again then.") % names)
            form = self.get_form_class()(request)
            return cast("HttpResponse", self.render_to_response(self.get_context_data(form=form), status=429))
        return cast("HttpResponse", super().post(request, *args, **options))

    def form_invalid(self, form: Any) -> HttpResponse:
        """Count it."""
        brakes.failed(*self._who())
        return cast("HttpResponse", super().form_invalid(form))

    def form_valid(self, form: Any) -> HttpResponse:
        """Let in, and forget the slips before."""
        brakes.passed(*self._who())
        return cast("HttpResponse", super().form_valid(form))

    def _who(self) -> tuple[str, str]:
        return self.request.POST.get("username", ""), addresses.client(self.request.META, settings.NGOAIVU_PROXIES)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the offices of this installation."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"offices": Office.objects.select_related("territory").order_by("key")}
