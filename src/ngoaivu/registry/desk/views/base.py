"""The base of every screen of the desk: who sits there, whether he may, and the page around it."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ngoaivu.accounts.roles import READ
from ngoaivu.accounts.seats import Seat, seat_at
from ngoaivu.core.history import Record
from ngoaivu.registry.desk.facets import joins
from ngoaivu.registry.desk.refusals import Refused
from ngoaivu.registry.desk.rules import check_act


class DeskView(WagtailAdminTemplateMixin, View):
    """A screen of the desk; `act` is what it takes to open it."""

    act: ClassVar[str] = READ
    template_name = "desk/page.html"
    seat: Seat

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Seat the person, ask whether he may, answer a refusal with its sentence."""
        self.seat = seat_at(request)
        try:
            check_act(self.seat, self.act)
            return super().dispatch(request, *args, **kwargs)
        except Refused as refusal:
            return TemplateResponse(
                request, "desk/refused.html", {**self.page(_("Not possible")), "sentence": str(refusal), "back": self.back()}, status=403
            )

    def page(self, title: str, *trail: tuple[str, str]) -> dict[str, Any]:
        """The furniture of the shell: title, and the path of links that leads here."""
        crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *({"url": url, "label": label} for url, label in trail)]
        return {"page_title": title, "header_title": title, "breadcrumbs_items": [*crumbs, {"url": "", "label": title}], "seat": self.seat}

    def back(self) -> str:
        """Where a refused person goes from here."""
        return reverse("wagtailadmin_home")

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """The screen."""
        return TemplateResponse(self.request, self.template_name, context, status=status)


class RoomView(DeskView):
    """A screen over one record type; the viewset says which."""

    viewset: Any = None

    @property
    def model(self) -> type[Record]:
        """The record type."""
        return self.viewset.model  # type: ignore[no-any-return]

    def back(self) -> str:
        """The list of the room."""
        return self.viewset.address("index")  # type: ignore[no-any-return]

    def record(self, pk: int) -> Any:
        """A record the person may see, withdrawn or not; any other does not exist for him."""
        found = self.model._default_manager.filter(self.seat.visible(), pk=pk).select_related(*joins(self.model), "change").first()
        if found is None:
            raise Http404
        return found

    def trail(self, row: Record | None = None) -> list[tuple[str, str]]:
        """The links from home to here."""
        here = [(self.viewset.address("index"), str(self.viewset.title))]
        return [*here, (self.viewset.address("record", row.pk), str(row))] if row is not None else here
