"""The two tools, axe and the Nu checker, from the npm registry into build/audit when first needed."""

import subprocess
from pathlib import Path

from tests.audit import site

TOOLS = site.ROOT / "build" / "audit"
PACKAGES = {"axe-core": "node_modules/axe-core/axe.min.js", "vnu-jar": "node_modules/vnu-jar/build/dist/vnu.jar"}


def fetched() -> dict[str, Path]:
    """Where each tool stands."""
    found = {name: TOOLS / path for name, path in PACKAGES.items()}
    if missing := [name for name, path in found.items() if not path.exists()]:
        TOOLS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", str(TOOLS), "--no-save", "--no-audit", "--no-fund", *missing], check=True)
    return found
