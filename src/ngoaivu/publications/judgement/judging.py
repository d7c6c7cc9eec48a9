"""The judging itself: read the whole text once, set its marks against its figures, ask what each rests on."""

from collections.abc import Sequence

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes, period
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.publications.judgement import bound, loose, marks, naming
from ngoaivu.publications.judgement.joined import Joined
from ngoaivu.publications.judgement.model import Judgement
from ngoaivu.publications.judgement.overlap import Overlap
from ngoaivu.publications.lines import Line


def judge(lines: Sequence[Line], *, office: Office, language: str, revision: int | None = None, key: str = "", over: str = "") -> Judgement:
    """Every figure of some lines with its state, verdict and message.

    `language` is that of the text, `key` the text's own, `over` the period it reports on. The registry is asked at `revision`,
    or as it is now, in a number of queries that does not grow with the number of figures. More than anybody writes: TooMany.
    """
    position = changes.latest() if revision is None else revision
    spoken = "en" if language == "en" else "vi"
    whole = Joined.of(lines)
    mentions = whole.mentions(spoken)
    overlap = Overlap.of(whole, mentions, spoken, naming.own_words(whole, office, position))
    typed = [mention for mention in overlap.free if not _own_length(mention, over)]
    figures = [
        *bound.judged(whole, overlap.around, office=office, language=spoken, revision=position),
        *marks.judged(whole, overlap.around, office=office, key=key, language=spoken),
        *loose.judged(whole, mentions, overlap, typed, territory=office.territory.key, language=spoken, revision=position, over=over),
    ]
    order = {line.place: number for number, line in enumerate(lines)}
    figures.sort(key=lambda one: (order[one.place], one.start))
    return Judgement(tuple(figures))


def _own_length(mention: Mention, over: str) -> bool:
    """Whether a duration in years is that of the text's own period, which its title states."""
    return bool(over) and mention.unit == "year" and mention.value == len(list(period.parse(over).years()))
