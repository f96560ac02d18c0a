"""Derivation: what follows is marked, and nothing contestable ever follows."""

import pyoxigraph as ox
import pytest

from onrecord import pipeline
from onrecord.derive import derive
from onrecord.errors import SourceError
from onrecord.graph import DERIVED, ONTOLOGY, from_sources, load
from onrecord.names import CONCEPT_PREFIXES, ONR, OWL, PROV, RDF, SCHEMA, Names
from onrecord.rdf import parse_turtle
from onrecord.rdf.bridge import rdflib_graph
from onrecord.workspace import Workspace

NAMES = Names("https://example.org/kg/")
S = NAMES.base + "statement/alfa-beta/"


def _has(triples: object, subject: str, predicate: str, value: str) -> bool:
    wanted = ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))
    return wanted in set(triples)  # type: ignore[call-overload]


def _ontology_and(text: str, extra: str) -> object:
    onr = f"@prefix onr: <{ONR}> . @prefix owl: <{OWL}> . @prefix rdfs: <urn:unused> .\n"
    head = onr.replace("urn:unused", "http://www.w3.org/2000/01/rdf-schema#")
    return from_sources(
        NAMES,
        {
            NAMES.graph(ONTOLOGY): [parse_turtle((head + text).encode(), "o.ttl")],
            NAMES.graph("article", "x"): [parse_turtle((head + extra).encode(), "a.ttl")],
        },
    )


def test_relations_become_direct_triples(workspace: Workspace) -> None:
    """A relation node gives the triple between the two statements."""
    derived = list(pipeline.prepare(workspace).triples(DERIVED))
    assert _has(derived, S + "klein-no-promise", ONR + "qualifies", S + "klein-examining")


def test_inverses_and_super_properties_follow(workspace: Workspace) -> None:
    """`statedBy` gives `states` and PROV's attribution."""
    derived = list(pipeline.prepare(workspace).triples(DERIVED))
    dora = NAMES.iri("person", "dora-klein")
    assert _has(derived, dora, ONR + "states", S + "klein-examining")
    assert _has(derived, S + "klein-examining", PROV + "wasAttributedTo", dora)


def test_origin_is_told_by_the_file(workspace: Workspace) -> None:
    """What stands in statements.ttl is curated, and says by which activity."""
    derived = list(pipeline.prepare(workspace).triples(DERIVED))
    origin = "https://w3id.org/onrecord/scheme/origin#curated"
    assert _has(derived, S + "klein-examining", ONR + "origin", origin)
    activity = NAMES.iri("article", "alfa-beta") + "#curation"
    assert _has(derived, S + "klein-examining", PROV + "wasGeneratedBy", activity)


def test_symmetric_and_transitive_relations_close() -> None:
    """OWL 2 RL's prp-symp and prp-trp, to the fixpoint."""
    graph = derive(
        _ontology_and(  # type: ignore[arg-type]
            "onr:near a owl:SymmetricProperty . onr:after a owl:TransitiveProperty .",
            "<urn:a> onr:near <urn:b> . <urn:a> onr:after <urn:b> . <urn:b> onr:after <urn:c> . "
            "<urn:c> onr:after <urn:d> .",
        )
    )
    derived = list(graph.triples(DERIVED))
    assert _has(derived, "urn:b", ONR + "near", "urn:a")
    assert _has(derived, "urn:a", ONR + "after", "urn:d")
    assert len(derived) == 4


def test_an_axiom_that_asserts_what_is_contested_is_refused() -> None:
    """An inverse of a contestable property would turn a claim into a fact."""
    graph = _ontology_and(
        "onr:investsIn a onr:ContestableProperty . onr:backs owl:inverseOf onr:investsIn .",
        "<urn:a> onr:backs <urn:b> .",
    )
    with pytest.raises(SourceError, match="investsIn"):
        derive(graph)  # type: ignore[arg-type]


def _plain_contestable(triples: object, contestable: set[str]) -> list[str]:
    return [str(t) for t in triples if str(t[1]) in contestable]  # type: ignore[attr-defined]


def test_owl_rl_closure_asserts_nothing_contestable() -> None:
    """Even a full OWL RL reasoner over ontology and facts finds no contestable plain triple."""
    from pathlib import Path

    import owlrl

    graph = pipeline.prepare(Workspace.find(Path(__file__).parent))
    contestable = {
        t.subject.value  # type: ignore[union-attr]
        for t in graph.triples(ONTOLOGY)
        if t.object == ox.NamedNode(ONR + "ContestableProperty")
    }
    assert len(contestable) > 10
    data = rdflib_graph(
        t for g, ts in graph.graphs.items() if not g.endswith("/shapes") for t in ts
    )
    before = len(data)
    closure = owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False)
    closure.expand(data)
    assert len(data) > before
    assert _plain_contestable(data, contestable) == []


def test_a_direct_quotation_is_projected_as_a_quotation(workspace: Workspace) -> None:
    """Other statements become claims; no verdict is given."""
    graph = pipeline.prepare(workspace)
    projected = list(graph.triples("schema-org"))
    assert _has(projected, S + "klein-examining", RDF + "type", SCHEMA + "Claim")
    assert not any("ClaimReview" in str(t) for t in projected)


def test_every_statement_is_a_nanopublication(workspace: Workspace) -> None:
    """Head, assertion, provenance and publication info hold all triples about the statement."""
    from onrecord.derive.nanopublications import nanopublication_graphs

    graph = pipeline.prepare(workspace)
    parts = nanopublication_graphs(graph)
    own = {g for g in parts if g.startswith(S + "klein-examining#")}
    assert own == {
        S + "klein-examining#" + n for n in ("head", "assertion", "provenance", "pubinfo")
    }
    about = {t for t in graph.triples() if str(t.subject).startswith(f"<{S}")}
    assert {t for ts in parts.values() for t in ts} == about


def test_concept_prefixes_name_schemes_of_the_ontology(workspace: Workspace) -> None:
    """The table of prefixes and the schemes on disk are the same."""
    graph = load(workspace)
    scheme = ox.NamedNode("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    found = {
        t.subject.value.rpartition("/")[2]  # type: ignore[union-attr]
        for t in graph.triples(ONTOLOGY)
        if t.object == scheme
    }
    assert found == set(CONCEPT_PREFIXES.values())
