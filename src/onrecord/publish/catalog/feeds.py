"""Change sets → Atom feeds: one of everything, and one for each entity under its own path."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from onrecord.diff import Change, ChangeSet
from onrecord.diff.atom import Feed, atom
from onrecord.errors import IdentityError
from onrecord.names import Names
from onrecord.publish.publication import Files
from onrecord.workspace import Config

FEED: Final = "feed.xml"
MOST: Final = 1_000
"""Entries in one feed, the newest."""
_KINDS: Final = frozenset(
    "article company deal dispute event group medium person place product report source "
    "topic".split()
)
_TITLE: Final = {"de": "Änderungen", "en": "Changes"}


def has_feed(path: str) -> bool:
    """Whether what stands at a path (no suffix) is of a kind that has a feed of its own."""
    return path.partition("/")[0] in _KINDS


def feed_files(config: Config, sets: Iterable[ChangeSet], most: int = MOST) -> Files:
    """`feed.xml` and `<path>.atom` in every language; none where no change set has a date."""
    dated = [s for s in sets if s.date]
    if not dated:
        return
    names = config.names
    by_path = _by_entity(dated, names)
    for language in config.languages:
        prefix = "" if language == config.default_language else f"{language}/"
        title = f"{config.title[language]} – {_TITLE[language]}"
        rights = config.data_license
        head = Feed(f"{prefix}{FEED}", title, language, config.publisher.name, rights)
        head = replace(head, home=f"{prefix}changes.html", prefix=prefix)
        yield head.path, atom(head, _cut(dated, most), names)
        for path, (name, own) in by_path.items():
            entity = replace(
                head,
                path=f"{prefix}{path}.atom",
                title=f"{name.name(language)} – {_TITLE[language]}",
                home=f"{prefix}{path}.html",
            )
            yield entity.path, atom(entity, _cut(own, most), names)


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
            found[iri].append(replace(changes, changes=tuple(kept)))
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
        kept.append(replace(changes, changes=changes.changes[:most]))
        most -= len(kept[-1].changes)
    return kept
