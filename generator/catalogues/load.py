"""Reads a YAML file into a frozen dataclass and says exactly where it is wrong.

Pydantic checks the shape (unknown keys are errors); PyYAML's node marks give the line and the column.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError

T = TypeVar("T")

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader on libyaml is ten times as fast; wheels for common machines have it."""

_STRICT = ConfigDict(extra="forbid")

_MESSAGES = {
    "unexpected_keyword_argument": "不认识的键",
    "extra_forbidden": "不认识的键",
    "missing": "缺少必填的键",
    "missing_argument": "缺少必填的键",
    "string_type": "应为文字（必要时加引号）",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_parsing": "应为数字",
    "decimal_parsing": "应为数字",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "tuple_type": "应为列表",
    "list_type": "应为列表",
    "dict_type": "应为键值对照",
    "dataclass_type": "应为键值对照",
    "dataclass_exact_type": "应为键值对照",
    "date_type": "应为日期，如 2024-03-28",
    "date_parsing": "应为日期，如 2024-03-28",
    "date_from_datetime_parsing": "应为日期，如 2024-03-28",
    "datetime_parsing": "应为日期时间，如 2024-03-28 09:18",
    "datetime_type": "应为日期时间，如 2024-03-28 09:18",
    "enum": "不是允许的取值",
}
"""Chinese words for pydantic's kinds of error; others fall back to a general sentence."""

_NOT_YAML = "YAML 格式有误，核对这一行和上一行：冒号后空一格，上下缩进对齐，引号和括号成对"


class CatalogueError(Exception):
    """A wrong catalogue, setting or metadata file; `str()` is `file:line:column: message` in Chinese."""

    def __init__(self, file: Path, line: int, column: int, message: str) -> None:
        """Take the place (line and column from 1) and what is wrong there."""
        super().__init__(f"{file}:{line}:{column}: {message}")
        self.file, self.line, self.column, self.message = file, line, column, message


_ADAPTERS: dict[object, TypeAdapter[Any]] = {}
"""One adapter for each shape: making it takes longer than most files take to check."""


def _adapter(shape: type[T]) -> TypeAdapter[T]:
    if shape not in _ADAPTERS:
        _forbid_unknown_keys(shape, set())
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def _forbid_unknown_keys(shape: object, seen: set[object]) -> None:
    """Make pydantic refuse unknown keys in every dataclass that `shape` is made of."""
    if isinstance(shape, type) and is_dataclass(shape) and shape not in seen:
        seen.add(shape)
        shape.__pydantic_config__ = _STRICT  # type: ignore[attr-defined]
        for inner in get_type_hints(shape).values():
            _forbid_unknown_keys(inner, seen)
    for inner in get_args(shape):
        _forbid_unknown_keys(inner, seen)


def load(path: Path, shape: type[T]) -> T:
    """Read the YAML file at `path` as a value of type `shape` (a dataclass, `dict[str, …]` or `tuple[…, …]`).

    An empty file counts as an empty mapping. Raises `CatalogueError` for broken YAML, duplicate or unknown keys,
    missing keys and wrong types, each at its line and column.
    """
    return parse(path.read_bytes(), path, shape)


def parse(data: bytes, path: Path, shape: type[T]) -> T:
    """Like `load`, from bytes that were read already; `path` is only for messages."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogueError(path, line, 1, "不是 UTF-8 编码，请另存为 UTF-8") from None
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            _refuse_duplicates(node, path)
            value = loader.construct_document(node) if node is not None else {}
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise CatalogueError(path, line, column, _NOT_YAML) from None
    except (yaml.YAMLError, ValueError):
        raise CatalogueError(path, 1, 1, "YAML 格式有误：有写错的日期、数字或符号") from None
    try:
        return _adapter(shape).validate_python(value if value is not None else {})
    except ValidationError as error:
        raise _located(error, node, path) from None


def _refuse_duplicates(node: yaml.Node | None, path: Path) -> None:
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in current.value:
                if isinstance(key, yaml.ScalarNode):
                    if key.value in seen:
                        mark = key.start_mark
                        raise CatalogueError(path, mark.line + 1, mark.column + 1, f"键“{key.value}”重复")
                    seen.add(key.value)
                stack.append(value)
        elif isinstance(current, yaml.SequenceNode):
            stack.extend(current.value)


def _located(error: ValidationError, node: yaml.Node | None, path: Path) -> CatalogueError:
    first = error.errors()[0]
    location = first["loc"]
    line, column = 1, 1
    for step in location:
        found: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value == str(step):
                    line, column, found = key.start_mark.line + 1, key.start_mark.column + 1, value
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
            line, column = found.start_mark.line + 1, found.start_mark.column + 1
        if found is None:
            continue
        node = found
    keys = ".".join(str(step) for step in location if not str(step).startswith(("function-", "tuple", "dataclass")))
    told = _MESSAGES.get(first["type"])
    if told is None and first["type"] == "value_error":
        told = str(first.get("ctx", {}).get("error", "取值有误"))
    return CatalogueError(path, line, column, f"“{keys}”{told or '取值有误'}")
