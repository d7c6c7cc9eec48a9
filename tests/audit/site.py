"""Sites for audit and pictures: databases of their own under build/, one with the tests' editions, one the demonstration; a server."""

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
DEMONSTRATION = ROOT / "build" / "audit" / "demonstration"
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


# Catalogues first: Django reads a catalogue once.
SET_UP = "from ngoaivu.config.catalogue import build_catalogues\nbuild_catalogues()\nimport django\ndjango.setup()\n"


def prepare(home: Path = HOME) -> None:
    """A fresh database with the tests' world and its past, catalogues compiled, static files collected."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    script = "from ngoaivu.config.preparing import prepare\nfrom tests.portal import world\nprepare(lambda line: None); world.age(world.build())\n"
    subprocess.run([sys.executable, "-c", SET_UP + script], env=environment(home), cwd=ROOT, check=True)


def demonstrate(source: Path | None = None, home: Path = DEMONSTRATION) -> Path:
    """The demonstration as `make run` loads it, or a copy of an installation that is there already."""
    shutil.rmtree(home, ignore_errors=True)
    if source is None:
        command = [sys.executable, "-m", "ngoaivu.config", "demo"]
        subprocess.run(command, env=environment(home), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    else:
        shutil.copytree(source, home)
        script = "from ngoaivu.config.preparing import prepare\nprepare(lambda line: None)\n"
        subprocess.run([sys.executable, "-c", SET_UP + script], env=environment(home), cwd=ROOT, check=True)
    return home


def speaking(language: str, home: Path = DEMONSTRATION) -> Path:
    """A copy of the demonstration whose people all work in one language."""
    copy = home.with_name(f"{home.name}-{language}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(home, copy)
    script = (
        "import sys, django; django.setup()\n"
        "from ngoaivu.accounts.models import User\n"
        "from wagtail.users.models import UserProfile\n"
        "for user in User.objects.all(): UserProfile.objects.update_or_create(user=user, defaults={'preferred_language': sys.argv[1]})\n"
    )
    subprocess.run([sys.executable, "-c", script, language], env=environment(copy), cwd=ROOT, check=True)
    return copy


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
    command += ["--no-ws", "--log-level", "error", "ngoaivu.config.wsgi:application"]
    server = subprocess.Popen(command, env=environment(home, database), cwd=ROOT)
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
