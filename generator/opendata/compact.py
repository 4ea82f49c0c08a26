"""JSON for machines."""

from __future__ import annotations

import json


def json_bytes(value: object) -> bytes:
    """`value` as UTF-8 JSON on one line: indented JSON is written by Python code and costs five times as much."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
