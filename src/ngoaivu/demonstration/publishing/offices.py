"""Everything both demonstration offices publish: reports, news, series, procedures, the office itself, the trace of the article."""

import tomllib
from datetime import date

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office, User
from ngoaivu.demonstration.article.reading import FOLDER
from ngoaivu.demonstration.publishing import tracing
from ngoaivu.demonstration.publishing.texts import Report, Say, about, pictures, publish_news, release, used_by
from ngoaivu.publications import about_office, procedures, publishing, series
from ngoaivu.publications.content import Words
from ngoaivu.publications.drafting import Own
from ngoaivu.publications.editions import Edition

# The last event the article tells of lies in June 2020: its stocks are read at the end of that month.
ARTICLE_READ_ON = date(2020, 6, 30)
TERM = "term:2015-2020"


def tien_giang(office: Office, model: Office | None, say: Say) -> None:
    """The term told from the article: one report, the news, the series, the trace."""
    drafter, approver = _person("vidu"), _person("mau")
    inserts = tomllib.loads((FOLDER / "term_text.toml").read_text("utf-8"))["insert"]
    say(named(office.territory.name_vi, "term", TERM))
    release(office, Report("term", TERM, Own(ARTICLE_READ_ON, inserts, pictures("song"))), drafter=drafter, approver=approver)
    number = publish_news(office, FOLDER / "news", editor=drafter)
    say(_("%(office)s: %(number)d news items") % {"office": office.territory.name_vi, "number": number})
    publishing.publish(tracing.compose(office), by=drafter.actor.name)
    _common(office, model, ("2016", "2020"), editor=drafter, traced=tracing.document())


def model_province(office: Office, other: Office, say: Say) -> None:
    """The model province: its term report, three yearly ones, series, procedures."""
    drafter, approver, own = _person("hanh"), _person("toan"), Own(pictures=pictures("tru-so"))
    for report in (Report("term", TERM, own), Report("year", "year:2023", own), Report("year", "year:2024", own)):
        say(named(office.territory.name_vi, report.outline, report.over))
        release(office, report, drafter=drafter, approver=approver)
    for content in procedures.compose_all(office):
        publishing.publish(content, by=drafter.actor.name)
    _common(office, other, ("2016", "2025"), editor=drafter)


def _common(office: Office, other: Office | None, span: tuple[str, str], *, editor: User, traced: Words | None = None) -> None:
    used = used_by([row.content for row in Edition.objects.filter(office=office.key, current=True, kind__in=("news", "report"))])
    told = about()
    sections = {begun: one["key"] for one in told["section"] for begun in one["indicators"]}
    for content in series.compose_all(office, span, used=used, sections=sections):
        publishing.publish(content, by=editor.actor.name)
    neighbour = None
    if other:
        neighbour = {"path": other.portal_path, "name": {"vi": other.territory.name_vi, "en": other.territory.name_en}}
    figures = told["figures"].get(office.key, told["figures"]["model"])
    content = about_office.compose(office, sections=told["section"], links=told["link"], figures=figures, other=neighbour, traced=traced)
    publishing.publish(content, by=editor.actor.name)


def named(place: str, outline: str, over: str) -> str:
    """A report as the terminal names it: whose, of which kind, over which years."""
    told = _("%(office)s: term report %(years)s") if outline == "term" else _("%(office)s: yearly report %(years)s")
    return told % {"office": place, "years": over.partition(":")[2].replace("-", "–")}


def _person(username: str) -> User:
    return User.objects.get(username=username)
