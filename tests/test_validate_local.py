"""Shapes article by article give what the joint graph gives, and only what changed is checked."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from curating import curated
from onrecord import pipeline
from onrecord.confine import Ready, ready
from onrecord.graph import KnowledgeGraph
from onrecord.report import Finding
from onrecord.validate import local
from onrecord.validate.shacl import checker as checking
from onrecord.validate.shacl import run_shacl, shacl_beside
from onrecord.validate.sight import seen_from_afar
from onrecord.workspace import Workspace

Edit = Callable[[Path], None]


def _edit(name: str, pattern: str, new: str) -> Edit:
    def edit(home: Path) -> None:
        path = home / name
        old = path.read_text(encoding="utf-8")
        text = re.sub(pattern, new, old, count=1)
        assert text != old, pattern
        path.write_text(text, encoding="utf-8")

    return edit


MUTATIONS: Sequence[Edit] = (
    _edit("statements.ttl", r"onr:paragraph 3", "onr:paragraph 0"),
    _edit("statements.ttl", r"onr:form form:direct", "onr:form status:planned"),
    _edit("statements.ttl", r"onr:accordingTo report:[a-z0-9-]+ ; ", ""),
    _edit("statements.ttl", r"onr:statedBy medium:[a-z-]+", "onr:statedBy topic:uebernahmen"),
    _edit("statements.ttl", r"schema:value ", "schema:maxValue "),
    _edit("statements.ttl", r"onr:basis basis:inferred ;", ""),
    _edit("statements.ttl", r'"gereizt"@de , "irritable"@en', '"gereizt"@fr'),
    _edit("deals.ttl", r"onr:hasPosition st:report-status , ", "onr:hasPosition st:editors , "),
    _edit("deals.ttl", r"onr:hasPosition st:report-amount", "onr:hasPosition topic:uebernahmen"),
    _edit(
        "article.ttl", r"dcterms:publisher medium:[a-z-]+", "dcterms:publisher topic:uebernahmen"
    ),
    _edit("article.ttl", r"onr:textLength", "onr:paragraphCount"),
    _edit("evidence.ttl", r'oa:end "\d+"', 'oa:end "0"'),
)


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few articles are many here, and a run of the shapes takes few of them."""
    monkeypatch.setattr(local, "FEW", 0)
    monkeypatch.setattr(local, "_BATCH", 7_000)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Articles of two stories, each wrong in another way."""
    folder = curated().write_workspace(tmp_path_factory.mktemp("local") / "w", len(MUTATIONS))
    homes = sorted((folder / "kg/articles").iterdir())
    for home, mutate in zip(homes, MUTATIONS, strict=True):
        mutate(home)
    return Workspace.find(folder)


def _found(workspace: Workspace) -> set[Finding]:
    graph = pipeline.prepare(workspace)
    with local.shape_findings(graph, workspace) as findings:
        return set(findings())


@pytest.mark.system
def test_portions_give_the_findings_of_the_joint_graph(broken: Workspace) -> None:
    """The same findings with the same places, and a good many of them."""
    joint = set(run_shacl(pipeline.prepare(broken)))
    violations = [f for f in joint if f.severity == "violation"]
    assert len({f.rule for f in violations}) > 10
    assert _found(broken) == joint


@pytest.mark.system
def test_a_checker_that_was_ready_finds_the_same(broken: Workspace) -> None:
    """Of each portion of a graph."""
    graph = pipeline.prepare(broken)
    for portion in local.portions(graph):
        with (
            ready(checking) as checker,
            shacl_beside(graph, portion.triples, checker) as told,
            shacl_beside(graph, portion.triples) as inherited,
        ):
            assert set(told()) == set(inherited())


def test_what_did_not_change_is_not_checked_again(
    broken: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second check runs no shape; one edit runs those of its article and its neighbours; a
    comment that moves lines runs none and moves the places."""
    before = _found(broken)
    sizes: list[int] = []

    @contextmanager
    def counted(
        graph: KnowledgeGraph,
        part: Sequence[ox.Triple] | None = None,
        checker: Ready | None = None,
    ) -> Iterator[Callable[[], tuple[Finding, ...]]]:
        sizes.append(len(part or ()))
        with shacl_beside(graph, part, checker) as findings:
            yield findings

    monkeypatch.setattr(local, "shacl_beside", counted)
    assert _found(broken) == before
    assert sizes == []
    path = sorted((broken.kg / "articles").iterdir())[0] / "statements.ttl"
    path.write_text("# moved\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    moved = _found(broken)
    assert sizes == []
    assert moved == set(run_shacl(pipeline.prepare(broken)))
    assert moved != before
    _edit("statements.ttl", r"onr:polarity polarity:affirmed ;", "")(path.parent)
    assert _found(broken) == set(run_shacl(pipeline.prepare(broken)))
    assert len(sizes) < len(list(local._batches(local.portions(pipeline.prepare(broken)))))


def test_a_damaged_memory_is_no_memory(tmp_path: Path) -> None:
    """Whatever stands in the file, half of it or a finding changed by hand, is not believed."""
    workspace = Workspace.find(curated().write_workspace(tmp_path / "w", 1))
    graph = pipeline.prepare(workspace)
    _found(workspace)
    path = workspace.cache / "shapes.json"
    whole = path.read_bytes()
    changed = whole.replace(b'"info"', b'"warning"', 1)
    state = local._state(graph, workspace)
    assert local._recall(state, workspace)
    assert local._recall("another", workspace) == {}
    for damage in (b"", b'{"state": 1}', b"\x00\xff", whole[: len(whole) // 2], changed):
        path.write_bytes(damage)
        assert local._recall(state, workspace) == {}


def test_shapes_of_a_workspace_see_the_whole_graph(broken: Workspace, tmp_path: Path) -> None:
    """A shape that the package does not know may look anywhere, so nothing is cut for it."""
    assert broken.packaged("shapes")
    (tmp_path / "shapes").mkdir()
    assert not Workspace(tmp_path, broken.config).packaged("shapes")


SEEN = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://ex.org/> .
ex:Prefixes sh:declare ex:prefix . ex:prefix sh:prefix "ex" ; sh:namespace "http://ex.org/" .
ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:own , ex:far ; sh:sparql ex:ask .
ex:own sh:path ex:name ; sh:minCount 1 ; sh:equals ex:title .
ex:far sh:path ex:owner ; sh:or ( [ sh:node ex:Owner ] [ sh:class ex:Group ] ) .
ex:Owner sh:property [ sh:path ex:age ; sh:lessThan ex:limit ] .
ex:two sh:path ( ex:first ex:second ) .
ex:ask sh:select "SELECT $this { $this a ex:Thing ; ex:next/<http://ex.org/last> ?other }" .
"""


def test_what_shapes_look_at_from_another_node() -> None:
    """Paths of shapes for values, paths of several steps, whatever a query names: nothing else."""
    found = seen_from_afar(q.triple for q in ox.parse(SEEN, format=ox.RdfFormat.TURTLE))
    names = {iri.rpartition("/")[2].rpartition("#")[2] for iri in found}
    assert names == {"type", "age", "limit", "first", "second", "nil", "Thing", "next", "last"}
