"""Literals that a shape cannot judge → findings: currencies, check digits, EDTF, days that do not
exist, the language of what a curator wrote.

ISO 4217 by CLDR, ISO 6166 (ISIN) and ISO 17442 (LEI) check digits, EDTF level 2 (ISO 8601-2).
"""

import difflib
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import pyoxigraph as ox

from onrecord.currencies import currencies
from onrecord.extract.language import language_of
from onrecord.graph import KnowledgeGraph
from onrecord.names import DCTERMS, ONR, SCHEMA, SCHEME, XSD
from onrecord.rdf import Source
from onrecord.report import Finding
from onrecord.validate.findings import finding
from onrecord.validate.printed import printed_findings

_MAJOR: Final = ("USD", "EUR", "GBP", "JPY", "CHF", "CNY")
_PROSE: Final = frozenset(
    {*(ONR + name for name in ("gloss", "note", "reason", "question")), DCTERMS + "description"}
)
_SCHEMES: Final = SCHEME + "identifier#"
_ENOUGH_WORDS: Final = 6
_CALENDAR: Final = {ox.NamedNode(XSD + kind) for kind in ("date", "dateTime")}
_DAY: Final = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)(T.+|Z|[+-]\d\d:\d\d)?")
_Rule = Callable[[Source, ox.Triple, str], Iterator[Finding]]


def value_findings(graph: KnowledgeGraph) -> Iterator[Finding]:
    """What is wrong with the literals of the sources of the data graphs."""
    for iri in graph.data_graphs:
        for source in graph.sources[iri]:
            yield from values_of(source)


def values_of(source: Source) -> Iterator[Finding]:
    """What is wrong with the literals of one source."""
    for triple in source.triples:
        rule = _RULES.get(triple.predicate.value)
        if rule is not None:
            yield from rule(source, triple, getattr(triple.object, "value", ""))
        if isinstance(triple.object, ox.Literal) and triple.object.datatype in _CALENDAR:
            yield from _calendar(source, triple, triple.object.value)
    yield from printed_findings(source)


def _calendar(source: Source, triple: ox.Triple, value: str) -> Iterator[Finding]:
    """Whatever property it is of: no engine compares or sorts what is no day."""
    read = _DAY.fullmatch(value)
    try:
        if read:
            year, month, day = (int(part) for part in read.groups()[:3])
            date(year if 0 < year <= 9999 else 2000, month, day)
            return
    except ValueError:
        pass
    texts = (
        f"“{value}” is no day of the calendar: write it as 2028-02-29",
        f"„{value}“ ist kein Tag des Kalenders: zu schreiben wie 2028-02-29",
    )
    yield finding(source, triple, "values/day", texts, value=value)


def _currency(source: Source, triple: ox.Triple, value: str) -> Iterator[Finding]:
    if value in currencies():
        return
    near = max(sorted(currencies()), key=lambda code: (_alike(code, value), code in _MAJOR))
    meant = f"; did you mean {near}?" if _alike(near, value) >= 0.6 else ""
    gemeint = f"; gemeint ist vielleicht {near}" if meant else ""
    yield finding(
        source,
        triple,
        "values/currency",
        (
            f"{value} is no currency of ISO 4217{meant}",
            f"{value} ist keine Währung nach ISO 4217{gemeint}",
        ),
        value=value,
    )


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other.upper()).ratio()


def _edtf(source: Source, triple: ox.Triple, value: str) -> Iterator[Finding]:
    from edtf import EDTFParseException, parse_edtf

    try:
        first = _day(parse_edtf(value).lower_strict())
    except (EDTFParseException, ValueError):
        texts = (
            f"“{value}” is no date of EDTF: write 2028, 2028-02, 2028-02-01, 2028/.. or 2028~",
            f"„{value}“ ist keine EDTF-Angabe: etwa 2028, 2028-02, 2028-02-01, 2028/.. oder 2028~",
        )
        yield finding(source, triple, "values/edtf", texts, value=value)
        return
    stated = _other(source, triple, ONR + "notBefore")
    if first and stated and stated != first:
        texts = (
            f"“{value}” begins on {first}, but onr:notBefore is {stated}: mend one of the two",
            f"„{value}“ beginnt am {first}, onr:notBefore ist aber {stated}: eines berichtigen",
        )
        yield finding(source, triple, "values/edtf", texts, value=value)


def _day(moment: object) -> str:
    """A struct_time of the EDTF library as an ISO date; empty for an open end."""
    if isinstance(moment, tuple) and len(moment) >= 3 and 0 < moment[0] <= 9999:
        return f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}"
    return ""


def _identifier(source: Source, triple: ox.Triple, value: str) -> Iterator[Finding]:
    scheme = _other(source, triple, ONR + "identifierScheme").removeprefix(_SCHEMES)
    valid = {"isin": _is_isin, "lei": _is_lei}.get(scheme)
    if valid is None or not value.isascii() or not value.isalnum() or valid(value):
        return
    name = scheme.upper()
    texts = (
        f"the check digits of {name} {value} are wrong: compare it with its source",
        f"die Prüfziffer der {name} {value} stimmt nicht: mit der Quelle vergleichen",
    )
    yield finding(source, triple, "values/check-digit", texts, value=value)


def _digits(code: str) -> str:
    """Letters as the numbers 10 to 35, digits as they are."""
    return "".join(str(int(character, 36)) for character in code)


def _is_isin(code: str) -> bool:
    """Luhn's sum over the digits, every second one from the right doubled."""
    total = 0
    for place, digit in enumerate(map(int, reversed(_digits(code)))):
        doubled = digit * 2 if place % 2 else digit
        total += doubled // 10 + doubled % 10
    return total % 10 == 0


def _is_lei(code: str) -> bool:
    """ISO 7064 MOD 97-10."""
    return int(_digits(code)) % 97 == 1


def _prose(source: Source, triple: ox.Triple, value: str) -> Iterator[Finding]:
    tag = getattr(triple.object, "language", None)
    found = language_of(value) if len(value.split()) >= _ENOUGH_WORDS else tag
    if tag in ("de", "en") and found in ("de", "en") and found != tag:
        texts = (
            f"this is tagged @{tag} but reads like @{found}: swap the tags or translate it",
            f"gekennzeichnet als @{tag}, liest sich aber wie @{found}: tauschen oder übersetzen",
        )
        yield finding(source, triple, "values/language", texts, "warning", value=value)


def _other(source: Source, triple: ox.Triple, predicate: str) -> str:
    """Another property of the same node in the same file; empty where there is none."""
    found = (
        getattr(t.object, "value", "")
        for t in source.triples
        if t.subject == triple.subject and t.predicate.value == predicate
    )
    return next(found, "")


_RULES: Final[dict[str, _Rule]] = {
    SCHEMA + "currency": _currency,
    ONR + "edtf": _edtf,
    ONR + "identifierValue": _identifier,
    **dict.fromkeys(_PROSE, _prose),
}
