"""Waiving «miễn gắn con số»: the one way a figure may stand without a fact, and the check that its waiver is its own."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, User, may
from ngoaivu.core import vietnamese
from ngoaivu.documents.secrecy import refuse_secret
from ngoaivu.publications.numerals import has_numeral
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.waivers import REASON_FITS, WORDS_FIT, Waiver

Waivers = dict[str, Waiver]


def waive(*, office: Office, key: str, words: str, reason: str, by: User) -> Waiver:
    """Put on record that some words of a text need no fact: who may draft or edit there, with a reason readers will see."""
    if not any(may(by, act, office) for act in (roles.DRAFT, roles.EDIT)):
        raise Refused(_("%(name)s is not appointed to do this in %(office)s.") % {"name": by, "office": office})
    told, why = vietnamese.nfc(words).strip(), vietnamese.nfc(reason).strip()
    _check(told, why)
    return Waiver.objects.create(office=office, key=key, words=told, reason=why, by=by.actor.name, actor=by.actor.key, at=timezone.now())


def _check(words: str, reason: str) -> None:
    if not has_numeral(words):
        raise Refused(_("“%(words)s” holds no number, so there is nothing to waive: mark the figure itself.") % {"words": words})
    if not reason:
        raise Refused(_("Say why this figure needs no fact: the reason is shown to readers."))
    for text, longest in ((words, WORDS_FIT), (reason, REASON_FITS)):
        if len(text) > longest:
            raise Refused(_("“%(start)s…” is too long: at most %(longest)d letters fit.") % {"start": text[:30], "longest": longest})
    try:
        refuse_secret(reason)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def waivers(keys: Iterable[str], office: Office, text: str) -> Waivers:
    """The waivers of one text among some keys, by key; those of other texts are left out, so that a pasted one is none."""
    numbers = {int(key) for key in keys if key.isascii() and key.isdigit() and len(key) <= 18}
    return {str(one.pk): one for one in Waiver.objects.filter(pk__in=numbers, office=office, key=text)} if numbers else {}


def fault(settings: Mapping[str, str], words: str, held: Waivers) -> str:
    """Why a waived figure may not stand, in a sentence; empty when it may."""
    if "error" in settings:
        return settings["error"]
    found = held.get(settings.get("key", ""))
    if found is None:
        return _("“%(words)s” was not waived in this text: bind it to an indicator, or waive it here with a reason.") % {"words": words}
    if found.words != vietnamese.nfc(words).strip():
        return _("“%(words)s” was waived as “%(then)s”: bind it to an indicator, or waive these words with a reason.") % {
            "words": words,
            "then": found.words,
        }
    return ""
