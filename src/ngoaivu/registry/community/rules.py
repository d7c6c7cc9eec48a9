"""Rules of the community abroad: of those trained some are placed, never more."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ngoaivu.registry.community.models import TraineeCohort


def check_cohort(before: TraineeCohort | None, after: TraineeCohort) -> None:
    """Refuse more placed than trained."""
    if after.trained is not None and after.placed is not None and after.placed > after.trained:
        raise ValidationError({"placed": _("More were placed than trained: correct one of the two numbers.")})
