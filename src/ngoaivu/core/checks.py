"""The house rules «quy tắc của ngôi nhà» as Django's system checks: seen when the server starts, not only in CI.

Each rule is a function over what it judges, so that a test can show it something bad.
"""

from collections.abc import Iterable, Iterator, Sequence
from ipaddress import ip_address
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution
from django.db import models

from ngoaivu.core import windows
from ngoaivu.core.history import Record, has_column

DEMONSTRATION_KEY = "demonstration-only"


def house_rules(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:
    """Every rule over our models and windows."""
    own = [model for model in apps.get_models() if model.__module__.startswith("ngoaivu.")]
    records = [model for model in own if issubclass(model, Record)]
    return [*unversioned(records), *misused_personal(records), *unnamed(own), *untermed(own), *faulty(windows.registered())]


def secret_key(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:
    """The demonstration's key signs nobody's log-in but on this machine."""
    public = [host for host in settings.ALLOWED_HOSTS if not _is_here(host)]
    if settings.DEBUG or not public or not settings.SECRET_KEY.startswith(DEMONSTRATION_KEY):
        return []
    hint = "Set NGOAIVU_SECRET_KEY to fifty random signs that are kept nowhere else."
    return [Caution(f"The demonstration's secret key is in use for {', '.join(public)}.", hint=hint, id="ngoaivu.W001")]


def unversioned(records: Iterable[type[Record]]) -> Iterator[Error]:
    """Record types without a table of versions of their own."""
    for model in records:
        version = getattr(model, "Version", None)
        if version is None or version._meta.get_field("record").related_model is not model:
            yield Error("A record type keeps no versions.", hint="Put @versioned above the class.", obj=model, id="ngoaivu.E001")


def misused_personal(records: Iterable[type[Record]]) -> Iterator[Error]:
    """Personal columns that erasure could not blank, or that a search would find."""
    for model in records:
        for name in model.personal:
            if not has_column(model, name) or not isinstance(model._meta.get_field(name), models.CharField | models.TextField):
                yield Error(f"The personal column {name} is no text column of its own.", obj=model, id="ngoaivu.E002")
            if name in getattr(model, "searched", ()):
                hint = "Take it out of `searched`: the search text is not blanked when a person's data are erased."
                yield Error(f"The personal column {name} is searched.", hint=hint, obj=model, id="ngoaivu.E003")


def unnamed(own: Iterable[type[models.Model]]) -> Iterator[Error]:
    """Types that leave their names to chance; versions are shown nowhere."""
    for model in own:
        lacking = {"verbose_name", "verbose_name_plural"} - set(model._meta.original_attrs)
        if lacking and not is_version(model):
            hint = "Name it in class Meta, wrapped in gettext_lazy."
            yield Error(f"The type has no {' and no '.join(sorted(lacking))}.", hint=hint, obj=model, id="ngoaivu.E004")


def untermed(own: Iterable[type[models.Model]]) -> Iterator[Error]:
    """Types whose docstring does not begin with the Vietnamese term."""
    for model in own:
        if "«" not in (model.__doc__ or "").strip().partition("\n")[0]:
            hint = 'Begin the docstring like """Delegation «đoàn vào, đoàn ra»: …""".'
            yield Error("The type has no Vietnamese term.", hint=hint, obj=model, id="ngoaivu.E005")


def faulty(every: Iterable[windows.Window]) -> Iterator[Error]:
    """Windows that offer a personal column, lack a standing one, or show money without its currency."""
    for window in every:
        try:
            window.check()
        except (LookupError, ValueError) as fault:
            yield Error(str(fault), obj=window.model, id="ngoaivu.E006")


def is_version(model: type[models.Model]) -> bool:
    """Whether the type is a table of versions."""
    return {"rev_from", "rev_to"} <= {field.name for field in model._meta.local_concrete_fields}


def _is_here(host: str) -> bool:
    try:
        return host in ("localhost", "testserver") or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
