"""Changes → an Atom feed (RFC 4287), the newest change set first."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from types import MappingProxyType
from typing import Final

from onrecord.diff.records import KINDS, Change, ChangeSet
from onrecord.errors import IdentityError
from onrecord.names import Names

_ATOM: Final = "http://www.w3.org/2005/Atom"
_IN_QUOTES: Final = str.maketrans({'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"})
_ENTRY: Final = " <entry>"
_ABOUT: Final = '  <link rel="about" href="'
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


def atom(
    feed: Feed,
    sets: Iterable[ChangeSet],
    names: Names,
    entries: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """The feed; change sets without a date are left out, since Atom cannot carry them. Of a feed
    that tells of each resource once some `entries` may be there already, by its IRI."""
    dated = [s for s in sets if s.date]
    address = names.base + feed.path
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="{_ATOM}" xml:lang={_quoted(feed.language)}>',
        _leaf(" ", "id", address),
        _leaf(" ", "title", feed.title),
        _leaf(" ", "updated", _moment(max((s.date for s in dated), default=""))),
        f" <author>\n{_leaf('  ', 'name', feed.author)}\n </author>",
        *([_leaf(" ", "rights", feed.rights)] if feed.rights else ()),
        f' <link rel="self" type="application/atom+xml" href={_quoted(address)} />',
        f' <link rel="alternate" type="text/html" href={_quoted(names.base + feed.home)} />',
    ]
    found = ((s, change) for s in dated for change in s.changes)
    lines += (entries.get(c.iri) or _entry(feed, s, c, names) for s, c in found)
    return "\n".join([*lines, "</feed>\n"]).encode()


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


def _told(change: Change, language: str) -> str:
    """The summary for readers of feeds: of what is new or gone as a whole only why, since its
    name and its page say what it is, and triples do not."""
    if change.kind in ("added", "withdrawn"):
        change = replace(change, before=(), after=())
    return summary(change, language)


def kind_name(kind: str, language: str) -> str:
    """The name of a kind of change."""
    return KINDS[kind][0 if language == "de" else 1]


def entries_of(feed: bytes) -> dict[str, str]:
    """The entries of a feed as `atom` writes them, by the IRI of what each is about."""
    _, *rows = feed.decode().removesuffix("\n</feed>\n").split(f"\n{_ENTRY}\n")
    about = (row.rpartition(_ABOUT)[2].partition('"')[0] for row in rows)
    return {unescape(iri): f"{_ENTRY}\n{row}" for iri, row in zip(about, rows, strict=True)}


def _entry(feed: Feed, changes: ChangeSet, change: Change, names: Names) -> str:
    kind = kind_name(change.kind, feed.language)
    try:
        page = f"{names.base}{feed.prefix}{names.path(change.iri)}.html"
    except IdentityError:
        page = change.iri
    lines = (
        _ENTRY,
        _leaf("  ", "id", change_iri(names, changes, change)),
        _leaf("  ", "title", f"{change.name(feed.language)} ({kind})"),
        _leaf("  ", "updated", _moment(changes.date)),
        _leaf("  ", "summary", _told(change, feed.language) or kind),
        f"  <category term={_quoted(change.kind)} label={_quoted(kind)} />",
        f'  <link rel="alternate" type="text/html" href={_quoted(page)} />',
        f"{_ABOUT}{_quoted(change.iri)[1:]} />",
        " </entry>",
    )
    return "\n".join(lines)


def _leaf(indent: str, name: str, text: str) -> str:
    return (
        f"{indent}<{name}>{escape(text, quote=False)}</{name}>" if text else f"{indent}<{name} />"
    )


def _quoted(text: str) -> str:
    """An attribute's value, between its quotation marks."""
    return f'"{escape(text, quote=False).translate(_IN_QUOTES)}"'


def _moment(date: str) -> str:
    return f"{date or '1970-01-01'}T00:00:00Z"
