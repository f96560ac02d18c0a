"""Deals between companies: kind, parties with roles, amount, status, and whose account it is.

A word of dealing in a sentence decides the kind; prepositions and order decide the roles.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.german.document import Document, Sentence
from onrecord.extract.german.flags import ADJ, CAP, DET, NUM, PREP
from onrecord.extract.german.holders import Holders
from onrecord.extract.records import Amount, Deal, Entity, Party, Quote, Source

SOURCE = Source("de-deal", "1", 0.75, "a word of dealing with its parties in one sentence")
ECHO = Source("de-deal-echo", "1", 0.65, "the sentence refers to the deal named before")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """`starts` are beginnings of word forms; `roles` map a preposition ('' subject) to a role."""

    kind: str
    starts: tuple[str, ...]
    roles: dict[str, str]
    object: str = ""
    """The role of a second party with no preposition."""


PATTERNS = (
    _Pattern("merger", ("fusion", "zusammenschluss", "verschmelz", "zusammenschließ", "zusammenzuschließ"),
             {"": "partner", "mit": "partner", "von": "partner", "zwischen": "partner"}, "partner"),
    _Pattern("acquisition", ("übernimm", "übernahm", "übernomm", "übernehm", "zukauf", "schluck",
             "kauft", "kaufe", "gekauft", "aufkauf", "erwirb", "erwarb", "erworben", "erwerb", "kauf",
             "übernahmeangebot", "kaufangebot", "gebot", "geboten", "bietet", "offerte", "kaufofferte"),
             {"": "acquirer", "durch": "acquirer", "von": "target", "für": "target", "gen": "target",
              "an": "target", "mit": "target"}, "target"),
    _Pattern("investment", ("invest", "beteilig", "einsteig", "einstieg", "einzusteigen", "steigt", "stieg", "steckt", "stecken",
             "steckte", "gesteckt", "pumpt", "pumpen", "finanzierungsrunde", "kapitalerhöhung",
             "minderheitsanteil", "anteile", "einstiegs", "kapitalspritze"),
             {"": "investor", "in": "investee", "an": "investee", "bei": "investee", "von": "investor",
              "für": "investee", "gen": "investee"}, "investee"),
    _Pattern("supply", ("liefer", "geliefert", "beliefer", "bestell", "auftrag", "beauftrag", "order",
             "großauftrag", "rahmenvertrag", "abnahmevertrag"),
             {"": "supplier", "an": "customer", "für": "customer", "von": "customer", "mit": "customer",
              "bei": "supplier", "durch": "supplier"}, "customer"),
    _Pattern("partnership", ("partnerschaft", "kooper", "zusammenarbeit", "zusammenzuarbeit", "allianz", "gemeinschaftsunternehmen",
             "joint", "bündnis", "zusammen", "gemeinsam", "schulterschluss"),
             {"": "partner", "mit": "partner", "von": "partner", "zwischen": "partner", "an": ""}, "partner"),
    _Pattern("negotiation", ("verhand", "gespräch", "sondier"),
             {"": "partner", "mit": "partner", "zwischen": "partner", "von": "partner"}, "partner"),
)  # fmt: skip
BUYERS = ("bestell", "beauftrag", "order")
STATUS = (
    ("failed", ("gescheitert", "scheiter", "geplatzt", "platzt", "abgebrochen", "abgeblasen",
                "aufgegeben", "abgesagt", "beendet")),
    ("on-hold", ("eis", "ausgesetzt", "pausier", "aufgeschoben", "ruht", "ruhen", "zurückgestellt")),
    ("denied", ("dementier", "zurückgewiesen", "bestritt", "bestreit", "bestritten", "widersprach",
                "widersprich", "wies")),
)  # fmt: skip
PLANNED = frozenset(
    """will wollen wolle wollte wollten möchte möchten plant planen plane geplant prüft prüfen prüfe erwägt
    erwägen erwäge soll sollen könnte könnten werde wird werden bietet biete geboten bieten interesse
    interessiert vorbereitet vorbereiten offerte angebot beabsichtigt strebt anstreben würde absicht
    vorhat offerten übernahmeangebot kaufangebot""".split()
)
DONE = frozenset(
    """unterzeichnet unterschrieben vereinbart vereinbarten abgeschlossen besiegelt geeinigt einigten
    beschlossen bekanntgegeben übernommen gekauft erworben bestellt beteiligte beteiligt investiert
    eingesammelt beauftragt erhalten angekündigt geschlossen fusioniert eingegangen gesteckt""".split()
)
TALKS = ("verhand", "gespräch", "sondier")
RANK = ("agreed", "failed", "denied", "on-hold", "ongoing", "planned")
DENIALS = ("dementier", "bestritt", "bestreit", "wies", "weist", "widersprach", "zurückgewiesen", "unzutreffend", "falsch")


@dataclass(slots=True)
class _Mention:
    name: str
    first: int
    after: int
    prep: str


def find_deals(
    document: Document,
    entities: Sequence[Entity],
    amounts: Sequence[Amount],
    quotes: Sequence[Quote],
) -> tuple[Deal, ...]:
    """The deals of a text, one for each deal and holder, in order."""
    holders = Holders(document.tokens.text, entities)
    companies = _company_tokens(document, entities)
    found: list[Deal] = []
    for sentence in document.sentences:
        mentions = _mentions(document, sentence, companies)
        deal = _deal(document, sentence, mentions, amounts)
        if deal is None and found:
            deal = _echo(document, sentence, mentions, found[-1])
        if deal is None:
            if found:
                found[-1] = _priced(document, sentence, found[-1], amounts)
            continue
        holder = _holder(document, sentence, deal, quotes, holders)
        found.append(replace(deal, holder=holder))
    return _unique(found)


def _company_tokens(
    document: Document, entities: Sequence[Entity]
) -> dict[int, tuple[str, int, int]]:
    """Begin offset of each company mention: name and offsets."""
    return {
        begin: (entity.name, begin, end)
        for entity in entities
        if entity.kind == "company"
        for begin, end in entity.mentions
    }


def _mentions(
    document: Document, sentence: Sentence, companies: dict[int, tuple[str, int, int]]
) -> list[_Mention]:
    tokens = document.tokens
    found: list[_Mention] = []
    for i in range(sentence.begin, sentence.end):
        hit = companies.get(tokens.begins[i])
        if hit is None or hit[2] < tokens.ends[i] and "-" in tokens.words[i]:
            continue
        after = i + 1
        while after < sentence.end and tokens.ends[after - 1] < hit[2]:
            after += 1
        prep = _preposition(document, sentence, i)
        if found and prep == "" and tokens.low[i - 1] in ("und", "sowie", "&"):
            prep = found[-1].prep
        found.append(_Mention(hit[0], i, after, prep))
    return found


def _preposition(document: Document, sentence: Sentence, i: int) -> str:
    """The preposition that governs the phrase around token i; `gen` for a genitive."""
    flags, low = document.flags, document.tokens.low
    k = i - 1
    while k >= sentence.begin and (
        flags[k] & (ADJ | NUM) or flags[k] & CAP and not flags[k] & PREP
    ):
        k -= 1
    if k < sentence.begin:
        return ""
    if flags[k] & DET and not flags[k] & PREP:
        before = k - 1
        if before >= sentence.begin and flags[before] & PREP:
            return _PLAIN.get(low[before], low[before])
        genitive = low[k] in ("der", "des") and before >= sentence.begin and flags[before] & CAP
        return "gen" if genitive else ""
    if flags[k] & PREP:
        return _PLAIN.get(low[k], low[k])
    return ""


_PLAIN = {
    "am": "an", "im": "in", "ins": "in", "beim": "bei", "vom": "von", "zum": "zu", "zur": "zu",
    "fürs": "für", "ans": "an",
}  # fmt: skip


def _deal(
    document: Document, sentence: Sentence, mentions: list[_Mention], amounts: Sequence[Amount]
) -> Deal | None:
    if len({m.name for m in mentions}) < 2:
        return None
    low = document.tokens.low[sentence.begin : sentence.end]
    for pattern in PATTERNS:
        word = next((w for w in low if w.startswith(pattern.starts)), "")
        if not word or not _fits(pattern, word, low):
            continue
        parties = _parties(pattern, word, mentions, low)
        if len({p.name for p in parties}) < 2 or len({p.role for p in parties}) < 2 and (
            pattern.object != "partner"
        ):
            continue
        kind, parties = _refined(pattern.kind, parties, low)
        status = _status(kind, low)
        amount = _amount(document, sentence, amounts)
        evidence = document.tokens.span(sentence.begin, sentence.end)
        return Deal(kind, parties, amount, status, "author", evidence, SOURCE)
    return None


def _fits(pattern: _Pattern, word: str, low: list[str]) -> bool:
    """Ambiguous words need company: `steigt` needs `ein`, `zusammen` needs `arbeiten`."""
    if word in ("steigt", "stieg"):
        return "ein" in low
    if word.startswith(("zusammen",)) and pattern.kind == "partnership":
        return any(w.startswith(("arbeit", "zusammenarbeit", "zusammenzuarbeit")) for w in low)
    if word.startswith("gemeinsam"):
        return any(w.startswith(("bau", "entwick", "betreib", "produz", "werk", "fabrik")) for w in low)
    if word == "anteile":
        return "prozent" in low
    if word.startswith("joint"):
        return True
    return True


def _parties(
    pattern: _Pattern, word: str, mentions: list[_Mention], low: list[str]
) -> tuple[Party, ...]:
    roles = dict(pattern.roles)
    second = pattern.object
    if word.startswith(BUYERS):
        roles[""] = "customer"
        second = "supplier"
        roles["von"] = "customer"
    if word.startswith("beauftrag"):
        second = "supplier"
    parties: dict[str, str] = {}
    bare = 0
    for mention in mentions:
        role = roles.get(mention.prep)
        if mention.prep == "" or role is None:
            if mention.prep in _ASIDE:
                continue
            role = roles[""] if bare == 0 else second
            if mention.prep == "":
                bare += 1
            elif role is None:
                continue
        if role and mention.name not in parties:
            parties[mention.name] = role
    if pattern.kind != "partnership":
        parties = _balanced(parties, roles[""], second)
    return tuple(Party(name, role) for name, role in parties.items())


_ASIDE = frozenset("nach laut gegen wegen trotz neben vor über unter seit gemäß statt außer".split())


def _balanced(parties: dict[str, str], first: str, second: str) -> dict[str, str]:
    """Two parties in one role: the later one is the other side."""
    if len(parties) == 2 and len(set(parties.values())) == 1 and first != second:
        names = list(parties)
        only = parties[names[0]]
        other = second if only == first else first
        return {names[0]: only, names[1]: other} if only == first else {
            names[0]: only, names[1]: other
        }
    return parties


def _refined(
    kind: str, parties: tuple[Party, ...], low: list[str]
) -> tuple[str, tuple[Party, ...]]:
    """A stake is an investment, not an acquisition."""
    if kind == "acquisition" and ("prozent" in low or "anteil" in low or "anteile" in low):
        swap = {"acquirer": "investor", "target": "investee"}
        return "investment", tuple(Party(p.name, swap.get(p.role, p.role)) for p in parties)
    return kind, parties


def _status(kind: str, low: list[str]) -> str:
    for status, starts in STATUS:
        if any(w.startswith(starts) if w != "wies" else False for w in low):
            return status
    if "wies" in low and "zurück" in low or "weder" in low:
        return "denied"
    words = set(low)
    perfect = low[-2:-1] in (["haben"], ["sein"]) or "haben" in low[-3:]
    if words & {"soll", "sollen"} and perfect:
        return "agreed"
    if words & DONE and not words & {"will", "wollen", "plant", "soll", "möchte", "erwägt", "prüft"}:
        return "agreed"
    if any(w.startswith(TALKS) for w in low):
        return "ongoing"
    if words & PLANNED:
        return "planned"
    if kind == "negotiation":
        return "ongoing"
    if kind == "partnership" and not words & {"künftig", "gingen", "schließen", "starten", "gründen"}:
        return "ongoing"
    return "agreed"


def _amount(document: Document, sentence: Sentence, amounts: Sequence[Amount]) -> Amount | None:
    begin, end = document.tokens.span(sentence.begin, sentence.end)
    inside = [a for a in amounts if begin <= a.span[0] < end]
    return inside[0] if inside else None


_PRICE = ("kaufpreis", "preis", "volumen", "wert", "auftragswert", "summe", "auftrag", "bewertet", "transaktion")


def _priced(
    document: Document, sentence: Sentence, deal: Deal, amounts: Sequence[Amount]
) -> Deal:
    """The price may stand in the next sentence."""
    begin = document.tokens.begins[sentence.begin]
    if deal.amount is not None or begin - deal.evidence[1] > 3:
        return deal
    low = document.tokens.low[sentence.begin : sentence.end]
    if not any(w in _PRICE for w in low):
        if not {"gespräch", "zuletzt"} <= set(low):
            return deal
    amount = _amount(document, sentence, amounts)
    return replace(deal, amount=amount) if amount else deal


def _echo(
    document: Document, sentence: Sentence, mentions: list[_Mention], last: Deal
) -> Deal | None:
    """`X dementierte`, `Die Gespräche seien gescheitert`: about the deal named just before."""
    low = document.tokens.low[sentence.begin : sentence.end]
    evidence = document.tokens.span(sentence.begin, sentence.end)
    if evidence[0] - last.evidence[1] > 400:
        return None
    names = {p.name for p in last.parties}
    if any(w.startswith(DENIALS) for w in low[:8]) and mentions and mentions[0].name in names:
        return replace(last, status="denied", evidence=evidence, source=ECHO, amount=None)
    talks = any(w.startswith((*TALKS, "übernahme", "fusion", "kooperation")) for w in low[:4])
    if talks and not mentions:
        for status, starts in STATUS[:2]:
            if any(w.startswith(starts) for w in low):
                return replace(last, status=status, evidence=evidence, source=ECHO)
    return None


def _holder(
    document: Document,
    sentence: Sentence,
    deal: Deal,
    quotes: Sequence[Quote],
    holders: Holders,
) -> str:
    begin, end = document.tokens.span(sentence.begin, sentence.end)
    best: Quote | None = None
    for quote in quotes:
        if quote.quote[0][0] >= end:
            continue
        if any(b < end and begin < e for b, e in quote.quote):
            size = sum(min(e, end) - max(b, begin) for b, e in quote.quote if b < end and begin < e)
            if size * 2 >= end - begin and best is None:
                best = quote
            elif size * 4 >= end - begin and best is None:
                best = quote
    if deal.status == "denied" and deal.source is ECHO:
        named = holders.named_in(begin, end, ("person", "company"))
        return named[0][1] if named else "author"
    if best is None:
        return "author"
    if best.type == "FreeIndirect":
        return "anonymous"
    return best.holder or "author"


def _unique(found: list[Deal]) -> tuple[Deal, ...]:
    """One entry for each deal and holder, with the most definite status."""
    kept: dict[tuple[object, ...], Deal] = {}
    for deal in found:
        key = (deal.kind, tuple(sorted(p.name for p in deal.parties)), deal.holder)
        old = kept.get(key)
        if old is None:
            kept[key] = deal
        elif RANK.index(deal.status) < RANK.index(old.status):
            kept[key] = replace(deal, amount=deal.amount or old.amount)
        elif old.amount is None and deal.amount is not None:
            kept[key] = replace(old, amount=deal.amount)
    return tuple(kept.values())
