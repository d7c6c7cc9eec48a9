"""One amount in two currencies «cùng số tiền, khác đồng tiền»: "pledges USD 310,000" above "will give EUR 310,000"."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..arithmetic import digits_of
from ..evidence import Evidence
from ..facts import Fact

_DIGITS = 2  # a round amount may be told of several currencies


def check_currencies(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """An amount of the title that the text tells only in another currency."""
    money = [fact for fact in facts if fact.figure.kind == "money" and fact.figure.unit and digits_of(fact.figure) >= _DIGITS]
    body = [fact for fact in money if fact.figure.start >= title_end]
    for title in money[: len(money) - len(body)]:
        alike = [fact for fact in body if fact.value == title.value and fact.figure.high == title.figure.high]
        if alike and all(fact.figure.unit != title.figure.unit for fact in body):
            yield evidence.found("title_body", [title.figure], title=title.figure.text, body=alike[0].figure.text)
