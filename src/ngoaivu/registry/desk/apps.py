"""The app «desk»."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Lists, forms, print, export and import for every room."""

    name = "ngoaivu.registry.desk"
    label = "desk"

    def ready(self) -> None:
        """Give words to what Wagtail leaves under the name of a variable."""
        from ngoaivu.core.unlabelled import label_what_wagtail_left  # app ready

        label_what_wagtail_left()
