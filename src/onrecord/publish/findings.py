"""A report → `sh:ValidationReport` triples, in `graph/report`, with IRIs instead of blank nodes."""

import hashlib
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.errors import IdentityError
from onrecord.graph import KnowledgeGraph
from onrecord.names import RDF, SH, SHAPES, XSD, Names, check_iri
from onrecord.rdf.runs import key_of
from onrecord.results import Results
from onrecord.validate import Finding, Report

REPORT: Final = "report"
_SEVERITY: Final = {"violation": "Violation", "warning": "Warning", "info": "Info"}


def report_is_known(report: Report, graph: KnowledgeGraph, results: Results) -> bool:
    """Whether the last publication has the same report."""
    told = report.conforms, [_told(finding) for finding in report.findings]
    key = key_of(repr(told).encode("utf-8", "replace"))
    same: bool = results.before(REPORT, b"") == key
    results.put(REPORT, b"", key)
    return same and graph.last is not None and graph.names.graph(REPORT) in graph.last.later


def _told(finding: Finding) -> tuple[str | None, ...]:
    """All of a finding that the report has."""
    texts = finding.message, finding.message_de
    return finding.rule, finding.severity, finding.focus, finding.path, finding.value, *texts


def report_triples(report: Report, names: Names) -> Iterator[ox.Triple]:
    """The report and each of its results."""
    node = ox.NamedNode(names.graph(REPORT) + "#report")
    yield _triple(node, RDF + "type", ox.NamedNode(SH + "ValidationReport"))
    conforms = ox.Literal(str(report.conforms).lower(), datatype=ox.NamedNode(XSD + "boolean"))
    yield _triple(node, SH + "conforms", conforms)
    for finding in report.findings:
        # Not the line: a comment above must not rename a result.
        identity = (finding.rule, finding.focus, finding.path, finding.value)
        digest = hashlib.sha256(repr(identity).encode()).hexdigest()[:12]
        result = ox.NamedNode(f"{names.graph(REPORT)}#result-{digest}")
        yield _triple(node, SH + "result", result)
        yield from _result(result, finding)


def _result(node: ox.NamedNode, finding: Finding) -> Iterator[ox.Triple]:
    yield _triple(node, RDF + "type", ox.NamedNode(SH + "ValidationResult"))
    severity = ox.NamedNode(SH + _SEVERITY[finding.severity])
    yield _triple(node, SH + "resultSeverity", severity)
    for predicate, iri in (("focusNode", finding.focus), ("resultPath", finding.path)):
        if iri and _is_iri(iri):
            yield _triple(node, SH + predicate, ox.NamedNode(iri))
    for language, text in (("en", finding.message), ("de", finding.message_de)):
        if text:
            yield _triple(node, SH + "resultMessage", ox.Literal(text, language=language))
    if "/" not in finding.rule and _is_iri(SHAPES + finding.rule):
        yield _triple(node, SH + "sourceShape", ox.NamedNode(SHAPES + finding.rule))


def _is_iri(text: str) -> bool:
    try:
        check_iri(text)
    except IdentityError:
        return False
    return True


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)
