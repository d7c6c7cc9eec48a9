"""Addresses of the public site: the same tree for the office at the root and for each office below its own path."""

from django.urls import URLPattern, URLResolver, include, path

from ngoaivu.portal.addresses import LANGUAGES, WORDS
from ngoaivu.portal.views import about, figures, home, machine, office, procedures, reports, search
from ngoaivu.portal.views import news as news_views


def tree(language: str) -> list[URLPattern]:
    """The pages of one language."""
    at, own = WORDS[language], {"language": language}
    news, report, series, edition = at["news"], at["report"], at["series"], at["edition"]
    return [
        path("", home.home, own),
        path(f"{news}/", news_views.everything, own),
        path(f"{news}/<slug:section>/", news_views.section, own),
        path(f"{news}/<slug:section>/<slug:slug>/", news_views.article, own),
        path(f"{news}/<slug:section>/<slug:slug>/{edition}/<int:number>/", news_views.article, own),
        path(f"{at['feed']}", machine.feed, own),
        path(f"{report}/", reports.everything, own),
        path(f"{report}/<slug:slug>/", reports.report, own),
        path(f"{report}/<slug:slug>/{at['paper']}", reports.paper, own),
        path(f"{report}/<slug:slug>/{edition}/<int:number>/", reports.report, own),
        path(f"{series}/", figures.everything, own),
        path(f"{series}/<slug:key>/", figures.series, own),
        path(f"{series}/<slug:key>/{at['data']}", figures.data, own),
        path(f"{series}/<slug:key>/{edition}/<int:number>/", figures.series, own),
        path(f"{series}/<slug:indicator>/{at['rows']}/<slug:word>/<slug:key>/<int:number>/<slug:fact>/", figures.rows, own),
        path(f"{at['office']}/", office.office, own),
        path(f"{at['procedure']}/", procedures.everything, own),
        path(f"{at['procedure']}/<slug:slug>/", procedures.procedure, own),
        path(f"{at['page']}/<slug:slug>/", news_views.page, own),
        path(f"{at['trace']}/", about.trace, own),
        path(f"{at['search']}/", search.search, own),
        path(f"{at['accessibility']}/", about.accessibility, own),
        path(f"{at['counting']}/", about.counting, own),
    ]


def both(prefix: str) -> list[URLPattern | URLResolver]:
    """Both languages below a prefix."""
    return [path(f"{prefix}{language}/", include(tree(language))) for language in LANGUAGES]


urlpatterns = [
    path("", home.choose),
    path("robots.txt", machine.robots),
    path("sitemap.xml", machine.sitemap),
    *both(""),
    path("<slug:portal>/", home.choose),
    *both("<slug:portal>/"),
]
