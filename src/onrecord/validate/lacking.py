"""What a statement lacks, by name: the shape of complete ones asks for seven things at once, and
SHACL does not tell which of them is not there."""

from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDFS
from onrecord.report import Finding

_RULE: Final = "CompleteStatementShape"
_CONTENT: Final = ("subject", "predicate", "object")
_TEXTS: Final = {"rdfs:label": RDFS + "label", "onr:gloss": ONR + "gloss"}
_LANGUAGES: Final = {"de": ("German", "Deutsch"), "en": ("English", "Englisch")}


def with_lacking(finding: Finding, graph: KnowledgeGraph) -> Finding:
    """The finding, with what its statement lacks where it is of that shape."""
    if finding.rule != _RULE:
        return finding
    node, quads = ox.NamedNode(finding.focus), graph.store.quads_for_pattern
    lacking = [
        (f"onr:{name}", f"onr:{name}")
        for name in _CONTENT
        if not any(quads(node, ox.NamedNode(ONR + name), None))
    ]
    for shown, iri in _TEXTS.items():
        tags = {getattr(q.object, "language", None) for q in quads(node, ox.NamedNode(iri), None)}
        for tag, (english, german) in _LANGUAGES.items():
            if tag not in tags:
                lacking.append((f"{shown} in {english}", f"{shown} auf {german}"))
    if not lacking:
        return finding
    english, german = (", ".join(it) for it in zip(*lacking, strict=True))
    return replace(
        finding,
        message=f"{finding.message} Lacking here: {english}.",
        message_de=f"{finding.message_de} Hier fehlt: {german}.",
    )
