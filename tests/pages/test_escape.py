"""Report text can never become markup."""

import html
import re

import markdown as python_markdown  # type: ignore[import-untyped]  # ships no types
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.environment import front_matter
from generator.pages.escape import attribute, markdown

EXTENSIONS = ["attr_list", "tables", "toc"]
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ config }} {% raw %}",
    "[x](javascript:alert(1))",
    '--8<-- "secret.md"',
    ":::danger",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "# 标题",
    "| a | b |",
    "1. 列表",
    "- 列表",
    "+ 列表",
    "> 引用",
    "    代码",
    "``` 代码",
    "![图](http://example.org/x.png)",
    "<http://example.org>",
    "[^1]: 注",
    "*[HTML]: 缩写",
    "{: #id .class }",
    "标题 {#id}",
    "===",
    "---",
    "~~~",
    "!!! note",
    "\\*星\\*",
    "__粗__ *斜*",
    "a@example.org",
    "http://example.org/",
    "$x$",
    "：冒号",
    "1986. 年",
)


def rendered_text(source: str) -> tuple[str, str]:
    """HTML of one paragraph of escaped text, and what a reader sees of it."""
    page = python_markdown.markdown(f"{markdown(source)}\n{{: #p-1 }}", extensions=EXTENSIONS)
    inside = re.fullmatch(r'<p id="p-1">(.*)</p>', page, re.DOTALL)
    assert inside is not None, page
    return page, html.unescape(inside[1])


def as_shown(source: str) -> str:
    """What the page should show: HTML folds blanks at the ends of a block."""
    return re.sub(r"\s", " ", source).strip()


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_text_reads_as_itself(source: str) -> None:
    page, shown = rendered_text(source)
    assert shown.strip() == as_shown(source)
    assert re.findall(r"<(\w+)", page) == ["p"]


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1).filter(str.strip))
def test_any_text_reads_as_itself(source: str) -> None:
    page, shown = rendered_text(source)
    assert shown == as_shown(source)
    assert re.findall(r"<(\w+)", page) == ["p"]


@given(st.text(alphabet="<>&\"'`*_{}[]()#+-.!|\\~^=:$@/ 一是（）。1a", min_size=1).filter(str.strip))
def test_any_mix_of_marks_reads_as_itself(source: str) -> None:
    page, shown = rendered_text(source)
    assert re.sub(r" +", " ", shown).strip() == re.sub(r" +", " ", as_shown(source))
    assert re.findall(r"<(\w+)", page) == ["p"]


@given(st.text())
def test_an_attribute_cannot_be_left(source: str) -> None:
    escaped = attribute(source)
    assert not set('<>"\n') & set(escaped)
    assert html.unescape(escaped) == re.sub(r"\s", " ", source)


def test_front_matter_holds_any_title() -> None:

    title = '--- "引号" \n: {{ x }} # \\'
    text = front_matter(title, {"description": "a\nb"})
    assert yaml.safe_load(text.split("---\n", 2)[1]) == {"title": title, "description": "a\nb"}
