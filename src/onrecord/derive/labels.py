"""Names where a reader looks for them first: a label for every part, and each name under the
properties that other vocabularies use for it (`skos:prefLabel`, `rdfs:label`, `dcterms:title`).

A part is named by what it says: an amount by its printed words, a participation by who and as what.
"""

from collections.abc import Callable, Iterator
from typing import Final

import pyoxigraph as ox

from onrecord.derive.facts import Facts
from onrecord.names import DCTERMS, OA, ONR, ORG, RDF, RDFS, SKOS

_TYPE: Final = RDF + "type"
_LABEL: Final = RDFS + "label"
_PREFERRED: Final = SKOS + "prefLabel"
_LANGUAGES: Final = ("de", "en")
_PARAGRAPH: Final = {"de": "Absatz", "en": "paragraph"}
_DECISION: Final = {"de": "Entscheidung", "en": "decision"}
_TITLED: Final = ONR + "Document"
# What has a name of its own; its parts are named below.
_NAMED: Final = frozenset(
    ONR + name
    for name in "Agent Product Topic Place Event Document Deal Dispute Statement Proposal".split()
)


def labels(facts: Facts) -> Iterator[ox.Triple]:
    """The further names of what is described, and a name for each part without one."""
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


def _part(facts: Facts, it: str, kinds: set[str]) -> Iterator[ox.Triple]:
    for kind in sorted(kinds & _PARTS.keys()):
        for language in _LANGUAGES:
            text = _PARTS[kind](facts, it, language)
            yield _triple(it, _LABEL, ox.Literal(text, language=language))


def _amount(facts: Facts, it: str, language: str) -> str:
    kind = facts.name(facts.one(it, ONR + "amountKind"), language)
    return f"{facts.quoted(it, ONR + 'amountText', language)} ({kind})"


def _time(facts: Facts, it: str, language: str) -> str:
    span = facts.one(it, ONR + "edtf")
    printed = facts.quoted(it, ONR + "timeText", language)
    return f"{printed} ({span})" if span else printed


def _participation(facts: Facts, it: str, language: str) -> str:
    return _joined(facts, it, language, ONR + "participant", ONR + "role")


def _membership(facts: Facts, it: str, language: str) -> str:
    return _joined(facts, it, language, ORG + "member", ORG + "role", ORG + "organization")


def _identifier(facts: Facts, it: str, language: str) -> str:
    scheme = facts.name(facts.one(it, ONR + "identifierScheme"), language)
    return f"{scheme}: {facts.one(it, ONR + 'identifierValue')}"


def _relation(facts: Facts, it: str, language: str) -> str:
    parts = (facts.one(it, ONR + f"relation{end}") for end in ("From", "Type", "To"))
    return " – ".join(facts.name(part, language) for part in parts)


def _anchor(facts: Facts, it: str, language: str) -> str:
    words = min(
        (
            facts.quoted(s.value, OA + "exact", language)
            for s in facts.all(it, OA + "hasSelector")
            if facts.all(s.value, OA + "exact")
        ),
        default="",
    )
    return f"{_PARAGRAPH[language]} {facts.one(it, ONR + 'paragraph')}: {words}"


def _decision(facts: Facts, it: str, language: str) -> str:
    verdict = facts.name(facts.one(it, ONR + "decision"), language)
    return f"{verdict}: {facts.name(facts.one(it, ONR + 'decides'), language)}"


def _joined(facts: Facts, it: str, language: str, *predicates: str) -> str:
    named = (facts.name(facts.one(it, p), language) for p in predicates)
    return ", ".join(name for name in named if name)


_PARTS: Final[dict[str, Callable[[Facts, str, str], str]]] = {
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
