"""The app «events»."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Events «sự kiện»: forums, conferences, cultural exchanges, training, bulletins."""

    name = "ngoaivu.registry.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards."""
        from ngoaivu.registry.events import facts  # app ready

        facts.register()
