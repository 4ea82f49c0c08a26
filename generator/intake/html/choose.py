"""Which lines of a page are the report: known containers first, else the block that holds nearly all running text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.intake.html.flatten import Block, PageLine

_EDITORS = re.compile(
    r"""
    \s (?: (?: trs | ucap | vsb ) [-_]? (?: editor | ueditor | content )\S* | custom_unionstyle | v_news_content | bodylabel
      | zoom\w* | fontzoom | j-fontcontent | js_content | rich_media_content | ivs_content | maintext | zhengwen
      | (?: pages | page | bt | article | news | xxgk | zw | zwgk | xl | ndbg ) [-_]? (?: content | body | text ) ) \s
    """,
    re.VERBOSE,
)
"""What the editors and templates of portals call the box that holds an article and nothing else."""
_CONTAINERS = re.compile(
    r"""
    \s (?: (?: news | gk | info | main | detail | details | text | wz | con | art | arti | article | xilan | doc | view | nr )
        [-_]? (?: content | contents | con | text | txt | body | main | nr | detail | article | wz | zw | neirong | box )?
      | contents? [-_]? (?: text | body | main | txt | detail | article | con | box | inner | wrap )? | neirong | wenzhang
      | entry-content | post-content | \S+-detail-box | ewb-\S*(?:content|article)\S* ) \s
    """,
    re.VERBOSE,
)
"""Names that often hold the article, and often a side column as well."""
_TITLE_MARKS = re.compile(r"title|biaoti|\sbt\s|headline|subject|\stit\s|tit\d?\s")
_CHROME = re.compile(
    r"""
    (?: (?: 发布 | 发表 | 发文 | 更新 | 成文 | 公开 | 生成 | 录入 | 信息 )? \s* (?: 时间 | 日期 | 机构 | 机关 ) \s* [：:] .*
      | (?: 信息 | 文章 | 稿件 )? (?: 来源 | 作者 | 编辑 | 责编 | 责任编辑 | 审核 | 初审 | 终审 | 供稿 | 录入 | 发布人 | 撰稿 | 摄影 ) (?:人|者)? \s* [：:] .*
      | .{0,12}? (?: 浏览 | 阅读 | 点击 | 访问 ) (?: 次数 | 量 | 数 )? \s* [：:（(] .*
      | .{0,20} 字 \s* (?: 体 | 号 | 号大小 ) \s* [：:\[【（(] .*
      | [\[【（(]? \s* (?: 打印 | 关闭 | 收藏 | 分享 | 返回 | 复制 | 下载 | 纠错 | 我要纠错 | 大 | 中 | 小 ) .{0,6} (?: 本页 | 窗口 | 页面 | 顶部 | 列表 | 链接 | 正文 | 文本)? \s* [\]】）)]? \s*
      | .{0,40} (?: 打印本页 | 关闭窗口 | 关闭本页 | 返回顶部 | 返回首页 | 加入收藏 | 我要打印 | 【打印】 | \[打印\] ) .{0,40}
      | 分享 (?: 到 | 至 )? .* | 扫一扫.* | 扫描二维码.* | 微信扫.* | 用手机.* | 手机扫.*
      | (?: 上 | 下 ) (?: 一? [篇条页] ) \s* [：:]? .{0,80} | (?: 首页 | 尾页 | 末页 | 共 \s* \d+ \s* 页 ) .{0,40}
      | .{0,6} 您? (?: 现在 | 当前 | 所在 )? 的? 位置 (?: 是 )? \s* [：:] .* | 首页 \s* [>》»›\-/|] .*
      | .* (?: 版权所有 | ICP备 | 网站标识码 | 公网安备 | 技术支持 | Copyright | 网站地图 | 主办单位\s*[：:] | 承办单位\s*[：:] ) .*
      | (?: 索引号 | 索引 | 信息索引 | 主题分类 | 体裁分类 | 主题词 | 组配分类 | 信息名称 | 文号 | 有效性 | 公开方式 | 公开范围 | 公开责任部门 | 名称 | 标题 ) \s* [：:] .{0,80}
      | 信息公开目录 | 附件下载 | 相关 (?: 链接 | 阅读 | 新闻 | 文章 | 信息 | 附件 ) [：:]? | 热点新闻 | 推荐阅读 | 网站首页 | 正文
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE = frozenset("，。；：、！？")
_MOST = 0.85
_EDITOR_SHARE, _CONTAINER_SHARE = 0.2, 0.5
"""Share of the running text of a page that must be in a container to believe its name."""
_ENOUGH = 100
_LINKED = 0.5
_TITLE_REACH = 12


def choose(lines: list[PageLine], titles: list[str]) -> tuple[list[int], bool]:
    """The indices of the lines of the report with its title, and whether they were found by a known container.

    `titles` are what the page calls itself, most trustworthy first. A page without running text is taken as it is.
    """
    worth = [_worth(line) for line in lines]
    total = sum(worth)
    chosen = _held(lines, worth, _is_editor)
    sure = sum(worth[index] for index in chosen) >= max(_ENOUGH, total * _EDITOR_SHARE)
    if not sure:
        chosen = _densest(lines, worth, _held(lines, worth, _is_container))
        sure = sum(worth[index] for index in chosen) >= max(_ENOUGH, total * _CONTAINER_SHARE)
    if not sure:
        chosen = _densest(lines, worth, list(range(len(lines))))
    chosen = _trimmed(lines, chosen)
    title = _title_before(lines, chosen, titles)
    return [*title, *chosen], sure


def _worth(line: PageLine) -> int:
    # Characters of running text: links, and bits without any mark of a sentence, count little.
    if line.grid is not None:
        text = sum(len(cell.text) for row in line.grid for cell in row)
        return max(0, text - 2 * line.linked) // 2
    text = line.text.strip()
    if line.linked > len(text) * _LINKED or _CHROME.fullmatch(text):
        return 0
    return len(text) - line.linked if _SENTENCE & set(text) else len(text) // 4


def _is_editor(block: Block) -> bool:
    return block.tag == "ucapcontent" or _EDITORS.search(block.marks) is not None


def _is_container(block: Block) -> bool:
    return block.tag in {"article", "main"} or _CONTAINERS.search(block.marks) is not None


def _held(lines: list[PageLine], worth: list[int], wanted: Callable[[Block], bool]) -> list[int]:
    # Lines by the outermost wanted block that holds them; of several such blocks, those that hold running text.
    groups: dict[int, list[int]] = defaultdict(list)
    known: dict[int, bool] = {}
    for index, line in enumerate(lines):
        holder: Block | None = None
        block: Block | None = line.block
        while block is not None:
            if block.number not in known:
                known[block.number] = wanted(block)
            holder = block if known[block.number] else holder
            block = block.parent
        if holder is not None:
            groups[holder.number].append(index)
    totals = {number: sum(worth[index] for index in indices) for number, indices in groups.items()}
    best = max(totals.values(), default=0)
    return sorted(index for number, held in groups.items() if best and totals[number] * 4 >= best for index in held)


def _densest(lines: list[PageLine], worth: list[int], indices: list[int]) -> list[int]:
    # Goes down from the body as long as one block holds nearly all running text.
    held: dict[int, int] = defaultdict(int)
    children: dict[int, set[int]] = defaultdict(set)
    holders: dict[int, list[int]] = defaultdict(list)
    for index in indices:
        block: Block | None = lines[index].block
        while block is not None:
            held[block.number] += worth[index]
            holders[block.number].append(index)
            if block.parent is not None:
                children[block.parent.number].add(block.number)
            block = block.parent
    total = sum(worth[index] for index in indices)
    if not total:
        return indices
    current = 0
    while True:
        best = max(children[current], key=lambda number: held[number], default=None)
        if best is None or held[best] < total * _MOST or len(holders[best]) < 2:  # noqa: PLR2004 — one line is no block
            return holders[current]
        current = best


def _trimmed(lines: list[PageLine], indices: list[int]) -> list[int]:
    # Page furniture at the ends, and links of any place that are nothing but links to other pages.
    kept = [index for index in indices if not _is_furniture(lines[index])]
    return kept or indices


def _is_furniture(line: PageLine) -> bool:
    text = line.text.strip()
    if line.grid is not None:
        cells = [cell.text for row in line.grid for cell in row if cell.text]
        return bool(cells) and any(_CHROME.fullmatch(cell) for cell in cells[:1])
    return _CHROME.fullmatch(text) is not None and not text.startswith("附件")


def _title_before(lines: list[PageLine], chosen: list[int], titles: list[str]) -> list[int]:
    # The title often stands in a block of its own above the text; it is known by what the page calls itself.
    if not chosen:
        return []
    wanted = [_bare(title) for title in titles if title]
    top = "".join(_bare(lines[index].text) for index in chosen[:4])
    if any(title and title in top for title in wanted):
        return []
    found: list[int] = []
    for index in range(chosen[0] - 1, max(-1, chosen[0] - 1 - _TITLE_REACH * 4), -1):
        line = lines[index]
        text = _bare(line.text)
        if not text or line.grid is not None or line.linked or _CHROME.fullmatch(line.text.strip()):
            continue
        named = any(text == title or (len(text) > 6 and text in title) for title in wanted)  # noqa: PLR2004
        marked = bool(_TITLE_MARKS.search(line.block.marks)) and "报告" in text
        if named or line.heading == 1 or marked:
            found.insert(0, index)
        elif found:
            break
    return found


def _bare(text: str) -> str:
    return re.sub(r"[\s\u3000\xa0]+", "", text)
