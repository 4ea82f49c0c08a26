"""A report full of markup is shown as it is: nothing of it runs, nothing of it becomes structure."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.site.page_text import page_text
from tests.support.server import Serve
from tests.support.site import Project

LINES = (
    "甲县司法局关于2023年法治政府建设情况的报告",
    "2023年，甲县司法局<script>window.hacked = 1</script>认真履行职责，现报告如下：",
    "一、主要举措<img src=x onerror=window.hacked=2>",
    "{{ config.site_name }} {% include 'secret' %} 开展普法活动12场。",
    "[点我](javascript:window.hacked=3) ![图](http://example.org/x.png) <http://example.org>",
    '--8<-- "mkdocs.yml"',
    ":::danger",
    "<iframe srcdoc='&lt;script&gt;top.hacked=4&lt;/script&gt;'></iframe>",
    "&lt;b&gt;粗&lt;/b&gt; &amp; &#60;i&#62;",
    "| 甲 | 乙 |",
    "| --- | --- |",
    "| 1 | 2 |",
    "# 不是标题",
    "1. 不是列表",
    "> 不是引用",
    "``` 不是代码",
    "不是属性 {: #top .card onclick=alert(1) }",
    "[^1]: 不是脚注",
    "*[局]: 不是缩写",
    "方向\u202e反转与零宽\u200b字符。",
    "二、存在的不足和原因",
    "宣传力度不够。",
)


def test_hostile_text_stays_text(project: Project, serve: Serve, page: Page) -> None:
    folder = project.folder / "content" / "reports" / "2023"
    (folder / "甲县司法局.txt").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    (folder / "甲县司法局.yml").write_text("agency: weidu-jx\nyear: 2023\n", encoding="utf-8")
    roster = project.folder / "content" / "agencies.yml"
    entry = "  - {id: weidu-jx, name: 甲县司法局, region: weidu, kind: department}\n"
    roster.write_text(roster.read_text(encoding="utf-8") + entry, encoding="utf-8")
    project.build()
    address = "reports/weidu-jx-2023/"
    html = (project.site / address / "index.html").read_text(encoding="utf-8")
    shown = page_text(html)
    for line in LINES:
        if "\u202e" not in line:
            assert "".join(line.split()) in "".join(shown.split()), line
    assert "｛U+202E｝" in html
    assert "\u202e" not in html
    assert "\u200b" not in html
    answer = page.goto(serve(project.site).url + address)
    assert answer is not None
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.hacked") is None
    body = page.locator("[data-line], .passage")
    assert body.locator("script, img, iframe, h1, blockquote, code, li, table").count() == 0
    checked = project.run("check", "content/reports/2023/甲县司法局.txt")
    assert "U+202E" in checked.stdout
