"""The app «indicators»."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Definitions, the engine, observations and claims."""

    name = "ngoaivu.indicators"
    label = "indicators"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Judge the declarations when all windows are registered, and tell what each change moved."""
        from ngoaivu.core import consequences as core_consequences  # app ready
        from ngoaivu.indicators import checks, consequences  # app ready

        checks.register()
        core_consequences.tell(consequences.moved)
