"""Every problem code with what a page about it needs: from the stages' declarations and from the rule catalogue."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

import generator
from generator.catalogues.checks import OnSite
from generator.catalogues.rules import Certainty, Rule, all_rules
from generator.model.diagnostic import Audience, Problem, Severity
from generator.model.metadata import Mode

_DECLARED_IN = ("content", "guard", "identity", "indicators", "intake", "outline", "rules", "themes", "pipeline")
"""Where problems are declared, beside the code that finds them."""

CERTAINTY_NAMES = {
    Certainty.OFFICIAL: "已核对官方文本",
    Certainty.SECONDARY: "据公开转载",
    Certainty.UNVERIFIED: "待核定",
    Certainty.DESIGN: "本站自定",
}

CHECKED_BY = {
    "build": "每次发布前由程序检查生成好的网页",
    "links": "每次发布前由程序检查全部链接",
    "browser": "改动程序时用浏览器自动测试",
    "person": "程序不能判断，由人核对",
}
"""Who looks at a rule on the built site."""


@dataclass(frozen=True, slots=True)
class Code:
    """A problem code: `title` in words, `severity` in demo and official mode, examples, and the duty behind it.

    `duty`, `basis` and `certainty` are "" where no outside rule stands behind the code. `checked` says who looks at
    what on the built site, "" for what is looked at in reports and settings.
    """

    code: str
    title: str
    demo: Severity
    official: Severity
    audience: Audience
    hint: str
    wrong: str
    right: str
    duty: str = ""
    basis: str = ""
    certainty: str = ""
    checked: str = ""


@cache
def all_codes() -> tuple[Code, ...]:
    """All codes, those of rules first, each code once; the rule's entry wins over a stage's declaration."""
    found = {rule.id: _of_rule(rule) for rule in all_rules()}
    for problem in declared_problems():
        if problem.code not in found:
            found[problem.code] = _of_problem(problem)
    return tuple(found.values())


@cache
def declared_problems() -> tuple[Problem, ...]:
    """Every `Problem` that a module of the stages declares, by code."""
    problems: dict[str, Problem] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name.split(".")[1] in _DECLARED_IN:
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, Problem):
                    problems.setdefault(value.code, value)
    return tuple(problems[code] for code in sorted(problems))


def _of_rule(rule: Rule) -> Code:
    newest = max(rule.versions, key=lambda version: version.valid_from)
    return Code(
        code=rule.id,
        title=rule.title,
        demo=rule.severity.of(Mode.DEMO),
        official=rule.severity.of(Mode.OFFICIAL),
        audience=rule.audience,
        hint=rule.hint,
        wrong=rule.wrong,
        right=rule.right,
        duty=newest.duty,
        basis=newest.basis,
        certainty=CERTAINTY_NAMES[newest.certainty],
        checked=f"{CHECKED_BY[rule.check.by]}：{rule.check.how}" if isinstance(rule.check, OnSite) else "",
    )


def _of_problem(problem: Problem) -> Code:
    return Code(
        code=problem.code,
        title=problem.message,
        demo=problem.severity,
        official=problem.severity,
        audience=Audience.STAFF,
        hint=problem.hint,
        wrong=problem.wrong,
        right=problem.right,
    )
