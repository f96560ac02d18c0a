"""Words that draw a relation between statements: `widersprach`, `daraufhin`, `Grund sei`."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, DET, KONJ, PARTICIPLE, SUBCONJ
from onrecord.extract.german.grammar.phrases import phrase_end
from onrecord.extract.german.grammar.verbs import SAYING
from onrecord.extract.german.speech.framed import groups
from onrecord.extract.german.speech.reported import points_back
from onrecord.extract.german.speech.untrue import BE, ENDS, FALSE, denial
from onrecord.extract.records import Source, Spans
from onrecord.extract.relations import Doing, Sign
from onrecord.extract.tokens import Kind


def _forms(table: dict[str, str]) -> dict[str, str]:
    """Every form of a table → what it is listed under."""
    return {form: name for name, forms in table.items() for form in forms.split()}


VERBS: Final = _forms(
    {
        "deny": """widerspricht widersprechen widersprach widersprachen widersprochen widerspreche
            dementiert dementieren dementierte dementierten dementiere bestreitet bestreiten
            bestritt bestritten bestreite leugnet leugnen leugnete leugneten verneint verneinte
            verneinten zurückgewiesen zurückweist zurückwies zurückwiesen abgestritten abstritt
            entgegentrat entgegengetreten""",
        "answer": """reagiert reagieren reagierte reagierten entgegnet entgegnen entgegnete
            entgegneten erwidert erwidern erwiderte erwiderten antwortet antworten antwortete
            antworteten kontert kontern konterte konterten gekontert geantwortet entgegnet
            bestätigt bestätigen bestätigte bestätigten bestätige beipflichtete""",
        "repeat": """bekräftigt bekräftigen bekräftigte bekräftigten wiederholt wiederholte
            wiederholten""",
        "qualify": "relativiert relativierte relativierten",
    }
)
PARTED: Final = {
    **dict.fromkeys("weist weisen wies wiesen weise".split(), ("zurück", "deny")),
    **dict.fromkeys("streitet streiten stritt stritten".split(), ("ab", "deny")),
    **dict.fromkeys("tritt treten trat traten".split(), ("entgegen", "deny")),
    **dict.fromkeys("lehnt lehnen lehnte lehnten".split(), ("ab", "answer")),
    **dict.fromkeys("hält halten hielt hielten".split(), ("entgegen", "answer")),
    **dict.fromkeys("pflichtet pflichten pflichtete pflichteten".split(), ("bei", "answer")),
    **dict.fromkeys("schließt schließen schloss schlossen".split(), ("an", "answer")),
    **dict.fromkeys("schränkt schränken schränkte schränkten".split(), ("ein", "qualify")),
}
"""The finite part of a verb with a particle → the particle, and what the verb does."""
JUDGING: Final = frozenset(
    """begrüßt begrüßte begrüßten kritisiert kritisierte kritisierten verurteilt verurteilte
    verurteilten kommentiert kommentierte kommentierten verteidigt verteidigte nennt nannte nannten
    bezeichnet bezeichnete bezeichneten rügt rügte lobt lobte""".split()
)
"""Verbs that answer where their object is something said: `begrüßte die Ankündigung`."""
REPORTS: Final = tuple(
    """bericht berichte berichten berichts meldung meldungen artikel artikels spekulation
    spekulationen gerücht gerüchte gerüchten gerüchteküche veröffentlichung veröffentlichungen
    recherchen enthüllung enthüllungen""".split()
)
SAID: Final = (
    *REPORTS,
    *"""darstellung vorwurf vorwürfe vorwürfen kritik ankündigung forderung forderungen vorschlag
    vorschlags aussage aussagen äußerung äußerungen behauptung behauptungen einschätzung prognose
    warnung warnungen drohung angaben vorhaltungen anschuldigungen""".split(),
)
BOUND: Final = frozenset("das dies dem diesem ihm ihr ihnen dieser dieses darauf dazu".split())
OBJECTLESS: Final = frozenset(
    """entgegnet entgegnen entgegnete entgegneten erwidert erwidern erwiderte erwiderten antwortet
    antworten antwortete antworteten kontert kontern konterte konterten gekontert""".split()
)
"""Verbs that answer whatever stands beside them."""
LATER: Final = frozenset("später anschließend danach hinterher".split())
AGAIN: Final = frozenset("erneut abermals nochmals wiederholt".split())
STAYS: Final = BE | {"bleibe", "bleibt"}
CAUSES: Final = frozenset("grund gründe ursache hintergrund auslöser anlass".split())
THEREFORE: Final = frozenset("deshalb daher deswegen darum".split())
NOMINAL: Final = CAP | ADJ | PARTICIPLE
NEGATION: Final = frozenset("nicht weder kaum nie stets immer bislang".split())
"""Words beside which a verb answers nothing: `stets bestritten` is a habit."""

MOST_IN_SENTENCE: Final = 8
"""A sentence with more such words is a broken text; work must stay linear."""

DENIES = Source("de-denies", "1", 0.8, "a verb of denial answers what was said before")
UNTRUE = Source("de-untrue", "1", 0.75, "the words call false what was said before")
ANSWERS = Source("de-answers", "1", 0.7, "a verb or adverb of answering points at what was said")
CONFIRMS = Source("de-confirms", "1", 0.65, "a verb of confirming points at what was said")
REPEATS = Source("de-repeats", "1", 0.6, "a word says that the speaker says it once more")
QUALIFIES = Source("de-qualifies", "1", 0.6, "a verb of qualifying takes up what was said")
FOLLOWS = Source("de-follows", "1", 0.7, "the frame says that it was said later")
CONDITION = Source("de-condition", "1", 0.75, "a word names the condition of what was said")
REASON = Source("de-reason", "1", 0.7, "a word names the reason of what was said")
SOURCES: Final[dict[Doing, Source]] = {
    "deny": DENIES,
    "answer": ANSWERS,
    "repeat": REPEATS,
    "qualify": QUALIFIES,
    "follow": FOLLOWS,
    "need": CONDITION,
    "depend": CONDITION,
    "reason": REASON,
    "consequence": REASON,
    "earlier": ANSWERS,
}


def find_signs(document: Document) -> tuple[Sign, ...]:
    """The words that draw relations, in the order of the text."""
    found: list[Sign] = []
    for sentence in (s for s in document.sentences if s.kinds & _TRIGGERS.bit):
        report: Spans | None = None
        for doing, tokens, source in _in_sentence(document, sentence):
            report = _report(document, sentence) if report is None else report
            cue = document.spans(*groups(tokens))
            said = source is UNTRUE
            pointing = said or points_back(document, sentence, tokens[0])
            named = () if said else report
            found.append(Sign(doing, sentence.number, cue, source, named, pointing, said))
    return tuple(found)


Found = tuple[Doing, list[int], Source]


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Found]:
    tokens, inside, left = document.tokens, document.inside, MOST_IN_SENTENCE
    for i in tokens.among(_TRIGGERS, sentence.begin, sentence.stop):
        word = tokens.low[i]
        if not left:
            return
        for look in (
            (_untrue,)
            if inside[i] >= 0
            else (_untrue, _verb, _parted, _judged, _phrase, _adverb, _noun)
        ):
            found = look(document, sentence, i, word)
            if found is not None:
                doing, at, source = found
                yield doing, at, source or SOURCES[doing]
                left -= 1
                break


Look = tuple[Doing, list[int], Source | None] | None


def _untrue(document: Document, sentence: Sentence, i: int, word: str) -> Look:
    """`Das stimmt nicht`: once for the clause, at the last of the words that tell."""
    if word not in ENDS or document.tokens.low[i + 1 : i + 2] in (["nicht"], ["zu"], ["sei"]):
        return None
    clause = denial(document, sentence, i, SAID)
    return ("deny", clause, UNTRUE) if clause and clause[-1] - i < 3 else None


def _verb(document: Document, sentence: Sentence, i: int, word: str) -> Look:
    name = VERBS.get(word)
    if name is None or document.flags[i] & CAP or _negated(document, sentence, i):
        return None
    if name == "deny":
        return "deny", [i], None
    if word.startswith(("bestätig", "reagier")) and _asked(document, sentence):
        return None
    if word.startswith("bestätig"):
        return ("answer", [i], CONFIRMS) if not _adjective(document, i) else None
    if name == "repeat":
        return "repeat", [i], None
    if name == "qualify":
        return "qualify", [i], None
    return "answer", [i], None


def _asked(document: Document, sentence: Sentence) -> bool:
    """`auf Anfrage`: the answer is to the paper's own question."""
    low = document.tokens.low[sentence.begin : sentence.stop]
    return any(word.endswith(("anfrage", "anfragen", "nachfrage")) for word in low)


def _adjective(document: Document, i: int) -> bool:
    """`wie bestätigt`, `die bestätigte Prognose`."""
    flags = document.flags
    inside = 0 < i < len(flags) - 1
    return inside and bool(flags[i - 1] & DET and not flags[i - 1] & CAP and flags[i + 1] & CAP)


def _negated(document: Document, sentence: Sentence, i: int) -> bool:
    low = document.tokens.low
    part = next((p for p in sentence.segments if p.begin <= i < p.end), None)
    if part is None:
        return True
    return any(low[k] in NEGATION for k in range(part.begin, part.end))


def _parted(document: Document, sentence: Sentence, i: int, word: str) -> Look:
    entry = PARTED.get(word)
    if entry is None:
        return None
    particle, name = entry
    low = document.tokens.low
    for k in range(i + 1, min(sentence.stop, i + 40)):
        if low[k] == particle and document.inside[k] < 0:
            doing: Doing = "deny" if name == "deny" else "answer"
            if name == "qualify":
                return "qualify", [i, k], None
            said = name == "deny" or low[i] in ("hielt", "hält", "halten", "hielten")
            said = said or low[i].startswith("pflicht") or _object_said(document, i, k)
            return (doing, [i, k], None) if said and not _negated(document, sentence, i) else None
    return None


def _object_said(document: Document, begin: int, end: int) -> bool:
    """Whether what stands between is a pronoun, or names something said."""
    low, flags = document.tokens.low, document.flags
    for k in range(begin + 1, end):
        if low[k] in BOUND and (k + 1 == len(flags) or not flags[k + 1] & NOMINAL):
            return True
        if flags[k] & CAP and low[k].endswith(SAID):
            return True
    return False


def _judged(document: Document, sentence: Sentence, i: int, word: str) -> Look:
    if word not in JUDGING or document.flags[i] & CAP:
        return None
    part = next((p for p in sentence.segments if p.begin <= i < p.end), None)
    if part is None or not _object_said(document, i, part.end):
        return None
    if any(low in FALSE for low in document.tokens.low[i : part.end]):
        return "deny", [i], None
    return "answer", [i], None


def _phrase(document: Document, sentence: Sentence, i: int, word: str) -> Look:
    """`darauf angesprochen`, `als Reaktion auf`, `zu dem Bericht`, `in Abrede`."""
    low, flags = document.tokens.low, document.flags
    if word == "abrede" and low[i - 1] == "in":
        return ("deny", [i - 1, i], None) if not _negated(document, sentence, i) else None
    if word in ("angesprochen", "konfrontiert"):
        for k in range(i - 1, max(sentence.begin - 1, i - 12), -1):
            if low[k] in ("darauf", "auf", "damit", "mit", "hierauf"):
                return "answer", list(range(k, i + 1)), None
        return None
    if word in ("reaktion", "antwort", "erwiderung") and low[i + 1 : i + 2] in (
        ["auf"], ["darauf"],
    ):  # fmt: skip
        return ("answer", [i, i + 1], None) if low[i - 1] in ("als", "in", "zur", "ihrer") else None
    if word in ("zu", "zum", "zur") and i + 1 < sentence.stop:
        end = phrase_end(document, i + 1, sentence.stop)
        heads = range(i + 1, min(end, i + 5))
        if any(flags[k] & CAP and low[k].endswith(SAID) for k in heads):
            return "answer", [i, *heads], None
    return None


def _adverb(document: Document, sentence: Sentence, i: int, word: str) -> Look:
    low, flags = document.tokens.low, document.flags
    if word in ("zuvor", "auslöser"):
        return "earlier", [i], None
    if word == "daraufhin":
        return "answer", [i], None
    if word in AGAIN and _beside_saying(document, sentence, i):
        return "repeat", [i], None
    if word in LATER or (word == "darauf" and low[i - 1] in ("kurz", "gleich", "bald")):
        first = i - 1 if low[i - 1] in ("wenig", "kurz", "etwas", "gleich", "bald") else i
        return ("follow", list(range(first, i + 1)), None) if _frames(document, i) else None
    if word == "dann" and low[i - 1] in ("nur", "erst"):
        return "depend", [i - 1, i], None
    if word == "denn" and i == sentence.begin:
        return "reason", [i], None
    if word in THEREFORE and (i == sentence.begin or _after_verb(document, sentence, i)):
        return "consequence", [i], None
    if word == "dafür" and i == sentence.begin and low[i + 1 : i + 2] in _MUSTS:
        return "need", [i, i + 1], None
    if word in ("vorausgesetzt",) and not flags[i] & CAP:
        return "need", [i], None
    return None


_MUSTS: Final = (["müsse"], ["müssten"], ["müssen"])


def _noun(document: Document, sentence: Sentence, i: int, word: str) -> Look:
    low, flags = document.tokens.low, document.flags
    if not flags[i] & CAP or not document.tokens.words[i][0].isupper():
        return None
    near = low[i + 1 : i + 4]
    if word in ("voraussetzung", "bedingung") and any(w in STAYS for w in (*near, low[i - 1])):
        return "need", [i], None
    if word in CAUSES and i - sentence.begin < 3 and any(w in STAYS for w in near):
        return "reason", [i], None
    if word in ("grund", "begründung") and low[i - 1] in ("als", "zur"):
        return "reason", [i - 1, i], None
    return None


def _beside_saying(document: Document, sentence: Sentence, i: int) -> bool:
    low = document.tokens.low
    near = range(max(sentence.begin, i - 4), min(sentence.stop, i + 4))
    return any(low[k] in SAYING and not document.flags[k] & CAP for k in near)


def _frames(document: Document, i: int) -> bool:
    low = document.tokens.low
    near = range(max(0, i - 3), min(len(low), i + 4))
    return any(low[k] in SAYING and not document.flags[k] & (CAP | KONJ) for k in near)


def _after_verb(document: Document, sentence: Sentence, i: int) -> bool:
    """`Man werde deshalb ...`: in a main clause, near its verb."""
    first = sentence.segments[0]
    opener = document.flags[first.begin]
    verb = document.finite(first.begin, first.end)
    return not (opener & SUBCONJ and not opener & CAP) and verb < i < first.end and i - verb < 4


def _report(document: Document, sentence: Sentence) -> Spans:
    """The words that name what is answered: `den Bericht des Magazins`."""
    low, flags = document.tokens.low, document.flags
    medium = -1
    for i in range(sentence.begin, sentence.stop):
        if document.tokens.words[i] in document.media:
            medium = i
        if flags[i] & CAP and document.inside[i] < 0 and low[i].endswith(REPORTS):
            return _phrase_of(document, sentence, i)
        if low[i] in ("berichtet", "gemeldet", "geschrieben") and medium >= 0:
            return _phrase_of(document, sentence, medium)
    return ()


def _phrase_of(document: Document, sentence: Sentence, i: int) -> Spans:
    """The noun phrase whose noun is token i."""
    flags, begin = document.flags, i
    while begin > sentence.begin and flags[begin - 1] & (DET | ADJ | PARTICIPLE):
        begin -= 1
    return document.spans((begin, max(phrase_end(document, begin, sentence.stop), i + 1)))


_TRIGGERS: Final = Kind.of(
    (
        *VERBS, *PARTED, *JUDGING, *LATER, *AGAIN, *CAUSES, *THEREFORE, *ENDS,
        *"""abrede angesprochen konfrontiert reaktion antwort erwiderung zu zum zur daraufhin darauf
        dann denn dafür vorausgesetzt voraussetzung bedingung begründung zuvor auslöser""".split(),
    )
)  # fmt: skip
