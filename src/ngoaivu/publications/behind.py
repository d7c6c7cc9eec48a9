"""Behind a draft's figure «hồ sơ sau con số»: what it counts and its rows, as far as the person at the desk may read them."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from ngoaivu.accounts.models import Office
from ngoaivu.accounts.seats import seat_at
from ngoaivu.core import changes, pointing, windows
from ngoaivu.indicators import facts
from ngoaivu.indicators.facts import Fact, Missing, Row
from ngoaivu.indicators.members import member_words
from ngoaivu.publications import comparing, moved
from ngoaivu.publications.binding import KEYS, BindingError, Bound, words
from ngoaivu.publications.content import Edition
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.recomputing import question
from ngoaivu.publications.refreshing import ask
from ngoaivu.publications.rendering import Doors
from ngoaivu.publications.screens import seated

# More than this nobody reads at once; the list of the room has them all.
MOST = 200


def doors(content: Edition, position: int) -> Doors:
    """Where a preview leads at the desk."""
    return Doors(
        text=lambda language: reverse("publications:preview", args=[content["key"], language]),
        rows=lambda fact: address(Bound(question(content["facts"][fact])), position, content["key"]),
    )


def address(bound: Bound, position: int, key: str) -> str:
    """The page of the rows behind a figure of a text, as the registry was at a position."""
    return f"{reverse('publications:rows')}?{urlencode(bound.marks() | {'at': position, 'text': key})}"


def of_moved(pages: Mapping[str, AuthoredPage], position: int, key: str) -> list[dict[str, Any]]:
    """The figures of a text that moved since its last save: their names, the rows behind them, and every place with its page."""
    return [
        {"name": comparing.name_of(one.question), "rows": address(Bound(one.question), position, key), "places": one.places}
        for one in moved.of_pages(pages, position)
    ]


@require_GET
@seated
def rows(request: HttpRequest, office: Office) -> HttpResponse:
    """One figure of a draft: its value, what it counts, its sources, its rows, or the sentence why there are none."""
    fact = _fact(request, office)
    language = "en" if get_language() == "en" else "vi"
    shown = facts.rows(fact, seat_at(request).reader, count=MOST)
    members = [member_words(fact.definition, name, member)[language] for name, member in fact.question.by]
    context = {
        "title": ": ".join([fact.definition.name[language], *members]),
        "value": str(words(Bound(fact.question), fact, language)),
        "definition": fact.definition.definition[language],
        "when": fact.when[language],
        "sources": [source.document[language] for source in fact.sources],
        "rows": [_row(row, language) for row in shown.shown],
        "count": shown.count,
        "why_not": shown.why_not_en if language == "en" else shown.why_not_vi,
        "empty": fact.basis == "computed" and not shown.count,
        "text": request.GET.get("text", ""),
    }
    return render(request, "publications/rows.html", context)


def _fact(request: HttpRequest, office: Office) -> Fact:
    """The fact an address asks for, as a text of the office may ask it; Http404 where there is none."""
    try:
        bound = Bound.read({name: request.GET[name] for name in KEYS if request.GET.get(name)})
    except BindingError as error:
        raise Http404(str(error)) from error
    at = request.GET.get("at", "")
    position = min(int(at), changes.latest()) if at.isdecimal() and len(at) < 19 else changes.latest()
    found = ask([bound], position, office)[bound.question]
    if isinstance(found, Missing):
        raise Http404(str(found))
    return found


def _row(row: Row, language: str) -> dict[str, Any]:
    """A record with its page at the desk."""
    label, _colon, number = row.key.partition(":")
    model = next((window.model for window in windows.registered() if window.model._meta.label_lower == label), None)
    record = model.objects.filter(pk=number).first() if model else None
    title, when = (row.title_en, row.when_en) if language == "en" else (row.title_vi, row.when_vi)
    return {"title": title, "when": when, "amount": row.amount, "address": pointing.address_of(record) if record else ""}
