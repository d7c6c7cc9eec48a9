"""Reads the text of a PDF from standard input: a process of its own, with little memory and time, because a small file can unfold to anything.

Exit codes: 0 and the text; 3 where there is none to be read; anything else: it took more than it may.
"""

import io
import resource
import sys

MEMORY = 640 * 1024 * 1024
SECONDS = 12
# A mark of secrecy stands at the head of a page; what comes after so many pages or letters is not read.
PAGES = 60
LETTERS = 1_000_000
NOTHING = 3


def main() -> int:
    """Write the text of the pages, one after another, each begun by a form feed."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    from pypdf import PdfReader  # slow import
    from pypdf.errors import LimitReachedError, PyPdfError  # slow import

    told = 0
    try:
        for page in PdfReader(io.BytesIO(sys.stdin.buffer.read())).pages[:PAGES]:
            text = "\f" + page.extract_text()[: LETTERS - told]
            told += len(text)
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    except (LimitReachedError, MemoryError, RecursionError):
        return 1
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError):
        return 0 if told else NOTHING
    return 0


if __name__ == "__main__":
    sys.exit(main())
