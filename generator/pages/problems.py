"""A page for each problem code: what it means, a wrong and a right example, and the duty behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.report import SiteFile
from generator.pages import addresses
from generator.pages.environment import write_page
from generator.reporting.codes import Code, all_codes
from generator.reporting.terminal import SEVERITY_NAMES

_FIELD = re.compile(r"\{\w*\}")

GROUPS = {
    "T": "标题",
    "S": "结构",
    "D": "日期",
    "C": "内容",
    "X": "转换残留",
    "P": "个人信息",
    "K": "保密与审查",
    "W": "网站页面",
    "A": "无障碍",
    "H": "主题归类",
    "G": "文件与设置",
}
"""What the first letter of a code stands for."""


def problem_pages() -> Iterator[SiteFile]:
    """The hub and a page for each code."""
    codes = all_codes()
    groups = [(name, [code for code in codes if code.code[0] == letter]) for letter, name in GROUPS.items()]
    yield write_page(
        addresses.PROBLEMS,
        "problems.md.j2",
        title="检查项目",
        groups=[(name, found) for name, found in groups if found],
        titled=_titled,
    )
    for code in codes:
        yield write_page(
            addresses.problem(code.code),
            "problem.md.j2",
            title=f"{code.code} {_titled(code)}",
            code=code,
            names=SEVERITY_NAMES,
            plain=_plain,
        )


def _titled(code: Code) -> str:
    """The title without what a single case would fill in."""
    return _plain(code.title).rstrip("：: ") or code.code


def _plain(text: str) -> str:
    return _FIELD.sub("…", text)
