"""The app «aid»."""

from django.apps import AppConfig


class AidConfig(AppConfig):
    """Aid «viện trợ»: foreign organisations, aid items, disbursements, volunteers."""

    name = "ngoaivu.registry.aid"
    label = "aid"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards."""
        from ngoaivu.registry.aid import facts  # app ready

        facts.register()
