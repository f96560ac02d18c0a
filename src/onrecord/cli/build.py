"""`build` and `verify`: make a publication, and prove that nobody changed it."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import Settings, app, end_at_once, say, settings, show
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
    from onrecord import incremental
    from onrecord.output import Output
    from onrecord.report import as_text

    # Millions of objects are made and kept, hardly any in circles: looking for those takes a sixth.
    gc.set_threshold(100_000, 50, 100)
    chosen = settings(context)
    workspace = chosen.workspace()
    target = (out or workspace.public).absolute()
    with Progress(chosen) as progress:
        built = incremental.build(workspace, Output(target), progress)
    if not built.report.conforms:
        print(as_text(built.report), end="")
        say(f"{built.report.count('violation')} violations: nothing was published")
        raise typer.Exit(1)
    size = built.size
    if chosen.json:
        show({"out": str(target), "files": len(built.files), "bytes": size})
    say(f"published {len(built.files)} files, {size / 1e6:.1f} MB, in {target}")
    end_at_once()


@app.command(rich_help_panel="Publications")
def verify(
    context: typer.Context,
    place: Annotated[
        str, typer.Argument(help="A folder or an address (https://…); default: public/.")
    ] = "",
    release: Annotated[
        str, typer.Option("--release", "-r", help="Hold it against this release, e.g. 0.2.0.")
    ] = "",
) -> None:
    """Hold every file of a publication against its manifest; exit 1 where a byte differs.

    With --release the manifest is the one that the release was frozen with, so that a server that
    changed files and manifest alike is found out. A release's own folder is checked as a whole.
    """
    from onrecord import release as proof
    from onrecord.errors import UsageError
    from onrecord.output import MANIFEST
    from onrecord.publish.history import RECORD
    from onrecord.release.proof import released_manifest

    chosen = settings(context)
    manifest = released_manifest(_release(chosen, release)) if release else None
    shown = place or str(chosen.workspace().public)
    if "://" in place:
        problems = proof.verify_url(place, manifest)
    elif (Path(shown) / RECORD).is_file():
        problems = proof.verify_release(Path(shown)) + _signatures(Path(shown))
    elif not (Path(shown) / MANIFEST).is_file():
        raise UsageError("there is no publication", file=shown, hint="run 'onrecord build' first")
    else:
        problems = proof.verify_folder(Path(shown), manifest)
    if chosen.json:
        show({"folder": shown, "problems": problems})
    else:
        for problem in problems:
            print(problem)
    if problems:
        raise typer.Exit(1)
    say(f"{shown} is what was {'released' if manifest else 'published'}")


def _signatures(folder: Path) -> list[str]:
    """What is wrong with the signed nanopublications of a release, and whose key it was."""
    from onrecord.errors import SystemFailure
    from onrecord.names import Names
    from onrecord.release import SIGNED, fingerprints, verify_signed

    path = folder / SIGNED
    if not path.is_file():
        return []
    try:
        problems = verify_signed(path, Names("https://w3id.org/onrecord/kg/"))
    except SystemFailure as error:
        say(f"signatures were not checked: {error.message}")
        return []
    for key in fingerprints(path):
        say(f"signed with the key {key}")
    return problems


def _release(chosen: Settings, text: str) -> Path:
    """The folder of a release, by its path or its version."""
    if Path(text).is_dir():
        return Path(text)
    return chosen.workspace().root / "releases" / text
