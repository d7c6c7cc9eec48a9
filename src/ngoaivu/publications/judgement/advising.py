"""Advising «nhắc người soạn»: what inside a text does not agree with itself. It asks no registry and blocks nothing."""

from collections.abc import Iterator, Sequence

from django.utils.translation import get_language

from ngoaivu.indicators.figures.judge import judge as look_over
from ngoaivu.publications.judgement.joined import Joined
from ngoaivu.publications.judgement.model import Advice
from ngoaivu.publications.lines import Line


def advise(lines: Sequence[Line], *, language: str) -> Iterator[Advice]:
    """Advice on some lines of a text in `language`, in their order, in the active language. More than anybody writes: TooMany."""
    spoken = "en" if language == "en" else "vi"
    whole = Joined.of(lines)
    told = "en" if get_language() == "en" else "vi"
    for found in look_over(whole.text, whole.mentions(spoken), spoken, title_end=whole.title_end, spoken=told):
        line, begins = whole.at(found.start)
        end = min(found.end - begins, len(line.text))
        yield Advice(line.place, line.label, found.start - begins, end, found.rule, found.message)
