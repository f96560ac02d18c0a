"""The craft of the ontology: every term is explained, exemplified and asked for."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from onrecord.derive import derive
from onrecord.graph import load
from onrecord.names import ONR, SCHEME
from onrecord.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "ontology").rglob("*.ttl"))
SCHEMES = sorted((ROOT / "ontology" / "schemes").glob("*.ttl"))
QUESTIONS = sorted((ROOT / "kg" / "questions").glob("*.rq"))
IMAGINED = "https://example.org/"
_STATEMENTS = "https://w3id.org/onrecord/kg/statement/nvidia-openai/"
_CONTESTABLE = URIRef(ONR + "ContestableProperty")


@cache
def _ontology() -> Graph:
    graph = Graph()
    for path in FILES:
        graph.parse(path)
    return graph


def _terms() -> list[URIRef]:
    """The classes and properties of the ontology, those of contestable content too."""
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    typed = {s for k in (*kinds, RDF.Property, _CONTESTABLE) for s in _ontology()[: RDF.type : k]}
    return sorted(s for s in typed if isinstance(s, URIRef) and s.startswith(ONR))


def _concepts() -> list[URIRef]:
    found = _ontology()[: RDF.type : SKOS.Concept]
    return sorted(s for s in found if isinstance(s, URIRef) and s.startswith(SCHEME))


@cache
def _published() -> tuple[frozenset[ox.Triple], dict[str, str]]:
    """What the graph says, asserted or derived, and the prefixes of its files."""
    workspace = Workspace.find(ROOT)
    graph = derive(load(workspace))
    prefixes = {**graph.names.prefixes, "st": _STATEMENTS}
    said = (*(iri.partition("graph/")[2] for iri in graph.data_graphs), "derived")
    return frozenset(graph.triples(*said)), prefixes


def _examples(term: URIRef) -> Iterator[list[ox.Triple] | URIRef]:
    """The examples of a term: an IRI, or the triples of a piece of Turtle."""
    _, prefixes = _published()
    head = "".join(f"@prefix {p}: <{ns}> .\n" for p, ns in prefixes.items())
    for value in _ontology()[term : SKOS.example]:
        if isinstance(value, URIRef):
            yield value
        elif isinstance(value, Literal) and value.language is None:
            quads = ox.parse(head + str(value), format=ox.RdfFormat.TURTLE)
            yield [quad.triple for quad in quads]


def _imagined(term: URIRef) -> bool:
    """Whether the example of a term is made up, for want of one in the graph."""
    texts = [str(o) for o in _ontology()[term : SKOS.example]]
    return any(IMAGINED in text for text in texts)


def _languages(term: URIRef, predicate: URIRef) -> list[str]:
    return sorted(str(getattr(o, "language", None)) for o in _ontology()[term:predicate])


def _local(term: URIRef) -> str:
    return term.rpartition("#")[2]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_file_is_strict_turtle(path: Path) -> None:
    """Both libraries read a file, to the same triples, and it has no blank node."""
    strict = {q.triple for q in ox.parse(path=path, format=ox.RdfFormat.TURTLE)}
    assert len(strict) == len(Graph().parse(path)) > 0
    for triple in strict:
        assert not isinstance(triple.subject, ox.BlankNode)
        assert not isinstance(triple.object, ox.BlankNode)


@pytest.mark.parametrize("term", _terms(), ids=_local)
def test_term_is_explained(term: URIRef) -> None:
    """Label and definition stand in German and English; vocabulary and example are given."""
    assert _languages(term, RDFS.label) == ["de", "en"]
    assert _languages(term, SKOS.definition) == ["de", "en"]
    assert list(_ontology()[term : RDFS.isDefinedBy]) == [URIRef(ONR.rstrip("#"))]
    assert list(_ontology()[term : SKOS.example])


@pytest.mark.parametrize("concept", _concepts(), ids=lambda c: c.removeprefix(SCHEME))
def test_concept_is_explained(concept: URIRef) -> None:
    """A concept is labelled and defined in both languages, in its scheme, by its local name."""
    scheme = URIRef(concept.partition("#")[0])
    assert _languages(concept, SKOS.prefLabel) == ["de", "en"]
    assert _languages(concept, SKOS.definition) == ["de", "en"]
    assert list(_ontology()[concept : SKOS.inScheme]) == [scheme]
    assert (scheme, SKOS.hasTopConcept, concept) in _ontology()
    assert str(_ontology().value(concept, SKOS.notation)) == _local(concept)


@pytest.mark.parametrize("path", SCHEMES, ids=lambda p: p.stem)
def test_scheme_has_the_name_of_its_file(path: Path) -> None:
    """A file holds one scheme, named like the file, whose labels differ from one another."""
    graph = Graph().parse(path)
    assert list(graph[: RDF.type : SKOS.ConceptScheme]) == [URIRef(SCHEME + path.stem)]
    for language in ("de", "en"):
        concepts = set(graph[: RDF.type : SKOS.Concept])
        labels = [
            str(o)
            for c in concepts
            for o in graph[c : SKOS.prefLabel]
            if getattr(o, "language", None) == language
        ]
        assert len(set(labels)) == len(concepts)


@pytest.mark.parametrize("term", _terms(), ids=_local)
def test_example_is_from_the_graph(term: URIRef) -> None:
    """What an example says is said by the graph, and it shows the term at work."""
    triples, _ = _published()
    subjects = {getattr(t.subject, "value", "") for t in triples}
    for example in _examples(term):
        if isinstance(example, URIRef):
            assert str(example) in subjects or (example, RDF.type, term) in _ontology()
            continue
        assert any(str(term) in str(triple) for triple in example)
        for triple in example:
            assert triple in triples or IMAGINED in str(triple.subject)


@pytest.mark.parametrize("term", sorted(set(_ontology()[: RDF.type : _CONTESTABLE])), ids=_local)
def test_contestable_example_names_a_statement(term: URIRef) -> None:
    """The example of a contestable property begins with a statement that ascribes it."""
    triples, _ = _published()
    predicate = ox.NamedNode(ONR + "predicate")
    for text in _ontology()[term : SKOS.example]:
        statement = ox.NamedNode(_STATEMENTS + str(text).partition(":")[0])
        assert ox.Triple(statement, predicate, ox.NamedNode(term)) in triples


def test_examples_are_made_up_only_for_want_of_real_ones() -> None:
    """As soon as the graph uses a term, its example comes from the graph."""
    triples, _ = _published()
    used = {n.value for t in triples for n in (t.predicate, t.object) if hasattr(n, "value")}
    assert [_local(t) for t in _terms() if _imagined(t) and str(t) in used] == []


def test_every_term_is_asked_for() -> None:
    """Each term that the graph uses is used by at least one competency question."""
    asked: set[str] = set()
    for path in QUESTIONS:
        text = re.sub(r"^\s*#.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        asked |= set(re.findall(r"\bonr:(\w+)", text))
    missing = [_local(t) for t in _terms() if _local(t) not in asked and not _imagined(t)]
    assert not missing, f"no question uses {', '.join(missing)}"


def test_hierarchies_have_no_cycle() -> None:
    """No class or property lies below itself, and no term is the inverse of itself."""
    for relation in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in set(_ontology().subjects(relation)):
            parents = set(_ontology()[term:relation])
            above = {a for p in parents for a in _ontology().transitive_objects(p, relation)}
            assert term not in above
    assert not any(a == b for a, b in _ontology().subject_objects(OWL.inverseOf))


def test_inverses_and_disjoint_classes_are_defined() -> None:
    """What an axiom names is explained here, and no class is disjoint with its parent."""
    terms = set(_terms())
    for pair in _ontology().subject_objects(OWL.inverseOf):
        assert all((one, RDF.type, OWL.ObjectProperty) in _ontology() for one in pair)
    for one, other in _ontology().subject_objects(OWL.disjointWith):
        assert {one, other} <= terms
        ancestors = set(_ontology().transitive_objects(one, RDFS.subClassOf))
        assert other not in ancestors
        assert one not in set(_ontology().transitive_objects(other, RDFS.subClassOf))


def test_disjoint_classes_share_nothing() -> None:
    """Nothing in the graph, asserted or derived, belongs to two disjoint classes."""
    triples, _ = _published()
    members = {
        str(c): {t.subject for t in triples if getattr(t.object, "value", "") == str(c)}
        for pair in _ontology().subject_objects(OWL.disjointWith)
        for c in pair
    }
    for one, other in _ontology().subject_objects(OWL.disjointWith):
        assert not members[str(one)] & members[str(other)], (one, other)


def test_axioms_stay_light() -> None:
    """No imports, no domain or range, no owl:sameAs, no closure that a shape states better."""
    heavy = (OWL.imports, RDFS.domain, RDFS.range, OWL.sameAs, OWL.equivalentClass)
    assert [p for p in heavy if (None, p, None) in _ontology()] == []
    assert (None, RDF.type, OWL.FunctionalProperty) not in _ontology()


def test_contestable_properties_have_no_axioms() -> None:
    """Nothing leads to or from a contestable property, so nothing contested can be derived."""
    contestable = set(_ontology()[: RDF.type : _CONTESTABLE])
    relations = (RDFS.subPropertyOf, OWL.inverseOf, OWL.equivalentProperty)
    for relation in relations:
        for pair in _ontology().subject_objects(relation):
            assert not contestable & set(pair)
    assert not contestable & set(_ontology()[: RDF.type : OWL.SymmetricProperty])
    assert not contestable & set(_ontology()[: RDF.type : OWL.TransitiveProperty])


def test_foreign_parents_stand_apart() -> None:
    """Only alignments.ttl puts a term below a foreign one; rdf:Property is no foreign term."""
    for path in FILES:
        graph = Graph().parse(path)
        for relation in (RDFS.subClassOf, RDFS.subPropertyOf):
            parents = {str(o) for o in graph.objects(None, relation)} - {str(RDF.Property)}
            foreign = [p for p in parents if not p.startswith(ONR)]
            assert not foreign or path.stem == "alignments"


def test_header_is_complete() -> None:
    """The header names version, licence, creator, prefix, title and description."""
    header = URIRef(ONR.rstrip("#"))
    assert list(_ontology()[: RDF.type : OWL.Ontology]) == [header]
    given = {re.split("[#/]", str(p))[-1] for p in _ontology().predicates(header)}
    wanted = "versionIRI versionInfo license creator title description preferredNamespacePrefix"
    assert set(wanted.split()) <= given


_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_BUILT_IN = tuple(str(space) for space in (RDF, RDFS, OWL))


def test_every_word_of_the_ontology_is_declared_once() -> None:
    """As OWL 2 DL asks: a property is of one kind, a class is a class, and no class lies below a
    word of RDF itself."""
    graph = _ontology()
    used = {str(p) for p in graph.predicates()} | {str(p) for p in _terms()}
    classes = {str(c) for c in graph.objects(None, RDF.type)}
    for relation in (RDFS.subClassOf, OWL.disjointWith):
        classes |= {str(c) for pair in graph.subject_objects(relation) for c in pair}
    assert not [c for c in graph.objects(None, RDFS.subClassOf) if c.startswith(_BUILT_IN)]
    for word in sorted(used | classes):
        if word.startswith(_BUILT_IN):
            continue
        types = set(graph[URIRef(word) : RDF.type])
        if word in classes:
            assert OWL.Class in types, word
        elif OWL.Class not in types and _CONTESTABLE not in types:
            assert len(types.intersection(_KINDS)) == 1, word
