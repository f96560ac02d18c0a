"""Parts of a business that are sold and have no name: works, shops, brands."""

from onrecord.extract.tokens import recalled

_ASSETS = (
    "geschäft", "geschäfts", "geschäfte", "geschäften", "sparte", "werk", "werks",
    "werke", "fabrik", "standort",
    "standorte", "bereich", "division", "segment", "portfolio", "filiale", "filialen", "wohnungen",
    "immobilien", "immobilie", "gebäude", "areal", "gelände", "türme", "masten", "flotte",
    "schiffe", "marke", "marken", "mine", "minen", "kraftwerk", "kraftwerke", "park", "parks",
    "tochter", "töchter", "tochterfirma", "klinik", "kliniken", "rechenzentrum", "rechenzentren",
    "hotels", "produktion", "fertigung", "erei", "einheit", "märkte", "bestände", "flächen",
    "häuser", "häusern", "läden", "heime", "heimen", "einrichtungen", "buchhandlungen", "märkten",
    "standorten", "patente", "patenten", "grundstücke", "grundstücken", "tankstellen", "praxen",
    "apotheken", "werken", "fabriken", "schiffen", "flugzeuge", "sparten", "bereiche",
    "aktivitäten",
    "niederlassung", "niederlassungen", "filialnetz", "ladenetz", "stromnetz", "gasnetz",
    "glasfasernetz", "kundenstamm", "vertragsbestand", "terminal", "terminals",
    "logistikzentrum", "restaurants", "autohäuser", "labore",
    "zeitschriften", "zeitungen", "geschäftszweig",
    "ereien", "erien", "reisebüros", "kinos", "gruben",
    "pflegeheim", "seniorenheim", "altenheim", "hotel", "bürohaus", "hochhaus", "wohnhaus",
    "geschäftshaus", "einkaufszentrum",
    "lagerhaus", "grundstück", "mietshaus", "pipeline", "warenhaus",
    "geschäftsfeld", "geschäftsteil", "firmenteil", "unternehmensteil", "unternehmensteile",
    "betriebsteil", "ladenkette", "stammhaus", "zentrale", "firmensitz", "stammsitz",
    "anlage", "deponie", "deponien", "raffinerie", "mühle", "mühlen",
    "schiff", "steinbruch", "villa",
)  # fmt: skip
_STRONG = tuple(noun for noun in _ASSETS if not noun.endswith(("e", "n", "s")))
ASSETS = (
    *_ASSETS,
    *(noun + "s" for noun in _STRONG),
    *(noun + "es" for noun in _STRONG if noun.endswith(("netz", "haus", "werk", "schäft"))),
)
"""What a seller sells of its own, when it is no firm with a name; in the genitive, too."""
PARTS = frozenset(
    """häuser häusern läden heime heimen einrichtungen standorte standorten filialen märkte märkten
    immobilien buchhandlungen geschäfte geschäften kliniken grundstücke grundstücken patente
    patenten wohnungen hotels tankstellen praxen apotheken werke werken fabriken schiffe schiffen
    """.split()
)
"""Several of these are never all of a company: it sells them and goes on."""


@recalled
def is_asset(word: str) -> bool:
    """Whether a word names a part of a business: Pumpengeschäft, Wohnungen."""
    return word.endswith(ASSETS)
