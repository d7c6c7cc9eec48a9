"""Writing «viết tin»: a news item begun by an officer, and the other language made from the one there is."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, User, may
from ngoaivu.core import vietnamese
from ngoaivu.publications import drafting, remaking
from ngoaivu.publications.drafting import office_page
from ngoaivu.publications.frames import LANGUAGES
from ngoaivu.publications.pages import AuthoredPage, NewsPage
from ngoaivu.publications.publishing import Refused

# What of a text a translator starts from. Title and address he writes himself, so the copy marks its title as one.
COPIED = ("lead", "body", "byline", "picture", "section", "date", "records", "outline", "period", "on")


@transaction.atomic
def begin(office: Office, titles: Mapping[str, str], *, section: str, date: str, by: User) -> dict[str, AuthoredPage]:
    """A news item with its titles and no words yet, one page for each language that has a title, tied as translations."""
    _check_may(by, office)
    told = {language: vietnamese.nfc(titles.get(language, "")).strip() for language in LANGUAGES}
    first = next((language for language in LANGUAGES if told[language]), "vi")
    key = _free_key(office, NewsPage(office=office, title=told[first], locale=_locale(first)).shown_title)
    pages: dict[str, NewsPage] = {}
    for language, title in told.items():
        if title:
            page = NewsPage(office=office, key=key, section=section, date=date, title=title, locale=_locale(language))
            page.slug = _free_slug(page, language)
            pages[language] = page
    kept: dict[str, AuthoredPage] = drafting.keep_pages(pages, by=by)
    return kept


@transaction.atomic
def copy_into(office: Office, key: str, language: str, *, by: User, replacing: bool = False) -> AuthoredPage:
    """The text in the other language: in the words of its outline where it has one, else copied, its figures written there.

    Words that stand there already are replaced only with leave.
    """
    _check_may(by, office)
    pages = drafting.latest(office, key)
    source = next((page for other, page in pages.items() if other != language and _has_words(page)), None)
    if source is None:
        raise Refused(_("There is nothing to copy: the other language is empty too."))
    page = pages.get(language) or _twin(source, language)
    if _has_words(page) and not replacing:
        raise Refused(_("There are words in this language already; they are replaced only if you say so: tick the box and press the button again."))
    told = remaking.remade(source, language)
    for name in COPIED:
        if hasattr(source, name):
            setattr(page, name, told.get(name) or _value(source, name))
    if page.pk is None:
        page.title = told.get("title") or page.title
        page.slug = _free_slug(page, language)
        page.live, page.owner = False, by
        office_page(office, language).add_child(instance=page)
    page.save_revision(user=by, log_action="wagtail.edit")
    return page


def lacking(pages: Mapping[str, AuthoredPage]) -> list[str]:
    """The languages a text has no words in, while it has some in another."""
    if not any(_has_words(page) for page in pages.values()):
        return []
    return [language for language in LANGUAGES if language not in pages or not _has_words(pages[language])]


def _has_words(page: AuthoredPage) -> bool:
    """Whether anything but the title was written."""
    return bool(str(page.lead).strip()) or bool(page.body.get_prep_value())


def _value(page: AuthoredPage, name: str) -> Any:
    return list(page.body.raw_data) if name == "body" else getattr(page, name)


def _twin(source: AuthoredPage, language: str) -> AuthoredPage:
    """A page of the same text in another language, not kept yet. Its title stands until it is translated."""
    page = type(source)(office=source.office, key=source.key, title=source.title, locale=_locale(language))
    page.translation_key = source.translation_key
    return page


def _free_key(office: Office, title: str) -> str:
    """The key of a new item, made of its title; a title that stands already is refused, one that only begins alike is numbered."""
    key = vietnamese.slugify(title)
    if not key:
        raise Refused(_("Give the item a title with letters in it: its address is made from it."))
    taken = dict(drafting.titles(office, key))
    if same := [told for told in taken.values() if _whole(told) == _whole(title)]:
        raise Refused(_("There is a text called “%(title)s” already: open it, or give this one another title.") % {"title": same[0]})
    return _free(key, taken)


def _whole(title: str) -> str:
    """A title by its letters alone, however long."""
    return vietnamese.slugify(title, most=len(title) * 2)


def _free_slug(page: AuthoredPage, language: str) -> str:
    """An address made of the title that no other text of the language has."""
    slug = vietnamese.slugify(page.shown_title) or page.key
    taken = set(office_page(page.office, language).get_children().values_list("slug", flat=True))
    return _free(slug, taken)


def _free(name: str, taken: Collection[str]) -> str:
    """The name, numbered if it is taken."""
    return next(one for one in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))) if one not in taken)


def _check_may(by: User, office: Office) -> None:
    if not any(may(by, act, office) for act in (roles.DRAFT, roles.EDIT)):
        raise Refused(_("%(name)s is not appointed to do this in %(office)s.") % {"name": by, "office": office})


def _locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]
