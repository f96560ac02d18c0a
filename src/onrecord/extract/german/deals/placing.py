"""Where a company stands in its clause: behind a preposition, as subject, object, owner."""

from onrecord.extract.german.deals.assets import ASSETS
from onrecord.extract.german.deals.parties import BUYER, LEAD, OWNER, PART, SHARE, SHARE_OF, STAKES
from onrecord.extract.german.grammar.document import ZU, Document, Sentence
from onrecord.extract.german.grammar.flags import (
    ADJ,
    CAP,
    COORD,
    DET,
    FINITE,
    NUM,
    PREP,
    REL,
    SUBCONJ,
)
from onrecord.extract.german.grammar.phrases import TEMPORAL
from onrecord.extract.german.names.kinds import is_company_kind, is_office
from onrecord.extract.german.names.peoples import demonym, nation
from onrecord.extract.german.names.places import PLACES

PLAIN = {"am": "an", "im": "in", "ins": "in", "beim": "bei", "vom": "von", "zum": "zu",
         "zur": "zu", "fürs": "für", "ans": "an"}  # fmt: skip
FIRMS = frozenset(
    """unternehmen firma konzern start-up startup gesellschaft hersteller gruppe haus bank
    fonds investor reederei versicherer verlag händler werft""".split()
)
"""Nouns that stand for the company of the sentence before: `das Unternehmen`."""
DATIVES = frozenset("der dem einer einem ihrer ihrem seiner seinem deren dessen".split())
ACCUSATIVES = frozenset("den die das einen eine ein ihren seinen".split())
"""`ein Anteil an der X` is a share of X, `ein Anteil geht an die X` gives it to X."""
DEFINITE = frozenset(
    "das der die dem den des sein ihr seine ihre seinem ihrem dieses dieser".split()
)
BODIES = frozenset(
    """aktionäre aktionären vorstand vorstands aufsichtsrat management führung leitung spitze
    verwaltungsrat geschäftsführung stiftungsrat
    hauptversammlung anteilseigner anteilseignern gesellschafterversammlung""".split()
)
SPOKESMEN = ("sprecher", "sprecherin")
MASCULINE = (
    "konzern", "er", "or", "fonds", "riese", "rivale", "konkurrent", "partner", "verlag", "dienst",
    "pionier", "neuling", "gigant", "primus", "champion", "lieferant", "produzent", "spezialist",
    "kunde", "aktionär", "chef", "vorstand", "präsident", "betrieb", "ableger", "finanzier",
    "bauriese", "zulieferbetrieb",
)  # fmt: skip
SINGULAR = ("konzern", "riese", "rivale", "konkurrent", "verlag", "dienst", "spezialist",
            "investor", "lieferant", "produzent", "betrieb")  # fmt: skip
"""Behind `der` these stand in the nominative and nowhere else."""
FEMININE = (
    "firma", "gruppe", "bank", "kette", "schaft", "ung", "tochter", "marke", "ei", "in", "holding",
    "kasse", "plattform", "sparte", "mutter", "schwester", "agentur", "airline", "linie", "bahn",
    "werft", "klinik", "familie", "ag", "gmbh", "seite", "versicherung", "sozietät", "kanzlei",
    "handelskette", "branche", "börse", "filiale", "fabrik", "mühle", "hütte", "post", "industrie",
)  # fmt: skip
"""Behind `der` these stand in the genitive or dative, others in the nominative."""
_GOVERNED = frozenset("von mit an bei durch für".split())
TALKS = frozenset("gespräche gesprächen verhandlungen fusionsgespräche".split())
OWNING = frozenset("seine ihre seinen ihren seiner ihrer seinem ihrem".split())
ONE_STAKE = ("beteiligung", "anteil", "minderheit", "mehrheit")
OWN_STAKE = ("anteil", "paket", "anteils", "pakets")
"""`der Anteil von X`: X owns it."""
UNITS = frozenset("euro dollar mark franken pfund kronen prozent millionen milliarden".split())
"""Words behind which no genitive stands."""
POSTPOSED = frozenset("vernehmen hörensagen darstellung auffassung ansicht meinung".split())
HOLDINGS = frozenset(("besitz", "eigentum", "beständen"))
"""`aus dem Besitz der X`: X sells."""
ATTRIBUTE = 8
"""`das an der Börse notierte Unternehmen`: so far before its noun stands the article."""


def behind_article(document: Document, sentence: Sentence, i: int) -> bool:
    """Whether an article stands before token i, perhaps with adjectives between."""
    k = i - 1
    while k > sentence.begin and document.flags[k] & ADJ and not document.flags[k] & DET:
        k -= 1
    low, first = document.tokens.low, max(sentence.begin, i - ATTRIBUTE)
    if low[k] in DEFINITE or low[k] in PLAIN:
        return True
    attribute = k < i - 1 and any(
        low[j] in DEFINITE and document.flags[j + 1] & PREP for j in range(first, k)
    )
    return attribute and document.finite(first, i) < 0


def place_of(document: Document, sentence: Sentence, i: int) -> str:
    """The place of the phrase around token i: a preposition, `gen`, `dat`, `obj`, `subj`, or ''."""
    flags, low = document.flags, document.tokens.low
    k = _before_phrase(document, sentence.begin, i)
    if k < sentence.begin or document.inside[k] != document.inside[i]:
        return BUYER if _is_buyer(document, sentence, k) else ""
    if low[k] == "während":
        return "subj"
    if flags[k] & PREP and not flags[k] & CAP:
        if _after_noun(document, sentence, k):
            return _by_article(document, k + 1, i)
        if not _attributed(document, sentence, k, i):
            return _governed(document, sentence, k)
        k -= 1
    if not flags[k] & DET:
        if _coordinated(document, sentence, k, i):
            return place_of(document, sentence, k - 1)
        return BUYER if _is_buyer(document, sentence, k) else ""
    before = k - 1
    if before >= sentence.begin and flags[before] & PREP and not flags[before] & CAP:
        if _attributed(document, sentence, before, i):
            return _by_article(document, before - 1, i, _past_attribute(document, before, i))
        if low[before] == "während" or _after_noun(document, sentence, before):
            return "subj" if low[before] == "während" else _by_article(document, k, i)
        return _governed(document, sentence, before)
    if _is_buyer(document, sentence, before):
        return BUYER
    attached = before >= sentence.begin and bool(flags[before] & CAP and not flags[before] & COORD)
    attached = attached and low[before] not in TEMPORAL
    attached = attached and not (
        low[before - 1] == "in" and document.tokens.words[before] in PLACES
    )
    if attached and low[k] == "der" and _nominative(document, k, i):
        return "subj"
    if attached and low[before] in TALKS and "über" in low[i + 1 : sentence.end]:
        return "subj"  # `Gespräche der X über den Kauf der Y`
    if low[k] in ("der", "des", "einer", "eines", "ihrer", "seiner") and attached:
        part = PART if low[_head(document, sentence, before)].endswith(ASSETS) else "gen"
        if low[before] in HOLDINGS and "aus" in low[max(sentence.begin, before - 2) : before]:
            return OWNER
        place = _of_person(document, sentence, before)
        return part if place is None else place
    if low[before] in ("und", "sowie") and low[k] in ("dem", "den") and before > sentence.begin + 1:
        place = place_of(document, sentence, before - 1) if flags[before - 1] & CAP else ""
        if place in _GOVERNED:
            return place  # `von den Gründern und dem Fonds X`
    if (
        attached
        and low[k] in ("das", "die", "ein", "eine")
        and document.finite(sentence.begin, before) >= 0
        and not _of_preposition(document, sentence, before)
    ):
        return "obj"
    if low[before] == "," and low[k] in ("dem", "der"):
        return _apposed(document, sentence, before, i) or _by_article(document, k, i)
    return _by_article(document, k, i)


def _apposed(document: Document, sentence: Sentence, comma: int, i: int) -> str:
    """`vom Eigentümer, dem Fonds X,`: the place of the noun before the comma, which a preposition
    gives; nothing where no name of that place is closed off behind token i."""
    low, flags, noun = document.tokens.low, document.flags, comma - 1
    closed = next((low[j] for j in range(i + 1, sentence.end) if not flags[j] & CAP), ".")
    if noun <= sentence.begin or not flags[noun] & CAP or closed not in (",", ".", ":"):
        return ""
    place = place_of(document, sentence, noun)
    return place if place in _GOVERNED else ""


def _head(document: Document, sentence: Sentence, noun: int) -> int:
    """`das Werk in Jena des`, `der Standort Jena der`: the noun before the place behind it."""
    low, flags, k = document.tokens.low, document.flags, noun - 1
    if k > sentence.begin and low[k] in ("in", "bei", "nahe"):
        k -= 1
    near = k > sentence.begin and bool(flags[k] & CAP) and low[k].endswith(ASSETS)
    return k if near else noun


def _nominative(document: Document, k: int, i: int) -> bool:
    """`übernahm für 3 Millionen Euro der Konzern X`, `laut Verwalterin der dänische Konzern X`: no
    genitive of the noun before, since `der` stands before a masculine in the singular."""
    low = document.tokens.low
    if low[k - 1] in UNITS:
        return _by_article(document, k, i) == "subj"
    noun = low[i - 1]
    called = k < i - 1 and document.flags[i - 1] & CAP and not document.flags[i - 1] & DET
    if called and noun.endswith(MASCULINE) and not noun.endswith(FEMININE):
        after = low[i + 1 : i + 3]
        return "und" not in after or after[0] in ".!?"
    noun = low[k + 1]
    if k + 1 < i and document.flags[k + 1] & CAP and noun.endswith(SINGULAR):
        return True
    adjective = bool(document.flags[k + 1] & ADJ and not document.flags[k + 1] & CAP)
    return adjective and low[k + 1].endswith("e") and _by_article(document, k, i) == "subj"


def _after_noun(document: Document, sentence: Sentence, k: int) -> bool:
    """`dem Vernehmen nach`: a preposition behind what it governs."""
    return (
        k > sentence.begin
        and document.tokens.low[k] == "nach"
        and (document.tokens.low[k - 1] in POSTPOSED)
    )


def _of_preposition(document: Document, sentence: Sentence, noun: int) -> bool:
    """Whether a preposition or a genitive governs the noun: `im Sommer`, `der Chef der Bank`."""
    k = noun - 1
    while (
        k > sentence.begin
        and document.flags[k] & (ADJ | NUM | CAP)
        and not (document.flags[k] & DET)
    ):
        k -= 1
    if document.flags[k] & PREP:
        return True
    before = document.flags[k - 1] if k > sentence.begin else 0
    return bool(document.flags[k] & DET and before & (PREP | CAP) and not before & FINITE)


def _attributed(document: Document, sentence: Sentence, k: int, i: int) -> bool:
    """`das im Frühjahr gegründete Unternehmen`: the preposition at token k governs an attribute
    between the article and token i."""
    flags, low = document.flags, document.tokens.low
    if k <= sentence.begin or low[k - 1] not in _ARTICLES:
        return False
    noun = next((j for j in range(k + 1, i) if flags[j] & CAP), i)
    return _past_attribute(document, noun + 1, i) > 0


_ARTICLES = frozenset("der die das dem den des ein eine einen einem einer".split())


def _coordinated(document: Document, sentence: Sentence, k: int, i: int) -> bool:
    """`an X und Y`: whether Y, token i, is joined to a noun and no verb of its own follows."""
    flags = document.flags
    if document.tokens.low[k] not in ("und", "sowie") or k - 1 <= sentence.begin:
        return False
    verb = i + 1 < sentence.end and flags[i + 1] & FINITE and not flags[i + 1] & CAP
    return bool(flags[k - 1] & CAP) and not verb


def _governed(document: Document, sentence: Sentence, k: int) -> str:
    """The place that the preposition at token k gives."""
    low = document.tokens.low
    place = PLAIN.get(low[k], low[k])
    if place == "unter" and low[k + 1] in ("führung", "federführung", "leitung", "beteiligung"):
        return LEAD
    stake = place == "an" and (low[k] == "am" or low[k + 1] in DATIVES)
    if stake and _of_stake(document, sentence, k):
        return SHARE_OF
    if k > sentence.begin and place == "an" and low[k - 1].endswith(STAKES):
        if low[k] == "am" or low[k + 1] in DATIVES:
            return SHARE_OF
        if low[k + 1] in ACCUSATIVES:
            return place
        own = low[k - 2] in OWNING and low[k - 1].endswith(ONE_STAKE)
        return SHARE_OF if own else SHARE
    if k > sentence.begin and place == "von" and low[k - 1] in _PORTIONS:
        return SHARE_OF if "an" not in low[sentence.begin : sentence.end] else place
    named = k - 2 >= sentence.begin and document.flags[k - 2] & FINITE
    if k > sentence.begin and place == "von" and low[k - 1].endswith(ASSETS) and not named:
        return PART
    if k > sentence.begin and place == "von" and low[k - 1].endswith(OWN_STAKE):
        return OWNER
    body = place == "von" and (low[k - 1] in BODIES or low[k - 1].endswith(SPOKESMEN))
    if body and k - 1 > sentence.begin:
        return place_of(document, sentence, k - 1)
    if place == "von" and k - 2 > sentence.begin and _people(low[k - 1]):
        return place_of(document, sentence, k - 1)
    since = k > sentence.begin and (low[k - 1] in TEMPORAL or low[k - 1][0].isdigit())
    if place == "an" and since and "von" in low[max(sentence.begin, k - 3) : k - 1]:
        return _by_article(document, k + 1, k + 2)
    return _around(document, sentence, k) or place


_PORTIONS = frozenset("prozent % hälfte drittel viertel fünftel".split())
"""`zehn Prozent von X`: of X, not from it; but `zehn Prozent von X an Y`."""


def _of_stake(document: Document, sentence: Sentence, k: int) -> bool:
    """`die Beteiligung der X an der`: behind a stake and a genitive."""
    flags, low, i = document.flags, document.tokens.low, k - 1
    while i > sentence.begin and flags[i] & CAP and not flags[i] & DET:
        i -= 1
    owner = i < k - 1 and low[i] in ("der", "des", "von", "vom")
    return owner and i > sentence.begin and low[i - 1].endswith(STAKES)


def _people(low: str) -> bool:
    """`mit den Koreanern von X`: X stands where its people stand."""
    return demonym(low) or (low.endswith(("ern", "er", "en")) and nation(low) != "")


def _around(document: Document, sentence: Sentence, k: int) -> str:
    """`ein Konsortium um X`, `ein Duo aus X und Y`: they stand where the consortium stands."""
    low = document.tokens.low
    if low[k] not in ("um", "aus") or not low[k - 1].endswith(_GROUPS):
        return ""
    return place_of(document, sentence, k - 1) or "subj"


_GROUPS = ("konsortium", "gruppe", "bündnis", "investoren", "allianz", "bieter", "team", "duo",
           "trio")  # fmt: skip


def _is_buyer(document: Document, sentence: Sentence, k: int) -> bool:
    """`Käufer ist X`, `neuer Eigentümer wird X`."""
    low = document.tokens.low
    if k - 1 < sentence.begin or low[k] not in ("ist", "wird", "sei", "war", "werde"):
        return False
    return any(
        w.startswith(("käufer", "erwerber", "eigentümer", "besitzer", "eigner"))
        for w in low[max(sentence.begin, k - 3) : k]
    )


def _before_phrase(document: Document, begin: int, i: int) -> int:
    """The token before the phrase that ends in token i; the one before `begin` if all is of it."""
    flags, low, k = document.flags, document.tokens.low, i - 1
    while k >= begin and (
        flags[k] & _MODIFIER or flags[k] & (CAP | PREP) == CAP or low[k] == "wie" or low[k] in '„"»'
    ):
        k -= 1
    return k


_MODIFIER = ADJ | NUM


def _past_attribute(document: Document, k: int, i: int) -> int:
    """Where the phrase around token i goes on behind the attribute that begins at token k; 0 where
    none does."""
    flags = document.flags
    ends = (j + 1 for j in range(k, i) if flags[j] & ADJ and not flags[j] & (CAP | DET))
    return max(ends, default=0)


def _by_article(document: Document, k: int, i: int, first: int = 0) -> str:
    """The case that the article at token k shows: `dem X`, `den X`, `der Chiphersteller X`; the
    noun stands at token `first` or later."""
    low = document.tokens.low[k]
    if low in ("dem", "einem", "ihrem", "seinem"):
        return "dat"
    if low in ("den", "einen", "ihren", "seinen"):
        return "obj"
    if low in ("der", "einer", "ihrer", "seiner"):
        head = next((j for j in range(first or k + 1, i + 1) if document.flags[j] & CAP), i)
        of_place = head + 1 < i and document.tokens.low[head].endswith("er")
        if of_place and document.flags[head + 1] & CAP:
            head += 1  # `der Bremer Reedereigruppe X`
        noun = document.tokens.low[head]
        called = head < i or is_company_kind(document.tokens.words[i])
        masculine = called and (noun.endswith(MASCULINE) or not noun.endswith(FEMININE))
        fronted = document.tokens.words[k] == "Der" and not noun.endswith(FEMININE)
        acts = masculine or fronted or _neuter_firm(noun)
        return "subj" if low == "der" and acts else "dat"
    return ""


def _neuter_firm(noun: str) -> bool:
    return noun in FIRMS and not noun.endswith(FEMININE)


def _of_person(document: Document, sentence: Sentence, head: int) -> str | None:
    """`Der Chef der Korvat AG`: the company stands where its chief, its owners stand."""
    if not (is_office(document.tokens.words[head]) or document.tokens.low[head] in BODIES):
        return None
    if document.tokens.low[head].startswith("insolvenz"):
        return None  # who administers a firm sells it
    return place_of(document, sentence, head)


def in_infinitive(document: Document, sentence: Sentence, i: int) -> bool:
    """Whether token i stands in a clause with no subject: `..., den Rivalen X zu kaufen`."""
    if not sentence.kinds & ZU.bit:
        return False
    own = [p for p in sentence.segments if p.begin <= i < p.end]
    return bool(own) and document.infinitive_clause(own[0].begin, own[0].end)


def opens_infinitive(document: Document, sentence: Sentence, before: int, i: int) -> bool:
    """`der Versuch der X, die Y zu kaufen`: whether only token i stands in an infinitive."""
    part = next((p for p in sentence.segments if p.begin <= i < p.end), None)
    apart = part is not None and before < part.begin
    return apart and in_infinitive(document, sentence, i)


def opens_relative(document: Document, sentence: Sentence, i: int) -> bool:
    """Whether token i stands right behind `in dem`, `auf die`, which open a relative clause."""
    begin, flags = i - 2, document.flags
    if begin <= sentence.begin or not (flags[begin] & PREP and flags[i - 1] & REL):
        return False
    part = next((p for p in sentence.segments if p.begin == begin), None)
    late = part is not None and document.finite(part.begin, part.end) >= part.end - 2
    return late and part is not None and part.mark == ","


def joins(document: Document, first: int, second: int) -> bool:
    """`X und Y`, `der Rivale X und der Investor Y`: no verb and no preposition between."""
    low, flags = document.tokens.low, document.flags
    between = range(first + 1, second)
    if first < 0 or len(between) > 8 or not any(low[i] in _JOINING for i in between):
        return False
    apart = PREP | FINITE | SUBCONJ
    if any(flags[i] & flags[i + 1] & DET and not flags[i + 1] & CAP for i in between[:-1]):
        return False
    return not any(
        (flags[i] & apart and not flags[i] & CAP and low[i] != "aus") or low[i] in _ACTING
        for i in between
    )


_ACTING = frozenset("er sie es man wir ich".split())
_JOINING = frozenset(("und", "oder", "sowie", "&", ","))
