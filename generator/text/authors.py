"""Names that files give of their authors: which tell of somebody, and which of a program."""

from __future__ import annotations

_NOBODY = frozenset(
    {
        "", "administrator", "admin", "user", "users", "owner", "guest", "author", "unknown", "pc", "hp", "dell",
        "lenovo", "thinkpad", "asus", "acer", "huawei", "microsoft", "microsoft office user", "microsoft office 用户",
        "windows user", "windows 用户", "windows用户", "微软用户", "微软中国", "中国", "china", "wps office", "wps",
        "libreoffice", "python-docx", "apache poi", "jonmmx 2000", "番茄花园", "雨林木风", "系统管理员", "管理员",
        "用户", "默认",
    }
)  # fmt: skip
"""Names that programs and pre-installed systems put there; they tell of nobody."""


def names_somebody(name: str) -> bool:
    """Whether a value of a property tells of a person or an office."""
    return name.strip().lower() not in _NOBODY
