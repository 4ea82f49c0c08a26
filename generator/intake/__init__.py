"""Files become documents: bytes in, cleaned text with a way back to the source out.

`read_file`, `read_bytes` and `read_text` are the door; `repairs` says what cleaning changed and undoes it.
"""

from __future__ import annotations

from generator.intake.door import read_bytes, read_file, read_text

__all__ = ["read_bytes", "read_file", "read_text"]
