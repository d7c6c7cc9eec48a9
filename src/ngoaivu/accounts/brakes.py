"""The brake «phanh đăng nhập»: wrong passwords are counted by name and by address, and after too many nobody tries for some minutes.

A table, not Django's cache: without Redis each worker has a memory of its own, and one who guesses would have as many tries again.
"""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from ngoaivu.accounts.models import FailedLogin

WINDOW = timedelta(minutes=10)
# An office sits behind one address: many people, many slips.
MOST = {"name": 8, "address": 60}


def closed_until(name: str, address: str) -> datetime | None:
    """Until when nobody may try this name, or from this address; None while they may."""
    since = timezone.now() - WINDOW
    ends = []
    for kind, key in _keys(name, address).items():
        tries = FailedLogin.objects.filter(**{kind: key}, at__gt=since).order_by("-at").values_list("at", flat=True)[: MOST[kind]]
        if len(tries) == MOST[kind]:
            ends.append(list(tries)[-1] + WINDOW)
    return max(ends, default=None)


def failed(name: str, address: str) -> None:
    """Count a wrong password; what is too old to count goes."""
    now = timezone.now()
    FailedLogin.objects.filter(at__lte=now - WINDOW).delete()
    FailedLogin.objects.create(at=now, **_keys(name, address))


def passed(name: str, address: str) -> None:
    """Forget the slips of who got in; those from his address with other names stay."""
    FailedLogin.objects.filter(name=_keys(name, address)["name"]).delete()


def _keys(name: str, address: str) -> dict[str, str]:
    """Sealed, because people type their password where the name belongs."""
    told = {"name": name.strip().casefold(), "address": address}
    return {kind: salted_hmac(f"ngoaivu.{kind}", text).hexdigest()[:40] for kind, text in told.items()}
