"""Nouns that stand for companies named elsewhere, and what they say of them: `das Unternehmen`,
`der Käufer`, `die Stadtwerke`, `beide Häuser`."""

from collections.abc import Iterable

from onrecord.extract.german.deals.marks import BOTH, BOTH_NOUNS
from onrecord.extract.german.deals.placing import FEMININE as FEMININES
from onrecord.extract.german.deals.placing import FIRMS
from onrecord.extract.german.deals.placing import MASCULINE as MASCULINES
from onrecord.extract.german.names.kinds import COMPANY_KIND, is_company_kind, is_institute
from onrecord.extract.german.names.peoples import DEMONYM, NATION
from onrecord.extract.tokens import Kind, recalled

MONEY_FIRMS = frozenset("bank fonds investor haus".split())
ANY = frozenset("haus konzern gruppe gesellschaft".split())
"""Nouns for a company that lives by money, and for any."""
MONEY_KINDS = (
    "investor", "fonds", "bank", "geldgeber", "kapitalgeber", "beteiligungsgesellschaft",
    "beteiligungshaus", "beteiligungsfirma", "verwalter", "versicherer", "finanzierer", "geldhaus",
    "stiftung", "sparkasse", "family office", "vermögensverwaltung",
)  # fmt: skip
DAUGHTERS = ("tochter", "tochterfirma", "tochtergesellschaft", "ableger", "sparte")
OWNERS = (
    "unternehmer", "unternehmerin", "investor", "investorin", "milliardär", "milliardärin",
    "gründer", "gründerin", "erbe", "erbin", "prokurist", "prokuristin", "kaufmann", "mäzen",
    "geschäftsmann", "eigner", "eignerin", "reeder", "eigentümer", "eigentümerin",
    "altgesellschafter", "witwe", "angel", "geschäftsfrau", "großaktionär", "großaktionärin",
    "verleger", "verlegerin", "multimillionär", "oligarch", "tycoon",
)  # fmt: skip
"""Before the name of a person: who may own a firm."""
OWNING = frozenset(("an", "durch", "von", "bei", "", "subj"))
ROLE_NOUNS = {
    "käufer": "acquirer", "käufers": "acquirer", "käuferin": "acquirer", "erwerber": "acquirer",
    "erwerberin": "acquirer", "bieter": "acquirer", "bieters": "acquirer",
    "bieterin": "acquirer", "übernehmer": "acquirer", "interessent": "acquirer",
    "interessenten": "acquirer", "kaufinteressent": "acquirer", "kaufinteressenten": "acquirer",
    "verkäufer": "seller", "verkäufers": "seller", "verkäuferin": "seller",
    "auftraggeber": "customer", "auftraggebers": "customer", "auftraggeberin": "customer",
    "besteller": "customer", "abnehmer": "customer", "kunde": "customer", "kunden": "customer",
    "auftragnehmer": "supplier", "lieferant": "supplier", "lieferanten": "supplier",
    "geldgeber": "investor", "kapitalgeber": "investor", "investor": "investor",
    "investors": "investor", "übernahmekandidat": "target", "übernahmeziel": "target",
    "neuerwerbung": "target", "zukauf": "target",
}  # fmt: skip
"""`der Käufer`: who buys in the deal told last."""
APPOSED = {"verkäufer": "seller", "verkäuferin": "seller", "käufer": "acquirer",
           "käuferin": "acquirer", "alteigentümer": "seller", "alteigentümerin": "seller",
           "vorbesitzer": "seller", "vorbesitzerin": "seller", "voreigentümer": "seller",
           "erwerber": "acquirer", "auftraggeber": "customer", "abnehmer": "customer",
           "lieferant": "supplier", "lieferantin": "supplier"}  # fmt: skip
"""`Verkäufer X`: what X is in the deal."""
GENERIC = frozenset("unternehmen firma konzern gesellschaft gruppe haus".split())
"""Nouns for a company that any may be called."""
PEOPLE_ENDS = ("er", "ern", "sen", "en", "len")
THE = frozenset("der die das den dem".split())
OTHERS = (
    "konkurrent", "konkurrentin", "rivale", "rivalin", "partner", "wettbewerber", "tochter",
    "mutter", "bank", "verband", "gemeinschaftsunternehmen", "investor", "käufer", "kunde",
    "kunden", "gesellschafter", "marke", "bieter", "lieferant", "aktionär", "eigentümer", "firmen",
    "häuser",
)  # fmt: skip
"""Kinds of company that mean somebody else than the one just named."""
KINDS_IN_NAMES = (
    "fabrik",
    "bahn",
    "hütte",
    "mühle",
    "post",
    "klinik",
    "spedition",
    "betriebe",
    "stiftung",
)
SHORT_KIND = 5
"""A description that ends another one has at least so many letters."""


MASCULINE, FEMININE, NEUTER = "er", "sie", "es"
"""Genders, by their pronouns."""
_NEUTERS = tuple(
    """unternehmen haus start-up startup institut werk studio labor konsortium kontor netzwerk
    klinikum netz duo bündnis zentrum""".split()
)
_FORMS = ("ag", "se", "gmbh", "kg", "kgaa", "eg", "ohg", "werke")
_ENDS = (
    (MASCULINE, MASCULINES),
    (FEMININE, tuple(end for end in FEMININES if end not in _FORMS)),
    (NEUTER, _NEUTERS),
)


@recalled
def of_noun(low: str) -> str:
    """The gender of a noun for a company, or of the last word of its name, by its longest known
    ending; nothing where it has none."""
    if low in _FORMS:
        return FEMININE
    hits = [(len(end), sex) for sex, ends in _ENDS for end in ends if low.endswith(end)]
    return max(hits)[1] if hits else ""


def heads(names: Iterable[str]) -> dict[str, str]:
    """`die Stadtwerke`, `die Regiobahn`: the noun in the name of one company that may stand for
    all of it."""
    found: dict[str, str] = {}
    for name in names:
        words = name.split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            noun = word.isalpha() and word[1:].islower() and len(word) >= SHORT_KIND
            kind = is_company_kind(word) or is_institute(word.lower())
            if noun and (kind or word.lower().endswith(KINDS_IN_NAMES)):
                found[word.lower()] = "" if word.lower() in found else name
    return found


_PLAIN = frozenset((*BOTH, "die"))
_NOUNS = Kind.any(
    Kind.of((*FIRMS, *ROLE_NOUNS, "verbund"), placed=False),
    DEMONYM,
    COMPANY_KIND,
    NATION,
    large=True,
    placed=False,
)
TELLING = Kind.any(_NOUNS, Kind.of(_PLAIN, placed=False))
"""What may mean a company that is named elsewhere: `das Unternehmen`."""


def plain(low: str) -> bool:
    return low in _PLAIN


def plural(low: list[str], i: int) -> bool:
    follows = low[i + 1 : i + 2]
    return follows in _FIRMS or (follows in _COMING and low[i + 2 : i + 3] == ["partner"])


_COMING = [["künftigen"], ["beiden"], ["neuen"]]
_FIRMS = [["firmen"], ["unternehmen"], ["konzerne"], ["institute"]]


def means_both(low: list[str], i: int) -> bool:
    """`die beiden Unternehmen`, `beide Häuser`, `die Firmen`."""
    after = low[i + 1] if i + 1 < len(low) else ""
    if low[i] in BOTH:
        return after in BOTH_NOUNS
    return low[i] == "die" and plural(low, i)


def role_at(low: list[str], i: int) -> str:
    """The part in the deal told last that the noun at token i stands for: `der Käufer`, not `der
    größte Zukauf`, `der Zukauf der X`."""
    role = ROLE_NOUNS.get(low[i], "")
    if role == "target" and (
        low[i - 1].endswith(("ste", "sten", "ter")) or low[i + 1 : i + 2] in _OF
    ):
        return ""
    return role


_OF = [["der"], ["des"], ["von"], ["vom"]]


def new_name(low: list[str], after: int) -> bool:
    """`soll X heißen`: what will be called so is no party yet."""
    return low[after : after + 1] in _CALLED


_CALLED = [["heißen"], ["heissen"], ["firmieren"]]
