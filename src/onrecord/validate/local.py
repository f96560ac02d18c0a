"""Shapes article by article: what one article needs is checked by itself and remembered.

The shapes of the package look from a node at its own facts, at those of the nodes that it names,
and at what names it; so the nodes of an article, with these, give the findings that the joint graph
gives for them. Shapes that a workspace writes itself may look further: then all is checked at once.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any, Final

import pyoxigraph as ox

from onrecord.errors import OnrecordError
from onrecord.graph import ONTOLOGY, SHAPES_GRAPH, KnowledgeGraph
from onrecord.names import RDF
from onrecord.output import write_file
from onrecord.remembered import checking_code
from onrecord.report import Finding
from onrecord.validate.shacl import placed, shacl_beside
from onrecord.workspace import Workspace

FEW: Final = 8
"""Articles that are checked at once: a graph of so few is no larger than its parts together."""
_BATCH: Final = 60_000
_FILE: Final = "shapes.json"
_TERMS: Final = "#ontology"
_TYPE: Final = ox.NamedNode(RDF + "type")
_ARTICLE: Final = frozenset({"article", "background", "review", "extracted"})

Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Portion:
    """Nodes that can be checked by themselves, with all triples that a shape sees from them;
    `key` is a hash of both."""

    name: str
    own: frozenset[str]
    triples: tuple[ox.Triple, ...]
    key: str


@contextmanager
def shape_findings(
    graph: KnowledgeGraph, workspace: Workspace, *, cached: bool = True
) -> Iterator[Callable[[], Findings]]:
    """The findings of all shapes, while the caller goes on; see `shacl.shacl_beside`."""
    if len(workspace.articles()) <= FEW or not workspace.packaged("shapes"):
        with shacl_beside(graph) as findings:
            yield findings
        return
    known = _recall(graph, workspace) if cached else {}
    parts = portions(graph)
    fresh = [p for p in parts if known.get(p.name, ("", ()))[0] != p.key]
    batches = list(_batches(fresh))
    if not batches:
        yield lambda: tuple(placed(f, graph) for p in parts for f in known[p.name][1])
        return
    with shacl_beside(graph, _joined(graph, batches[0])) as first:

        def findings() -> Findings:
            checked = _by_portion(batches[0], first())
            for batch in batches[1:]:
                with shacl_beside(graph, _joined(graph, batch)) as more:
                    checked |= _by_portion(batch, more())
            kept = {p.name: checked.get(p.name) or known[p.name] for p in parts}
            _remember(graph, workspace, kept)
            return tuple(placed(f, graph) for _, rows in kept.values() for f in rows)

        yield findings


def portions(graph: KnowledgeGraph) -> list[Portion]:
    """Every article, all that belongs to none, and the ontology."""
    owners = _owners(graph)
    own: dict[str, list[ox.Triple]] = defaultdict(list)
    facts: dict[str, list[ox.Triple]] = defaultdict(list)
    pointing: dict[str, list[ox.Triple]] = defaultdict(list)
    data = set(graph.data_graphs)
    shapes = graph.names.graph(SHAPES_GRAPH)
    for name, triples in graph.graphs.items():
        for t in triples if name != shapes else ():
            subject, value = _iri(t.subject), _iri(t.object)
            mine, theirs = owners.get(subject, ""), owners.get(value, "") if value else ""
            theirs = theirs if theirs != _TERMS else ""
            inverse = theirs and name not in data and t.predicate != _TYPE
            # What is derived about an entity from the articles is no fact of its own.
            if mine or not inverse:
                own[mine].append(t)
            if theirs and theirs != mine:
                pointing[theirs].append(t)
            if name in data or t.predicate == _TYPE:
                facts[subject].append(t)
    return [_portion(name, triples, facts, pointing[name]) for name, triples in sorted(own.items())]


def _portion(
    name: str,
    own: list[ox.Triple],
    facts: Mapping[str, list[ox.Triple]],
    pointing: list[ox.Triple],
) -> Portion:
    nodes = frozenset(_iri(t.subject) for t in own)
    named = {_iri(t.object) for t in own} - nodes
    around = (t for node in named for t in facts.get(node, ()))
    triples = tuple(dict.fromkeys([*own, *pointing, *around]))
    digest = hashlib.sha256("\n".join(sorted(map(str, triples))).encode())
    return Portion(name, nodes, triples, digest.hexdigest())


def _owners(graph: KnowledgeGraph) -> dict[str, str]:
    """IRI of a node → the slug of the article that describes it first, or `#ontology`; nodes of
    entities have none."""
    base = graph.names.base + "graph/"
    found: dict[str, str] = {}
    ontology = graph.names.graph(ONTOLOGY)
    names = sorted(graph.data_graphs, key=lambda g: (g.removeprefix(base).partition("/")[2], g))
    for iri in (ontology, *names):
        kind, _, slug = iri.removeprefix(base).partition("/")
        owner = _TERMS if iri == ontology else slug if kind in _ARTICLE else ""
        for t in graph.graphs[iri]:
            if isinstance(t.subject, ox.NamedNode):
                found.setdefault(t.subject.value, owner)
    # Activities and heads of nanopublications are derived: they belong to their document.
    for name, triples in graph.graphs.items():
        for t in triples if name not in graph.data_graphs else ():
            subject = _iri(t.subject)
            if subject not in found:
                found[subject] = found.get(subject.partition("#")[0], "")
    return {iri: owner for iri, owner in found.items() if owner}


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode) else ""


def _batches(fresh: Iterable[Portion]) -> Iterator[list[Portion]]:
    """Portions for one run of the shapes each, so that memory does not grow with the articles."""
    batch: list[Portion] = []
    size = 0
    for portion in fresh:
        if batch and size + len(portion.triples) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(portion)
        size += len(portion.triples)
    if batch:
        yield batch


def _joined(graph: KnowledgeGraph, batch: list[Portion]) -> tuple[ox.Triple, ...]:
    return tuple(dict.fromkeys([*graph.triples(ONTOLOGY), *(t for p in batch for t in p.triples)]))


_Kept = dict[str, tuple[str, Findings]]


def _by_portion(batch: list[Portion], found: Iterable[Finding]) -> _Kept:
    """The findings about the nodes of each portion; others stand there cut off, and are no news."""
    by_focus: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_focus[finding.focus].append(finding)
    return {
        p.name: (p.key, tuple(f for node in sorted(p.own) for f in by_focus.get(node, ())))
        for p in batch
    }


def _state(graph: KnowledgeGraph, workspace: Workspace) -> str:
    """What the findings depend on beside the portions: shapes, the base of names, the code."""
    digest = hashlib.sha256(f"{graph.names.base}\0{version('pyshacl')}\0".encode())
    digest.update(checking_code())
    for path in workspace.files("shapes", "*.ttl"):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for triple in sorted(map(str, graph.triples(ONTOLOGY))):
        digest.update(triple.encode())
    return digest.hexdigest()


def _recall(graph: KnowledgeGraph, workspace: Workspace) -> _Kept:
    """What is known of earlier checks; nothing where the memory is damaged or of another state."""
    try:
        path = workspace.inside(workspace.cache / _FILE)
        table: dict[str, Any] = json.loads(path.read_bytes())
        body = json.dumps(table["portions"], ensure_ascii=False)
        if table["state"] != _state(graph, workspace) or table["sum"] != _sum(body):
            return {}
        return {
            name: (key, tuple(Finding(**row) for row in rows))
            for name, (key, rows) in table["portions"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, OnrecordError):
        return {}


def _remember(graph: KnowledgeGraph, workspace: Workspace, kept: _Kept) -> None:
    """A memory that cannot be written costs time, not correctness."""
    rows = {name: [key, [asdict(f) for f in found]] for name, (key, found) in kept.items()}
    body = json.dumps(rows, ensure_ascii=False)
    table = {"state": _state(graph, workspace), "sum": _sum(body), "portions": rows}
    with suppress(OnrecordError, OSError):
        path = workspace.inside(workspace.cache / _FILE)
        write_file(path, json.dumps(table, ensure_ascii=False).encode())


def _sum(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
