"""`release` and `diff`: freeze a publication, and tell what changed between two."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import Settings, app, known_language, say, settings, show

if TYPE_CHECKING:
    from onrecord.diff import Snapshot
    from onrecord.names import Names

_FORMATS = ("text", "json", "html", "turtle", "atom")


@app.command(rich_help_panel="Publications")
def release(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="The version in onrecord.toml, e.g. 0.2.0.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder; default: releases/VERSION.")
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--sign", help="Sign each statement with this RSA key (PEM).")
    ] = None,
    signer: Annotated[
        str, typer.Option("--signer", help="IRI of who signs; default: the publisher's address.")
    ] = "",
) -> None:
    """Freeze the publication in public/ with its manifest, dataset hash and change set.

    Refused where an IRI of the release before is gone without a tombstone. A release never
    changes: freezing the same publication again does nothing. --sign writes signed
    nanopublications beside it; it needs the extra 'sign'.
    """
    from onrecord.release import Signer, freeze, sign_release

    chosen = settings(context)
    workspace = chosen.workspace()
    made = freeze(workspace, version, out.absolute() if out else None)
    if key is not None:
        who = signer or workspace.config.publisher.url or workspace.config.base
        count = sign_release(made.past, workspace, Signer(who, key))
        say(f"signed {count} nanopublications")
    past, counts = made.past, made.changes.counts
    if chosen.json:
        show({"version": past.version, "folder": str(past.folder), "dataset": past.dataset,
              "manifest": past.manifest, "changes": counts, "fresh": made.fresh})  # fmt: skip
        return
    since = f"since {made.changes.old}" if made.changes.old else "first release"
    told = ", ".join(f"{n} {kind}" for kind, n in counts.items()) or "nothing changed"
    say(f"{'froze' if made.fresh else 'was frozen before:'} {past.version} in {past.folder}")
    say(f"{since}: {told}")
    print(past.dataset)


def _known_format(value: str) -> str:
    if value and value not in _FORMATS:
        raise typer.BadParameter(f"choose one of {', '.join(_FORMATS)}")
    return value


@app.command(rich_help_panel="Publications")
def diff(
    context: typer.Context,
    old: Annotated[
        str, typer.Argument(help="A release's version, a publication's folder or an N-Quads file.")
    ],
    new: Annotated[str, typer.Argument(help="The same; default: public/ of the workspace.")] = "",
    form: Annotated[
        str, typer.Option("--format", "-f", callback=_known_format, help=", ".join(_FORMATS) + ".")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", "-l", callback=known_language, help="de or en.")
    ] = "en",
) -> None:
    """Tell what changed, statement by statement: added, withdrawn, re-attributed, amount, status.

    Only what a source says is compared; what follows from it is left out. Reasons are those of
    the tombstones and of the curators' notes.
    """
    from onrecord.diff import compare
    from onrecord.diff.formats import FORMATS

    chosen = settings(context)
    before, after = _snapshot(chosen, old), _snapshot(chosen, new)
    date = _date(chosen, new)
    changes = compare(before, after, _names(chosen, new), date)
    wanted = form or ("json" if chosen.json else "text")
    sys.stdout.buffer.write(FORMATS[wanted][1](changes, _names(chosen, new), language))
    if not new:
        sys.stdout.flush()
        say("public/ was compared as it was last built; what changed since comes with a build")


def _place(chosen: Settings, text: str) -> Path:
    """The folder or file that a word on the command line means."""
    path = Path(text)
    if text and path.exists():
        return path
    workspace = chosen.workspace()
    return workspace.root / "releases" / text if text else workspace.public


def _snapshot(chosen: Settings, text: str) -> "Snapshot":
    from onrecord.diff import Snapshot
    from onrecord.errors import UsageError

    place = _place(chosen, text)
    if not place.exists() and not text:
        raise UsageError("nothing is built yet", file=place, hint="run 'onrecord build' first")
    if not place.exists():
        raise UsageError(
            f"{text} is neither a release nor a folder nor a file",
            file=place,
            hint="name a version in releases/, a publication's folder or an N-Quads file",
        )
    return Snapshot.read(place, str(_fact(place, "version", text)))


def _names(chosen: Settings, text: str) -> "Names":
    """The names of the publication that is compared, else those of the workspace."""
    from onrecord.names import Names

    base = _fact(_place(chosen, text), "base", "")
    return Names(base) if base else chosen.workspace().config.names


def _date(chosen: Settings, text: str) -> str:
    place = _place(chosen, text)
    return _fact(place, "date", _fact(place, "modified", ""))


def _fact(place: Path, key: str, otherwise: str) -> str:
    """What the record of a release or the manifest of a publication says."""
    for inner in ("release.json", "data/manifest.json"):
        try:
            found = json.loads((place / inner).read_bytes()).get(key)
        except (OSError, ValueError, AttributeError):
            continue
        if isinstance(found, str):
            return found
    return otherwise
