"""What a firm does, by what it is called: `die Airline` is the `Fluggesellschaft X`, `der
Kranbauer` the `Kranhersteller Y`."""

from typing import Final

from onrecord.extract.tokens import recalled

_KINDS = tuple(
    """hersteller bauer produzent fertiger konzern firma anbieter spezialist riese gruppe schmiede
    unternehmen entwickler händler kette betreiber verarbeiter gesellschaft haus dienstleister
    betrieb gigant fabrikant erzeuger ausrüster markt handel hersteller multi marke dienst portal
    plattform hersteller start-up startup anbieterin herstellerin werk""".split()
)
"""Ends of words for firms, behind what they do."""
_JOINTS = ("s-", "-", "n", "s", "")
_SAME = (
    "batterie zell akku batteriezellen",
    "pharma arzneimittel arznei medikamenten",
    "auto automobil fahrzeug autobauer wagen",
    "chip halbleiter",
    "flug airline flieger fluglinie fluggesellschaft carrier luftfahrt",
    "versicherer versicherung assekuranz versicherungs",
    "energie strom versorger energieversorger stromversorger regionalversorger ökostrom",
    "logistik spedition spediteur logistiker transport transporteur fracht",
    "brauerei brauer bierbrauer bier brau",
    "milch molkerei",
    "reederei reeder schifffahrt schifffahrts",
    "werft schiff schiffbauer schiffs",
    "verlag verlags medien zeitungs",
    "bank geldhaus kreditinstitut bankhaus geldinstitut",
    "fonds investor finanzinvestor beteiligungs investment kapitalgeber geldgeber finanz",
    "klinik krankenhaus kliniken klinikum klinikbetreiber",
    "hotel hotelier hotels",
    "software it softwarehaus",
    "fleisch wurst schlachter metzgerei wurstwaren",
    "bäckerei back backwaren bäcker",
    "bau baukonzern bauträger bauriese",
    "mode textil bekleidungs fashion",
    "supermarkt lebensmittel discounter handels einzel supermärkte",
    "telekom mobilfunk mobilfunker telekommunikations netzbetreiber",
    "kaffee rösterei röster kaffeeröster",
    "spiele spielestudio gaming games studio",
    "bahn bahnbetreiber eisenbahn",
    "stahl stahlkocher",
    "druck druckerei druckhaus",
    "möbel möbelhaus einrichtungs",
    "rüstungs waffen rüstung",
    "solar photovoltaik",
    "apotheken versandapotheke apotheke",
    "start-up startup jungfirma jungunternehmen gründung neugründung",
    "chemie chemikalien",
    "maschinen anlagen maschinenbauer anlagenbauer",
    "pflege pflegeheim",
    "sport sportartikler sportartikel",
)  # fmt: skip
"""Roots that mean one field."""
_FIELDS: Final = {root: line.partition(" ")[0] for line in _SAME for root in line.split()}
_LEAST = 3


@recalled
def field_of(noun: str) -> str:
    """The field that a noun for a firm names; nothing where it names none: `Hersteller`."""
    bare = noun.removesuffix("s") if noun.endswith(("ers", "rns", "gs", "ents")) else noun
    bare = bare.removesuffix("n") if bare.endswith(("riesen", "giganten", "ketten")) else bare
    for word in (noun, bare):
        if word in _FIELDS:
            return _FIELDS[word]
    kind = next((k for k in _KINDS if bare.endswith(k) and len(bare) > len(k)), "")
    root = bare.removesuffix(kind)
    for joint in _JOINTS if kind else ():
        if root.endswith(joint) and root.removesuffix(joint) in _FIELDS:
            return _FIELDS[root.removesuffix(joint)]
    if kind and len(root) >= _LEAST:
        return root.rstrip("-")
    return next((field for end, field in _ENDINGS if bare.endswith(end)), "")


_ENDINGS: Final = tuple(
    (root, field) for root, field in sorted(_FIELDS.items(), key=lambda f: -len(f[0]))
    if len(root) > _LEAST + 2
)  # fmt: skip
