"""The application: options that every command has, and errors → messages and exit codes.

Exit codes: 0 well, 1 findings, 2 wrong use, 3 the environment failed.
"""

import json
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.workspace import Workspace

COMMANDS: Final = {
    "init": "start",
    "new": "start",
    "extract": "extract",
    "engines": "extract",
    "train": "train",
    "anchor": "anchor",
    "review": "review",
    "check": "check",
    "build": "build",
    "verify": "build",
    "query": "query",
    "archive": "archive",
    "serve": "serve",
    "push": "push",
    "mcp": "mcp",
    "release": "release",
    "diff": "release",
}
"""Command → the module of this package that has it, in the order of the help."""


class Commands(TyperGroup):
    """The commands of `COMMANDS`; a module is imported when one of its commands is wanted.

    So a command that is done in a moment does not wait for what the others need.
    """

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command; nothing, and all others are there to be suggested, where it is unknown."""
        self._import([COMMANDS[cmd_name]] if cmd_name in COMMANDS else COMMANDS.values())
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:
        """All names, whether imported or not."""
        del ctx
        self._import(COMMANDS.values())
        return list(COMMANDS)

    def _import(self, modules: Iterable[str]) -> None:
        for module in modules:
            import_module(f"onrecord.cli.{module}")
        for info in app.registered_commands:
            name = info.name or str(getattr(info.callback, "__name__", ""))
            if name not in self.commands:
                self.commands[name] = get_command_from_info(
                    info,
                    pretty_exceptions_short=app.pretty_exceptions_short,
                    rich_markup_mode=app.rich_markup_mode,
                )
        for command in self.commands.values():
            command.help = _prose(command.help or "")


def _prose(text: str) -> str:
    """A help whose paragraphs the terminal breaks, and in which brackets are no markup."""
    paragraphs = cleandoc(text).split("\n\n")
    return re.sub(r"(?<!\\)\[", r"\\[", "\n\n".join(" ".join(p.split()) for p in paragraphs))


app: Final = typer.Typer(
    name="onrecord",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="A first publication: init DIR, new SLUG, describe the statements (docs/curating.md), "
    "anchor, check --coverage, build, serve. 'build' does everything that a publication needs and "
    "stops where 'check' finds a violation.",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options before the command say."""

    folder: Path = Path()
    quiet: bool = False
    json: bool = False

    def workspace(self) -> Workspace:
        """The workspace that the command works on."""
        return Workspace.find(self.folder)


_settings = Settings()
_ended = False


def _version(wanted: bool) -> None:
    if wanted:
        print(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    workspace: Annotated[
        Path, typer.Option("--workspace", "-w", help="Folder of the workspace, or inside it.")
    ] = Path(),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but results.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Results and errors as JSON.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Publish a news article as a graph that shows who said what, and who disagrees."""
    del version
    global _settings
    _settings = Settings(workspace, quiet, as_json)
    context.obj = _settings


def settings(context: typer.Context) -> Settings:
    """The settings of the running command."""
    found = context.obj
    return found if isinstance(found, Settings) else Settings()


def known_language(value: str) -> str:
    """A language that onrecord speaks, or none; any other is wrong use."""
    if value and value not in ("de", "en"):
        raise typer.BadParameter("choose one of de, en")
    return value


def say(text: str) -> None:
    """Prints a line of progress or of explanation, on standard error."""
    if not _settings.quiet and not _settings.json:
        print(text, file=sys.stderr)


def show(data: Any) -> None:
    """Prints a result as JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def fail(error: OnrecordError) -> int:
    """Shows an error and what to do about it; returns the exit code."""
    if _settings.json:
        table = {"error": error.message, "file": error.file, "line": error.line}
        show(table | {"column": error.column, "hint": error.hint, "kind": type(error).__name__})
    else:
        print(f"error: {_shown(str(error))}", file=sys.stderr)
        if error.hint:
            print(f"  → {_shown(error.hint)}", file=sys.stderr)
    return error.exit_code


def _shown(text: str) -> str:
    """The text with control characters and bidi controls made visible."""
    return "".join(c if c.isprintable() or c in "\n\t" else f"\\u{ord(c):04x}" for c in text)


def end_at_once() -> None:
    """From here on nothing is left to do but to end. Where the process is the command's own, the
    system frees its memory then, at once: object by object that takes half a second for a thousand
    articles."""
    global _ended
    _ended = True


def run() -> None:
    """Entry point of the `onrecord` command, as a process of its own."""
    try:
        main()
    except SystemExit as end:
        if not _ended or not isinstance(end.code, int | None):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)


def main() -> None:
    """Runs the command that the arguments name."""
    try:
        app()
    except OnrecordError as error:
        sys.exit(fail(error))
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
