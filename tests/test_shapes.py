"""Every shape and every violation query finds what it should, and nothing else."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH, Graph, Node, URIRef

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = Path(__file__).parent / "shapes"
SHAPES = "https://w3id.org/onrecord/shapes#"
FILES = sorted(EXAMPLES.glob("*Shape/*.ttl"))
CHECKS = sorted((ROOT / "shapes" / "checks").glob("*.rq"))
CHECK_FILES = sorted(EXAMPLES.glob("checks/*/*.ttl"))
_CONSTRAINTS = frozenset(
    """minCount maxCount class datatype nodeKind pattern languageIn uniqueLang in or minInclusive
    maxInclusive minExclusive minLength maxLength disjoint lessThan lessThanOrEquals
    sparql""".split()
)
_SUPER_CLASSES = """
INSERT { ?thing a ?class }
WHERE { ?thing a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>+ ?class }
"""


def _base(path: Path) -> str:
    """The IRI that the relative names of an example belong to."""
    return f"https://example.org/{path.parent.name}/{path.stem}/"


def _expected(path: Path) -> set[str]:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    if path.name.startswith("valid-"):
        return set()
    assert first.startswith("# expect: "), f"{path} does not name its finding"
    return set(first.removeprefix("# expect: ").split(", "))


@cache
def _shapes() -> Graph:
    graph = Graph()
    for path in sorted((ROOT / "shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


def _ontology_files() -> list[Path]:
    return sorted((ROOT / "ontology").rglob("*.ttl"))


def _owner(data: Graph, focus: Node) -> str:
    """The base of the file that a focus node, perhaps a blank one, stands in."""
    nodes = [focus, *data.objects(focus)] if not isinstance(focus, URIRef) else [focus]
    places = {str(n).rpartition("/")[0] + "/" for n in nodes if "example.org" in str(n)}
    return next(iter(sorted(places - {"https://example.org/context/", "https://example.org/"})), "")


@cache
def _data() -> Graph:
    """All examples with what they refer to; the nodes of each file have IRIs of their own."""
    data = Graph()
    for path in (*_ontology_files(), EXAMPLES / "context.ttl"):
        data.parse(path)
    for path in FILES:
        data.parse(path, publicID=_base(path))
    return data


@cache
def _results() -> Graph:
    """The report on all examples, validated in one run."""
    _, results, _ = pyshacl.validate(
        _data(), shacl_graph=_shapes(), inference="none", advanced=False
    )
    assert isinstance(results, Graph)
    return results


@cache
def _found() -> dict[str, set[str]]:
    """File base → local names of the shapes and constraints that found something in it."""
    results = _results()
    found = defaultdict(set)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus = results.value(result, SH.focusNode)
        source = results.value(result, SH.sourceConstraint) or results.value(result, SH.sourceShape)
        assert focus is not None
        found[_owner(_data(), focus)].add(str(source).removeprefix(SHAPES))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_example(path: Path) -> None:
    """A valid example has no finding, an invalid one exactly those that it names."""
    assert _found().get(_base(path), set()) == _expected(path)


def test_context_and_ontology_are_valid() -> None:
    """Nothing is found outside the examples: the ontology keeps its own rules."""
    assert set(_found()) <= {_base(path) for path in FILES}


def test_every_shape_has_valid_and_invalid_examples() -> None:
    """Each named node shape has a folder with at least one example of either verdict."""
    named = {
        str(s).removeprefix(SHAPES)
        for s in _shapes().subjects(RDF.type, SH.NodeShape)
        if (s, SH.name, None) in _shapes()
    }
    for verdict in ("valid", "invalid"):
        assert named == {p.parent.name for p in FILES if p.name.startswith(verdict + "-")}


def test_every_rule_is_broken_by_an_example() -> None:
    """Each shape or constraint that has a message is the finding of some invalid example."""
    rules = {str(s).removeprefix(SHAPES) for s in _shapes().subjects(SH.message)}
    broken = set().union(*map(_expected, FILES))
    assert rules - broken == set()
    assert broken - rules == set()


def test_every_shape_breaks_its_own_rules() -> None:
    """Each rule that a named shape lists, shared ones too, is broken by an example of its own."""
    missing = set()
    for shape in _shapes().subjects(RDF.type, SH.NodeShape):
        name = str(shape).removeprefix(SHAPES)
        broken = set().union(*(_expected(p) for p in FILES if p.parent.name == name))
        for rule in {*_shapes()[shape : SH.property], *_shapes()[shape : SH.sparql]}:
            if (shape, SH.name, None) in _shapes():
                rule_name = str(rule).removeprefix(SHAPES)
                missing |= {f"{name} {rule_name}"} if rule_name not in broken else set()
    assert missing == set(), "\n".join(sorted(missing))


def test_every_constraint_is_broken_by_an_example() -> None:
    """Each single constraint of a rule (a count, a class, a pattern …) is broken by an example."""
    broken = {
        (_results().value(r, SH.sourceShape), _results().value(r, SH.sourceConstraintComponent))
        for r in _results().subjects(RDF.type, SH.ValidationResult)
    }
    for rule in set(_shapes().subjects(SH.message)):
        for predicate in _shapes().predicates(rule):
            name = str(predicate).removeprefix(str(SH))
            component = URIRef(f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent")
            if name in _CONSTRAINTS:
                assert (rule, component) in broken, f"no example breaks sh:{name} of {rule}"


def test_shapes_speak_both_languages() -> None:
    """Names, descriptions and messages stand in German and English, one each."""
    for predicate in (SH.name, SH.description, SH.message):
        for shape in set(_shapes().subjects(predicate)):
            tags = sorted(
                str(getattr(o, "language", "")) for o in _shapes().objects(shape, predicate)
            )
            assert tags == ["de", "en"], (shape, predicate)


def test_shapes_have_iris_and_severities() -> None:
    """Every shape and constraint has an IRI; every property shape that speaks has a severity."""
    for kind in (SH.NodeShape, SH.PropertyShape, SH.SPARQLConstraint):
        for shape in _shapes().subjects(RDF.type, kind):
            assert isinstance(shape, URIRef)
            assert str(shape).startswith(SHAPES)
            speaks = kind == SH.PropertyShape and (shape, SH.message, None) in _shapes()
            assert not speaks or (shape, SH.severity, None) in _shapes()


def test_shapes_use_the_ontology() -> None:
    """No shape names a term or concept that the ontology does not define."""
    ontology = Graph()
    for path in _ontology_files():
        ontology.parse(path)
    known = set(ontology.subjects())
    used = {
        n
        for triple in _shapes()
        for n in triple
        if str(n).startswith(("https://w3id.org/onrecord/ns#", "https://w3id.org/onrecord/scheme/"))
        and isinstance(n, URIRef)
    }
    assert used - known == set()


@pytest.mark.system
def test_shapes_conform_to_shacl() -> None:
    """The shapes are well-formed by SHACL's own shapes."""
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=_shapes(), meta_shacl=True)
    assert conforms, text


def _rows(check: Path) -> list[ox.QuerySolution]:
    rows = _store().query(check.read_text(encoding="utf-8"))
    assert isinstance(rows, ox.QuerySolutions)
    return list(rows)


@cache
def _store() -> ox.Store:
    store = ox.Store()
    for path in (*_ontology_files(), EXAMPLES / "context.ttl"):
        store.load(path=path, format=ox.RdfFormat.TURTLE)
    for path in CHECK_FILES:
        store.load(path=path, format=ox.RdfFormat.TURTLE, base_iri=_base(path))
    store.update(_SUPER_CLASSES)
    return store


def _rule(check: Path) -> str:
    """The name of a check without its verdict."""
    return check.stem.removesuffix("-violation").removesuffix("-warning")


@pytest.mark.parametrize("path", CHECK_FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_check_example(path: Path) -> None:
    """A query finds an invalid example of its own and no valid one."""
    (check,) = (c for c in CHECKS if _rule(c) == path.parent.name)
    found = {str(row["focus"]).strip("<>") for row in _rows(check)}
    hit = any(iri.startswith(_base(path)) for iri in found)
    assert hit == path.name.startswith("invalid-")


@pytest.mark.parametrize("check", CHECKS, ids=lambda p: p.stem)
def test_check_is_well_kept(check: Path) -> None:
    """A query has a banner, examples of both verdicts, and speaks both languages."""
    name = _rule(check)
    assert check.stem != name
    assert check.read_text(encoding="utf-8").startswith("# ")
    verdicts = {p.stem.partition("-")[0] for p in (EXAMPLES / "checks" / name).glob("*.ttl")}
    assert verdicts == {"valid", "invalid"}
    for row in _rows(check):
        assert row["message_de"] is not None and row["message_en"] is not None
