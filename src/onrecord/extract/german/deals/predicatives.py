"""Deals told by what a company is called: `Käufer der X ist Y`, `X ist Zulieferer von Y`, `X tritt
als Bieter für Y auf`.

A noun of a part, the company that it is the part of, and a copula give both sides in one clause.
"""

from collections.abc import Sequence
from typing import Final

from onrecord.extract.german.deals.parties import BUYER, PART, Mention
from onrecord.extract.german.grammar.document import Document, Segment
from onrecord.extract.tokens import Kind

Part = tuple[str, str, str]
"""A kind, the role of who is called so, the role of the other one."""
PARTS: Final[dict[str, Part]] = {
    "verkäufer": ("acquisition", "seller", "target"),
    "käufer": ("acquisition", "acquirer", "target"),
    "erwerber": ("acquisition", "acquirer", "target"),
    "bieter": ("acquisition", "acquirer", "target"),
    "interessent": ("acquisition", "acquirer", "target"),
    "eigentümer": ("acquisition", "acquirer", "target"),
    "eigner": ("acquisition", "acquirer", "target"),
    "besitzer": ("acquisition", "acquirer", "target"),
    "hausherr": ("acquisition", "acquirer", "target"),
    "träger": ("acquisition", "acquirer", "target"),
    "mutter": ("acquisition", "acquirer", "target"),
    "muttergesellschaft": ("acquisition", "acquirer", "target"),
    "mutterkonzern": ("acquisition", "acquirer", "target"),
    "zukauf": ("acquisition", "target", "acquirer"),
    "neuerwerbung": ("acquisition", "target", "acquirer"),
    "aktionär": ("investment", "investor", "investee"),
    "gesellschafter": ("investment", "investor", "investee"),
    "investor": ("investment", "investor", "investee"),
    "geldgeber": ("investment", "investor", "investee"),
    "kreditgeber": ("investment", "investor", "investee"),
    "kapitalgeber": ("investment", "investor", "investee"),
    "anteilseigner": ("investment", "investor", "investee"),
    "lieferant": ("supply", "supplier", "customer"),
    "zulieferer": ("supply", "supplier", "customer"),
    "hersteller": ("supply", "supplier", "customer"),
    "ausrüster": ("supply", "supplier", "customer"),
    "auftragnehmer": ("supply", "supplier", "customer"),
    "generalunternehmer": ("supply", "supplier", "customer"),
    "dienstleister": ("supply", "supplier", "customer"),
    "vermieter": ("supply", "supplier", "customer"),
    "verpächter": ("supply", "supplier", "customer"),
    "auftraggeber": ("supply", "customer", "supplier"),
    "kunde": ("supply", "customer", "supplier"),
    "abnehmer": ("supply", "customer", "supplier"),
    "nutzer": ("supply", "customer", "supplier"),
    "anwender": ("supply", "customer", "supplier"),
    "mieter": ("supply", "customer", "supplier"),
    "pächter": ("supply", "customer", "supplier"),
    "besteller": ("supply", "customer", "supplier"),
    "bauherr": ("supply", "customer", "supplier"),
    "partner": ("partnership", "partner", "partner"),
}
NO_PARTS = (
    "preisträger",
    "vertreter",
    "energieträger",
    "gesprächspartner",
    "verhandlungspartner",
    "ansprechpartner",
    "konkurrent",
)
_ENDS: Final = tuple(PARTS)
BEING = frozenset("ist sind war waren sei seien wird wurde werde werden bleibt bleiben".split())
PLAYING = frozenset("gilt galt gelte auf auftritt fungiert firmiert agiert auftrat".split())
COUNTING = frozenset("zählt zählen gehört gehören zähle gehöre zählte gehörte".split())
NEWLY = ("neu", "künftig", "wird", "wurde", "werde", "werden", "jüngst", "als", "seit")
STATES = (
    "mutter",
    "muttergesellschaft",
    "mutterkonzern",
    "aktionär",
    "gesellschafter",
    "eigentümer",
    "eigner",
    "besitzer",
    "hausherr",
    "träger",
    "anteilseigner",
)
"""What somebody may have been for long: a deal only where the clause says that it is new."""
OF = frozenset(("gen", "von", "für", "um", "bei", "part"))
OF_IT = frozenset("der des von vom für um bei beim einer eines".split())
AT = frozenset(("", "subj", "obj", "gen", BUYER))
REACH = 4
"""So many tokens behind the noun the company stands whose part it names."""


def predicative(
    document: Document, part: Segment, mentions: Sequence[Mention]
) -> tuple[Part, str, str] | None:
    """The part, who plays it, and the company on the other side, where a clause tells them."""
    low = document.tokens.low
    words = set(low[part.begin : part.end])
    if BEING.isdisjoint(words) and COUNTING.isdisjoint(words) and PLAYING.isdisjoint(words):
        return None
    here = [m for m in mentions if part.begin <= m.at < part.end]
    if len({m.name for m in here}) != 2:
        return None
    bits = document.tokens.bits
    for i in range(part.begin, min(part.end, len(low) - 1)):
        noun = low[i]
        role = part_of(noun) if bits[i] & PLAYED.bit else None
        if role is None or low[i + 1] not in OF_IT or not _called(low, part, i, noun, words):
            continue
        other = next((m for m in here if i < m.at <= i + REACH and m.place in OF), None)
        holder = next((m for m in here if other is not None and m.name != other.name), None)
        if other is None or holder is None or holder.place not in AT:
            continue
        if role[0] == "acquisition" and other.place == PART:
            role = role[0], role[1], "seller"
        return role, holder.name, other.name
    return None


def _called(low: Sequence[str], part: Segment, i: int, noun: str, words: set[str]) -> bool:
    """Whether the clause calls somebody so: with a copula, `als`, or `zu ... zählt`."""
    near = low[max(part.begin, i - REACH) : i]
    if noun.endswith(STATES) and not any(w.startswith(NEWLY) for w in words):
        return False
    if not COUNTING.isdisjoint(words):
        return not {"zu", "zum", "zur"}.isdisjoint(near)
    if not PLAYING.isdisjoint(words):
        return "als" in near
    return "als" not in near and not {"mit", "von", "durch", "für"} & set(near)


def part_of(noun: str) -> Part | None:
    """The part that a noun names, in any number and gender: `Großkunden`, `Käuferin`."""
    bare = noun.removesuffix("nen") if noun.endswith("innen") else noun
    bare = bare.removesuffix("in") if bare.endswith(_FEMININE) else bare
    forms = (bare, bare.removesuffix("n"), bare.removesuffix("en"), bare.removesuffix("e"))
    for form in forms if bare[-1:] in _INFLECTED else forms[:1]:
        if form.endswith(_ENDS) and not form.startswith(NO_PARTS):
            return PARTS[max((end for end in _ENDS if form.endswith(end)), key=len)]
    if noun.endswith(("zukäufe", "zukäufen")):
        return PARTS["zukauf"]
    return None


_FEMININE: Final = tuple(end + "in" for end in (*PARTS, "kund"))
_INFLECTED = frozenset("en")
"""What an ending of a noun ends in that is left out."""
_FORMS = (end + more for end in _ENDS for more in ("", "n", "en", "e", "in", "innen"))
PLAYED = Kind(
    lambda word: part_of(word.lower()),
    large=True,
    near=Kind.of(ends=(*_FORMS, "zukäufe", "zukäufen"), placed=False).bit,
)
