"""The text of a query → the facts that its patterns see, read from rdflib's algebra of it.

Only parts of the algebra that are known are looked through; any other counts as seeing everything.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from rdflib.paths import AlternativePath, InvPath, MulPath, Path, SequencePath
from rdflib.plugins.sparql.algebra import translateGroupGraphPattern, translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.term import URIRef

from onrecord.names import RDF

_TYPE: Final = URIRef(RDF + "type")
_FICKLE: Final = frozenset(f"Builtin_{n}" for n in "NOW RAND UUID STRUUID BNODE".split())
_OUTER: Final = frozenset(
    "SelectQuery AskQuery Project Distinct Reduced OrderBy Slice Group AggregateJoin ToMultiSet "
    "OrderCondition vars".split()
)
_INNER: Final = frozenset("Join LeftJoin Filter Extend Union Minus".split())
ENDS: Final = ("subject", "predicate", "object")
_Triple: TypeAlias = tuple[Any, Any, Any]


class Seen(NamedTuple):
    """Facts of a property (empty: of any); with a class, those that give it; with a class and an
    end (`subject`, `predicate`, `object`), those whose end has it."""

    property: str = ""
    kind: str = ""
    end: str = ""


class Known(NamedTuple):
    """What is known of variables from outside of a pattern: that they are one of some IRIs, that
    they have a class."""

    values: Mapping[Any, frozenset[str]]
    kinds: Mapping[Any, str]

    def and_of(self, node: Any) -> "Known":
        """With what a part of the algebra says of them in each of its rows."""
        values, kinds = _bound(node)
        return Known({**self.values, **values}, {**self.kinds, **kinds})


_NOTHING: Final = Known({}, {})


def seen_by(query: str, prefixes: Mapping[str, str]) -> Iterator[Seen]:
    """The facts that a query sees; raises whatever rdflib raises where it cannot read it."""
    yield from _seen(translateQuery(parseQuery(query), initNs=dict(prefixes)).algebra, _NOTHING)


def _seen(node: Any, known: Known) -> Iterator[Seen]:
    """What a part of the algebra sees; what is `known` comes from what it is joined with."""
    name = node.name
    if name == "values":
        return
    if name == "BGP":
        yield from _pattern(list(node.triples), known)
    elif name in _INNER:
        yield from _joined(node, known)
    elif name.startswith("GroupGraphPattern"):
        yield from _seen(translateGroupGraphPattern(node), known)
    elif name in ("Builtin_EXISTS", "Builtin_NOTEXISTS"):
        yield from _seen(node.graph, known)
    elif name in _OUTER:
        # A variable inside of a query, or of groups, may be another one.
        yield from (s for part in node.values() for s in _inside(part, _NOTHING))
    elif _is_expression(name):
        yield from (s for part in node.values() for s in _inside(part, known))
    else:
        yield Seen()


def _is_expression(name: str) -> bool:
    if name in _FICKLE:
        return False
    known = name.startswith(("Builtin_", "Aggregate_", "Unary")) or name.endswith("Expression")
    return known or name == "TrueFilter"


def _joined(node: Any, known: Known) -> Iterator[Seen]:
    name = node.name
    if name != "Union":
        known = known.and_of(_first(node))
    if name == "Join":
        known = known.and_of(node.p2)
    for part in node.values():
        yield from _inside(part, known)


def _first(node: Any) -> Any:
    return dict.get(node, "p") or dict.get(node, "p1")


def _inside(part: Any, known: Known) -> Iterator[Seen]:
    if isinstance(part, dict):
        yield from _seen(part, known)
    elif isinstance(part, list | tuple | set | frozenset):
        for inner in part:
            yield from _inside(inner, known)


def _bound(node: Any) -> Known:
    """What a part of the algebra says of variables in each of its rows."""
    name = getattr(node, "name", "")
    if name in ("Filter", "Extend", "LeftJoin", "Minus"):
        return _bound(_first(node))
    if name == "Join":
        return _bound(node.p1).and_of(node.p2)
    if name == "BGP":
        return Known({}, _kinds(node.triples))
    if name != "ToMultiSet" or node.p.name != "values":
        return _NOTHING
    rows = node.p.res
    every = set.intersection(*(set(row) for row in rows)) if rows else set()
    columns = {variable: [row[variable] for row in rows] for variable in every}
    values = {
        variable: frozenset(map(str, terms))
        for variable, terms in columns.items()
        if all(isinstance(term, URIRef) for term in terms)
    }
    return Known(values, {})


def _kinds(patterns: Iterable[_Triple]) -> dict[Any, str]:
    return {s: str(o) for s, p, o in patterns if p == _TYPE and isinstance(o, URIRef)}


def _pattern(patterns: list[_Triple], known: Known) -> Iterator[Seen]:
    """What the patterns of one group see."""
    kinds = {**known.kinds, **_kinds(patterns)}
    steady = {e for s, p, o in patterns if not isinstance(p, Path) for e in (s, o)}
    for triple in patterns:
        subject, predicate, value = triple
        ends = ((e, kinds[t]) for e, t in zip(ENDS, triple, strict=True) if t in kinds)
        end, kind = next(ends, ("", ""))
        if isinstance(predicate, Path):
            fixed = any(e in steady or isinstance(e, URIRef) for e in (subject, value))
            yield from (Seen(p) for p in _steps(predicate, fixed))
        elif isinstance(predicate, URIRef) or predicate in known.values:
            constant = isinstance(predicate, URIRef)
            for name in (str(predicate),) if constant else known.values[predicate]:
                given = list(_given(value, known)) if name == str(_TYPE) else []
                yield from (Seen(name, one) for one in given)
                if not given:
                    yield Seen(name, kind, end)
        else:
            yield Seen("", kind, end)


def _given(value: Any, known: Known) -> Iterable[str]:
    """The classes that a pattern for types can give; none where they are any."""
    if isinstance(value, URIRef):
        return (str(value),)
    return known.values.get(value, ())


def _steps(path: Any, fixed: bool) -> Iterator[str]:
    """The properties of a path; nothing for one of them where it may be any. A path that may have
    no step reaches every node, unless one of its ends is `fixed`."""
    if isinstance(path, URIRef):
        yield str(path)
    elif isinstance(path, AlternativePath | SequencePath):
        inner = fixed and not isinstance(path, SequencePath)
        yield from (name for step in path.args for name in _steps(step, inner))
    elif isinstance(path, InvPath):
        yield from _steps(path.arg, fixed)
    elif isinstance(path, MulPath) and (fixed or path.mod == "+"):
        yield from _steps(path.path, fixed)
    else:
        yield ""
