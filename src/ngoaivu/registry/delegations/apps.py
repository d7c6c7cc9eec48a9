"""The app «delegations»."""

from django.apps import AppConfig


class DelegationsConfig(AppConfig):
    """Delegations «đoàn vào, đoàn ra»: missions received and sent, and the countries they visited."""

    name = "ngoaivu.registry.delegations"
    label = "delegations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards, and say its countries in its own way."""
        from ngoaivu.registry.delegations import countries, facts  # app ready

        facts.register()
        countries.register()
