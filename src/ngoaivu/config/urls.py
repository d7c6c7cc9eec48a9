"""Addresses: the desk, then the public site."""

from django.urls import include, path
from wagtail.admin import urls as wagtail_urls
from wagtail.documents import urls as document_urls

from ngoaivu.accounts.views import DeskLoginView

urlpatterns = [
    path("lam-viec/login/", DeskLoginView.as_view()),
    path("lam-viec/", include(wagtail_urls)),
    path("tep/", include(document_urls)),
    path("", include("ngoaivu.portal.urls")),
]

handler404 = "ngoaivu.portal.views.errors.not_found"
handler500 = "ngoaivu.portal.views.errors.broken"
