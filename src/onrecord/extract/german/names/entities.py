"""Companies, people and media named in a German text: register first, then patterns.

A candidate needs one strong sign (office, kind of company, legal form, given name, known name);
then all its mentions count: short forms, genitives, and the first part of compounds.
"""

import re
from collections.abc import Iterable

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.flags import ADJ, DET
from onrecord.extract.german.grammar.vocabulary import is_listed, is_word
from onrecord.extract.german.names.candidates import (
    Found,
    classify,
    known_names,
    without_s,
)
from onrecord.extract.german.names.coined import coined_names
from onrecord.extract.german.names.described import apart, without_kinds
from onrecord.extract.german.names.headed import headed_names, names_to_come
from onrecord.extract.german.names.inflected import in_another_case, join_inflected
from onrecord.extract.german.names.kinds import (
    COMMON,
    COMPANY_KIND,
    MEDIUM_KIND,
    capital_inside,
    common,
    is_company_kind,
    is_office,
)
from onrecord.extract.german.names.mentions import find_mentions, merge
from onrecord.extract.german.names.objects import without_objects
from onrecord.extract.german.names.runs import runs
from onrecord.extract.german.names.signs import BUSINESS_VERBS, NOT_NAMES, OFFICES
from onrecord.extract.german.names.small import small_names
from onrecord.extract.german.names.spread import abbreviations, participle, spread_names
from onrecord.extract.german.names.unlisted import unlisted_names
from onrecord.extract.german.names.verdicts import with_article
from onrecord.extract.given import is_given
from onrecord.extract.records import Entity, Source
from onrecord.extract.register import Known
from onrecord.extract.tokens import HYPHENED, Kind

RULES = {
    "register": Source("de-name-register", "1", 0.98, "a name of the register"),
    "known": Source("de-name-known", "1", 0.95, "a name that is well known"),
    "given": Source("de-name-given", "1", 0.93, "a given name before a surname"),
    "office": Source("de-name-office", "1", 0.92, "an office before the name"),
    "kind": Source("de-name-kind", "1", 0.9, "the kind of company or medium before the name"),
    "form": Source("de-name-form", "1", 0.93, "a legal form or typical last word of a firm"),
    "compound": Source("de-name-compound", "1", 0.88, "first part of `X-Chef`"),
    "speaker": Source("de-name-speaker", "1", 0.85, "two names behind a verb of saying"),
    "acts": Source("de-name-acts", "1", 0.7, "subject of a business verb, never with an article"),
    "pair": Source("de-name-pair", "1", 0.7, "joined by `und` with a name"),
    "unlisted": Source("de-name-unlisted", "1", 0.7, "no word of a German dictionary"),
    "shape": Source("de-name-shape", "1", 0.6, "capitals inside the word"),
}


def find_entities(document: Document, known: Iterable[Known] = ()) -> tuple[Entity, ...]:
    """The names of a document with all their mentions, sorted by first mention."""
    found: dict[tuple[str, ...], Found] = {}
    for item in known:
        for form in (item.name, *item.aliases):
            words = tuple(form.split())
            first = found.setdefault(words, Found(item.kind, words, "register", item.iri))
            first.aliases = [tuple(a.split()) for a in (item.name, *item.aliases)]
    known_names(document, found)
    small_names(document, found)
    candidates = runs(document)
    for begin, end in candidates:
        classify(document, begin, end, found)
    _compounds(document, found)
    _signatures(document, found)
    headed_names(document, candidates, found)
    _weak(document, candidates, found)
    spread_names(document, found)
    abbreviations(document, found)
    unlisted_names(document, candidates, found)
    coined_names(document, candidates, found)
    without_kinds(document, found)
    without_objects(document, found)
    apart(document, found)
    names_to_come(document, candidates, found)
    return _collect(document, found)


def _compounds(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """`Silexa-Chefin`, `Silexa-Aktie`: the first part is a company."""
    words = document.tokens.words
    hyphened = document.tokens.where(HYPHENED)
    kinds = {words[i] for i in hyphened if i + 1 < len(words) and words[i + 1][0].isupper()}
    for word in dict.fromkeys(words[i] for i in hyphened):
        first, _, last = word.partition("-")
        if not last or not first or not first[0].isupper() or first in NOT_NAMES:
            continue
        tail = word.rsplit("-", 1)[-1]
        first = _FORMERLY.sub("", word[: -len(tail) - 1])
        if not first:
            continue
        while "-" in first and first.rpartition("-")[2].lower() in _GENERIC:
            first = first.rpartition("-")[0]  # `Alvara-IT-Chefin`
        if is_given(first) or first in NOT_NAMES or common(first) or (first,) in found:
            continue
        if word in kinds and is_company_kind(tail) and tail.lower() not in _RELATIONS:
            continue
        if tail.lower().endswith(_EXPERTS) and is_word(first):
            continue  # `Photonik-Forscher`
        if tail.lower() in _HOUSES and not is_word(first) and first.lower() not in _STYLES:
            found[(word,)] = Found("company", (word,), "compound")
            continue
        if tail.lower().startswith(_COMPANY_TAILS) or (is_office(tail) and tail not in OFFICES):
            if first.lower() in _GENERIC or first.lower().endswith(_GENERIC_ENDS):
                continue
            if any(first == known[0] for known in found) and len(first) < 2:
                continue
            found[(first,)] = Found("company", (first,), "compound")
        elif tail in ("CEO", "CFO", "COO", "CTO"):
            found[(first,)] = Found("company", (first,), "compound")


_FORMERLY = re.compile("(?:Ex|Alt|Nicht)(?:-|$)")
"""`Ex-Silexa-Chefin`: the company is called Silexa."""
_EXPERTS = ("forscher", "forscherin", "experte", "expertin", "politiker", "politikerin",
            "historiker", "historikerin", "lobbyist")  # fmt: skip
_RELATIONS = frozenset("tochter rivale rival konkurrent partner aktionär investor mutter".split())
_COMPANY_TAILS = (
    "rival",
    "konkurrent",
    "partner",
    "manager",
    "kunde",
    "umsatz",
    "spitze",
    "gründer",
    "übernahme",
    "einstieg",
    "deal",
    "beteiligung",
    "aktie",
    "aktien",
    "vorstand",
    "chef",
    "papier",
    "konzern",
    "mitarbeiter",
    "tochter",
    "werk",
    "zentrale",
    "anteil",
    "aktionär",
    "gesellschafter",
    "eigentümer",
    "eigner",
    "inhaber",
    "filiale",
    "kauf",
    "verkauf",
    "auftrag",
    "angebot",
    "offerte",
    "management",
    "belegschaft",
    "beschäftigte",
    "betriebsrat",
    "sparte",
    "produkt",
    "titel",
    "führung",
    "fusion",
    "klinik",
    "kliniken",
)
_GENERIC = frozenset(
    """
    stadtwerke
    ki it eu us nato bank technik technologie finanz konzern firmen partei pharma chip chips
    cloud öl gas tech ex vize co auto bau bundes landes staats welt energie medien
    ngg verdi evg gdl igbce dgb
    gewerkschafts ig cdu spd fdp grünen csu afd linken uno un ezb iwf dax mdax bvb forschungs
    entwicklungs personal marketing vertriebs marken software hardware e-commerce internet web
    handels krypto agrar stahl wind solar immobilien industrie sicherheits klima umwelt
    verkehrs wasser design digital daten asien europa amerika china deutschland usa
    """.split()
)
_HOUSES = frozenset(
    """werft werften brauerei reederei versicherung verlag werke airline spedition druckerei
    molkerei bäckerei raffinerie hütte papierfabrik kaffeerösterei""".split()
)
"""`die Solvau-Werft`: behind a word that German has not they are part of a company's name."""
_STYLES = frozenset("craft indie street fast micro low-cost vintage urban slow smart".split())
"""English words that say of which kind something is."""
_GENERIC_ENDS = ("ung", "ungs", "ions", "heits", "keits", "schafts")


def _signatures(document: Document, found: dict[tuple[str, ...], Found]) -> None:
    """` - Name, Rolle` at the end of a paragraph."""
    tokens = document.tokens
    for sentence in document.sentences:
        end = sentence.end
        if not sentence.kinds & _DASHES.bit or tokens.breaks[end : end + 1] not in ([], [2]):
            continue
        for i in tokens.among(_DASHES, max(sentence.begin, end - 12), end - 1):
            if tokens.words[i + 1][0].isupper():
                k = i + 1
                while k < end and tokens.words[k][0].isupper():
                    k += 1
                if 2 <= k - i - 1 <= 4 and k < end and tokens.words[k] == ",":
                    name = tuple(tokens.words[i + 1 : k])
                    found.setdefault(name, Found("person", name, "speaker"))


_DASHES = Kind.of("-–—")


def _weak(
    document: Document, candidates: list[tuple[int, int]], found: dict[tuple[str, ...], Found]
) -> None:
    """Names told by what they do, by a known neighbour, or by capitals inside the word."""
    tokens, words, flags = document.tokens, document.tokens.words, document.flags
    covered, bits, none = {word for name in found for word in name}, tokens.bits, _NONE.bit
    for begin, end in candidates:
        if end - begin > 2 or (end - begin == 1 and bits[begin] & none):
            continue
        last = bits[end - 1] & _NO_NAME.bit
        if end - begin == 2 and (last or bits[begin] & COMMON.bit):
            continue
        name = tuple(words[begin:end])
        if not covered.isdisjoint(name):
            continue
        if last and not _paired(words, begin, end, found):
            continue
        if len(name) == 2 and (is_given(name[0]) or name[0].lower().endswith(("e", "es"))):
            continue
        noun = with_article(document, name[-1]) or is_office(name[-1].rstrip("s"))
        told = _paired(words, begin, end, found) or _staked(tokens.low, begin)
        if not noun and told:
            _weak_add(found, name, "pair", document)
            continue
        before = flags[begin - 1] if begin and not tokens.breaks[begin] else 0
        if before & (DET | ADJ) or with_article(document, name[-1]):
            continue
        low_after = tokens.low[end] if end < len(tokens.words) else ""
        starts = begin == 0 or tokens.breaks[begin] or tokens.words[begin - 1] in '.!?:“"'
        shaped = capital_inside(name[0]) and not name[0].isupper() and "-" not in name[0]
        if name[0].rpartition("-")[2].isdigit():
            continue  # `MG-214`, a product
        acronym = name[0].isupper() and 3 <= len(name[0]) <= 6 and len(name) == 1
        if starts and len(name) == 1 and name[0].lower().endswith(_ADVERBIAL):
            continue
        if starts and len(name) == 1 and participle(name[0].lower()):
            continue
        if low_after in BUSINESS_VERBS and (starts or shaped or acronym):
            if not _plural(name[-1]) or low_after.endswith(("t", "m")):
                _weak_add(found, name, "acts", document)
        elif (shaped or _domain(name[0])) and len(name) == 1:
            _weak_add(found, name, "shape", document)


def _domain(word: str) -> bool:
    """`Mörtel.io`: an address as the name of a firm."""
    return "." in word and word.rpartition(".")[2] in _DOMAINS


_DOMAINS = frozenset(
    "ai at app ch cloud co com de dev digital eu fm gg io ly me net org tv".split()
)
_ADVERBIAL = ("lang", "weise", "tiv", "tig", "ell", "isch", "lich", "los", "bar", "haft", "halber")


def _paired(words: list[str], begin: int, end: int, found: dict[tuple[str, ...], Found]) -> bool:
    """`X und Y`, `X, Y und Z` where a neighbour is known to be a company."""
    listed = "und" in words[end : end + LIST]
    joined = ("und", ",") if listed else ("und",)
    left = words[begin - 2] if begin >= 2 and words[begin - 1] in joined else ""
    right = words[end + 1] if end + 1 < len(words) and words[end] in joined else ""
    alone = "und" not in (words[begin - 1], words[end] if right else "")
    return bool(left or right) and any(
        item.kind == "company"
        and (item.rule in _STRONG or not alone)
        and ((left and name[-1] == left) or (right and name[0] == right))
        for name, item in found.items()
    )


_STRONG = frozenset(("register", "known", "kind", "form"))
LIST = 8
"""`und` stands no further behind a name in a list, in tokens."""


def _staked(low: list[str], begin: int) -> bool:
    """`5 Prozent an X`, `eine Beteiligung an X`, `der Zusammenschluss von X und Y`."""
    if begin < 2:
        return False
    merged = low[begin - 1] in ("von", "zwischen") and low[begin - 2].endswith(_MERGERS)
    return merged or (low[begin - 1] == "an" and low[begin - 2].endswith(_SHARES))


_MERGERS = ("zusammenschluss", "fusion", "verschmelzung", "joint-venture", "zusammengehen")
_SHARES = ("prozent", "beteiligung", "anteil", "anteile", "anteilen", "mehrheit", "aktienpaket")


def _weak_add(
    found: dict[tuple[str, ...], Found], name: tuple[str, ...], rule: str, document: Document
) -> None:
    base = (*name[:-1], without_s(name[-1], document))
    found.setdefault(base, Found("company", base, rule))


def _inflected(word: str) -> bool:
    return word.lower().endswith(("en", "er", "ern")) and not capital_inside(word)


def _unlike(word: str) -> bool:
    """Whether a word that is no common noun and no kind of firm is no name all the same."""
    return len(word) < 3 or is_given(word) or _inflected(word)


_NO_NAME = Kind.any(
    COMMON,
    COMPANY_KIND,
    MEDIUM_KIND,
    Kind(_unlike, printed=True, without=COMMON.bit | COMPANY_KIND.bit, placed=False),
    placed=False,
)
_NONE = Kind.any(
    COMMON,
    Kind(is_listed, large=True, near=COMPANY_KIND.bit, without=COMMON.bit, placed=False),
    Kind(near=_NO_NAME.bit, without=COMPANY_KIND.bit, placed=False),
    large=True,
    placed=False,
)
"""A noun that stands alone and is of this kind is no name, whatever stands beside it; `Seedhaus`
ends like a kind of company, and no dictionary has it."""


def _plural(word: str) -> bool:
    return word.endswith(("en", "er", "e"))


def _collect(document: Document, found: dict[tuple[str, ...], Found]) -> tuple[Entity, ...]:
    """One entity a name, short forms merged into the fullest form, with all mentions."""
    join_inflected(document, found)
    owner = merge(found)
    mentions = find_mentions(document, owner)
    by_name: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for name, span in mentions:
        by_name.setdefault(name, []).append(span)
    entities = []
    for name, spans in by_name.items():
        item = found[name]
        text = _printed(document, name, spans)
        spans.sort()
        entities.append(
            Entity(item.kind, text, tuple(spans), RULES[item.rule], item.iri)  # type: ignore[arg-type]
        )
    return tuple(sorted(entities, key=lambda e: (e.mentions[0], e.name)))


def _printed(document: Document, name: tuple[str, ...], spans: list[tuple[int, int]]) -> str:
    """The fullest form that the text has, in the case that the name goes by if it has that one."""
    text = document.tokens.text
    if len(spans) == 1:
        return text[slice(*spans[0])]
    forms = {text[b:e] for b, e in spans}
    forms = {form for form in forms if not in_another_case(form, name)} or forms
    return max(forms, key=lambda form: (len(form), form)) if len(forms) > 1 else forms.pop()
