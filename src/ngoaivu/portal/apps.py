"""The app «portal»."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public site: pages, search, feeds and visits."""

    name = "ngoaivu.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lend the desk's previews the public templates."""
        from ngoaivu.portal import preview  # app ready
        from ngoaivu.portal.middleware import HEADERS  # app ready
        from ngoaivu.publications import rendering  # app ready

        rendering.register(preview.page, HEADERS, preview.address)
