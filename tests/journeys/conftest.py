"""The whole installation, as `make run` makes it, on a port of its own: both demonstrations loaded, served by the real server."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


@dataclass(frozen=True)
class Installation:
    """Where it answers, and its folder."""

    address: str
    home: Path

    def ngoaivu(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of this installation."""
        environment = os.environ | {"NGOAIVU_HOME": str(self.home), "NGOAIVU_LANG": "vi"}
        environment.pop("NGOAIVU_DATABASE", None)
        return subprocess.run([sys.executable, "-m", "ngoaivu.config", *words], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    home = tmp_path_factory.mktemp("installation")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Installation(f"http://127.0.0.1:{port}", home)
    loaded = made.ngoaivu("demo")
    assert loaded.returncode == 0, loaded.stderr
    environment = os.environ | {"NGOAIVU_HOME": str(home), "DJANGO_SETTINGS_MODULE": "ngoaivu.config.settings"}
    environment.pop("NGOAIVU_DATABASE", None)
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--no-ws", "--log-level", "error"]
    server = subprocess.Popen([*command, "ngoaivu.config.wsgi:application"], env=environment)
    try:
        _wait(made.address)
        yield made
    finally:
        server.terminate()
        server.wait(20)


def _wait(address: str) -> None:
    for _try in range(240):
        try:
            urllib.request.urlopen(f"{address}/vi/", timeout=5).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise AssertionError(f"Nothing answers at {address}.")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def sign_in(page: Page, installation: Installation, username: str) -> None:
    """Log in as one of the cast, leaving whoever was there."""
    page.context.clear_cookies()
    page.goto(f"{installation.address}/lam-viec/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", "demonstration")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lam-viec/")
