"""`make bench`: a million records through fifty definitions as of a position, on SQLite and PostgreSQL; exit 1 when they disagree."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
POSTGRES = os.environ.get("NGOAIVU_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
DATABASES = {"SQLite": "sqlite:////tmp/unused", "PostgreSQL": POSTGRES}
# What is measured, and the aim in seconds for each database.
AIMS = {
    "first": ("fifty definitions, first time", {"SQLite": 4.0, "PostgreSQL": 2.5}),
    "second": ("second time, from kept values", {"SQLite": 0.05, "PostgreSQL": 0.05}),
    "behind": ("rows behind one figure", {"SQLite": 0.03, "PostgreSQL": 0.03}),
}


def main(records: int) -> int:
    """Measure each database in a process of its own, print the table, compare."""
    measured = {name: found for name, address in DATABASES.items() if (found := _measure(name, address, records))}
    for name, found in measured.items():
        sys.stdout.write(f"\n{name}: {found['records']:,} records, {found['definitions']} definitions, {found['values']:,} values\n")
        for key, (label, aims) in AIMS.items():
            sys.stdout.write(f"  {label:32} {found[key] * 1000:8,.0f} ms   aim {aims[name] * 1000:6,.0f} ms\n")
        own = f"{found['cpu'] * 1000:,.0f} ms of this process's own time, load average {found['load']}"
        sys.stdout.write(f"  {'the first time took':32} {own}\n")
        sys.stdout.write(f"  {'building the records':32} {found['build'] * 1000:8,.0f} ms\n")
    wrong = [name for name, found in measured.items() if not found["kept_agree"]]
    if len({found["digest"] for found in measured.values()}) > 1:
        wrong.append("SQLite and PostgreSQL")
    if not measured:
        return 1
    sys.stdout.write(f"\n{'Disagreement: ' + ', '.join(wrong) if wrong else 'Every value is equal, computed or kept, on each database.'}\n")
    return 1 if wrong else 0


def _measure(name: str, address: str, records: int) -> dict[str, Any] | None:
    environment = os.environ | {"NGOAIVU_DATABASE": address, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    command = [sys.executable, "-m", "tests.bench.measure", str(records)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stdout.write(f"{name} could not be measured: {done.stderr.strip().splitlines()[-1]}\n")
        return None
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
