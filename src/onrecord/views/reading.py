"""A `Library` → the orders, ledgers, columns and matrices that pages show: pure functions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final

from onrecord.names import ONR
from onrecord.views.library import Library
from onrecord.views.reads import kept
from onrecord.views.records import Record

NEGATED = "negated"
_MANY: Final = 300
"""Statements that are put in order once, whoever asks for them."""
_MOST_TIED = 30
_AGAINST = ("disputes", "qualifies", "inTensionWith")
_OPPOSING = (*_AGAINST, "respondsTo")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article with the statements that it holds."""

    number: int
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One amount that somebody names: `kind` is exact, upper-bound, full-sum, vague or none;
    `share` its part of the largest sum in the same currency, from 0 to 1."""

    amount: str
    s: Record
    kind: str
    denied: bool
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """What one speaker says in a dispute."""

    speaker: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as seen from one resource: `direction` is `out` or `in`."""

    node: str
    direction: str
    type: str
    source: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Relations of one type and basis between two speakers, in the order of the text."""

    links: tuple[Link, ...]

    @property
    def first(self) -> Link:
        """The first of them."""
        return self.links[0]

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.links)

    @property
    def opposes(self) -> bool:
        """Whether one speaks against the other, rather than only answering."""
        return local(self.first.type) in _AGAINST


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One speaker and, per column, the ties that lead from the one to the other."""

    who: str
    cells: tuple[tuple[Tie, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who disagrees with whom: rows speak, columns are answered; `left_out` people have fewer ties
    than those in it."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    left_out: int = 0


def local(iri: object) -> str:
    """The last part of an IRI."""
    return str(iri or "").rpartition("#")[2].rpartition("/")[2]


def first_paragraph(statement: Record) -> int:
    """The paragraph in which the statement begins; 0 where it stands in no article's text."""
    numbers = [int(n) for n in statement.all("paragraph") if n.isdigit()]
    return min(numbers, default=0)


Place = tuple[bool, str, int, int, str]


@kept("place")
def place(library: Library, it: str) -> Place:
    """Articles before background sources, then document, paragraph, offset, name."""
    record = library.record("statements", it)
    starts = [
        int(str(start))
        for anchor in record.all("anchor")
        if (start := library.record("anchors", anchor).one("row", "start")) is not None
    ]
    paragraph = first_paragraph(record)
    document = str(record.one("document") or "")
    return (paragraph == 0, document, paragraph, min(starts, default=0), str(it))


def in_order(library: Library, statements: Iterable[str]) -> tuple[str, ...]:
    """Statements as the article tells them, each once; background at the end."""
    found = frozenset(statements)
    if len(found) < _MANY:
        return _sorted(library, found)
    return library.reads.once(("in order", found), lambda: _sorted(library, found))


def _sorted(library: Library, statements: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(statements, key=lambda it: place(library, it)))


def drawn(library: Library, source: str) -> dict[str, list[str]]:
    """The statements known through a source, recorded in it, and said in response to it; of an
    article, which tells all of them itself, those that it records."""
    record, statements = library.record("source", source), library.answers["statements"]
    whole = library.view_of(source).name == "article"
    parts = ("recorded",) if whole else ("through", "recorded", "response")
    return {part: [str(s) for s in record.all(part) if s in statements] for part in parts}


def through(statement: Record) -> list[str]:
    """The sources through which a statement is known: the reports that it names and, for
    background, the page that it was taken from; none where the article itself says it."""
    taken = statement.all("document") if local(statement.one("origin")) == "background" else []
    return [*statement.all("report"), *taken]


def spans(library: Library, it: str) -> tuple[tuple[int, int], ...]:
    """Where a statement stands in its text: half-open spans of code points."""
    rows = (library.record("anchors", a) for a in library.record("statements", it).all("anchor"))
    ends = ((r.one("row", "start"), r.one("row", "end")) for r in rows)
    return tuple((int(start), int(end)) for start, end in ends if start and end)


def paragraphs(library: Library, article: Record) -> tuple[Paragraph, ...]:
    """The article paragraph by paragraph, also those in which nothing is said."""
    found: dict[int, list[str]] = {}
    for it in in_order(library, article.all("recorded")):
        found.setdefault(first_paragraph(library.record("statements", it)), []).append(it)
    declared = int(article.one("paragraphs") or 0)
    last = max([declared, *found])
    return tuple(Paragraph(n, tuple(found.get(n, ()))) for n in range(1, last + 1))


def ledger(library: Library, statements: Iterable[str]) -> tuple[LedgerLine, ...]:
    """Every amount named in the statements, in their order."""
    lines = []
    for it in statements:
        record = library.record("statements", it)
        denied = local(record.one("polarity")) == NEGATED
        for amount in record.all("amount"):
            kind = library.record("amounts", amount).one("row", "kind")
            lines.append(LedgerLine(amount, record, local(kind) or "none", denied))
    return _shared(library, lines)


def _shared(library: Library, lines: list[LedgerLine]) -> tuple[LedgerLine, ...]:
    """The lines, each with its share."""
    sums = [_sum(library.record("amounts", line.amount)) for line in lines]
    largest: dict[str, Decimal] = {}
    for currency, value in sums:
        largest[currency] = max(value, largest.get(currency, Decimal(0)))
    return tuple(
        replace(line, share=float(value / largest[currency]) if largest[currency] else 0.0)
        for line, (currency, value) in zip(lines, sums, strict=True)
    )


def _sum(amount: Record) -> tuple[str, Decimal]:
    """Currency and number of an amount; 0 where it has none."""
    for column in ("value", "max", "min"):
        try:
            return str(amount.one("row", "currency")), Decimal(str(amount.one("row", column)))
        except InvalidOperation:
            continue
    return "", Decimal(0)


@kept("columns")
def _columns(library: Library, dispute: str) -> list[tuple[str, tuple[str, ...]]]:
    positions = library.record("dispute", dispute).all("position")
    found = columns(library, positions)
    return [(c.speaker, tuple(map(str, c.statements))) for c in found]


def columns_of(library: Library, dispute: str) -> tuple[Column, ...]:
    """What each speaker says in a dispute; speakers in the order in which they first speak."""
    return tuple(Column(*row) for row in _columns(library, dispute))


def columns(library: Library, statements: Iterable[str]) -> tuple[Column, ...]:
    """Statements by speaker, speakers in the order in which they first speak."""
    found: dict[str, list[str]] = {}
    for it in in_order(library, statements):
        speaker = library.record("statements", it).one("speaker")
        found.setdefault(str(speaker or it), []).append(it)
    return tuple(Column(speaker, tuple(said)) for speaker, said in found.items())


def links(library: Library, it: str) -> tuple[Link, ...]:
    """The relations at a resource, those that it makes before those made to it."""
    record = library.record("relations", it)
    found = []
    for direction in ("out", "in"):
        for row in record.rows(direction):
            source = str(it) if direction == "out" else str(row["value"])
            found.append(
                Link(
                    str(row["node"]),
                    direction,
                    str(row["type"]),
                    source,
                    str(row["value"]),
                    str(row.get("basis", "")),
                )
            )
    return tuple(found)


def links_between(library: Library, statements: Iterable[str]) -> tuple[Link, ...]:
    """The relations that begin and end in the given statements."""
    inside = dict.fromkeys(statements)
    return tuple(
        link
        for it in inside
        for link in links(library, it)
        if link.direction == "out" and link.value in inside
    )


def matrix(library: Library, statements: Iterable[str]) -> Matrix | None:
    """Who opposes or answers whom by the statements' outgoing relations; None where nobody does."""
    ordered = in_order(library, statements)
    return matrix_of_ties(
        (one, other, Link(*row)) for it in ordered for one, other, row in tied(library, it)
    )


def matrix_of(library: Library, found: Iterable[Link]) -> Matrix | None:
    """Who opposes or answers whom by the outgoing ones of these relations."""
    return matrix_of_ties(_opposing(library, found))


def tied(library: Library, it: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Whom a statement opposes or answers: the speakers at both ends, and the relation."""
    return [
        (one, other, (x.node, x.direction, x.type, x.source, x.value, x.basis))
        for one, other, x in _opposing(library, links(library, it))
    ]


def _opposing(library: Library, found: Iterable[Link]) -> Iterator[tuple[str, str, Link]]:
    for link in found:
        if link.direction == "out" and local(link.type) in _OPPOSING:
            for one, other in _ends(library, link):
                yield one, other, link


def matrix_of_ties(tied: Iterable[tuple[str, str, Link]]) -> Matrix | None:
    """Who opposes or answers whom, by the speakers at both ends of relations in their order."""
    cells: dict[tuple[str, str], list[Link]] = {}
    for one, other, link in tied:
        cells.setdefault((one, other), []).append(link)
    if not cells:
        return None
    ties = Counter(who for pair, found in cells.items() for who in pair for _ in found)
    # Counted things of one number come in the order in which they were met.
    kept = {who for who, _ in ties.most_common(_MOST_TIED)}
    rows = [r for r in dict.fromkeys(one for one, _ in cells) if r in kept]
    others = [c for c in dict.fromkeys(other for _, other in cells) if c in kept]
    return Matrix(
        tuple(others),
        tuple(MatrixRow(r, tuple(_ties(cells.get((r, c), [])) for c in others)) for r in rows),
        len(ties) - len(kept),
    )


def _ties(found: list[Link]) -> tuple[Tie, ...]:
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in found:
        groups.setdefault((link.type, link.basis), []).append(link)
    ties = [Tie(tuple(group)) for group in groups.values()]
    return tuple(sorted(ties, key=lambda tie: not tie.opposes))


def _ends(library: Library, link: Link) -> Iterable[tuple[str, str]]:
    """The speakers at both ends; for a report stands its publisher."""
    ones, others = _speakers(library, link.source), _speakers(library, link.value)
    return [(a, b) for a in ones for b in others if a != b]


def _speakers(library: Library, it: str) -> list[str]:
    if it in library.answers["statements"]:
        return [str(s) for s in library.record("statements", it).all("speaker")]
    return [str(p) for p in library.record("source", it).all("publisher")] or [str(it)]


def parties(deal: Record) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Participants of a deal with their roles."""
    roles: dict[str, list[str]] = {}
    for row in deal.rows("party"):
        of = roles.setdefault(str(row["value"]), [])
        if "role" in row:
            of.append(str(row["role"]))
    return tuple((who, tuple(dict.fromkeys(of))) for who, of in roles.items())


@kept("modalities")
def modalities(library: Library, it: str) -> tuple[str, ...]:
    """The modalities of a statement."""
    return tuple(map(str, library.record("statements", it).all("modality")))


@kept("speakers")
def speakers(library: Library, it: str) -> tuple[str, ...]:
    """Who makes a statement."""
    return tuple(map(str, library.record("statements", it).all("speaker")))


def modality_counts(library: Library, statements: Iterable[str]) -> Mapping[str, int]:
    """How many statements carry each modality."""
    counts: dict[str, int] = {}
    for it in statements:
        for modality in modalities(library, it):
            counts[modality] = counts.get(modality, 0) + 1
    return by_frequency(counts)


def by_frequency(counts: Mapping[str, int]) -> Mapping[str, int]:
    """The most frequent first, then by name."""
    return {m: counts[m] for m in sorted(counts, key=lambda m: (-counts[m], m))}


@kept("about deal")
def about_deal(library: Library, deal: str) -> tuple[str, ...]:
    """What is said about a deal, in reading order."""
    said = library.record("deal", deal).all("statement")
    found = [s for s in said if s in library.answers["statements"]]
    return tuple(map(str, in_order(library, found)))


def positions(library: Library, statements: Iterable[str]) -> tuple[Record, ...]:
    """Statements that say how a deal stands: its status or whether it binds."""
    aspects = {ONR + "dealStatus", ONR + "bindingness"}
    records = (library.record("statements", it) for it in statements)
    return tuple(r for r in records if aspects.intersection(map(str, r.all("predicate"))))
