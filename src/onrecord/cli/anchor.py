"""`anchor`: find every anchor phrase in the text and write `evidence.ttl`."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app, say, settings, show


@app.command(rich_help_panel="Stages")
def anchor(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(help="The article's folder in kg/articles.")],
    text: Annotated[Path, typer.Option("--text", "-t", help="The article's text; stays there.")],
    update: Annotated[
        bool, typer.Option("--update", help="Take a changed text and re-anchor in it.")
    ] = False,
) -> None:
    """Find each anchor phrase in the article's text and write evidence.ttl.

    A phrase must stand exactly once in its paragraph. Written are offsets (code points), the
    paragraph, the hash of the text and hashes of what stands around; never the text.
    """
    from onrecord import evidence
    from onrecord.article import Article
    from onrecord.graph import load
    from onrecord.output import write_file

    chosen = settings(context)
    workspace = chosen.workspace()
    folder = workspace.article(slug)
    graph = load(workspace)
    article = Article.read(slug, text)
    found = evidence.anchor(graph, slug, article, update=update)
    path = folder.file("evidence.ttl")
    write_file(path, found.data)
    for note in (*article.notes, *found.notes):
        say(note)
    if chosen.json:
        show({"file": workspace.relative(path), "anchors": found.count, "notes": found.notes})
    say(f"{found.count} anchors written to {workspace.relative(path)}")
    if evidence.stated_hash(graph, slug) != article.text_hash:
        say(
            f"now set onr:textHash to {article.text_hash} and onr:textLength to {article.length} "
            f"in {workspace.relative(folder.file('article.ttl'))}"
        )
