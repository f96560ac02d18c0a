"""The command line: the only place that prints."""

from onrecord.cli.app import main

__all__ = ["main"]
