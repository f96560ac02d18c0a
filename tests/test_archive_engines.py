"""The native SHACL engine finds what the reference finds, or is refused."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

import archives
from onrecord import pipeline
from onrecord.archive import intake, local
from onrecord.archive.context import Context, load
from onrecord.archive.describe import Described, describe
from onrecord.archive.engines import Native, Nothing, Reference, engine
from onrecord.archive.forms import lines_of
from onrecord.archive.records import Paper
from onrecord.errors import ConfigError, UsageError
from onrecord.extract.protocol import load as load_extractor
from onrecord.graph import SHAPES_GRAPH, KnowledgeGraph
from onrecord.names import RDF
from onrecord.rdf import parse_turtle
from onrecord.report import Finding
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = Path(__file__).parent / "shapes"
TYPE = ox.NamedNode(RDF + "type")


@cache
def _graph() -> KnowledgeGraph:
    return pipeline.prepare(Workspace.find(ROOT))


@cache
def _first_article() -> tuple[ox.Triple, ...]:
    names = _graph().names
    skip = {names.graph(name) for name in (SHAPES_GRAPH, "nanopublications")}
    return tuple(t for g, own in sorted(_graph().graphs.items()) if g not in skip for t in own)


@cache
def _engines() -> tuple[Reference, Native]:
    reference, native = engine("pyshacl", _graph()), engine("shacl", _graph())
    assert isinstance(reference, Reference)
    assert isinstance(native, Native)
    return reference, native


def _text(triples: Sequence[ox.Triple]) -> str:
    return "".join(f"{t.subject} {t.predicate} {t.object} .\n" for t in triples)


def _assert_same(triples: Sequence[ox.Triple]) -> int:
    """Holds every finding of both engines against each other, messages too."""
    text = _text(triples)
    reference, native = (Counter(map(_named, e.findings(text))) for e in _engines())
    assert native - reference == Counter(), "only the native engine finds these"
    assert reference - native == Counter(), "only the reference finds these"
    return reference.total()


def _named(finding: Finding) -> Finding:
    """Blank nodes have other names in each engine; how often something is found is kept."""
    if finding.focus.startswith("http"):
        return finding
    return replace(finding, focus="", message=finding.message.partition(": ")[2], value=None)


def _examples() -> list[ox.Triple]:
    """All examples of the shapes with their context and the ontology, each under its own base."""
    found = [*_graph().triples("ontology")]
    files = [EXAMPLES / "context.ttl", *sorted(EXAMPLES.glob("*Shape/*.ttl"))]
    for path in files:
        base = f"https://example.org/{path.parent.name}/{path.stem}/"
        quads = ox.parse(
            path=str(path),
            format=ox.RdfFormat.TURTLE,
            base_iri=base if path.name != "context.ttl" else None,
            rename_blank_nodes=True,
        )
        found += [ox.Triple(q.subject, q.predicate, q.object) for q in quads]
    return found


def test_examples() -> None:
    """Both engines find the same in every example of every shape."""
    assert _assert_same(_examples()) > 100


def test_first_article() -> None:
    """Both engines find the same in the first article."""
    _assert_same(_first_article())


def _mutated(seed: int) -> list[ox.Triple]:
    """A hundred statements' worth of the first article with some facts lost, doubled or bent."""
    dice = random.Random(seed)
    triples = list(_first_article())
    subjects = sorted({str(t.subject) for t in triples if "/statement/" in str(t.subject)})
    chosen = set(dice.sample(subjects, 40))
    mutated = [t for t in triples if str(t.subject) not in chosen or dice.random() > 0.15]
    for triple in [t for t in triples if str(t.subject) in chosen and dice.random() < 0.1]:
        value: ox.NamedNode | ox.Literal = dice.choice(
            [
                ox.Literal("x" * dice.choice((1, 95)), language=dice.choice(("de", "en", "fr"))),
                ox.Literal(
                    "eins zwei drei vier fünf sechs sieben acht neun zehn elf", language="de"
                ),
                ox.Literal("01", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
                ox.Literal("-3", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
                ox.NamedNode("https://w3id.org/onrecord/scheme/form#direct"),
                ox.NamedNode("https://example.org/nobody"),
                triple.object if isinstance(triple.object, ox.NamedNode) else ox.Literal(""),
            ]
        )
        if triple.predicate != TYPE:
            mutated.append(ox.Triple(triple.subject, triple.predicate, value))
    return mutated


@pytest.mark.parametrize("seed", [0, 19])
def test_mutated_article(seed: int) -> None:
    """Both engines find the same in a mutated article, and there is something to find; the
    second one compares a date with a number, on which SHACL and pyshacl do not agree."""
    assert _assert_same(_mutated(seed)) > 10


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(200))
def test_two_hundred_mutated_articles(seed: int) -> None:
    """Both engines find the same in two hundred mutated articles."""
    assert _assert_same(_mutated(seed)) > 10


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> tuple[Described, Context]:
    """An article of an archive, and what the archive knows."""
    folder = archives.newsroom(tmp_path_factory.mktemp("engines") / "w")
    context = load(Workspace.find(folder))
    paper = intake.read(1, archives.records(1)[0], 9_999)
    assert isinstance(paper, Paper)
    return describe(paper, load_extractor("rules"), context), context


@pytest.mark.parametrize("seed", range(4))
def test_articles_of_an_archive(described: tuple[Described, Context], seed: int) -> None:
    """An article is checked against those shapes only that its nodes can meet, and all that is
    wrong with it is found; lines are lost or bent at random."""
    whole, context = described
    dice = random.Random(seed)
    bent = {
        graph: b"".join(
            line.replace(b'"^^<', b'x"^^<') if dice.random() < 0.1 else line
            for line in lines_of(data)
            if b"#type>" in line or dice.random() > 0.1
        )
        for graph, data in whole.graphs.items()
    }
    broken = replace(whole, graphs=bent, typed=None)
    reference, native = (
        Counter(local.check(broken, context, engine(name, context.graph)))
        for name in ("pyshacl", "shacl")
    )
    assert native == reference
    assert len(native) > 20


def test_unknown_features_are_refused() -> None:
    """Shapes that use what the two engines were not compared on are not run natively."""
    shape = """@prefix sh: <http://www.w3.org/ns/shacl#> .
    <https://example.org/S> a sh:NodeShape ; sh:targetClass <https://example.org/C> ;
        sh:closed true ."""
    source = parse_turtle(shape.encode(), "closed.ttl")
    graph = _graph().with_graph(SHAPES_GRAPH, source.triples)
    with pytest.raises(ConfigError, match="sh:closed") as caught:
        Native.of(graph)
    assert "pyshacl" in (caught.value.hint or "")


def test_engines_by_name() -> None:
    """An engine that is not there is named with those that are; `none` finds nothing."""
    assert isinstance(engine("none", _graph()), Nothing)
    assert not list(engine("none", _graph()).findings("x"))
    with pytest.raises(UsageError, match="quick"):
        engine("quick", _graph())
