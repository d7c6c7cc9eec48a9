"""The kind of a new partner «loại đối tác» as far as its name tells: offered while an officer types, never taken for granted."""

import re

from ngoaivu.core.vietnamese import fold
from ngoaivu.registry.partners.models import PartnerKind

# How the name of a new partner begins, and what kind of partner that is.
KINDS = {
    PartnerKind.LOCALITY: r"tinh|thanh pho|quan|huyen|bang|vung|ubnd|uy ban nhan dan|chinh quyen",
    PartnerKind.MINISTRY: r"bo |cuc |van phong chinh phu",
    PartnerKind.PARTY: r"dang |tinh uy|thanh uy",
    PartnerKind.MISSION: r"dai su quan|tong lanh su|lanh su",
    PartnerKind.CHAMBER: r"phong thuong mai|lien doan",
    PartnerKind.UNIVERSITY: r"(?:truong )?dai hoc|hoc vien|truong",
    PartnerKind.COMPANY: r"cong ty|tap doan|ngan hang",
    PartnerKind.NGO: r"to chuc|quy ",
    PartnerKind.ASSOCIATION: r"hoi |hiep hoi",
}


def kind_of(name: str) -> str:
    """The kind of a new partner as far as its name tells."""
    folded = f"{fold(name)} "
    return next((str(kind) for kind, begins in KINDS.items() if re.match(begins, folded)), "")
