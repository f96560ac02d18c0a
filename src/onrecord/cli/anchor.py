"""`anchor`: find every anchor phrase in the text and write `evidence.ttl`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app, say, settings, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article import Article
    from onrecord.evidence import Renumbered
    from onrecord.workspace import Workspace


@app.command(rich_help_panel="Stages")
def anchor(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(help="The article's folder in kg/articles.")],
    text: Annotated[Path, typer.Option("--text", "-t", help="The article's text; stays there.")],
    update: Annotated[
        bool, typer.Option("--update", help="Take a changed text: re-anchor, and note its hash.")
    ] = False,
    strip_html: Annotated[
        bool, typer.Option("--strip-html", help="Drop the markup of an HTML page first.")
    ] = False,
) -> None:
    """Find each anchor phrase in the article's text and write evidence.ttl.

    A phrase must stand exactly once in its paragraph. Written are offsets (code points), the
    paragraph, the hash of the text and hashes of what stands around; never the text.
    """
    from onrecord import evidence
    from onrecord.extract.clean import read_text
    from onrecord.graph import load
    from onrecord.output import write_file
    from onrecord.validate.unfinished import refuse_unfinished

    chosen = settings(context)
    workspace = chosen.workspace()
    folder = workspace.article(slug)
    refuse_unfinished(workspace, slug)
    graph = load(workspace)
    article = read_text(slug, text, strip_html=strip_html)
    found = evidence.anchor(graph, slug, article, update=update)
    path = folder.file("evidence.ttl")
    write_file(path, found.data)
    for note in (*article.notes, *found.notes):
        say(note)
    if found.moved:
        say(f"{found.moved} anchor{'s' * (found.moved != 1)} moved with the text")
    if chosen.json:
        show({"file": workspace.relative(path), "anchors": found.count, "notes": found.notes})
    say(f"{found.count} anchor{'s' * (found.count != 1)} written to {workspace.relative(path)}")
    _renumber(workspace, found.renumbered)
    if evidence.stated_hash(graph, slug) != article.text_hash:
        given = f"{text}{' --strip-html' if strip_html else ''}"
        _restate(folder.file("article.ttl"), article, given)


def _renumber(workspace: "Workspace", due: "Sequence[Renumbered]") -> None:
    """Writes the numbers that paragraphs have now where a curator gave the old ones."""
    from onrecord.output import write_file
    from onrecord.scaffold import renumbered

    done = 0
    for one in due:
        path = workspace.inside(workspace.root / one.file)
        new = renumbered(path.read_text(encoding="utf-8"), one.line, one.old, one.new)
        if new is None:
            say(f"{one.file}:{one.line}: this stands in paragraph {one.new} now")
        else:
            write_file(path, new.encode())
            done += 1
    if done:
        say(f"{done} number{'s' * (done != 1)} of paragraphs (onr:paragraph) changed with the text")


def _restate(path: Path, article: "Article", given: str) -> None:
    """Writes down which text the article is now curated from, and says so."""
    from onrecord.output import write_file
    from onrecord.scaffold import restated

    new = restated(path.read_text(encoding="utf-8"), article) if path.is_file() else None
    if new is None:
        say(
            f"now set onr:textHash to {article.text_hash}, onr:textLength to {article.length} and "
            f"onr:paragraphCount to {len(article.passages)} in {path.name}"
        )
        return
    write_file(path, new.encode())
    say(f"{path.name} now names this text (onr:textHash, onr:textLength, onr:paragraphCount)")
    say(f"next, where there are proposals: onrecord extract {article.slug} --text {given}")
