"""The triples of one document → what the tables of a `Library` have of it, as plain values."""

import marshal
from collections.abc import Callable, Iterator, Mapping
from itertools import starmap
from typing import Any, Final, NamedTuple, TypeVar

import pyoxigraph as ox

from onrecord.names import ONR, RDF, SCHEME, SHAPES, VOID, document
from onrecord.rdf.runs import Described
from onrecord.results import Results
from onrecord.views.records import Text, subject_of

V = TypeVar("V")
Kinds = dict[str, tuple[str, ...]]
Uses = dict[str, tuple[int, str]]
Texts = Mapping[str, tuple[Text, ...]]
_TYPE: Final = RDF + "type"
NAME: Final = "about"
VOCABULARIES: Final = (document(ONR), SCHEME, document(SHAPES))


class About(NamedTuple):
    """The classes of each subject, in order; the hash IRIs; how often each term that is no part of
    the document is used, and the first subject that does; the texts with a language by subject and
    property, packed."""

    kinds: Kinds
    parts: tuple[str, ...]
    uses: Uses
    packed: bytes

    @property
    def texts(self) -> dict[str, dict[str, list[tuple[str, str]]]]:
        """The texts by subject and property, with their languages."""
        found: dict[str, dict[str, list[tuple[str, str]]]] = marshal.loads(self.packed)
        return found


NOTHING: Final = About({}, (), {}, marshal.dumps({}))


def about(found: Described, results: Results) -> About:
    """What the tables have of a document."""
    return _unpacked(results.of(NAME, found.key, _about, found))


def about_before(key: bytes | None, results: Results) -> About:
    """What they had of a document of that key in the last build."""
    known = results.before(NAME, key)
    return _unpacked(known) if known else NOTHING


def knows(key: bytes | None, results: Results) -> bool:
    """Whether it is known what they had of a document of that key, if there was one."""
    return key is None or results.before(NAME, key) is not None


def about_now(key: bytes | None, results: Results) -> About:
    """What they have of a document of that key in this build."""
    return NOTHING if key is None else _unpacked(results.now(NAME, key))


def _unpacked(packed: bytes) -> About:
    return About(*marshal.loads(packed))


def _about(found: Described) -> bytes:
    """Packed, because most of it is only handed on."""
    kinds: dict[str, list[str]] = {}
    uses: Uses = {}
    texts: dict[str, dict[str, list[tuple[str, str]]]] = {}
    subjects: dict[str, None] = {}
    home = "".join(f"{document(subject_of(t))}#" for t in found.triples[:1])
    for triple in found.triples:
        subject, predicate, term = subject_of(triple), triple.predicate.value, triple.object
        subjects[subject] = None
        used = [predicate]
        if isinstance(term, ox.NamedNode):
            value = term.value
            if predicate == _TYPE:
                kinds.setdefault(subject, []).append(value)
            if "#" in value and not value.startswith(home) and not predicate.startswith(VOID):
                used.append(value)
        elif isinstance(term, ox.Literal) and term.language:
            of = texts.setdefault(subject, {}).setdefault(predicate, [])
            of.append((term.value, term.language))
        for name in used:
            count, first = uses.get(name, (0, subject))
            uses[name] = (count + 1, first)
    parts = tuple(s for s in subjects if "#" in s)
    classes = {s: tuple(k) for s, k in kinds.items()}
    return marshal.dumps((classes, parts, uses, marshal.dumps(texts)))


class TextsOf(Mapping[str, Texts]):
    """The texts of every subject; those of a document are unpacked when one is asked for."""

    def __init__(self, found: Mapping[str, About]) -> None:
        self._found = found
        self._unpacked: dict[str, dict[str, dict[str, list[tuple[str, str]]]]] = {}
        self._known: dict[str, Texts | None] = {}

    def _of(self, owner: str) -> Mapping[str, Mapping[str, list[tuple[str, str]]]]:
        if owner not in self._unpacked:
            self._unpacked[owner] = self._found[owner].texts if owner in self._found else {}
        return self._unpacked[owner]

    def _made(self, key: str) -> Texts | None:
        if key not in self._known:
            of = self._of(document(key)).get(key)
            texts = {p: tuple(starmap(Text, rows)) for p, rows in of.items()} if of else None
            self._known[key] = texts
        return self._known[key]

    def __getitem__(self, key: str) -> Texts:
        found = self._made(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The texts of a subject, or the default."""
        found = self._made(key)
        return default if found is None else found

    def __iter__(self) -> Iterator[str]:
        return (subject for owner in self._found for subject in self._of(owner))

    def __len__(self) -> int:
        return sum(len(self._of(owner)) for owner in self._found)


class InDocuments(Mapping[str, V]):
    """What is told of every subject in one column of its document, or is `known` already."""

    def __init__(
        self,
        found: Mapping[str, About],
        column: Callable[[About], Mapping[str, V]],
        known: Mapping[str, V] | None = None,
    ) -> None:
        self._found, self._column = found, column
        self._known: dict[str, Mapping[str, V]] = {}
        # A page asks for the same few again and again.
        self._asked: dict[str, V] = {**(known or {})}

    def _of(self, owner: str) -> Mapping[str, V]:
        if owner not in self._known:
            self._known[owner] = self._column(self._found.get(owner, NOTHING))
        return self._known[owner]

    def __getitem__(self, key: str) -> V:
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = self._of(document(key))[key]
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._asked or key in self._of(document(str(key)))

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(subject for owner in self._found for subject in self._of(owner)))

    def __len__(self) -> int:
        return sum(len(self._of(owner)) for owner in self._found)
