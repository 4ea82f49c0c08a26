"""People and places that a Word document names outside its text: properties, comments, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.intake.pictures import inspect_picture

if TYPE_CHECKING:
    from generator.intake.docx.parts import Parts
    from generator.intake.docx.traces import Traces

_PEOPLE = frozenset({"creator", "lastModifiedBy", "Manager", "Company"})
_NOBODY = frozenset(
    {
        "", "administrator", "admin", "user", "users", "owner", "guest", "author", "unknown", "pc", "hp", "dell", "lenovo",
        "thinkpad", "asus", "acer", "huawei", "microsoft", "microsoft office user", "microsoft office 用户",
        "windows user", "windows 用户", "windows用户", "微软用户", "微软中国", "中国", "china", "wps office", "wps",
        "libreoffice", "python-docx", "apache poi", "jonmmx 2000", "番茄花园", "雨林木风", "系统管理员", "管理员", "用户", "默认",
    }
)  # fmt: skip
"""Names that programs and pre-installed systems put there; they tell of nobody."""


def names_somebody(name: str) -> bool:
    """Whether a value of a property tells of a person or an office."""
    return name.strip().lower() not in _NOBODY


def read_properties(parts: Parts, traces: Traces) -> None:
    """Add to the traces the comments, the names in properties, and what pictures tell."""
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for root in parts.every(kind):
            traces.authors.update(node.text for node in root.children if node.tag in _PEOPLE)
    for root in parts.every("comments"):
        for comment in root.all("comment"):
            traces.comments += 1
            traces.authors.add(comment.get("author"))
    for root in parts.every("people"):
        traces.authors.update(person.get("author") for person in root.all("person"))
    traces.authors = {name for name in traces.authors if names_somebody(name)}
    for name in parts.package.names:
        if "/media/" in name:
            found = inspect_picture(parts.package.read(name))
            traces.located += found.located
            traces.devices += found.device
