"""Which of the sums of a sentence is what a deal costs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.records import Amount, Deal, Span

OTHER = (
    "umsatz", "gewinn", "verlust", "bewertet", "bewertung", "börsenwert", "marktwert", "schulden",
    "einnahmen", "erlös", "erlöse", "jahresumsatz", "nettogewinn", "überschuss", "strafe",
    "vertragsstrafe", "schadenersatz", "bußgeld", "ergebnis", "marktkapitalisierung", "bilanzsumme",
    "später", "umsetzt", "umsetzte", "spart", "sparte", "haus",
     "gehalt", "vermögen", "dividende",
)  # fmt: skip
SAVING = ("sparen", "einsparen", "einzusparen")
RELATIVE = frozenset("die das der dessen deren denen".split())
HAS = ("umsetz", "umgesetzt", "erwirtschaft", "verdien", "besitz", "schulde", "einnimm", "einnahm")
"""A relative clause with such a word tells what somebody has, and of no price."""
PER_PIECE = (
    "je aktie",
    "pro aktie",
    "je anteil",
    "pro stück",
    "je stück",
    "pro anteil",
    "die aktie",
)
BEFORE, BEHIND = 45, 25
"""How far, in code points, a word tells what a sum before or behind it is."""

NEAR = 260
"""How far behind a deal, in code points, its price may stand."""


class Pending:
    """A sum that is told before it is said who pays whom."""

    def __init__(self, document: Document, amounts: Sequence[Amount]) -> None:
        self._tokens, self._amounts = document.tokens, amounts
        self._told: tuple[str, str, Amount, int] | None = None

    def remember(self, sentence: Sentence, name: str, kind: str) -> None:
        """A sentence tells a sum, one company and no other side."""
        span = self._tokens.span(sentence.begin, sentence.end)
        amount = price_in(self._tokens.text, self._amounts, span)
        if amount:
            self._told = (name, kind, amount, span[0])

    def paid(self, deal: Deal) -> Deal:
        """The deal with the sum, where it is told of this deal."""
        if self._told is None or deal.kind != self._told[1]:
            return deal
        name, _, amount, begin = self._told
        if name not in {p.name for p in deal.parties} or deal.evidence[0] - begin > 2 * NEAR:
            return deal
        self._told = None
        return replace(deal, amount=deal.amount or amount, evidence=(begin, deal.evidence[1]))


def price_in(text: str, amounts: Sequence[Amount], span: Span) -> Amount | None:
    """The sum of a sentence that may be a price: not per share, no turnover, profit or value."""
    if not amounts:
        return None
    first = bisect_left(amounts, span[0], key=_begin)
    after = bisect_left(amounts, span[1], first, key=_begin)
    if first == after:
        return None
    here = amounts[first:after]
    plain = [a for a in here if not _other(text, a.span, span)]
    whole = [a for a in plain if not _per_piece(text, a.span)]
    return next(iter(whole or plain), None)


def _begin(amount: Amount) -> int:
    return amount.span[0]


def _other(text: str, span: Span, sentence: Span) -> bool:
    before = text[max(sentence[0], span[0] - BEFORE) : span[0]].lower().split()
    behind = text[span[1] : min(sentence[1], span[1] + BEHIND)].lower().split()
    near = [w.strip(".,;:()") for w in (*before[-5:], *behind[:2])]
    if any(w in OTHER for w in near) or any(w.startswith(SAVING) for w in behind):
        return True
    worth = behind[:1] != [] and behind[0].strip(",") == "wert"
    return worth or _told_beside(text, span, sentence)


def _told_beside(text: str, span: Span, sentence: Span) -> bool:
    """`Y, das 5 Milliarden Euro umsetzt`."""
    comma = text.rfind(",", sentence[0], span[0])
    end = next((k for k in range(span[1], sentence[1]) if text[k] in ",;"), sentence[1])
    words = [*text[comma + 1 : span[0]].lower().split(), *text[span[1] : end].lower().split()]
    if comma < 0 or not words or words[0] not in RELATIVE:
        return False
    return any(word.startswith(HAS) for word in words)


def _per_piece(text: str, span: Span) -> bool:
    return text[span[1] : span[1] + BEHIND].lower().lstrip().startswith(PER_PIECE)
