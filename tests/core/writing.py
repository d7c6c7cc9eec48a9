"""A process that writes until it is killed: one mission and its three stops in each change, each revision told once confirmed.

With the word `halt` it stops inside its fourth change, before the commit, and waits for the end there.
"""

import itertools
import sys
import time

import django

django.setup()

from django.db import connection

from ngoaivu.accounts.models import Office
from ngoaivu.core.changes import SYSTEM, change
from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import keep
from ngoaivu.registry.delegations.models import CountryVisit, Delegation

STOPS = 3


def tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def write(halt: bool) -> None:
    office = Office.objects.select_related("territory").get(key="so-ngoai-vu")
    country = Territory.objects.get(key="la")
    for number in itertools.count(1):
        with change(by=SYSTEM, verb="write") as writer:
            mission = keep(Delegation(office=office, territory=office.territory, title_vi=f"Đoàn {number}", direction="outbound"), by=SYSTEM)
            for stop in range(STOPS):
                keep(CountryVisit(office=office, territory=office.territory, title_vi=f"{stop}", delegation=mission, country=country), by=SYSTEM)
            if halt and number == 4:
                tell(f"halted inside {writer.revision}")
                time.sleep(60)
        tell(f"confirmed {writer.revision}")


if __name__ == "__main__":
    write("halt" in sys.argv)
    connection.close()
