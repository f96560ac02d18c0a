"""Two `Snapshot`s → `ChangeSet`: one change for each resource and each kind of difference."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from onrecord.diff.records import Change, ChangeSet
from onrecord.diff.snapshot import Fact, Snapshot
from onrecord.diff.tombstones import is_tombstone, tombstone
from onrecord.names import DCTERMS, OA, ONR, RDF, RDFS, SCHEMA, Names, document

_STATUS: Final = frozenset(ONR + name for name in ("dealStatus", "bindingness"))
_ASPECT: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("statedBy", "onBehalfOf", "accordingTo", "occasion"), "re-attributed"),
        **dict.fromkeys(("subject", "predicate", "object", "embeds", "about"), "content"),
        **dict.fromkeys(("form", "modality", "polarity", "hedge"), "firmness"),
        **dict.fromkeys(
            "paragraph anchorPhrase anchoredAt recordedIn textHash textFragment prefixHash "
            "suffixHash".split(),
            "evidence",
        ),
        **dict.fromkeys(("gloss", "note", "mentions"), "wording"),
        "amount": "amount",
        "time": "time",
    }
)
_PART: Final[Mapping[str, str]] = MappingProxyType(
    {"amount": "amount", "time": "time", "anchor": "evidence", "rel": "relations"}
)
_PLACE: Final = re.compile(r"(?:.*-)?(?:anchor|passage)-\d+(?:-quote|-position)?")
"""The parts that say where the words of a resource stand in the text."""
_FOLLOWS: Final = frozenset(
    {ONR + n for n in "paragraph textHash textFragment prefixHash suffixHash".split()}
    | {OA + n for n in ("start", "end")}
)
"""What of such a part follows from the text and the words: a correction elsewhere changes it."""
_INVOLVED: Final = frozenset(
    ONR + name
    for name in (
        "statedBy onBehalfOf accordingTo recordedIn subject object about mentions occasion "
        "hasPosition referent participant relationTo relationFrom namedMember"
    ).split()
)


def compare(old: Snapshot | None, new: Snapshot, names: Names, date: str = "") -> ChangeSet:
    """What changed from `old` (none: everything is new) to `new`, made at `date`."""
    before = old or Snapshot("", {}, {})
    changes = [
        *_withdrawn(before, new, names),
        *_added(before, new, names),
        *_altered(before, new, names),
    ]
    return ChangeSet(before.name, new.name, date, tuple(sorted(changes, key=lambda c: c.order)))


def added(it: str, alone: Snapshot, names: Names) -> Change | None:
    """What `compare` says of a new document, from a snapshot that has no other; it concerns all
    that it names. Nothing where it is a tombstone."""
    if is_tombstone(alone, it):
        return None
    change = next(_added(Snapshot("", {}, {}), alone, names))
    return replace(change, concerns=tuple(sorted({it, *_involved(it, alone)})))


def lost(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """The documents that are not even withdrawn in the new state, sorted."""
    return sorted({*old}.difference(new))


def alive(snapshot: Snapshot) -> frozenset[str]:
    """The documents that are described and not withdrawn."""
    return frozenset(it for it in snapshot.facts if not is_tombstone(snapshot, it))


def _withdrawn(old: Snapshot, new: Snapshot, names: Names) -> Iterator[Change]:
    for it in sorted(alive(old) - alive(new)):
        grave = tombstone(new, it)
        yield Change(
            "withdrawn",
            it,
            old.label(it) or grave.label,
            before=_shown(old.facts[it], names) if it in old.statements else (),
            reason=grave.reason,
            concerns=_concerned(it, old),
            replaced_by=min(grave.replaced_by, default=""),
            statement=it in old.statements,
        )


def _added(old: Snapshot, new: Snapshot, names: Names) -> Iterator[Change]:
    for it in sorted(alive(new) - alive(old)):
        yield Change(
            "added",
            it,
            new.label(it),
            after=_shown(new.facts[it], names) if it in new.statements else (),
            concerns=_concerned(it, new),
            statement=it in new.statements,
        )


def _altered(old: Snapshot, new: Snapshot, names: Names) -> Iterator[Change]:
    for it in sorted(alive(old) & alive(new)):
        if old.facts[it] == new.facts[it] and old.origins[it] == new.origins[it]:
            continue
        statement = it in new.statements
        gone, come = _aspects(it, old, new), _aspects(it, new, old)
        if {*gone, *come} - {"wording"} and _only_notes(gone, come):
            del come["wording"]
        for kind in sorted({*gone, *come}):
            yield Change(
                kind if statement or kind == "origin" else "changed",
                it,
                new.label(it) or old.label(it),
                before=_shown(gone.get(kind, ()), names),
                after=_shown(come.get(kind, ()), names),
                reason=_new_notes(it, old, new),
                concerns=tuple(sorted({*_concerned(it, old), *_concerned(it, new)})),
                statement=statement,
            )


def _aspects(it: str, here: Snapshot, there: Snapshot) -> dict[str, tuple[Fact, ...]]:
    """Kind of difference → the facts that only `here` has; for others than statements, one."""
    other = frozenset(there.facts[it])
    found: dict[str, list[Fact]] = defaultdict(list)
    status = any(v.value in _STATUS for v in here.values(it, ONR + "predicate"))
    for fact in here.facts[it]:
        if fact not in other and not _follows(fact):
            kind = _aspect(fact)
            found["status" if kind == "content" and status else kind].append(fact)
    if it not in here.statements:
        found = defaultdict(list, {"changed": [f for facts in found.values() for f in facts]})
    if here.origins[it] != there.origins[it]:
        found["origin"].append(("", ONR + "origin", ox.Literal(here.origins[it])))
    return {kind: tuple(facts) for kind, facts in found.items() if facts}


def _follows(fact: Fact) -> bool:
    part, predicate, _ = fact
    return predicate in _FOLLOWS and _PLACE.fullmatch(part) is not None


def _only_notes(gone: dict[str, tuple[Fact, ...]], come: dict[str, tuple[Fact, ...]]) -> bool:
    """Whether the wording changed only by a new note, which then is the reason of the rest."""
    new = come.get("wording", ())
    return bool(new) and "wording" not in gone and all(p == ONR + "note" for _, p, _ in new)


def _aspect(fact: Fact) -> str:
    part, predicate, _ = fact
    if part:
        return _PART.get(part.partition("-")[0], "wording")
    if predicate in (RDFS + "label", DCTERMS + "description"):
        return "wording"
    return _ASPECT.get(predicate.removeprefix(ONR), "content")


def _new_notes(it: str, old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Curators' notes that came with the change."""
    before = old.texts(it, ONR + "note")
    return {c: t for c, t in new.texts(it, ONR + "note").items() if before.get(c) != t}


def _concerned(it: str, snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(sorted({it, *(d for d in _involved(it, snapshot) if d in snapshot.facts)}))


def _involved(it: str, snapshot: Snapshot) -> set[str]:
    return {
        document(value.value)
        for _, predicate, value in snapshot.facts[it]
        if predicate in _INVOLVED and isinstance(value, ox.NamedNode)
    }


_SAID: Final = frozenset(
    ONR + n for n in ("statedBy", "onBehalfOf", "accordingTo", "subject", "predicate", "object")
)
_NUMBERS: Final = frozenset(
    {SCHEMA + n for n in ("currency", "value", "minValue", "maxValue")} | {ONR + "amountText"}
)


def _shown(facts: tuple[Fact, ...], names: Names) -> tuple[str, ...]:
    """Facts as `property value`; of a whole statement, who says what and how much."""
    whole = any(not part and p == RDF + "type" for part, p, _ in facts)
    kept = [f for f in facts if not whole or f[1] in _SAID or f[1] in _NUMBERS]
    return tuple(f"{names.compact(p)} {_term(value, names)}" for _, p, value in kept)


def _term(value: ox.NamedNode | ox.Literal, names: Names) -> str:
    if isinstance(value, ox.NamedNode):
        return names.compact(value.value)
    return f"“{value.value}”@{value.language}" if value.language else value.value
