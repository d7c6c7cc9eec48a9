"""Checks before publishing: every figure bound, quoted or waived and true, every record named, the same facts in every language.

Each finding is a sentence an officer understands, with the language it speaks of, the rule it breaks and the figure it names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ngoaivu.core import changes
from ngoaivu.publications import comparing, judgement, lines, records
from ngoaivu.publications.frames import LANGUAGES, language_name
from ngoaivu.publications.judgement import Judgement
from ngoaivu.publications.lines import Line
from ngoaivu.publications.pages import AuthoredPage


@dataclass(frozen=True, slots=True)
class Finding:
    """Finding «lỗi»: the language of the text, the sentence, the rule, the figure as it stands there, the place of its line
    and what people call that place.

    Rules: loose, contradicted, no_value, waiver, quote, record, unequal, language.
    """

    language: str
    message: str
    rule: str = ""
    figure: str = ""
    place: str = ""
    label: str = ""


def findings(pages: Mapping[str, AuthoredPage], revision: int | None = None) -> list[Finding]:
    """Everything that blocks publishing a text, in reading order; empty when it may go."""
    position = changes.latest() if revision is None else revision
    absent = [language for language in LANGUAGES if language not in pages]
    found = [Finding(language, _("This language is missing: write it or copy the other one."), "language") for language in absent]
    read = {language: lines.of_page(page, revision=position) for language, page in pages.items()}
    for language, page in pages.items():
        told = read[language]
        found += [Finding(language, one.message, one.rule, one.text, one.place, one.label) for one in judged(page, told, position).blocking]
        found += [Finding(language, message, "record", words) for words, message in _without_record(told, revision)]
    return found if absent else found + _unequal(read)


def beyond_figures(read: Mapping[str, Sequence[Line]], language: str) -> list[str]:
    """What else blocks a text than a figure of the language itself, told of lines that need not be saved yet."""
    sentence = _("The %(language)s text is missing: write it, or copy this one.")
    absent = [sentence % {"language": language_name(other)} for other in LANGUAGES if other not in read]
    unnamed = [message for _words, message in _without_record(read[language], None)]
    return [*absent, *unnamed, *([] if absent else [one.message for one in _unequal(read)])]


def judged(page: AuthoredPage, told: Sequence[Line] | None = None, revision: int | None = None) -> Judgement:
    """A page as the judgement has it; `told` are its lines where they are read already."""
    read = lines.of_page(page, revision=revision) if told is None else told
    return judgement.judge(
        read, office=page.office, language=page.locale.language_code, revision=revision, key=page.key, over=getattr(page, "period", "")
    )


def _without_record(told: Sequence[Line], revision: int | None) -> Iterator[tuple[str, str]]:
    named = [(dict(piece.settings).get("key", ""), line.words(piece)) for line in told for piece in line.pieces if piece.kind == "record"]
    held = records.described({key for key, _words in named if key}, revision)
    for key, words in named:
        if key not in held:
            yield words, _("“%(words)s” names no record that the public may read: register it, or take the words out.") % {"words": words}


def _unequal(read: Mapping[str, Sequence[Line]]) -> list[Finding]:
    """A translation carries the same figures, each as often as its original."""
    sentence = _("The figure %(code)s stands in the %(other)s text and not in this one.")
    return [
        Finding(lack.language, sentence % {"code": lack.told, "other": language_name(lack.other)}, "unequal", lack.words)
        for lack in comparing.lacks(read)
    ]
