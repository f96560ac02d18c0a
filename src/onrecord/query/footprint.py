"""A query → which facts it can see, so that after a change only those that see it are asked again,
and of these facts alone.

Told from the algebra of the query. What cannot be told (a variable that may be any property, a path
of no steps with open ends, DESCRIBE, functions that answer differently each time) counts as seeing
everything.
"""

import mmap
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

import pyoxigraph as ox

from onrecord.names import RDF
from onrecord.rdf.difference import Last
from onrecord.rdf.runs import key_of
from onrecord.results import Results

_TYPE: Final = ox.NamedNode(RDF + "type")
_KIND: Final = f"<{_TYPE.value}>".encode()
_NAME: Final = "footprints"
_ENDS: Final = ("subject", "predicate", "object")
_RARE: Final = 200
_FEW: Final = 8
"""Texts that are found in a dump in less time than it takes to look at all of its lines."""
Rows: TypeAlias = list[tuple[str, str, str]]


class Footprint(NamedTuple):
    """The facts that a query sees: those of some properties, those that give one of some classes,
    and those of a property (or of any: empty) of which an end has a class."""

    properties: frozenset[str]
    classes: frozenset[str]
    of_class: frozenset[tuple[str, str, str]]

    def sees(self, fact: ox.Quad, store: ox.Store) -> bool:
        """Whether the answer may change with a fact; the store has the facts of now."""
        predicate = fact.predicate.value
        if predicate in self.properties:
            return True
        if fact.predicate == _TYPE and getattr(fact.object, "value", "") in self.classes:
            return True
        # Whoever gained or lost the class is seen already, by the fact that gives it.
        return any(
            (not name or name == predicate) and _has(getattr(fact, end), kind, store)
            for name, end, kind in self.of_class
        )

    def lines(self, last: Last, store: ox.Store) -> bytes:
        """The facts that are many, as lines of the last dump. Reading all of it is faster than
        looking up as many facts on the disk."""
        often = {n for n, _, kind in self.of_class if n and not _is_rare(kind, store)}
        wanted = {f"<{name}>".encode() for name in self.properties | often}
        kinds = {f"<{name}>".encode() for name in self.classes}
        graphs = {f"<{name}>".encode() for name in last.graphs}
        found = []
        with Path(last.dump).open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            for line in _candidates(data, wanted, kinds):
                _, predicate, rest = line.split(b" ", 2)
                given = predicate == _KIND and rest.partition(b" ")[0] in kinds
                if (predicate in wanted or given) and rest.rsplit(b" ", 2)[1] in graphs:
                    found.append(line)
        return b"\n".join(found)

    def facts(self, store: ox.Store) -> Iterator[ox.Quad]:
        """The facts of which an end has a class, as far as they are no `lines`, from a store."""
        for name, end, kind in sorted(self.of_class):
            if name and not _is_rare(kind, store):
                continue
            found = store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind))
            for it in {quad.subject for quad in found}:
                wanted: list[Any] = [it if e == end else None for e in _ENDS]
                wanted[1] = wanted[1] or (ox.NamedNode(name) if name else None)
                yield from store.quads_for_pattern(*wanted)


def _is_rare(kind: str, store: ox.Store) -> bool:
    """Whether so few have a class that facts of them are looked up one by one."""
    found = store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind))
    return len(list(islice(found, _RARE))) < _RARE


def _candidates(data: mmap.mmap, wanted: set[bytes], kinds: set[bytes]) -> Iterable[bytes]:
    """Lines of which the facts may be some of these: those that name a property or class, or, to
    find many of them, all."""
    texts = [b" %b " % name for name in wanted] + [b" %b %b " % (_KIND, kind) for kind in kinds]
    if len(texts) > _FEW:
        return data[:].splitlines()
    found = {}
    for text in texts:
        at = data.find(text)
        while at >= 0:
            start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
            found[start] = data[start:end]
            at = data.find(text, end)
    return found.values()


def together(seen: Iterable[Footprint | None]) -> Footprint | None:
    """What several queries see."""
    found = list(seen)
    known = [of for of in found if of is not None]
    if len(known) < len(found):
        return None
    return Footprint(*(frozenset().union(*column) for column in zip(*known, strict=True)))


def footprint(query: str, prefixes: Mapping[str, str], results: Results) -> Footprint | None:
    """What a query sees; None where that may be everything."""
    key = key_of(repr((query, sorted(prefixes.items()))).encode("utf-8", "surrogatepass"))
    found = results.of(_NAME, key, _found, (query, prefixes))
    return None if found is None else Footprint(*map(frozenset, found))


def unchanged(seen: Footprint | None, differing: Iterable[ox.Quad] | None, store: ox.Store) -> bool:
    """Whether the answer of a query is what it was before these facts came or went."""
    if seen is None or differing is None:
        return False
    return not any(seen.sees(fact, store) for fact in differing)


def _found(given: tuple[str, Mapping[str, str]]) -> tuple[list[str], list[str], Rows] | None:
    # Loaded here because what queries see is mostly known, and reading them takes a library.
    from onrecord.query.algebra import Seen, seen_by

    try:
        seen = set(seen_by(*given))
    except Exception:  # what rdflib cannot read, another engine may
        return None
    if Seen() in seen:
        return None
    properties = {s.property for s in seen if not s.kind}
    classes = {s.kind for s in seen if s.kind and not s.end}
    ends = {(s.property, s.end, s.kind) for s in seen if s.end and s.property not in properties}
    return sorted(properties), sorted(classes), sorted(ends)


def _has(term: Any, kind: str, store: ox.Store) -> bool:
    """Whether a term has a class."""
    if not isinstance(term, ox.NamedNode):
        return False
    return any(store.quads_for_pattern(term, _TYPE, ox.NamedNode(kind)))
