"""Files in the spirit of syntax suites: valid ones are one graph in every form, invalid ones name
their line, and mutated ones end in a message."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile.parsers import Triple, by_oxigraph, by_rdflib
from hostile.strings import PLAIN, REFUSED
from onrecord.errors import OnrecordError, ParseError
from onrecord.names import XSD, Names
from onrecord.rdf import FORMATS, parse_turtle, write_dataset

FOLDER = Path(__file__).parent / "syntax"
NAMES = Names("https://example.org/kg/")
VALID = sorted((FOLDER / "valid").glob("*.ttl"))
INVALID = sorted((FOLDER / "invalid").glob("*.ttl"))
SEEDS = [path.read_bytes() for path in (*VALID, *INVALID)]
PIECES = [text.encode() for text in (*PLAIN[::3], *REFUSED)] + [
    *(b"[ ", b"( ", b"<<( ", b"{| ", b'"""', b"'''", b"@prefix ", b"^^", b"\xff", b"\xed\xa0\x80"),
    *(
        b"\xef\xbb\xbf",
        b"\0",
        b"\\u",
        b"\\U0011",
        b"<",
        b"_:b",
        b" .\n",
        b"@base <x> .",
        b"VERSION",
    ),
]


def _compared(triples: set[Triple]) -> set[Triple]:
    """Without what the other library rewrites: numbers, and capitals in language tags."""
    rewritten = tuple(XSD + name for name in ("integer", "decimal", "double"))
    return {
        (s, p, k.lower() if k.startswith("@") else k, "" if k in rewritten else v)
        for s, p, k, v in triples
    }


@pytest.mark.parametrize("path", VALID, ids=lambda p: p.stem)
def test_a_valid_file_is_one_graph_in_every_form(path: Path) -> None:
    """Another library reads the file alike, and each form read back is the same graph."""
    triples = parse_turtle(path.read_bytes(), path.name).triples
    expected = by_oxigraph(
        "".join(f"{t.subject} {t.predicate} {t.object} .\n" for t in triples).encode(), "nt"
    )
    assert _compared(by_rdflib(path.read_bytes(), "ttl")) == _compared(expected)
    for suffix in FORMATS:
        data = write_dataset({NAMES.graph("x"): triples}, suffix, NAMES)
        assert by_oxigraph(data, suffix) == expected, suffix


@pytest.mark.parametrize("path", INVALID, ids=lambda p: p.stem)
def test_an_invalid_file_names_its_line(path: Path) -> None:
    """The number in the file's name is the line of the fault."""
    with pytest.raises(ParseError) as caught:
        parse_turtle(path.read_bytes(), f"kg/{path.name}")
    line = int(path.stem.rpartition("-line-")[2])
    assert (caught.value.file, caught.value.line) == (f"kg/{path.name}", line), str(caught.value)
    assert caught.value.message


def test_there_are_enough_files() -> None:
    """A suite that shrinks unnoticed tests nothing."""
    assert len(VALID) >= 20 and len(INVALID) >= 60


def _mutated(seed: bytes, chance: random.Random) -> bytes:
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(6)
        if kind == 0:
            data[at:at] = chance.choice(PIECES)
        elif kind == 1:
            del data[at : at + chance.randint(1, 20)]
        elif kind == 2 and data:
            data[at % len(data)] = chance.randrange(256)
        elif kind == 3:
            data[at:at] = chance.choice(SEEDS)
        elif kind == 4:
            data[at:at] = chance.choice(PIECES) * chance.choice((2, 50, 400))
        else:
            other = chance.choice(SEEDS)
            data = data[:at] + other[chance.randrange(len(other) + 1) :]
    return bytes(data)


def _survives(data: bytes) -> bool:
    """Parses and, where that succeeds, writes and locates; only errors of the family may come."""
    try:
        source = parse_turtle(data, "x.ttl")
    except OnrecordError as error:
        assert error.file == "x.ttl" and len(str(error)) < 5_000
        return False
    for triple in source.triples[:50]:
        source.line_of(triple.subject.value, triple.predicate.value)  # type: ignore[union-attr]
    for suffix in ("ttl", "jsonld", "nq"):
        write_dataset({NAMES.graph("x"): source.triples}, suffix, NAMES)
    return True


def _torture(count: int, seed: int) -> None:
    chance = random.Random(seed)
    passed = sum(_survives(_mutated(chance.choice(SEEDS), chance)) for _ in range(count))
    assert 0 < passed < count


def test_mutated_files_end_in_a_message() -> None:
    """500 mutations: no traceback, no crash."""
    _torture(500, 7)


@pytest.mark.torture
def test_ten_thousand_mutated_files_end_in_a_message() -> None:
    """The same with 10,000."""
    _torture(10_000, 1)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES) | st.sampled_from(SEEDS) | st.binary(max_size=20)))
def test_any_bytes_end_in_a_message(pieces: list[bytes]) -> None:
    """Whatever hypothesis puts together."""
    _survives(b"".join(pieces))
