"""Windows of aid: registrations, items committed, money disbursed, volunteers."""

from typing import Any

from django.db.models import F, QuerySet

from ngoaivu.core.history import known, related
from ngoaivu.core.windows import Window, dimension, identity, money
from ngoaivu.core.windows import register as offer
from ngoaivu.registry.aid.models import AidItem, Disbursement, NgoRegistration, Volunteer


def registrations(revision: int | None) -> QuerySet[Any]:
    """Registrations of foreign organisations."""
    rows, then = related(known(NgoRegistration, revision), "partner", revision)
    return rows.annotate(nation=F(f"{then}__country__key"))


def aid_items(revision: int | None) -> QuerySet[Any]:
    """Aid items from their approval on; a proposal is not yet a commitment."""
    rows, then = related(known(AidItem, revision).exclude(state=AidItem.State.PROPOSED), "donor", revision)
    return rows.annotate(nation=F(f"{then}__country__key"))


def disbursements(revision: int | None) -> QuerySet[Any]:
    """Payments, with the kind of their item as known then."""
    rows, then = related(known(Disbursement, revision), "item", revision)
    return rows.filter(**{f"{then}__withdrawn": False}).annotate(item_kind=F(f"{then}__kind"))


def volunteers(revision: int | None) -> QuerySet[Any]:
    """Volunteers, without their names."""
    return known(Volunteer, revision)


COUNTRY = dimension("nation", "nước", "country")
CURRENCY = dimension("currency", "loại tiền", "currency")


def register() -> None:
    """Offer the room's windows."""
    offer(
        Window(
            "volunteers",
            Volunteer,
            "tình nguyện viên",
            "volunteers",
            {"country": dimension("country__key", "nước", "country"), "subject": dimension("subject", "môn", "subject")},
            volunteers,
        )
    )
    offer(
        Window(
            "ngo_registrations",
            NgoRegistration,
            "giấy đăng ký",
            "NGO registrations",
            {"country": COUNTRY, "partner": identity("partner_id", "tổ chức", "organisation")},
            registrations,
        )
    )
    _offer_money()


def _offer_money() -> None:
    offer(
        Window(
            "aid_items",
            AidItem,
            "khoản viện trợ",
            "aid items",
            {
                "kind": dimension("kind", "loại", "kind"),
                "state": dimension("state", "tình trạng", "state"),
                "sector": dimension("sector", "lĩnh vực", "sector"),
                "country": COUNTRY,
                "donor": identity("donor_id", "nhà tài trợ", "donor"),
                "currency": CURRENCY,
                "committed": money("committed_minor", "vốn cam kết", "committed", currency="currency"),
            },
            aid_items,
        )
    )
    offer(
        Window(
            "disbursements",
            Disbursement,
            "lần giải ngân",
            "disbursements",
            {
                "kind": dimension("item_kind", "loại khoản viện trợ", "kind of aid item", named_by="item__kind"),
                "currency": CURRENCY,
                "amount": money("amount_minor", "số tiền giải ngân", "disbursed", currency="currency"),
            },
            disbursements,
        )
    )
