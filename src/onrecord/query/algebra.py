"""The text of a query → the facts that its patterns see, read from rdflib's algebra of it.

Only parts of the algebra that are known are looked through; any other counts as seeing everything.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from rdflib.paths import AlternativePath, InvPath, MulPath, Path, SequencePath
from rdflib.plugins.sparql.algebra import translateGroupGraphPattern, translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.term import URIRef, Variable

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
Bound: TypeAlias = Mapping[Any, frozenset[str]]


class Seen(NamedTuple):
    """Facts of a property; with a class, those that give it; with an end (`subject`, `predicate`,
    `object`), those whose end has the class; with nothing, all."""

    property: str = ""
    kind: str = ""
    end: str = ""


def seen_by(query: str, prefixes: Mapping[str, str]) -> Iterator[Seen]:
    """The facts that a query sees; raises whatever rdflib raises where it cannot read it."""
    yield from _seen(translateQuery(parseQuery(query), initNs=dict(prefixes)).algebra, {})


def _seen(node: Any, bound: Bound) -> Iterator[Seen]:
    """What a part of the algebra sees, where variables are `bound` to one of some IRIs by what it
    is joined with."""
    name = node.name
    if name == "values":
        return
    if name == "BGP":
        yield from _pattern(list(node.triples), bound)
    elif name in _INNER:
        yield from _joined(node, bound)
    elif name.startswith("GroupGraphPattern"):
        yield from _seen(translateGroupGraphPattern(node), bound)
    elif name in ("Builtin_EXISTS", "Builtin_NOTEXISTS"):
        yield from _seen(node.graph, bound)
    elif name in _OUTER:
        # A variable inside of a query, or of groups, may be another one.
        yield from (s for part in node.values() for s in _inside(part, {}))
    elif _is_expression(name):
        yield from (s for part in node.values() for s in _inside(part, bound))
    else:
        yield Seen()


def _is_expression(name: str) -> bool:
    if name in _FICKLE:
        return False
    return (
        name == "TrueFilter"
        or name.startswith(("Builtin_", "Aggregate_", "Unary"))
        or name.endswith("Expression")
    )


def _joined(node: Any, bound: Bound) -> Iterator[Seen]:
    name = node.name
    first = _part(node, "p") or _part(node, "p1")
    left = {**bound, **_values(first)}
    if name == "Join":
        left |= _values(node.p2)
    for part in node.values():
        yield from _inside(part, bound if name == "Union" else left)


def _part(node: Any, key: str) -> Any:
    return dict.get(node, key)


def _inside(part: Any, bound: Bound) -> Iterator[Seen]:
    if isinstance(part, dict):
        yield from _seen(part, bound)
    elif isinstance(part, list | tuple | set | frozenset):
        for inner in part:
            yield from _inside(inner, bound)


def _values(node: Any) -> dict[Any, frozenset[str]]:
    """The variables that a part of the algebra binds to one of some IRIs, in each of its rows."""
    name = getattr(node, "name", "")
    if name in ("Filter", "Extend", "LeftJoin", "Minus"):
        return _values(_part(node, "p") or _part(node, "p1"))
    if name == "Join":
        return {**_values(node.p1), **_values(node.p2)}
    if name != "ToMultiSet" or node.p.name != "values":
        return {}
    rows = node.p.res
    every = set.intersection(*(set(row) for row in rows)) if rows else set()
    columns = {variable: [row[variable] for row in rows] for variable in every}
    return {
        variable: frozenset(map(str, terms))
        for variable, terms in columns.items()
        if all(isinstance(term, URIRef) for term in terms)
    }


def _pattern(patterns: list[_Triple], bound: Bound) -> Iterator[Seen]:
    """What the patterns of one group see."""
    kinds = {s: str(o) for s, p, o in patterns if p == _TYPE and isinstance(o, URIRef)}
    steady = {e for s, p, o in patterns if not isinstance(p, Path) for e in (s, o)}
    for triple in patterns:
        subject, predicate, value = triple
        if isinstance(predicate, Path):
            fixed = any(e in steady or isinstance(e, URIRef) for e in (subject, value))
            yield from (Seen(p) for p in _steps(predicate, fixed))
        elif isinstance(predicate, URIRef) or predicate in bound:
            names = (str(predicate),) if isinstance(predicate, URIRef) else bound[predicate]
            yield from (s for name in names for s in _of(name, value, bound))
        else:
            ends = ((e, kinds[t]) for e, t in zip(ENDS, triple, strict=True) if t in kinds)
            end, kind = next(ends, ("", ""))
            yield Seen("", kind, end)


def _of(name: str, value: Any, bound: Bound) -> Iterator[Seen]:
    if name == str(_TYPE) and isinstance(value, URIRef):
        yield Seen(name, str(value))
    elif name == str(_TYPE) and isinstance(value, Variable) and value in bound:
        yield from (Seen(name, kind) for kind in bound[value])
    else:
        yield Seen(name)


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
