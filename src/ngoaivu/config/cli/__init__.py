"""The command line `ngoaivu`: one parser, one module a subject.

Exit codes: 0 done; 1 the answer is no (a seal is broken, a check found something); 2 the words of the call are wrong;
3 there is no value, and the sentence says why.
"""

import argparse
import os
import sys
from collections.abc import Sequence

DONE, NO, USAGE, MISSING = 0, 1, 2, 3


class Refused(ValueError):
    """A call that cannot be done; the message says why and what to write instead."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ngoaivu.config.settings")
    import django  # slow import

    from ngoaivu.config.catalogue import build_catalogues  # slow import

    build_catalogues()  # first of all: Django reads a catalogue once, and would go on without one that comes later
    django.setup()
    from django.utils import translation  # slow import

    from ngoaivu.config.cli.parser import build  # app ready

    with translation.override(language()):
        called = build().parse_args(words)
        return _run(called)


def language() -> str:
    """The language of the terminal: Vietnamese or, anywhere else, English."""
    return "vi" if os.environ.get("NGOAIVU_LANG", os.environ.get("LANG", "")).lower().startswith("vi") else "en"


def _run(called: argparse.Namespace) -> int:
    from django.core.exceptions import ValidationError  # slow import
    from django.utils.translation import gettext as _  # slow import

    from ngoaivu.indicators.facts import Missing  # app ready

    try:
        return int(called.run(called) or DONE)
    except Missing as refusal:
        print(_sentence(refusal), file=sys.stderr)
        return MISSING
    except UnicodeDecodeError:
        print(_("The file is no text in UTF-8: save it as UTF-8 and call again."), file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        return DONE
    except OSError as refusal:
        print(_("%(file)s cannot be read or written: %(why)s.") % {"file": refusal.filename, "why": refusal.strerror}, file=sys.stderr)
        return USAGE
    except (LookupError, ValueError) as refusal:
        if not type(refusal).__module__.startswith("ngoaivu."):  # a fault of ours, not of the call
            raise
        print(_sentence(refusal), file=sys.stderr)
        return USAGE
    except ValidationError as refusal:
        print(" ".join(refusal.messages), file=sys.stderr)
        return USAGE


def _sentence(refusal: Exception) -> str:
    return str(refusal.args[0]) if refusal.args else str(refusal)
