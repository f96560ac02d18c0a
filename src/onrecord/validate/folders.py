"""Folders and files of `kg/` with a name that leads nowhere → findings.

What is written for a folder that is called otherwise than its article would be evidence of an
article that nobody describes; and what stands in a file that nobody reads is not published.
"""

import difflib
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.evidence import misnamed, told_misnamed
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDF
from onrecord.report import Finding
from onrecord.workspace import ARTICLE_FILES, Workspace

_ARTICLE: Final = ox.NamedNode(ONR + "Article")


def folder_findings(graph: KnowledgeGraph, workspace: Workspace) -> Iterator[Finding]:
    """One for each such folder, as after it was renamed."""
    # All articles at once: of very many each would be looked up on the disk.
    found = graph.store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), _ARTICLE)
    described = {getattr(quad.subject, "value", "") for quad in found}
    for folder in workspace.articles():
        known = graph.names.iri("article", folder.slug) in described
        other = "" if known else misnamed(graph, folder.slug)
        if not other:
            continue
        english, german = told_misnamed(graph, folder.slug, other)
        file, line = graph.locate(other, RDF + "type")
        yield Finding(
            "violation",
            other,
            english,
            "folder-of-another-name",
            german,
            file=file,
            line=line,
            article=folder.slug,
        )


def unread_files(workspace: Workspace) -> Iterator[Finding]:
    """One for each file of Turtle that nothing is read from."""
    articles = workspace.kg / "articles"
    for path in workspace.unread():
        if path.is_relative_to(articles):
            near = difflib.get_close_matches(path.name.lower(), ARTICLE_FILES, n=1)
            meant = f"; did you mean {near[0]}?" if near else ""
            gemeint = f"; gemeint ist vielleicht {near[0]}" if near else ""
            files = ", ".join(ARTICLE_FILES)
            english = f"nothing is read from this file: those of an article are {files}{meant}"
            german = f"die Datei wird nicht gelesen: die eines Artikels sind {files}{gemeint}"
        else:
            english = "nothing is read from this file: put it into kg/entities, as NAME.ttl"
            german = "die Datei wird nicht gelesen: als NAME.ttl nach kg/entities legen"
        file = workspace.relative(path)
        focus = workspace.config.names.base
        yield Finding("warning", focus, english, "unread-file", german, file=file)
