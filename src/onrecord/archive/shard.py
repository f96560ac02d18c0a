"""One part of the input → one shard: quads, pages, mentions, findings, refusals; a pure function
of the part, the register and the job."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.archive import context as contexts
from onrecord.archive import intake, local
from onrecord.archive.context import Context
from onrecord.archive.describe import Described, describe
from onrecord.archive.engines import Engine, engine
from onrecord.archive.files import Done, Packed, PageFiles, Shelf, lines
from onrecord.archive.mentions import Entry, entries, packed
from onrecord.archive.pages import article_files
from onrecord.archive.records import Job, Paper, Refused
from onrecord.archive.source import Raw
from onrecord.errors import ConfigError, LimitError, OnrecordError, SystemFailure
from onrecord.extract.protocol import Extractor, load
from onrecord.report import Finding
from onrecord.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Tools:
    """What a worker makes once and uses for every article."""

    context: Context
    extractor: Extractor
    engine: Engine


@cache
def tools(workspace: Path, extractor: str, shacl_engine: str) -> Tools:
    """The tools of a worker process."""
    known = contexts.load(Workspace.find(workspace))
    return Tools(known, load(extractor), engine(shacl_engine, known.graph))


def tools_of(job: Job) -> Tools:
    """The tools that a job needs."""
    return tools(job.workspace, job.extractor, job.shacl_engine)


@dataclass(slots=True)
class _Shard:
    """Collects the files of a shard; only packed bytes and short lines are kept."""

    pages: PageFiles
    quads: Packed = field(default_factory=Packed)
    mentions: list[Entry] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, what: str, number: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + number


def make_shard(
    job: Job,
    key: str,
    number: int,
    raw: Iterable[tuple[int, Raw]],
    first_line: Callable[[str], int] | Mapping[str, int],
) -> Done:
    """Makes and writes one shard.

    `first_line` tells for a slug the first record that has it: later ones are doubles.
    """
    made, known = _Shard(PageFiles(Shelf(job.out), job.pages)), tools_of(job)
    first = first_line if callable(first_line) else first_line.__getitem__
    for line, record in raw:
        paper = intake.read(line, record, job.max_chars, job.strip_html)
        if isinstance(paper, Paper) and (earlier := first(paper.slug)) != line:
            paper = Refused(line, paper.identifier, f"the id stands in record {earlier} already")
        if isinstance(paper, Paper):
            _take(made, paper, job, known)
        elif paper is not None:
            made.refused.append(paper)
    return _write(made, job, key, f"articles-{number:05d}")


def _take(made: _Shard, paper: Paper, job: Job, known: Tools) -> None:
    try:
        described = describe(paper, known.extractor, known.context)
    except (ConfigError, SystemFailure) as error:
        # What is wrong with the workspace or the machine is wrong for every article.
        if not isinstance(error, LimitError):
            raise
        made.refused.append(Refused(paper.line, paper.identifier, str(error)))
        return
    except OnrecordError as error:
        made.refused.append(Refused(paper.line, paper.identifier, str(error)))
        return
    except Exception as error:
        reason = f"the extractor failed: {type(error).__name__}: {error}"
        made.refused.append(Refused(paper.line, paper.identifier, reason))
        return
    findings = local.check(described, known.context, known.engine)
    wrong = [f for f in findings if f.severity == "violation"]
    if wrong:
        reason = f"{len(wrong)} violations, first {wrong[0].rule}: {wrong[0].message}"
        made.refused.append(Refused(paper.line, paper.identifier, reason))
        return
    made.findings += findings
    _keep(made, described, job, known.context)


def _keep(made: _Shard, described: Described, job: Job, context: Context) -> None:
    made.quads.write(described.nquads)
    made.mentions += entries(described)
    made.count("articles")
    made.count("quads", described.quads)
    made.count("statements", len(described.rows))
    made.count("proposals", described.proposals)
    if described.notes:
        made.count("articles with a note")
        made.findings += [
            Finding("info", described.iri, note, "extraction-note", note)
            for note in described.notes
        ]
    if job.pages != "none":
        for path, data in article_files(described, context):
            made.pages.add(path, data)


def _write(made: _Shard, job: Job, key: str, name: str) -> Done:
    shelf = Shelf(job.out)
    number = name.rpartition("-")[2]
    mentions, offsets = packed(made.mentions, job.buckets)
    files = [shelf.put(f"data/{name}.nq.zst", made.quads.close())]
    files += made.pages.close(name)
    files.append(shelf.put(f".work/mentions-{number}.tsv", mentions))
    for kind, rows in (("dead-letters", made.refused), ("findings", made.findings)):
        files.append(shelf.put(f".work/{kind}-{name}.jsonl", lines(map(asdict, rows))))
    made.count("refused", len(made.refused))
    made.count("findings", len(made.findings))
    made.count("pages", made.pages.count)
    done = Done(name, key, tuple(files), made.counts, offsets)
    shelf.finish(done)
    return done


def identifiers(job: Job, raw: Iterable[tuple[int, Raw]]) -> list[tuple[str, int]]:
    """(slug, record number) of every article in a part, so that doubles can be found."""
    found: list[tuple[str, int]] = []
    for line, record in raw:
        paper: Any = intake.read(line, record, job.max_chars, job.strip_html)
        if isinstance(paper, Paper):
            found.append((paper.slug, line))
    return found
