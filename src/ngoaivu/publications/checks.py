"""Checks before publishing: every figure bound, quoted or waived and true, every record named, the same facts in every language.

Each finding is a sentence an officer understands, with the language it speaks of, the rule it breaks and the figure it names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.publications import comparing, days, drawings, editions, judgement, lines, numerals, records, translating
from ngoaivu.publications.frames import LANGUAGES, language_name
from ngoaivu.publications.judgement import Judgement
from ngoaivu.publications.lines import Line
from ngoaivu.publications.pages import KINDS, AuthoredPage, pictures_of


@dataclass(frozen=True, slots=True)
class Finding:
    """Finding «lỗi»: the language of the text, the sentence, the rule, the figure as it stands there, the place of its line,
    what people call that place, and the line's words.

    Rules: loose, contradicted, no_value, waiver, quote, numeral, long, date, picture, address, record, untranslated, unequal, language.
    """

    language: str
    message: str
    rule: str = ""
    figure: str = ""
    place: str = ""
    label: str = ""
    line: str = ""


def findings(pages: Mapping[str, AuthoredPage], revision: int | None = None) -> list[Finding]:
    """Everything that blocks publishing a text, in reading order; empty when it may go."""
    position = changes.latest() if revision is None else revision
    absent = [language for language in LANGUAGES if language not in pages]
    found = [Finding(language, _("This language is missing: write it or copy the other one."), "language") for language in absent]
    read = {language: lines.of_page(page, revision=position) for language, page in pages.items()}
    for language, page in pages.items():
        told = read[language]
        words = {line.place: line.text for line in told}
        try:
            blocking = judged(page, told, position).blocking
        except judgement.TooMany as error:
            found.append(Finding(language, str(error), "long"))
            continue
        found += [Finding(language, one.message, one.rule, one.text, one.place, one.label, words[one.place]) for one in blocking]
        found += [Finding(language, message, rule) for rule, message in [*_unshowable(page), *_addressed(page, language)]]
        found += [Finding(language, message, "numeral", words, line.place, line.label, line.text) for line, words, message in _strange(told)]
        found += [Finding(language, message, "record", words) for words, message in _without_record(told, page.office, revision)]
        found += [
            Finding(language, message, "untranslated", "", line.place, line.label, line.text) for line, message in _untranslated(read, language)
        ]
    return found if absent else found + _unequal(read)


def beyond_figures(read: Mapping[str, Sequence[Line]], language: str, office: Office) -> list[str]:
    """What else blocks a text than a figure of the language itself, told of lines that need not be saved yet."""
    sentence = _("The %(language)s text is missing: write it, or copy this one.")
    absent = [sentence % {"language": language_name(other)} for other in LANGUAGES if other not in read]
    unnamed = [message for _words, message in _without_record(read[language], office, None)]
    foreign = [f"{line.label}: {message}" for line, message in _untranslated(read, language)]
    return [*absent, *unnamed, *foreign, *([] if absent else [one.message for one in _unequal(read, language)])]


def judged(page: AuthoredPage, told: Sequence[Line] | None = None, revision: int | None = None) -> Judgement:
    """A page as the judgement has it; `told` are its lines where they are read already."""
    read = lines.of_page(page, revision=revision) if told is None else told
    return judgement.judge(
        read, office=page.office, language=page.locale.language_code, revision=revision, key=page.key, over=getattr(page, "period", "")
    )


def _unshowable(page: AuthoredPage) -> Iterator[tuple[str, str]]:
    """A day that is none and pictures there are not, which the portal could not show."""
    if message := days.refusal(page.date):
        yield "date", message
    yield from (("picture", message) for name in pictures_of(page) if (message := drawings.refusal(name)))


def _addressed(page: AuthoredPage, language: str) -> Iterator[tuple[str, str]]:
    """An address at which readers find another text."""
    kind = KINDS[page._meta.model_name or ""]
    if message := editions.occupied(page.office.key, kind, page.key, {language: page.slug}):
        yield "address", message


def _strange(told: Sequence[Line]) -> Iterator[tuple[Line, str, str]]:
    """Numbers in signs that only a person reads; those of a quote or a waived figure somebody answers for."""
    for line in told:
        if signs := numerals.strange(line.blotted(("figure", "quote", "waiver"))):
            names = {"signs": " ".join(signs), "label": line.label}
            yield line, signs[0], _("%(label)s: “%(signs)s” tells a number in signs that cannot be checked: write it with the digits 0 to 9.") % names


def _without_record(told: Sequence[Line], office: Office, revision: int | None) -> Iterator[tuple[str, str]]:
    named = [(dict(piece.settings).get("key", ""), line.words(piece)) for line in told for piece in line.pieces if piece.kind == "record"]
    held = records.described({key for key, _words in named}, office, revision)
    yield from ((words, records.refusal(words)) for key, words in named if key not in held)


def _untranslated(read: Mapping[str, Sequence[Line]], language: str) -> Iterator[tuple[Line, str]]:
    """What a copy of another language left in its words."""
    sentence = _("“%(words)s” is not in %(language)s yet: translate it.")
    for line, told in translating.untranslated(read, language):
        yield line, sentence % {"words": Truncator(told).chars(90), "language": language_name(language)}


def _unequal(read: Mapping[str, Sequence[Line]], seen_in: str = "") -> list[Finding]:
    """A translation carries the same figures, each as often as its original; told to who has the text of one language before him, or both."""
    here = _("The figure %(code)s stands in the %(other)s text and not in this one: write its sentence here too.")
    there = _("The figure %(code)s stands in this text and not in the %(language)s one: write its sentence there too, or take it out here.")
    found = []
    for lack in comparing.lacks(read):
        names = {"code": lack.told, "other": language_name(lack.other), "language": language_name(lack.language)}
        sentence = here if seen_in in ("", lack.language) else there
        found.append(Finding(lack.language, sentence % names, "unequal", lack.words))
    return found
