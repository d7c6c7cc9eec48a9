"""`ngoaivu demo` and `ngoaivu generate`: both demonstration offices, and synthetic records for load."""

import argparse
import time

from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.config.cli import DONE, Refused, serve
from ngoaivu.config.preparing import prepare
from ngoaivu.demonstration import load
from ngoaivu.demonstration.generator import mass
from ngoaivu.demonstration.people import MODEL_PROVINCE, PASSWORD, TIEN_GIANG
from ngoaivu.demonstration.publishing import offices
from ngoaivu.publications.editions import Edition

MODEL = "tinh-mau"
# Whose portals there are, and who works there.
PORTALS = {"tien-giang": TIEN_GIANG, MODEL: MODEL_PROVINCE}


def run(called: argparse.Namespace) -> int:
    """Prepare, load and publish what is missing, say where everything is, and serve if asked."""
    began = time.monotonic()
    prepare(print)
    if Edition.objects.filter(kind="office").values("office").distinct().count() < len(PORTALS):
        _load()
    print(_("Ready after %(seconds)d s.") % {"seconds": time.monotonic() - began})
    _tell(called.port)
    if called.serve:
        serve.start("127.0.0.1", called.port, 2)
    return DONE


def _load() -> None:
    """Load both offices and publish what is not yet published; a set-up that was cut short goes on where it stopped."""

    def say(line: str) -> None:
        print(f"  {line}", flush=True)

    here, model = load.load_all(say)
    for office, other, publish in ((here, model, offices.tien_giang), (model, here, offices.model_province)):
        if not Edition.objects.filter(office=office.key, kind="office").exists():
            publish(office, other, say)


def generate(called: argparse.Namespace) -> int:
    """Make synthetic records in an office and say how fast."""
    office = Office.objects.filter(key=called.office).first() or Office.objects.filter(territory__key=called.office).first()
    if office is None:
        raise Refused(_("No office has the key “%(key)s”; run ngoaivu demo first.") % {"key": called.office})
    began = time.monotonic()
    made = mass.generate(office, count=called.records, seed=called.seed, progress=lambda line: print(f"  {line}", flush=True))
    seconds = time.monotonic() - began
    print(_("%(made)d records in %(seconds).1f s.") % {"made": made, "seconds": seconds})
    return DONE


def _tell(port: int) -> None:
    address = f"http://127.0.0.1:{port}"
    model = Office.objects.get(territory__key=MODEL)
    print(_("Portal of Tiền Giang: %(address)s/vi/  and  %(address)s/en/") % {"address": address})
    print(_("Portal of Tỉnh Mẫu: %(address)s/%(path)s/vi/") % {"address": address, "path": model.portal_path})
    print(_("Desk: %(address)s/lam-viec/") % {"address": address})
    print(_("Log-ins for demonstration (password: %(password)s):") % {"password": PASSWORD})
    for ground, people in PORTALS.items():
        print(f" {Office.objects.get(territory__key=ground)}")
        for person in people:
            title = person.title_en if translation.get_language() == "en" else person.title_vi
            print(f"  {person.username:<10} {person.full_name:<22} {title}")
