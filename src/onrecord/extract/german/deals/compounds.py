"""What the first part of a compound says of a company: `X-Aktien`, `X-Übernahme`, `X-Werke`."""

from onrecord.extract.german.deals.parties import SHARE

PLANTS = ("-Gruppe", "-Konzern", "-Holding", "-Bank", "-Werke", "-Werk", "-Werken", "-Fabrik",
          "-Fabriken", "-Filialen", "-Märkte", "-Kliniken")  # fmt: skip
"""Second parts behind a name that mean the company itself, or its works."""


def slot(low: str) -> str:
    """The place that the first part of `X-Aktien`, `X-Übernahme` takes; nothing for `X-Chef`."""
    tail = low.rpartition("-")[2]
    if tail.startswith(SHARES):
        return SHARE
    return "gen" if tail.startswith(DEALING) else ""


SHARES = ("aktien", "anteil", "beteiligung", "paket", "mehrheit")
DEALING = ("übernahme", "kauf", "verkauf", "einstieg", "auftrag", "angebot", "offerte", "gebot",
           "deal", "order", "fusion", "allianz", "kooperation", "erwerb")  # fmt: skip


def mere_part(word: str, part: bool) -> bool:
    """`Korvat-Chef` is no company; `Korvat-Gruppe` is."""
    return part and "-" in word and not word.endswith(PLANTS)
