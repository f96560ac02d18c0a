"""The workspace's own queries (checks and competency questions) → findings, run within limits.

They run one after the other in one child, which can open nothing; the parent knows which of them
was running when the child had to be stopped.
"""

import mmap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from onrecord.confine import Limits, complaints, run_confined
from onrecord.errors import LimitError, QueryError, SourceError
from onrecord.graph import KnowledgeGraph
from onrecord.query.admission import refuse_reaching_out
from onrecord.questions import Question
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

Job = tuple[str, Callable[[], Iterator[Finding]]]


def query_findings(
    graph: KnowledgeGraph, workspace: Workspace, questions: Sequence[Question]
) -> Iterator[Finding]:
    """The findings of `shapes/checks` (`*-violation.rq`, `*-warning.rq`) and of the questions.

    Raises `SourceError` for a query that cannot be read or would read from elsewhere, `LimitError`
    for one that takes too long or too much; both name the file.
    """
    files = [f for s in SEVERITIES for f in workspace.files("shapes", f"checks/*-{s}.rq")]
    jobs = [_check(graph, path, workspace.relative(path)) for path in files]
    jobs += [_question(graph, question) for question in questions]
    store, running = graph.store, mmap.mmap(-1, 4)
    assert store is not None

    def work() -> bytes:
        found: list[Finding] = []
        for number, (name, job) in enumerate(jobs):
            running[:] = number.to_bytes(4, "big")
            try:
                found += job()
            except (ValueError, OSError, RuntimeError) as error:
                raise SourceError(f"cannot be answered: {error}", file=name) from error
        return as_json(Report.of(found), None).encode("utf-8", "replace")

    size = sum(graph.size(g) for g in graph.data_graphs)
    seconds = _SECONDS + _SECONDS_EACH * size
    limits = Limits(seconds, _MEMORY + _MEMORY_EACH * size, wait=8 * seconds)
    try:
        done = run_confined(work, limits, complaints("the query", _HINT))
    except LimitError as error:
        name = jobs[int.from_bytes(running[:], "big")][0]
        raise LimitError(error.message, file=name, hint=error.hint) from error
    for finding in from_json(done.decode()).findings:
        yield finding if finding.file else placed(finding, graph)


def _check(graph: KnowledgeGraph, path: Path, name: str) -> Job:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SourceError("is not UTF-8", file=name, hint="save it as UTF-8") from error
    _admit(text, name)
    return name, lambda: run_check(graph, text, path.stem, name)


def _question(graph: KnowledgeGraph, question: Question) -> Job:
    _admit(question.query, question.file)
    return question.file, lambda: answer_findings(graph, [question])


def _admit(text: str, name: str) -> None:
    try:
        refuse_reaching_out(text)
    except QueryError as error:
        raise SourceError(
            error.message, file=name, line=error.line, column=error.column, hint=error.hint
        ) from error
