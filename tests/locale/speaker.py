"""Run by a test in a process of its own: a bare Django with Wagtail speaks through the locale folder given."""

import json
import sys
from datetime import datetime
from decimal import Decimal

import django
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import BooleanField
from django.forms import DateField
from django.test import RequestFactory
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.views.i18n import JSONCatalog

settings.configure(
    LANGUAGE_CODE="vi",
    LOCALE_PATHS=[sys.argv[1]],
    FORMAT_MODULE_PATH="ngoaivu.locale",
    STATIC_URL="/static/",
    INSTALLED_APPS=[
        "wagtail.users",
        "wagtail.documents",
        "wagtail.images",
        "wagtail.search",
        "wagtail.admin",
        "wagtail.sites",
        "wagtail",
        "taggit",
        "django.contrib.auth",
        "django.contrib.contenttypes",
    ],
)
django.setup()

# Only now: Wagtail's forms need the apps ready.
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.choosers import EmailLinkChooserForm
from wagtail.admin.ui.fields import display_class_registry
from wagtail.sites.views import IndexView

from ngoaivu.core.unlabelled import label_what_wagtail_left


def messages() -> list[str]:
    deleted = ngettext("%(num_parent_objects)d page has been deleted", "%(num_parent_objects)d pages have been deleted", 3)
    scripts = JSONCatalog().get(RequestFactory().get("/"), packages="wagtail.admin")
    return [
        gettext("History"),
        deleted % {"num_parent_objects": 3},
        str(MONTHS[6]),
        json.loads(scripts.getvalue())["catalog"]["Saving..."],
    ]


def formats(language: str) -> list[str]:
    with translation.override(language):
        typed = DateField().clean("05/06/2020")
        moment = datetime(2020, 6, 5, 14, 30)  # noqa: DTZ001 (only its looks matter)
        return [typed.isoformat(), date_format(moment, "DATETIME_FORMAT"), intcomma(8636), intcomma(Decimal("2.73"))]


def labels() -> list[str]:
    label_what_wagtail_left()
    in_words = display_class_registry.get(BooleanField())
    return [
        *(str(field.label) for form in (LoginForm(), EmailLinkChooserForm()) for field in form),
        *(str(column.label) for column in IndexView.columns),
        *(in_words(value).render_html() for value in (True, False, None)),
    ]


sys.stdout.write(json.dumps({"messages": messages(), "vi": formats("vi"), "en": formats("en"), "labels": labels()}, ensure_ascii=False))
