"""Runs MkDocs' development server on the site."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.serve import serve


def serve_site(config: Path, address: str) -> None:
    """Serve the site of `config` at `address` (`host:port`) and follow edits, until interrupted."""
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    serve(str(config), dev_addr=address)
