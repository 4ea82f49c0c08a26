"""The command line `gongkai`: one file a command. Exit codes: 0 clean, 1 problems, 2 the tool could not do its work."""

from generator.commands.main import main

__all__ = ["main"]
