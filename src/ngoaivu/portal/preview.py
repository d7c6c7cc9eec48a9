"""Preview «xem trước»: a content that is not published yet, in the very templates the public will see.

The desk calls this behind its log-in; nothing is stored, and a draft says that it is one.
"""

from django.http import Http404
from django.utils import timezone, translation

from ngoaivu.portal import offices
from ngoaivu.portal.articles import Standing, article, page_of
from ngoaivu.portal.frame import show
from ngoaivu.portal.place import Place
from ngoaivu.portal.views.reports import key_table, released
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import canonical
from ngoaivu.publications.editions import Edition


def page(content: Content, language: str, draft: bool) -> str:
    """The page of a content in one language. Http404 when its office has no portal yet or the language is not in it."""
    portal = next((one for one in offices.portals() if one.office == content["office"]), None)
    if portal is None or language not in content["texts"]:
        raise Http404
    edition = Edition(
        office=content["office"],
        kind=content["kind"],
        key=content["key"],
        section=content["section"],
        date=content["date"],
        text=canonical(content),
        published_at=timezone.now(),
        number=1,
    )
    with translation.override(language):
        place = Place(None, portal, language)
        context = article(place, edition, content) | {"standing": Standing(draft=draft)}
        if content["kind"] == "report":
            context |= {"release": released(place, edition, content), "key_table": key_table(place, edition, content)}
        template = "report.html" if content["kind"] == "report" else "article.html"
        return show(place, template, page_of(place, edition, content), **context).content.decode()
