"""Deals told by half: one side stands in one sentence, the other in a later one."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from onrecord.extract.german.deals.center import Center
from onrecord.extract.german.deals.parties import GIVING
from onrecord.extract.german.deals.shares import AS_PURCHASE, AS_STAKE
from onrecord.extract.records import Party

EXAMPLES = 3
"""More companies than these on one side are examples, not a side of a deal told before."""
REACH = 2
"""So many sentences further on the other half may stand."""
SELLERS = 6
"""`Verkäufer ist X`: so many sentences behind the purchase."""
FOR_SALE = 8
"""A buyer of what is for sale is named no more sentences behind it."""
LATEST = 4
"""So many tellings back the other half is looked for."""
ALSO = frozenset(
    """hinzu folgte folgten
    auch ebenfalls zuvor ursprünglich zunächst zudem außerdem daneben gleichfalls neben weitere
    weiterer mitbieter konkurrierende ferner rest restliche restlichen bisherigen übrigen
    rivale rivalin konkurrent wettbewerber dritter zweiter anderer leer kürzeren nachsehen unterlag
    unterlegen unterlegenen
    unterlegene mitgeboten interessenten interessent beworben bieter bietern""".split()
)
TENDER = ("geboten", "mitgebot", "ausschreib", "auftrag", "vergabe", "zuschlag", "rennen")
"""Words for a contest about an order."""
COMING = frozenset(
    """kommt kommen stammt stammen liefert liefern lieferte lieferten geliefert baut bauen
    fertigt fertigen produziert stellt""".split()
)
"""`Die Reifen kommen von Z`: what goes with what was just told to be ordered."""
LENT = ("kredit", "darlehen", "brückenfinanz")
"""Who lends does not buy what is for sale."""
SIDES = ("acquisition", "investment", "supply")
OWNING = ("acquisition", "investment")
"""Kinds that tell of the same owner, of the whole or of a part."""
GETTING = ("acquirer", "investor")


@dataclass(slots=True)
class Half:
    """What a sentence told of a deal of this kind: all of it, or some of its sides."""

    kind: str
    parties: tuple[Party, ...]
    sentence: int
    whole: bool
    """Whether two sides are known."""
    sale: bool
    """Whether it is told what is for sale, and not who buys it."""
    paragraph: int


class Halves:
    """Remembers what was told of deals, whole or by half."""

    def __init__(self, center: Center) -> None:
        self._told: list[Half] = []
        self._center = center

    def add(self, kind: str, parties: tuple[Party, ...], sentence: int, asset: bool = True) -> None:
        """Remembers what a sentence told; nothing where it told no party. `asset`: what a company
        sells is a part of it."""
        if not asset and len(parties) == 1 and parties[0].role == "seller":
            parties = (Party(parties[0].name, "target"),)
        parties = tuple(p for p in parties if p.role != "seller" or not self._buys(p.name, parties))
        if parties and kind in SIDES:
            roles = {p.role for p in parties}
            giving = roles <= GIVING
            whole, sale = len(roles) > 1 and not giving, kind in OWNING and giving
            self._told.append(Half(kind, parties, sentence, whole, sale, self._center.paragraph))

    def _buys(self, name: str, parties: tuple[Party, ...]) -> bool:
        """Whether who seems to sell a company was told to buy it."""
        given = {p for p in parties if p.role == "target"}
        buyer = Party(name, "acquirer")
        return any(buyer in t.parties and not given.isdisjoint(t.parties) for t in self._told)

    def offered(self, seller: str, sentence: int) -> str:
        """The company of which a seller was just told to sell a part or all."""
        for told in reversed(self._told[-LATEST:]):
            roles = {p.role: p.name for p in told.parties}
            near = sentence - told.sentence <= REACH
            if near and told.sale and roles.get("seller") == seller:
                return roles.get("target", "") or roles.get("investee", "")
        return ""

    def sale_by(self, seller: str) -> tuple[Party, ...]:
        """What a company was told first to sell, wherever in the text, and itself."""
        for told in self._told:
            roles = {p.role: p for p in told.parties}
            if (
                told.sale
                and roles.keys() == {"seller", "target"}
                and roles["seller"].name == seller
            ):
                return roles["target"], roles["seller"]
        return ()

    def on_sale(self, sentence: int) -> tuple[str, str]:
        """Who was just told to sell, and which company; a part with no name has none."""
        for told in reversed(self._told[-LATEST:]):
            if told.sale and sentence - told.sentence <= REACH:
                roles = {p.role: p.name for p in told.parties}
                return roles.get("seller", ""), roles.get("target", roles.get("investee", ""))
        return "", ""

    def for_sale(self, sentence: int) -> bool:
        """Whether something was just told to be sold, and not to whom."""
        return any(t.sale and sentence - t.sentence <= REACH for t in self._told[-LATEST:])

    def buying(self, sentence: int) -> str:
        """Who was just told to buy a company that was not named."""
        last = self._told[-1] if self._told else None
        if last is None or last.whole or last.sale or not 0 < sentence - last.sentence <= REACH:
            return ""
        sides = [p.name for p in last.parties if p.role == "acquirer"]
        return sides[0] if len(sides) == len(last.parties) == 1 else ""

    def bought(self, sentence: int) -> bool:
        """Whether something was just told to be sold or bought, and nothing ordered since."""
        last = self._told[-1] if self._told else None
        near = last is not None and sentence - last.sentence <= REACH
        return self.for_sale(sentence) or (near and last is not None and last.kind in OWNING)

    def completed(
        self, kind: str, parties: tuple[Party, ...], sentence: int, low: Sequence[str]
    ) -> tuple[str, tuple[Party, ...]]:
        """Kind and all parties of the deal of which a sentence names one side; no parties where
        none fits."""
        whose, told = self._completed(kind, parties, sentence, low)
        if parties[0].role in GETTING and self._elsewhere(parties, told, sentence):
            return kind, ()
        several = [p.role for p in told].count("target") > 1
        return (kind, ()) if kind == "acquisition" and several else (whose, told)

    def _elsewhere(
        self, parties: tuple[Party, ...], told: tuple[Party, ...], sentence: int
    ) -> bool:
        """Whether what is told to be for sale is nothing that the passage is about."""
        known = {p.name for p in parties}
        new = {p.name for p in told} - known
        recent = any(
            sentence - t.sentence <= REACH and not new.isdisjoint(p.name for p in t.parties)
            for t in self._told[-LATEST:]
        )
        return bool(new) and not recent and not self._center.about(new, known)

    def _completed(
        self, kind: str, parties: tuple[Party, ...], sentence: int, low: Sequence[str]
    ) -> tuple[str, tuple[Party, ...]]:
        """The same, perhaps with two owners."""
        names, role = {p.name for p in parties}, parties[0].role
        if len(names) > EXAMPLES:
            return kind, ()
        contested = self._contested(parties, sentence, low) if role == "acquirer" else ()
        if contested:
            return "supply", contested
        reach = SELLERS if role == "seller" else REACH
        for told in reversed(self._told[-LATEST:]):
            if self._foreign(told, names):
                continue
            if _asked(told, kind, role, names) and sentence - told.sentence <= REACH:
                return told.kind, (*_as(told.kind, parties), *told.parties)
            if told.kind != kind or sentence - told.sentence > reach:
                continue
            if not names.isdisjoint(p.name for p in told.parties):
                if told.whole and names <= {p.name for p in told.parties}:
                    return kind, told.parties
                sold = _with_seller(told, parties)
                if sold:
                    return kind, sold
                continue
            if role not in {p.role for p in told.parties} and (
                not told.whole or (role == "seller" and not any(w.startswith("such") for w in low))
            ):
                return kind, (*told.parties, *parties)
            rest = tuple(p for p in told.parties if p.role != role)
            ordered = kind == "supply" and role == "supplier" and not COMING.isdisjoint(low)
            if ordered and self._same_order(told, rest, sentence):
                return kind, (*parties, *rest)
            if told.whole and rest and not ALSO.isdisjoint(low):
                bare = role in GETTING or role == "target"
                return kind, (*parties, *(_without_seller(rest) if bare else rest))
        if kind == "investment" and any(word.startswith(LENT) for word in low):
            return kind, ()
        if role in GETTING:
            return self._sold(kind, parties, not ALSO.isdisjoint(low), sentence)
        return kind, ()

    def _foreign(self, told: Half, names: Set[str]) -> bool:
        elsewhere = told.paragraph != self._center.paragraph
        return elsewhere and self._center.foreign({p.name for p in told.parties}, names)

    def _same_order(self, told: Half, rest: tuple[Party, ...], sentence: int) -> bool:
        """`X bestellt die Motoren bei Y, die Reifen kommen von Z`: who orders goes on; not where
        the passage is about who delivered before, who may be supplied as well."""
        if not told.whole or not rest or sentence - told.sentence > 1:
            return False
        gave = {p.name for p in told.parties if p.role == "supplier"}
        topics = {self._center.best(), *self._center.most_named[:1]}
        return sentence == told.sentence or gave.isdisjoint(topics)

    def _contested(
        self, parties: tuple[Party, ...], sentence: int, low: Sequence[str]
    ) -> tuple[Party, ...]:
        """`X unterlag`, `auch X hatte geboten`, behind an order: X wanted to deliver, too."""
        last = next((t for t in reversed(self._told) if t.whole), None)
        if last is None or last.kind != "supply" or sentence - last.sentence > REACH:
            return ()
        if self._foreign(last, {p.name for p in parties}):
            return ()
        if any(t.kind in OWNING and (t.whole or t.sale) for t in self._told[-LATEST:]):
            return ()
        if not any(word.startswith(TENDER) for word in low):
            return ()
        names = {p.name for p in parties}
        told = {p.name for p in last.parties if p.role == "customer"}
        if not names.isdisjoint(told):
            return ()
        rest = tuple(p for p in last.parties if p.role == "customer")
        return (*(Party(p.name, "supplier") for p in parties), *rest)

    def _sold(
        self, kind: str, parties: tuple[Party, ...], also: bool, sentence: int
    ) -> tuple[str, tuple[Party, ...]]:
        """Who buys, of what the text told to be for sale; `also`: of what others bid for."""
        names = {p.name for p in parties}
        if kind not in OWNING:
            return kind, ()
        for told in self._told:
            if told.kind not in OWNING or sentence - told.sentence > FOR_SALE:
                continue
            if self._foreign(told, names):
                continue
            rest = tuple(p for p in told.parties if p.role in GIVING)
            raised = told.kind != kind and {p.role for p in told.parties} == {"investee"}
            if raised or not rest or not names.isdisjoint(p.name for p in told.parties):
                continue
            if told.sale or (also and told.whole):
                if also and any(_bought(t, rest) for t in self._told):
                    rest = _without_seller(rest)
                return told.kind, (*_as(told.kind, parties), *rest)
        return kind, ()


def _asked(told: Half, kind: str, role: str, names: Set[str]) -> bool:
    """Whether a stake was just told to be given up, whose buyer is told as that of the whole."""
    other = kind in OWNING and told.kind in OWNING and kind != told.kind
    return (
        told.sale and other and role in GETTING and names.isdisjoint(p.name for p in told.parties)
    )


def mixed(parties: Sequence[Party], joined: bool) -> bool:
    """Two owners, or two that are bought, and no `und` has `joined` them: read from clauses that
    have nothing in common."""
    roles = [p.role for p in parties]
    return not joined and (roles.count("seller") > 1 or roles.count("target") > 1)


def _as(kind: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The same companies in the roles that a purchase or a stake has."""
    roles = AS_STAKE if kind == "investment" else AS_PURCHASE
    return tuple(Party(p.name, roles.get(p.role, p.role)) for p in parties)


def _bought(told: Half, rest: tuple[Party, ...]) -> bool:
    """Whether it is told who buys what these sell."""
    names = {p.name for p in rest}
    buyers = {p.name for p in told.parties if p.role in GETTING}
    return bool(buyers - names) and not set(rest).isdisjoint(told.parties)


def _with_seller(told: Half, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """`Verkauft wird die X von der Y`, behind the purchase of X: all of its parties."""
    roles = {p.role: p for p in parties}
    known = {p.role: p for p in told.parties}
    if not told.whole or roles.keys() != {"seller", "target"} or "seller" in known:
        return ()
    same = known.get("target") == roles["target"]
    new = roles["seller"].name not in {p.name for p in told.parties}
    return (*told.parties, roles["seller"]) if same and new else ()


def _without_seller(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who only bids, bids for what is for sale; that its owner would sell to it is not told."""
    rest = tuple(p for p in parties if p.role != "seller")
    return rest or parties
