"""Article-local validation: one article and the types of what it refers to → findings about it."""

from collections.abc import Iterator
from typing import Final

from onrecord.archive.context import Context
from onrecord.archive.describe import Described
from onrecord.archive.engines import About, Engine
from onrecord.names import ONR, RDF
from onrecord.report import Finding

_CLASSES: Final = {"company": "Company", "person": "Person", "medium": "NewsMedium"}
_TYPE: Final = f"<{RDF}type>"


def check(described: Described, context: Context, engine: Engine) -> tuple[Finding, ...]:
    """What is wrong with the nodes that belong to the article, sorted.

    Entities belong to all articles together: they are checked after they are merged.
    """
    text = described.ntriples.decode() + "".join(_surroundings(described, context))
    base, slug = context.names.base, described.paper.slug
    nodes = tuple(f"{base}{kind}/{slug}" for kind in ("article", "proposal"))
    parts = tuple(node + mark for node in nodes for mark in "/#")

    def own(focus: str) -> bool:
        # An entity that is named stands here with its type only, and would be found to be empty.
        return focus in nodes or focus.startswith(parts)

    found = engine.findings(text, About(own, described.classes, described.typed))
    return tuple(sorted(found, key=lambda f: (f.severity, f.focus, f.rule, f.path or "", str(f))))


def _surroundings(described: Described, context: Context) -> Iterator[str]:
    """Types of every term and entity that the article refers to, as N-Triples."""
    mentioned = {m.iri: m.kind for m in described.mentions}
    for term in sorted({*described.terms, *mentioned}):
        if term in context.types:
            yield from context.types[term]
        elif term in mentioned:
            yield from minted_types(term, mentioned[term], context)


def minted_types(iri: str, kind: str, context: Context) -> Iterator[str]:
    """The types of an entity that the register does not have, derived ones too."""
    own = ONR + _CLASSES[kind]
    for name in (own, *sorted(context.axioms.super_classes.get(own, ()))):
        yield f"<{iri}> {_TYPE} <{name}> .\n"
