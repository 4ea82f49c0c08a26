"""Files as they are handed in: single ones, folders, archives; each with a name that is safe to store."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.limits import DEFAULT, Limits
from generator.intake.package import Package, is_zip
from generator.intake.readers import READERS, unreadable
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.diagnostic import Diagnostic

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ue000-\uf8ff]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 100
_LONGEST_SUFFIX = 10
_CLUTTER = re.compile(r"(?:__MACOSX/.*|(?:.*/)?(?:\..*|~\$.*|Thumbs\.db|desktop\.ini))", re.IGNORECASE)
_UTF8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class Upload:
    """One file handed in: a safe name, where it came from, its bytes; `trouble` says why there are none."""

    name: str
    place: str
    data: bytes = b""
    trouble: Diagnostic | None = None


def safe_name(raw: str) -> str:
    """The last part of a path as a file name that is safe on every system and in a page; "" if nothing is left.

    Control, bidi and private-use characters go, characters that a file system or a page could misread become `_`,
    names of devices and leading dots and dashes are defused, and 100 characters before the suffix are kept.
    """
    name = re.split(r"[/\\]", raw.rstrip("/\\"))[-1]
    name = unicodedata.normalize("NFC", _UNSEEN.sub("", name)).strip().lstrip(".-").strip()
    name = _FORBIDDEN.sub("_", name).rstrip(". ")
    if _DEVICES.fullmatch(name):
        name = f"_{name}"
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX:
        stem, dot, suffix = name, "", ""
    return stem[:_LONGEST] + dot + suffix


def uploads(paths: Iterable[Path], limits: Limits = DEFAULT) -> Iterator[Upload]:
    """The files at these paths, one after the other: folders are walked, archives opened, clutter left out.

    A link, and an archive with links or names that lead out of it, gives one `Upload` with trouble.
    """
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            for inner in sorted(path.rglob("*")):
                if inner.is_file() or inner.is_symlink():
                    relative = inner.relative_to(path).as_posix()
                    if not _CLUTTER.fullmatch(relative):
                        yield from _of_file(inner, f"{path.name}/{relative}", limits, linked=False)
        else:
            yield from _of_file(path, str(path), limits, linked=True)


def _of_file(path: Path, place: str, limits: Limits, *, linked: bool) -> Iterator[Upload]:
    name = safe_name(path.name) or "文件"
    if path.is_symlink() and not linked:
        yield Upload(name, place, trouble=problems.OUTSIDE.at(name=path.name))
        return
    try:
        size = path.stat().st_size
        if size > limits.file:
            trouble = problems.TOO_LARGE.at(size=size / 1e6, limit=limits.file / 1e6)
            yield Upload(name, place, trouble=trouble)
            return
        data = path.read_bytes()
    except OSError as error:
        yield Upload(name, place, trouble=problems.UNREADABLE.at(why=error.strerror or "系统读取时出错"))
        return
    if is_archive(data, path.name):
        yield from of_archive(data, name, place, limits)
    else:
        yield Upload(name, place, data)


def is_archive(data: bytes, name: str) -> bool:
    """Whether the bytes are a ZIP file that is no document itself."""
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    return is_zip(data) and reader is unreadable and not unreadable.kind_of(data)


def of_archive(data: bytes, name: str, place: str, limits: Limits = DEFAULT) -> Iterator[Upload]:
    """The files in a ZIP archive, unpacked in memory; refused as a whole if a name or link leads out of it."""
    try:
        package = Package(data, limits)
        members = zipfile.ZipFile(BytesIO(data)).infolist()
    except (Refusal, zipfile.BadZipFile) as error:
        trouble = error.diagnostic if isinstance(error, Refusal) else problems.DAMAGED.at(what="压缩包打不开")
        yield Upload(name, place, trouble=trouble)
        return
    bad = next((member for member in members if _leads_out(member)), None)
    if bad is not None:
        yield Upload(name, place, trouble=problems.ESCAPING.at(name=safe_name(bad.filename) or "…"))
        return
    for member in members:
        inner = _name_of(member)
        if member.is_dir() or _CLUTTER.fullmatch(inner):
            continue
        safe = safe_name(inner) or "文件"
        within = f"{place}/{'/'.join(safe_name(part) for part in inner.split('/'))}"
        if member.file_size > limits.file:
            trouble = problems.TOO_LARGE.at(size=member.file_size / 1e6, limit=limits.file / 1e6)
            yield Upload(safe, within, trouble=trouble)
            continue
        try:
            yield Upload(safe, within, package.read(member.filename.removeprefix("/")))
        except Refusal as refusal:
            yield Upload(safe, within, trouble=refusal.diagnostic)


def _leads_out(member: zipfile.ZipInfo) -> bool:
    raw = member.orig_filename.replace("\\", "/")
    link = stat.S_ISLNK(member.external_attr >> 16)
    return link or raw.startswith("/") or re.match(r"[A-Za-z]:", raw) is not None or ".." in raw.split("/")


def _name_of(member: zipfile.ZipInfo) -> str:
    # Chinese Windows writes names in GBK without saying so; zipfile then takes them for code page 437.
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename
