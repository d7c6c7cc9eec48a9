"""`ngoaivu serve`: the application server."""

import argparse
import multiprocessing
import os
import sys

from ngoaivu.config.preparing import prepare
from ngoaivu.portal import visitors


def run(called: argparse.Namespace) -> int:
    """Bring the database up to date and become the server; returns only when it cannot start."""
    prepare(print)
    start(called.host, called.port, called.workers)
    return 0


def threads() -> int:
    """Threads of a worker: as many as granian calls useful for the cores there are; a request more waits in its queue.

    Python runs one of them at a time; the others wait for the disk or for their turn to write.
    """
    return multiprocessing.cpu_count() * 2 + 1


def start(host: str, port: int, workers: int) -> None:
    """Replace this process by granian, so that signals reach it."""
    os.environ["NGOAIVU_VISITORS"] = visitors.made()
    sys.stdout.flush()
    server = [
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        str(threads()),
        # Whatever brings a worker down must not leave the office without its system.
        "--respawn-failed-workers",
        "--no-ws",
        "--log-level",
        "warning",
    ]
    os.execv(sys.executable, [sys.executable, *server, "ngoaivu.config.wsgi:application"])
