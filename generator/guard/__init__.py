"""The guard: finds what must never be published, in any text or file, without reading reports.

It stands apart from the stages so that a git hook can run it on every file of a commit in a fraction of a second.
"""

from generator.guard.conceal import conceal, conceal_path
from generator.guard.files import FileScan, Found, Reader, scan_bytes
from generator.guard.hidden import HiddenThing
from generator.guard.hit import Hit, Kind
from generator.guard.scan import scan_text

__all__ = [
    "FileScan",
    "Found",
    "HiddenThing",
    "Hit",
    "Kind",
    "Reader",
    "conceal",
    "conceal_path",
    "scan_bytes",
    "scan_text",
]
