"""Who owns a company that is for sale, and so sells it: told once, meant by each bid."""

from bisect import bisect_left
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.german.deals.parties import BUYER, SHARE, SHARE_OF, STAKES, Mention
from onrecord.extract.german.deals.shares import by_share
from onrecord.extract.german.deals.traits import Wording
from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import REL
from onrecord.extract.records import Deal, Party
from onrecord.extract.tokens import recalled

BELONGING = frozenset("gehört gehöre gehören gehörte gehörten".split())
TO_WHOM = frozenset("zu zum zur".split())
FORMERLY = frozenset("bisher bislang zuletzt vorher zuvor".split())
LYING = frozenset("lag lagen liegt liegen".split())
PROPRIETORS = frozenset("eigentümer eigentümerin eigner eignerin besitzer besitzerin".split())
BEING = frozenset("ist war sei".split())
HOLDING = frozenset("hält hielt halte besitzt besaß besitze".split())
POSSESSION = frozenset(("besitz", "eigentum"))
STAKED = ("an", SHARE, SHARE_OF)
NEXT = frozenset("künftig bald demnächst nun jetzt zudem auch".split())
MOTHERS = ("mutter", "mutterkonzern", "muttergesellschaft", "eigentümer", "eigentümerin", "eigner")
APPOSED_WITHIN = 6
"""`dem Eigentümer, dem Schweizer Konzern X`: so far before the name stands the comma."""
NEWLY = ("neue", "künftig", "nächste", "mit")
SALES = (
    "verkauf",
    "veräußer",
    "gebot",
    "angebot",
    "biete",
    "bieten",
    "bietet",
    "offerte",
    "interes",
)
GOING_ON = ("agreed", "planned", "ongoing")
_TOLD = BEING | HOLDING | POSSESSION | BELONGING
"""A sentence with none of these tells of no owner."""


class Owners:
    """Remembers whom each company belongs to."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.held: dict[str, str] = {}
        """Owners, with the first company that each was told to own."""
        self.pair: list[str] = []
        """The two that a text told to merge: `beide Häuser` are they from then on."""
        self.whole: set[str] = set()
        """The companies that belong to their owner, who may not only hold a share."""

    def note(self, owned: str, owner: str) -> None:
        """A company was told to belong to another one, or to a person."""
        self.known.setdefault(owned, owner)
        self.held.setdefault(owner, owned)

    def parts(self, document: Document, sentence: Sentence, found: Sequence[Mention]) -> None:
        """`X kauft Y, die bisher zu Z gehört`: what a clause of a sentence tells that names more
        than two."""
        low, flags, at = document.tokens.low, document.flags, [m.at for m in found]
        for part in sentence.segments:
            first = bisect_left(at, part.begin)
            own = found[first : bisect_left(at, part.end, first)]
            before = found[max(first - 1, 0) : first]
            relative = bool(flags[part.begin] & REL)
            if len(own) == 2 and not (part.mark == "," and relative):
                self.belongs(low[part.begin : part.end], own)
            words = low[part.begin : part.end]
            whose = words[0] in ("dem", "der") and TO_WHOM.isdisjoint(words)
            if len(own) == 1 and before and whose and not BELONGING.isdisjoint(words):
                self.note(own[0].name, before[-1].name)  # `der Fonds X, dem Y gehört`
                self.whole.add(own[0].name)
            elif len(own) == 1 and before and relative:
                owned = replace(before[-1], place="subj")
                self.belongs(low[part.begin : part.end], [owned, *own])

    def belongs(self, low: Sequence[str], mentions: Sequence[Mention]) -> None:
        """`X gehört (zu) Y`, in a sentence of these words that names two."""
        if _TOLD.isdisjoint(low) or not NEXT.isdisjoint(low):
            return
        owned, owner = mentions
        if not HOLDING.isdisjoint(low) and owned.place in ("", "subj") and owner.place in STAKED:
            self.note(owner.name, owned.name)
        if owner.place == "gen" and _daughter(low) and not BEING.isdisjoint(low):
            self.note(owned.name, owner.name)
        if not BEING.isdisjoint(low) and not PROPRIETORS.isdisjoint(low):
            self._proprietor(owned, owner)
        held = not POSSESSION.isdisjoint(low) and owner.place in ("gen", "von", "dat")
        belongs = not BELONGING.isdisjoint(low) and owner.place in ("dat", "zu", "")
        if owned.place in ("", "subj") and (held or belongs):
            self.note(owned.name, owner.name)
            self.whole.add(owned.name)

    def _proprietor(self, first: Mention, last: Mention) -> None:
        """`Eigentümer der X ist Y`, `Y ist Eigentümer der X`."""
        for owned, owner in ((first, last), (last, first)):
            if owned.place in ("gen", "von") and owner.place in ("", "subj", BUYER):
                self.note(owned.name, owner.name)
                self.whole.add(owned.name)

    def belonged(self, low: Sequence[str], owner: Mention, bought: str) -> None:
        """`Sie gehörte bisher Y`: of the company that the text tells to be bought."""
        lying = owner.place == "bei" and not LYING.isdisjoint(low)
        if lying and not FORMERLY.isdisjoint(low):
            self.note(bought, owner.name)
        former = not FORMERLY.isdisjoint(low) and not BELONGING.isdisjoint(low)
        if former and owner.place in ("dat", "zu", ""):
            self.note(bought, owner.name)
            self.whole.add(bought)

    def mothers(
        self, low: Sequence[str], i: int, name: str, bought: str, best: Callable[[list[str]], str]
    ) -> None:
        """`dem Eigentümer, dem Schweizer Konzern X`, `die Mutter X`: whom the company at token i
        owns; `bought`: what is bought in the deal told last."""
        near = range(i - 1, max(i - APPOSED_WITHIN, 0), -1)
        comma = next((k for k in near if low[k] == ","), 0)
        if comma > 1 and low[comma - 1] in MOTHERS:
            noun = low[comma - 1]
            sold = "" if noun.startswith("mutter") else bought
            self.mother(noun, low[comma - 2], name, sold or best([name]))
        if i > 1 and low[i - 1].endswith(MOTHERS):
            former = low[i - 2].startswith(("bisherig", "früher", "ehemalig"))
            self.mother(low[i - 1], low[i - 2], name, bought if former else best([name]))

    def mother(self, noun: str, before: str, name: str, owned: str) -> None:
        """`die Mutter Y`: of the company that the passage is about."""
        if owned and noun.endswith(MOTHERS) and not before.startswith(NEWLY):
            self.note(owned, name)


def _daughter(low: Sequence[str]) -> bool:
    """`ist eine Tochter der`."""
    return any(a.startswith(("tochter", "teil")) and b in ("der", "des") for a, b in pairwise(low))


def with_sellers(
    deals: Sequence[Deal],
    owners: Mapping[str, str],
    whole: Container[str],
    financial: Callable[[str], bool],
    text: str,
) -> list[Deal]:
    """The deals, a purchase with the seller that another one tells, or with the owner who asks for
    bids."""
    selling: dict[str, set[str]] = {}
    for deal in deals:
        if deal.kind != "acquisition" or deal.status not in GOING_ON:
            continue
        target, seller = _of(deal, "target"), _of(deal, "seller")
        if target and seller:
            selling.setdefault(target, set()).add(seller)
    belongings = {owner: owned for owned, owner in owners.items()}
    deals = [_shares_of(deal, belongings, financial, text) for deal in deals]
    first: dict[str, Deal] = {}
    for deal in deals:
        if deal.kind == "acquisition":
            first.setdefault(_of(deal, "target"), deal)
    settled = ("agreed", "failed", "on-hold")
    main = [d for t, d in first.items() if t and (t in whole or d.status in settled)]
    buyers = {(_of(d, "target"), _of(d, "acquirer")) for d in main}
    return [_sold(deal, selling, owners, text, buyers) for deal in deals]


def _shares_of(
    deal: Deal, belongings: Mapping[str, str], financial: Callable[[str], bool], text: str
) -> Deal:
    """What is asked of a fund is the company that it owns: `prüft die Angebote`, `ihr Anteil`."""
    if deal.kind != "acquisition" or not belongings:
        return deal
    target, seller, buyer = (_of(deal, role) for role in ("target", "seller", "acquirer"))
    if seller and belongings.get(target, "") == seller:
        turned = {target: "seller", seller: "target"}
        parties = tuple(Party(p.name, turned.get(p.name, p.role)) for p in deal.parties)
        return replace(deal, parties=parties)
    owner = target or seller
    owned = belongings.get(owner, "")
    if not buyer or not owned or owned == buyer or (target and seller):
        return deal
    words = [w.strip(".,;:") for w in text[deal.evidence[0] : deal.evidence[1]].lower().split()]
    if not (target and financial(owner)) and not any(w.startswith(STAKES) for w in words):
        return deal
    sides = (Party(buyer, "acquirer"), Party(owned, "target"), Party(owner, "seller"))
    kind, parties = by_share(deal.kind, sides, Wording(words))
    return replace(deal, kind=kind, parties=parties)


def _sold(
    deal: Deal,
    selling: Mapping[str, set[str]],
    owners: Mapping[str, str],
    text: str,
    buyers: Container[tuple[str, str]],
) -> Deal:
    target = _of(deal, "target") if deal.kind == "acquisition" else ""
    if not target or _of(deal, "seller"):
        return deal
    words = text[deal.evidence[0] : deal.evidence[1]].lower().split()
    offered = deal.status != "agreed" and any(w.startswith(SALES[0]) for w in words)
    sellers = selling.get(target, set()) if offered else set()
    seller = next(iter(sellers)) if len(sellers) == 1 else ""
    owner = owners.get(target, "")
    if not seller and owner:
        bought = (target, _of(deal, "acquirer")) in buyers
        seller = owner if bought or any(map(_sale, words)) else ""
    if not seller or seller in {p.name for p in deal.parties}:
        return deal
    return replace(deal, parties=(*deal.parties, Party(seller, "seller")))


@recalled
def _sale(word: str) -> bool:
    return word.startswith(SALES) and not word.startswith("bieter")


def _of(deal: Deal, role: str) -> str:
    """The one company in a role; nothing where there are more."""
    found = ""
    for party in deal.parties:
        if party.role == role:
            if found:
                return ""
            found = party.name
    return found
