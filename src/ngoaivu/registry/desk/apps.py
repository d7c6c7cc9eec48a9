"""The app «desk»."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Lists, forms, print, export and import for every room."""

    name = "ngoaivu.registry.desk"
    label = "desk"

    def ready(self) -> None:
        """Give words to what Wagtail leaves under the name of a variable; tell the storeys above where records are seen."""
        from ngoaivu.core import pointing  # app ready
        from ngoaivu.core.unlabelled import label_what_wagtail_left  # app ready
        from ngoaivu.registry.desk import opened, words  # app ready

        label_what_wagtail_left()
        pointing.point(opened.address_of, words.verb)
