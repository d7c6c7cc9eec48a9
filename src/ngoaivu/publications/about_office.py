"""What an office publishes about itself: its own edition, from which its portal takes name, address, sections and officials.

Address, officials and units in English too: decree 42/2022/NĐ-CP, article 7, makes it a duty.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import pgettext

from ngoaivu.accounts.models import Appointment, Office, Unit
from ngoaivu.core import changes
from ngoaivu.publications.content import Block, Edition, Words
from ngoaivu.publications.papers import letterhead
from ngoaivu.publications.skeleton import skeleton


def compose(
    office: Office,
    *,
    sections: Sequence[Mapping[str, Any]],
    links: Sequence[Mapping[str, Any]],
    figures: Sequence[str],
    other: Mapping[str, Any] | None = None,
    traced: Words | None = None,
) -> Edition:
    """The content of an office's edition today; `figures`: the indicators of its first page, `traced`: the document its trace is of."""
    position = changes.latest()
    name = {"vi": office.name_vi, "en": office.name_en}
    extra = {
        "path": office.portal_path,
        "name": name,
        "superior": {"vi": office.superior_vi, "en": office.superior_en},
        "territory_name": {"vi": office.territory.name_vi, "en": office.territory.name_en},
        "invented": office.invented,
        "demonstration": office.demonstration,
        "address": {"vi": office.address_vi, "en": office.address_en},
        "hours": {"vi": office.hours_vi, "en": office.hours_en},
        "telephone": office.telephone,
        "email": office.email,
        "officials": _officials(office),
        "units": _units(office),
        "sections": [dict(one) for one in sections],
        "links": [dict(one) for one in links],
        "figures": list(figures),
        "responsible": _responsible(office),
    } | {name: dict(told) for name, told in (("other_portal", other), ("traced", traced)) if told}
    content = skeleton("office", "co-quan", office, position)
    for language, title in name.items():
        content["texts"][language] = {"slug": "co-quan", "title": [{"text": title}], "lead": [], "body": _told(extra, language)}
    content["extra"] = extra
    return content


def _told(extra: Mapping[str, Any], language: str) -> list[Block]:
    """The same in lines, under the words readers ask for, so that a search finds the office; its page shows them in its own order."""
    with translation.override(language):
        labels = [pgettext("office", "Address"), pgettext("office", "Hours"), pgettext("office", "Telephone"), pgettext("office", "E-mail")]
    values = [extra["address"][language], extra["hours"][language], extra["telephone"], extra["email"]]
    lines = [f"{label}: {value}." for label, value in zip(labels, values, strict=True) if value]
    lines += [f"{one['title'][language]}: {one['name']}." for one in extra["officials"]]
    lines += [f"{one['name'][language]}. {one['duties'][language]}" for one in extra["units"]]
    return [{"type": "paragraph", "runs": [{"text": line}]} for line in lines]


def _officials(office: Office) -> list[dict[str, Any]]:
    today = timezone.localdate()
    signers = Appointment.objects.filter(office=office).exclude(signing="").select_related("user").order_by("pk")
    held = sorted(signers, key=lambda one: list(letterhead.PREFIXES).index(one.signing))
    return [
        {
            "name": one.user.full_name,
            "title": {"vi": one.title_vi, "en": one.title_en},
            "telephone": one.telephone,
            "email": one.email,
            "invented": one.user.invented,
        }
        for one in held
        if one.holds(today)
    ]


def _units(office: Office) -> list[dict[str, Any]]:
    found = Unit.objects.filter(office=office).order_by("pk")
    return [{"name": {"vi": one.name_vi, "en": one.name_en}, "duties": {"vi": one.duties_vi, "en": one.duties_en}} for one in found]


def _responsible(office: Office) -> dict[str, Any]:
    officials = _officials(office)
    return {"name": officials[0]["name"], "title": officials[0]["title"]} if officials else {}
