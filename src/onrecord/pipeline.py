"""A workspace → a checked graph → a publication: the only module that knows the order."""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from itertools import chain

from onrecord.confine import Ready
from onrecord.derive import derive
from onrecord.diff.formats import change_triples
from onrecord.errors import OnrecordError
from onrecord.graph import KnowledgeGraph, load
from onrecord.output import Content, Output
from onrecord.publish import lines, stored
from onrecord.publish.catalog import catalog_files, dump_cards
from onrecord.publish.catalog.dcat import CATALOG, catalog
from onrecord.publish.catalog.unchanged import is_unchanged
from onrecord.publish.changes import CHANGES_GRAPH, all_changes
from onrecord.publish.dumped import Dumped
from onrecord.publish.dumps import DUMP
from onrecord.publish.earlier import Earlier
from onrecord.publish.findings import REPORT, report_is_known, report_triples
from onrecord.publish.history import earlier
from onrecord.publish.hosting import hosting_files
from onrecord.publish.losses import losses
from onrecord.publish.publication import Publication, Target
from onrecord.publish.rdf import resource_files
from onrecord.publish.resume import resume
from onrecord.questions import read_questions
from onrecord.remembered import Built, input_hash, recall, remember
from onrecord.reporter import Reporter, Silent
from onrecord.validate import Report, queries, validate
from onrecord.validate.local import Later, at_once, keep_portions
from onrecord.views import library
from onrecord.workspace import Workspace

__all__ = ["Built", "build", "check", "prepare", "publication_of"]


def prepare(
    workspace: Workspace, reporter: Reporter | None = None, earlier: Earlier | None = None
) -> KnowledgeGraph:
    """Reads the sources and derives; nothing is validated. What did not change is taken from the
    `earlier` publication."""
    listener = reporter or Silent()
    listener.stage("read")
    graph = resume(workspace, earlier) if earlier else None
    if graph is not None:
        return graph
    graph = load(workspace, earlier.results if earlier else None)
    listener.stage("derive")
    return derive(graph)


def check(workspace: Workspace, reporter: Reporter | None = None, *, cached: bool = True) -> Report:
    """Everything that is wrong; answers from the last check where no input changed."""
    inputs = input_hash(workspace)
    known = recall(workspace, inputs) if cached else None
    if known is not None:
        return known
    graph = prepare(workspace, reporter)
    report = _validate(graph, workspace, reporter or Silent(), cached=cached)
    remember(workspace, report, inputs)
    return report


def build(workspace: Workspace, output: Output, reporter: Reporter | None = None) -> Built:
    """Checks and publishes; with violations nothing is written and the old publication stays."""
    with building(workspace, output, reporter) as built:
        return built


@contextmanager
def building(
    workspace: Workspace,
    output: Output,
    reporter: Reporter | None = None,
    earlier: Earlier | None = None,
) -> Iterator[Built]:
    """As `build`, but what has not changed is taken from the `earlier` publication, if there is one
    to be trusted; who is told goes on while the memory for the next one is written."""
    listener = reporter or Silent()
    earlier = earlier or Earlier()
    inputs = earlier.inputs or input_hash(workspace)
    graph = prepare(workspace, listener, earlier)
    # What can be checked by its difference is: the next build wants to know of the same things.
    report = recall(workspace, inputs) if graph.last is None else None
    waiting = list[Callable[[], None]]()
    if report is not None:
        keep_portions(graph, workspace)
    else:
        later = waiting.append if earlier.files else at_once
        first = _loaded if earlier.files else partial(_warm, workspace, graph)
        report = _validate(graph, workspace, listener, first, later, earlier.checker)
        later(partial(remember, workspace, report, inputs))
    conforming = report.conforms
    publication = publication_of(graph, report, workspace, earlier) if conforming else None
    # What was taken over may be kept when it is known that nobody touched it.
    earlier.confirm()
    for keep in waiting:
        keep()
    if publication is None:
        stored.give_back(workspace, graph, earlier.identity)
        yield Built(report)
        return
    listener.stage("publish")
    facts: dict[str, object] = {
        "base": workspace.config.base,
        "version": workspace.config.version,
        "modified": workspace.config.modified,
        "dataset": "",
    }
    earlier.note_runs(publication.graph.runs)
    earlier.meanwhile.append(partial(stored.settle, publication.graph))
    with ExitStack() as going_on:
        keepers: list[Callable[[bytes], None]] = []

        def made() -> Generator[tuple[str, Content], None, None]:
            yield from _files(publication, facts)
            keepers.append(going_on.enter_context(earlier.keeping(workspace)))

        def told(identity: bytes) -> None:
            keepers[0](identity)

        # Closed at once where something goes wrong: children are at work for it.
        all_files = going_on.enter_context(closing(made()))
        files = output.publish(all_files, facts, earlier.files, told)
        lines.tidy(workspace, earlier)
        dump = output.target / f"{DUMP}.nq"
        stored.keep(workspace, publication.graph, graph.graphs, dump, files.digest)
        yield Built(report, files)


def publication_of(
    graph: KnowledgeGraph, report: Report, workspace: Workspace, before: Earlier | None = None
) -> Publication:
    """The graph with its report and catalogue, and what pages are made of."""
    history = earlier(workspace)
    known = before or Earlier()
    if report_is_known(report, graph, known.results):
        whole = graph.as_before(REPORT)
    else:
        whole = graph.with_graph(REPORT, report_triples(report, graph.names))
    changes = all_changes(whole, workspace, known.results)
    if history:
        whole = whole.with_graph(CHANGES_GRAPH, change_triples(changes[0], graph.names))
    if is_unchanged(whole, history, known.results):
        whole = whole.as_before(CATALOG)
    else:
        described = catalog(whole, workspace.config, history, known.results)
        whole = whole.with_graph(CATALOG, described)
    questions = read_questions(workspace)
    return Publication(workspace, whole, report, questions, changes, earlier=known)


def _files(
    publication: Publication, facts: dict[str, object]
) -> Generator[tuple[str, Content], None, None]:
    """Every file; pages are told of the dumps, and the catalogue of both."""
    from onrecord.publish.site import begun
    from onrecord.publish.site.pictures.drawn import Drawn

    dumped = Dumped(publication)
    yield from dumped.files()
    publication = replace(publication, dumps=dumped.all, announced=dumped.announced)
    drawn, known = Drawn(publication.workspace), publication.earlier
    with begun(publication, drawn) as site:
        here = {path for path in site.paths if path.endswith(".html")}
        same = bool(known.files) and all(path in known.files for path in here)
        same = same and not any(path.endswith(".html") for path in known.gone)
        shown = site.paths
        publication = replace(
            publication, pages=lambda: known.files.paths - known.gone | shown, same_pages=same
        )
        yield from site.data()
        yield from resource_files(publication)
        targets: tuple[Target, ...] = (hosting_files, catalog_files)
        for path, content in chain.from_iterable(target(publication) for target in targets):
            known.note_alone(path)
            yield path, content
        yield from site.pages()
    drawn.keep()
    for path, content in dump_cards(publication):
        known.note_alone(path)
        yield path, content
    facts["dataset"] = dumped.dataset()
    facts["dumps"] = [{"path": d.path, "triples": d.triples, "part": d.part} for d in dumped.all()]
    if known.files:
        yield "", known.rest()


def _loaded() -> None:
    """Loads what pages are made with."""
    from onrecord.publish.site import begun

    del begun


def _warm(workspace: Workspace, graph: KnowledgeGraph) -> None:
    """Loads what pages are made with, and finds out what the next build wants to know; what is
    wrong with either is said when it is used."""
    with suppress(OnrecordError):
        from onrecord.publish.site.templates import Templates

        Templates(workspace)
        if stored.is_kept(graph):
            queries.foresee(graph, workspace, read_questions(workspace))
            library.foresee(workspace, graph.results)


def _validate(
    graph: KnowledgeGraph,
    workspace: Workspace,
    listener: Reporter,
    first: Callable[[], None] = lambda: None,
    later: Later = at_once,
    checker: Ready | None = None,
    *,
    cached: bool = True,
) -> Report:
    listener.stage("check")
    report = validate(graph, workspace, first, later, checker, cached=cached)
    return Report.of([*report.findings, *losses(graph, workspace)])
