"""Axioms of the ontology + triples → their closure: inverses, symmetric and transitive
relations, super-properties and super-classes.

The rules are OWL 2 RL's prp-inv1/2, prp-symp, prp-trp, prp-spo1 and cax-sco.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from onrecord.names import ONR, OWL, RDF, RDFS

_TYPE: Final = ox.NamedNode(RDF + "type")
_THING: Final = OWL + "Thing"


@dataclass(frozen=True)
class Axioms:
    """What the ontology says of properties and classes; all IRIs."""

    inverse: Mapping[str, frozenset[str]]
    symmetric: frozenset[str]
    transitive: frozenset[str]
    super_properties: Mapping[str, frozenset[str]]
    super_classes: Mapping[str, frozenset[str]]
    contestable: frozenset[str]

    @property
    def starting(self) -> frozenset[str]:
        """The properties from which something follows."""
        return frozenset({*self.inverse, *self.super_properties, *self.symmetric, *self.transitive})

    @classmethod
    def read(cls, triples: Iterable[ox.Triple]) -> "Axioms":
        """Reads the axioms out of the ontology's triples."""
        pairs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        types: dict[str, set[str]] = defaultdict(set)
        for t in triples:
            if not isinstance(t.object, ox.NamedNode) or not isinstance(t.subject, ox.NamedNode):
                continue
            if t.predicate == _TYPE:
                types[t.object.value].add(t.subject.value)
            pairs[t.predicate.value][t.subject.value].add(t.object.value)
        inverse: dict[str, set[str]] = defaultdict(set)
        for one, others in pairs[OWL + "inverseOf"].items():
            for other in others:
                inverse[one].add(other)
                inverse[other].add(one)
        return cls(
            {p: frozenset(q) for p, q in inverse.items()},
            frozenset(types[OWL + "SymmetricProperty"]),
            frozenset(types[OWL + "TransitiveProperty"]),
            _transitive(pairs[RDFS + "subPropertyOf"]),
            _transitive(pairs[RDFS + "subClassOf"]),
            frozenset(types[ONR + "ContestableProperty"]),
        )


def _transitive(pairs: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    reached = {}
    for start in pairs:
        found: set[str] = set()
        todo = list(pairs[start])
        while todo:
            node = todo.pop()
            if node not in found and node != start and node != _THING:
                found.add(node)
                todo += pairs.get(node, ())
        reached[start] = frozenset(found)
    return reached


def closure(asserted: set[ox.Triple], seeds: set[ox.Triple], axioms: Axioms) -> set[ox.Triple]:
    """Everything that follows from the asserted triples and the seeds, and the seeds."""
    known = asserted | seeds
    start = axioms.starting
    todo = [t for t in known if t.predicate.value in start or t.predicate == _TYPE]
    outgoing: dict[tuple[str, str], set[ox.Triple]] = defaultdict(set)
    incoming: dict[tuple[str, str], set[ox.Triple]] = defaultdict(set)
    while todo:
        triple = todo.pop()
        new = list(_consequences(triple, axioms))
        if triple.predicate.value in axioms.transitive:
            new += _chain(triple, outgoing, incoming)
        for other in new:
            if other not in known:
                known.add(other)
                todo.append(other)
    return known - asserted | seeds


def _consequences(triple: ox.Triple, axioms: Axioms) -> Iterable[ox.Triple]:
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if predicate == _TYPE:
        for parent in axioms.super_classes.get(getattr(value, "value", ""), ()):
            yield ox.Triple(subject, _TYPE, ox.NamedNode(parent))
        return
    name = predicate.value
    for parent in axioms.super_properties.get(name, ()):
        yield ox.Triple(subject, ox.NamedNode(parent), value)
    if isinstance(value, ox.NamedNode):
        for inverse in axioms.inverse.get(name, ()):
            yield ox.Triple(value, ox.NamedNode(inverse), subject)
        if name in axioms.symmetric:
            yield ox.Triple(value, predicate, subject)


def _chain(
    triple: ox.Triple,
    outgoing: dict[tuple[str, str], set[ox.Triple]],
    incoming: dict[tuple[str, str], set[ox.Triple]],
) -> list[ox.Triple]:
    """Joins one triple of a transitive relation with those seen so far."""
    if not isinstance(triple.object, ox.NamedNode):
        return []
    name = triple.predicate.value
    start, end = str(triple.subject), str(triple.object)
    outgoing[start, name].add(triple)
    incoming[end, name].add(triple)
    onward = [ox.Triple(triple.subject, triple.predicate, t.object) for t in outgoing[end, name]]
    back = [ox.Triple(t.subject, triple.predicate, triple.object) for t in incoming[start, name]]
    return [t for t in onward + back if t.subject != t.object]
