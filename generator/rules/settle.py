"""The rules as one site has configured them (`rules:` in its settings)."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.catalogues.load import CatalogueError
from generator.catalogues.rules import Rule, SeverityByMode, all_rules, rules_by_id
from generator.model.diagnostic import Severity
from generator.model.settings import Settings

_KEYS = frozenset({"severity", "enabled", "parameters", "binds"})


def settled_rules(settings: Settings, file: Path = Path("site.yml")) -> tuple[Rule, ...]:
    """All rules with the site's overrides applied; disabled ones are left out.

    An override is a mapping by rule id with any of `severity` (one value, or `demo` and `official`), `enabled`,
    `parameters` (of the rule's check) and `binds` (kinds of agency). Raises `CatalogueError` for one that fits no
    rule; `file` is the settings file, for the message.
    """
    if not settings.rules:
        return tuple(rule for rule in all_rules() if rule.enabled)
    return _settled(json.dumps(settings.rules, default=str, sort_keys=True), file)


def settled_rule(settings: Settings, identifier: str) -> Rule:
    """One rule as configured, whether enabled or not."""
    override = settings.rules.get(identifier)
    return _override(rules_by_id()[identifier], override, Path("site.yml")) if override else rules_by_id()[identifier]


@cache
def _settled(overrides: str, file: Path) -> tuple[Rule, ...]:
    wanted: dict[str, dict[str, Any]] = json.loads(overrides)
    if unknown := sorted(set(wanted) - set(rules_by_id())):
        raise CatalogueError(file, 1, 1, f"“rules”中没有规则“{unknown[0]}”")
    rules = (_override(rule, wanted.get(rule.id, {}), file) for rule in all_rules())
    return tuple(rule for rule in rules if rule.enabled)


def _override(rule: Rule, wanted: dict[str, Any], file: Path) -> Rule:
    def wrong(key: str) -> CatalogueError:
        return CatalogueError(file, 1, 1, f"“rules.{rule.id}.{key}”取值有误")

    if unknown := sorted(set(wanted) - _KEYS):
        raise CatalogueError(file, 1, 1, f"“rules.{rule.id}.{unknown[0]}”不认识的键")
    try:
        if "severity" in wanted:
            given = wanted["severity"]
            both = given if isinstance(given, dict) else {"demo": given, "official": given}
            severity = SeverityByMode(**{mode: Severity(value) for mode, value in both.items()})
            rule = replace(rule, severity=severity, supplied=None)
        if "enabled" in wanted:
            rule = replace(rule, enabled=TypeAdapter(bool).validate_python(wanted["enabled"]))
        if "binds" in wanted:
            rule = replace(rule, binds=TypeAdapter(tuple[str, ...]).validate_python(wanted["binds"]))
    except (ValueError, TypeError, ValidationError):
        raise wrong("severity/enabled/binds") from None
    parameters = wanted.get("parameters", {})
    try:
        fields = {name: getattr(rule.check, name) for name in rule.check.__dataclass_fields__}
        check = TypeAdapter(type(rule.check)).validate_python({**fields, **parameters})
    except (ValidationError, TypeError):
        raise wrong("parameters") from None
    return replace(rule, check=check)
