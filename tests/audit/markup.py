"""The Nu checker over public pages as sent, and pages that are too heavy."""

import json
import re
import subprocess
from pathlib import Path

from playwright.sync_api import APIRequestContext

from tests.audit.looking import Finding

HEAVY = 60_000  # bytes of a page with its style, script and fonts as sent, without images


def weight(request: APIRequestContext, page: str) -> int:
    """Bytes of style and script that a page asks for, as sent."""
    host = re.match(r"\w+://[^/]+", page)
    files = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2))"', request.get(page).text())
    return sum(int(request.head(f"{host[0] if host else ''}{file}").headers["content-length"]) for file in files)


def markup(request: APIRequestContext, address: str, places: list[str], jar: Path, folder: Path) -> list[Finding]:
    """Every finding in the pages as sent."""
    folder.mkdir(parents=True, exist_ok=True)
    looks = weight(request, address + places[0])
    files: dict[str, str] = {}
    findings = []
    for number, place in enumerate(places):
        name = folder / f"{number}.html"
        name.write_bytes(request.get(address + place).body())
        files[name.name] = place
        sent = int(request.head(address + place).headers["content-length"])
        if sent + looks > HEAVY:
            findings.append(Finding(place, "weight", f"{sent} bytes, {looks} of style and script beside them"))
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *(str(folder / name) for name in files)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for one in told["messages"]:
        where = files[one["url"].rpartition("/")[2]]
        findings.append(Finding(where, "nu", f"line {one.get('lastLine', '?')}: {one['message']} {one.get('extract', '')[:100]!r}"))
    return findings
