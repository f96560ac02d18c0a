"""Changes → an Atom feed (RFC 4287), the newest change set first."""

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from onrecord.diff.records import KINDS, Change, ChangeSet
from onrecord.errors import IdentityError
from onrecord.names import Names

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_WORDS: Final = {
    "de": {"before": "vorher", "after": "jetzt", "why": "Grund", "instead": "ersetzt durch"},
    "en": {"before": "before", "after": "now", "why": "reason", "instead": "replaced by"},
}


@dataclass(frozen=True, slots=True)
class Feed:
    """What stands at the head of a feed; `path` is its place under the base, `home` the page
    that it belongs to, `prefix` the folder of the pages in its language."""

    path: str
    title: str
    language: str
    author: str
    rights: str
    home: str = ""
    prefix: str = ""


def change_iri(names: Names, changes: ChangeSet, change: Change) -> str:
    """The IRI of one change: the same wherever it is told."""
    text = "\0".join((changes.new, change.kind, change.iri))
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return f"{names.graph('changes')}#change-{digest}"


def atom(feed: Feed, sets: Iterable[ChangeSet], names: Names) -> bytes:
    """The feed; change sets without a date are left out, since Atom cannot carry them."""
    dated = [s for s in sets if s.date]
    root = ET.Element("feed", {"xmlns": _ATOM, f"{{{_XML}}}lang": feed.language})
    address = names.base + feed.path
    _leaf(root, "id", address)
    _leaf(root, "title", feed.title)
    _leaf(root, "updated", _moment(max((s.date for s in dated), default="")))
    _leaf(ET.SubElement(root, "author"), "name", feed.author)
    if feed.rights:
        _leaf(root, "rights", feed.rights)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=address)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=names.base + feed.home)
    for changes in dated:
        for change in changes.changes:
            _entry(root, feed, changes, change, names)
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def summary(change: Change, language: str) -> str:
    """One sentence-like line: what it was, what it is, why."""
    words = _WORDS.get(language, _WORDS["en"])
    parts = [
        f"{words[key]}: {text}"
        for key, text in (
            ("before", "; ".join(change.before)),
            ("after", "; ".join(change.after)),
            ("why", change.why(language)),
            ("instead", change.replaced_by),
        )
        if text
    ]
    return " — ".join(parts)


def kind_name(kind: str, language: str) -> str:
    """The name of a kind of change."""
    return KINDS[kind][0 if language == "de" else 1]


def _entry(root: ET.Element, feed: Feed, changes: ChangeSet, change: Change, names: Names) -> None:
    entry = ET.SubElement(root, "entry")
    _leaf(entry, "id", change_iri(names, changes, change))
    kind = kind_name(change.kind, feed.language)
    _leaf(entry, "title", f"{change.name(feed.language)} ({kind})")
    _leaf(entry, "updated", _moment(changes.date))
    _leaf(entry, "summary", summary(change, feed.language) or kind)
    ET.SubElement(entry, "category", term=change.kind, label=kind)
    try:
        page = f"{names.base}{feed.prefix}{names.path(change.iri)}.html"
    except IdentityError:
        page = change.iri
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=page)
    ET.SubElement(entry, "link", rel="about", href=change.iri)


def _leaf(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _moment(date: str) -> str:
    return f"{date or '1970-01-01'}T00:00:00Z"
