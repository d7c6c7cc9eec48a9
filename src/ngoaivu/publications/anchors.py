"""An anchor «mốc neo»: number and seal of a release that somebody outside kept. A chain cannot show by itself that its end was cut off."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ngoaivu.publications.editions import Release
from ngoaivu.publications.publishing import Refused

WRITTEN = re.compile(r"(\d+):([0-9a-f]{8,64})")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The number of a release and its seal, or the first eight or more digits of it."""

    number: int
    seal: str

    @classmethod
    def read(cls, text: str) -> "Anchor":
        """From `3:9f86d081…`, as the portal shows number and seal."""
        found = WRITTEN.fullmatch(text.strip().lower())
        if not found:
            raise Refused(_("“%(anchor)s” is no anchor: write number and seal of a release, e.g. 3:9f86d081884c7d65.") % {"anchor": text})
        return cls(int(found[1]), found[2])

    def fault(self, office: str) -> str:
        """What is wrong with the office's releases by this anchor; empty when the release stands under its seal."""
        named = {"number": self.number, "seal": self.seal}
        kept = Release.objects.filter(office=office, number=self.number).values_list("digest", flat=True).first()
        if kept is None:
            return _("Release %(number)d with the seal %(seal)s was known and is gone: the end of the chain was cut off.") % named
        if not kept.startswith(self.seal):
            return _("Release %(number)d was known with the seal %(seal)s and bears another: the chain was written anew.") % named
        return ""
