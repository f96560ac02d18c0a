"""Nodes that stand for a relation → the direct triples that a reader asks for first.

A `StatementRelation` gives the triple between two statements, a `Participation` the party of its
deal, and an `org:Membership` the company that its holder is a member of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

import pyoxigraph as ox

from onrecord.names import ONR, ORG

_PARTICIPANT: Final = ONR + "participant"
_PART: Final = ONR + "hasParticipation"
_Values = Mapping[str, list[ox.NamedNode]]


def relation_triples(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """One triple `from type to` per complete relation node; the type is a term of the ontology."""
    ends = [ONR + f"relation{end}" for end in ("From", "Type", "To")]
    for node in _nodes(triples, *ends).values():
        for start, kind, end in product(*(node[e] for e in ends)):
            if kind.value.startswith(ONR):
                yield ox.Triple(start, kind, end)


def party_triples(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """`deal onr:participant agent` for each participation of a deal."""
    nodes = _nodes(triples, _PART, _PARTICIPANT)
    for deal, values in nodes.items():
        for part in values[_PART]:
            for party in nodes[part.value][_PARTICIPANT] if part.value in nodes else ():
                yield ox.Triple(ox.NamedNode(deal), ox.NamedNode(_PARTICIPANT), party)


def member_triples(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """`person org:memberOf company` for each office held."""
    held = ORG + "member", ORG + "organization"
    for node in _nodes(triples, *held).values():
        for person, company in product(*(node[predicate] for predicate in held)):
            yield ox.Triple(person, ox.NamedNode(ORG + "memberOf"), company)


def _nodes(triples: Iterable[ox.Triple], *predicates: str) -> Mapping[str, _Values]:
    """Subjects that have one of the properties, sorted, with the IRIs that each property has."""
    found: dict[str, dict[str, list[ox.NamedNode]]] = {}
    for t in triples:
        name = t.predicate.value
        if (
            name in predicates
            and isinstance(t.subject, ox.NamedNode)
            and isinstance(t.object, ox.NamedNode)
        ):
            found.setdefault(t.subject.value, defaultdict(list))[name].append(t.object)
    return dict(sorted(found.items()))
