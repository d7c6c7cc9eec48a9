"""State secrets «bí mật nhà nước»: content that carries a mark of secrecy is refused at entry."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ngoaivu.core import vietnamese

# The marks of the law on state secrets (117/2025/QH15), as they stand on a paper: capitals, alone or after "độ".
SECRET = re.compile(r"(?:^|[\s(\[.,;:/_-])(TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT|[Đđ]ộ\s+[Mm]ật|[Tt]uyệt\s+mật|[Tt]ối\s+mật)(?=$|[\s)\].,;:/_-])")


def refuse_secret(text: str) -> None:
    """Refuse content that carries a mark of secrecy: this machine is on a network, secrets stay on the isolated one."""
    if found := SECRET.search(vietnamese.nfc(text)):
        raise ValidationError(
            _(
                "“%(mark)s” marks a state secret, and this networked system may not hold one (law 117/2025/QH15). "
                "Keep the paper on the isolated network; register here only what is not secret."
            ),
            code="secret",
            params={"mark": found[1]},
        )


def text_columns(row: models.Model) -> dict[str, str]:
    """The columns of a row that hold text, with what they hold."""
    fields = [field for field in row._meta.local_concrete_fields if isinstance(field, models.CharField | models.TextField)]
    return {field.attname: text for field in fields if isinstance(text := getattr(row, field.attname), str)}


def refuse_secret_row(row: models.Model) -> None:
    """Refuse a row of which any text carries a mark of secrecy."""
    for text in text_columns(row).values():
        refuse_secret(text)
