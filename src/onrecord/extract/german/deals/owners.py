"""Who owns a company that is for sale, and so sells it: told once, meant by each bid."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.records import Deal, Party

BELONGING = frozenset("gehört gehöre gehören gehörte gehörten".split())
NEXT = frozenset("künftig bald demnächst nun jetzt zudem auch".split())
MOTHERS = ("mutter", "mutterkonzern", "muttergesellschaft", "eigentümer", "eigentümerin", "eigner")
NEWLY = ("neue", "künftig", "nächste", "mit")
SALES = ("verkauf", "veräußer", "gebot", "angebot", "biete", "bieten", "bietet", "offerte", "interes")
GOING_ON = ("agreed", "planned", "ongoing")


class Owners:
    """Remembers whom each company belongs to."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def belongs(self, low: Sequence[str], mentions: Sequence[Mention]) -> None:
        """`X gehört (zu) Y`, in a sentence of these words."""
        if len(mentions) != 2 or BELONGING.isdisjoint(low) or not NEXT.isdisjoint(low):
            return
        owned, owner = mentions
        if owned.place in ("", "subj") and owner.place in ("dat", "zu", ""):
            self.known.setdefault(owned.name, owner.name)

    def mother(self, noun: str, before: str, name: str, owned: str) -> None:
        """`die Mutter Y`: of the company that the passage is about."""
        if owned and noun.endswith(MOTHERS) and not before.startswith(NEWLY):
            self.known.setdefault(owned, name)


def with_sellers(
    deals: Sequence[Deal], owners: Mapping[str, str], text: str
) -> list[Deal]:
    """The deals, a purchase with the seller that another one tells, or with the owner who asks for
    bids."""
    selling: dict[str, set[str]] = {}
    for deal in deals:
        target, seller = _of(deal, "target"), _of(deal, "seller")
        if deal.kind == "acquisition" and target and seller and deal.status in GOING_ON:
            selling.setdefault(target, set()).add(seller)
    return [_sold(deal, selling, owners, text) for deal in deals]


def _sold(
    deal: Deal, selling: Mapping[str, set[str]], owners: Mapping[str, str], text: str
) -> Deal:
    target = _of(deal, "target")
    if deal.kind != "acquisition" or not target or _of(deal, "seller"):
        return deal
    sellers = selling.get(target, set()) if deal.status != "agreed" else set()
    seller = next(iter(sellers)) if len(sellers) == 1 else ""
    words = text[deal.evidence[0] : deal.evidence[1]].lower().split()
    if not seller and any(map(_sale, words)):
        seller = owners.get(target, "")
    if not seller or seller in {p.name for p in deal.parties}:
        return deal
    return replace(deal, parties=(*deal.parties, Party(seller, "seller")))


@lru_cache(maxsize=20_000)
def _sale(word: str) -> bool:
    return word.startswith(SALES)


def _of(deal: Deal, role: str) -> str:
    """The one company in a role; nothing where there are more."""
    names = [p.name for p in deal.parties if p.role == role]
    return names[0] if len(names) == 1 else ""
