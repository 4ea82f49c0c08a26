"""Runs the client in Node, as browsers get it: small files, no build tool."""

import json
import subprocess
from pathlib import Path
from typing import Any

from generator.search import client_files
from tests.search.corpus import ROOT

SCRIPTS = Path(__file__).parent / "node"


def write_client(folder: Path) -> Path:
    """Write the client as a site ships it, and say that its files are modules."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in client_files(ROOT / "site_overrides" / "assets" / "search"):
        (folder / name).write_bytes(data)
    (folder / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
    return folder


def run_node(script: str, given: object, client: Path, index: Path | None = None) -> Any:
    """Give JSON to a script of `node/` and take JSON from it."""
    folders = [str(client), *([str(index)] if index else [])]
    done = subprocess.run(
        ["node", "--no-warnings", str(SCRIPTS / f"{script}.mjs"), *folders],
        input=json.dumps(given, ensure_ascii=False),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
