"""Article-local validation: one article and the types of what it refers to → findings about it."""

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.archive.context import Context
from onrecord.archive.describe import Described
from onrecord.archive.engines import Engine
from onrecord.names import ONR, RDF
from onrecord.report import Finding

_CLASSES: Final = {"company": "Company", "person": "Person", "medium": "NewsMedium"}
_TYPE: Final = f"<{RDF}type>"


def check(described: Described, context: Context, engine: Engine) -> tuple[Finding, ...]:
    """What is wrong with the nodes that belong to the article, sorted.

    Entities belong to all articles together: they are checked after they are merged.
    """
    lines = described.lines
    lines += _surroundings(lines, described, context)
    base, slug = context.names.base, described.paper.slug
    nodes = tuple(f"{base}{kind}/{slug}" for kind in ("article", "proposal"))
    parts = tuple(node + mark for node in nodes for mark in "/#")

    def own(focus: str) -> bool:
        # An entity that is named stands here with its type only, and would be found to be empty.
        return focus in nodes or focus.startswith(parts)

    found = engine.findings(lines, own)
    return tuple(sorted(found, key=lambda f: (f.severity, f.focus, f.rule, f.path or "", str(f))))


def _surroundings(lines: Sequence[str], described: Described, context: Context) -> Iterator[str]:
    """Types of every term and entity that the article refers to."""
    named = set()
    for line in lines:
        _, predicate, value = line.split(" ", 2)
        named.add(predicate)
        if value[0] == "<":
            named.add(value[:-2])
    for term in sorted(named):
        yield from context.types.get(term[1:-1], ())
    for mention in described.mentions:
        if mention.iri not in context.types:
            yield from minted_types(mention.iri, mention.kind, context)


def minted_types(iri: str, kind: str, context: Context) -> Iterator[str]:
    """The types of an entity that the register does not have, derived ones too."""
    own = ONR + _CLASSES[kind]
    for name in (own, *sorted(context.axioms.super_classes.get(own, ()))):
        yield f"<{iri}> {_TYPE} <{name}> ."
