"""Change sets → Atom feeds: one of everything, and one for each entity under its own path."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from operator import attrgetter
from typing import Final

from onrecord.diff import Change, ChangeSet
from onrecord.diff.atom import Feed, atom, entries_of
from onrecord.errors import IdentityError
from onrecord.names import Names
from onrecord.publish.additions import Additions
from onrecord.publish.earlier import Earlier
from onrecord.publish.publication import Changed
from onrecord.rdf.runs import key_of
from onrecord.workspace import Config

FEED: Final = "feed.xml"
_SUFFIX: Final = ".atom"
MOST: Final = 1_000
"""Entries in one feed, the newest."""
_KINDS: Final = frozenset(
    "article company deal dispute event group medium person place product report source "
    "topic".split()
)
_HEAD: Final = attrgetter(*(field.name for field in fields(Feed)))
_FIELDS: Final = tuple(field.name for field in fields(Change))
_TITLE: Final = {"de": "Änderungen", "en": "Changes"}


def has_feed(path: str) -> bool:
    """Whether what stands at a path (no suffix) is of a kind that has a feed of its own."""
    return path.partition("/")[0] in _KINDS


def feed_files(
    config: Config, sets: Iterable[ChangeSet], most: int = MOST, earlier: Earlier | None = None
) -> Changed:
    """`feed.xml` and `<path>.atom` in every language; none where no change set has a date.

    A feed of the `earlier` publication stays where it tells the same.
    """
    known, found = earlier or Earlier(), [s for s in sets if s.date]
    news = found[0].changes if len(found) == 1 else None
    if known.files and isinstance(news, Additions) and news.known:
        yield from _touched(config, found[0], news, most, known)
        return
    for feed, kept, recipe in _feeds(config, found, most):
        if not known.same(feed.path, recipe):
            yield feed.path, atom(feed, kept, config.names)


def _touched(
    config: Config, found: ChangeSet, news: Additions, most: int, known: Earlier
) -> Changed:
    """The feeds of a first version in which something is other than before."""
    fresh: list[tuple[Feed, ChangeSet]] = []
    away = set[str]()
    for head in _heads(config):
        if news.among(most):
            fresh.append((head, found))
        for it in news.touched:
            path, own = _path(it, config.names), news.about(it)
            if has_feed(path) and own:
                changes = news.concerning(it, most)
                fresh.append((_of(head, path, own), replace(found, changes=changes)))
            else:
                away.add(_file(head, path))
    stay = (path for path in known.old.made if path.endswith((FEED, _SUFFIX)) and path not in away)
    known.new.made |= dict.fromkeys(stay, b"")
    for feed, of in fresh:
        known.new.made[feed.path] = b""
        stays = _entries(feed, news, known)
        yield feed.path, atom(feed, _cut([of], most), config.names, stays)


def _entries(feed: Feed, news: Additions, known: Earlier) -> dict[str, str]:
    """The entries that a feed of the last publication had of documents that are what they were."""
    if feed.path not in known.files:
        return {}
    entries = entries_of(bytes(known.bytes_of(feed.path)))
    return {it: entry for it, entry in entries.items() if it not in news.other}


def _feeds(
    config: Config, dated: list[ChangeSet], most: int
) -> Iterator[tuple[Feed, list[ChangeSet], bytes]]:
    """Each feed with its changes, and a key of all of it."""
    digests: dict[int, bytes] = {}

    def digest(kept: list[ChangeSet]) -> bytes:
        rows = [repr([(changes.new, changes.date) for changes in kept]).encode()]
        for changes in kept:
            for change in changes.changes:
                if id(change) not in digests:
                    digests[id(change)] = key_of(_told(change).encode("utf-8", "surrogatepass"))
                rows.append(digests[id(change)])
            rows.append(b"")
        return key_of(b"\0".join(rows))

    def recipe(feed: Feed, told: bytes) -> bytes:
        return key_of(repr(_HEAD(feed)).encode("utf-8", "surrogatepass") + told)

    if not dated:
        return
    by_entity = _by_entity(dated, config.names)
    found = ((path, name, _cut(own, most)) for path, (name, own) in by_entity.items())
    entities = [(path, name, kept, digest(kept)) for path, name, kept in found]
    newest = _cut(dated, most)
    for head in _heads(config):
        yield head, newest, recipe(head, digest(newest))
        for path, name, kept, told in entities:
            feed = _of(head, path, name)
            yield feed, kept, recipe(feed, told)


def _heads(config: Config) -> Iterator[Feed]:
    """The head of the feed of everything in each language."""
    for language in config.languages:
        prefix = "" if language == config.default_language else f"{language}/"
        title = f"{config.title[language]} – {_TITLE[language]}"
        rights = config.data_license
        head = Feed(f"{prefix}{FEED}", title, language, config.publisher.name, rights)
        yield replace(head, home=f"{prefix}changes.html", prefix=prefix)


def _of(head: Feed, path: str, own: Change) -> Feed:
    """The head of the feed of an entity, which has the name that its own change tells."""
    title = f"{own.name(head.language)} – {_TITLE[head.language]}"
    return replace(head, path=_file(head, path), title=title, home=f"{head.prefix}{path}.html")


def _file(head: Feed, path: str) -> str:
    return f"{head.prefix}{path}{_SUFFIX}"


def _told(change: Change) -> str:
    """All of a change; the text that the record has for itself takes three times as long."""
    return repr([getattr(change, name) for name in _FIELDS])


def _by_entity(sets: list[ChangeSet], names: Names) -> dict[str, tuple[Change, list[ChangeSet]]]:
    """Path of each entity → a change that has its name, and the sets with what concerns it."""
    own: dict[str, Change] = {}
    found: dict[str, list[ChangeSet]] = defaultdict(list)
    for changes in sets:
        rows: dict[str, list[Change]] = defaultdict(list)
        for change in changes.changes:
            for iri in change.concerns:
                rows[iri].append(change)
                if iri == change.iri:
                    own.setdefault(iri, change)
        for iri, kept in rows.items():
            found[iri].append(ChangeSet(changes.old, changes.new, changes.date, tuple(kept)))
    made = {}
    for iri in sorted(found):
        path = _path(iri, names)
        if iri in own and has_feed(path):
            made[path] = (own[iri], found[iri])
    return made


def _path(iri: str, names: Names) -> str:
    try:
        return names.path(iri)
    except IdentityError:
        return ""


def _cut(sets: list[ChangeSet], most: int) -> list[ChangeSet]:
    """The first `most` changes of all sets together."""
    kept = []
    for changes in sets:
        found = changes.changes[:most]
        kept.append(ChangeSet(changes.old, changes.new, changes.date, found))
        most -= len(kept[-1].changes)
    return kept
