"""Runs of triples → pieces of a dump that stand beside each other, and what goes around them.

Put together they are, byte for byte, what `write` makes of all the triples at once.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

import pyoxigraph as ox

from onrecord.names import Names
from onrecord.rdf.write import Ordered, Shortener, body, context_of, jsonld_node, rdfxml

_SUBJECT: Final = attrgetter("subject")
_INNER: Final = re.compile(r"\A.*?<rdf:RDF[^>]*>\n?(.*)</rdf:RDF>\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a file; the prefixes that it uses, and how many triples it holds."""

    text: str
    prefixes: frozenset[str]
    triples: int


def turtle_block(triples: Ordered, names: Names, indent: str = "") -> Block:
    """Triples in Turtle, or inside of a graph in TriG; blocks are joined by a line feed."""
    short = Shortener(names)
    text = body(triples, short, indent)
    return Block(text, frozenset(short.used), len(triples))


def turtle_head(prefixes: Iterable[str], names: Names) -> str:
    """What stands above the blocks, which an empty line follows."""
    short = Shortener(names)
    short.used.update(prefixes)
    return short.header()


def graph_name(iri: str, names: Names) -> Block:
    """The name of a graph in TriG."""
    short = Shortener(names)
    return Block(short(ox.NamedNode(iri)), frozenset(short.used), 0)


def jsonld_block(triples: Ordered, names: Names) -> Block:
    """Node objects; blocks are joined by a comma and a line feed."""
    used: set[str] = set()
    nodes = (
        json.dumps(jsonld_node(list(group), names, used), ensure_ascii=False)
        for _, group in groupby(triples, key=_SUBJECT)
    )
    return Block(",\n".join(nodes), frozenset(used), len(triples))


def jsonld_head(prefixes: Iterable[str], names: Names) -> str:
    """What stands before the first node object or graph."""
    return f'{{"@context": {context_of(prefixes, names)},\n"@graph": [\n'


JSONLD_TAIL: Final = "\n]}\n"


def rdfxml_block(triples: Ordered, prefixes: dict[str, str], own: frozenset[str]) -> Block:
    """Descriptions with the prefixes of the whole file, of which the block needs its `own`; blocks
    follow each other."""
    found = _INNER.match(rdfxml(triples, prefixes))
    assert found is not None
    return Block(found[1], own, len(triples))


def rdfxml_around(prefixes: dict[str, str]) -> tuple[str, str]:
    """What stands above the first description and below the last."""
    text = rdfxml(Ordered(), prefixes)
    found = _INNER.match(text)
    assert found is not None
    return text[: found.start(1)], text[found.end(1) :]
