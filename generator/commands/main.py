"""The group of commands, and what happens when one of them cannot work."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Sequence

import click

from generator import __version__
from generator.catalogues.load import CatalogueError
from generator.commands.chinese import LazyGroup

CANNOT = 2
"""Exit code: the tool could not do its work (wrong settings, wrong usage, an unreadable folder)."""


_CHINESE = re.compile("[一-鿿]")


MEMBERS = (
    "check",
    "build",
    "serve",
    "add",
    "clean",
    "inspect",
    "explain",
    "record",
    "deploy",
    "rollback",
    "export",
    "candidates",
    "words",
    "guard",
    "hook",
)
"""The commands in the order of the help."""

_KEPT_OBJECTS = 100_000
"""How many objects may come before Python looks for garbage. Nearly all that a command reads it keeps to its end;
looking through it at the usual pace took a third of the time to load the catalogues and a tenth of that to read."""


@click.group(cls=LazyGroup, members=MEMBERS, help="公开：把法治政府建设年度报告做成公众愿意读的网站。")
@click.version_option(__version__, prog_name="gongkai", message="%(prog)s %(version)s")
def gongkai() -> None:
    """Group the commands; click prints `help`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit. Mistakes of usage and wrong settings are one Chinese sentence, no traceback."""
    gc.set_threshold(_KEPT_OBJECTS, *gc.get_threshold()[1:])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = gongkai.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("已中止。", err=True)
        sys.exit(CANNOT)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(CANNOT)
    except click.NoSuchOption as error:
        click.echo(f"没有这个选项：{error.option_name}。用 --help 查看用法。", err=True)
        sys.exit(CANNOT)
    except click.MissingParameter as error:
        click.echo(
            f"缺少参数：{error.param.human_readable_name if error.param else ''}。用 --help 查看用法。", err=True
        )
        sys.exit(CANNOT)
    except click.ClickException as error:
        click.echo(f"用法有误：{_in_chinese(error)}。用 --help 查看用法。", err=True)
        sys.exit(CANNOT)
    except CatalogueError as error:
        click.echo(str(error), err=True)
        sys.exit(CANNOT)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _in_chinese(error: click.ClickException) -> str:
    """What click found wrong with a command line, whose own words are English; ours are Chinese already."""
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"没有“{error.command_name}”这个命令"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} 后面缺少内容"
    if not isinstance(error, click.BadParameter) or error.param is None:
        message = error.format_message()
        return message if _CHINESE.search(message) else "命令后面多写了内容"
    name = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
    if isinstance(error.param.type, click.Choice):
        return f"{name} 只能是 {'、'.join(map(str, error.param.type.choices))}"
    return error.message if _CHINESE.search(error.message) else f"{name} 的值不合要求"
