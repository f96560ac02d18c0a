"""Whatever changed in the sources: what is derived again is what is derived of the whole."""

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from curating import curated
from onrecord.derive import again, derive
from onrecord.graph import ENTITIES, KnowledgeGraph, load
from onrecord.names import Names
from onrecord.publish.catalog.counts import Census
from onrecord.results import Made, Results
from onrecord.validate import local
from onrecord.validate.portions import portions
from onrecord.validate.shacl import run_shacl
from onrecord.validate.touched import NAME, portions_again
from onrecord.views.about import About, about
from onrecord.views.tables import tables
from onrecord.workspace import Workspace

ROOT = Path(__file__).parents[1]
Graphs = dict[str, tuple[ox.Triple, ...]]
SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.torture) for seed in range(4, 60))]
"""Edits of the sources: a few in every run, the others where there is time."""


@pytest.fixture(
    scope="module", params=[pytest.param("repository", marks=pytest.mark.system), "stories"]
)
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Graphs:
    """The sources of the first article, or of stories that several articles tell."""
    folder = ROOT
    if request.param == "stories":
        folder = curated().write_workspace(tmp_path_factory.mktemp("stories"), 6)
    return dict(load(Workspace.find(folder)).graphs)


def _names(whole: Graphs) -> Names:
    return Names(next(g for g in whole if g.endswith("graph/ontology"))[: -len("graph/ontology")])


def _graph(graphs: Graphs) -> KnowledgeGraph:
    return KnowledgeGraph(_names(graphs), graphs, dict.fromkeys(graphs, ()))


def _edited(triples: tuple[ox.Triple, ...], chance: random.Random) -> tuple[ox.Triple, ...]:
    """Some facts less, and some whose value is that of another fact of the same property."""
    kept = list(triples)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(kept))
        old = kept[at]
        if chance.random() < 0.4 or old.predicate.value.endswith("#type"):
            del kept[at]
            continue
        others = [t.object for t in kept if t.predicate == old.predicate]
        kept[at] = ox.Triple(old.subject, old.predicate, chance.choice(others))
    return tuple(dict.fromkeys(kept))


def _change(whole: Graphs, seed: int) -> tuple[Graphs, Graphs]:
    """The graphs before and after facts went or changed; at times a graph went or came."""
    chance = random.Random(seed)
    data = [g for g in whole if "/graph/article/" in g or g.endswith(ENTITIES) or "background" in g]
    before, now = dict(whole), dict(whole)
    for graph in chance.sample(data, chance.randint(1, 2)):
        now[graph] = _edited(whole[graph], chance)
    if seed % 5 == 0:
        del (before if chance.random() < 0.5 else now)[chance.choice(data)]
    return before, now


def _again(old: KnowledgeGraph, now: Graphs) -> KnowledgeGraph:
    fresh = {g: ts for g, ts in now.items() if old.graphs.get(g) != ts}
    results = Results(old.results.new)
    graph = KnowledgeGraph(old.names, fresh, results=results)
    made = again.derive_again(old.runs, old.store, dict.fromkeys(now, ()), graph)
    assert made is not None
    return made


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_follows(whole: Graphs, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Graphs and store are those of the whole, and so are the portions that shapes are checked by,
    though only those that the change touches are put together."""
    monkeypatch.setattr(again, "_MOST", 9)
    before, now = _change(whole, seed)
    old = derive(_graph(before))
    old.results.new[NAME] = {p.name.encode(): p.key for p in portions(old)}
    made, expected = _again(old, now), derive(_graph(now))
    assert {g: [(r.owner, r.key) for r in rs] for g, rs in made.runs.items()} == {
        g: [(r.owner, r.key) for r in rs] for g, rs in expected.runs.items()
    }
    assert set(made.store) == set(expected.store)
    assert made.data_graphs == expected.data_graphs
    found = portions_again(made)
    if found is not None:
        full = {p.name: p for p in portions(expected)}
        assert [(p.name, p.key) for p in found] == [(n, p.key) for n, p in full.items()]
        assert all(p.own == full[p.name].own for p in found if p.triples)


@pytest.mark.system
@pytest.mark.parametrize("seed", SEEDS)
def test_shapes_find_the_same(
    whole: Graphs, seed: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Of an article that changed only the nodes are checked from which something looks different;
    with what was found before at the others that is what the whole graph gives."""
    monkeypatch.setattr(again, "_MOST", 9)
    monkeypatch.setattr(local, "FEW", 0)
    workspace = Workspace(tmp_path, Workspace.find(ROOT).config)
    before, now = _change(whole, seed)
    old = derive(_graph(before))
    with local.shape_findings(old, workspace) as findings:
        assert set(findings()) == set(run_shacl(old))
    made = _again(old, now)
    with local.shape_findings(made, workspace) as findings:
        assert set(findings()) == set(run_shacl(derive(_graph(now))))


@pytest.mark.parametrize("seed", range(12))
def test_tables_and_counts_are_those_of_the_whole(whole: Graphs, seed: int) -> None:
    """What only takes out and puts in what changed is what is made of all documents."""
    before, now = (derive(_graph(graphs)) for graphs in _change(whole, seed))
    results = Results()
    tables(_abouts(before, results), None, results)
    Census.of(before, results)
    results.carry("about", [found.key for found in before.documents.values()])
    results = Results(results.new)
    old, new = before.documents, now.documents
    changed = [
        (it, old[it].key if it in old else None)
        for it in {*old, *new}
        if it not in old or it not in new or old[it].key != new[it].key
    ]
    assert tables(_abouts(now, results), changed, results) == tables(
        _abouts(now, Results()), None, Results()
    )
    assert Census.of(now, results) == Census.of(now, Results())


def _abouts(graph: KnowledgeGraph, results: Results) -> Made[About]:
    found = graph.documents
    return Made(found, lambda it: about(found[it], results))


def test_little_is_looked_at(whole: Graphs) -> None:
    """A gloss touches few documents, of which alone something may follow."""
    old = derive(_graph(whole))
    graph = next(g for g in whole if "/graph/article/" in g)
    gloss = next(t for t in whole[graph] if t.predicate.value.endswith("#gloss"))
    other = ox.Triple(gloss.subject, gloss.predicate, ox.Literal("anders", language="de"))
    old.results.new[NAME] = {p.name.encode(): p.key for p in portions(old)}
    made = _again(old, {**whole, graph: tuple(other if t == gloss else t for t in whole[graph])})
    before = {(g, run.owner, run.key) for g, runs in old.runs.items() for run in runs}
    now = {(g, run.owner, run.key) for g, runs in made.runs.items() for run in runs}
    assert {owner for _, owner, _ in now - before} == {gloss.subject.value}
    found = portions_again(made)
    assert found is not None
    assert any(not p.triples for p in found)
