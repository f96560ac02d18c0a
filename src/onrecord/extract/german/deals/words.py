"""The words of dealing: which begin a deal of which kind, and which role a preposition gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Roles = dict[str, str]


def _always(words: Sequence[str]) -> bool:
    return bool(words)


@dataclass(frozen=True, slots=True)
class Pattern:
    """`starts` begin a word form; `roles` map a preposition to a role, '' the bare subject.

    `object` is the role of a second party with no preposition, `gen` the genitive; `needs` looks
    at the words of the sentence and says whether the word means a deal at all.
    """

    kind: str
    starts: tuple[str, ...]
    roles: Roles
    object: str = ""
    needs: Callable[[Sequence[str]], bool] = field(default=_always)


def has(*starts: str) -> Callable[[Sequence[str]], bool]:
    """A test: some word starts with one of these."""
    return lambda words: any(word.startswith(starts) for word in words)


def has_word(*wanted: str) -> Callable[[Sequence[str]], bool]:
    """A test: one of these words is there."""
    return lambda words: not set(wanted).isdisjoint(words)


PARTNERS: Roles = {
    "": "partner",
    "mit": "partner",
    "von": "partner",
    "zwischen": "partner",
    "gen": "partner",
    "bei": "partner",
}
BUYING: Roles = {
    "": "acquirer",
    "durch": "acquirer",
    "von": "target",
    "für": "target",
    "gen": "target",
    "an": "target",
    "mit": "target",
    "nach": "target",
}
STAKE: Roles = {
    "": "investor",
    "in": "investee",
    "an": "investee",
    "bei": "investee",
    "für": "investee",
    "gen": "investee",
    "durch": "investor",
    "von": "investor",
}

NO_DEALS = (
    "investor", "beteiligungsgesell", "beteiligungshaus", "beteiligungsfirma", "lieferdienst",
    "lieferant", "lieferkette", "kaufhaus", "kaufpreis", "kaufmann", "auftraggeber", "kaufkraft",
    "übernahmekandidat", "gesprächspartner", "verhandlungspartner", "kaufleute",
)  # fmt: skip

PATTERNS = (
    Pattern(
        "merger",
        (
            "fusion",
            "zusammenschluss",
            "verschmelz",
            "zusammenschließ",
            "zusammenzuschließ",
            "zusammengeschlossen",
        ),
        PARTNERS,
        "partner",
    ),
    Pattern("merger", ("zusammen",), PARTNERS, "partner", has("schließ", "schloss", "gehen")),
    Pattern(
        "acquisition",
        ("verkauf", "veräußer", "trennt", "abgeben"),
        {"": "seller", "an": "acquirer", "von": "target", "gen": "target"},
        "target",
        has("verkauf", "veräußer", "trennt"),
    ),
    Pattern(
        "investment",
        ("sammelt", "eingesammelt", "einsammel", "einzusammeln", "sammelte"),
        {
            "": "investee",
            "von": "investor",
            "bei": "investor",
            "durch": "investor",
            "mit": "investor",
        },
        "investor",
        has("ein", "million", "mio", "geld", "kapital"),
    ),
    Pattern(
        "investment",
        (
            "beteilig",
            "minderheitsbeteiligung",
            "einsteig",
            "einstieg",
            "einzusteigen",
            "eingestiegen",
            "kapitalerhöhung",
            "kapitalspritze",
            "finanzierungsrunde",
            "minderheitsanteil",
            "anteilskauf",
        ),
        STAKE,
        "investee",
    ),
    Pattern("investment", ("steigt", "stieg"), STAKE, "investee", has_word("ein")),
    Pattern(
        "investment",
        ("anteil", "anteile", "anteilen", "prozent"),
        STAKE | {"von": "investee"},
        "investee",
        has(
            "erwirb",
            "erwarb",
            "erworb",
            "erwerb",
            "übern",
            "sicher",
            "kauf",
            "hält",
            "halt",
            "aufstock",
            "stockt",
            "gekauft",
        ),
    ),
    Pattern(
        "acquisition",
        (
            "übernimm",
            "übernahm",
            "übernomm",
            "übernehm",
            "zukauf",
            "schluck",
            "geschluckt",
            "kaufofferte",
            "übernahmeangebot",
            "kaufangebot",
            "erwirb",
            "erwarb",
            "erworben",
            "erwerb",
            "aufkauf",
            "offerte",
            "einverleib",
            "käufer",
            "erwerber",
        ),
        BUYING,
        "target",
    ),
    Pattern(
        "supply",
        (
            "kauft",
            "kaufte",
            "kaufe",
            "gekauft",
            "kaufen",
            "bezieht",
            "beziehen",
            "bezog",
            "bezogen",
            "order",
        ),
        {"": "customer", "bei": "supplier", "von": "supplier"},
        "",
        has_word("bei", "beim", "von", "vom"),
    ),
    Pattern(
        "acquisition",
        (
            "kauft",
            "kaufte",
            "kaufe",
            "gekauft",
            "kaufen",
            "kauf",
            "gebot",
            "geboten",
            "bietet",
            "biete",
            "bot",
            "greift",
            "angebot",
            "interesse",
        ),
        BUYING,
        "target",
    ),
    Pattern(
        "supply",
        ("bestell", "beauftrag", "orderte", "geordert"),
        {"": "customer", "bei": "supplier", "von": "customer", "für": "", "an": "supplier"},
        "supplier",
    ),
    Pattern(
        "supply",
        ("auftrag", "großauftrag", "aufträge", "order", "zuschlag"),
        {"": "customer", "bei": "supplier", "an": "supplier"},
        "supplier",
        has("vergib", "vergab", "vergeb", "erteil", "gegeben", "gibt", "gab"),
    ),
    Pattern(
        "supply",
        (
            "liefer",
            "geliefert",
            "beliefer",
            "auftrag",
            "großauftrag",
            "aufträge",
            "rahmenvertrag",
            "abnahmevertrag",
            "liefervertrag",
            "zuschlag",
            "rüstet",
            "ausrüst",
            "ausgerüstet",
            "stattet",
            "ausstatt",
        ),
        {
            "": "supplier",
            "an": "customer",
            "für": "customer",
            "von": "customer",
            "mit": "customer",
            "bei": "customer",
            "durch": "supplier",
            "gen": "customer",
        },
        "customer",
    ),
    Pattern(
        "partnership",
        (
            "partnerschaft",
            "kooper",
            "zusammenarbeit",
            "zusammenzuarbeit",
            "gemeinschaftsunternehmen",
            "joint",
            "joint-venture",
            "bündnis",
            "schulterschluss",
            "entwicklungspartner",
            "allianz",
            "kooperationsvertrag",
        ),
        PARTNERS | {"an": ""},
        "partner",
    ),
    Pattern(
        "partnership",
        ("zusammen", "gemeinsam"),
        PARTNERS | {"an": ""},
        "partner",
        has(
            "arbeit",
            "bau",
            "entwick",
            "betreib",
            "produz",
            "werk",
            "fabrik",
            "gründe",
            "tun",
            "erzeug",
            "herstell",
            "forsch",
            "anbiet",
            "auftret",
            "vertreib",
        ),
    ),
    Pattern(
        "investment",
        ("invest", "steckt", "stecken", "steckte", "gesteckt", "pumpt", "pumpen", "pumpte"),
        STAKE,
        "investee",
    ),
    Pattern("partnership", ("bündel", "gebündelt"), PARTNERS, "partner", has("kräfte")),
    Pattern(
        "negotiation",
        ("verhand", "gespräche", "sondier", "unterredung", "investitionsgespräch"),
        PARTNERS,
        "partner",
    ),
)

STATUS = (
    (
        "failed",
        (
            "gescheitert",
            "scheiter",
            "geplatzt",
            "platzt",
            "platzte",
            "abgebrochen",
            "abgeblasen",
            "aufgegeben",
            "abgesagt",
            "beendet",
            "beenden",
            "aufgekündigt",
        ),
    ),
    (
        "on-hold",
        ("eis", "ausgesetzt", "pausier", "aufgeschoben", "ruht", "ruhen", "zurückgestellt"),
    ),
    (
        "denied",
        (
            "dementier",
            "zurückgewiesen",
            "bestritt",
            "bestreit",
            "bestritten",
            "widersprach",
            "widersprich",
        ),
    ),
)
PLANNED = frozenset(
    """
    will wollen wolle wollte wollten möchte möchten plant planen plane geplant geplante
    geplanten prüft prüfen prüfe erwägt erwägen erwäge soll sollen könnte könnten werde wird
    werden bietet biete bot geboten bieten interesse interessiert vorbereitet vorbereiten
    offerte angebot beabsichtigt beabsichtige strebt anstreben würde absicht vorhat offerten
    übernahmeangebot kaufangebot eingeladen gebeten angekündigt kündigte kündigt greift prüfte
    liebäugelt plante planten
    """.split()
)
DONE = frozenset(
    """
    unterzeichnet unterschrieben vereinbart vereinbarten vereinbarte abgeschlossen besiegelt
    geeinigt einigten einigte beschlossen bekanntgegeben übernommen gekauft erworben bestellt
    beteiligte beteiligt investiert eingesammelt beauftragt erhalten geschlossen fusioniert
    eingegangen gesteckt verkauft geliefert besiegelte unterzeichneten unterzeichnete
    schlossen schloss übernahm kaufte erwarb investierte bestellte gingen ging
    """.split()
)
INTENT = frozenset(
    "will wollen wolle wollte plant plane planen soll sollen möchte möchten erwägt prüft würde "
    "könnte beabsichtigt wird werde".split()
)
TALKS = ("verhand", "sondier", "gespräche", "gesprächen", "unterredung")
DENIALS = (
    "dementier",
    "bestritt",
    "bestreit",
    "wies",
    "weist",
    "widersprach",
    "widersprich",
    "zurückgewiesen",
    "unzutreffend",
)
RANK = ("agreed", "failed", "denied", "on-hold", "ongoing", "planned")
PRICE = frozenset(
    """kaufpreis preis volumen wert auftragswert summe auftrag bewertet transaktion zahlt zahle
    zahlte zahlen biete bietet bot vertragswert umfang""".split()
)
BOTH = frozenset("beide beiden beider".split())
BOTH_NOUNS = frozenset(
    """
    häuser unternehmen seiten konzerne konzernen firmen partner partnern institute instituten
    gesellschaften banken parteien hersteller häusern gesellschaftern rivalen konkurrenten
    """.split()
)
EXPERTS = ("analyst", "expert", "händler", "ökonom", "beobachter", "volkswirt", "strateg")
