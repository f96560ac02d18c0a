"""Facts that came or went, and a query → what its rows may be about that are other than they were,
and the facts that such rows come from.

From each fact one goes the way that the patterns of the query go, among all facts that there were
or are, and back again among those that are. What is found may be too much, but never too little.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyoxigraph as ox

from onrecord.rdf.runs import key_of
from onrecord.results import Results

_NAME: Final = "traces"
_MOST: Final = 500
"""Things of which the facts are looked up; where there are more, all rows are asked for."""


class Around:
    """Facts that stores have, and some that are gone."""

    def __init__(self, stores: Iterable[ox.Store], gone: Iterable[ox.Quad] = ()) -> None:
        self._stores = tuple(stores)
        self._gone: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
        for fact in gone:
            if isinstance(fact.object, ox.NamedNode):
                ends, name = (str(fact.subject)[1:-1], fact.object.value), fact.predicate.value
                self._gone[ends[0], name, True].add(ends[1])
                self._gone[ends[1], name, False].add(ends[0])

    def facts(self, it: str, name: str, forward: bool) -> Iterator[ox.Quad]:
        """The facts of a property that lead from a resource, or to it."""
        node, predicate = ox.NamedNode(it), ox.NamedNode(name)
        for store in self._stores:
            if forward:
                yield from store.quads_for_pattern(node, predicate, None)
            else:
                yield from store.quads_for_pattern(None, predicate, node)

    def step(self, it: str, name: str, forward: bool) -> Iterator[str]:
        """The resources to which a property leads from one, or led."""
        for fact in self.facts(it, name, forward):
            other = fact.object if forward else fact.subject
            if isinstance(other, ox.NamedNode):
                yield other.value
        yield from self._gone.get((it, name, forward), ())


def reached(
    query: str, about: str, differing: Iterable[ox.Quad], around: Around, results: Results
) -> frozenset[str] | None:
    """What the rows of a query may be about (a variable) that came or went with some facts; None
    where that cannot be told, or is much."""
    traces = _known(query, about, results)
    if traces is None:
        return None
    found: set[str] = set()
    for fact in differing:
        subject, predicate, value = (getattr(fact, end).value for end in _ENDS)
        for name, of, to, start, steps in traces:
            if name == predicate and of in ("", subject) and to in ("", value):
                if start == "object" and not isinstance(fact.object, ox.NamedNode):
                    continue
                there = {subject if start == "subject" else value}
                for step in steps:
                    there = {x for it in there for way in step for x in around.step(it, *way)}
                found |= there
        if len(found) > _MOST:
            return None
    return frozenset(found)


def behind(
    query: str, about: str, wanted: Iterable[str], around: Around, results: Results
) -> Iterator[ox.Quad]:
    """The facts from which all rows come that are about what is wanted."""
    here = set(wanted)
    for name, of, to, start, steps in _known(query, about, results) or ():
        there = here
        for step in reversed(steps):
            there = {x for it in there for n, forth in step for x in around.step(it, n, not forth)}
        for it in there:
            for fact in around.facts(it, name, start == "subject"):
                ends = str(fact.subject)[1:-1], getattr(fact.object, "value", "")
                if of in ("", ends[0]) and to in ("", ends[1]):
                    yield fact


def _known(query: str, about: str, results: Results) -> list[Any] | None:
    key = key_of(f"{about}\0{query}".encode("utf-8", "surrogatepass"))
    found: list[Any] | None = results.of(_NAME, key, _traces, (query, about))
    return found


_ENDS: Final = ("subject", "predicate", "object")


def _traces(given: tuple[str, str]) -> list[Any] | None:
    # Loaded here because traces are mostly known, and reading them takes a library.
    from onrecord.query.branches import traces

    try:
        return traces(*given)
    except Exception:  # what rdflib cannot read, another engine may
        return None
