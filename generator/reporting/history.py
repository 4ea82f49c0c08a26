"""What to tell a clerk whose file holds something that must not be published: how it leaves the history of commits."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic
from generator.rules import STOPS

_LEAKS = ("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P09", "P10", "P11", "K02")

_STOP = """\
疑似涉密：请立即停止提交、推送和转发，断开共享，保留现场，并报告本单位保密工作机构，由他们决定怎样处置。
不要截图，不要把内容发给别人核对，也不要自行删除了事。
"""
_CLEAN = """\
如果还没有提交（git commit）：改好文件，重新提交即可。
如果已经提交或推送：只提交一次“删除”是不够的，旧版本里仍然看得到。请把它从提交记录中清除，
步骤见《发布指南》“九、把内容从提交记录中清除”；公开过的，同时按规定报告。
"""


def how_to_take_out(problems: Iterable[Diagnostic]) -> str:
    """The advice for these problems, "" if none of them is a leak. A mark of state secrets asks for other steps."""
    codes = {problem.code for problem in problems if problem.accepted_by is None}
    return (_STOP if STOPS in codes else "") + (_CLEAN if codes.intersection(_LEAKS) else "")
