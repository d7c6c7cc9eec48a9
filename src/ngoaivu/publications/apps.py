"""The app «publications»."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Authored texts, editions and releases."""

    name = "ngoaivu.publications"
    label = "publications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Set a keeper to the wall: what the checks find blocks every door."""
        from ngoaivu.publications import overriding, wall  # app ready

        wall.keep(overriding.refusals)
