"""The app «agreements»."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Agreements «thỏa thuận»: what was signed, with whom, in force from when to when."""

    name = "ngoaivu.registry.agreements"
    label = "agreements"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards, and say in its own way whether an agreement is in force."""
        from ngoaivu.registry.agreements import facts, standing  # app ready

        facts.register()
        standing.register()
