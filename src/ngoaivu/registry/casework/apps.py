"""The app «casework»."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Casework «giải quyết hồ sơ»: business-travel permissions, and the procedures the office describes."""

    name = "ngoaivu.registry.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the room's windows upwards."""
        from ngoaivu.registry.casework import facts  # app ready

        facts.register()
