"""Members of breakdowns in words: «Nhật Bản» for country=jp, «kênh Đảng» for channel=party."""

from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils import translation

from ngoaivu.core import windows
from ngoaivu.core.models import Territory
from ngoaivu.indicators import declared
from ngoaivu.indicators.answers import Question
from ngoaivu.indicators.definition import Definition

Words = dict[str, str]
LANGUAGES = ("vi", "en")
COUNTRIES = {"country", "origin", "region"}
# Dimensions of received statistics: no window names them.
RECEIVED = {
    "country": {"vi": "nước", "en": "country"},
    "fund": {"vi": "nguồn vốn", "en": "source of funds"},
    "language": {"vi": "ngôn ngữ", "en": "language"},
    "region": {"vi": "khu vực", "en": "region"},
}
FUNDS = {
    "oda": {"vi": "vốn ODA", "en": "ODA"},
    "counterpart": {"vi": "vốn đối ứng", "en": "counterpart funds"},
    "ja": {"vi": "tiếng Nhật", "en": "Japanese"},
    "asia": {"vi": "Châu Á", "en": "Asia"},
}


def dimension_words(rule: Definition, dimension: str) -> Words:
    """What a breakdown is by: «Theo nước», "By country"."""
    if rule.counts and (column := windows.get(rule.counts).columns.get(dimension)):
        told = {"vi": column.label_vi, "en": column.label_en}
    else:
        told = RECEIVED.get(dimension, dict.fromkeys(LANGUAGES, dimension))
    return {"vi": f"Theo {told['vi']}", "en": f"By {told['en']}"}


def member_words(rule: Definition, dimension: str, member: str) -> Words:
    """A member of a breakdown; one without a name of its own is said to be not stated."""
    if not member:
        return {"vi": "không rõ", "en": "not stated"}
    if dimension in COUNTRIES and (named := _territory(member)):
        return named
    return _choice(rule, dimension, member) or FUNDS.get(member) or dict.fromkeys(LANGUAGES, member)


def members_of(asked: Question, language: str) -> list[str]:
    """The parts a question asks for; none where it asks for the whole."""
    rule = declared.declared().get(asked.code)
    return [member_words(rule, name, member)[language] for name, member in asked.by] if rule else []


@lru_cache(maxsize=1024)
def _territory(key: str) -> Words | None:
    found = Territory.objects.filter(key=key).first()
    return {"vi": found.name_vi, "en": found.name_en} if found else None


def _choice(rule: Definition, dimension: str, member: str) -> Words | None:
    field = _field(rule, dimension)
    if field is None or not field.flatchoices:
        return None
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = str(dict(field.flatchoices).get(member, member))
    return told


def _field(rule: Definition, dimension: str) -> Any:
    """The field whose choices name the members of a dimension; None where a window keeps none."""
    column = windows.get(rule.counts).columns.get(dimension) if rule.counts else None
    field: Any = None
    model: Any = windows.get(rule.counts).model if column else None
    for step in column.named_by.split("__") if column else ():
        try:
            field = model._meta.get_field(step)
        except FieldDoesNotExist:
            return None
        model = field.related_model
    return field
