"""`train`: an annotated corpus in, the model folder of a tagger out."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app, say, settings, show
from onrecord.errors import SystemFailure, UsageError


@app.command(rich_help_panel="Stages")
def train(
    context: typer.Context,
    corpus: Annotated[
        Path, typer.Argument(help="JSON lines with “text” and “quotes” (spans as code points).")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder of the model; made if missing.")],
) -> None:
    """Train a tagger of quotations on your own annotated articles.

    Use it with 'onrecord extract --engine crf:FOLDER'. Needs onrecord[train].
    """
    from onrecord.extract.crf import train as train_tagger
    from onrecord.extract.tagging import read_corpus

    try:
        lines = corpus.open(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError):
        raise UsageError(f"no such file: {corpus}", hint="give a file of JSON lines") from None
    except OSError as error:
        raise SystemFailure(f"cannot be read: {error.strerror}", file=corpus) from error
    with lines:
        count = train_tagger(read_corpus(lines, str(corpus)), out)
    if settings(context).json:
        show({"articles": count, "model": str(out)})
    say(f"trained on {count} articles; now: onrecord extract … --engine crf:{out}")
