"""`gongkai serve`: look at the site while editing it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.chinese import Command


@click.command(cls=Command, help="在本机预览网站；改动报告或补充信息后页面自动更新。")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    metavar="文件",
    help="MkDocs 的设置文件。",
)
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="地址", help="在哪个地址上预览。")
def serve(config: Path, address: str) -> int:
    """Run MkDocs' development server."""
    if not config.is_file():
        message = f"找不到 {config}，请在网站目录下运行"
        raise click.ClickException(message)
    from generator.engine.serve import serve_site  # noqa: PLC0415  (the other commands start without MkDocs)

    click.echo(f"预览地址：http://{address}/ （按 Ctrl+C 结束）")
    serve_site(config, address)
    return 0
