"""Whatever changed in the sources: what is derived again is what is derived of the whole."""

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from curating import curated
from onrecord.derive import again, derive
from onrecord.graph import ENTITIES, KnowledgeGraph, load
from onrecord.names import Names
from onrecord.workspace import Workspace

ROOT = Path(__file__).parents[1]
Graphs = dict[str, tuple[ox.Triple, ...]]


@pytest.fixture(scope="module", params=["repository", "stories"])
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


@pytest.mark.parametrize("seed", range(40))
def test_the_same_follows(whole: Graphs, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts go or change, a graph goes or comes; graphs and store are those of the whole."""
    monkeypatch.setattr(again, "_MOST", 9)
    chance = random.Random(seed)
    names = _names(whole)
    data = [g for g in whole if "/graph/article/" in g or g.endswith(ENTITIES) or "background" in g]
    before, now = dict(whole), dict(whole)
    for graph in chance.sample(data, chance.randint(1, 2)):
        now[graph] = _edited(whole[graph], chance)
    if seed % 5 == 0:
        one = chance.choice(data)
        del (before if chance.random() < 0.5 else now)[one]
    old = derive(_graph(before))
    fresh = KnowledgeGraph(names, {g: ts for g, ts in now.items() if before.get(g) != ts})
    made = again.derive_again(old.runs, old.store, dict.fromkeys(now, ()), fresh)
    expected = derive(_graph(now))
    assert made is not None
    assert {g: [(r.owner, r.key) for r in rs] for g, rs in made.runs.items()} == {
        g: [(r.owner, r.key) for r in rs] for g, rs in expected.runs.items()
    }
    assert set(made.store) == set(expected.store)
    assert made.data_graphs == expected.data_graphs


def test_little_is_looked_at(whole: Graphs) -> None:
    """A gloss touches few documents, of which alone something may follow."""
    old = derive(_graph(whole))
    graph = next(g for g in whole if "/graph/article/" in g)
    gloss = next(t for t in whole[graph] if t.predicate.value.endswith("#gloss"))
    other = ox.Triple(gloss.subject, gloss.predicate, ox.Literal("anders", language="de"))
    fresh = KnowledgeGraph(
        old.names, {graph: tuple(other if t == gloss else t for t in whole[graph])}
    )
    made = again.derive_again(old.runs, old.store, dict.fromkeys(whole, ()), fresh)
    assert made is not None
    differing = {
        run.owner for g, runs in made.runs.items() for run in runs if run not in old.runs[g]
    }
    assert differing
