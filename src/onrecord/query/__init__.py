"""A SPARQL query and a dataset in, the answer as data or bytes out, within limits.

`run` gives data, `respond` gives the bytes of a format; both work in a child process, so that a
query can be stopped. `Dataset.of(quads)` or `Dataset.read(dump)` makes what they ask. A `Session`
keeps such a process for many queries.
"""

from collections.abc import Mapping

from onrecord.query.admission import Admitted, Form, admit
from onrecord.query.answer import Answer, Graph, Table, Truth, is_empty, parse, wire_format
from onrecord.query.dataset import Dataset
from onrecord.query.evaluation import Graphs, evaluate
from onrecord.query.formats import FORMATS, Format, formats_for
from onrecord.query.guard import Limits, run_limited
from onrecord.query.session import Session

__all__ = [
    "FORMATS",
    "Admitted",
    "Answer",
    "Dataset",
    "Form",
    "Format",
    "Graph",
    "Graphs",
    "Limits",
    "Session",
    "Table",
    "Truth",
    "admit",
    "evaluate",
    "formats_for",
    "is_empty",
    "respond",
    "run",
]


def run(
    dataset: Dataset,
    text: str,
    *,
    prefixes: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Answer:
    """Answer a query as data; `prefixes` are known without being declared."""
    query = admit(text, prefixes)
    form = wire_format(query.form)
    return parse(
        respond(dataset, query, FORMATS[form], prefixes=prefixes, limits=limits), query.form
    )


def respond(
    dataset: Dataset,
    query: Admitted,
    form: Format,
    *,
    prefixes: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> bytes:
    """Answer an admitted query as the bytes of one format."""
    within = limits or Limits()
    return run_limited(
        lambda: evaluate(dataset, query, form, prefixes=prefixes, most_bytes=within.answer), within
    )
