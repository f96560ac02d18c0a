"""Triples → bytes in every published form, the same bytes for the same set of triples.

Order, prefixes and layout are fixed here because the writers of our libraries follow hash order.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

import pyoxigraph as ox

from onrecord.names import RDF, XSD, Names, is_plain_local
from onrecord.rdf.canonical import triple_key

_TYPE: Final = RDF + "type"
_MOST_KEPT: Final = 1 << 16
_SUBJECT: Final = attrgetter("subject")
_PREDICATE: Final = attrgetter("predicate")


@dataclass(frozen=True, slots=True)
class Format:
    """A form of RDF: file suffix, media type, name for people, whether it keeps named graphs."""

    suffix: str
    media_type: str
    label: str
    graphs: bool = False


FORMATS: Final = {
    f.suffix: f
    for f in (
        Format("ttl", "text/turtle", "Turtle"),
        Format("nt", "application/n-triples", "N-Triples"),
        Format("jsonld", "application/ld+json", "JSON-LD", graphs=True),
        Format("rdf", "application/rdf+xml", "RDF/XML"),
        Format("trig", "application/trig", "TriG", graphs=True),
        Format("nq", "application/n-quads", "N-Quads", graphs=True),
    )
}


class Ordered(tuple[ox.Triple, ...]):
    """Triples without repetition, in the canonical order, so that no writer sorts them again."""

    __slots__ = ()

    @classmethod
    def of(cls, triples: Iterable[ox.Triple]) -> "Ordered":
        """Sorts and drops repetitions; what is ordered already is taken as it is."""
        if isinstance(triples, cls):
            return triples
        return cls(sorted(set(triples), key=triple_key))


def write_triples(triples: Iterable[ox.Triple], suffix: str, names: Names) -> bytes:
    """A set of triples in one of the forms; `suffix` is a key of `FORMATS`."""
    return _WRITERS[suffix]({"": Ordered.of(triples)}, names)


def write_dataset(graphs: Mapping[str, Iterable[ox.Triple]], suffix: str, names: Names) -> bytes:
    """Named graphs (graph IRI → triples) in one of the forms.

    Forms that know no graphs get the union.
    """
    if not FORMATS[suffix].graphs:
        return write_triples((t for triples in graphs.values() for t in triples), suffix, names)
    ordered = {g: Ordered.of(graphs[g]) for g in sorted(graphs)}
    return _WRITERS[suffix]({g: triples for g, triples in ordered.items() if triples}, names)


_Graphs = Mapping[str, Ordered]


@lru_cache(maxsize=8)
def _namespaces(names: Names) -> tuple[tuple[str, str], ...]:
    return tuple(names.prefixes.items())


def _short_iri(iri: str, names: Names) -> tuple[str, str]:
    """An IRI in Turtle, and the prefix that it needs (empty: none)."""
    if iri.startswith(names.base) and _RELATIVE.fullmatch(iri, len(names.base)):
        return f"<{iri[len(names.base) :]}>", ""
    return _prefixed(iri, names) or (f"<{iri}>", "")


def _prefixed(iri: str, names: Names) -> tuple[str, str] | None:
    for prefix, namespace in _namespaces(names):
        if iri.startswith(namespace) and is_plain_local(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}", prefix
    return None


def _short_term(term: Any, names: Names) -> tuple[str, tuple[str, ...]]:
    """A term in Turtle, and the prefixes that it needs."""
    if isinstance(term, ox.NamedNode):
        text, prefix = _short_iri(term.value, names)
        return text, (prefix,) if prefix else ()
    if isinstance(term, ox.Triple):
        parts = [_short_term(t, names) for t in (term.subject, term.predicate, term.object)]
        return f"<<( {' '.join(p[0] for p in parts)} )>>", tuple(x for p in parts for x in p[1])
    if isinstance(term, ox.Literal) and not term.language:
        datatype = term.datatype.value
        if _BARE.get(datatype, _NEVER).fullmatch(term.value):
            return term.value, ()
        if datatype != XSD + "string":
            text, prefix = _short_iri(datatype, names)
            return f"{ox.Literal(term.value)}^^{text}", (prefix,) if prefix else ()
    return str(term), ()


@lru_cache(maxsize=2)
def _kept(names: Names) -> dict[Any, tuple[str, tuple[str, ...]]]:
    """The terms of one publication that were written, each as often as it is written again."""
    del names
    return {}


class Shortener:
    """Writes terms in Turtle; remembers which prefixes were used."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.used: set[str] = set()
        self._kept = _kept(names)

    def __call__(self, term: Any) -> str:
        found = self._kept.get(term)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[term] = _short_term(term, self.names)
        text, prefixes = found
        if prefixes:
            self.used.update(prefixes)
        return text

    def header(self) -> str:
        """The base, and the prefixes that were used."""
        lines = [f"@base <{self.names.base}> ."]
        table = _namespaces(self.names)
        lines += [f"@prefix {p}: <{ns}> ." for p, ns in table if p in self.used]
        return "\n".join(lines) + "\n"


# Literals that Turtle reads back with exactly this lexical form when they stand bare.
_BARE: Final = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_NEVER: Final = re.compile(r"(?!)")
_RELATIVE: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*(?:#[A-Za-z0-9._-]*)?")


def body(triples: Iterable[ox.Triple], short: Shortener, indent: str = "") -> str:
    """Triples in Turtle, a paragraph for each subject."""
    blocks = []
    for subject, of_subject in groupby(triples, key=_SUBJECT):
        lines = []
        for predicate, of_both in groupby(of_subject, key=_PREDICATE):
            verb = "a" if predicate.value == _TYPE else short(predicate)
            lines.append(f"{verb} {', '.join(short(t.object) for t in of_both)}")
        joined = f" ;\n{indent}    ".join(lines)
        blocks.append(f"{indent}{short(subject)} {joined} .\n")
    return "\n".join(blocks)


def _turtle(graphs: _Graphs, names: Names) -> bytes:
    short = Shortener(names)
    text = body(graphs[""], short)
    return f"{short.header()}\n{text}".encode()


def _trig(graphs: _Graphs, names: Names) -> bytes:
    short = Shortener(names)
    blocks = []
    for graph, triples in graphs.items():
        block = body(triples, short, "    " if graph else "")
        blocks.append(f"{short(ox.NamedNode(graph))} {{\n{block}}}\n" if graph else block)
    return "\n".join([short.header(), *blocks]).encode()


def _ntriples(graphs: _Graphs, names: Names) -> bytes:
    del names
    return "".join(f"{t.subject} {t.predicate} {t.object} .\n" for t in graphs[""]).encode()


def _nquads(graphs: _Graphs, names: Names) -> bytes:
    del names
    return "".join(
        f"{t.subject} {t.predicate} {t.object} {f'<{graph}> ' if graph else ''}.\n"
        for graph, triples in graphs.items()
        for t in triples
    ).encode()


def _rdfxml(graphs: _Graphs, names: Names) -> bytes:
    return rdfxml(graphs[""], prefixes_of(graphs[""], names)).encode()


def rdfxml(triples: Ordered, prefixes: Mapping[str, str]) -> str:
    """Triples in RDF/XML with a table of prefixes."""
    data = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=dict(prefixes))
    text = (data or b"").decode()
    # The library declares prefixes in hash order, and leaves carriage returns bare, which every
    # parser of XML reads as line feeds.
    return re.sub(
        r"<rdf:RDF ([^>]*)>",
        lambda m: f"<rdf:RDF {' '.join(sorted(set(m.group(1).split())))}>",
        text.replace("\r", "&#xD;"),
        count=1,
    )


def prefixes_of(triples: Iterable[ox.Triple], names: Names) -> dict[str, str]:
    """The prefixes that RDF/XML needs: those of predicates and classes."""
    terms = {t.predicate.value for t in triples}
    terms |= {t.object.value for t in triples if t.predicate.value == _TYPE}  # type: ignore[union-attr]
    wanted = {found[1] for found in (_prefixed(iri, names) for iri in terms) if found}
    return {p: ns for p, ns in _namespaces(names) if p in wanted}


def _jsonld(graphs: _Graphs, names: Names) -> bytes:
    used: set[str] = set()
    nodes: list[str] = []
    for graph, triples in graphs.items():
        described = [
            json.dumps(jsonld_node(list(group), names, used), ensure_ascii=False)
            for _, group in groupby(triples, key=_SUBJECT)
        ]
        if graph:
            inner = ",\n".join(described)
            described = [f'{{"@id": {json.dumps(graph)}, "@graph": [\n{inner}\n]}}']
        nodes += described
    whole = ",\n".join(nodes)
    return f'{{"@context": {context_of(used, names)},\n"@graph": [\n{whole}\n]}}\n'.encode()


def context_of(prefixes: Iterable[str], names: Names) -> str:
    """The JSON-LD context that declares the prefixes."""
    used = set(prefixes)
    return json.dumps({p: ns for p, ns in _namespaces(names) if p in used}, indent=1)


def jsonld_node(
    triples: list[ox.Triple], names: Names, used: set[str] | None = None
) -> dict[str, Any]:
    """The triples of one subject as a JSON-LD node object with compact IRIs.

    The prefixes that it needs are added to `used`.
    """
    seen: set[str] = set() if used is None else used
    node: dict[str, Any] = {"@id": getattr(triples[0].subject, "value", str(triples[0].subject))}
    for predicate, same in groupby(triples, key=_PREDICATE):
        group = list(same)
        if predicate.value == _TYPE and all(isinstance(t.object, ox.NamedNode) for t in group):
            types = [_compact(t.object.value, names, seen) for t in group]  # type: ignore[union-attr]
            node["@type"] = types[0] if len(types) == 1 else types
            continue
        values = [_value(t.object, names, seen) for t in group]
        key = _compact(predicate.value, names, seen)
        node[key] = values[0] if len(values) == 1 else values
    return node


def _value(term: Any, names: Names, used: set[str]) -> Any:
    if isinstance(term, ox.Literal):
        if term.language:
            return {"@language": term.language, "@value": term.value}
        datatype = term.datatype.value
        if datatype == XSD + "string":
            return term.value
        return {"@type": _compact(datatype, names, used), "@value": term.value}
    return {"@id": getattr(term, "value", str(term))}


@lru_cache(maxsize=1 << 12)
def _vocabulary(iri: str, names: Names) -> tuple[str, str]:
    return _prefixed(iri, names) or (iri, "")


def _compact(iri: str, names: Names, used: set[str]) -> str:
    text, prefix = _vocabulary(iri, names)
    if prefix:
        used.add(prefix)
    return text


_WRITERS: Final[dict[str, Callable[[_Graphs, Names], bytes]]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "jsonld": _jsonld,
    "rdf": _rdfxml,
    "trig": _trig,
    "nq": _nquads,
}
