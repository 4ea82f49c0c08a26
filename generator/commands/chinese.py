"""Commands whose help is Chinese throughout: click's own words are English."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

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


class LazyGroup(Group):
    """A group that imports the module of a command when it is asked for: none waits for what another needs."""

    package = "generator.commands"

    def __init__(self, *args: Any, members: Sequence[str], **kwargs: Any) -> None:
        """Take the names of the commands, in the order of the help; each has a module of that name in `package`."""
        super().__init__(*args, **kwargs)
        self.members = members

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return [*self.members, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None if there is none."""
        if cmd_name not in self.members:
            return super().get_command(ctx, cmd_name)
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"{self.package}.{name}"), name)
        return command


def in_chinese(text: str) -> str:
    """A help text with click's words replaced by Chinese ones."""
    for english, chinese in _WORDS.items():
        text = text.replace(english, chinese)
    return text
