"""The app «agreements»."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Agreements «thỏa thuận»: what was signed, with whom, in force from when to when."""

    name = "ngoaivu.registry.agreements"
    label = "agreements"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards."""
        from ngoaivu.registry.agreements import facts  # app ready

        facts.register()
