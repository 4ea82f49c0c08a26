"""What portals call the boxes of their pages, and the lines around an article that are no part of it."""

from __future__ import annotations

import re

EDITORS = re.compile(
    r"""
    \s
    (?: (?: trs | ucap | vsb ) [-_]? (?: editor | ueditor | content ) \S*
      | custom_unionstyle | v_news_content | bodylabel | zoom\w* | fontzoom | j-fontcontent | js_content
      | rich_media_content | ivs_content | maintext | zhengwen
      | (?: pages | page | bt | article | news | xxgk | zw | zwgk | xl | ndbg ) [-_]? (?: content | body | text )
    )
    \s
    """,
    re.VERBOSE,
)
"""Boxes of the editors and templates of portals: they hold an article and nothing else."""

CONTAINERS = re.compile(
    r"""
    \s
    (?: (?: news | gk | info | main | details? | text | wz | con | art | arti | article | xilan | doc | view | nr )
        [-_]?
        (?: content | contents | con | text | txt | body | main | nr | detail | article | wz | zw | neirong | box )?
      | contents? [-_]? (?: text | body | main | txt | detail | article | con | box | inner | wrap )?
      | neirong | wenzhang | entry-content | post-content | \S+-detail-box
      | ewb-\S* (?: content | article ) \S*
    )
    \s
    """,
    re.VERBOSE,
)
"""Names that often hold the article, and often a side column as well."""

TITLES = re.compile(r"title|biaoti|\sbt\s|headline|subject|\stit\s|tit\d?\s")
"""Boxes that hold a title."""

FURNITURE = re.compile(
    r"""
    (?: (?: 发布 | 发表 | 发文 | 更新 | 成文 | 公开 | 生成 | 录入 | 信息 )? \s*
        (?: 时间 | 日期 | 机构 | 机关 ) \s* [：:] .*                                # 发布时间：2024-01-15
      | (?: 信息 | 文章 | 稿件 )?
        (?: 来源 | 作者 | 编辑 | 责编 | 责任编辑 | 审核 | 初审 | 终审 | 供稿 | 录入 | 发布人 | 撰稿 | 摄影 )
        (?: 人 | 者 )? \s* [：:] .*
      | .{0,12}? (?: 浏览 | 阅读 | 点击 | 访问 ) (?: 次数 | 量 | 数 )? \s* [：:（(] .*
      | .{0,20} 字 \s* (?: 体 | 号 | 号大小 ) \s* [：:\[【（(] .*
      | [\[【（(]? \s*
        (?: 打印 | 关闭 | 收藏 | 分享 | 返回 | 复制 | 下载 | 纠错 | 我要纠错 | 大 | 中 | 小 )
        .{0,6} (?: 本页 | 窗口 | 页面 | 顶部 | 列表 | 链接 | 正文 | 文本 )? \s* [\]】）)]? \s*
      | .{0,40}
        (?: 打印本页 | 关闭窗口 | 关闭本页 | 返回顶部 | 返回首页 | 加入收藏 | 我要打印 | 【打印】 | \[打印\] )
        .{0,40}
      | 分享 (?: 到 | 至 )? .* | 扫一扫.* | 扫描二维码.* | 微信扫.* | 用手机.* | 手机扫.*
      | (?: 上 | 下 ) (?: 一? [篇条页] ) \s* [：:]? .{0,80}
      | (?: 首页 | 尾页 | 末页 | 共 \s* \d+ \s* 页 ) .{0,40}
      | .{0,6} 您? (?: 现在 | 当前 | 所在 )? 的? 位置 (?: 是 )? \s* [：:] .*
      | 首页 \s* [>》»›\-/|] .*
      | .* (?: 版权所有 | ICP备 | 网站标识码 | 公网安备 | 技术支持 | Copyright | 网站地图 ) .*
      | .* (?: 主办单位 | 承办单位 ) \s* [：:] .*
      | (?: 索引号 | 索引 | 信息索引 | 主题分类 | 体裁分类 | 主题词 | 组配分类 | 信息名称 | 文号 | 有效性
          | 公开方式 | 公开范围 | 公开责任部门 | 名称 | 标题 ) \s* [：:] .{0,80}
      | 信息公开目录 | 附件下载 | 热点新闻 | 推荐阅读 | 网站首页 | 正文
      | 相关 (?: 链接 | 阅读 | 新闻 | 文章 | 信息 | 附件 ) [：:]?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Lines that portals put around an article: dates, counters, buttons, neighbours, the index card."""
