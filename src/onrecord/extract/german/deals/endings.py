"""Contracts that ended: `der Vertrag wurde im Herbst aufgelöst`, `X stornierte den Auftrag`."""

from collections.abc import Sequence

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.flags import CAP
from onrecord.extract.records import Deal
from onrecord.extract.tokens import Kind

_CONTRACTS = (
    "vertrag", "vereinbarung", "kontrakt", "abkommen", "auftrag", "bestellung", "kooperation",
    "zusammenarbeit", "partnerschaft", "lieferbeziehung", "geschäftsbeziehung", "order",
)  # fmt: skip
_DEFINITE = frozenset("der die das den diesen dieser dieses diese".split())
_ENDED = frozenset(
    """aufgelöst gekündigt kündigte kündigten storniert stornierte stornierten widerrufen annulliert
    annullierte beendet beendete beendeten endete aufgekündigt ausgelaufen gelöst zurückgezogen
    geplatzt rückabgewickelt""".split()
)
_APART = {"lief": "aus", "löste": "auf", "lösten": "auf", "zog": "zurück", "zogen": "zurück"}
_UNREAL = frozenset(
    """nicht nie könnte könnten würde würden sollte will wollte soll kann wenn falls droht drohte
    sonst ob dürfte dürften wird werde werden einen ein keine kein fast beinahe""".split()
)
"""With these it has not ended, or not yet; `einen Auftrag` is another one."""
_LINKS = frozenset("mit zwischen von der des über für zum zur".split())
_OPEN = ("supply", "partnership", "acquisition", "investment", "merger")
ENDING = Kind.of((*_ENDED, *_APART, "verlängert", "verlängerte", "verlängerten"))
"""No contract ends where none of these words stands."""


def ends_here(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], deal: Deal
) -> bool:
    """Whether a clause behind a deal, in its sentence or the next, tells that its contract ended
    and names nobody else."""
    if deal.kind not in _OPEN or deal.status == "failed":
        return False
    names = {party.name for party in deal.parties}
    begins = document.tokens.begins
    inside = begins[sentence.begin] <= deal.evidence[0] < begins[sentence.end - 1]
    told = not inside
    for part in sentence.segments:
        here = [m.name for m in mentions if part.begin <= m.at < part.end]
        if told and names.issuperset(here) and _ends(document, part, bool(here)):
            return True
        told = told or not names.isdisjoint(here)
    return False


def _ends(document: Document, part: Segment, named: bool) -> bool:
    tokens, flags = document.tokens, document.flags
    low = tokens.low[part.begin : part.end]
    at = next((i for i, word in enumerate(low) if _is_contract(low, i, word)), -1)
    if at < 0 or not flags[part.begin + at] & CAP:
        return False
    if not named and not _LINKS.isdisjoint(low[at + 1 : at + 2]):
        return False  # `der Vertrag mit einem anderen`
    over = not _ENDED.isdisjoint(low) or any(
        word in low and last in low[low.index(word) :] for word, last in _APART.items()
    )
    if over:
        return _UNREAL.isdisjoint(low)
    return "nicht" in low and low[-1].startswith("verlängert")


def _is_contract(low: Sequence[str], i: int, word: str) -> bool:
    return i > 0 and word.endswith(_CONTRACTS) and low[i - 1] in _DEFINITE
