"""Two libraries → the cells in which they differ, found without looking through what they share."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from onrecord.results import Results
from onrecord.views.about import VOCABULARIES, About, about_before, about_now
from onrecord.views.reads import EVERYTHING, WHOLE, cell

K = TypeVar("K")
V = TypeVar("V")
Others = Mapping[str, Collection[str]]
Cells = Iterator[tuple[str, str]]


class State(NamedTuple):
    """What a library is made of beside the answers of its queries: the keys of its documents and of
    what the projection has of them, and the sizes of the graphs."""

    documents: Mapping[str, bytes]
    projection: Mapping[str, bytes]
    graphs: Mapping[str, int]


def changed(
    old: State,
    now: State,
    results: Results,
    others: Others = MappingProxyType({}),
) -> set[int]:
    """The cells that have another content than before, or came, or went; and always what is in no
    table. A table that is read from end to end has changed where one of its cells has. By query,
    `others` are the resources about which its answer is another."""
    found = dict.fromkeys(_cells(old, now, results, others))
    tables = {table for table, _ in found}
    return {EVERYTHING, *(cell(*c) for c in found), *(cell(table, WHOLE) for table in tables)}


def _cells(old: State, now: State, results: Results, others: Others) -> Cells:
    for it in differing(old.documents, now.documents):
        yield "documents", it
        if it.startswith(VOCABULARIES):
            yield "vocabulary", it
        if (it in old.documents) != (it in now.documents):
            yield "paths", it
        before = about_before(old.documents.get(it), results)
        after = about_now(now.documents.get(it), results)
        yield from _of_document(it, before, after)
    yield from (("projection", it) for it in differing(old.projection, now.projection))
    for it in differing(old.graphs, now.graphs):
        yield "graphs", it
        if (it in old.graphs) != (it in now.graphs):
            yield "paths", it
    for query, found in others.items():
        yield from ((f"answers of {query}", it) for it in found)


def _of_document(document: str, before: About, after: About) -> Cells:
    for it in differing(before.kinds, after.kinds):
        yield "kinds", it
        classes = set(before.kinds.get(it, ())) ^ set(after.kinds.get(it, ()))
        yield from (("classes", name) for name in classes)
    yield from (("parts", it) for it in set(before.parts) ^ set(after.parts))
    if not document.startswith(VOCABULARIES):
        yield from (("uses", term) for term in differing(before.uses, after.uses))
    if before.packed != after.packed:
        yield from (("texts", it) for it in differing(before.texts, after.texts))


def differing(one: Mapping[K, V], other: Mapping[K, V]) -> Iterable[K]:
    """The keys under which two tables differ."""
    return {k for k, v in one.items() if other.get(k) != v} | (other.keys() - one.keys())
