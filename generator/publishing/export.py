"""The whole site in one reproducible zip: pages, originals, data; works through any static server."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from generator.publishing.release import COMPLETE
from generator.publishing.target import PublishError

_PERMISSIONS = 0o644 << 16
_UTF8_NAME = 0x800


def export_zip(site: Path, target: Path, day: date) -> int:
    """Pack the folder `site` into `target`; returns the number of files.

    The same site and day give the same bytes: files in order of their paths, one date, one set of permissions. Raises
    `PublishError` if the folder is no complete site.
    """
    if missing := [name for name in COMPLETE if not (site / name).is_file()]:
        raise PublishError(f"{site} 不是完整的网站（缺 {'、'.join(missing)}），请先运行 gongkai build")
    files = sorted(path for path in site.rglob("*") if path.is_file())
    part = target.with_name(f".{target.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            entry = zipfile.ZipInfo(
                path.relative_to(site).as_posix(), (max(day.year, 1980), day.month, day.day, 0, 0, 0)
            )
            entry.external_attr = _PERMISSIONS
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.flag_bits |= _UTF8_NAME
            archive.writestr(entry, path.read_bytes())
    part.replace(target)
    return len(files)
