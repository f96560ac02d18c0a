"""One bucket of mentions → entities of all articles together: quads, pages, findings, conflicts.

The same name in the same kind is the same entity; what speaks against an identity is reported and
never settled by a guess.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from onrecord.archive.context import Context
from onrecord.archive.engines import About, Engine
from onrecord.archive.files import Done, Packed, PageFiles, Shelf, lines
from onrecord.archive.mentions import Entry, bucket_of, merged, thing
from onrecord.archive.pages import PER_PAGE, Entity, Named, entity_page
from onrecord.archive.records import Job
from onrecord.archive.shard import tools_of
from onrecord.archive.start import MOST
from onrecord.derive.axioms import closure
from onrecord.derive.origins import origins
from onrecord.graph import DERIVED, ENTITIES, KnowledgeGraph
from onrecord.names import ONR, RDF, RDFS, SKOS, document
from onrecord.rdf import triple_key
from onrecord.report import Finding

CLASSES: Final = {"company": "Company", "person": "Person", "medium": "NewsMedium"}
_COUNTED: Final = {
    ONR + "Company": "companies",
    ONR + "Person": "persons",
    ONR + "NewsMedium": "media",
}
_TYPE: Final = RDF + "type"
_EXTRACTED: Final = "extracted/entities"
_BATCH: Final = 100
_MOST_SHOWN: Final = 20

Conflict = dict[str, Any]


@dataclass(slots=True)
class _Bucket:
    """Collects the files of a bucket; entities wait in small batches to be checked."""

    context: Context
    engine: Engine
    job: Job
    pages: PageFiles
    quads: Packed = field(default_factory=Packed)
    conflicts: list[Conflict] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    waiting: dict[str, list[str]] = field(default_factory=dict)
    often: list[tuple[int, str, dict[str, Any]]] = field(default_factory=list)

    def check(self) -> None:
        """Validates the entities that wait, each with all that is said of it."""
        data = "".join(line for own in self.waiting.values() for line in own)
        about = About(lambda focus: document(focus) in self.waiting)
        found = self.engine.findings(data, about)
        self.findings += sorted(found, key=lambda f: (f.focus, f.severity, f.rule, str(f)))
        self.waiting.clear()


def merge_bucket(job: Job, key: str, number: int, shards: Iterable[Done]) -> Done:
    """Merges and writes one bucket of all shards."""
    known = tools_of(job)
    pages = PageFiles(Shelf(job.out), job.pages)
    bucket = _Bucket(known.context, known.engine, job, pages)
    entries = merged(segments(job, number, shards))
    seen = set()
    for about, group in groupby(entries, key=lambda entry: thing(entry.key)):
        if about[0] == "e":
            seen.add(about[1:])
            _entity(bucket, about[1:], group)
        else:
            bucket.conflicts += _conflicts(about, group, known.context)
    for iri in known.context.registered:
        if iri not in seen and bucket_of(f"e{iri}", job.buckets) == number:
            _entity(bucket, iri, iter(()))
    bucket.check()
    return _write(bucket, job, key, f"entities-{number:03d}")


def segments(job: Job, number: int, shards: Iterable[Done]) -> Iterator[tuple[Path, int, int]]:
    """Where the lines of a bucket lie in the files of the shards."""
    shelf = Shelf(job.out)
    for shard in shards:
        path = shelf.work(f"mentions-{shard.name.rpartition('-')[2]}.tsv")
        yield path, shard.offsets[number], shard.offsets[number + 1]


def _entity(bucket: _Bucket, iri: str, group: Iterator[Entry]) -> None:
    """Names come first in the group, then the articles, which are never all in memory."""
    names: Counter[tuple[str, str]] = Counter()
    rest: Iterator[Entry] = group
    for entry in group:
        if not entry.key.endswith(" 0"):
            rest = chain((entry,), group)
            break
        kind, name, count = entry.payload
        names[kind, name] += count
    registered = bucket.context.registered.get(iri)
    entity = _named(iri, names, registered or (), bucket.context)
    if registered is None and len(entity.names) > 1:
        what = "one address for several names"
        bucket.conflicts.append({"conflict": what, "iri": iri, "names": list(entity.names)})
    told = _describe(bucket, entity, registered)
    if bucket.job.pages != "none" and entity.names and bucket.context.names.owns(iri):
        bucket.pages.add(f"{bucket.context.names.path(iri)}.nt", told)
        _print(bucket, entity, rest)


def _named(
    iri: str,
    names: Counter[tuple[str, str]],
    registered: Sequence[ox.Triple],
    context: Context,
) -> Entity:
    """The entity with its names, the one used most first; the register's label is before all."""
    spelled = sorted(names, key=lambda n: (-names[n], n))
    languages = context.config.languages
    labels = {
        t.object.language or "": t.object.value
        for t in registered
        if t.predicate.value == RDFS + "label"
        and isinstance(t.object, ox.Literal)
        and str(t.subject) == f"<{iri}>"
    }
    label = next((labels[code] for code in (*languages, *sorted(labels)) if code in labels), None)
    ordered = dict.fromkeys(([] if label is None else [label]) + [name for _, name in spelled])
    kind = spelled[0][0] if spelled else iri.removeprefix(context.names.base).partition("/")[0]
    return Entity(iri, kind, tuple(ordered))


def _describe(bucket: _Bucket, entity: Entity, registered: Sequence[ox.Triple] | None) -> bytes:
    """Writes the quads of the entity, the register's words, or names and kind as the articles have
    it; and gives its triples."""
    context, names = bucket.context, bucket.context.names
    own = tuple(registered) if registered is not None else tuple(_minted(entity))
    iri = names.graph(*(ENTITIES if registered is not None else _EXTRACTED).split("/"))
    graph = KnowledgeGraph(names, {iri: own}, {iri: ()})
    derived = closure(set(own), set(origins(graph)), context.axioms) - set(own)
    graph = graph.with_graph(DERIVED, derived)
    bucket.counts["entities"] += 1
    bucket.counts.update(_COUNTED[c] for c in _classes(graph) if c in _COUNTED)
    told = []
    for graph_iri in sorted(graph.graphs):
        for t in sorted(set(graph.graphs[graph_iri]), key=triple_key):
            told.append(f"{t.subject} {t.predicate} {t.object} .\n")
            bucket.quads.write(f"{t.subject} {t.predicate} {t.object} <{graph_iri}> .\n".encode())
            bucket.counts["quads"] += 1
    bucket.waiting[entity.iri] = [*told, *_surroundings(own, context)]
    if len(bucket.waiting) >= _BATCH:
        bucket.check()
    return "".join(told).encode()


def _classes(graph: KnowledgeGraph) -> set[str]:
    """The classes of which there is something in a graph."""
    return {getattr(t.object, "value", "") for t in graph.triples() if t.predicate.value == _TYPE}


def _minted(entity: Entity) -> Iterator[ox.Triple]:
    node = ox.NamedNode(entity.iri)
    yield ox.Triple(node, ox.NamedNode(RDF + "type"), ox.NamedNode(ONR + CLASSES[entity.kind]))
    for tag in ("de", "en"):
        label, *others = (ox.Literal(name, language=tag) for name in entity.names)
        yield ox.Triple(node, ox.NamedNode(RDFS + "label"), label)
        for other in others:
            yield ox.Triple(node, ox.NamedNode(SKOS + "altLabel"), other)


def _surroundings(own: Sequence[ox.Triple], context: Context) -> Iterator[str]:
    terms = {t.predicate.value for t in own}
    terms |= {t.object.value for t in own if isinstance(t.object, ox.NamedNode)}
    terms.add(ONR + "origin")
    for term in sorted(terms | {o for o in context.types if "/scheme/origin#" in o}):
        yield from context.types.get(term, ())


def _print(bucket: _Bucket, entity: Entity, rest: Iterator[Entry]) -> None:
    articles = (_article(entry) for entry in rest)
    number, page, count = 1, tuple(islice(articles, PER_PAGE)), 0
    while page or number == 1:
        count += len(page)
        after = tuple(islice(articles, PER_PAGE))
        for path, data in entity_page(entity, page, number, not after, bucket.context):
            bucket.pages.add(path, data)
        number, page = number + 1, after
    path = bucket.context.names.path(entity.iri)
    row = {"path": path, "name": entity.names[0], "kind": entity.kind, "count": count}
    if count:
        bucket.often.append((-count, path, row))
    if len(bucket.often) > 9 * MOST:
        bucket.often = heapq.nsmallest(MOST, bucket.often)


def _article(entry: Entry) -> Named:
    title, count, rows = entry.payload
    return Named(entry.article, title, tuple(map(tuple, rows)), count - len(rows))


def _conflicts(about: str, group: Iterator[Entry], context: Context) -> Iterator[Conflict]:
    """One name for several entities, one address for several texts."""
    first: dict[tuple[str, ...], list[str]] = {}
    count = 0
    for entry in group:
        count += 1
        same = first.setdefault(tuple(entry.payload), [])
        if len(same) < _MOST_SHOWN:
            same.append(entry.article)
    if about[0] == "u" and count > 1:
        what = "one address for different texts" if len(first) > 1 else "one text under several ids"
        articles = sorted(a for same in first.values() for a in same)[:_MOST_SHOWN]
        yield {"conflict": what, "url": about[1:], "articles": articles, "count": count}
    iris = sorted({payload[2] for payload in first}) if about[0] == "n" else []
    if len(iris) > 1 and not all(iri in context.registered for iri in iris):
        yield {"conflict": "one name for several entities", "name": about[1:], "entities": iris}


def _write(bucket: _Bucket, job: Job, key: str, name: str) -> Done:
    shelf = Shelf(job.out)
    files = [shelf.put(f"data/{name}.nq.zst", bucket.quads.close())]
    files += bucket.pages.close(name)
    rows: dict[str, list[Any]] = {
        "findings": [asdict(f) for f in bucket.findings],
        "conflicts": bucket.conflicts,
        "often": [row for *_, row in heapq.nsmallest(MOST, bucket.often)],
    }
    files += [shelf.put(f".work/{kind}-{name}.jsonl", lines(own)) for kind, own in rows.items()]
    counts = {**bucket.counts, "findings": len(bucket.findings)}
    counts |= {"conflicts": len(bucket.conflicts), "pages": bucket.pages.count}
    done = Done(name, key, tuple(files), counts)
    shelf.finish(done)
    return done
