"""A portion of which the changed nodes are known → what a shape sees from these alone.

A portion is what the nodes of an article see; the findings of those from which nothing looks
different are those of the last check. What is seen from a node is told in `portions`.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from onrecord.names import RDFS
from onrecord.report import Finding
from onrecord.validate.portions import Portion, iri_of

_ABOVE: Final = frozenset({RDFS + "subClassOf", RDFS + "subPropertyOf"})


def narrowed(portion: Portion, ontology: Iterable[ox.Triple]) -> Portion:
    """The portion of the nodes from which something looks different (`anew`), with what they see,
    of the ontology too: what it says of the terms that stand there, and all classes above."""
    anew = portion.anew or frozenset()
    named = {iri_of(t.object) for t in portion.triples if iri_of(t.subject) in anew} - {""}
    seen = anew | named
    triples = [t for t in portion.triples if iri_of(t.subject) in seen or iri_of(t.object) in anew]
    terms = seen | {t.predicate.value for t in triples}
    triples += [t for t in ontology if t.predicate.value in _ABOVE or iri_of(t.subject) in terms]
    return replace(portion, own=anew, triples=tuple(dict.fromkeys(triples)))


def completed(
    portion: Portion, found: Iterable[Finding], before: Iterable[Finding]
) -> tuple[Finding, ...]:
    """What was found at the nodes of a narrowed portion, and what was found before at the others
    that are still there; sorted by node."""
    anew = portion.anew or frozenset()
    stay = (f for f in before if f.focus in portion.own and f.focus not in anew)
    return tuple(sorted([*found, *stay], key=lambda finding: finding.focus))
