"""Members of breakdowns «giá trị phân tổ» that the registry has for a question, by name, for the chooser of indicators."""

from collections.abc import Sequence

from django.utils.translation import get_language

from ngoaivu.core.vietnamese import sort_key
from ngoaivu.indicators.definition import Definition
from ngoaivu.indicators.facts import Missing, Question, breakdown_many
from ngoaivu.indicators.members import member_words

Members = dict[str, list[dict[str, str]]]


def of(asked: Sequence[tuple[Definition, Question]], revision: int) -> dict[str, Members]:
    """The members of each dimension of some questions, by code; a dimension already asked for is left out of the question, not of the answer."""
    pairs = {(rule.code, name): (_whole(question, name), name) for rule, question in asked for name in rule.dimensions}
    try:
        found = breakdown_many(list(pairs.values()), revision=revision)
    except Missing:
        return {}
    language = "en" if get_language() == "en" else "vi"
    rules = {rule.code: rule for rule, _question in asked}
    told: dict[str, Members] = {}
    for (code, name), pair in pairs.items():
        keys = [dict(fact.question.by)[name] for fact in found[pair]]
        named = [{"key": key, "name": member_words(rules[code], name, key)[language]} for key in keys if key]
        told.setdefault(code, {})[name] = sorted(named, key=lambda one: sort_key(one["name"]))
    return told


def _whole(question: Question, dimension: str) -> Question:
    kept = tuple(pair for pair in question.by if pair[0] != dimension)
    return Question(question.code, question.territory, question.period, question.on, kept, question.boundaries, question.basis)
