"""Names joined with health, minority, faith or a special status (P05; 个人信息保护法 28)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.guard.hit import Hit, Kind
from generator.guard.lexicon import either, words
from generator.guard.people import Name, Scene, person_cues

_CHILD = re.compile(
    r"""
    [（，：]? [男女]? [，、]? (?: 年仅 | 现年 | 今年 | 年龄 | 时年 )? ：?
    (?: [0-9] | 1[0-3] | 十[一二三] | [一二三四五六七八九十] ) 周?岁
    """,
    re.VERBOSE,
)
"""An age below 14, the limit of 个人信息保护法 28, straight behind a name: （8岁, ，女，12周岁."""


@cache
def _before() -> re.Pattern[str]:
    return re.compile(f"{either(words().sensitive_before)}[：（“，]?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: [（，：] [^。；！？\n（）]{{0,14}} )? ）? [，：]?
        (?: 曾 | 已 | 被 | 经 | 因 | 自幼 | 长期 )?
        {either(words().sensitive_after)} (?! 者 | 儿 | 难 | 病率 | 人数 | 防控 | 防治 )
        """,
        re.VERBOSE,
    )


def sensitive_matters(scene: Scene) -> Iterator[Hit]:
    """Names after 患者, 留守儿童, 社区矫正对象 …, and names followed by an illness or the age of a child."""
    for name in scene.names:
        named = name.explicit or scene.opens(name) or scene.called(name, person_cues()[0])
        if (scene.called(name, _before()) and scene.closes(name)) or (named and _tells(scene, name)):
            yield Hit(scene.place(name.start, name.end), Kind.SENSITIVE, name.masked)


def _tells(scene: Scene, name: Name) -> bool:
    if scene.followed(name, _CHILD):
        return True
    match = _after().match(scene.folded.text, name.end)
    if match is None:
        return False
    # Two characters straight before a verb are as often a word as a name: a mark must part them, or a cue precede.
    return name.is_full or match[0][:1] in "（，：" or scene.called(name, person_cues()[0])
