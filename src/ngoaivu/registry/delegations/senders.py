"""Senders «đơn vị cử đoàn»: whether the body that issued a letter is one the system knows, so that it may be told as who sends a delegation."""

from ngoaivu.accounts.models import Office
from ngoaivu.core.vietnamese import fold, nfc

SHORT = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "tp": "thanh pho"}


def sender_in(issuer: str) -> str:
    """The office of that name, or the body above one, as it is written in the register; empty for any other."""
    wanted = _plain(issuer)
    known = [name for pair in Office.objects.order_by("pk").values_list("name_vi", "superior_vi") for name in pair if name]
    return next((name for name in known if _plain(name) == wanted), "") if wanted else ""


def _plain(name: str) -> str:
    return " ".join(SHORT.get(word.strip("."), word) for word in fold(nfc(name)).split())
