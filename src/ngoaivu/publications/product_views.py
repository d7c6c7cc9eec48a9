"""What a published text became: where readers find it, and its sealed paper."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET

from ngoaivu.accounts.models import Office
from ngoaivu.publications import rendering
from ngoaivu.publications.editions import Edition, Release
from ngoaivu.publications.frames import LANGUAGES
from ngoaivu.publications.screens import seated


def products(edition: Edition | None) -> list[dict[str, Any]]:
    """The edition in each language: its address on the portal, and that of its paper where it was issued as one."""
    if edition is None or edition.withdrawn_at:
        return []
    release = Release.objects.filter(edition=edition).first()
    content, papers = edition.content, release is not None and "paper" in edition.content["extra"]
    return [
        {
            "language": language,
            "page": rendering.public_address(content, language),
            "paper": reverse("publications:release_paper", args=[release.number, language]) if release and papers else "",
        }
        for language in LANGUAGES
        if language in content["texts"]
    ]


@require_GET
@seated
def released_paper(request: HttpRequest, office: Office, number: int, language: str) -> HttpResponse:
    """The released report as a paper, the same that readers of the portal get."""
    release = get_object_or_404(Release.objects.select_related("edition"), office=office.key, number=number)
    if release.edition.withdrawn_at or language not in release.edition.content["texts"]:
        raise Http404
    return rendering.paper_response(release.edition.content, language, draft=False, seal=release.digest)
