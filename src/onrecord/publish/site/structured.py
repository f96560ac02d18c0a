"""A document of the graph → JSON-LD for its page: a subset of what the dump says about it.

What search engines read comes from the schema.org projection; the type and the names in the
project's own vocabulary stand beside it. The context is inside, so nothing is ever fetched.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from itertools import takewhile
from json.encoder import encode_basestring
from typing import Final

import pyoxigraph as ox
from markupsafe import Markup

from onrecord.names import DCTERMS, ONR, RDF, RDFS, SCHEMA, Names
from onrecord.publish.site.escaping import markup
from onrecord.views.library import Library
from onrecord.views.records import subject_of

_OWN: Final = frozenset({RDF + "type", RDFS + "label", ONR + "gloss", DCTERMS + "title"})
quoted: Final[Callable[[str], str]] = encode_basestring
"""A text as JSON; put together from such pieces, it is written twice as fast."""
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def structured(library: Library, it: str) -> Markup:
    """The JSON-LD of a document, or of the publication where the document says nothing."""
    triples = list(library.projection.get(it, ()))
    node = ox.NamedNode(it)
    # The document itself comes first, and its parts after it.
    own = takewhile(lambda t: t.subject == node, library.documents.get(it, ()))
    triples += [t for t in own if t.predicate.value in _OWN]
    if it == library.config.base:
        triples += _dataset(library)
    return script(library, triples)


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


def script(library: Library, triples: Iterable[ox.Triple]) -> Markup:
    """Triples, each told once, as JSON-LD that can stand inside of a script element; empty where
    there are none."""
    nodes: dict[str, dict[str, dict[str, None]]] = {}
    used: set[str] = set()
    names = library.config.names
    for triple in triples:
        predicate, term = triple.predicate.value, triple.object
        if predicate == RDF + "type":
            key, value = "@type", quoted(_short(str(getattr(term, "value", "")), names, used))
        else:
            key, value = _short(predicate, names, used), _value(term, names, used)
        nodes.setdefault(subject_of(triple), {}).setdefault(key, {})[value] = None
    if not nodes:
        return Markup("")
    spaces = names.prefixes
    context = {"@vocab": SCHEMA, **{prefix: spaces[prefix] for prefix in sorted(used)}}
    told = ",".join(f"{quoted(prefix)}:{quoted(space)}" for prefix, space in context.items())
    graph = ",".join(_node(it, node) for it, node in nodes.items())
    text = f'{{"@context":{{{told}}},"@graph":[{graph}]}}'
    return markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _node(it: str, node: Mapping[str, Collection[str]]) -> str:
    told = [f'"@id":{quoted(it)}']
    for key, values in node.items():
        text = ",".join(values)
        told.append(f"{quoted(key)}:{text if len(values) == 1 else f'[{text}]'}")
    return f"{{{','.join(told)}}}"


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


def _value(term: object, names: Names, used: set[str]) -> str:
    """A value as JSON."""
    if not isinstance(term, ox.Literal):
        return f'{{"@id":{quoted(str(getattr(term, "value", "")))}}}'
    text = quoted(term.value)
    if term.language:
        return f'{{"@value":{text},"@language":{quoted(term.language)}}}'
    datatype = term.datatype.value
    if datatype == _STRING:
        return text
    return f'{{"@value":{text},"@type":{quoted(_short(datatype, names, used))}}}'
