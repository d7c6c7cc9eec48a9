"""Wagtail's command for texts with a day: what the wall refuses leaves the schedule, and the others are published all the same."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.management.commands import publish_scheduled
from wagtail.models import Revision

from ngoaivu.publications import wall
from ngoaivu.publications.pages import AuthoredPage


class Command(publish_scheduled.Command):
    """Publishes what is due; ends with an error that names the texts and figures refused."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse first, or one refused text would keep all later ones back."""
        refused = list(_refused())
        if not options["dryrun"]:
            for revision, _sentence in refused:
                revision.approved_go_live_at = None
                revision.save(update_fields=["approved_go_live_at"])
        super().handle(*args, **options)
        if refused:
            raise CommandError("\n".join(sentence for _revision, sentence in refused))


def _refused() -> Iterator[tuple[Revision, str]]:
    for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at"):
        page = revision.as_object()
        if isinstance(page, AuthoredPage) and (told := wall.sentences(page)):
            names = {"title": page.title, "why": " ".join(told)}
            yield revision, _("“%(title)s” was not published and is no longer scheduled: %(why)s") % names
