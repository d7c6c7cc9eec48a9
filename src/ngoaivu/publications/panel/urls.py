"""Addresses of the panel, below `con-so/`."""

from django.urls import path

from ngoaivu.publications.panel import views

urlpatterns = [
    path("doc/", views.read, name="panel_read"),
    path("nhac/", views.advise, name="panel_advise"),
    path("tim/", views.search, name="panel_search"),
    path("viet/", views.write, name="panel_write"),
    path("van-ban/", views.documents, name="panel_documents"),
    path("mien/", views.waive, name="panel_waive"),
]
