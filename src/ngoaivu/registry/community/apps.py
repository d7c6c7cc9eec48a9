"""The app «community»."""

from django.apps import AppConfig


class CommunityConfig(AppConfig):
    """Community «cộng đồng»: associations, enterprises and trainees that tie the province to its people abroad."""

    name = "ngoaivu.registry.community"
    label = "community"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards."""
        from ngoaivu.registry.community import facts  # app ready

        facts.register()
