"""A public site for audit and pictures: a database of its own under build/, the tests' editions, a server on a free port."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "build" / "audit" / "home"
WAIT = 60


def environment(home: Path = HOME, database: str = "") -> dict[str, str]:
    """The environment of the audited installation, whose database is its own unless one is named."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return os.environ | {
        "PYTHONPATH": paths,
        "NGOAIVU_HOME": str(home),
        "NGOAIVU_DATABASE": database or f"sqlite:///{home / 'ngoaivu.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "ngoaivu.config.settings",
    }


def prepare(home: Path = HOME) -> None:
    """A fresh database with the tests' world, catalogues compiled, static files collected."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    script = (
        "import django; django.setup()\n"
        "from ngoaivu.config.preparing import prepare\n"
        "from tests.portal import world\n"
        "prepare(lambda line: None); world.build()\n"
    )
    subprocess.run([sys.executable, "-c", script], env=environment(home), cwd=ROOT, check=True)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(home: Path = HOME, database: str = "") -> Iterator[str]:
    """The address of a server that runs as long as the block does."""
    port = free_port()
    command = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen([*command, "--log-level", "warning", "ngoaivu.config.wsgi:application"], env=environment(home, database), cwd=ROOT)
    try:
        await_answer(f"http://127.0.0.1:{port}/robots.txt")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def await_answer(address: str) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + WAIT
    while True:
        try:
            urlopen(address, timeout=2).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return
