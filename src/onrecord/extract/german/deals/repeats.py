"""A deal told again with another company: `2021 erwarb X die Y, ein Jahr später folgte die Z`."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.extract.german.deals.bids import CONTEXT
from onrecord.extract.german.deals.parties import OWNER, PART, Mention
from onrecord.extract.records import Deal, Party, Span

FOLLOWING = frozenset(
    "fiel folgte folgten folgt hinzu hinzukam hinzukamen hinzugekommen dazu dazukam".split()
)
"""In a clause with one company: the same was done with it."""
COME = frozenset("kam kamen kommt kommen gekommen".split())
"""Beside `dazu`: it was bought, too."""
CHOSEN = frozenset(("fiel",))
"""`plant einen Zukauf. Die Wahl fiel auf X`."""
KEEPING = {"acquisition": "acquirer", "investment": "investor"}
"""Who goes on dealing, by the kind of deal."""
OPPOSED = ("target", "investee", "partner", "supplier", "customer")
OF_OWNERS = frozenset(("von", PART, OWNER))
GROWTH = ("zukauf", "zukäuf", "übernahme", "akquisition", "zugekauft", "einkaufstour")
FOLLOWS_WITHIN = 300
"""The deal that is told again ended no further before, in code points."""


def repeated(deal: Deal, mention: Mention, topic: str, evidence: Span) -> Deal | None:
    """The deal that somebody made before, with this company on the other side; `topic` is whom the
    passage is about."""
    names = {p.name for p in deal.parties}
    if mention.name in names or deal.kind == "negotiation":
        return None
    role = KEEPING.get(deal.kind, "")
    keeping = [p for p in deal.parties if (p.role == role if role else p.name == topic)]
    if deal.kind == "investment" and Party(topic, "investee") in deal.parties:
        return replace(
            deal,
            parties=(Party(mention.name, "investor"), Party(topic, "investee")),
            amount=None,
            evidence=evidence,
            source=CONTEXT,
        )  # `Zwölf Millionen gibt Y. Neu hinzu kommt Z`
    if deal.kind == "acquisition" and Party(topic, "seller") in deal.parties:
        keeping = [Party(topic, "acquirer")]  # who sold one company, and took in another
    others = [p for p in deal.parties if p not in keeping]
    if len(keeping) != 1 or not others:
        return None
    sold = deal.kind == "acquisition" and mention.place in OF_OWNERS
    part = "seller" if sold else next((p.role for p in others if p.role in OPPOSED), "target")
    parties = keeping[0], Party(mention.name, part)
    return replace(deal, parties=parties, amount=None, evidence=evidence, source=CONTEXT)


def following(
    low: Sequence[str],
    before: Sequence[str],
    mention: Mention,
    last: Deal | None,
    topic: Callable[[], str],
    evidence: Span,
) -> Deal | None:
    """`Im Mai kam die Z hinzu`: as in the deal told last, or where the text was of purchases right
    `before`."""
    chosen = "wahl" in low and "fiel" in low and mention.place == "auf"
    if not chosen and ((FOLLOWING - CHOSEN).isdisjoint(low) or mention.place not in ("", "subj")):
        return None
    if "dazu" in low and COME.isdisjoint(low):
        return None
    near = last is not None and 0 <= evidence[0] - last.evidence[1] <= FOLLOWS_WITHIN
    if last is not None and near and not chosen:
        about = topic()
        if not about or about in [p.name for p in last.parties]:
            return repeated(last, mention, about, evidence)
    if not any(word.startswith(GROWTH) for word in before):
        return None
    parties = Party(topic(), "acquirer"), Party(mention.name, "target")
    deal = Deal("acquisition", parties, None, "agreed", "author", evidence, CONTEXT)
    return deal if parties[0].name not in ("", mention.name) else None
