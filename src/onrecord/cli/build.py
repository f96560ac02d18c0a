"""`build` and `verify`: make a publication, and prove that nobody changed it."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app, say, settings, show
from onrecord.cli.progress import Progress


@app.command(rich_help_panel="Stages")
def build(
    context: typer.Context,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to publish; default: public/.")
    ] = None,
) -> None:
    """Check the workspace and publish it: every form of RDF, and the website.

    Nothing is written where a violation is found; the old publication then stays as it was.
    """
    from onrecord import pipeline
    from onrecord.output import Output
    from onrecord.validate.report import as_text

    chosen = settings(context)
    workspace = chosen.workspace()
    target = (out or workspace.public).absolute()
    with Progress(chosen) as progress:
        built = pipeline.build(workspace, Output(target), progress)
    if not built.report.conforms:
        print(as_text(built.report), end="")
        say(f"{built.report.count('violation')} violations: nothing was published")
        raise typer.Exit(1)
    size = sum(f.size for f in built.files)
    if chosen.json:
        show({"out": str(target), "files": len(built.files), "bytes": size})
    say(f"published {len(built.files)} files, {size / 1e6:.1f} MB, in {target}")


@app.command(rich_help_panel="Publications")
def verify(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(help="A publication; default: public/ of the workspace.")
    ] = None,
) -> None:
    """Hold every file of a publication against its manifest; exit 1 where a byte differs."""
    from onrecord import output

    chosen = settings(context)
    place = folder or chosen.workspace().public
    problems = output.verify(place)
    if chosen.json:
        show({"folder": str(place), "problems": problems})
    else:
        for problem in problems:
            print(problem)
    if problems:
        raise typer.Exit(1)
    say(f"{place} is what was published")
