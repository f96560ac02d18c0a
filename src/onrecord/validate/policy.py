"""The text policy of a workspace: which findings of the text shapes it permits after all."""

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, SCHEME, document
from onrecord.report import Finding

_RULES = "TextPolicy-"


def permitted(finding: Finding, graph: KnowledgeGraph, policy: str) -> bool:
    """Whether the policy allows what the text shapes object to.

    `anchors` allows nothing, `quotes` the direct quotes in full, `full` every passage.
    """
    if not finding.rule.startswith(_RULES) or policy == "anchors":
        return False
    return policy == "full" or _direct(document(finding.focus), graph)


def _direct(statement: str, graph: KnowledgeGraph) -> bool:
    quad = ox.Quad(
        ox.NamedNode(statement), ox.NamedNode(ONR + "form"), ox.NamedNode(SCHEME + "form#direct")
    )
    found = graph.store.quads_for_pattern(quad.subject, quad.predicate, quad.object)
    return next(iter(found), None) is not None
