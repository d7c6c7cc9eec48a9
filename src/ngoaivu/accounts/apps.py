"""The app «accounts»."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Offices and the people appointed to them."""

    name = "ngoaivu.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
