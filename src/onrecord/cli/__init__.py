"""The command line: the only place that prints. One file per group of commands."""

from importlib import import_module
from typing import Final

from onrecord.cli.app import main

COMMAND_GROUPS: Final = (
    "start",
    "extract",
    "train",
    "anchor",
    "review",
    "check",
    "build",
    "query",
    "archive",
    "serve",
    "push",
    "mcp",
    "release",
)
for _group in COMMAND_GROUPS:
    import_module(f"onrecord.cli.{_group}")

__all__ = ["COMMAND_GROUPS", "main"]
