"""The WSGI application: Django behind the page cache of the public site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ngoaivu.config.settings")
django_application = get_wsgi_application()

from ngoaivu.portal.cache import PageCache  # noqa: E402 — the apps must be ready

application = PageCache(django_application)
