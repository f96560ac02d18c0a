"""A change and a set of changes: frozen records that sort, compare and become JSON."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any, Final

KINDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "withdrawn": ("zurückgezogen", "withdrawn"),
        "re-attributed": ("anders zugeschrieben", "re-attributed"),
        "amount": ("Betrag geändert", "amount changed"),
        "status": ("Stand geändert", "status changed"),
        "content": ("Inhalt geändert", "content changed"),
        "firmness": ("Festigkeit geändert", "firmness changed"),
        "time": ("Zeit geändert", "time changed"),
        "relations": ("Beziehungen geändert", "relations changed"),
        "evidence": ("Beleg geändert", "evidence changed"),
        "origin": ("Herkunft geändert", "origin changed"),
        "wording": ("Wortlaut geändert", "wording changed"),
        "changed": ("geändert", "changed"),
        "added": ("hinzugefügt", "added"),
    }
)
"""Kind of change → its name in German and English, in the order in which people ask for them."""
_ORDER: Final = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one resource.

    `label`, `summary` and `reason` are texts by language; `before` and `after` name the facts
    that are only in the one or the other, as `property value`; `concerns` are the resources that
    have to do with it; `date` is `YYYY-MM-DD` or empty.
    """

    kind: str
    iri: str
    label: Mapping[str, str]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reason: Mapping[str, str] = field(default_factory=dict)
    concerns: tuple[str, ...] = ()
    replaced_by: str = ""
    statement: bool = True

    @property
    def order(self) -> tuple[int, bool, str]:
        """Sort key: by kind, statements first, then by IRI."""
        return (_ORDER[self.kind], not self.statement, self.iri)

    def name(self, language: str) -> str:
        """The label in a language, else in another one, else the IRI."""
        return self.label.get(language) or next(iter(self.label.values()), self.iri)

    def why(self, language: str) -> str:
        """The reason in a language, else in another one, else nothing."""
        return self.reason.get(language) or next(iter(self.reason.values()), "")


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All changes from one version to another; `old` is empty where there was none before."""

    old: str
    new: str
    date: str
    changes: Sequence[Change]

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each kind, in the order of `KINDS`."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "old": self.old,
            "new": self.new,
            "date": self.date,
            "counts": self.counts,
            "changes": [asdict(change) for change in self.changes],
        }

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> "ChangeSet":
        """Reads what `to_json` made; `KeyError` or `TypeError` where it is something else."""
        rows = []
        for row in table["changes"]:
            lists = {k: tuple(row[k]) for k in ("before", "after", "concerns")}
            rows.append(Change(**{**row, **lists}))
        return cls(table["old"], table["new"], table["date"], tuple(rows))
