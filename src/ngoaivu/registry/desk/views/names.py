"""Names offered while an officer types: countries, and rows of his office that he may see."""

from collections import Counter
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, JsonResponse

from ngoaivu.registry.desk.fields import countries, suggestions
from ngoaivu.registry.desk.opened import named
from ngoaivu.registry.desk.views.base import DeskView

OFFERED = 12


class NamesView(DeskView):
    """A short list of names as JSON."""

    def get(self, request: HttpRequest, kind: str) -> JsonResponse:
        """Names that hold the words typed so far; a name two rows share carries its number."""
        rows = suggestions(self._rows(kind), request.GET.get("q", ""))
        names = Counter(str(row) for row in rows)
        return JsonResponse({"names": [f"{row} #{row.pk}" if names[str(row)] > 1 else str(row) for row in rows[:OFFERED]]})

    def _rows(self, kind: str) -> QuerySet[Any]:
        if kind == "country":
            return countries()
        model = named(kind)
        if model is None:
            raise Http404
        rows: QuerySet[Any] = model._default_manager.filter(self.seat.visible(), withdrawn=False)
        return rows
