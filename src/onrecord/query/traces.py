"""Facts that came or went, and a query → what its rows may be about that are other than they were,
and the facts that such rows come from.

From each fact one goes the way that the patterns of the query go, among all facts that there were
or are, and back again among those that are. What is found may be too much, but never too little.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple

import pyoxigraph as ox

from onrecord.rdf.runs import key_of
from onrecord.results import Results

_NAME: Final = "traces"
_MOST: Final = 500
"""Things of which the facts are looked up; where there are more, all rows are asked for."""
_FEW: Final = 1_000
"""Facts that are looked up at one thing in no time."""


class Many(Exception):
    """More facts than somebody wants to look up."""


class Around:
    """Facts that stores have, and some that are gone; if only a `few` are wanted, looking up more
    at one thing raises `Many`."""

    def __init__(
        self, stores: Iterable[ox.Store], gone: Iterable[ox.Quad] = (), *, few: bool = False
    ) -> None:
        self._stores, self._few = tuple(stores), few
        self._known: dict[tuple[Any, str, bool], tuple[ox.Quad, ...]] = {}
        self._gone: dict[tuple[Any, str, bool], set[Any]] = defaultdict(set)
        for fact in gone:
            self._gone[fact.subject, fact.predicate.value, True].add(fact.object)
            self._gone[fact.object, fact.predicate.value, False].add(fact.subject)

    def facts(self, it: Any, name: str, forward: bool) -> tuple[ox.Quad, ...]:
        """The facts of a property that lead from a term, or to it; looked up once, as many queries
        go the same ways."""
        known = self._known.get((it, name, forward))
        if known is None:
            facts = self._facts(it, name, forward)
            known = tuple(islice(facts, _FEW)) if self._few else tuple(facts)
            if self._few and next(facts, None):
                raise Many
            self._known[it, name, forward] = known
        return known

    def _facts(self, it: Any, name: str, forward: bool) -> Iterator[ox.Quad]:
        predicate = ox.NamedNode(name)
        for store in self._stores:
            if not forward:
                yield from store.quads_for_pattern(None, predicate, it)
            elif isinstance(it, ox.NamedNode):
                yield from store.quads_for_pattern(it, predicate, None)

    def step(self, it: Any, name: str, forward: bool) -> Iterator[Any]:
        """The terms to which a property leads from one, or led."""
        yield from (
            fact.object if forward else fact.subject for fact in self.facts(it, name, forward)
        )
        yield from self._gone.get((it, name, forward), ())


class Asked(NamedTuple):
    """A query, the variable that its rows are about, the prefixes that it need not name, whether
    rows about literals count too, and whether all rows that there are have a term in it that is in
    a fact."""

    query: str
    about: str
    prefixes: Mapping[str, str] = {}
    literals: bool = False
    bound: bool = False


def reached(
    asked: Asked, differing: Iterable[ox.Quad], around: Around, results: Results
) -> frozenset[str] | None:
    """The IRIs that rows of a query may be about which came or went with some facts; None where
    that cannot be told, or is much, or where one that has to be `bound` may be no IRI."""
    traces = traces_of(asked, results)
    if traces is None:
        return None
    found: set[str] = set()
    for fact in differing:
        for name, of, to, start, steps in traces:
            if name == fact.predicate.value and _fits(fact, of, to):
                there = {fact.subject if start == "subject" else fact.object}
                for step in steps:
                    there = {x for it in there for way in step for x in around.step(it, *way)}
                named = {it.value for it in there if isinstance(it, ox.NamedNode)}
                if asked.bound and len(named) < len(there):
                    return None
                found |= named
        if len(found) > _MOST:
            return None
    return frozenset(found)


def behind(
    asked: Asked, wanted: Iterable[str], around: Around, results: Results
) -> Iterator[ox.Quad]:
    """The facts from which all rows come that are about what is wanted."""
    here = {ox.NamedNode(it) for it in wanted}
    for name, of, to, start, steps in traces_of(asked, results) or ():
        there: set[Any] = set(here)
        for step in reversed(steps):
            there = {x for it in there for n, forth in step for x in around.step(it, n, not forth)}
        for it in there:
            for fact in around.facts(it, name, start == "subject"):
                if _fits(fact, of, to):
                    yield fact


def _fits(fact: ox.Quad, subject: str, value: str) -> bool:
    """Whether a fact has these ends, where they are given."""
    same = not subject or subject == getattr(fact.subject, "value", "")
    return same and (not value or value == getattr(fact.object, "value", ""))


def traces_of(asked: Asked, results: Results) -> list[Any] | None:
    """The ways from facts to what rows are about; None where they cannot be told."""
    row = (*asked[:2], sorted(asked.prefixes.items()), *asked[3:])
    key = key_of(repr(row).encode("utf-8", "surrogatepass"))
    found: list[Any] | None = results.of(_NAME, key, _traces, asked)
    return found


def _traces(given: Asked) -> list[Any] | None:
    # Loaded here because traces are mostly known, and reading them takes a library.
    from onrecord.query.branches import traces

    try:
        wanted = {"subject": given.literals, "bound": given.bound}
        return traces(given.query, given.about, given.prefixes, **wanted)
    except Exception:  # what rdflib cannot read, another engine may
        return None
