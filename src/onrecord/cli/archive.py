"""`archive`: many articles at once, as shards for a store and as static pages."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app, say, settings, show
from onrecord.cli.progress import Progress

if TYPE_CHECKING:
    from onrecord.archive.run import Archive, Runner


class Engine(StrEnum):
    """Where the work is done."""

    processes = "processes"
    spark = "spark"


class ShaclEngine(StrEnum):
    """Which engine checks the articles."""

    pyshacl = "pyshacl"
    shacl = "shacl"
    none = "none"


class PageForm(StrEnum):
    """How pages are written."""

    tar = "tar"
    files = "files"
    none = "none"


MaxChars = Annotated[int, typer.Option("--max-chars", min=1, help="Longer texts are refused.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="How many processes: as many as there are cores."),
]
ShardSize = Annotated[
    int | None,
    typer.Option(
        "--shard-size", min=1, help="Articles in a shard: 100, or fewer where there are few."
    ),
]
StripHtml = Annotated[
    bool, typer.Option("--strip-html", help="Drop the markup of texts that are HTML pages.")
]


@app.command(rich_help_panel="Publications")
def archive(
    context: typer.Context,
    articles: Annotated[
        Path, typer.Argument(help="JSON Lines or Parquet: id, text, url, publisher, title, date.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="A new folder, or one to go on with.")],
    engine: Annotated[
        Engine, typer.Option("--engine", help="Processes of this machine, or Spark.")
    ] = Engine.processes,
    workers: Workers = None,
    master: Annotated[
        str, typer.Option("--master", help="Spark's master; spark-submit names its own.")
    ] = "local[2]",
    shacl_engine: Annotated[
        ShaclEngine, typer.Option("--shacl-engine", help="pyshacl is the reference, shacl fast.")
    ] = ShaclEngine.pyshacl,
    pages: Annotated[
        PageForm, typer.Option("--pages", help="Packed in shards, as files, or none.")
    ] = PageForm.tar,
    search: Annotated[bool, typer.Option("--search", help="Index pages that are files.")] = False,
    extractor: Annotated[str, typer.Option("--extractor", help="The extraction engine.")] = "rules",
    shard_size: ShardSize = None,
    buckets: Annotated[
        int, typer.Option("--buckets", min=1, max=999, help="Parts of the merge.")
    ] = 16,
    max_chars: MaxChars = 500_000,
    strip_html: StripHtml = False,
) -> None:
    """Extract, check and publish many articles: N-Quads shards, pages, one register of entities.

    What cannot be taken is in dead-letters.jsonl with its reason. A run that was killed goes on
    when the same command is given again.
    """
    from onrecord.archive import source
    from onrecord.archive.records import Job
    from onrecord.archive.run import run

    chosen = settings(context)
    job = Job(
        input=articles.absolute(),
        out=out.absolute(),
        workspace=chosen.workspace().root,
        extractor=extractor,
        shacl_engine=shacl_engine.value,
        shard_size=shard_size or source.fitting(articles),
        buckets=buckets,
        max_chars=max_chars,
        pages=pages.value,
        search=search,
        strip_html=strip_html,
    )
    with Progress(chosen) as progress:
        made = run(job, _runner(engine, workers, master), progress)
    if chosen.json:
        show({"out": str(made.out), "resumed": made.resumed, **made.counts})
    _say(made)
    taken, refused = made.counts.get("articles"), made.counts.get("refused")
    if made.violations or (refused and not taken):
        raise typer.Exit(1)


def _runner(engine: Engine, workers: int | None, master: str) -> "Runner":
    if engine is Engine.spark:
        from onrecord.archive.spark import Spark

        return Spark(master)
    from onrecord.archive.processes import Processes, cores

    return Processes(workers or cores())


def _say(made: "Archive") -> None:
    counts = made.counts
    say(
        f"{counts.get('articles', 0)} articles, {counts.get('refused', 0)} refused, "
        f"{counts.get('entities', 0)} entities, {counts.get('quads', 0)} quads in {made.out}"
    )
    if counts.get("refused"):
        say("what was refused, and why, is in dead-letters.jsonl")
    if made.resumed:
        say(f"{made.resumed} shards were there already")
    if counts.get("conflicts"):
        say(f"conflicts of identity: {counts['conflicts']}, see conflicts.jsonl")
