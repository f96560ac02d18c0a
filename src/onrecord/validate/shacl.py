"""Runs pyshacl, in a child with limits, and turns its results into findings with file and line.

pyshacl passes over features that are not switched on and so would conform silently; shapes that
use one are refused, and so are SPARQL constraints that would reach another server or a file.
"""

import gc
import marshal
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from onrecord.confine import Limits, Ready, beside, complaints
from onrecord.errors import QueryError, SourceError
from onrecord.graph import ONTOLOGY, SHAPES_GRAPH, KnowledgeGraph
from onrecord.names import SH, SHAPES, Names
from onrecord.query.admission import refuse_reaching_out
from onrecord.rdf import Source
from onrecord.report import Finding, Report, Severity, as_json, from_json
from onrecord.validate.aiming import aim
from onrecord.validate.lacking import with_lacking

if TYPE_CHECKING:
    import rdflib

_SUPPORTED: Final = frozenset(
    """alternativePath and ask class closed condition construct datatype deactivated declare
    defaultValue description disjoint equals flags group hasValue ignoredProperties in inversePath
    languageIn lessThan lessThanOrEquals maxCount maxExclusive maxInclusive maxLength message
    minCount minExclusive minInclusive minLength name namespace node nodeKind not
    oneOrMorePath or order path pattern prefix prefixes property qualifiedMaxCount qualifiedMinCount
    qualifiedValueShape qualifiedValueShapesDisjoint select severity sparql targetClass targetNode
    targetObjectsOf targetSubjectsOf uniqueLang xone zeroOrMorePath zeroOrOnePath
    NodeShape PropertyShape SPARQLConstraint PrefixDeclaration PropertyGroup IRI Literal BlankNode
    BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral Violation Warning Info""".split()
) - {"construct", "condition"}
_LINES: Final = ox.RdfFormat.N_TRIPLES
_QUERIES: Final = (SH + "select", SH + "ask")
_COSTLY: Final = (SH + "pattern", *_QUERIES)
# Ten times what the shapes of the package take; more than that is an attack or a mistake.
_SECONDS: Final = 2.5
_SECONDS_EACH: Final = 0.003
_MEMORY: Final = 300_000_000
_MEMORY_EACH: Final = 20_000
_SEVERITIES: Final[dict[str, Severity]] = {
    SH + "Violation": "violation",
    SH + "Warning": "warning",
    SH + "Info": "info",
}


def refuse_unsupported(sources: Iterable[Source]) -> None:
    """Raises `SourceError`, with file and line, for a SHACL feature that would be ignored."""
    for source in sources:
        for triple in source.triples:
            for term in (triple.predicate, triple.object):
                iri = getattr(term, "value", "")
                if not iri.startswith(SH) or iri.removeprefix(SH) in _SUPPORTED:
                    continue
                subject = getattr(triple.subject, "value", "")
                raise SourceError(
                    f"sh:{iri.removeprefix(SH)} is not switched on and would be ignored",
                    file=source.name,
                    line=source.line_of(subject, triple.predicate.value),
                    hint="say it in SHACL Core or as a SPARQL constraint",
                )


def refuse_dangerous(sources: Iterable[Source]) -> None:
    """Raises `SourceError`, with file and line, for a SPARQL constraint that would read from
    elsewhere and for a pattern that is none."""
    for source in sources:
        for triple in source.triples:
            text = getattr(triple.object, "value", "")
            try:
                if triple.predicate.value in _QUERIES:
                    refuse_reaching_out(text)
                elif triple.predicate.value == SH + "pattern":
                    re.compile(text)
            except (QueryError, re.error, OverflowError, RecursionError) as error:
                subject = getattr(triple.subject, "value", "")
                raise SourceError(
                    getattr(error, "message", "") or f"is no pattern: {error}",
                    file=source.name,
                    line=source.line_of(subject, triple.predicate.value, text),
                    hint=getattr(error, "hint", None) or "mend the regular expression",
                ) from error


def run_shacl(graph: KnowledgeGraph) -> tuple[Finding, ...]:
    """The results of all shapes on the data and derived graphs, the ontology mixed in.

    Raises `LimitError` where the shapes take far longer than honest ones do, `SourceError` where
    they cannot be run.
    """
    with shacl_beside(graph) as findings:
        return findings()


@contextmanager
def shacl_beside(
    graph: KnowledgeGraph, part: Sequence[ox.Triple] | None = None, checker: Ready | None = None
) -> Iterator[Callable[[], tuple[Finding, ...]]]:
    """As `run_shacl`, while the caller goes on; what is given waits for the results.

    Where a `part` of the triples is given, only these are checked, by the `checker` if one is
    ready.
    """
    skip = {graph.names.graph(n) for n in (SHAPES_GRAPH,)}

    def begin() -> Callable[[], bytes]:
        whole = (t for g, ts in graph.graphs.items() if g not in skip for t in ts)
        triples = whole if part is None else part
        return _loaded()(triples, graph.triples(SHAPES_GRAPH), graph.names)

    ground = {graph.names.graph(n) for n in (SHAPES_GRAPH, ONTOLOGY)}
    whole = sum(graph.size(g) for g in graph.graphs if g not in ground)
    size = whole if part is None else len(part)
    seconds = _SECONDS + _SECONDS_EACH * size
    limits = Limits(seconds, _MEMORY + _MEMORY_EACH * size, wait=8 * seconds)
    said = complaints("checking the shapes", _suspects(graph))
    begun: AbstractContextManager[Callable[[], bytes]] = (
        beside(begin, limits, said)
        if part is None or checker is None
        else checker(_packed(part, graph), limits, said)
    )
    with begun as answer:
        yield lambda: tuple(placed(f, graph) for f in from_json(answer().decode()).findings)


def _packed(part: Iterable[ox.Triple], graph: KnowledgeGraph) -> bytes:
    """What a checker is told: a part of a graph, and the shapes."""
    shapes = graph.triples(SHAPES_GRAPH)
    return marshal.dumps(
        (graph.names.base, *(ox.serialize(t, format=_LINES) for t in (part, shapes)))
    )


def checker() -> Callable[[bytes], bytes]:
    """What a process does that is told of a part of a graph; it loads what that takes."""
    check = _loaded()
    check((), (), Names("https://onrecord.example/"))()  # what is loaded late is loaded now

    def work(given: bytes) -> bytes:
        base, *told = marshal.loads(given)
        part, shapes = ([q.triple for q in ox.parse(text, format=_LINES)] for text in told)
        return check(part, shapes, Names(base))()

    return work


def _loaded() -> Callable[[Iterable[ox.Triple], Iterable[ox.Triple], Names], Callable[[], bytes]]:
    """How triples are checked by shapes: of both is made what can then be done within limits.

    Loaded before the limits hold, with which a child can open no file.
    """
    import pyshacl
    import rdflib.plugins.sparql.processor

    from onrecord.rdf.bridge import rdflib_graph
    from onrecord.validate.prebinding import AnsweringGraph

    del rdflib
    # Graphs are made and kept: a collector that starts at every 700 objects only looks on.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)

    def check(
        part: Iterable[ox.Triple], shapes: Iterable[ox.Triple], names: Names
    ) -> Callable[[], bytes]:
        data, aimed = AnsweringGraph(part), rdflib_graph(shapes)
        aim(aimed)
        return lambda: _checked(pyshacl.validate, data, aimed, names)

    return check


def _checked(
    check: Callable[..., Any], data: "rdflib.Graph", shapes: "rdflib.Graph", names: Names
) -> bytes:
    try:
        _, results, _ = check(
            data,
            shacl_graph=shapes,
            inference="none",
            advanced=False,
            js=False,
            meta_shacl=False,
            do_owl_imports=False,
            inplace=True,
        )
    except Exception as error:
        raise SourceError(
            f"the shapes cannot be run: {type(error).__name__}: {error}",
            hint="mend the shapes of this workspace",
        ) from error
    found = Report.of(_findings(results, shapes, names))
    return as_json(found, None).encode("utf-8", "replace")


def _suspects(graph: KnowledgeGraph) -> str:
    """What to do where the shapes took too long: names the workspace's own files with patterns."""
    sources = graph.sources.get(graph.names.graph(SHAPES_GRAPH), ())
    found = {s.name for s in sources for t in s.triples if t.predicate.value in _COSTLY}
    own = sorted(name for name in found if not name.startswith("/"))
    where = f": see {', '.join(own[:3])}" if own else ""
    return f"look for a pattern that backtracks, such as (a+)+$, or an unanchored query{where}"


def _findings(results: "rdflib.Graph", shapes: "rdflib.Graph", names: Names) -> Iterator[Finding]:
    """What pyshacl reports, still without places: the parent knows the lines of the files."""
    from rdflib import RDF as RDFLIB_RDF
    from rdflib import URIRef

    said_of: dict[Any, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for node, predicate, term in results:
        said_of[node][str(predicate).removeprefix(SH)].append(term)
    for node in results.subjects(RDFLIB_RDF.type, URIRef(SH + "ValidationResult")):
        told = said_of[node]
        focus, path, value, constraint, severity, shape = (
            next(iter(told[name]), None)
            for name in (
                "focusNode",
                "resultPath",
                "value",
                "sourceConstraint",
                "resultSeverity",
                "sourceShape",
            )
        )
        # pyshacl loses the languages of a SPARQL constraint's messages: take them from the shapes
        said = (
            shapes.objects(constraint, URIRef(SH + "message"))
            if constraint is not None
            else told["resultMessage"]
        )
        bound = {"{?path}": path, "{?value}": value}
        messages = {getattr(m, "language", None): _filled(str(m), bound, names) for m in said}
        english = messages.get("en") or next(iter(messages.values()), "does not hold")
        yield Finding(
            severity=_SEVERITIES.get(str(severity), "violation"),
            focus=str(focus),
            message=f"{names.compact(str(focus))}: {english}",
            message_de=messages.get("de", english),
            rule=str(shape).removeprefix(SHAPES),
            path=str(path) if isinstance(path, URIRef) else None,
            value=str(value) if value is not None else None,
        )


def placed(finding: Finding, graph: KnowledgeGraph) -> Finding:
    """The finding with the file and the line of today: a comment above moves them; and with what
    is lacking today."""
    finding = with_lacking(finding, graph)
    file, line = graph.locate(finding.focus, finding.path, finding.value)
    return replace(finding, file=file, line=line, article=article_of(file))


def _filled(message: str, bound: "dict[str, Any]", names: Names) -> str:
    """The message with its variables replaced, IRIs in short form."""
    for variable, term in bound.items():
        if term is not None:
            message = message.replace(variable, names.compact(str(term)))
    return message


def article_of(file: str | None) -> str | None:
    """The slug of the article that a file belongs to."""
    if file is None or "articles/" not in file:
        return None
    return file.partition("articles/")[2].partition("/")[0]
