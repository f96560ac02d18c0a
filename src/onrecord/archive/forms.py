"""Triples of a specimen, and what follows from them → a form: N-Triples lines with blanks.

An archive says the same of very many things. The stages that say it run once, on a specimen whose
values are marks; the marks become blanks, and filling them in makes no triple any more.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Final

import pyoxigraph as ox

from onrecord.derive.axioms import Axioms, closure
from onrecord.derive.origins import origins
from onrecord.errors import ConfigError
from onrecord.graph import KnowledgeGraph
from onrecord.names import ONR, RDF, Names

_ESCAPED: Final = re.compile('[\x00-\x1f"\\\\\x7f]')

Blanks = Mapping[str, bytes]
"""What is filled in, by name and in UTF-8: IRIs as they are, literals as `escaped` gives them.
Bytes are filled in four times as fast as text, which is put together and then encoded."""


def escaped(text: str) -> bytes:
    """The inside of a literal as N-Triples has it."""
    return (str(ox.Literal(text))[1:-1] if _ESCAPED.search(text) else text).encode()


def lines_of(data: bytes) -> list[bytes]:
    """The lines of N-Triples, with their ends."""
    return [line + b"\n" for line in data.split(b"\n")[:-1]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines with blanks, the values that fill them, and whether they come once or for every item
    of the list called `each`."""

    text: bytes
    values: Callable[[Blanks], object]
    each: str = ""


Items = Mapping[str, Sequence[Blanks]]
"""Lists by name; each item has its own blanks and those of the whole."""


def fill(pieces: Sequence[Piece], blanks: Blanks, items: Items) -> bytes:
    """The lines of all pieces."""
    parts = list[bytes]()
    for piece in pieces:
        text, values = piece.text, piece.values
        if piece.each:
            parts += [text % values(item) for item in items[piece.each]]
        else:
            parts.append(text % values(blanks))
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class Filled:
    """N-Triples of one resource and its parts: asserted, and what follows; what follows about
    others stands in `beside`."""

    form: "Form"
    asserted: bytes
    derived: bytes
    beside: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The pieces of which `Filled` is made; `ordered` if their lines are sorted at once. `terms`
    are the IRIs that every filled form names, `classes` those that something in it is of, `typed`
    its properties with the datatype of their values (empty: no literal)."""

    asserted: tuple[Piece, ...]
    derived: tuple[Piece, ...]
    beside: tuple[Piece, ...]
    terms: frozenset[str]
    classes: frozenset[str]
    typed: frozenset[tuple[str, str]]
    ordered: bool

    def filled(self, blanks: Blanks, items: Items) -> Filled:
        """Fills in the blanks; the items of each list are in the order of their lines."""

        def lines(pieces: tuple[Piece, ...]) -> bytes:
            data = fill(pieces, blanks, items)
            return data if self.ordered else b"".join(sorted(lines_of(data)))

        return Filled(self, lines(self.asserted), lines(self.derived), lines(self.beside))


@dataclass(frozen=True, slots=True)
class Specimen:
    """The resource `node` with its triples; `marks` are the values in it and the blanks that they
    become, `items` the marks of which each line may be needed several times."""

    node: str
    graph: str
    triples: tuple[ox.Triple, ...]
    marks: Mapping[str, str]
    items: Mapping[str, str]


def form_of(specimen: Specimen, names: Names, axioms: Axioms) -> Form:
    """Derives from a specimen and cuts out the values.

    Raises `ConfigError` where an axiom would lead from one resource to the next: forms are filled
    in one by one.
    """
    graph = KnowledgeGraph(names, {specimen.graph: specimen.triples}, {specimen.graph: ()})
    asserted = set(specimen.triples)
    derived = closure(asserted, set(origins(graph)), axioms) - asserted
    _must_be_local(specimen, asserted | derived, axioms)
    about, beside = (
        sorted(_line(t) for t in derived if _owned(specimen, t.subject) is own)
        for own in (True, False)
    )
    told = sorted(map(_line, asserted))
    everything = asserted | derived
    found = {t.predicate.value for t in everything}
    found |= {t.object.value for t in everything if isinstance(t.object, ox.NamedNode)}
    return Form(
        pieces(told, specimen.marks, specimen.items),
        pieces(about, specimen.marks, specimen.items),
        pieces(beside, specimen.marks, specimen.items),
        frozenset(iri for iri in found if not any(mark in iri for mark in specimen.marks)),
        frozenset(str(t.object)[1:-1] for t in everything if t.predicate.value == RDF + "type"),
        frozenset((t.predicate.value, _datatype(t.object)) for t in everything),
        _ordered(specimen, told) and _ordered(specimen, about),
    )


def _line(triple: ox.Triple) -> str:
    return f"{triple.subject} {triple.predicate} {triple.object} .\n"


def _datatype(term: object) -> str:
    return term.datatype.value if isinstance(term, ox.Literal) else ""


def _owned(specimen: Specimen, term: object) -> bool:
    iri = getattr(term, "value", "")
    return iri == specimen.node or iri.startswith(f"{specimen.node}#")


def _must_be_local(specimen: Specimen, triples: set[ox.Triple], axioms: Axioms) -> None:
    for t in triples:
        both = (t.subject, t.object)
        if t.predicate.value in axioms.transitive and not all(_owned(specimen, x) for x in both):
            name = t.predicate.value.removeprefix(ONR)
            raise ConfigError(
                f"the property {name} is transitive and leads from one resource to another: "
                "archives derive article by article",
                hint="take owl:TransitiveProperty from it, or publish with 'onrecord build'",
            )


def pieces(
    lines: Sequence[str], marks: Mapping[str, str], items: Mapping[str, str]
) -> tuple[Piece, ...]:
    """Lines in which marks stand for values → lines with blanks; those with the mark of an item
    are for every item of its list."""
    pattern = _any_of(marks)

    def cut(text: str, each: str) -> Piece:
        names = [marks[mark] for mark in pattern.findall(text)]
        text = pattern.sub("%s", text.replace("%", "%%"))
        return Piece(text.encode(), itemgetter(*names) if names else _nothing, each)

    kinds = groupby(lines, key=lambda line: _kind(line, items))
    return tuple(cut("".join(group), each) for (each, _), group in kinds)


def _nothing(blanks: Blanks) -> tuple[()]:
    del blanks
    return ()


def _any_of(marks: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(marks, key=len, reverse=True))))


def _kind(line: str, items: Mapping[str, str]) -> tuple[str, str]:
    """Which items a line belongs to, and what stands before; lines that share it come together."""
    for mark, each in items.items():
        if mark in line:
            return each, line.partition(mark)[0]
    return "", ""


def _ordered(specimen: Specimen, lines: Sequence[str]) -> bool:
    """Whether the lines sort like this whatever is filled in: not where two are alike up to a
    blank. The number of a part is behind what tells its lines from others."""
    parts = {specimen.node, *(mark for mark in specimen.items if mark[0] == "#")}
    pattern = _any_of(specimen.marks.keys() - parts)
    heads = [pattern.split(line, maxsplit=1)[0] for line in lines]
    return not any(
        after.startswith(before) or before.startswith(after) for before, after in pairwise(heads)
    )
