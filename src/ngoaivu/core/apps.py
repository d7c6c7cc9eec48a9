"""The app «core»."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class CoreConfig(AppConfig):
    """Registers the house rules with Django's system checks."""

    name = "ngoaivu.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand the house rules to Django."""
        from ngoaivu.core import checks  # app ready

        register(checks.house_rules, Tags.models)
        register(checks.secret_key, Tags.security)
