"""The graph → dumps in every form.

Each is put together from the runs of the documents, so that after a change those of other documents
are copied from the dumps before.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import pyoxigraph as ox

from onrecord.derive.nanopublications import nanopublication
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDF, Names
from onrecord.publish.publication import Dump, Publication
from onrecord.publish.sheets import Sheet
from onrecord.rdf import FORMATS, Ordered
from onrecord.rdf.blocks import (
    JSONLD_TAIL,
    Block,
    graph_name,
    jsonld_block,
    jsonld_head,
    rdfxml_around,
    rdfxml_block,
    turtle_block,
    turtle_head,
)
from onrecord.rdf.runs import Described, Run, key_of
from onrecord.rdf.write import prefixes_of

DUMP: Final = "data/onrecord"
Graphs = Mapping[str, tuple[Run, ...]]
_CONTENT: Final = tuple(ONR + name for name in ("subject", "predicate", "object"))


def dump_files(publication: Publication) -> Iterator[tuple[Dump, bytes]]:
    """The dumps, each with its bytes."""
    for path, part, write in _plan(publication.graph):
        sheet = Sheet(path, publication.earlier)
        data = write(sheet)
        form = FORMATS.get(path.rpartition(".")[2], FORMATS["ttl"])
        media_type = form.media_type + ("; version=1.2" if part == "rdf12" else "")
        label = form.label + (" 1.2" if part == "rdf12" else "")
        digest = hashlib.sha256(data).hexdigest()
        yield Dump(path, media_type, label, len(data), sheet.triples, digest, part), data


def _plan(graph: KnowledgeGraph) -> Iterator[tuple[str, str, Callable[[Sheet], bytes]]]:
    """Path, part (`all`, `curated`, …) and how it is written."""
    whole = graph.runs
    asserted = {g: runs for g, runs in whole.items() if g in graph.data_graphs}
    by_hand = {g: runs for g, runs in asserted.items() if not _proposed(graph, g)}
    yield f"{DUMP}.ttl", "all", partial(_turtle, graph)
    yield f"{DUMP}.trig", "all", partial(_trig, graph.names, whole)
    yield f"{DUMP}.nq", "all", partial(_nquads, whole)
    yield f"{DUMP}.jsonld", "all", partial(_jsonld, graph.names, whole)
    yield f"{DUMP}.rdf", "all", partial(_rdfxml, graph)
    yield "data/asserted.trig", "asserted", partial(_trig, graph.names, asserted)
    yield "data/curated.trig", "curated", partial(_trig, graph.names, by_hand)
    yield "data/nanopublications.trig", "nanopublications", partial(_nanopublications, graph)
    yield f"{DUMP}-rdf12.turtle", "rdf12", partial(_reified, graph)


def _proposed(graph: KnowledgeGraph, iri: str) -> bool:
    """Whether a graph holds what a machine proposed, or what was decided about it."""
    kinds = ("extracted", "review")
    return any(iri.startswith(graph.names.graph(kind) + "/") for kind in kinds)


def _turtle(graph: KnowledgeGraph, sheet: Sheet) -> bytes:
    names = graph.names
    documents = graph.documents.values()
    sheet.joined("\n", ((d.key, partial(_all, d, names)) for d in documents))
    return sheet.data(turtle_head(sheet.used, names) + "\n")


def _all(document: Described, names: Names) -> Block:
    return turtle_block(document.triples, names)


def _trig(names: Names, graphs: Graphs, sheet: Sheet) -> bytes:
    return sheet.data(put_trig(names, graphs, sheet))


def put_trig(names: Names, graphs: Graphs, sheet: Sheet, shown: Callable[[str], str] = str) -> str:
    """Puts graphs into a sheet as TriG, each text as it is `shown` there; gives what belongs above
    them."""

    def block(run: Run) -> Block:
        made = turtle_block(run.triples, names, "    ")
        return replace(made, text=shown(made.text))

    for iri, runs in graphs.items():
        name = graph_name(iri, names)
        sheet.used |= name.prefixes
        sheet.text(shown(f"\n{name.text} {{\n"))
        sheet.joined(shown("\n"), ((run.key, partial(block, run)) for run in runs))
        sheet.text(shown("}\n"))
    return shown(turtle_head(sheet.used, names))


def _nquads(graphs: Graphs, sheet: Sheet) -> bytes:
    for iri, runs in graphs.items():
        end = f" <{iri}> .\n"
        for run in runs:
            sheet.block(key_of(iri.encode() + run.key), partial(_lines, run, end))
    return sheet.data()


def _lines(run: Run, end: str) -> Block:
    text = "".join(f"{t.subject} {t.predicate} {t.object}{end}" for t in run.triples)
    return Block(text, frozenset(), run.size)


def _jsonld(names: Names, graphs: Graphs, sheet: Sheet) -> bytes:
    for number, (iri, runs) in enumerate(graphs.items()):
        comma = ",\n" if number else ""
        sheet.text(f'{comma}{{"@id": {json.dumps(iri)}, "@graph": [\n')
        sheet.joined(",\n", ((r.key, partial(_nodes, r, names)) for r in runs))
        sheet.text("\n]}")
    return sheet.data(jsonld_head(sheet.used, names), JSONLD_TAIL)


def _nodes(run: Run, names: Names) -> Block:
    return jsonld_block(run.triples, names)


def _rdfxml(graph: KnowledgeGraph, sheet: Sheet) -> bytes:
    own: dict[bytes, frozenset[str]] = {}
    for document in graph.documents.values():
        known = sheet.prefixes(document.key)
        found = prefixes_of(document.triples, graph.names) if known is None else known.split()
        own[document.key] = frozenset(found)
    used = frozenset(p for prefixes in own.values() for p in prefixes)
    table = {p: ns for p, ns in graph.names.prefixes.items() if p in used}
    sheet.state(" ".join(table))
    for document in graph.documents.values():
        key = document.key
        sheet.block(key, partial(_descriptions, document, table, own[key]))
    return sheet.data(*rdfxml_around(table))


def _descriptions(document: Described, table: dict[str, str], own: frozenset[str]) -> Block:
    return rdfxml_block(document.triples, table, own)


def _nanopublications(graph: KnowledgeGraph, sheet: Sheet) -> bytes:
    names = graph.names
    for owner, document in graph.documents.items():
        sheet.block(document.key, partial(_nanopublication, owner, document, names))
    return sheet.data(turtle_head(sheet.used, names))


def _nanopublication(owner: str, document: Described, names: Names) -> Block:
    texts, used = [], set[str]()
    graphs = nanopublication(owner, document.triples)
    for iri, found in graphs.items():
        name, block = graph_name(iri, names), turtle_block(Ordered(found), names, "    ")
        texts.append(f"\n{name.text} {{\n{block.text}}}\n")
        used |= name.prefixes | block.prefixes
    return Block("".join(texts), frozenset(used), sum(map(len, graphs.values())))


def _reified(graph: KnowledgeGraph, sheet: Sheet) -> bytes:
    names = graph.names
    documents = graph.documents.values()
    sheet.joined("\n", ((d.key, partial(_with_terms, d, names)) for d in documents))
    return sheet.data(turtle_head(sheet.used, names) + "\n")


def _with_terms(document: Described, names: Names) -> Block:
    return turtle_block(reified(document.triples), names)


def reified(triples: Ordered) -> Ordered:
    """Triples in RDF 1.2: each statement reifies the triple terms of its content.

    The content is a triple term that nobody asserts; `{| |}`, which asserts, is never written.
    """
    content: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for t in triples:
        if t.predicate.value in _CONTENT and isinstance(t.object, ox.NamedNode | ox.Literal):
            of = content.setdefault(str(t.subject)[1:-1], {name: [] for name in _CONTENT})
            of[t.predicate.value].append(t.object)
    reifies = ox.NamedNode(RDF + "reifies")
    more = [
        ox.Triple(ox.NamedNode(iri), reifies, ox.Triple(subject, predicate, value))
        for iri, of in content.items()
        for subject in of[_CONTENT[0]]
        for predicate in of[_CONTENT[1]]
        for value in of[_CONTENT[2]]
        if isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode)
    ]
    return Ordered.of([*triples, *more]) if more else triples
