"""Puts the command groups together and turns errors into messages and exit codes."""

import typer

app = typer.Typer(no_args_is_help=True)


def main() -> None:
    """Entry point of the `onrecord` command."""
    app()
