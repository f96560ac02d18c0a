"""A document of the graph → JSON-LD for its page: a subset of what the dump says about it.

What search engines read comes from the schema.org projection; the type and the names in the
project's own vocabulary stand beside it. The context is inside, so nothing is ever fetched.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

import pyoxigraph as ox
from markupsafe import Markup

from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEMA, Names
from onrecord.views.library import Library
from onrecord.views.records import subject_of

_OWN: Final = frozenset({RDF + "type", RDFS + "label", ONR + "gloss", DCTERMS + "title"})
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def structured(library: Library, it: str) -> Markup:
    """The JSON-LD of a document, or of the publication where the document says nothing."""
    triples = list(library.projection.get(it, ()))
    node = ox.NamedNode(it)
    triples += [t for t in library.documents.get(it, ()) if t.subject == node and _fits(t)]
    if it == library.config.base:
        triples += _dataset(library)
    return script(library, dict.fromkeys(triples))


def _dataset(library: Library) -> list[ox.Triple]:
    """What the catalogue says in schema.org about the publication, its dumps and publisher."""
    catalogue = library.config.names.graph("catalog")
    parts = tuple(f"{catalogue}#{name}" for name in ("dataset", "distribution-", "publisher"))
    return [
        t
        for t in library.documents.get(catalogue, ())
        if str(t.subject)[1:-1].startswith(parts)
        and (t.predicate.value == RDF + "type" or t.predicate.value.startswith(SCHEMA))
    ]


def _fits(triple: ox.Triple) -> bool:
    return triple.predicate.value in _OWN


def script(library: Library, triples: Iterable[ox.Triple]) -> Markup:
    """Triples as JSON-LD that can stand inside of a script element; empty where there are none."""
    nodes: dict[str, dict[str, Any]] = {}
    used: set[str] = set()
    names = library.config.names
    for triple in triples:
        node = nodes.setdefault(subject_of(triple), {"@id": subject_of(triple)})
        if triple.predicate.value == RDF + "type":
            node.setdefault("@type", []).append(
                _short(str(getattr(triple.object, "value", "")), names, used)
            )
        else:
            key = _short(triple.predicate.value, names, used)
            node.setdefault(key, []).append(_value(triple.object, names, used))
    if not nodes:
        return Markup("")
    context: dict[str, str] = {"@vocab": SCHEMA}
    spaces = names.prefixes
    context |= {prefix: spaces[prefix] for prefix in sorted(used)}
    whole = {"@context": context, "@graph": [_single(n) for n in nodes.values()]}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _single(node: dict[str, Any]) -> dict[str, Any]:
    return {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in node.items()}


def _short(iri: str, names: Names, used: set[str]) -> str:
    text, prefix = _compact(iri, names)
    if prefix:
        used.add(prefix)
    return text


@lru_cache(maxsize=1 << 12)
def _compact(iri: str, names: Names) -> tuple[str, str]:
    """An IRI as JSON-LD writes it, and the prefix that it needs (empty: none)."""
    if iri.startswith(SCHEMA):
        return iri[len(SCHEMA) :], ""
    for prefix, namespace in names.prefixes.items():
        if iri.startswith(namespace) and iri[len(namespace) :].isalnum():
            return f"{prefix}:{iri[len(namespace) :]}", prefix
    return iri, ""


def _value(term: object, names: Names, used: set[str]) -> Any:
    if not isinstance(term, ox.Literal):
        return {"@id": str(getattr(term, "value", ""))}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value, names, used)}
