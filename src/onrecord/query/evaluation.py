"""A dataset and an admitted query in, the whole answer as bytes of one format out.

Runs in the calling process with no limits: `onrecord.query.guard` is the safe way to call it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.errors import LimitError, QueryError
from onrecord.query.admission import Admitted
from onrecord.query.dataset import Dataset
from onrecord.query.formats import Format
from onrecord.query.rewrite import anchor_paths

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


@dataclass(frozen=True, slots=True)
class Graphs:
    """The graphs that a request names; `None` leaves the choice to the query."""

    default: tuple[str, ...]
    named: tuple[str, ...]


def evaluate(
    dataset: Dataset,
    query: Admitted,
    form: Format,
    *,
    graphs: Graphs | None = None,
    prefixes: Mapping[str, str] | None = None,
    most_bytes: int | None = None,
) -> bytes:
    """Answer a query; a request's graphs go before those that the query names itself."""
    chosen = graphs or (
        Graphs(query.default_graphs, query.named_graphs) if query.has_dataset else None
    )
    _refuse_unknown(dataset, chosen)
    if not form.fits(query.form):
        raise QueryError(
            f"The answer to {query.form} cannot be written as {form.name}",
            hint="Choose a format that fits the query form.",
        )
    try:
        result = _ask_soon(dataset.store, query.text, chosen, prefixes)
        body = _write(result, form, prefixes)
    except SyntaxError as error:
        raise syntax_error(str(error)) from error
    except (ValueError, OSError) as error:
        raise QueryError(
            f"The query cannot be answered: {error}",
            hint="Ask for JSON if the format cannot hold the values.",
        ) from error
    return _checked(body, form, most_bytes)


def _ask_soon(
    store: ox.Store, text: str, graphs: Graphs | None, prefixes: Mapping[str, str] | None
) -> "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples":
    """Ask the rewritten query; if it cannot be parsed, the original says where it is wrong."""
    rewritten = anchor_paths(text)
    if rewritten != text:
        try:
            return _ask(store, rewritten, graphs, prefixes)
        except SyntaxError:
            pass
    return _ask(store, text, graphs, prefixes)


def _ask(
    store: ox.Store, text: str, graphs: Graphs | None, prefixes: Mapping[str, str] | None
) -> "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples":
    known = dict(prefixes or {})
    if graphs is None:
        return store.query(text, prefixes=known)
    if len(graphs.default) > 1:
        merged = _merge(store, graphs)
        named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(iri) for iri in graphs.named]
        return merged.query(
            text, prefixes=known, default_graph=ox.DefaultGraph(), named_graphs=named
        )
    return store.query(
        text,
        prefixes=known,
        default_graph=[ox.NamedNode(iri) for iri in graphs.default],
        named_graphs=[ox.NamedNode(iri) for iri in graphs.named],
    )


def _merge(store: ox.Store, graphs: Graphs) -> ox.Store:
    """A store of its own for several default graphs, as pyoxigraph repeats what they share."""
    made = ox.Store()
    for iri in graphs.default:
        found = store.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        made.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in found)
    for iri in graphs.named:
        made.bulk_extend(store.quads_for_pattern(None, None, None, ox.NamedNode(iri)))
    return made


def _refuse_unknown(dataset: Dataset, graphs: Graphs | None) -> None:
    if graphs is None:
        return
    unknown = sorted({*graphs.default, *graphs.named} - dataset.graphs)
    if unknown:
        raise QueryError(
            f"There is no graph <{unknown[0][:200]}> here, and none is fetched from elsewhere",
            hint="SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists the graphs.",
        )


def _write(
    result: "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples",
    form: Format,
    prefixes: Mapping[str, str] | None,
) -> bytes:
    if isinstance(result, ox.QueryTriples):
        triples = sorted(result, key=str)
        used = _used(triples, prefixes or {}) if form.rdf is not None else {}
        return ox.serialize(triples, format=form.rdf, prefixes=used) or b""
    return result.serialize(format=form.results) or b""


def _used(triples: list[ox.Triple], prefixes: Mapping[str, str]) -> dict[str, str]:
    """The prefixes that shorten something."""
    if not prefixes:
        return {}
    iris = {
        term.value
        for triple in triples
        for term in (triple.subject, triple.predicate, triple.object)
        if isinstance(term, ox.NamedNode)
    }
    return {p: ns for p, ns in prefixes.items() if any(iri.startswith(ns) for iri in iris)}


def _checked(body: bytes, form: Format, most_bytes: int | None) -> bytes:
    if most_bytes is not None and len(body) > most_bytes:
        raise LimitError(
            f"The answer has {len(body):,} bytes; {most_bytes:,} are the limit",
            hint="Add a LIMIT, or download the dump.",
        )
    if "xml" in form.media_type and _NOT_XML.search(body):
        raise QueryError(
            "The answer holds control characters, which XML cannot carry", hint="Ask for JSON."
        )
    return body


def syntax_error(message: str) -> QueryError:
    """pyoxigraph's message as an error with its place, without its lists of characters."""
    match = _PLACE.match(message)
    if not match:
        return QueryError(message, hint="See https://www.w3.org/TR/sparql11-query/.")
    line, column = int(match[1]), int(match[2])
    said = _expected(match[3])
    return QueryError(
        f"Syntax error at line {line}, column {column}: expected {said}",
        line=line,
        column=column,
        hint="Mend the query at that place.",
    )


def _expected(said: str) -> str:
    wanted = re.sub(r"^expected (one of )?", "", " ".join(said.split()))
    items = [i for i in re.split(r", (?=[\"A-Za-z\[])", wanted) if not i.startswith("[")]
    text = ", ".join(items[:12]) or "something else"
    return text if len(text) <= 200 else text[:197] + "..."
