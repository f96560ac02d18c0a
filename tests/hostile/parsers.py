"""Published bytes → their triples, by readers that share no code: two libraries and a third.

The third reader is Python's own JSON or lxml where a form is made of one, and twenty lines after
the grammar for N-Triples and N-Quads. A triple is (subject, predicate, kind, value); the kind is
`iri`, `@<language>` or the datatype's IRI.
"""

import json
import re
import warnings
from typing import Any, Final

import pyoxigraph as ox
import rdflib
from lxml import etree

from onrecord.names import RDF, XSD

Triple = tuple[str, str, str, str]
_OXIGRAPH: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}
_RDFLIB: Final = {
    "ttl": "turtle",
    "nt": "nt",
    "jsonld": "json-ld",
    "rdf": "xml",
    "trig": "trig",
    "nq": "nquads",
}


def by_oxigraph(data: bytes, suffix: str) -> set[Triple]:
    """Read by the Rust library."""
    return {
        (q.subject.value, q.predicate.value, *_kind(q.object))
        for q in ox.parse(input=data, format=_OXIGRAPH[suffix])
    }


def _kind(term: Any) -> tuple[str, str]:
    if isinstance(term, ox.NamedNode):
        return "iri", term.value
    return (f"@{term.language}" if term.language else term.datatype.value), term.value


def by_rdflib(data: bytes, suffix: str) -> set[Triple]:
    """Read by the Python library, with its rewriting of literals switched off."""
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        with warnings.catch_warnings():
            # The library warns of names that it uses itself.
            warnings.simplefilter("ignore", DeprecationWarning)
            dataset = rdflib.Dataset(default_union=True)
            dataset.parse(data=data, format=_RDFLIB[suffix])
            quads = list(dataset.quads())
    finally:
        rdflib.NORMALIZE_LITERALS = before
    return {(str(s), str(p), *_python_kind(o)) for s, p, o, _ in quads}


def _python_kind(term: Any) -> tuple[str, str]:
    if isinstance(term, rdflib.URIRef):
        return "iri", str(term)
    if term.language:
        return f"@{term.language}", str(term)
    return str(term.datatype or XSD + "string"), str(term)


def by_a_third(data: bytes, suffix: str) -> set[Triple]:
    """Read by what is neither: `nt`, `nq`, `jsonld` and `rdf`."""
    return {"nt": _lines, "nq": _lines, "jsonld": _json, "rdf": _xml}[suffix](data)


_LINE: Final = re.compile(
    r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\\n\r]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)'
    r"(?: <[^>]*>)? \."
)
_ESCAPE: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_SHORT: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def _lines(data: bytes) -> set[Triple]:
    found = set()
    for line in data.decode().split("\n")[:-1]:
        match = _LINE.fullmatch(line)
        assert match, line[:200]
        subject, predicate, iri, text, language, datatype = match.groups()
        if iri is not None:
            found.add((subject, predicate, "iri", iri))
            continue
        kind = f"@{language}" if language else datatype or XSD + "string"
        found.add((subject, predicate, kind, _ESCAPE.sub(_unescaped, text)))
    return found


def _unescaped(match: re.Match[str]) -> str:
    body = match[1]
    return chr(int(body[1:], 16)) if len(body) > 1 else _SHORT.get(body, body)


def _json(data: bytes) -> set[Triple]:
    document = json.loads(data)
    context = document["@context"]
    nodes = [n for g in document["@graph"] for n in g.get("@graph", [g])]
    return {triple for node in nodes for triple in _node(node, context)}


def _node(node: dict[str, Any], context: dict[str, str]) -> set[Triple]:
    def full(term: str) -> str:
        prefix, _, local = term.partition(":")
        return context[prefix] + local if prefix in context else term

    found = set()
    for key, values in node.items():
        if key == "@id":
            continue
        for value in values if isinstance(values, list) else [values]:
            if key == "@type":
                found.add((node["@id"], RDF + "type", "iri", full(value)))
            elif isinstance(value, str):
                found.add((node["@id"], full(key), XSD + "string", value))
            elif "@id" in value:
                found.add((node["@id"], full(key), "iri", value["@id"]))
            else:
                language = value.get("@language")
                kind = f"@{language}" if language else full(value["@type"])
                found.add((node["@id"], full(key), kind, value["@value"]))
    return found


def _xml(data: bytes) -> set[Triple]:
    found = set()
    for node in etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True)):
        subject = node.get(f"{{{RDF}}}about")
        if node.tag != f"{{{RDF}}}Description":
            found.add((subject, RDF + "type", "iri", _joined(node.tag)))
        for child in node:
            iri = child.get(f"{{{RDF}}}resource")
            language = child.get("{http://www.w3.org/XML/1998/namespace}lang")
            datatype = child.get(f"{{{RDF}}}datatype") or XSD + "string"
            kind = "iri" if iri is not None else f"@{language}" if language else datatype
            value = iri if iri is not None else child.text or ""
            found.add((subject, _joined(child.tag), kind, value))
    return found


def _joined(tag: str) -> str:
    return tag.removeprefix("{").replace("}", "", 1)
