"""The command line: the only place that prints. One file per group of commands."""

from onrecord.cli.app import main, run

__all__ = ["main", "run"]
