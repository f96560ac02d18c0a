"""A graph and its shapes → a `Report`: everything that is wrong or could be better, with places."""

from collections.abc import Callable
from typing import Final

from onrecord.confine import Ready
from onrecord.graph import SHAPES_GRAPH, KnowledgeGraph
from onrecord.questions import read_questions
from onrecord.rdf import Source
from onrecord.report import Finding, Report, Severity
from onrecord.validate.folders import folder_findings, unread_files
from onrecord.validate.integrity import apart_from_dangling, integrity, terms_of
from onrecord.validate.local import Later, at_once, shape_findings
from onrecord.validate.policy import permitted
from onrecord.validate.queries import query_findings
from onrecord.validate.shacl import refuse_dangerous, refuse_unsupported
from onrecord.validate.sound import file_findings
from onrecord.validate.unfinished import unfinished
from onrecord.validate.values import values_of
from onrecord.workspace import Workspace

__all__ = ["Finding", "Report", "Severity", "validate"]


_ADMITTED: Final = "admitted"


def _admit(shapes: Source) -> bool:
    """Refuses shapes that use what is not switched on, or that reach out."""
    refuse_unsupported([shapes])
    refuse_dangerous([shapes])
    return True


def validate(
    graph: KnowledgeGraph,
    workspace: Workspace,
    first: Callable[[], None] = lambda: None,
    later: Later = at_once,
    checker: Ready | None = None,
    *,
    cached: bool = True,
) -> Report:
    """Runs the rules of files and literals, SHACL, the checks and the competency questions.

    `graph` holds the derived triples too. Shapes that use what is not switched on are refused.
    The shapes are checked in a child, by the `checker` if one is ready; `first` is what the caller
    does while that begins, and `later` is told how it is remembered what they found: at once, where
    nobody has a reason to wait.
    With `cached` they are run only for what changed since the last time.
    """
    for source in graph.sources.get(graph.names.graph(SHAPES_GRAPH), ()):
        graph.results.of(_ADMITTED, source.digest, _admit, source)
    with shape_findings(graph, workspace, later, checker, cached=cached) as shacl:
        first()
        findings: list[Finding] = [
            *integrity(graph),
            *file_findings(graph, workspace, (terms_of(graph), values_of), cached=cached),
            *query_findings(graph, workspace, read_questions(workspace)),
            *folder_findings(graph, workspace),
            *unread_files(workspace),
            *unfinished(workspace),
        ]
        findings += apart_from_dangling(shacl(), findings)
    policy = workspace.config.text_policy
    return Report.of(f for f in findings if not permitted(f, graph, policy))
