"""Speech that is told without a clause: `X forderte Y`, `X sprach von Y`."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, PARTICIPLE, REL, SUBCONJ
from onrecord.extract.german.grammar.phrases import phrase_end
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Rule
from onrecord.extract.german.speech.subjects import is_relative, subject
from onrecord.extract.tokens import Kind

REPORTED = Rule("de-reported", "1", 0.48, "a verb of saying with an object")
JUDGED = Rule("de-judged", "1", 0.1, "somebody named judges something")
JUDGING = frozenset(
    "würdigen begrüßen verurteilen kritisieren loben ablehnen ausschließen bedauern sehen".split()
)
"""Verbs that only sometimes render speech: a name must be their subject."""
NEEDS = {
    "warnen": ("vor", "davor"),
    "sprechen": ("von", "vom", "für", "gegen"),
    "berichten": ("von", "vom", "über"),
    "rechnen": ("mit",),
    "klagen": ("über",),
    "plädieren": ("für",),
    "appellieren": ("an",),
    "verweisen": ("auf",),
    "hinweisen": ("auf",),
    "bitten": ("um",),
    "drohen": ("mit",),
    "aussprechen": ("für", "gegen"),
    "schätzen": ("auf",),
    "ausgehen": ("von", "vom"),
    "halten": ("für", "wenig", "nichts", "viel"),
    "äußern": (
        "besorgt",
        "kritik",
        "zuversicht",
        "enttäuscht",
        "kritisch",
        "skeptisch",
        "sorge",
        "bedenken",
        "zweifel",
        "besorgnis",
        "erleichtert",
        "positiv",
        "verständnis",
        "zurückhaltend",
        "optimistisch",
        "hoffnung",
        "zuversichtlich",
        "kritischer",
        "skeptischer",
        "optimistischer",
        "vorsichtiger",
        "ähnlich",
        "zufrieden",
        "verhalten",
        "gelassen",
        "überrascht",
    ),
    "üben": ("kritik", "selbstkritik"),
    "zweifeln": ("an", "daran", "am"),
    "raten": ("zu", "zum", "zur"),
    "drängen": ("auf", "darauf"),
    "beziffern": ("auf", "mit"),
    "sehen": ("skeptisch", "kritisch", "gelassen", "positiv", "sorge", "darin", "pessimistisch"),
    "zeigen": tuple(
        """erleichtert verärgert enttäuscht zufrieden unzufrieden optimistisch zuversichtlich
        überrascht besorgt skeptisch gesprächsbereit verwundert gelassen empört erfreut
        zurückhaltend unbeeindruckt kämpferisch alarmiert irritiert""".split()
    ),
}


ACTORS = (
    "gründer", "gewerkschaft", "schützer", "verband", "kammer", "experten", "analysten",
    "aktionäre", "betriebsrat", "behörde", "kritiker", "konzern", "unternehmen", "sprecher",
    "sprecherin", "chef", "chefin", "minister", "ministerin", "präsident", "präsidentin",
)  # fmt: skip
"""Last parts of nouns for those who judge: `die Gründer begrüßten den Schritt`."""
_SEVERAL = (
    "schützer", "kritiker", "experten", "analysten", "aktionäre", "gewerkschafter", "ökonomen",
)  # fmt: skip
"""The same, where no article stands before: `Umweltschützer begrüßten das Vorhaben`."""
SOMEBODY = (["er"], ["sie"], ["Er"], ["Sie"])
VICTIMS = frozenset("todesopfer opfer menschenleben tote verletzte leben".split())


def _actor(words: list[str]) -> bool:
    """`die Gründer`, `der Verband`: somebody who judges, with a definite article."""
    if words[0].lower() not in ("die", "der"):
        return len(words) == 1 and words[0].lower().endswith(_SEVERAL)
    return any(word.lower().endswith(ACTORS) for word in words[1:3])


def points_back(document: Document, sentence: Sentence, i: int) -> bool:
    """`bestritt das`, `lehnten dies ab`, `wies diese Zahl zurück`: about what was just said."""
    low, flags = document.tokens.low, document.flags
    for k in range(i + 1, min(i + 4, sentence.stop)):
        if low[k] in _POINTERS:
            return k + 1 >= sentence.stop or not flags[k + 1] & (CAP | ADJ | PARTICIPLE)
        if low[k] in _DEMONSTRATIVES:
            return True
    return False


_POINTERS = frozenset("das dies dem darauf".split())
_DEMONSTRATIVES = frozenset("diese diesen dieser diesem dieses".split())


REFUSING = frozenset("nicht keine keinen ab".split())


def refuses(document: Document, sentence: Sentence) -> bool:
    """`wollte sich nicht äußern`, `man kommentiere Gerüchte nicht`: nothing is said."""
    low = document.tokens.low[sentence.begin : sentence.end]
    if REFUSING.isdisjoint(low):
        return False
    if len(sentence.segments) > 3 or any(part.mark == ";" for part in sentence.segments):
        return False
    dodges = any(w.startswith("äußer") for w in low) and not {
        "zu",
        "dazu",
        "zum",
        "zur",
    }.isdisjoint(low)
    if dodges and "nicht" in low and {"nach", "laut", "zufolge"}.isdisjoint(low):
        return True
    if "nicht" in low and any(w.startswith(("kommentier", "kommentare")) for w in low):
        return True
    if not _ASKED.isdisjoint(low) and not _WANTED.isdisjoint(low):
        return True
    return "keine" in low and not (_NUMBERS.isdisjoint(low) or _GIVES.isdisjoint(low))


_ASKED = frozenset("äußern stellungnahme auskunft kommentar".split())
_WANTED = frozenset("wollte wollten will mochte möchte lehnte".split())
_NUMBERS = frozenset("zahlen angaben details einzelheiten".split())
_GIVES = frozenset("nannte nannten machte machten gab gaben nennt nennen macht".split())


def reported(
    document: Document, sentence: Sentence, cue: Cue, inside: bool = False
) -> Draft | None:
    """The whole sentence, where a verb of saying takes an object instead of a clause.

    `inside` another report, who judges may be a pronoun.
    """
    if "r" not in cue.kinds and "h" not in cue.kinds:
        return None
    low = document.tokens.low
    part = sentence.segments[cue.segment]
    opener = document.flags[part.begin]
    relative = opener & REL and is_relative(document, part, cue.segment, cue.tokens[0])
    if (
        (opener & SUBCONJ or relative)
        and not opener & CAP
        and cue.last >= part.end - 2
        and not (opener & SUBCONJ and low[part.begin] in ("während", "wohingegen"))
    ):
        return None
    if "nicht" in low[part.begin : part.end] and cue.lemma in ("äußern", "kommentieren"):
        return None
    if cue.lemma == "fordern" and set(low[part.begin : part.end]) & VICTIMS:
        return None
    need = NEEDS.get(cue.lemma)
    if need and not any(w in need for w in low[part.begin : part.end]):
        return None
    speaker = subject(document, sentence, cue)
    if speaker[0] == speaker[1]:
        return None
    rule = REPORTED
    if cue.lemma in JUDGING:
        words = document.tokens.words[slice(*speaker)]
        someone = (inside and words in SOMEBODY) or not document.names.isdisjoint(words)
        someone = someone or _actor(words)
        if cue.passive or not (someone or points_back(document, sentence, cue.verb)):
            return None
        rule = JUDGED
    draft = Draft("Reported", [(sentence.begin, sentence.end)], rule, sentence.number)
    draft.speaker = [speaker]
    return draft


TALK = Kind.of(("rede",))


def talked_of(document: Document, sentence: Sentence) -> Draft | None:
    """`In Finanzkreisen war von 3 Millionen die Rede`: who talks stands in front."""
    low, first = document.tokens.low, sentence.begin
    if low[first] not in ("in", "unter") or len(sentence.segments) > 1:
        return None
    talk = document.tokens.among(TALK, first, sentence.stop)
    verb = document.finite(first, sentence.stop)
    if not talk or low[talk[0] - 1] != "die" or low[verb] not in ("ist", "war"):
        return None
    end = phrase_end(document, first + 1, verb)
    if not any(word.endswith(_CIRCLES) for word in low[first + 1 : end]):
        return None
    draft = Draft("Reported", [(first, sentence.end)], REPORTED, sentence.number)
    draft.speaker = [(first + 1, end)]
    return draft


_CIRCLES = ("kreisen", "umfeld", "branche", "bericht", "berichten", "händlern", "medien")
