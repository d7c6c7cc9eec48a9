"""The app «partners»."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    """Partners «đối tác»: who the province knows abroad, the relationships with them, what was learned from them."""

    name = "ngoaivu.registry.partners"
    label = "partners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards."""
        from ngoaivu.registry.partners import facts  # app ready

        facts.register()
