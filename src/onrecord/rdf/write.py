"""Triples → bytes in every published form, the same bytes for the same set of triples.

Order, prefixes and layout are fixed here because the writers of our libraries follow hash order.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import pyoxigraph as ox

from onrecord.names import RDF, XSD, Names, is_plain_local
from onrecord.rdf.canonical import triple_key

_TYPE: Final = RDF + "type"


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


def write_triples(triples: Iterable[ox.Triple], suffix: str, names: Names) -> bytes:
    """A set of triples in one of the forms; `suffix` is a key of `FORMATS`."""
    ordered = sorted(set(triples), key=triple_key)
    return _WRITERS[suffix]({"": ordered}, names)


def write_dataset(graphs: Mapping[str, Iterable[ox.Triple]], suffix: str, names: Names) -> bytes:
    """Named graphs (graph IRI → triples) in one of the forms.

    Forms that know no graphs get the union.
    """
    if not FORMATS[suffix].graphs:
        return write_triples((t for triples in graphs.values() for t in triples), suffix, names)
    ordered = {g: sorted(set(graphs[g]), key=triple_key) for g in sorted(graphs)}
    return _WRITERS[suffix]({g: triples for g, triples in ordered.items() if triples}, names)


_Graphs = Mapping[str, list[ox.Triple]]


class _Shortener:
    """Writes terms in Turtle; remembers which prefixes were used."""

    def __init__(self, names: Names) -> None:
        self._base = names.base
        self._table = [(p, ns) for p, ns in names.prefixes.items() if not ns.startswith(names.base)]
        self._known: dict[Any, str] = {}
        self.used: dict[str, str] = {}

    def __call__(self, term: Any) -> str:
        text = self._known.get(term)
        if text is None:
            text = self._known[term] = self._write(term)
        return text

    def _write(self, term: Any) -> str:
        if isinstance(term, ox.NamedNode):
            return self.iri(term.value)
        if isinstance(term, ox.Triple):
            return f"<<( {self(term.subject)} {self(term.predicate)} {self(term.object)} )>>"
        if isinstance(term, ox.Literal) and not term.language:
            datatype = term.datatype.value
            if _BARE.get(datatype, _NEVER).fullmatch(term.value):
                return term.value
            if datatype != XSD + "string":
                quoted = str(ox.Literal(term.value))
                return f"{quoted}^^{self.iri(datatype)}"
        return str(term)

    def iri(self, iri: str) -> str:
        if iri.startswith(self._base) and _is_relative(iri[len(self._base) :]):
            return f"<{iri[len(self._base) :]}>"
        for prefix, namespace in self._table:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and is_plain_local(local):
                self.used[prefix] = namespace
                return f"{prefix}:{local}"
        return f"<{iri}>"

    def header(self) -> str:
        lines = [f"@base <{self._base}> ."]
        lines += [f"@prefix {p}: <{self.used[p]}> ." for p, _ in self._table if p in self.used]
        return "\n".join(lines) + "\n"


# Literals that Turtle reads back with exactly this lexical form when they stand bare.
_BARE: Final = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_NEVER: Final = re.compile(r"(?!)")
_RELATIVE: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*(?:#[A-Za-z0-9._-]*)?")


def _is_relative(rest: str) -> bool:
    return _RELATIVE.fullmatch(rest) is not None


def _body(triples: Iterable[ox.Triple], short: _Shortener, indent: str = "") -> str:
    blocks = []
    for subject, of_subject in groupby(triples, key=lambda t: t.subject):
        lines = []
        for predicate, of_both in groupby(of_subject, key=lambda t: t.predicate):
            verb = "a" if predicate.value == _TYPE else short(predicate)
            lines.append(f"{verb} {', '.join(short(t.object) for t in of_both)}")
        joined = f" ;\n{indent}    ".join(lines)
        blocks.append(f"{indent}{short(subject)} {joined} .\n")
    return "\n".join(blocks)


def _turtle(graphs: _Graphs, names: Names) -> bytes:
    short = _Shortener(names)
    body = _body(graphs[""], short)
    return f"{short.header()}\n{body}".encode()


def _trig(graphs: _Graphs, names: Names) -> bytes:
    short = _Shortener(names)
    blocks = []
    for graph, triples in graphs.items():
        block = _body(triples, short, "    " if graph else "")
        blocks.append(f"{short.iri(graph)} {{\n{block}}}\n" if graph else block)
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
    prefixes = {p: ns for p, ns in names.prefixes.items() if not ns.startswith(names.base)}
    data = ox.serialize(graphs[""], format=ox.RdfFormat.RDF_XML, prefixes=prefixes)
    text = (data or b"").decode()
    # The library declares every prefix in hash order: keep those that are used, sorted.
    return re.sub(r"<rdf:RDF ([^>]*)>", lambda m: _root(m.group(1), text), text, count=1).encode()


def _root(declarations: str, text: str) -> str:
    keep = [
        declaration
        for declaration in sorted(declarations.split())
        if f"<{declaration[6:].partition('=')[0]}:" in text
        or f" {declaration[6:].partition('=')[0]}:" in text
    ]
    return "<rdf:RDF " + " ".join(keep) + ">"


def _jsonld(graphs: _Graphs, names: Names) -> bytes:
    used: dict[str, str] = {}
    nodes: list[dict[str, Any]] = []
    for graph, triples in graphs.items():
        described = [
            jsonld_node(list(group), names, used)
            for _, group in groupby(triples, key=lambda t: t.subject)
        ]
        nodes += [{"@id": graph, "@graph": described}] if graph else described
    context = {p: ns for p, ns in names.prefixes.items() if p in used}
    document = {"@context": context, "@graph": nodes}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def jsonld_node(
    triples: list[ox.Triple], names: Names, used: dict[str, str] | None = None
) -> dict[str, Any]:
    """The triples of one subject as a JSON-LD node object with compact IRIs.

    The prefixes that it needs are added to `used`.
    """
    seen = {} if used is None else used
    node: dict[str, Any] = {"@id": getattr(triples[0].subject, "value", str(triples[0].subject))}
    for predicate, same in groupby(triples, key=lambda t: t.predicate):
        group = list(same)
        if predicate.value == _TYPE and all(isinstance(t.object, ox.NamedNode) for t in group):
            types = [_compact(t.object.value, names, seen) for t in group]  # type: ignore[union-attr]
            node["@type"] = types[0] if len(types) == 1 else types
            continue
        values = [_value(t.object, names, seen) for t in group]
        key = _compact(predicate.value, names, seen)
        node[key] = values[0] if len(values) == 1 else values
    return node


def _value(term: Any, names: Names, used: dict[str, str]) -> Any:
    if isinstance(term, ox.Literal):
        if term.language:
            return {"@language": term.language, "@value": term.value}
        datatype = term.datatype.value
        if datatype == XSD + "string":
            return term.value
        return {"@type": _compact(datatype, names, used), "@value": term.value}
    return {"@id": getattr(term, "value", str(term))}


def _compact(iri: str, names: Names, used: dict[str, str]) -> str:
    for prefix, namespace in names.prefixes.items():
        local = iri[len(namespace) :]
        if iri.startswith(namespace) and is_plain_local(local):
            used[prefix] = namespace
            return f"{prefix}:{local}"
    return iri


_WRITERS: Final[dict[str, Callable[[_Graphs, Names], bytes]]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "jsonld": _jsonld,
    "rdf": _rdfxml,
    "trig": _trig,
    "nq": _nquads,
}
