"""`ngoaivu serve`: the application server."""

import argparse
import os
import sys

from ngoaivu.config.preparing import prepare
from ngoaivu.portal import visitors


def run(called: argparse.Namespace) -> int:
    """Bring the database up to date and become the server; returns only when it cannot start."""
    prepare(print)
    start(called.host, called.port, called.workers)
    return 0


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
        # Whatever brings a worker down must not leave the office without its system.
        "--respawn-failed-workers",
        "--no-ws",
        "--log-level",
        "warning",
    ]
    os.execv(sys.executable, [sys.executable, *server, "ngoaivu.config.wsgi:application"])
