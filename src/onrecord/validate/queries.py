"""The workspace's own queries (checks and competency questions) → findings, run within limits.

They run one after the other in one child, which can open nothing; the parent knows which of them
was running when the child had to be stopped.
"""

import json
import mmap
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from onrecord import texts
from onrecord.confine import Limits, complaints, run_confined
from onrecord.errors import LimitError, QueryError, SourceError
from onrecord.graph import KnowledgeGraph
from onrecord.query.admission import refuse_reaching_out
from onrecord.query.footprint import Footprint, footprint, together, unchanged
from onrecord.query.traces import Around, Asked, behind, reached, traces_of
from onrecord.questions import Question
from onrecord.rdf.runs import key_of
from onrecord.report import Finding, Report, as_json, from_json
from onrecord.validate.answers import answer_findings
from onrecord.validate.checks import SEVERITIES, run_check
from onrecord.validate.shacl import placed
from onrecord.workspace import Workspace

_SECONDS: Final = 3.5
_SECONDS_EACH: Final = 0.003
_MEMORY: Final = 300_000_000
_MEMORY_EACH: Final = 20_000
_HINT: Final = "anchor the query at an IRI, or ask for less"

_KEPT: Final = "queries"


class Job(NamedTuple):
    """A query of a file with a key for all that its findings depend on beside the graph."""

    file: str
    key: bytes
    query: str
    ask: Callable[[KnowledgeGraph], Iterable[Finding]]
    about: str = ""
    """The variable of the nodes that findings are about, where each row is one."""

    def asked(self, graph: KnowledgeGraph) -> Asked:
        """The query as traces are read of it."""
        return Asked(self.query, self.about, graph.names.prefixes, literals=True)

    def seen(self, graph: KnowledgeGraph) -> Footprint | None:
        """What the query sees of a graph."""
        return footprint(self.query, graph.names.prefixes, graph.results)


def query_findings(
    graph: KnowledgeGraph, workspace: Workspace, questions: Sequence[Question]
) -> Iterator[Finding]:
    """The findings of `shapes/checks` (`*-violation.rq`, `*-warning.rq`) and of the questions.

    Raises `SourceError` for a query that cannot be read or would read from elsewhere, `LimitError`
    for one that takes too long or too much; both name the file.
    """
    jobs, results = _jobs(workspace, questions), graph.results
    fresh = []
    for job in jobs:
        known = results.before(_KEPT, job.key)
        seen = job.seen(graph) if graph.on_disk else None
        if known is not None and unchanged(seen, graph.differing, graph.store):
            results.put(_KEPT, job.key, known)
        else:
            fresh.append(job)
    for job, report in zip(fresh, _run(graph, fresh) if fresh else (), strict=True):
        results.put(_KEPT, job.key, report)
    for job in jobs:
        for finding in from_json(results.new[_KEPT][job.key]).findings:
            yield finding if finding.file else placed(finding, graph)


def foresee(graph: KnowledgeGraph, workspace: Workspace, questions: Sequence[Question]) -> None:
    """Finds out what the queries see, which is asked when the next build has something else."""
    for job in _jobs(workspace, questions):
        job.seen(graph)
        if job.about:
            traces_of(job.asked(graph), graph.results)


def _jobs(workspace: Workspace, questions: Sequence[Question]) -> list[Job]:
    files = [f for s in SEVERITIES for f in workspace.files("shapes", f"checks/*-{s}.rq")]
    checks = [_check(path, workspace.relative(path)) for path in files]
    return checks + [_question(question) for question in questions]


def _again(graph: KnowledgeGraph, jobs: Iterable[Job]) -> Iterator[tuple[Job, frozenset[str]]]:
    """The queries of which only the rows about some nodes may be others than before, with these."""
    differing = graph.differing or ()
    around = Around([graph.store], differing)
    for job in jobs if graph.on_disk else ():
        if job.about and graph.results.before(_KEPT, job.key) is not None:
            nodes = reached(job.asked(graph), differing, around, graph.results)
            if nodes is not None:
                yield job, nodes


def _run(graph: KnowledgeGraph, fresh: Sequence[Job]) -> list[str]:
    """The findings of each query as JSON: asked of what they see, or of what is behind the rows
    that may be others than before."""
    running = mmap.mmap(-1, 4)
    again, around = dict(_again(graph, fresh)), Around([graph.store])
    whole = [job.seen(graph) for job in fresh if job not in again] if graph.on_disk else [None]
    seen = graph.over(graph.seen_by(together(whole))) if whole else graph
    asked = dict.fromkeys(fresh, seen)
    for job, nodes in again.items():
        store = ox.Store()
        store.extend(behind(job.asked(graph), nodes, around, graph.results))
        asked[job] = graph.over(store)

    def found_by(job: Job) -> Iterator[Finding]:
        nodes = again.get(job)
        for finding in job.ask(asked[job]):
            if nodes is None or finding.focus in nodes:
                yield finding
        before = graph.results.before(_KEPT, job.key) if nodes is not None else None
        for finding in from_json(before).findings if before else ():
            if nodes is not None and finding.focus not in nodes:
                yield finding

    def work() -> bytes:
        found = []
        for number, job in enumerate(fresh):
            running[:] = number.to_bytes(4, "big")
            try:
                found.append(as_json(Report.of(found_by(job)), None))
            except (ValueError, OSError, RuntimeError) as error:
                raise SourceError(f"cannot be answered: {error}", file=job.file) from error
        return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")

    size = sum(graph.size(g) for g in graph.data_graphs)
    seconds = _SECONDS + _SECONDS_EACH * size
    limits = Limits(seconds, _MEMORY + _MEMORY_EACH * size, wait=8 * seconds)
    try:
        done = run_confined(work, limits, complaints("the query", _HINT))
    except LimitError as error:
        name = fresh[int.from_bytes(running[:], "big")].file
        raise LimitError(error.message, file=name, hint=error.hint) from error
    reports: list[str] = json.loads(done)
    return reports


def _check(path: Path, name: str) -> Job:
    text = texts.read(path, name, SourceError)
    _admit(text, name)
    key = key_of(f"{path.stem}\0{text}".encode())
    return Job(name, key, text, lambda graph: run_check(graph, text, path.stem, name), "focus")


def _question(question: Question) -> Job:
    _admit(question.query, question.file)
    key = key_of(repr(question).encode("utf-8", "surrogatepass"))
    return Job(question.file, key, question.query, lambda g: answer_findings(g, [question]))


def _admit(text: str, name: str) -> None:
    try:
        refuse_reaching_out(text)
    except QueryError as error:
        raise SourceError(
            error.message, file=name, line=error.line, column=error.column, hint=error.hint
        ) from error
