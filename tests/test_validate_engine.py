"""Shapes that are aimed before they are run find what they find as written."""

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SH, URIRef

from onrecord.rdf.bridge import rdflib_graph
from onrecord.validate.aiming import aim
from onrecord.validate.prebinding import AnsweringGraph, Template

E = "urn:e:"
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <urn:e:> .
:ByClass a sh:NodeShape ; sh:targetClass :A , :B ; sh:property :one , :onlyTexts .
:ByOther a sh:NodeShape ; sh:targetClass :C ; sh:property :one ; sh:message "never shown" .
:C a rdfs:Class , sh:NodeShape ; sh:property [ sh:path :p ; sh:maxCount 1 ] .
:BySubject a sh:NodeShape ; sh:targetSubjectsOf :q ; sh:property :deep .
:ByObject a sh:NodeShape ; sh:targetObjectsOf :q ; sh:property :one ; sh:node :Referred .
:Referred a sh:NodeShape ; sh:targetClass :B ; sh:property [ sh:path :q ; sh:class :A ] .
:ByNode a sh:NodeShape ; sh:targetNode :x , :nobody ; sh:property :one , :named .
:Closed a sh:NodeShape ; sh:targetClass :B ; sh:closed true ; sh:property :one , [ sh:path :p ] ;
    sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) .
:Off a sh:NodeShape ; sh:targetClass :A ; sh:deactivated true ; sh:property :named .
:Aimed a sh:PropertyShape ; sh:path :p ; sh:targetClass :A ; sh:property :named .
:Asks a sh:NodeShape ; sh:targetClass :A , :C ; sh:sparql [ sh:message "loops" ; sh:select
    "SELECT $this ?path ?value { $this ?path ?value . ?value <urn:e:q>+ $this }" ] .
:one a sh:PropertyShape ; sh:path :p ; sh:minCount 1 ; sh:severity sh:Warning .
:onlyTexts a sh:PropertyShape ; sh:path :q ; sh:nodeKind sh:Literal .
:named a sh:PropertyShape ; sh:path :name ; sh:minCount 1 .
:deep a sh:PropertyShape ; sh:path :q ; sh:property :named ; sh:not :isA .
:isA a sh:NodeShape ; sh:class :A .
"""
NODES = [ox.NamedNode(E + name) for name in ("x", "y", "z", "w")]
CLASSES = [ox.NamedNode(E + name) for name in "ABC"]
TEXTS = [ox.Literal("t"), ox.Literal("t", language="de"), ox.Literal("7", datatype=ox.NamedNode(
    "http://www.w3.org/2001/XMLSchema#integer"))]  # fmt: skip
TYPE, P, Q, NAME = (ox.NamedNode(i) for i in (str(RDF.type), E + "p", E + "q", E + "name"))
triples = st.one_of(
    st.builds(ox.Triple, st.sampled_from(NODES), st.just(TYPE), st.sampled_from(CLASSES)),
    st.builds(
        ox.Triple, st.sampled_from(NODES), st.sampled_from([P, Q, NAME]),
        st.sampled_from([*NODES, *TEXTS]),
    ),
)  # fmt: skip

Found = set[tuple[str, ...]]


def run(data: rdflib.Graph, shapes: rdflib.Graph) -> Found:
    """What the engine says, as rows; anonymous shapes all look alike."""
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    assert isinstance(results, rdflib.Graph)
    said = (SH.focusNode, SH.resultPath, SH.value, SH.resultSeverity, SH.sourceShape, SH.
            sourceConstraintComponent)  # fmt: skip
    return {
        tuple("[]" if isinstance(o, rdflib.BNode) else o.n3() if o else "" for o in values)
        for node in results.subjects(RDF.type, SH.ValidationResult)
        for values in [[results.value(node, name) for name in said]]
    }


def shapes(*, aimed: bool) -> rdflib.Graph:
    graph = rdflib.Graph().parse(data=SHAPES, format="turtle")
    if aimed:
        aim(graph)
    return graph


@pytest.mark.system
@settings(max_examples=60)
@given(st.lists(triples, max_size=14, unique=True))
def test_aimed_shapes_find_the_same(data: list[ox.Triple]) -> None:
    """By class, node, subject and object; shared, nested, closed, referred to and switched off."""
    plain = run(rdflib_graph(data), shapes(aimed=False))
    assert run(AnsweringGraph(data), shapes(aimed=True)) == plain


def test_something_is_found_by_every_shape() -> None:
    """The comparison above compares something."""
    x, y, z, _ = NODES
    data = [ox.Triple(x, TYPE, c) for c in CLASSES] + [
        ox.Triple(x, Q, y), ox.Triple(y, Q, x), ox.Triple(x, Q, z), ox.Triple(z, TYPE, CLASSES[0]),
        ox.Triple(z, TYPE, CLASSES[1]), ox.Triple(z, P, x), ox.Triple(z, P, y),
    ]  # fmt: skip
    graph = AnsweringGraph(data)
    found = {row[4] for row in run(graph, shapes(aimed=True))}
    assert any(graph._templates.values())
    assert found >= {f"<{E}{n}>" for n in ("one", "onlyTexts", "named", "deep", "Closed", "Asks")}
    assert "[]" in found


def test_only_what_may_move_moves() -> None:
    """Closed shapes, those switched off, and those that others refer to keep their properties."""
    graph = shapes(aimed=True)
    kept = {s for s in graph.subjects(SH.property) if isinstance(s, URIRef)}
    assert kept == {URIRef(E + n) for n in ("Closed", "Off", "Referred", "Aimed", "deep")}


CONSTRAINTS = [
    "SELECT $this { FILTER NOT EXISTS { $this <urn:e:p> ?x } }",
    "SELECT DISTINCT $this { ?x <urn:e:q> $this } # $this",
    "SELECT $this ?value { BIND($this AS ?value) }",
    "PREFIX e: <urn:e:> SELECT ?value ?this WHERE { { BIND(?this AS ?value) } UNION { ?value e:q"
    " $this } }",
    "SELECT $this ?path ?value { $this ?path ?value . ?value <urn:e:q>+ $this }",
    "SELECT $this ?value { OPTIONAL { ?value <urn:e:q> ?z FILTER(?z = $this) } }",
    "SELECT $this ?value { $this <urn:e:p>|<urn:e:name> ?value FILTER('$this' != ?value) }",
    "SELECT $this (COUNT(?o) AS ?value) { $this <urn:e:q> ?o } GROUP BY $this",
    "SELECT $this ?value { { SELECT $this (COUNT(*) AS ?value) { $this ?p ?o } GROUP BY $this } }",
    "SELECT $this { $this ?p ?o } ORDER BY $this LIMIT 1",
    "SELECT ?value { $this <urn:e:q> ?value }",
]


@pytest.mark.system
@settings(max_examples=60)
@given(st.lists(triples, max_size=14, unique=True), st.sampled_from(CONSTRAINTS))
def test_constraints_are_answered_as_by_rdflib(data: list[ox.Triple], text: str) -> None:
    """Whichever of the two engines answers, the focus node stands in place of `$this`."""
    fast, plain = AnsweringGraph(data), rdflib_graph(data)
    for focus in (URIRef(n.value) for n in NODES):
        rows = [
            {tuple(sorted((str(k), v.n3()) for k, v in row.items() if v is not None)) for row in
             graph.query(text, initBindings={"this": focus}).bindings}
            for graph in (fast, plain)
        ]  # fmt: skip
        assert rows[0] == rows[1]


def test_most_constraints_are_answered_soon() -> None:
    """Templates are made of what can be said by putting the node in; of nothing else."""
    made = [Template.of(text) is not None for text in CONSTRAINTS]
    assert made == [True] * 7 + [False] * 4
