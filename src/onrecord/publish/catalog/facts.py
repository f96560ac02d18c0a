"""Subject, predicate and value as texts → one triple, in the four kinds of value there are."""

import pyoxigraph as ox

from onrecord.names import XSD


def link(subject: str, predicate: str, value: str) -> ox.Triple:
    """A triple whose object is a resource."""
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))


def plain(subject: str, predicate: str, value: str) -> ox.Triple:
    """A triple whose object is a string without a language."""
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.Literal(value))


def text(subject: str, predicate: str, value: str, language: str) -> ox.Triple:
    """A triple whose object is a text in a language."""
    literal = ox.Literal(value, language=language)
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), literal)


def typed(subject: str, predicate: str, value: str | int, datatype: str) -> ox.Triple:
    """A triple whose object is a literal of an XML Schema datatype, e.g. `integer`."""
    literal = ox.Literal(str(value), datatype=ox.NamedNode(XSD + datatype))
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), literal)
