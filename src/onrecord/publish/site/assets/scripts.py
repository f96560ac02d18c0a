"""A library → data scripts: the search index, terms for the editor, the graph to query."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from onrecord.names import ONR, SCHEME, SHAPES, document
from onrecord.output import Piece
from onrecord.publish.dumps import put_trig
from onrecord.publish.earlier import Earlier
from onrecord.publish.publication import Publication
from onrecord.publish.sheets import Sheet
from onrecord.publish.site.assets.certainty import drawn, marks_of
from onrecord.publish.site.assets.datascript import data_script, inside
from onrecord.publish.site.assets.exchange import search_script_again
from onrecord.publish.site.assets.search import SearchEntry, search_script, words_of
from onrecord.publish.site.escaping import plain
from onrecord.publish.site.pen import Pen
from onrecord.views import terms
from onrecord.views.drawers import drawers
from onrecord.views.library import Library
from onrecord.views.reads import cell, kept, remembered

_KINDS = {"class": "class", "property": "property", "contestable": "property"}


GRAPH_DATA: Final = "assets/graph-data.js"


def looked_up(
    library: Library, pens: Callable[[str], Pen], earlier: Earlier
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path and maker of the data scripts that need the library alone; `pens` has the pen of each
    language."""
    for language in library.config.languages:
        pen, path = pens(language), f"assets/search-index.{language}.js"
        library.reads.makers[f"search {language}"] = partial(_entries, pen)
        old = partial(earlier.bytes_of, path) if path in earlier.files else None
        yield path, partial(search_index, pen, old)
        yield f"assets/sparql-terms.{language}.js", partial(sparql_terms, pen)


def graph_data(publication: Publication) -> list[Piece]:
    """The dump as a script, in pieces, for the engine in the browser."""
    graph, sheet = publication.graph, Sheet(GRAPH_DATA, publication.earlier)
    first = put_trig(graph.names, graph.runs, sheet, inside)
    around = data_script("onrecordDataset", {"type": "application/trig", "text": "\0"})
    head, _, tail = around.partition(json.dumps("\0")[1:-1])
    return sheet.pieces(head + first, tail)


def search_index(pen: Pen, old: Callable[[], memoryview] | None = None) -> bytes:
    """Statements, names and other spellings in the language of the pen: the `old` index with other
    entries in their places, where there is one and that can be."""
    reads, name = pen.library.reads, f"search {pen.language}"
    keys = reads.instead("found")
    shelves = set(reads.kept("found"))
    known = set(keys[0] or ()) if keys else shelves
    less = [row for key in known - shelves for row in reads.before(name, key) or ()]
    more: list[Any] = []
    for key in (shelves - known) | (shelves & reads.doubtful(name)):
        before, now = reads.instead(name, key) or ((), ())
        less += before or ()
        more += now
    reads.also(cell("kept", f"{name}\0{key}") for key in shelves)
    if old and not (keys and keys[0] is None):
        gone, come = ((SearchEntry(*row) for row in rows) for rows in (less, more))
        script = search_script_again(bytes(old()), gone, come, drawn(pen))
        if script is not None:
            return script
    rows = (row for key in sorted(shelves) for row in reads.kept(name, key))
    made = search_script(pen.language, (SearchEntry(*row) for row in rows), drawn(pen))
    return made.encode("utf-8")


@remembered
def _shelves(library: Library) -> dict[str, list[str]]:
    """What is found, in drawers."""
    return drawers(library.findable())


@kept("found")
def _found(library: Library, _: str) -> list[str]:
    return list(_shelves(library))


def _entries(pen: Pen, key: str) -> list[tuple[Any, ...]]:
    """The entries of a shelf; none where it is no more."""
    return [_entry(pen, it) for it in pen.library.reads.kept("on a shelf", key)]


@kept("on a shelf")
def _inside(library: Library, key: str) -> list[str]:
    # The key tells what stands there: whatever else is found is not read for it.
    return library.reads.during(lambda: _shelves(library).get(key, []))[0]


def _entry(pen: Pen, it: str) -> tuple[Any, ...]:
    """The fields of an entry with its words."""
    library = pen.library
    kind = "Statement" if it in library.answers["statements"] else ""
    marks = marks_of(library.record("statements", it)) if kind else ""
    text = pen.plain_text(it, "gloss") or pen.plain_text(it, "question")
    own = pen.label(it)
    others = {
        plain(t)
        for key in (
            "http://www.w3.org/2000/01/rdf-schema#label",
            "http://www.w3.org/2004/02/skos/core#altLabel",
        )
        for t in library.texts.get(it, {}).get(key, ())
    }
    entry = SearchEntry(
        address=f"{_folder(pen)}{pen.href(it)}",
        kind=pen.label(ONR + kind if kind else library.kind_of(it)),
        title=own,
        text=text or pen.plain_text(it, "description"),
        aliases=tuple(sorted(others - {own})),
    )
    texts = map(str, (entry.address, entry.kind, entry.title, entry.text))
    named = library.view_of(it).name == "entity"
    return (*texts, tuple(map(str, entry.aliases)), words_of(entry), named, marks)


def _folder(pen: Pen) -> str:
    """Where the pages of the pen's language are, from the root of the publication."""
    default = pen.library.config.default_language
    return "" if pen.language == default else f"{pen.language}/"


def sparql_terms(pen: Pen) -> bytes:
    """Prefixes, terms with labels and definitions, and where IRIs have their pages."""
    library = pen.library
    found: list[dict[str, Any]] = []
    for key, group in terms.terms(library).items():
        found += [_term(pen, t, _KINDS[key]) for t in group]
    for scheme in terms.schemes(library):
        found += [_term(pen, t, "concept") for t in terms.concepts(library, scheme)]
    for it in library.findable():
        if library.view_of(it).name != "statement":
            name = library.config.names.compact(it)
            found.append(
                {
                    "name": name,
                    "kind": "resource",
                    "label": pen.label(it),
                    "definition": pen.plain_text(it, "description"),
                }
            )
    base = library.config.base
    home = _folder(pen)
    links = [
        {"prefix": base, "address": f"{home}{{}}.html"},
        {"prefix": ONR, "address": f"{home}ontology/onrecord.html#{{}}"},
        {"prefix": document(ONR), "address": f"{home}ontology/onrecord.html"},
        {"prefix": SHAPES, "address": f"{home}shapes/onrecord.html#{{}}"},
        {"prefix": SCHEME, "address": f"{home}scheme/{{}}.html"},
    ]
    value = {"prefixes": library.config.names.prefixes, "terms": found, "links": links}
    return data_script("onrecordTerms", value).encode("utf-8")


def _term(pen: Pen, term: terms.Term, kind: str) -> dict[str, Any]:
    definition = pen.plain_text(term.it, "definition")
    return {
        "name": term.compact,
        "kind": kind,
        "label": pen.label(term.it),
        "definition": definition,
    }
