"""Shapes → which properties of other nodes they look at, from the node that they check.

A shape looks at all facts of its focus node; of a node that this one names only at its classes, at
the paths of shapes that its values must conform to, and at what a query asks for. That holds of the
shapes of the package: no closed shape stands below a property, and no query asks for whatever is
said of another node.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from onrecord.names import RDF, SH

_PATH: Final = SH + "path"
_QUERIES: Final = (SH + "select", SH + "ask")
_NAME: Final = re.compile(r"<([^<>\s]+)>|([A-Za-z][\w-]*)?:([A-Za-z][\w-]*)|\ba\b")
_DECLARED: Final = (SH + "prefix", SH + "namespace")
_COMPARED: Final = frozenset(
    SH + name for name in ("equals", "disjoint", "lessThan", "lessThanOrEquals")
)
_Links = dict[str, list[tuple[str, object]]]


def seen_from_afar(shapes: Iterable[ox.Triple]) -> frozenset[str]:
    """The IRIs of these properties; more than are looked at, never fewer."""
    links: _Links = defaultdict(list)
    for triple in shapes:
        links[str(triple.subject)].append((triple.predicate.value, triple.object))
    found = {RDF + "type"}
    for name, told in links.items():
        found |= _asked(told, links)
        paths = [o for p, o in told if p == _PATH]
        if paths:
            found |= _paths_below(name, links)
            found |= {i for o in paths if isinstance(o, ox.BlankNode) for i in _in_path(o, links)}
    return frozenset(found)


def _paths_below(start: str, links: _Links) -> set[str]:
    """Every IRI in a path of the shapes that a property shape leads to."""
    found: set[str] = set()
    known, todo = {start}, [o for p, o in links[start] if p != _PATH]
    while todo:
        term = todo.pop()
        name = str(term)
        if name in known or name not in links:
            continue
        known.add(name)
        for predicate, value in links[name]:
            if predicate == _PATH or predicate in _COMPARED:
                found |= _in_path(value, links)
            else:
                todo.append(value)
    return found


def _in_path(term: object, links: _Links) -> set[str]:
    """The IRIs of a path: itself, or those in a list or an operator."""
    found, known, todo = set[str](), set[str](), [term]
    while todo:
        it = todo.pop()
        if isinstance(it, ox.NamedNode):
            found.add(it.value)
        elif str(it) not in known:
            known.add(str(it))
            todo += [value for _, value in links.get(str(it), ())]
    return found


def _asked(told: list[tuple[str, object]], links: _Links) -> set[str]:
    """Every name in the queries of a constraint, by all prefixes that any shape declares."""
    texts = [o.value for p, o in told if p in _QUERIES and isinstance(o, ox.Literal)]
    if not texts:
        return set()
    spaces = defaultdict(set)
    for rows in links.values():
        one = {p: o.value for p, o in rows if p in _DECLARED and isinstance(o, ox.Literal)}
        if len(one) == len(_DECLARED):
            spaces[one[_DECLARED[0]]].add(one[_DECLARED[1]])
    found: set[str] = set()
    for text in texts:
        for iri, prefix, local in _NAME.findall(text):
            found |= (
                {iri} if iri else {space + local for space in spaces[prefix]} if local else set()
            )
    return found
