"""A change set → text, JSON, HTML, RDF and Atom, by the table `FORMATS`."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Final

import pyoxigraph as ox
from markupsafe import Markup

from onrecord.diff.atom import Feed, atom, change_iri, kind_name, summary
from onrecord.diff.records import Change, ChangeSet
from onrecord.diff.tombstones import AS
from onrecord.names import DCTERMS, RDF, RDFS, XSD, Names
from onrecord.rdf import write_triples

Writer = Callable[[ChangeSet, Names, str], bytes]
_ACTIVITY: Final = {"added": "Create", "withdrawn": "Delete"}


_KIND: Final = "http://purl.org/dc/elements/1.1/type"
_SECTION: Final = Markup(
    '<section aria-labelledby="{0}"><h2 id="{0}">{1}</h2>\n<ul>\n{2}\n</ul></section>'
)


def heading(changes: ChangeSet) -> str:
    """`0.1.0 → 0.2.0, 2026-12-01`, as far as known."""
    place = f"{changes.old or '∅'} → {changes.new}"
    return f"{place}, {changes.date}" if changes.date else place


def as_text(changes: ChangeSet, names: Names, language: str) -> bytes:
    """For people: one block for each kind, `-` for what is gone and `+` for what came."""
    lines = [heading(changes)]
    for kind, group in groupby(changes.changes, key=lambda c: c.kind):
        members = list(group)
        lines += ["", f"{kind_name(kind, language)}: {len(members)}"]
        for change in members:
            lines.append(f"  {names.compact(change.iri)}  {change.name(language)}")
            lines += [f"    - {fact}" for fact in change.before]
            lines += [f"    + {fact}" for fact in change.after]
            lines += [f"    {mark} {text}" for mark, text in _ends(change, names, language)]
    if not changes.changes:
        lines.append(_nothing(language))
    return ("\n".join(lines) + "\n").encode()


def _nothing(language: str) -> str:
    return "nichts geändert" if language == "de" else "nothing changed"


def _ends(change: Change, names: Names, language: str) -> Iterator[tuple[str, str]]:
    if change.why(language):
        yield "?", change.why(language)
    if change.replaced_by:
        yield "→", names.compact(change.replaced_by)


def as_json(changes: ChangeSet, names: Names, language: str) -> bytes:
    """For programs; `ChangeSet.from_json` reads it."""
    del names, language
    return (json.dumps(changes.to_json(), ensure_ascii=False, indent=1) + "\n").encode()


def as_html(changes: ChangeSet, names: Names, language: str) -> bytes:
    """A page that needs nothing beside itself."""
    blocks = []
    for kind, group in groupby(changes.changes, key=lambda c: c.kind):
        rows = Markup("\n").join(_row(change, names, language) for change in group)
        blocks.append(_SECTION.format(kind, kind_name(kind, language), rows))
    if not blocks:
        blocks.append(Markup("<p>{}</p>").format(_nothing(language)))
    name = "Änderungen" if language == "de" else "Changes"
    return (
        Markup(
            '<!doctype html>\n<html lang="{0}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            "<title>{1} {2}</title></head>\n<body><main><h1>{1} {2}</h1>\n{3}\n"
            "</main></body></html>\n"
        )
        .format(language, name, heading(changes), Markup("\n").join(blocks))
        .encode()
    )


def _row(change: Change, names: Names, language: str) -> Markup:
    parts = [Markup('<li><a href="{}">{}</a>').format(change.iri, change.name(language))]
    for tag, facts in (("del", change.before), ("ins", change.after)):
        parts += [Markup("<br><{0}>{1}</{0}>").format(tag, fact) for fact in facts]
    parts += [Markup("<br><em>{}</em>").format(t) for _, t in _ends(change, names, language)]
    return Markup("").join(parts) + Markup("</li>")


def change_triples(changes: ChangeSet, names: Names) -> Iterator[ox.Triple]:
    """The change set in Activity Streams 2.0: a collection of Create, Update and Delete."""
    whole = ox.NamedNode(names.graph("changes") + f"#set-{changes.new}")
    yield _triple(whole, RDF + "type", ox.NamedNode(AS + "Collection"))
    count = ox.Literal(str(len(changes.changes)), datatype=ox.NamedNode(XSD + "integer"))
    yield _triple(whole, AS + "totalItems", count)
    for language, name in (("de", "Änderungen"), ("en", "Changes")):
        label = ox.Literal(f"{name} {changes.old or '∅'} → {changes.new}", language=language)
        yield _triple(whole, RDFS + "label", label)
    for version, predicate in ((changes.new, "subject"), (changes.old, "replaces")):
        if version:
            iri = names.graph("catalog") + f"#version-{version}"
            yield _triple(whole, DCTERMS + predicate, ox.NamedNode(iri))
    for change in changes.changes:
        node = ox.NamedNode(change_iri(names, changes, change))
        yield _triple(whole, AS + "items", node)
        yield from _activity(node, change, changes.date)


def _activity(node: ox.NamedNode, change: Change, date: str) -> Iterator[ox.Triple]:
    yield _triple(node, RDF + "type", ox.NamedNode(AS + _ACTIVITY.get(change.kind, "Update")))
    yield _triple(node, AS + "object", ox.NamedNode(change.iri))
    yield _triple(node, _KIND, ox.Literal(change.kind))
    if date:
        moment = ox.Literal(f"{date}T00:00:00Z", datatype=ox.NamedNode(XSD + "dateTime"))
        yield _triple(node, AS + "published", moment)
    if change.replaced_by:
        yield _triple(node, AS + "result", ox.NamedNode(change.replaced_by))
    for language in ("de", "en"):
        title = f"{change.name(language)} ({kind_name(change.kind, language)})"
        yield _triple(node, RDFS + "label", ox.Literal(title, language=language))
        told = summary(change, language)
        if told:
            yield _triple(node, AS + "summary", ox.Literal(told, language=language))


def as_turtle(changes: ChangeSet, names: Names, language: str) -> bytes:
    """The triples of `change_triples` as Turtle."""
    del language
    return write_triples(change_triples(changes, names), "ttl", names)


def as_atom(changes: ChangeSet, names: Names, language: str) -> bytes:
    """A feed of this change set alone."""
    title = ("Änderungen " if language == "de" else "Changes ") + heading(changes)
    feed = Feed(f"changes/{changes.new}.atom", title, language, names.base, "", "changes.html")
    return atom(feed, [changes], names)


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)


FORMATS: Final[Mapping[str, tuple[str, Writer]]] = {
    "text": ("txt", as_text),
    "json": ("json", as_json),
    "html": ("html", as_html),
    "turtle": ("ttl", as_turtle),
    "atom": ("atom", as_atom),
}
"""Name on the command line → file suffix, writer."""
