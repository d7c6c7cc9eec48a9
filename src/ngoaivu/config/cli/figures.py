"""`ngoaivu figures read|check`: the reader of figures, on files."""

import argparse
import json
from pathlib import Path
from typing import Any

from ngoaivu.config.cli import DONE, NO
from ngoaivu.core import vietnamese
from ngoaivu.indicators import figures


def read(called: argparse.Namespace) -> int:
    """One file: a list; several: an object by file name."""
    found = {name: [figures.as_dict(mention) for mention in figures.read(_text(name), called.lang)] for name in called.files}
    if called.json:
        _print(found if len(found) > 1 else next(iter(found.values())))
        return DONE
    for name, mentions in found.items():
        for mention in mentions:
            told = " ".join(str(mention[part]) for part in ("kind", "value", "unit", "hedge") if mention[part] is not None)
            print(f"{name}:{mention['start']}-{mention['end']}  {mention['text']}  →  {told}")
    return DONE


def check(called: argparse.Namespace) -> int:
    """What the figures of each file say against each other; 1 when something is found."""
    found = {name: figures.check(_text(name), called.lang) for name in called.files}
    if called.json:
        _print(found)
    else:
        for name, told in found.items():
            for finding in told["findings"]:
                print(f"{name}:{finding['start']}-{finding['end']}  {finding['message']}")
    return NO if any(told["findings"] for told in found.values()) else DONE


def _text(name: str) -> str:
    return vietnamese.nfc(Path(name).read_text("utf-8"))


def _print(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
