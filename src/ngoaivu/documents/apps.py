"""The app «documents»."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Source documents, citations and the legal library."""

    name = "ngoaivu.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the window of the library upwards."""
        from ngoaivu.documents import facts  # app ready

        facts.register()
