"""Commands whose help is Chinese throughout: click's own words are English."""

from __future__ import annotations

import click

_WORDS = {
    "Usage: ": "用法：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本。",
    "[default: ": "[默认：",
    "[required]": "[必填]",
}


class Command(click.Command):
    """A command with help in Chinese."""

    def get_help(self, ctx: click.Context) -> str:
        """The help text."""
        return in_chinese(super().get_help(ctx))


class Group(click.Group):
    """A group of such commands."""

    command_class = Command

    def get_help(self, ctx: click.Context) -> str:
        """The help text with the list of commands."""
        return in_chinese(super().get_help(ctx))


def in_chinese(text: str) -> str:
    """A help text with click's words replaced by Chinese ones."""
    for english, chinese in _WORDS.items():
        text = text.replace(english, chinese)
    return text
