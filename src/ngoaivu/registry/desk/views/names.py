"""Names offered while an officer types: countries, and rows of his office that he may see."""

from collections import Counter
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, JsonResponse

from ngoaivu.registry.desk.naming import called, countries, suggestions
from ngoaivu.registry.desk.opened import named, viewset_of
from ngoaivu.registry.desk.views.base import DeskView

OFFERED = 12


class NamesView(DeskView):
    """A short list of names as JSON."""

    def get(self, request: HttpRequest, kind: str) -> JsonResponse:
        """Names near the words typed so far; a name two rows share carries its number. `known` says whether the words are a name already."""
        found, typed = self._rows(kind), request.GET.get("q", "")
        rows = suggestions(found, typed)
        names = Counter(str(row) for row in rows)
        told: dict[str, Any] = {"names": [f"{row} #{row.pk}" if names[str(row)] > 1 else str(row) for row in rows[:OFFERED]]}
        row = called(found, typed)
        told |= {"known": row is not None, "country": str(getattr(row, "country", None) or "")}
        return JsonResponse(told | (viewset_of(model).of_new_name(typed) if row is None and (model := named(kind)) else {}))

    def _rows(self, kind: str) -> QuerySet[Any]:
        if kind == "country":
            return countries()
        model = named(kind)
        if model is None:
            raise Http404
        rows: QuerySet[Any] = model._default_manager.filter(self.seat.visible(), withdrawn=False)
        return rows
