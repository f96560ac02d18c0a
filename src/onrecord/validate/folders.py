"""Folders of articles that are named otherwise than their article → findings: what is written for
the one would be evidence of an article that nobody describes."""

from collections.abc import Iterator

from onrecord.evidence import misnamed, told_misnamed
from onrecord.graph import KnowledgeGraph
from onrecord.names import RDF
from onrecord.report import Finding
from onrecord.workspace import Workspace


def folder_findings(graph: KnowledgeGraph, workspace: Workspace) -> Iterator[Finding]:
    """One for each such folder, as after it was renamed."""
    for folder in workspace.articles():
        other = misnamed(graph, folder.slug)
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
