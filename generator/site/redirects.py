"""Pages at the addresses that reports once had: they lead on without a script (W16)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.model.report import Corpus, SiteFile
from generator.pages import addresses

_PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<title>网址已更换：{title}</title>
</head>
<body>
<main>
<h1>网址已更换</h1>
<p>这份报告现在的网址是：<a href="{target}">{title}</a>。</p>
</main>
</body>
</html>
"""


def redirect_pages(corpus: Corpus) -> Iterator[SiteFile]:
    """A page for each former address of a published report, unless another report has that address now."""
    taken = {addresses.report(report.id) for report in corpus.reports if report.id is not None}
    for report in corpus.reports:
        entry = corpus.ledger.entry(report.id) if report.id else None
        for former in entry.former_addresses if entry else ():
            if former not in taken and report.id is not None:
                title = report.identity.title.value if report.identity.title else report.id
                target = f"{addresses.up(former)}{addresses.report(report.id)}"
                page = _PAGE.format(target=escape(target), title=escape(title))
                yield SiteFile(f"{former}index.html", page.encode())
