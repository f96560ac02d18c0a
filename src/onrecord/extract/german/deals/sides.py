"""Who delivers to whom, where the words leave it open: by what the companies are called.

`X schloss mit dem Windparkbetreiber Y einen Liefervertrag`: Y has what X needs; with a chain of
supermarkets it would be the other way round.
"""

from collections.abc import Callable, Sequence

from onrecord.extract.german.deals.parties import Mention
from onrecord.extract.records import Party
from onrecord.extract.tokens import recalled

SELLING = (
    "betreiber", "anbieter", "lieferant", "lieferanten", "zulieferer", "produzent", "produzenten",
    "versorger", "erzeuger", "ausrüster", "dienstleister", "vermieter", "werft", "caterer",
    "spedition", "hersteller", "bauer", "schmiede", "spezialist", "spezialisten", "fertiger",
    "entwickler", "förderer", "konzern", "werk", "werke", "softwarehaus", "molkerei", "firma",
    "mühle", "raffinerie", "gießerei", "logistiker", "baukonzern", "techniker",
)  # fmt: skip
SUPPLIERS = (
    "anbieter",
    "lieferant",
    "lieferanten",
    "zulieferer",
    "dienstleister",
    "bergbaufirma",
    "bergbauunternehmen",
    "bergbaukonzern",
    "minenbetreiber",
    "rohstoffkonzern",
    "vermieter",
    "immobilienfirma",
    "immobiliengesellschaft",
    "immobilienkonzern",
    "immobilieninvestor",
    "projektentwickler",
    "wohnungskonzern",
)
"""Who is called so delivers, whatever the other one does."""
NEEDING = (
    "händler", "handelskette", "discounter", "supermarktkette", "kette", "kaufhaus", "reederei",
    "airline", "fluggesellschaft", "fluglinie", "bahn", "autobauer", "autohersteller",
    "autokonzern", "verkehrsbetrieb", "verkehrsbetriebe", "verkehrsverbund", "drogeriekette",
    "modekette",
    "handelskonzern", "handelsgruppe", "versandhändler", "versicherer", "krankenkasse", "bank",
    "klinikkette", "stadtwerke", "flugzeugbauer", "lastwagenbauer", "autozulieferer", "kunde",
    "kunden", "abnehmer", "auftraggeber", "mobilfunker", "stahlkonzern", "chemiekonzern",
    "stahlhersteller", "stahlkocher", "aluminiumhersteller",
)  # fmt: skip
ALIKE = ("", "subj")
OPEN = ("liefervertrag", "rahmenvertrag", "abnahmevertrag", "abnahmevereinbarung", "lieferabkommen",
        "lieferkontrakt", "stromliefervertrag", "stromabnahmevertrag", "lieferung",
        "liefervereinbarung", "mietvertrag", "pachtvertrag", "leasingvertrag", "vertrag",
        "vorvertrag", "verhandel", "gespräch", "spr")  # fmt: skip
"""Words for a supply that do not say which side delivers."""


def directed(
    parties: tuple[Party, ...],
    mentions: Sequence[Mention],
    word: str,
    called: Callable[[str], Sequence[str]],
) -> tuple[Party, ...]:
    """The two sides of a contract of supply `mit` somebody, as what they are called tells."""
    other = _partner(mentions)
    if len(parties) != 2 or other is None or not word.startswith(OPEN):
        return parties
    names = [p.name for p in parties]
    if other.name not in names:
        return parties
    subject = next(n for n in names if n != other.name)
    lead = _delivers(called(other.name)) - _delivers(called(subject))
    if not lead:
        return parties
    roles = ("supplier", "customer") if lead > 0 else ("customer", "supplier")
    by_name = dict(zip((other.name, subject), roles, strict=True))
    return tuple(Party(n, by_name[n]) for n in names)


SERVING = (
    "caterer", "dienstleister", "lieferant", "lieferanten", "zulieferer", "logistiker", "spediteur",
    "spedition", "vermieter", "ausrüster", "generalunternehmer", "paketdienst", "sicherheitsdienst",
    "wachdienst", "fertiger", "versorger", "ausstatter", "kurierdienst", "hoster",
    "reinigungsfirma",
)  # fmt: skip
"""Who is called so, and has a contract with another company, works for it."""
MAKING = ("hersteller", "produzent", "produzenten", "anbieter", "erzeuger")
"""Who is called so delivers by a contract that has run and ends, or goes on."""
ENDING = ("auslauf", "läuft", "laufe", "ausgelaufen", "kündig", "gekündigt", "verlänger", "ende")


def served(
    mentions: Sequence[Mention], called: Callable[[str], Sequence[str]], low: Sequence[str]
) -> tuple[Party, ...]:
    """`X verlängert den Vertrag mit dem Caterer Y`: Y works for X; else nothing. `low`: the words
    of the clause."""
    other = next((m for m in mentions if m.place == "mit"), None)
    names = dict.fromkeys(m.name for m in mentions)
    if other is None or len(names) != 2:
        return ()
    nouns = called(other.name)
    makes = any(n.endswith(MAKING) and not n.endswith(NEEDING) for n in nouns)
    makes = makes and any(word.startswith(ENDING) for word in low)
    if not makes and not any(n.endswith(SERVING) for n in nouns):
        return ()
    subject = next(n for n in names if n != other.name)
    if any(n.endswith(SERVING) for n in called(subject)):
        return ()
    return Party(other.name, "supplier"), Party(subject, "customer")


def undirected(mentions: Sequence[Mention], word: str) -> bool:
    """Whether the words of a supply leave open which side delivers."""
    return word.startswith(OPEN) and _partner(mentions) is not None


def _partner(mentions: Sequence[Mention]) -> Mention | None:
    return next((m for m in mentions if m.place == "mit" or (m.joined and m.place in ALIKE)), None)


def _delivers(nouns: Sequence[str]) -> int:
    """How sure it is that a company so called delivers; below nought: that it is delivered to."""
    return max(map(_weight, nouns), key=abs, default=0)


@recalled
def _weight(noun: str) -> int:
    if noun.endswith(NEEDING):
        return -2
    if noun.endswith(SUPPLIERS):
        return 2
    return 1 if noun.endswith(SELLING) else 0
