"""What a query is told to see is enough: for its answer, and to know when that stays."""

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from curating import curated
from onrecord.derive import derive
from onrecord.graph import ENTITIES, KnowledgeGraph, load
from onrecord.names import Names
from onrecord.query import footprint as tested
from onrecord.query.footprint import Footprint, footprint, together, unchanged
from onrecord.rdf.difference import Last
from onrecord.results import Results
from onrecord.workspace import Workspace

ROOT = Path(__file__).parents[1]
FILES = [f for d in ("site/views", "shapes/checks", "kg/questions") for f in ROOT.glob(f"{d}/*.rq")]
PREFIXES = Names("https://w3id.org/onrecord/kg/").prefixes
RESULTS = Results()
Graphs = dict[str, tuple[ox.Triple, ...]]


def _seen(text: str) -> Footprint | None:
    return footprint(text, PREFIXES, RESULTS)


def _rows(store: ox.Store, text: str) -> list[str]:
    found = store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
    if isinstance(found, ox.QueryBoolean):
        return [str(bool(found))]
    assert isinstance(found, ox.QuerySolutions)
    return sorted(str(row) for row in found)


def _edited(graphs: Graphs, chance: random.Random) -> Graphs:
    """Facts of a graph or two go, or get the value of another one."""
    made = dict(graphs)
    data = [g for g in graphs if "/graph/article/" in g or g.endswith(ENTITIES)]
    for graph in chance.sample(data, min(2, len(data))):
        kept = list(made[graph])
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(kept))
            others = [t.object for t in kept if t.predicate == kept[at].predicate]
            old = kept.pop(at)
            if chance.random() < 0.6:
                kept.append(ox.Triple(old.subject, old.predicate, chance.choice(others)))
        made[graph] = tuple(dict.fromkeys(kept))
    return made


@pytest.fixture(scope="module", params=["repository", "stories"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Graphs:
    """The sources of the first article, or of stories that several articles tell."""
    folder = ROOT
    if request.param == "stories":
        folder = curated().write_workspace(tmp_path_factory.mktemp("stories"), 4)
    return dict(load(Workspace.find(folder)).graphs)


def _store(graphs: Graphs) -> ox.Store:
    base = next(g for g in graphs if g.endswith("graph/ontology")).removesuffix("graph/ontology")
    return derive(KnowledgeGraph(Names(base), graphs, dict.fromkeys(graphs, ()))).store


@pytest.mark.system
@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.torture) for seed in range(2, 12))]
)
def test_an_answer_changes_only_with_what_is_seen(whole: Graphs, seed: int) -> None:
    """Every query of the project, before and after facts went or changed."""
    chance = random.Random(seed)
    before = _store(whole)
    now = _store(_edited(whole, chance))
    differing = [*(set(before) ^ set(now))]
    stay = 0
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        if unchanged(_seen(text), differing, now):
            stay += 1
            assert _rows(before, text) == _rows(now, text), path.name
    assert stay > len(FILES) / 20


@pytest.mark.system
@pytest.mark.parametrize("rare", [0, 10_000])
def test_an_answer_needs_no_more_than_what_is_seen(
    whole: Graphs, rare: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every query gives on its own facts what it gives on all, whether these are looked up in the
    dump or in the store."""
    monkeypatch.setattr(tested, "_RARE", rare)
    store, dump = _store(whole), tmp_path / "dump.nq"
    store.dump(str(dump), format=ox.RdfFormat.N_QUADS)
    last = Last(graphs=frozenset(str(g)[1:-1] for g in store.named_graphs()), dump=str(dump))
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        seen = _seen(text)
        if seen is not None:
            narrow = ox.Store()
            narrow.load(seen.lines(last, store), format=ox.RdfFormat.N_QUADS)
            narrow.extend(seen.facts(store))
            assert len(narrow) < len(store)
            assert _rows(narrow, text) == _rows(store, text), path.name


ANY = None
A, B = ["a:p"], ["a:p", "a:q"]


@pytest.mark.parametrize(
    ("query", "properties", "classes", "of_class"),
    [
        ("SELECT * { ?s <a:p> ?o }", A, [], []),
        ("SELECT * { ?s <a:p>/^<a:q> ?o }", B, [], []),
        ("SELECT * { ?s (<a:p>|<a:q>)+ ?o }", B, [], []),
        ("SELECT * { ?s <a:q> 1 . ?s <a:p>* ?o }", B, [], []),
        ("SELECT * { ?s <a:p> ?o OPTIONAL { ?o <a:q> ?x } }", B, [], []),
        ("SELECT * { ?s <a:p> ?o FILTER (1 > 2 || !EXISTS { ?o <a:q> ?x }) }", B, [], []),
        ("SELECT * { ?s ?p ?o VALUES ?p { <a:p> <a:q> } }", B, [], []),
        ("SELECT * { ?s <a:p> ?o MINUS { ?s <a:q> ?o } }", B, [], []),
        ("SELECT (COUNT(?s) AS ?n) { ?s <a:p> ?o } GROUP BY ?o HAVING (?n > 1)", A, [], []),
        ("SELECT * { ?s a ?k VALUES ?k { <a:k> <a:l> } }", [], ["a:k", "a:l"], []),
        ("SELECT * { ?s a <a:k> ; <a:p> ?o }", [], ["a:k"], [("a:p", "subject", "a:k")]),
        ("ASK { ?p a <a:k> . ?s ?p ?o }", [], ["a:k"], [("", "predicate", "a:k")]),
        (
            "SELECT * { ?s a <a:k> FILTER NOT EXISTS { ?s ?p 4 } }",
            *([], ["a:k"], [("", "subject", "a:k")]),
        ),
        ("SELECT * { ?s ?p ?o }", ANY, [], []),
        ("SELECT * { ?s <a:p>* ?o }", ANY, [], []),
        ("SELECT * { ?s !<a:p> ?o }", ANY, [], []),
        ("SELECT * { { ?s ?p ?o } UNION { VALUES ?p { <a:p> } } }", ANY, [], []),
        ("SELECT * { { SELECT ?s { ?s ?p ?o } } VALUES ?p { <a:p> } }", ANY, [], []),
        ("SELECT * { ?s <a:p> ?o FILTER EXISTS { ?o ?q ?x } }", ANY, [], []),
        ("SELECT * { ?s <a:p> ?o MINUS { ?s ?q 4 } }", ANY, [], []),
        ("SELECT (RAND() AS ?r) { ?s <a:p> ?o }", ANY, [], []),
        ("SELECT * { GRAPH ?g { ?s <a:p> ?o } }", ANY, [], []),
        ("SELECT * { SERVICE <a:s> { ?s <a:p> ?o } }", ANY, [], []),
        ("DESCRIBE <a:p>", ANY, [], []),
        ("SELECT nonsense", ANY, [], []),
    ],
)
def test_what_a_query_sees(
    query: str,
    properties: list[str] | None,
    classes: list[str],
    of_class: list[tuple[str, str, str]],
) -> None:
    """The parts of SPARQL one by one; where nobody can tell, everything (`None`)."""
    expected = None
    if properties is not None:
        expected = (frozenset(properties), frozenset(classes), frozenset(of_class))
    assert footprint(query, {}, Results()) == expected
    assert together([_seen("ASK { ?s <a:p> ?o }"), None]) is None
