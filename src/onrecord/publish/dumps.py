"""The graph → dumps in every form.

Each is put together from the runs of the documents, so that after a change those of other documents
are copied from the dumps before.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

import pyoxigraph as ox

from onrecord.derive.nanopublications import nanopublication
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDF, Names
from onrecord.output import Hashed, Piece
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
Write = Callable[[Sheet], list[Piece]]
_CONTENT: Final = tuple(ONR + name for name in ("subject", "predicate", "object"))


def dump_files(publication: Publication) -> Iterator[tuple[Dump, Hashed]]:
    """The dumps, each with its bytes; while one is put together, the one before is hashed."""
    indexes = publication.earlier.new.indexes
    with ThreadPoolExecutor(1) as beside:
        waiting: Callable[[], tuple[Dump, Hashed]] | None = None
        last: tuple[str, Write, Sheet, Future[Hashed]] | None = None
        for path, part, write in _plan(publication.graph):
            if last is None or last[1] is not write:
                sheet = Sheet(path, publication.earlier)
                last = path, write, sheet, beside.submit(Hashed.of, write(sheet))
            first, _, sheet, data = last
            indexes[path] = indexes[first]
            if waiting:
                yield waiting()
            waiting = partial(_dump, path, part, sheet, data)
        if waiting:
            yield waiting()


def announced(publication: Publication) -> tuple[tuple[str, str], ...]:
    """Path and media type of each dump."""
    return tuple((path, _form(path, part)[0]) for path, part, _ in _plan(publication.graph))


def _dump(path: str, part: str, sheet: Sheet, hashed: Future[Hashed]) -> tuple[Dump, Hashed]:
    data = hashed.result()
    return Dump(path, *_form(path, part), data.size, sheet.triples, data.sha256, part), data


def _form(path: str, part: str) -> tuple[str, str]:
    """Media type and label of a dump."""
    form = FORMATS.get(path.rpartition(".")[2], FORMATS["ttl"])
    if part == "rdf12":
        return f"{form.media_type}; version=1.2", f"{form.label} 1.2"
    return form.media_type, form.label


def _plan(graph: KnowledgeGraph) -> Iterator[tuple[str, str, Write]]:
    """Path, part (`all`, `curated`, …) and how it is written; one after the other with the same
    bytes are written by the same."""
    whole = graph.runs
    data = frozenset(graph.data_graphs)
    asserted = {g: runs for g, runs in whole.items() if g in data}
    by_hand = {g: runs for g, runs in asserted.items() if not _proposed(graph, g)}
    yield f"{DUMP}.ttl", "all", partial(_turtle, graph)
    yield f"{DUMP}.trig", "all", partial(_trig, graph.names, whole)
    yield f"{DUMP}.nq", "all", partial(_nquads, whole)
    yield f"{DUMP}.jsonld", "all", partial(_jsonld, graph.names, whole)
    yield f"{DUMP}.rdf", "all", partial(_rdfxml, graph)
    said = partial(_trig, graph.names, asserted)
    yield "data/asserted.trig", "asserted", said
    own = said if len(by_hand) == len(asserted) else partial(_trig, graph.names, by_hand)
    yield "data/curated.trig", "curated", own
    yield "data/nanopublications.trig", "nanopublications", partial(_nanopublications, graph)
    yield f"{DUMP}-rdf12.turtle", "rdf12", partial(_reified, graph)


def _proposed(graph: KnowledgeGraph, iri: str) -> bool:
    """Whether a graph holds what a machine proposed, or what was decided about it."""
    kinds = ("extracted", "review")
    return any(iri.startswith(graph.names.graph(kind) + "/") for kind in kinds)


def _turtle(graph: KnowledgeGraph, sheet: Sheet) -> list[Piece]:
    names = graph.names
    found = list(graph.documents.values())
    sheet.joined("\n", _keys(found), lambda n: turtle_block(found[n].triples, names))
    return sheet.pieces(turtle_head(sheet.used, names) + "\n")


def _keys(found: Iterable[Described | Run]) -> list[bytes]:
    return [of.key for of in found]


def _trig(names: Names, graphs: Graphs, sheet: Sheet) -> list[Piece]:
    return sheet.pieces(put_trig(names, graphs, sheet))


def put_trig(names: Names, graphs: Graphs, sheet: Sheet, shown: Callable[[str], str] = str) -> str:
    """Puts graphs into a sheet as TriG, each text as it is `shown` there; gives what belongs above
    them."""
    found, opening = list[Run](), dict[int, Block]()
    for iri, runs in graphs.items():
        name = graph_name(iri, names)
        ending = "}\n" if found else ""
        opening[len(found)] = replace(name, text=f"{ending}\n{name.text} {{\n")
        found += runs

    def block(number: int) -> Block:
        made = turtle_block(found[number].triples, names, "    ")
        before = opening.get(number, _LINE)
        used = before.prefixes | made.prefixes
        return Block(shown(before.text + made.text), used, made.triples)

    sheet.joined("", _opened(found, opening), block)
    sheet.text(shown("}\n" if found else ""))
    return shown(turtle_head(sheet.used, names))


_LINE: Final = Block("\n", frozenset(), 0)


def _opened(found: Sequence[Run], opening: Mapping[int, Block]) -> list[bytes]:
    """The keys of runs one after the other, some of which have the beginning of a graph above."""
    keys = _keys(found)
    for number, before in opening.items():
        keys[number] = key_of(before.text.encode() + keys[number])
    return keys


def _nquads(graphs: Graphs, sheet: Sheet) -> list[Piece]:
    found = [(iri, run) for iri, runs in graphs.items() for run in runs]
    keys = [key_of(iri.encode() + run.key) for iri, run in found]
    sheet.joined("", keys, lambda number: _lines(*found[number]))
    sheet.note_exchanged()
    return sheet.pieces()


def _lines(iri: str, run: Run) -> Block:
    end = f" <{iri}> .\n"
    text = "".join(f"{t.subject} {t.predicate} {t.object}{end}" for t in run.triples)
    return Block(text, frozenset(), run.size)


def _jsonld(names: Names, graphs: Graphs, sheet: Sheet) -> list[Piece]:
    found, opening = list[Run](), dict[int, Block]()
    for iri, runs in graphs.items():
        ending = "\n]},\n" if found else ""
        text = f'{ending}{{"@id": {json.dumps(iri)}, "@graph": [\n'
        opening[len(found)] = Block(text, frozenset(), 0)
        found += runs

    def block(number: int) -> Block:
        made = jsonld_block(found[number].triples, names)
        before = opening[number].text if number in opening else ",\n"
        return replace(made, text=before + made.text)

    sheet.joined("", _opened(found, opening), block)
    sheet.text("\n]}" if found else "")
    return sheet.pieces(jsonld_head(sheet.used, names), JSONLD_TAIL)


def _rdfxml(graph: KnowledgeGraph, sheet: Sheet) -> list[Piece]:
    found = list(graph.documents.values())
    own = [
        " ".join(prefixes_of(document.triples, graph.names)) if known is None else known
        for document, known in zip(found, sheet.known(_keys(found)), strict=True)
    ]
    used = {prefix for prefixes in set(own) for prefix in prefixes.split()}
    table = {p: ns for p, ns in graph.names.prefixes.items() if p in used}
    sheet.state(" ".join(table))

    def block(number: int) -> Block:
        return rdfxml_block(found[number].triples, table, frozenset(own[number].split()))

    sheet.joined("", _keys(found), block)
    return sheet.pieces(*rdfxml_around(table))


def _nanopublications(graph: KnowledgeGraph, sheet: Sheet) -> list[Piece]:
    names, found = graph.names, list(graph.documents.items())
    keys = _keys(document for _, document in found)
    sheet.joined("", keys, lambda n: _nanopublication(*found[n], names))
    return sheet.pieces(turtle_head(sheet.used, names))


def _nanopublication(owner: str, document: Described, names: Names) -> Block:
    texts, used = [], set[str]()
    graphs = nanopublication(owner, document.triples)
    for iri, found in graphs.items():
        name, block = graph_name(iri, names), turtle_block(Ordered(found), names, "    ")
        texts.append(f"\n{name.text} {{\n{block.text}}}\n")
        used |= name.prefixes | block.prefixes
    return Block("".join(texts), frozenset(used), sum(map(len, graphs.values())))


def _reified(graph: KnowledgeGraph, sheet: Sheet) -> list[Piece]:
    names = graph.names
    found = list(graph.documents.values())
    sheet.joined("\n", _keys(found), lambda n: turtle_block(reified(found[n].triples), names))
    return sheet.pieces(turtle_head(sheet.used, names) + "\n")


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
