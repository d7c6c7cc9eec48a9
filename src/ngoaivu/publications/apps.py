"""The app «publications»."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Authored texts, editions and releases."""

    name = "ngoaivu.publications"
    label = "publications"
    default_auto_field = "django.db.models.BigAutoField"
