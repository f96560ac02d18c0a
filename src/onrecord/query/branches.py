"""The text of a query → how one gets from each fact that a row may come from to what the row is
about, read from rdflib's algebra of it.

Only joins, optional parts, unions, filters, values, expressions and what is taken away are read;
whatever else there is raises `ValueError`, for then nothing can be told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, count, product
from typing import Any, Final, TypeAlias

from rdflib.paths import AlternativePath, InvPath
from rdflib.plugins.sparql.algebra import translateGroupGraphPattern, translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.term import URIRef, Variable

_OUTER: Final = ("SelectQuery", "Project", "Distinct", "Reduced", "OrderBy")
Step: TypeAlias = list[tuple[str, bool]]
"""Properties, each with whether one goes from subject to object."""
Trace: TypeAlias = tuple[str, str, str, str, list[Step]]
"""A property; the subject and the object that a fact has to have (empty: any); the end of the fact
(`subject`, `object`) from which steps lead to what rows are about."""


@dataclass(frozen=True)
class _Pattern:
    """A triple pattern, and the groups that it stands in which need not hold (optional ones, those
    that are taken away or only asked for), from the outermost on."""

    subject: Any
    ways: Step
    object: Any
    groups: tuple[int, ...]

    def ends(self) -> Iterator[tuple[Any, Any, Step]]:
        """From one end, to the other one, by which step."""
        yield self.subject, self.object, self.ways
        yield self.object, self.subject, [(name, not forward) for name, forward in self.ways]


@dataclass(frozen=True)
class _Branch:
    """Patterns that are joined, what is known of variables, and of which ones others are made."""

    triples: tuple[tuple[Any, tuple[int, ...]], ...] = ()
    values: Mapping[Any, frozenset[Any]] = field(default_factory=dict)
    made: Mapping[Any, frozenset[Any]] = field(default_factory=dict)

    def joined(self, other: "_Branch") -> "_Branch":
        return _Branch(
            self.triples + other.triples,
            {**self.values, **other.values},
            {**self.made, **other.made},
        )


def traces(
    query: str,
    about: str,
    prefixes: Mapping[str, str],
    *,
    subject: bool = False,
    bound: bool = False,
) -> list[Trace]:
    """The traces of a query to the variable that its rows are `about`; if it has to be a `subject`,
    there is no row in which it is a literal or nothing; if it has to be `bound`, none in which it
    is nothing or made of others."""
    node = translateQuery(parseQuery(query), initNs=dict(prefixes)).algebra
    while node.name in _OUTER:
        node = node.p
    target, numbers = Variable(about), count(1)
    branches = _branches(node, (), numbers)
    for triples in (branch.triples for branch in branches if subject):
        if not any(t[0] == target and not groups and _is_plain(t[1]) for t, groups in triples):
            raise ValueError(f"{target} need not be a resource")
    for branch in branches if bound else ():
        given = any(target in (t[0], t[2]) and not groups for t, groups in branch.triples)
        if target in branch.made or not given:
            raise ValueError(f"{target} need not be given")
    return [t for branch in branches for t in _traces(branch, target)]


def _is_plain(predicate: Any) -> bool:
    return isinstance(predicate, URIRef | Variable)


def _branches(node: Any, groups: tuple[int, ...], numbers: Iterator[int]) -> list[_Branch]:
    name = node.name
    if name == "BGP":
        return [_Branch(tuple((triple, groups) for triple in node.triples))]
    if name == "ToMultiSet" and node.p.name == "values":
        rows = node.p.res
        columns = set.intersection(*(set(row) for row in rows)) if rows else set()
        return [_Branch(values={c: frozenset(row[c] for row in rows) for c in columns})]
    if name == "Union":
        return [*_branches(node.p1, groups, numbers), *_branches(node.p2, groups, numbers)]
    if name not in ("Join", "LeftJoin", "Minus", "Filter", "Extend"):
        raise ValueError(name)
    parts = [_branches(node.p if name in ("Filter", "Extend") else node.p1, groups, numbers)]
    if name in ("Join", "LeftJoin", "Minus"):
        inner = groups if name == "Join" else (*groups, next(numbers))
        parts.append(_branches(node.p2, inner, numbers))
    used = _variables(node.get("expr"))
    for asked in _asked(node.get("expr")):
        graph = translateGroupGraphPattern(asked)
        parts.append(_branches(graph, (*groups, next(numbers)), numbers))
    if name == "Extend":
        parts.append([_Branch(made={node.var: used})])
    return [reduce(_Branch.joined, found) for found in product(*parts)]


def _asked(part: Any) -> Iterator[Any]:
    """The groups of which an expression asks whether there are such facts."""
    if "EXISTS" in getattr(part, "name", ""):
        yield part.graph
    else:
        for inside in _inside(part):
            yield from _asked(inside)


def _variables(part: Any) -> frozenset[Any]:
    """The variables of an expression."""
    if isinstance(part, Variable):
        return frozenset({part})
    if "EXISTS" in getattr(part, "name", ""):
        return frozenset()
    return frozenset(chain.from_iterable(map(_variables, _inside(part))))


def _inside(part: Any) -> Iterable[Any]:
    inside = part.values() if isinstance(part, dict) else part
    return () if isinstance(inside, str) or not isinstance(inside, Iterable) else inside


def _traces(branch: _Branch, target: Any) -> Iterator[Trace]:
    wanted = _sources(branch, target)
    patterns = [_pattern(triple, groups, branch) for triple, groups in branch.triples]
    for pattern in patterns:
        for goal in wanted:
            start, steps = _way(pattern, goal, patterns)
            for name, forward in pattern.ways:
                ends = pattern.subject, pattern.object
                subject, value = ends if forward else ends[::-1]
                end = "subject" if start is subject else "object"
                yield name, _constant(subject), _constant(value), end, steps


def _sources(branch: _Branch, target: Any) -> frozenset[Any]:
    """The variables of patterns whose values the target may have."""
    if target in branch.made:
        return frozenset(chain.from_iterable(_sources(branch, v) for v in branch.made[target]))
    if any(target in (triple[0], triple[2]) for triple, _ in branch.triples):
        return frozenset({target})
    given = branch.values.get(target)
    if given is None or any(isinstance(value, URIRef) for value in given):
        raise ValueError(f"{target} is in no pattern")
    return frozenset()


def _pattern(triple: Any, groups: tuple[int, ...], branch: _Branch) -> _Pattern:
    subject, predicate, value = triple
    paths = predicate.args if isinstance(predicate, AlternativePath) else (predicate,)
    ways = [(p.arg, False) if isinstance(p, InvPath) else (p, True) for p in paths]
    if isinstance(predicate, Variable):
        ways = [(p, True) for p in branch.values.get(predicate, ())]
    if not ways or not all(isinstance(name, URIRef) for name, _ in ways):
        raise ValueError("may see any property")
    return _Pattern(subject, sorted((str(n), f) for n, f in ways), value, groups)


def _constant(term: Any) -> str:
    return str(term) if isinstance(term, URIRef) else ""


def _way(pattern: _Pattern, goal: Any, patterns: list[_Pattern]) -> tuple[Any, list[Step]]:
    """The end of a pattern from which steps lead to a variable, and the fewest steps; only through
    patterns that hold wherever the pattern does. Steps begin at the subject where they can: of one
    object, a text above all, thousands of facts may tell."""
    there = [p for p in patterns if p is not pattern and _holds(p, pattern)]
    ends = sorted((pattern.subject, pattern.object), key=lambda end: bool(end != goal))
    for end in ends:
        steps = _steps(end, goal, there) if isinstance(end, Variable) else None
        if steps is not None:
            return end, steps
    raise ValueError(f"no way to {goal}")


def _holds(pattern: _Pattern, wherever: _Pattern) -> bool:
    """Whether a pattern holds wherever another one does."""
    return pattern.groups == wherever.groups[: len(pattern.groups)]


def _steps(start: Any, goal: Any, patterns: list[_Pattern]) -> list[Step] | None:
    """The fewest steps through patterns from one variable to another; None: none lead there."""
    reached: dict[Any, list[Step]] = {start: []}
    todo = [start]
    for variable in todo:
        if variable == goal:
            return reached[variable]
        for one, other, step in chain.from_iterable(p.ends() for p in patterns):
            if one == variable and isinstance(other, Variable) and other not in reached:
                reached[other] = [*reached[variable], step]
                todo.append(other)
    return None
