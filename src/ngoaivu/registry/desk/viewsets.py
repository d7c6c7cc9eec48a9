"""The base of every room's viewset: a room says its record type, columns, filters and fields; the screens are the same for all."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from ngoaivu.accounts.roles import READ
from ngoaivu.accounts.seats import Seat, seats
from ngoaivu.core.history import Record
from ngoaivu.registry.desk import actions, rules
from ngoaivu.registry.desk.forms import DeskForm, RecordForm, form_for
from ngoaivu.registry.desk.importing import Importer
from ngoaivu.registry.desk.listing import Doubts
from ngoaivu.registry.desk.opened import remember
from ngoaivu.registry.desk.views.imports import ImportView, MatchView, ProgressView, TemplateView
from ngoaivu.registry.desk.views.kept import KeptView
from ngoaivu.registry.desk.views.lists import ExportView, ListView, PrintView
from ngoaivu.registry.desk.views.records import FormView, RecordView, UndoView, WithdrawView

COMMON = ("when_words", "ground", "citation", "place", "level", "embargo_until", "note")


class SeatedMenuItem(MenuItem):
    """A menu item for whoever may read the registry of his office."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person reads anywhere."""
        return any(seat.may(READ) for seat in seats(request))


class RecordViewSet(ViewSet):
    """Screens «màn hình» of one record type. A room fills in what differs."""

    model: ClassVar[type[Record]]
    fields: ClassVar[tuple[str, ...]] = ()
    columns: ClassVar[tuple[str, ...]] = ()
    filters: ClassVar[tuple[str, ...]] = ()
    order: ClassVar[str] = "title"
    # Boxes of the list that show what somebody should look at.
    doubts: ClassVar[Doubts] = {}
    form_base: ClassVar[type[DeskForm]] = RecordForm
    # The room's rules: before, after; raises with a sentence.
    check: ClassVar[Any] = staticmethod(rules.nothing)
    record_template: ClassVar[str] = "desk/record.html"
    # What the room can import from a spreadsheet, if anything.
    importer: ClassVar[Importer | None] = None
    read_only: ClassVar[bool] = False
    # Links beside "register": route name and label.
    ways_in: ClassVar[tuple[tuple[str, str | Promise], ...]] = ()
    # What the way in without any of these is called.
    new_label: ClassVar[str | Promise] = _("Register one")
    menu_item_class = SeatedMenuItem
    # Where it stands among all lists: its room, then its place in the room.
    place: tuple[int, int] = (0, 0)

    @property
    def title(self) -> str:
        """The name of the list."""
        return capfirst(str(self.model._meta.verbose_name_plural))

    @property
    def singular(self) -> str | Promise:
        """The name of one."""
        return self.model._meta.verbose_name or ""

    @cached_property
    def menu_label(self) -> str:
        """The name in the menu."""
        return self.title

    @cached_property
    def form_class(self) -> type[DeskForm]:
        """The form of the record type."""
        common = COMMON if issubclass(self.form_base, RecordForm) else ()
        return form_for(self.model, ("title_vi", "title_en", *self.fields, *common), self.form_base)

    def on_register(self) -> None:
        """Remember who shows this record type."""
        super().on_register()
        remember(self.model, self)

    def get_urlpatterns(self) -> list[Any]:
        """The addresses: a list, and a few nouns under each record."""
        imports = [
            path("import/", self.construct_view(ImportView, viewset=self), name="import"),
            path("import/template/", self.construct_view(TemplateView, viewset=self), name="import-template"),
            path("import/<str:token>/", self.construct_view(MatchView, viewset=self), name="import-file"),
            path("import/<str:token>/progress/", self.construct_view(ProgressView, viewset=self), name="import-progress"),
        ]
        return [
            path("", self.construct_view(ListView, viewset=self), name="index"),
            *(imports if self.importer else ()),
            path("new/", self.construct_view(FormView, viewset=self), name="new"),
            path("print/", self.construct_view(PrintView, viewset=self), name="print"),
            path("export/<slug:kind>/", self.construct_view(ExportView, viewset=self), name="export"),
            path("<int:pk>/", self.construct_view(RecordView, viewset=self, template_name=self.record_template), name="record"),
            path("<int:pk>/kept/<int:revision>/", self.construct_view(KeptView, viewset=self), name="kept"),
            path("<int:pk>/edit/", self.construct_view(FormView, viewset=self), name="edit"),
            path("<int:pk>/withdrawal/", self.construct_view(WithdrawView, viewset=self), name="withdrawal"),
            path("<int:pk>/undoing/", self.construct_view(UndoView, viewset=self), name="undoing"),
        ]

    def address(self, name: str, *args: Any) -> str:
        """The address of one of the screens."""
        return reverse(self.get_url_name(name), args=args)

    def ways(self) -> list[dict[str, Any]]:
        """The further ways in, with their addresses."""
        return [{"address": self.address(name), "label": label} for name, label in self.ways_in]

    def keep(self, form: Any, seat: Seat) -> int:
        """Write what the form holds, as one change; the revision."""
        told = {name: form.cleaned_data.get(name, "") for name in ("why", "place")}
        return actions.keep(
            form.instance, seat=seat, check=type(self).check, document=getattr(form, "cited", None), then=self.following(form, seat), **told
        )

    def following(self, form: Any, seat: Seat) -> actions.Follow:
        """What else the room writes with a record, before and after; most write nothing."""
        return rules.nothing

    def of_new_name(self, name: str) -> dict[str, str]:
        """What the name of a row that is not registered yet tells of it."""
        return {}

    def called(self, row: Any) -> Mapping[str, str | Promise]:
        """What columns of this very record are called, where that depends on what it is."""
        return {}

    def unmoved(self, row: Any) -> str:
        """Why a kept row may have moved no figure, where the room knows."""
        return ""

    def parts(self, row: Any, seat: Seat) -> list[Any]:
        """Tables of records that belong to this one; a room that has such says so."""
        return []


class RoomGroup(ViewSetGroup):
    """A room in the menu: its record types under one heading."""

    def __init__(self) -> None:
        super().__init__()
        for number, viewset in enumerate(self.registerables):
            viewset.place = (self.menu_order, number)
