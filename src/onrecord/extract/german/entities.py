"""Companies, people and media named in a German text: register first, then patterns.

A candidate needs one strong sign (office, kind of company, legal form, given name, known name);
then all its mentions count: short forms, genitives, and the first part of compounds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.extract.german.common import COMMON_NOUNS, GENERIC_BANKS
from onrecord.extract.german.document import Document
from onrecord.extract.german.flags import ADJ, CAP, DET, PREP
from onrecord.extract.german.names import (
    BUSINESS_VERBS,
    COMPANIES,
    COMPANY_ENDS,
    COMPANY_KINDS,
    COMPANY_PHRASES,
    GIVEN,
    LEGAL,
    MEDIA,
    MEDIA_PHRASES,
    MEDIUM_ENDS,
    MEDIUM_KINDS,
    NOT_NAMES,
    NOUN_ENDS,
    OFFICE_ENDS,
    OFFICES,
)
from onrecord.extract.german.verbs import SAYING
from onrecord.extract.records import Entity, Source
from onrecord.extract.register import Known

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
    "shape": Source("de-name-shape", "1", 0.6, "capitals inside the word"),
}
PARTICLES = frozenset("von van de di del der den zu zur vom da dos ter al el bin".split())


@dataclass(slots=True)
class _Found:
    kind: str
    tokens: tuple[str, ...]
    rule: str
    iri: str | None = None
    aliases: list[tuple[str, ...]] = field(default_factory=list)


def find_entities(document: Document, known: Iterable[Known] = ()) -> tuple[Entity, ...]:
    """The names of a document with all their mentions, sorted by first mention."""
    found: dict[tuple[str, ...], _Found] = {}
    for item in known:
        for form in (item.name, *item.aliases):
            words = tuple(form.split())
            first = found.setdefault(words, _Found(item.kind, words, "register", item.iri))
            first.aliases = [tuple(a.split()) for a in (item.name, *item.aliases)]
    _known_names(document, found)
    for begin, end in _runs(document):
        _classify(document, begin, end, found)
    _compounds(document, found)
    _signatures(document, found)
    _weak(document, found)
    return _collect(document, found)


def _known_names(document: Document, found: dict[tuple[str, ...], _Found]) -> None:
    present = set(document.tokens.words)
    for name in sorted(_SINGLE_KNOWN.keys() & present):
        found.setdefault((name,), _Found(_SINGLE_KNOWN[name], (name,), "known"))
    for words, kind in _PHRASES_KNOWN.items():
        if present.issuperset(words):
            found.setdefault(words, _Found(kind, words, "known"))


_SINGLE_KNOWN = {name: "company" for name in COMPANIES} | {name: "medium" for name in MEDIA}
_PHRASES_KNOWN = {tuple(name.split()): "company" for name in COMPANY_PHRASES} | {
    tuple(name.split()): "medium" for name in MEDIA_PHRASES
}
for _word in ("Focus", "Stern", "Zeit", "Welt", "Bild", "Capital", "Meta", "Linde", "Spiegel", "Arm"):
    _SINGLE_KNOWN.pop(_word, None)


def _runs(document: Document) -> Iterable[tuple[int, int]]:
    """Runs of words written large, with `&` and name particles inside."""
    words, flags, n = document.tokens.words, document.flags, len(document.tokens)
    i = 0
    while i < n:
        if not (flags[i] & CAP or words[i] in LEGAL) or not words[i][0].isupper():
            i += 1
            continue
        start = i
        i += 1
        while i < n and not document.tokens.breaks[i]:
            if words[i][0].isupper() and flags[i] & CAP:
                i += 1
            elif words[i] in ("&", "+") and i + 1 < n and words[i + 1][0].isupper():
                i += 2
            elif words[i] == "." and words[i - 1] in ("Dr", "Prof", "St", "Inc", "Co", "Corp"):
                i += 1
            elif (
                words[i] in PARTICLES
                and words[i] not in ("der", "den", "zur", "zu")
                and i + 1 < n
                and words[i + 1][0].isupper()
                and words[i - 1] in GIVEN
            ):
                i += 2
            elif words[i] == "of" and i + 1 < n and words[i + 1][0].isupper():
                i += 2
            else:
                break
        yield start, i


def is_office(word: str) -> bool:
    """Whether a word names an office: Finanzchefin, CEO, Silexa-Vorstand."""
    last = word.rsplit("-", 1)[-1]
    return last in OFFICES or last.lower().endswith(OFFICE_ENDS)


def is_company_kind(word: str) -> bool:
    """Whether a word names a kind of company: Chiphersteller, Konzern."""
    low = word.lower()
    if low.endswith(_INSTITUTES):
        return False
    return low.endswith(COMPANY_KINDS) or low.rstrip("s").removesuffix("e").endswith(COMPANY_KINDS)


_INSTITUTES = ("privatbank", "sparkasse", "volksbank", "landesbank", "dwerk", "lwerk", "twerke")


def is_medium_kind(word: str) -> bool:
    """Whether a word names a kind of medium: Nachrichtenagentur, Sender."""
    low = word.lower()
    return low.endswith(MEDIUM_KINDS) or low.rstrip("s").endswith(MEDIUM_KINDS)


def common(word: str) -> bool:
    """Whether a capitalised word looks like a common noun or is known to be no name."""
    if word in COMMON_NOUNS:
        return True
    return word in NOT_NAMES or word.lower().endswith(NOUN_ENDS) or is_office(word)


def _classify(
    document: Document, begin: int, end: int, found: dict[tuple[str, ...], _Found]
) -> None:
    """Splits a run at offices and kinds, and judges what is left."""
    words = document.tokens.words
    start, sign = begin, ""
    i = begin
    while i < end:
        word = words[i]
        if word in (".",) or word in ("Dr", "Prof"):
            if i == start:
                start, sign = i + 1, sign or "office"
            i += 1
            continue
        rest = end - i - 1
        if rest and word not in GIVEN and is_office(word):
            _judge(document, start, i, sign, found)
            start, sign = i + 1, "office"
        elif rest and i > start and word in GIVEN and words[i + 1] not in COMMON_NOUNS:
            _judge(document, start, i, sign, found)
            start, sign = i, "office"
        elif rest and _first(words, start, i) and is_medium_kind(word):
            start, sign = i + 1, "medium"
        elif rest and _first(words, start, i) and is_company_kind(word) and words[i + 1] != "of":
            start, sign = i + 1, "company"
        i += 1
    _judge(document, start, end, sign, found)


def _first(words: list[str], start: int, i: int) -> bool:
    """Whether only words such as `Berliner` stand before token i."""
    return all(words[k].endswith("er") for k in range(start, i))


def _judge(
    document: Document, begin: int, end: int, sign: str, found: dict[tuple[str, ...], _Found]
) -> None:
    words, tokens = document.tokens.words, document.tokens
    while begin < end and (words[begin] in (".", "&") or _filler(words[begin])):
        begin += 1
    while end - 1 > begin and words[end - 1] in COMMON_NOUNS and words[end - 1] not in COMPANY_ENDS:
        end -= 1
    if begin >= end:
        return
    name = tuple(words[begin:end])
    before = begin - 1
    if not sign and before >= 0 and not tokens.breaks[begin]:
        sign = _sign_before(document, before)
    kind, rule = _verdict(document, name, begin, end, sign)
    if kind:
        _add(found, kind, name, rule, document, begin)


def _filler(word: str) -> bool:
    return word in ("Herr", "Frau", "Herrn", "Dr", "Prof", "Uhr")


def _sign_before(document: Document, i: int) -> str:
    """What the word before says: an office or a kind, in a phrase that goes on."""
    word = document.tokens.words[i]
    if word in ("„", "»", '"') and i:
        word = document.tokens.words[i - 1]
    if not word[0].isupper():
        return ""
    if is_medium_kind(word):
        return "medium"
    return "office" if is_office(word) else "company" if is_company_kind(word) else ""


def _verdict(
    document: Document, name: tuple[str, ...], begin: int, end: int, sign: str
) -> tuple[str, str]:
    """(kind, rule), or two empty texts."""
    first, last, size = name[0], name[-1], len(name)
    if size > 5 or all(word in NOT_NAMES for word in name):
        return "", ""
    if name in _PHRASES_KNOWN or (size == 1 and first in _SINGLE_KNOWN):
        return _PHRASES_KNOWN.get(name) or _SINGLE_KNOWN[first], "known"
    if last in LEGAL and size > 1 and not common(first):
        return "company", "form"
    if size > 1 and last in COMPANY_ENDS and first not in NOT_NAMES | GIVEN:
        return "company", "form"
    if size > 1 and first.lower().endswith(_INSTITUTES):
        return "company", "form"
    if size > 1 and "of" in name and first in COMPANY_ENDS:
        return "company", "form"
    if size > 1 and first in ("Bankhaus", "Bank", "Privatbank", "Sparkasse", "Stadtwerke", "Kabelwerk", "Verlag"):
        return "company", "form"
    if first in GIVEN and 2 <= size <= 4 and not common(last):
        return "person", "given"
    if _medium_name(document, name, begin, sign):
        return "medium", "kind" if sign == "medium" else "form"
    if sign == "office" and size <= 4 and not common(last) and not name[0].endswith("-"):
        return ("person", "office") if _surname(document, name, begin) else ("", "")
    if sign == "medium" and size <= 4:
        return "medium", "kind"
    if sign == "company" and first not in COMMON_NOUNS | NOT_NAMES and not is_office(first):
        return "company", "kind"
    if size == 1 and last.endswith("bank") and last.lower() not in GENERIC_BANKS:
        return "company", "form"
    if "&" in name and size >= 3:
        return "company", "form"
    if size == 2 and _said_by(document, begin, end) and not common(last) and not common(first):
        return "person", "speaker"
    return "", ""


def _surname(document: Document, name: tuple[str, ...], begin: int) -> bool:
    """`Chef Muster`: a name, not `Chef Europa` or a noun with an article elsewhere."""
    return not any(word in NOT_NAMES for word in name) and not _with_article(document, name[-1])


def _medium_name(document: Document, name: tuple[str, ...], begin: int, sign: str) -> bool:
    last = name[-1]
    if last.endswith("s") and last[:-1].lower().endswith(MEDIUM_ENDS):
        last = last[:-1]
    if not last.lower().endswith(MEDIUM_ENDS) or sign in ("company", "office"):
        return False
    if len(name) > 1:
        return not common(name[0]) or name[0].endswith("er")
    low = last.lower()
    bare = {"zeitung", "magazin", "nachrichten", "presse", "blatt", "post", "bote", "funk", "welt"}
    if low in bare or low in _ORDINARY or len(low) < 8:
        return False
    return sign == "medium" or _speaks(document, begin)


_ORDINARY = frozenset(
    """dienst kurier echo report monitor radio fernsehen stimme spiegel insider journal
    kundendienst mobilfunk rundfunk wirtschaftspresse weltpresse tagespresse geschäftsbericht
    jahresreport außendienst sicherheitsdienst finanzdienst postdienst umwelt bankenwelt
    arbeitswelt geheimdienst öffentlichkeit regionalpresse fachpresse auslandspresse pressestimme
    wirtschaftswelt finanzwelt geschäftswelt wirtschaftsnachrichten kreditdienst lieferdienst
    fahrdienst bereitschaftsdienst wetterdienst streamingdienst kurierdienst wachdienst
    branchendienst informationsdienst wirtschaftsdienst nachrichtendienst bezahldienst
    zahlungsdienst kartendienst onlinedienst ortungsdienst messengerdienst internetdienst
    fachmagazin nachrichtenmagazin wirtschaftsmagazin tageszeitung wochenzeitung sonntagszeitung
    boulevardzeitung lokalzeitung regionalzeitung fachzeitung fachblatt boulevardblatt
    informationsblatt""".split()
)


def _speaks(document: Document, i: int) -> bool:
    """`laut Hafenkurier`, `berichtet der Energiebote`, `sagte er dem Hafenkurier`."""
    near = document.tokens.low[max(0, i - 7) : i + 4]
    return any(word in SAYING or word in _SOURCES for word in near)


_SOURCES = frozenset(
    """laut zufolge bericht berichte artikel interview gespräch angaben informationen meldung
    wonach demnach zitiert""".split()
)


def _said_by(document: Document, begin: int, end: int) -> bool:
    """Behind or before a verb of saying, or before `, Chef der X`."""
    tokens, flags = document.tokens, document.flags
    if begin and flags[begin - 1] & (DET | ADJ | PREP) and not flags[begin - 1] & CAP:
        return False
    if begin and tokens.low[begin - 1] in SAYING or tokens.low[begin - 1] in ("so", "laut"):
        return True
    if end < len(tokens) and tokens.low[end] in SAYING and not tokens.breaks[end]:
        return begin == 0 or tokens.breaks[begin] > 0 or tokens.words[begin - 1] in ".!?“"
    if end + 1 < len(tokens) and tokens.words[end] == ",":
        k = end + 1
        while k < min(end + 5, len(tokens)) and flags[k] & (DET | ADJ) and not flags[k] & CAP:
            k += 1
        return k < len(tokens) and tokens.words[k][0].isupper() and is_office(tokens.words[k])
    return False


def _with_article(document: Document, word: str) -> bool:
    """Whether the text has the word right behind an article: then it is a noun."""
    if document.articled is None:
        words, low = document.tokens.words, document.tokens.low
        articles = ("der", "die", "das", "dem", "den", "ein", "eine")
        document.articled = {words[i] for i in range(1, len(words)) if low[i - 1] in articles}
    return word in document.articled


def _add(
    found: dict[tuple[str, ...], _Found],
    kind: str,
    name: tuple[str, ...],
    rule: str,
    document: Document,
    begin: int,
) -> None:
    base = name[:-1] + (_without_s(name[-1], document),)
    if base not in found:
        found[base] = _Found(kind, base, rule)


def _without_s(word: str, document: Document) -> str:
    """`Aerodyns` is a genitive where `Aerodyn` stands in the text too."""
    if word.endswith("s") and len(word) > 4 and word[:-1] in document.tokens.words:
        return word[:-1]
    return word.rstrip("’'")


def _compounds(document: Document, found: dict[tuple[str, ...], _Found]) -> None:
    """`Silexa-Chefin`, `Silexa-Aktie`: the first part is a company."""
    for word in dict.fromkeys(document.tokens.words):
        first, _, last = word.partition("-")
        if not last or not first or not first[0].isupper() or first in NOT_NAMES:
            continue
        tail = word.rsplit("-", 1)[-1]
        first = word[: -len(tail) - 1]
        if first in GIVEN or first in NOT_NAMES or common(first) or (first,) in found:
            continue
        if tail.lower().startswith(_COMPANY_TAILS) or (is_office(tail) and tail not in OFFICES):
            if first.lower() in _GENERIC or first.lower().endswith(_GENERIC_ENDS):
                continue
            if any(first == known[0] for known in found) and len(first) < 2:
                continue
            found[(first,)] = _Found("company", (first,), "compound")
        elif tail in ("CEO", "CFO", "COO", "CTO"):
            found[(first,)] = _Found("company", (first,), "compound")


_COMPANY_TAILS = ("aktie", "aktien", "vorstand", "chef", "papier", "konzern", "mitarbeiter", "tochter", "werk", "zentrale", "anteil", "aktionär")
_GENERIC = frozenset(
    """ki it eu us nato bank technik technologie finanz konzern firmen partei pharma chip chips cloud öl
    gas tech ex vize co auto bau bundes landes staats welt energie medien gewerkschafts ig cdu spd
    fdp grünen csu afd linken uno un ezb iwf dax mdax bvb forschungs entwicklungs personal
    marketing vertriebs marken software hardware e-commerce internet web handels krypto agrar stahl
    wind solar immobilien industrie sicherheits klima umwelt verkehrs wasser design digital daten
    asien europa amerika china deutschland usa""".split()
)
_GENERIC_ENDS = ("ung", "ungs", "ions", "heits", "keits", "schafts")


def _signatures(document: Document, found: dict[tuple[str, ...], _Found]) -> None:
    """` - Name, Rolle` at the end of a paragraph."""
    tokens = document.tokens
    for sentence in document.sentences:
        end = sentence.end
        if end < len(tokens) and tokens.breaks[end] != 2:
            continue
        for i in range(max(sentence.begin, end - 12), end - 1):
            if tokens.words[i] in ("-", "–", "—") and tokens.words[i + 1][0].isupper():
                k = i + 1
                while k < end and tokens.words[k][0].isupper():
                    k += 1
                if 2 <= k - i - 1 <= 4 and k < end and tokens.words[k] == ",":
                    name = tuple(tokens.words[i + 1 : k])
                    found.setdefault(name, _Found("person", name, "speaker"))


def _weak(document: Document, found: dict[tuple[str, ...], _Found]) -> None:
    """Names told by what they do, by a known neighbour, or by capitals inside the word."""
    tokens, flags = document.tokens, document.flags
    covered = {word for name in found for word in name}
    for begin, end in _runs(document):
        if end - begin > 2:
            continue
        name = tuple(tokens.words[begin:end])
        if any(word in covered for word in name) or any(map(_no_name, name)):
            continue
        before = flags[begin - 1] if begin and not tokens.breaks[begin] else 0
        if before & (DET | ADJ) or _with_article(document, name[-1]):
            continue
        low_after = tokens.low[end] if end < len(tokens) else ""
        starts = begin == 0 or tokens.breaks[begin] or tokens.words[begin - 1] in '.!?:“"'
        shaped = any(c.isupper() for c in name[0][1:]) and not name[0].isupper() and "-" not in name[0]
        acronym = name[0].isupper() and 3 <= len(name[0]) <= 6 and len(name) == 1
        if low_after in BUSINESS_VERBS and (starts or shaped or acronym):
            if not _plural(name[-1]) or low_after.endswith(("t", "m")):
                _weak_add(found, name, "acts", document)
        elif shaped and len(name) == 1:
            _weak_add(found, name, "shape", document)
        elif begin >= 2 and tokens.low[begin - 1] == "und" and (tokens.words[begin - 2],) in found:
            if found[(tokens.words[begin - 2],)].kind == "company":
                _weak_add(found, name, "pair", document)
        elif end + 1 < len(tokens) and tokens.low[end] == "und" and (
            (tokens.words[end + 1],) in found
        ):
            if found[(tokens.words[end + 1],)].kind == "company":
                _weak_add(found, name, "pair", document)


def _weak_add(
    found: dict[tuple[str, ...], _Found], name: tuple[str, ...], rule: str, document: Document
) -> None:
    base = name[:-1] + (_without_s(name[-1], document),)
    found.setdefault(base, _Found("company", base, rule))


def _no_name(word: str) -> bool:
    return (
        common(word)
        or is_company_kind(word)
        or is_medium_kind(word)
        or len(word) < 3
        or word in GIVEN
        or word.lower().endswith(("en", "er", "ern"))
        and not any(c.isupper() for c in word[1:])
    )


def _plural(word: str) -> bool:
    return word.endswith(("en", "er", "e"))


def _collect(document: Document, found: dict[tuple[str, ...], _Found]) -> tuple[Entity, ...]:
    """One entity a name, short forms merged into the fullest form, with all mentions."""
    owner = _merge(found)
    mentions = _mentions(document, owner)
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
    """The fullest form that the text has."""
    text = document.tokens.text
    return max((text[b:e] for b, e in spans), key=lambda form: (len(form), form))


def _merge(found: dict[tuple[str, ...], _Found]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each form that may stand in the text, the full name that it stands for."""
    owner: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in sorted(found, key=lambda n: (-len(n), n)):
        item = found[name]
        if name in owner:
            continue
        owner[name] = name
        for alias in item.aliases:
            owner.setdefault(alias, name)
    for name in sorted(found, key=lambda n: (-len(n), n)):
        if owner[name] != name or len(name) == 1:
            continue
        for short in _short_forms(found[name], name):
            held = owner.get(short)
            if held is None or (held == short and len(short) < len(name)):
                if held is None or found[short].rule != "register":
                    owner[short] = name
    return owner


def _short_forms(item: _Found, name: tuple[str, ...]) -> list[tuple[str, ...]]:
    if item.kind == "person":
        tail = name[1:]
        forms = [tail] if tail else []
        if len(tail) > 1:
            forms.append((tail[-1],) if tail[0] not in PARTICLES else tail)
        return [form for form in forms if form[-1] not in NOT_NAMES]
    if item.kind == "company":
        bare = name[:-1] if name[-1] in LEGAL else name
        forms = [bare] if bare != name else []
        first = bare[0]
        if len(bare) > 1 and not common(first) and first not in _PLACEHOLDERS and "&" not in name:
            if not first.endswith("er") and first not in GIVEN:
                forms.append((first,))
        return forms
    return []


_PLACEHOLDERS = frozenset(
    """Deutsche Deutschen Bank Bankhaus Privatbank Sparkasse Stadtwerke Kabelwerk Verlag Neue Erste
    Royal First General American British United National International Europäische Bayerische
    Applied Northern Red Blue Green""".split()
)


def _mentions(
    document: Document, owner: dict[tuple[str, ...], tuple[str, ...]]
) -> list[tuple[tuple[str, ...], tuple[int, int]]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for form in owner:
        by_first.setdefault(form[0], []).append(form)
    for forms in by_first.values():
        forms.sort(key=len, reverse=True)
    tokens = document.tokens
    result: list[tuple[tuple[str, ...], tuple[int, int]]] = []
    i, n = 0, len(tokens)
    while i < n:
        word = tokens.words[i]
        hit = _match(tokens.words, i, by_first.get(word, ()))
        if hit is None and len(word) > 2:
            hit = _variant(tokens.words, i, by_first)
        if hit is None:
            i += 1
            continue
        form, used, length = hit
        begin = tokens.begins[i]
        end = tokens.begins[i + used - 1] + length
        result.append((owner[form], (begin, end)))
        i += used
    return result


def _match(
    words: list[str], i: int, forms: Iterable[tuple[str, ...]]
) -> tuple[tuple[str, ...], int, int] | None:
    """(form, tokens used, length of the last token that counts)."""
    for form in forms:
        size = len(form)
        if tuple(words[i : i + size]) == form:
            return form, size, len(words[i + size - 1])
        if size > 1 and tuple(words[i : i + size - 1]) == form[:-1] and i + size <= len(words):
            last = words[i + size - 1]
            if last == form[-1] + "s" or last.startswith(form[-1] + "-"):
                return form, size, len(form[-1])
    return None


def _variant(
    words: list[str], i: int, by_first: dict[str, list[tuple[str, ...]]]
) -> tuple[tuple[str, ...], int, int] | None:
    """Genitive -s or apostrophe, and the first part of a compound."""
    word = words[i]
    heads = []
    if word.endswith(("s", "’", "'")):
        heads.append(word[:-1])
    if "-" in word:
        parts = word.split("-")
        heads += ["-".join(parts[:k]) for k in range(len(parts) - 1, 0, -1)]
    for head in heads:
        if (head,) in by_first.get(head, ()):
            return (head,), 1, len(head)
    return None
