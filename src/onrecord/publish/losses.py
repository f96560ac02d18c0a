"""What the last release had and the sources have no more → findings: its addresses would be lost,
and the next release would be refused for them."""

from collections.abc import Iterator
from typing import Final

from onrecord.diff import lost
from onrecord.diff.snapshot import documents_of
from onrecord.graph import KnowledgeGraph
from onrecord.names import document
from onrecord.publish.history import releases, version_key
from onrecord.rdf.read import told
from onrecord.rdf.runs import key_of
from onrecord.report import Finding
from onrecord.workspace import Workspace

_RELEASED: Final = "released"
GONE: Final = "gone-without-tombstone"


def losses(graph: KnowledgeGraph, workspace: Workspace) -> Iterator[Finding]:
    """One for each resource of the last release, as far as that is not of a later version, which
    no source describes and no tombstone withdraws.

    A release never changes: what it had is read once, as long as results are kept.
    """
    now = version_key(workspace.config.version)
    past = [release for release in releases(workspace) if version_key(release.version) <= now]
    if not past:
        return
    last, results = past[-1], graph.results
    before = results.of(_RELEASED, key_of(last.dataset.encode()), documents_of, last.dump)
    sources = (source for iri in graph.data_graphs for source in graph.sources[iri])
    here = {document(it) for source in sources for it in told(source, results).subjects}
    for it in lost(before, here):
        shown = graph.names.compact(it)
        yield Finding(
            "warning",
            it,
            f"{shown} was published in {last.version} and is gone; the next release would be "
            "refused: put it back, or add an as:Tombstone with the reason",
            GONE,
            f"{shown} steht in Ausgabe {last.version} und ist jetzt fort; die nächste Ausgabe "
            "würde verweigert: wiederherstellen, oder einen as:Tombstone mit dem Grund anlegen",
            file=workspace.relative(workspace.kg / "tombstones.ttl"),
        )
