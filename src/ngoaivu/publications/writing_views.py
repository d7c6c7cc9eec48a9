"""Screens of beginning to write: a news item, the other language."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, may
from ngoaivu.publications import drafting, writing
from ngoaivu.publications.forms import NewItemForm
from ngoaivu.publications.frames import LANGUAGES
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.screens import acting, seated, user_of


def may_write(request: HttpRequest, office: Office) -> bool:
    """Whether the person writes in the office."""
    return any(may(request.user, act, office) for act in (roles.DRAFT, roles.EDIT))


@require_http_methods(["GET", "POST"])
@seated
def new_item(request: HttpRequest, office: Office) -> HttpResponse:
    """Begin a news item, then write it in the editor."""
    if not may_write(request, office):
        raise Http404
    form = NewItemForm(request.POST or None, office=office)
    if form.is_valid():
        told = form.cleaned_data
        try:
            pages = writing.begin(office, form.titles, section=told["section"], date=told["date"], by=user_of(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The item is begun. Write it here; every figure you type is found in the panel."))
            return redirect("wagtailadmin_pages:edit", next(iter(pages.values())).pk)
    return render(request, "publications/new_item.html", {"form": form})


@require_POST
@seated
def other_language(request: HttpRequest, office: Office, key: str, language: str) -> HttpResponse:
    """Make the other language from the one there is; words that stand there go only if the person says so."""
    if not may_write(request, office) or language not in LANGUAGES or not drafting.kept_keys(office, {key}):
        raise Http404
    replacing = "replace" in request.POST
    done = _("Done, its figures written in the language. What is not translated yet is named below and blocks publishing. See to the title too.")
    return acting(request, key, lambda: writing.copy_into(office, key, language, by=user_of(request), replacing=replacing), done)
