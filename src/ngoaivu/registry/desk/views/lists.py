"""Lists on the screen, on paper and as files; all three ask the same question and show the same facets."""

import csv
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ngoaivu.accounts.roles import EXPORT, REGISTER
from ngoaivu.core.cells import safe
from ngoaivu.core.history import Record
from ngoaivu.core.money import Money
from ngoaivu.core.vietnamese import slugify
from ngoaivu.registry.desk import workbooks
from ngoaivu.registry.desk.actions import note_export
from ngoaivu.registry.desk.facets import Facet, facets, headings
from ngoaivu.registry.desk.listing import Question, answer
from ngoaivu.registry.desk.ordering import TITLE, Ranked
from ngoaivu.registry.desk.refusals import Refused
from ngoaivu.registry.desk.views.base import RoomView

PER_PAGE = 50
PRINTED = 1000


class Head(str):
    """What stands at the head of a column, with the address that orders the list by it, and how it is ordered by it now, as ARIA says it."""

    __slots__ = ("address", "sort")

    def __init__(self, label: str) -> None:
        self.address = self.sort = ""


class ListView(RoomView):
    """The list of a record type."""

    template_name = "desk/list.html"

    @cached_property
    def question(self) -> Question:
        """What is asked of the list."""
        asked = {name: getattr(self.viewset, name) for name in ("filters", "order", "doubts", "columns")}
        return Question(self.request.GET, model=self.model, seat=self.seat, **asked)

    @cached_property
    def rows(self) -> QuerySet[Any] | Ranked:
        """The rows that answer."""
        return answer(self.model, self.question, self.seat)

    def insist(self) -> None:
        """Refuse to give away a list whose question cannot be understood."""
        if sentence := self.question.refusal():
            raise Refused(sentence)

    def shown(self, names: tuple[str, ...]) -> list[Facet]:
        """The facets of these names."""
        return [facets(self.model)[name] for name in names]

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of the list."""
        page = Paginator(self.rows, PER_PAGE).get_page(request.GET.get("page"))
        columns = self.shown(self.viewset.columns)
        lines = [{"address": self.viewset.address("record", row.pk), "title": str(row), "cells": _cells(row, columns, self.seat)} for row in page]
        asked = request.GET.copy()
        asked.pop("page", None)
        context = self.page(str(self.viewset.title)) | {
            "viewset": self.viewset,
            "question": self.question,
            "refusal": self.question.refusal(),
            "paginated": page,
            "lines": lines,
            "title_head": self.head(TITLE, _("Name of the record")),
            "columns": [self.head(one.name, label) for one, label in zip(columns, headings(columns, self.model), strict=True)],
            "asked": asked.urlencode(),
            "may_register": self.seat.may(REGISTER) and not self.viewset.read_only,
            "may_export": self.seat.may(EXPORT),
            **self._addresses(),
        }
        return self.show(context)

    def list_address(self) -> str:
        """The list on the screen that asks the same."""
        asked = self.request.GET.urlencode()
        return f"{self.back()}?{asked}" if asked else self.back()

    def head(self, name: str, label: str) -> Head:
        """The head of a column; where the list can be ordered by it, with the address that does so, the other way round when it is already."""
        head, now, ways = Head(label), self.question.data["order"], self.question.orders.get(name, {})
        if now in ways:
            head.sort = "ascending" if ways[now].ascending else "descending"
        if ways:
            first, *others = ways
            asked = self.request.GET.copy()
            asked.pop("page", None)
            asked["order"] = others[-1] if now == first else first
            head.address = f"?{asked.urlencode()}"
        return head

    def _addresses(self) -> dict[str, Any]:
        address = self.viewset.address
        return {
            "new_address": address("new"),
            "print_address": address("print"),
            "xlsx_address": address("export", "xlsx"),
            "csv_address": address("export", "csv"),
            "ways_in": self.viewset.ways(),
        }


class PrintView(ListView):
    """The same list on paper: A4, with office, date and the question in words."""

    template_name = "desk/print.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The whole list; a list too long for paper is refused with what to do."""
        self.insist()
        count = self.rows.count()
        if count > PRINTED:
            raise Refused(_("The list has %(count)d rows, too many for paper: narrow it with the filters, or export it.") % {"count": count})
        columns = self.shown(_with_last_days(self.viewset.columns, self.model))
        lines = [{"title": str(row), "cells": _cells(row, columns, self.seat)} for row in self.rows]
        context = {
            "viewset": self.viewset,
            "lines": lines,
            "columns": headings(columns, self.model),
            "words": self.question.words(),
            "order": self.question.ordered(),
            "list_address": self.list_address(),
            "office": self.seat.office,
            "now": timezone.localtime(),
        }
        return self.show(context)


class ExportView(ListView):
    """The same list as a file, with every facet; the log says that it left the house."""

    act = EXPORT

    def get(self, request: HttpRequest, kind: str) -> Any:  # type: ignore[override]
        """An XLSX or CSV file."""
        if kind not in {"xlsx", "csv"}:
            raise Http404
        self.insist()
        columns = list(facets(self.model).values())
        note_export(self.seat, f"{self.viewset.title} ({kind}): {self.rows.count()}; {self.question.words()}")
        name = f"{slugify(str(self.viewset.title))}-{timezone.localdate():%Y%m%d}.{kind}"
        rows = self.rows.iterator(chunk_size=500)
        head = [capfirst(str(column.label)) for column in columns]
        if kind == "xlsx":
            typed = ([_typed(column, row, self.seat) for column in columns] for row in rows)
            return FileResponse(workbooks.written(str(self.viewset.title), head, typed), as_attachment=True, filename=name)
        return _comma_separated(head, ([safe(cell) for cell in _cells(row, columns, self.seat)] for row in rows), name)


class Cell(str):
    """What a cell says, with the label of its column and whether it is a number, which stands at the right."""

    __slots__ = ("label", "number")
    label: str
    number: bool


def _cells(row: Any, columns: list[Facet], seat: Any) -> list[Cell]:
    made = []
    for column, label in zip(columns, headings(columns, type(row)), strict=True):
        cell = Cell(column.say(row, seat))
        cell.label, cell.number = label, isinstance(column.value(row), int | Money)
        made.append(cell)
    return made


def _with_last_days(names: tuple[str, ...], model: type[Record]) -> tuple[str, ...]:
    """On paper nobody opens the record, so the last day stands beside the first."""
    if "when" not in names or "until" in names or "until" not in facets(model):
        return names
    place = names.index("when") + 1
    return (*names[:place], "until", *names[place:])


def _typed(column: Facet, row: Any, seat: Any) -> workbooks.Cell:
    """The day, number or amount where the cell says exactly that, else its words."""
    said = column.say(row, seat)
    value = column.value(row) if said else None
    return safe(said) if value is None else value


class _Echo:
    def write(self, line: str) -> str:
        return line


def _comma_separated(head: list[str], rows: Iterator[list[str]], name: str) -> StreamingHttpResponse:
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(head)
        for row in rows:
            yield writer.writerow(row)

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
