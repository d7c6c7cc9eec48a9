"""Measures what the Figures panel asks: about 300 figures of the demonstration's reports, all bound, then all typed by hand.

Run against an installation with the demonstration: `NGOAIVU_HOME=… python -m tests.bench.panel`. One line of JSON each for the reading
of the figures and for the advice, which the panel asks for afterwards: figures, queries, seconds of processor time (the best and the
middle of seven) from request to answer.
"""

import json
import os
import time
from collections.abc import Iterator
from statistics import median
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ngoaivu.config.settings")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ngoaivu.accounts.models import User
from ngoaivu.publications import lines
from ngoaivu.publications.pages import ReportPage

FIGURES = 300
TIMES = 7


def told(pages: list[ReportPage], *, bound: bool) -> Iterator[dict[str, Any]]:
    """The lines of some reports, one behind the other until there are enough figures, with or without their marks."""
    counted = 0
    for number, page in enumerate(pages * 10):
        for line in lines.of_page(page.get_latest_revision_as_object()):
            pieces = [{"start": one.start, "end": one.end, "kind": one.kind, "settings": dict(one.settings)} for one in line.pieces]
            counted += sum(one.kind == "figure" for one in line.pieces)
            yield {"place": f"{number}/{line.place}", "text": line.text, "pieces": pieces if bound else []}
            if counted >= FIGURES:
                return


def main() -> None:
    """Print both lines."""
    settings.ALLOWED_HOSTS = ["*"]
    pages = list(ReportPage.objects.filter(office__excerpt=False, locale__language_code="vi"))
    client = Client()
    client.force_login(User.objects.get(username="binh"))
    for bound in (True, False):
        body = json.dumps({"page": pages[0].pk, "lines": list(told(pages, bound=bound))})
        figures = client.post(reverse("publications:panel_read"), body, content_type="application/json").json()["counts"]["all"]
        for door in ("panel_read", "panel_advise"):
            print(json.dumps({"door": door, "bound": bound, "figures": figures} | measured(client, reverse(f"publications:{door}"), body)))


def measured(client: Client, address: str, body: str) -> dict[str, Any]:
    """What one request costs."""
    with CaptureQueriesContext(connection) as asked:
        client.post(address, body, content_type="application/json")
    # Now: the next request empties the log.
    queries = len(asked)
    seconds = []
    for _run in range(TIMES):
        start = time.process_time()
        client.post(address, body, content_type="application/json")
        seconds.append(time.process_time() - start)
    return {"queries": queries, "best": round(min(seconds), 3), "middle": round(median(seconds), 3)}


if __name__ == "__main__":
    main()
