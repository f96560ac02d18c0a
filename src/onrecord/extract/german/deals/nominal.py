"""Several deals told by nouns in one clause: `nach der Übernahme von X und dem Verkauf von Y an Z`.

Each noun has what stands right behind it; who acts in the clause stands for the side that is not
told beside the noun.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.extract.german.deals.parties import Mention, one_sided
from onrecord.extract.german.deals.telling import ALL, NOWHERE, Teller
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, FINITE, PREP
from onrecord.extract.records import Deal
from onrecord.extract.tokens import Kind

NOUNS = (
    "übernahme", "verkauf", "verkaufs", "kauf", "kaufs", "erwerb", "erwerbs", "einstieg",
    "einstiegs", "fusion", "zusammenschluss", "gemeinschaftsunternehmen", "kooperation",
    "partnerschaft", "allianz", "zukauf", "joint-venture", "liefervertrag", "zusammenarbeit",
)  # fmt: skip
NO_NOUNS = ("amtsübernahme", "kostenübernahme", "machtübernahme", "vorverkauf", "ausverkauf")
CALLING_NOUNS: Final = Kind.of(ends=NOUNS)
SALES = ("verkauf", "verkaufs")
FEWEST = 2
ACTING = ("", "subj")
AFFECTED = ("dat", "obj")
Range = tuple[int, int]


def nouns_in(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> list[Range]:
    """What each noun that tells a deal rules, where each of several names a company of its own."""
    tokens, flags = document.tokens, document.flags
    found = [
        i
        for i in tokens.among(CALLING_NOUNS, sentence.begin, sentence.end)
        if flags[i] & CAP
        and i + 1 < sentence.end
        and flags[i + 1] & (PREP | DET)
        and not tokens.low[i].endswith(NO_NOUNS)
    ]
    if len(found) < FEWEST:
        return []
    units = []
    for k, i in enumerate(found):
        last = found[k + 1] if k + 1 < len(found) else sentence.end
        units.append((i, _end(document, i, last)))
    named = [any(a < m.at < b for m in mentions) for a, b in units]
    return units if all(named) else []


def _end(document: Document, noun: int, last: int) -> int:
    """Where what a noun rules ends: at a verb, a comma, the article before the next noun."""
    flags, low = document.flags, document.tokens.low
    for k in range(noun + 1, last):
        if low[k] in (",", ";", ":", "–") or (flags[k] & FINITE and not flags[k] & (CAP | DET)):
            return k
    while last > noun + 1 and flags[last - 1] & (DET | ADJ) and not flags[last - 1] & CAP:
        last -= 1
    return last


def told_by_nouns(
    document: Document,
    teller: Teller,
    sentence: Sentence,
    units: Sequence[Range],
    mentions: Sequence[Mention],
) -> list[Deal]:
    """The deals that they tell; none where one of them tells none."""
    outside = [m for m in mentions if not any(a < m.at < b for a, b in units)]
    acting = next((m for m in outside if m.place in ACTING), None)
    if acting is None and len({m.name for m in outside}) == 1 and outside[0].place in AFFECTED:
        acting = outside[0]  # `... bringen dem Konzern X Geld`
    low, found = document.tokens.low, []
    for begin, end in units:
        own = [m for m in mentions if begin < m.at < end]
        own[0] = replace(own[0], joined=False)
        deal = teller.tell(sentence, (begin, end), own, own, ALL if acting is None else NOWHERE)
        sold = low[begin].endswith(SALES) and all(m.place != "durch" for m in own)
        if (sold or deal is None or one_sided(deal.parties)) and acting is not None:
            own = [replace(acting, place="subj", joined=False), *own]
            deal = teller.tell(sentence, (begin, end), own, own, NOWHERE)
        if deal is None or one_sided(deal.parties):
            return []
        found.append(deal)
    return found
