"""The documents of a first version as its changes: all are new, and told when somebody asks.

What each is told as is kept under the key of its facts; which there are and whom they concern, from
one build to the next, so that after a change only documents that are others are looked at.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, overload

from onrecord.diff import Change, Snapshot
from onrecord.diff.compare import added
from onrecord.diff.snapshot import ASSERTED, kind_of
from onrecord.graph import KnowledgeGraph
from onrecord.names import Names
from onrecord.rdf.runs import Run, key_of
from onrecord.results import Results
from onrecord.views.differing import differing

_TOLD: Final = "added"
_ALL: Final = "additions"
_PARTS: Final = (b"keys", b"statements", b"concerned")
Parts = list[tuple[str, Run]]


class Additions(Sequence[Change]):
    """The changes in their order; `statements` says of each document whether it is one, and
    `concerned` has for each resource the documents that concern it.

    Where the last build is `known`, the changes about `other` documents are others than then, and
    so is what concerns `touched` resources; where they `moved`, some came or went.
    """

    def __init__(self, graph: KnowledgeGraph, results: Results) -> None:
        self._results = results
        found: dict[str, Parts] = defaultdict(list)
        for iri, runs in graph.runs.items():
            if kind_of(iri) in ASSERTED:
                for run in runs:
                    found[run.owner].append((iri, run))
        self._keys = {it: key_of(b"".join(r.key for _, r in of)) for it, of in found.items()}
        before, statements, concerned = (results.before(_ALL, name) or {} for name in _PARTS)
        kept = before or None
        self.statements: dict[str, bool] = dict(statements)
        self.concerned: dict[str, list[str]] = {it: [*of] for it, of in concerned.items()}
        self.other, self.touched = set[str](), set[str]()
        self.moved = kept is None
        for it in differing(before, self._keys):
            given = it, found.get(it, []), graph.names
            told = results.of(_TOLD, self._keys[it], _added, given) if it in self._keys else None
            self._exchange(it, results.before(_TOLD, before.get(it)), told)
        self.known = kept is not None
        self._made: dict[str, Change] = {}
        results.carry(_TOLD, self._keys.values())
        olds, news = (before, statements, concerned), (self._keys, self.statements, self.concerned)
        for name, old, new in zip(_PARTS, olds, news, strict=True):
            if kept is not None and old == new:
                results.carry(_ALL, [name])
            else:
                results.put(_ALL, name, new)

    def _exchange(self, it: str, before: Any, told: Any) -> None:
        if before == told:
            return
        self.other.add(it)
        self.moved |= not before or not told or before[3] != told[3]
        for entity in before[2] if before else ():
            self.touched.add(entity)
            self.concerned[entity].remove(it)
            if not self.concerned[entity]:
                del self.concerned[entity]
        self.statements.pop(it, None)
        if told:
            self.statements[it] = told[3]
            for entity in told[2]:
                self.touched.add(entity)
                insort(self.concerned.setdefault(entity, []), it)

    @property
    def dated(self) -> set[str]:
        """All documents that a change is about or concerns."""
        return {*self.statements, *(self._keys.keys() & self.concerned.keys())}

    def concerning(self, entity: str, most: int | None = None) -> tuple[Change, ...]:
        """The changes that concern a resource, in their order, or the first of them."""
        found = self._sorted(self.concerned.get(entity, ()))
        return tuple(map(self._change, found[:most]))

    def about(self, entity: str) -> Change | None:
        """The change about a resource, if that concerns itself."""
        return self._change(entity) if entity in self.concerned.get(entity, ()) else None

    def among(self, most: int) -> bool:
        """Whether one of the first changes is another than it was."""
        return self.moved or not self.other.isdisjoint(self._order[:most])

    @cached_property
    def _order(self) -> list[str]:
        return self._sorted(self.statements)

    def _sorted(self, found: Mapping[str, Any] | Sequence[str]) -> list[str]:
        return sorted(found, key=lambda it: (not self.statements[it], it))

    def _change(self, it: str) -> Change:
        if it not in self._made:
            label, after, concerns, statement = self._results.now(_TOLD, self._keys[it])
            known = tuple(d for d in concerns if d in self._keys)
            made = Change("added", it, label, after=after, concerns=known, statement=statement)
            self._made[it] = made
        return self._made[it]

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        if isinstance(index, slice):
            return tuple(map(self._change, self._order[index]))
        return self._change(self._order[index])

    def __iter__(self) -> Iterator[Change]:
        return map(self._change, self._order)

    def __len__(self) -> int:
        return len(self.statements)


def _added(given: tuple[str, Parts, Names]) -> Any:
    it, parts, names = given
    alone = Snapshot.of({iri: run.triples for iri, run in parts}, "")
    change = added(it, alone, names)
    return change and (dict(change.label), change.after, change.concerns, change.statement)
