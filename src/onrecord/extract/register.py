"""The names that a workspace knows: `kg/entities` in, `Known` records out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

KINDS = {"Company": "company", "Person": "person", "NewsMedium": "medium"}


@dataclass(frozen=True, slots=True)
class Known:
    """One entity of the register with all its names."""

    kind: str
    name: str
    aliases: tuple[str, ...]
    iri: str


def read_register(files: Iterable[Path]) -> tuple[Known, ...]:
    """Companies, people and media of the entity files, sorted by IRI."""
    from onrecord.names import ONR
    from onrecord.rdf.read import read

    kinds: dict[str, str] = {}
    names: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for path in files:
        for triple in read(path).triples:
            subject = str(getattr(triple.subject, "value", triple.subject))
            predicate, value = triple.predicate.value, str(getattr(triple.object, "value", ""))
            if predicate.endswith("#type") and value.startswith(str(ONR)):
                kind = KINDS.get(value[len(str(ONR)) :])
                if kind:
                    kinds[subject] = kind
            elif predicate.endswith(("#label", "#altLabel", "#prefLabel")):
                names[subject].add(value)
                if predicate.endswith("#label") and getattr(triple.object, "language", "") == "de":
                    labels[subject] = value
    return tuple(
        Known(kind, label, tuple(sorted(names[iri] - {label})), iri)
        for iri, kind in sorted(kinds.items())
        for label in [labels.get(iri) or min(names[iri], default="")]
        if label
    )
