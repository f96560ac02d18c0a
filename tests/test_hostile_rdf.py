"""Hostile texts and IRIs reach every form of RDF unchanged, or are refused with their place."""

import sys
import unicodedata
from collections.abc import Callable

import pyoxigraph as ox
import pytest

from hostile.parsers import Triple, by_a_third, by_oxigraph, by_rdflib
from hostile.strings import INJECTIONS, PLAIN, REFUSED, SURROGATES, turtle
from onrecord.errors import OnrecordError, ParseError
from onrecord.names import XSD, Names, check_iri
from onrecord.rdf import FORMATS, parse_turtle, write_dataset, write_triples

NAMES = Names("https://example.org/kg/")
TEXTS = (*PLAIN, *INJECTIONS)
SUBJECT = ox.NamedNode("https://example.org/kg/company/alfa")
PREDICATE = "https://w3id.org/onrecord/ns#gloss"
READERS: tuple[tuple[str, Callable[[bytes, str], set[Triple]], tuple[str, ...]], ...] = (
    ("oxigraph", by_oxigraph, tuple(FORMATS)),
    ("rdflib", by_rdflib, tuple(FORMATS)),
    ("third", by_a_third, ("nt", "nq", "jsonld", "rdf")),
)
CASES = [
    pytest.param(read, suffix, id=f"{name}-{suffix}")
    for name, read, suffixes in READERS
    for suffix in suffixes
]


def _triples() -> list[ox.Triple]:
    """Every text as a plain literal, in German, and with a datatype of its own."""
    made = []
    for number, text in enumerate(TEXTS):
        subject = ox.NamedNode(f"{SUBJECT.value}#n{number}")
        for literal in (
            ox.Literal(text),
            ox.Literal(text, language="de"),
            ox.Literal(text, datatype=ox.NamedNode("https://example.org/type#x")),
        ):
            made.append(ox.Triple(subject, ox.NamedNode(PREDICATE), literal))
    return made


def _expected(triples: list[ox.Triple]) -> set[Triple]:
    return by_oxigraph(
        "".join(f"{t.subject} {t.predicate} {t.object} .\n" for t in triples).encode(), "nt"
    )


def _written(triples: list[ox.Triple], suffix: str) -> bytes:
    if FORMATS[suffix].graphs:
        return write_dataset({NAMES.graph("entities"): triples}, suffix, NAMES)
    return write_triples(triples, suffix, NAMES)


def test_the_corpus_is_large_and_wide() -> None:
    """At least 500 naughty texts and 300 injections, in all categories that a text can have."""
    assert len(PLAIN) >= 500 and len(INJECTIONS) >= 300
    found = {unicodedata.category(c) for text in (*TEXTS, *REFUSED) for c in text}
    every = {unicodedata.category(chr(c)) for c in range(sys.maxunicode + 1)}
    assert found == every - {"Cs"}
    assert all("PWN" in t or "lure" in t or t == "</x>" for t in INJECTIONS if "script" not in t)


@pytest.mark.parametrize(("read", "suffix"), CASES)
def test_no_text_is_lost_or_changed(read: Callable[[bytes, str], set[Triple]], suffix: str) -> None:
    """Three readers that share no code find every text as it was, in every form."""
    triples = _triples()
    expected = _expected(triples)
    assert len(expected) == 3 * len(TEXTS)
    found = read(_written(triples, suffix), suffix)
    assert sorted(expected - found)[:3] == []
    assert sorted(found - expected)[:3] == []


def test_turtle_is_read_back_by_our_own_reader() -> None:
    """The reader of positions, which no parser shares, finds every text at its subject."""
    triples = [t for t in _triples() if getattr(t.object, "language", None)]
    source = parse_turtle(write_triples(triples, "ttl", NAMES), "x.ttl")
    found = {value for _, _, value in source.positions.objects}
    assert {t for t in TEXTS if t not in found} == set()


def test_a_source_is_read_as_it_was_written() -> None:
    """Every text, escaped or bare in a curated file, is the literal that it was."""
    lines = [f"<urn:s{n}> <urn:p> {turtle(t)}@de ." for n, t in enumerate(TEXTS)]
    source = parse_turtle("\n".join(lines).encode(), "x.ttl")
    assert [t.object.value for t in source.triples] == list(TEXTS)  # type: ignore[union-attr]
    wrong = [
        text
        for number, text in enumerate(TEXTS)
        if source.line_of(f"urn:s{number}", "urn:p", text) != number + 1
    ]
    assert wrong == []


@pytest.mark.parametrize("text", REFUSED, ids=lambda t: f"U+{ord(t[1]):04X}")
def test_what_xml_cannot_carry_is_refused(text: str) -> None:
    """With the file, the line and the code point, in a plain literal as in a tagged one."""
    for suffix in ("", "@de", "^^<urn:t>"):
        data = f"# 1\n# 2\n<urn:s>\n  <urn:p> {turtle(text)}{suffix} .".encode()
        with pytest.raises(ParseError) as caught:
            parse_turtle(data, "kg/x.ttl")
        assert caught.value.place == "kg/x.ttl:4"
        assert f"U+{ord(text[1]):04X}" in str(caught.value)


@pytest.mark.parametrize("text", SURROGATES, ids=lambda t: f"U+{ord(max(t)):04X}")
def test_half_a_character_is_refused(text: str) -> None:
    """A lone surrogate is none, escaped or as the bytes that some programs write."""
    escaped = f"\n<urn:s> <urn:p> {turtle(text)} .".encode()
    raw = b'\n<urn:s> <urn:p> "' + text.encode("utf-8", "surrogatepass") + b'" .'
    for data in (escaped, raw):
        with pytest.raises(ParseError) as caught:
            parse_turtle(data, "kg/x.ttl")
        assert caught.value.line == 2


IRIS = [
    f"https://example.org/{place.format(char)}"
    for char in sorted({c for text in (*TEXTS, *REFUSED) for c in text})
    for place in ("a{}b", "a?q={}", "a#{}")
]


def _address(iri: str) -> str:
    return "<" + "".join(c if c.isalnum() and c.isascii() else _u(c) for c in iri) + ">"


def _u(char: str) -> str:
    return char if char in ":/.?=#-" else f"\\U{ord(char):08X}"


@pytest.mark.parametrize(("read", "suffix"), CASES)
def test_no_iri_is_lost_or_changed(read: Callable[[bytes, str], set[Triple]], suffix: str) -> None:
    """What `check_iri` and the parser accept stands in every form as it was."""
    kept = []
    for iri in IRIS:
        try:
            check_iri(iri)
            (triple,) = parse_turtle(f"<urn:s> <urn:p/q> {_address(iri)} .".encode(), "x").triples
        except OnrecordError:
            continue
        assert triple.object == ox.NamedNode(iri)
        kept.append(triple)
    assert 500 < len(kept) < len(IRIS)
    assert read(_written(kept, suffix), suffix) == _expected(kept)


def test_datatypes_of_the_vocabulary_keep_their_spelling() -> None:
    """Numbers and dates that a library would normalise stay as they were printed."""
    kinds = ("integer", "decimal", "double", "boolean", "date", "dateTime", "gYear", "string")
    spellings = ("01", "+1", "1.", "1e3", "TRUE", "2025-1-1", "2025-01-01T24:00:00", " 1 ", "")
    triples = [
        ox.Triple(SUBJECT, ox.NamedNode(PREDICATE), ox.Literal(s, datatype=ox.NamedNode(XSD + k)))
        for k in kinds
        for s in spellings
    ]
    for suffix in FORMATS:
        assert by_oxigraph(_written(triples, suffix), suffix) == _expected(triples), suffix
