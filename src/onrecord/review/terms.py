"""The terms of a review's RDF, and the two ways of making a triple of them."""

from typing import Final

import pyoxigraph as ox

from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEME, XSD

TYPE: Final = RDF + "type"
LABEL: Final = RDFS + "label"
DATE: Final = DCTERMS + "date"
PROPOSAL: Final = ONR + "Proposal"
DECISION: Final = ONR + "ReviewDecision"


def link(subject: str, predicate: str, iri: str) -> ox.Triple:
    """A triple whose object is an IRI; a predicate with no colon is one of the ontology."""
    return ox.Triple(ox.NamedNode(subject), _predicate(predicate), ox.NamedNode(iri))


def text(
    subject: str, predicate: str, value: str, *, language: str = "", datatype: str = ""
) -> ox.Triple:
    """A triple whose object is a literal, plain, tagged, or of a datatype of XML Schema."""
    literal = (
        ox.Literal(value, language=language)
        if language
        else ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))
        if datatype
        else ox.Literal(value)
    )
    return ox.Triple(ox.NamedNode(subject), _predicate(predicate), literal)


def concept(scheme: str, name: str) -> str:
    """The IRI of a concept."""
    return f"{SCHEME}{scheme}#{name}"


def _predicate(name: str) -> ox.NamedNode:
    return ox.NamedNode(name if ":" in name else ONR + name)
