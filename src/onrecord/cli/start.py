"""`init` and `new`: begin a workspace, begin an article."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app, say, settings, show


@app.command(rich_help_panel="Begin")
def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    base: Annotated[
        str, typer.Option("--base", help="The address under which the graph will be published.")
    ] = "https://example.org/kg/",
    title: Annotated[
        str, typer.Option("--title", help="The title of the publication.")
    ] = "Wer sagt was",
) -> None:
    """Make a workspace with its own kg/; ontology, shapes and site come with onrecord."""
    from onrecord.scaffold import init_workspace

    written = init_workspace(folder, base, title)
    if settings(context).json:
        show({"workspace": str(folder), "files": [str(p) for p in written]})
    say(f"made a workspace in {folder}")
    say(f"next: cd {folder}, then onrecord new SLUG --text FILE --url ADDRESS --publisher NAME")


@app.command(rich_help_panel="Begin")
def new(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(help="Name of the article's folder, e.g. 'chip-dispute'.")],
    text: Annotated[Path, typer.Option("--text", "-t", help="The article's text; stays there.")],
    url: Annotated[str, typer.Option("--url", help="The address of the original.")],
    publisher: Annotated[str, typer.Option("--publisher", help="The medium, e.g. 'The Times'.")],
    title: Annotated[str, typer.Option("--title", help="A title in your own words.")] = "",
    language: Annotated[
        str | None,
        typer.Option("--language", help="The article's language; default: what the text reads as."),
    ] = None,
    strip_html: Annotated[
        bool, typer.Option("--strip-html", help="Drop the markup of an HTML page first.")
    ] = False,
) -> None:
    """Make the folder of an article: its source and rights, and files for its statements.

    Of the text only the hash, the length and the number of paragraphs are written.
    """
    from onrecord.extract.clean import read_text
    from onrecord.extract.language import language_of
    from onrecord.scaffold import NewArticle, new_article

    chosen = settings(context)
    workspace = chosen.workspace()
    read = read_text(slug, text, strip_html=strip_html)
    reads_as = language_of(read.text)
    guess = reads_as if reads_as != "und" else "de"
    spoken = guess if language is None else language
    article = NewArticle(slug, read, url, publisher, title or slug, spoken)
    written = [workspace.relative(p) for p in new_article(workspace, article)]
    for note in read.notes:
        say(note)
    if chosen.json:
        show({"article": slug, "files": written})
    for path in written:
        say(f"wrote {path}")
    if spoken.partition("-")[0] != reads_as:
        unlike = "in no language that is recognised" if reads_as == "und" else f"as '{reads_as}'"
        say(f"the text reads {unlike}; article.ttl calls it '{spoken}'")
    if not title:
        say(f"no --title: pages call the article '{slug}' until article.ttl has a better label")
    given = f"{slug} --text {text}{' --strip-html' if strip_html else ''}"
    say(f"next: let the machine propose, then decide: onrecord extract {given}")
    say(f"or describe the statements yourself, then onrecord anchor {given}")
