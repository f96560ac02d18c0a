"""The command line: the only place that prints. One file per group of commands."""

import sys

__all__ = ["main", "run"]


def run() -> None:
    """Entry point of the `onrecord` command, as a process of its own; it may be stopped while it
    still imports."""
    try:
        from onrecord.cli.app import run as command
    except KeyboardInterrupt:
        sys.exit(130)
    command()


def main() -> None:
    """Runs the command that the arguments name."""
    from onrecord.cli.app import main as command

    command()
