"""Derivation: what follows is marked, and nothing contestable ever follows."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import pytest

from onrecord import pipeline
from onrecord.derive import derive
from onrecord.errors import SourceError
from onrecord.graph import DERIVED, ONTOLOGY, from_sources, load
from onrecord.names import CONCEPT_PREFIXES, ONR, ORG, OWL, PROV, RDF, SCHEMA, SKOS, Names
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


def _one_literal_each(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """To a reasoner the literals of a property are all the same: one shows what follows from it,
    and thousands of labels only cost time."""
    seen: set[str] = set()
    for t in triples:
        if isinstance(t.object, ox.Literal):
            if t.predicate.value in seen:
                continue
            seen.add(t.predicate.value)
        yield t


@pytest.mark.system
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
    asked = (t for g, ts in graph.graphs.items() if not g.endswith("/shapes") for t in ts)
    data = rdflib_graph(_one_literal_each(asked))
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


QUOTED = """
<urn:quoted> a onr:Statement ; onr:form <https://w3id.org/onrecord/scheme/form#direct> ;
  onr:gloss "Man baue"@de , "They build"@en .
<urn:told> a onr:Statement ; onr:form <https://w3id.org/onrecord/scheme/form#indirect> ;
  onr:gloss "Man plane"@de , "They plan"@en .
"""


def test_our_words_are_never_the_text_of_a_quotation() -> None:
    """What a quotation says in our words is its abstract; its own words are not published."""
    projected = list(derive(_ontology_and(AGENTS, QUOTED)).triples("schema-org"))  # type: ignore[arg-type]
    assert _has(projected, "urn:quoted", RDF + "type", SCHEMA + "Quotation")
    assert _texts(projected, "urn:quoted", SCHEMA + "text") == set()
    assert _texts(projected, "urn:quoted", SCHEMA + "abstract") == {
        '"Man baue"@de',
        '"They build"@en',
    }
    assert _texts(projected, "urn:told", SCHEMA + "text") == {'"Man plane"@de', '"They plan"@en'}


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


def _texts(triples: object, subject: str, predicate: str) -> set[str]:
    node, prop = ox.NamedNode(subject), ox.NamedNode(predicate)
    return {str(t.object) for t in triples if (t.subject, t.predicate) == (node, prop)}  # type: ignore[attr-defined]


AGENTS = "onr:Company rdfs:subClassOf onr:Agent . onr:Person rdfs:subClassOf onr:Agent ."
PARTS = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
<urn:a> a onr:Person ; rdfs:label "Ada"@de , "Ada"@en .
<urn:c> a onr:Company ; rdfs:label "Werk"@de , "Works"@en .
<urn:deal> a onr:Deal ; onr:hasParticipation <urn:deal#p> .
<urn:deal#p> a onr:Participation ; onr:participant <urn:c> ; onr:role <urn:role> .
<urn:role> a skos:Concept ; skos:prefLabel "Käufer"@de , "buyer"@en .
<urn:a#job> a org:Membership ; org:member <urn:a> ; org:organization <urn:c> ; org:role <urn:role> .
<urn:s#sum> a onr:Amount ; onr:amountKind <urn:role> ; onr:amountText "bis zu 5 Euro"@de .
<urn:s#day> a onr:TimeExpression ; onr:timeText "erst 2028"@de ; onr:edtf "2028/.." .
<urn:s#x> a oa:SpecificResource ; onr:paragraph 2 ; oa:hasSelector <urn:s#q> , <urn:s#w> .
<urn:s#q> oa:exact "auf Eis"@de . <urn:s#w> oa:start 3 .
"""


def test_parts_are_named_by_what_they_say() -> None:
    """Nodes that no curator names get a label in both languages, concepts one as others have."""
    derived = list(derive(_ontology_and(AGENTS, PARTS)).triples(DERIVED))  # type: ignore[arg-type]
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    named = {
        "urn:deal#p": {'"Werk, Käufer"@de', '"Works, buyer"@en'},
        "urn:a#job": {'"Ada, Käufer, Werk"@de', '"Ada, buyer, Works"@en'},
        "urn:s#sum": {'"„bis zu 5 Euro“ (Käufer)"@de', '"“bis zu 5 Euro” (buyer)"@en'},
        "urn:s#day": {'"„erst 2028“ (2028/..)"@de', '"“erst 2028” (2028/..)"@en'},
        "urn:s#x": {'"Absatz 2: „auf Eis“"@de', '"paragraph 2: “auf Eis”"@en'},
        "urn:role": {'"Käufer"@de', '"buyer"@en'},
    }
    assert {it: _texts(derived, it, label) for it in named} == named
    assert _texts(derived, "urn:c", SKOS + "prefLabel") == {'"Werk"@de', '"Works"@en'}


def test_parties_and_members_are_said_directly() -> None:
    """A participation names the party of its deal, an office the company of its holder."""
    graph = derive(_ontology_and(AGENTS, PARTS))  # type: ignore[arg-type]
    derived = list(graph.triples(DERIVED))
    assert _has(derived, "urn:deal", ONR + "participant", "urn:c")
    assert _has(derived, "urn:a", ORG + "memberOf", "urn:c")
    projected = list(graph.triples("schema-org"))
    assert _has(projected, "urn:a", SCHEMA + "worksFor", "urn:c")
    assert _texts(projected, "urn:a", SCHEMA + "jobTitle") == {'"Käufer"@de', '"buyer"@en'}


def test_a_name_that_is_the_same_everywhere_stands_without_a_language() -> None:
    """People ask for a name, not for a name in a language."""
    projected = list(derive(_ontology_and(AGENTS, PARTS)).triples("schema-org"))  # type: ignore[arg-type]
    assert _texts(projected, "urn:a", SCHEMA + "name") == {'"Ada"', '"Ada"@de', '"Ada"@en'}
    assert _texts(projected, "urn:c", SCHEMA + "name") == {'"Werk"@de', '"Works"@en'}


def test_no_triple_stands_in_two_graphs(workspace: Workspace) -> None:
    """Engines whose union repeats what two graphs share still count right."""
    triples = list(pipeline.prepare(workspace).triples())
    assert len(triples) == len(set(triples))


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


def test_a_larger_graph_takes_over_the_store_of_the_smaller(workspace: Workspace) -> None:
    """It adds what is new and makes nothing twice; the smaller one makes its own again if asked."""
    small = pipeline.prepare(workspace)
    node = ox.NamedNode("https://example.org/new")
    first = small.store
    size = len(first)
    large = small.with_graph("new", [ox.Triple(node, node, node)])
    larger = large.with_graph("newer", [ox.Triple(node, node, ox.Literal("x"))])
    assert larger.store is first
    assert len(larger.store) == size + 2
    assert len(small.store) == size
    assert len(large.store) == size + 1
