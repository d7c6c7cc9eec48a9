"""All checks and all tests this machine can run: `make test`, and `make check` with --checks-only; started as a module (`python -m tests.run`).

Further words go to pytest: `-k period`. What the machine lacks is left out in one printed line; when CI=true
nothing may be left out and nothing skipped.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import redis

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
BUILD = ROOT / "build" / "tests"
POSTGRES = os.environ.get("NGOAIVU_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("NGOAIVU_TEST_REDIS", "redis://127.0.0.1:6379/0")
WORKERS = os.environ.get("NGOAIVU_TEST_WORKERS", "2")
# What a file makes once, a loaded demonstration of half a minute, is made by one worker.
SPREAD = ["-n", WORKERS, "--dist", "loadfile"]
CLOSING = re.compile(r"\d+ (?:passed|failed|error|deselected).* in [\d.]+s|no tests ran")

CHECKS = {
    "Style": ["ruff", "check", "."],
    "Form": ["ruff", "format", "--check", "--quiet", "."],
    "Types": ["mypy"],
    "Contracts": ["lint-imports", "--no-cache"],
    "Django's checks and the house rules": ["python", "-m", "django", "check", "--fail-level", "WARNING"],
    "Missing migrations": ["python", "-m", "django", "makemigrations", "--check", "--dry-run"],
}


def main(words: list[str]) -> int:
    """Run everything; the exit code is 0 when all of it held."""
    began = time.monotonic()
    BUILD.mkdir(parents=True, exist_ok=True)
    failed = [title for title, command in CHECKS.items() if run(title, [str(BIN / command[0]), *command[1:]])[0]]
    if failed or words[:1] == ["--checks-only"]:
        return conclude(failed, [], began)
    strict = os.environ.get("CI") == "true"
    absent = {name: marker for name, (marker, there) in parts().items() if not there}
    if absent:
        print(f"\nLeft out, because this machine lacks it: {', '.join(absent)}.", flush=True)
    if absent and strict:
        return conclude([f"{name} is missing, and CI leaves nothing out" for name in absent], [], began)
    closing = []
    for database, address, left_out in runs(absent):
        marks = " and ".join(f"not {marker}" for marker in left_out)
        code, line = run(f"Tests on {database}", [sys.executable, "-m", "pytest", *SPREAD, "-m", marks, *words], address)
        closing.append(f"{database}: {line}")
        if code or (strict and re.search("skipped|xfailed|xpassed", line)):
            failed.append(f"tests on {database}")
    return conclude(failed, closing, began)


def parts() -> dict[str, tuple[str, bool]]:
    """What a machine may lack: name, the marker of the tests that need it, and whether it is there."""
    return {
        "PostgreSQL": ("postgres", postgres_lets_in()),
        "Redis": ("redis", redis_answers()),
        "Chromium": ("journey", bool(shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome"))),
        "LibreOffice": ("office", bool(shutil.which("soffice")) and bool(shutil.which("pdftoppm"))),
    }


def runs(absent: dict[str, str]) -> list[tuple[str, str, list[str]]]:
    """The runs of pytest: database, its address, markers left out. Browsers, papers and figures do not depend on the database."""
    sqlite = ("SQLite", "", ["postgres", *sorted(set(absent.values()) - {"postgres"})])
    postgres = ("PostgreSQL", POSTGRES, ["journey", "office", "redis", "figures"])
    return [sqlite] if "PostgreSQL" in absent else [postgres, sqlite]


def postgres_lets_in() -> bool:
    """Whether PostgreSQL answers and lets this address make databases."""
    try:
        with psycopg.connect(POSTGRES, connect_timeout=2) as there:
            found = there.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    except psycopg.OperationalError:
        return False
    return bool(found and found[0])


def redis_answers() -> bool:
    """Whether Redis answers."""
    try:
        return bool(redis.Redis.from_url(REDIS, socket_connect_timeout=2).ping())
    except redis.RedisError:
        return False


def run(title: str, command: list[str], database: str = "") -> tuple[int, str]:
    """Run one command and show what it says; its exit code and pytest's closing line, if it spoke one."""
    print(f"\n── {title}: {' '.join([Path(command[0]).name, *command[1:]])}", flush=True)
    began, line = time.monotonic(), ""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "DJANGO_SETTINGS_MODULE": "ngoaivu.config.settings",
        "NGOAIVU_DATABASE": database or f"sqlite:///{BUILD / 'none.sqlite3'}",
        "NGOAIVU_TEST_REDIS": REDIS,
    }
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        assert child.stdout is not None
        for spoken in child.stdout:
            print(spoken, end="", flush=True)
            line = spoken.strip(" =\n") if CLOSING.search(spoken) else line
    print(f"   {'held' if child.returncode == 0 else 'FAILED'} after {time.monotonic() - began:.0f} s", flush=True)
    return child.returncode, line


def conclude(failed: list[str], closing: list[str], began: float) -> int:
    """The last words: what failed, how long it took, and how each run of pytest closed."""
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    print(f"\n{'FAILED: ' + '; '.join(failed) if failed else 'Everything held'}. It took {minutes} min {seconds} s.")
    print(*closing, sep="\n", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
