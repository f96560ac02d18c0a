"""Shapes article by article: what one article needs is checked by itself and remembered.

The shapes of the package look from a node at its own facts, at those of the nodes that it names,
and at what names it; so the nodes of an article, with these, give the findings that the joint graph
gives for them. Shapes that a workspace writes itself may look further: then all is checked at once.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Final

import pyoxigraph as ox

from onrecord.confine import Ready
from onrecord.errors import OnrecordError
from onrecord.graph import ONTOLOGY, KnowledgeGraph
from onrecord.libraries import versions
from onrecord.output import write_file
from onrecord.remembered import checking_code
from onrecord.report import Finding, as_row
from onrecord.validate.narrowing import completed, narrowed
from onrecord.validate.portions import Portion, portions
from onrecord.validate.shacl import placed, shacl_beside
from onrecord.validate.touched import NAME, portions_again
from onrecord.workspace import Workspace

FEW: Final = 8
"""Articles that are checked at once: a graph of so few is no larger than its parts together."""
_BATCH: Final = 60_000
_FILE: Final = "shapes.json"

Findings = tuple[Finding, ...]
Later = Callable[[Callable[[], None]], None]
"""Who sees to it that something is done."""


def at_once(do: Callable[[], None]) -> None:
    """Does it."""
    do()


@contextmanager
def shape_findings(
    graph: KnowledgeGraph,
    workspace: Workspace,
    later: Later = at_once,
    checker: Ready | None = None,
    *,
    cached: bool = True,
) -> Iterator[Callable[[], Findings]]:
    """The findings of all shapes, while the caller goes on; see `shacl.shacl_beside`. When they are
    taken, `later` is told how they are remembered."""
    if not _by_article(graph, workspace):
        with shacl_beside(graph) as findings:
            yield findings
        return
    state = _state(graph, workspace)
    known = _recall(state, workspace) if cached else {}
    parts = portions_again(graph) or portions(graph)
    fresh = _unknown(parts, known)
    if any(not p.triples for p in fresh):
        parts = portions(graph)
        fresh = _unknown(parts, known)
    graph.results.new[NAME] = {p.name.encode(): p.key for p in parts}
    narrow = {p.name for p in fresh if _is_narrow(p, known)}
    ontology = graph.triples(ONTOLOGY)
    batches = list(_batches(narrowed(p, ontology) if p.name in narrow else p for p in fresh))
    if not batches:
        yield lambda: tuple(placed(f, graph) for p in parts for f in known[p.name][1])
        return

    def joined(batch: list[Portion]) -> tuple[ox.Triple, ...]:
        """What is narrowed has its part of the ontology with it."""
        terms = () if all(p.name in narrow for p in batch) else ontology
        return tuple(dict.fromkeys([*terms, *(t for p in batch for t in p.triples)]))

    with shacl_beside(graph, joined(batches[0]), checker) as first:

        def findings() -> Findings:
            checked = _by_portion(batches[0], first())
            for batch in batches[1:]:
                with shacl_beside(graph, joined(batch)) as more:
                    checked |= _by_portion(batch, more())
            for portion in (p for p in fresh if p.name in narrow):
                key, found = checked[portion.name]
                checked[portion.name] = key, completed(portion, found, known[portion.name][1])
            kept = {p.name: checked.get(p.name) or known[p.name] for p in parts}
            later(partial(_remember, state, workspace, kept))
            return tuple(placed(f, graph) for _, rows in kept.values() for f in rows)

        yield findings


def _unknown(parts: Iterable[Portion], known: "_Kept") -> list[Portion]:
    """The portions of which the findings are not known."""
    return [p for p in parts if known.get(p.name, ("", ()))[0] != p.key]


def _is_narrow(portion: Portion, known: "_Kept") -> bool:
    """Whether the findings are known of what the portion was before some of its nodes changed."""
    found = known.get(portion.name)
    return portion.anew is not None and found is not None and found[0] == portion.before


def _by_article(graph: KnowledgeGraph, workspace: Workspace) -> bool:
    articles = graph.names.graph("article") + "/"
    count = sum(iri.startswith(articles) for iri in graph.data_graphs)
    return count > FEW and workspace.packaged("shapes")


def keep_portions(graph: KnowledgeGraph, workspace: Workspace) -> None:
    """Keeps the portions of a graph that was checked before, for the next build."""
    if _by_article(graph, workspace):
        graph.results.new[NAME] = {p.name.encode(): p.key for p in portions(graph)}


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
    digest = hashlib.sha256(f"{graph.names.base}\0{versions(['pyshacl'])[0]}\0".encode())
    digest.update(checking_code())
    for path in workspace.files("shapes", "*.ttl"):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for triple in sorted(map(str, graph.triples(ONTOLOGY))):
        digest.update(triple.encode())
    return digest.hexdigest()


def _recall(state: str, workspace: Workspace) -> _Kept:
    """What is known of earlier checks; nothing where the memory is damaged or of another state."""
    try:
        path = workspace.inside(workspace.cache / _FILE)
        head, _, body = path.read_bytes().partition(b"\n")
        if head != _head(state, body):
            return {}
        return {
            name: (key, tuple(Finding(**row) for row in rows))
            for name, (key, rows) in json.loads(body).items()
        }
    except (OSError, ValueError, TypeError, KeyError, OnrecordError):
        return {}


def _remember(state: str, workspace: Workspace, kept: _Kept) -> None:
    """A memory that cannot be written costs time, not correctness."""
    rows = {name: [key, [as_row(f) for f in found]] for name, (key, found) in kept.items()}
    body = json.dumps(rows).encode()
    with suppress(OnrecordError, OSError):
        path = workspace.inside(workspace.cache / _FILE)
        write_file(path, _head(state, body) + b"\n", body)


def _head(state: str, body: bytes) -> bytes:
    """What stands above a memory."""
    return json.dumps({"state": state, "sum": hashlib.sha256(body).hexdigest()}).encode()
