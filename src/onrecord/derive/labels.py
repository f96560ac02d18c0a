"""Names where a reader looks for them first: a label for every part, and each name under the
properties that other vocabularies use for it (`skos:prefLabel`, `rdfs:label`, `dcterms:title`).

A part is named by what it says: an amount by its printed words, a participation by who and as what.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.names import DCTERMS, OA, ONR, ORG, RDF, RDFS, SKOS

_TYPE: Final = RDF + "type"
_LABEL: Final = RDFS + "label"
_PREFERRED: Final = SKOS + "prefLabel"
_LANGUAGES: Final = ("de", "en")
_QUOTED: Final = {"de": "„{}“", "en": "“{}”"}
_PARAGRAPH: Final = {"de": "Absatz", "en": "paragraph"}
_DECISION: Final = {"de": "Entscheidung", "en": "decision"}
_TITLED: Final = ONR + "Document"
# What has a name of its own; its parts are named below.
_NAMED: Final = frozenset(
    ONR + name
    for name in "Agent Product Topic Place Event Document Deal Dispute Statement Proposal".split()
)


class _Facts:
    """Triples by subject and predicate."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for t in triples:
            if isinstance(t.subject, ox.NamedNode) and isinstance(
                t.object, ox.NamedNode | ox.Literal
            ):
                self._found[t.subject.value][t.predicate.value].append(t.object)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._found))

    def all(self, it: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        """The values of a property, none where there is none."""
        return self._found[it][predicate] if it in self._found else []

    def one(self, it: str, predicate: str) -> str:
        """One value of a property as text, empty where there is none."""
        return min((value.value for value in self.all(it, predicate)), default="")

    def name(self, it: str, language: str) -> str:
        """The name of a resource in the language, empty where it has none."""
        for predicate in (_LABEL, _PREFERRED):
            for value in self.all(it, predicate):
                if isinstance(value, ox.Literal) and value.language == language:
                    return value.value
        return ""

    def quoted(self, it: str, predicate: str, language: str) -> str:
        """A value in the quotation marks of the language."""
        return _QUOTED[language].format(self.one(it, predicate))


def labels(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The further names of what is described, and a name for each part without one."""
    facts = _Facts(triples)
    for it in facts:
        kinds = {value.value for value in facts.all(it, _TYPE)}
        for name in facts.all(it, _PREFERRED):
            yield _triple(it, _LABEL, name)
        if kinds & _NAMED:
            for name in facts.all(it, _LABEL):
                yield _triple(it, _PREFERRED, name)
                if _TITLED in kinds:
                    yield _triple(it, DCTERMS + "title", name)
        elif not facts.all(it, _LABEL):
            yield from _part(facts, it, kinds)


def _part(facts: _Facts, it: str, kinds: set[str]) -> Iterator[ox.Triple]:
    for kind in sorted(kinds & _PARTS.keys()):
        for language in _LANGUAGES:
            text = _PARTS[kind](facts, it, language)
            yield _triple(it, _LABEL, ox.Literal(text, language=language))


def _amount(facts: _Facts, it: str, language: str) -> str:
    kind = facts.name(facts.one(it, ONR + "amountKind"), language)
    return f"{facts.quoted(it, ONR + 'amountText', language)} ({kind})"


def _time(facts: _Facts, it: str, language: str) -> str:
    span = facts.one(it, ONR + "edtf")
    printed = facts.quoted(it, ONR + "timeText", language)
    return f"{printed} ({span})" if span else printed


def _participation(facts: _Facts, it: str, language: str) -> str:
    return _joined(facts, it, language, ONR + "participant", ONR + "role")


def _membership(facts: _Facts, it: str, language: str) -> str:
    return _joined(facts, it, language, ORG + "member", ORG + "role", ORG + "organization")


def _identifier(facts: _Facts, it: str, language: str) -> str:
    scheme = facts.name(facts.one(it, ONR + "identifierScheme"), language)
    return f"{scheme}: {facts.one(it, ONR + 'identifierValue')}"


def _relation(facts: _Facts, it: str, language: str) -> str:
    parts = (facts.one(it, ONR + f"relation{end}") for end in ("From", "Type", "To"))
    return " – ".join(facts.name(part, language) for part in parts)


def _anchor(facts: _Facts, it: str, language: str) -> str:
    words = min(
        (
            facts.quoted(s.value, OA + "exact", language)
            for s in facts.all(it, OA + "hasSelector")
            if facts.all(s.value, OA + "exact")
        ),
        default="",
    )
    return f"{_PARAGRAPH[language]} {facts.one(it, ONR + 'paragraph')}: {words}"


def _decision(facts: _Facts, it: str, language: str) -> str:
    verdict = facts.name(facts.one(it, ONR + "decision"), language)
    return f"{verdict}: {facts.name(facts.one(it, ONR + 'decides'), language)}"


def _joined(facts: _Facts, it: str, language: str, *predicates: str) -> str:
    named = (facts.name(facts.one(it, p), language) for p in predicates)
    return ", ".join(name for name in named if name)


_PARTS: Final[dict[str, Callable[[_Facts, str, str], str]]] = {
    ONR + "Amount": _amount,
    ONR + "TimeExpression": _time,
    ONR + "Participation": _participation,
    ONR + "Identifier": _identifier,
    ONR + "StatementRelation": _relation,
    ONR + "ReviewDecision": _decision,
    ORG + "Membership": _membership,
    OA + "SpecificResource": _anchor,
}


def _triple(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)
