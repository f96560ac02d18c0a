"""Speech that is told without a clause: `X forderte Y`, `X sprach von Y`."""

from onrecord.extract.german.grammar.document import Document, Sentence
from onrecord.extract.german.grammar.flags import ADJ, CAP, PARTICIPLE, REL, SUBCONJ
from onrecord.extract.german.grammar.phrases import phrase_end
from onrecord.extract.german.speech.cues import Cue
from onrecord.extract.german.speech.drafts import Draft, Rule
from onrecord.extract.german.speech.subjects import is_relative, subject
from onrecord.extract.tokens import Kind

REPORTED = Rule("de-reported", "1", 0.48, "a verb of saying with an object")
JUDGED = Rule("de-judged", "1", 0.25, "somebody named judges something")
IDIOM = Rule("de-idiom", "1", 0.25, "a turn of phrase in which somebody named takes a stand")
JUDGING = frozenset(
    """würdigen begrüßen verurteilen kritisieren loben ablehnen ausschließen bedauern sehen
    erwarten verteidigen hoffen glauben empfehlen entgegentreten herabstufen hochstufen zutrauen
    vergleichen versprechen beklagen pochen aufrufen rechtfertigen bekräftigen""".split()
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
    "einräumen": (
        "fehler",
        "schwierigkeiten",
        "probleme",
        "verzögerungen",
        "versäumnisse",
        "mängel",
        "defizite",
        "niederlage",
        "mitschuld",
        "nachholbedarf",
    ),
    "hoffen": ("auf", "darauf"),
    "glauben": ("an", "ans", "daran"),
    "empfehlen": ("zum", "zur"),
    "vergleichen": ("mit",),
    "aufrufen": ("zu", "zum", "zur"),
    "sehen": tuple(
        """skeptisch skeptischer kritisch kritischer gelassen gelassener entspannt entspannter
        positiv nüchtern sorge darin pessimistisch grund gründe ursache ursachen vorbild chance
        chancen gefahr gefahren risiko risiken problem probleme anlass bedarf handlungsbedarf
        potenzial spielraum fehler signal alarmsignal schuld beleg hindernis vorteil vorteile
        nachteil nachteile widerspruch bestätigung meilenstein aufgestellt gerüstet benachteiligt
        gefährdet bestätigt""".split()
    ),
    "zeigen": tuple(
        """erleichtert verärgert enttäuscht zufrieden unzufrieden optimistisch zuversichtlich
        überrascht besorgt skeptisch gesprächsbereit verwundert gelassen empört erfreut
        zurückhaltend unbeeindruckt kämpferisch alarmiert irritiert offen fassungslos betroffen
        bestürzt entsetzt kompromissbereit verhandlungsbereit einsichtig selbstkritisch
        entschlossen hoffnungsvoll dankbar stolz begeistert angetan ernüchtert schockiert ratlos
        verhalten beeindruckt beunruhigt aufgeschlossen siegessicher versöhnlich erschüttert
        erschrocken verstimmt verständnisvoll""".split()
    ),
}


ACTORS = (
    "gründer", "gewerkschaft", "schützer", "verband", "kammer", "experten", "analysten",
    "aktionäre", "betriebsrat", "behörde", "kritiker", "konzern", "unternehmen", "sprecher",
    "sprecherin", "chef", "chefin", "minister", "ministerin", "präsident", "präsidentin",
    "opposition", "kartellamt", "ministerium", "fraktion", "initiative",
    "management", "geschäftsführung", "leitung", "aufsicht", "anleger", "investoren", "händler",
    "verbände", "gewerkschaften", "zentrale", "anwohner", "redner", "ökonomen", "branche",
    "politiker", "politikerin", "bürgermeister", "bürgermeisterin", "rat", "verein",
)  # fmt: skip
"""Last parts of nouns for those who judge: `die Gründer begrüßten den Schritt`."""
_SEVERAL = (
    "schützer", "kritiker", "experten", "analysten", "aktionäre", "gewerkschafter", "ökonomen",
)  # fmt: skip
"""The same, where no article stands before: `Umweltschützer begrüßten das Vorhaben`."""
SOMEBODY = (["er"], ["sie"], ["Er"], ["Sie"])
_KEEPING = {
    "fordern": frozenset("todesopfer opfer menschenleben tote verletzte leben".split()),
    "verteidigen": frozenset(
        "titel platz rang trikot meisterschaft spitze spitzenplatz führung marktanteil".split()
    ),
}
"""What an accident claims and a champion defends: nobody says anything."""


def _actor(words: list[str]) -> bool:
    """`die Gründer`, `Bayerns Bauernverband`, `Umweltschützer`: somebody who judges."""
    if _UNIONS.issuperset(words[1:]) and words[0].lower() in ("die", "der") and len(words) > 1:
        return True
    if words[0].lower() in _ARTICLES:
        aged = words[-1].endswith(("jährige", "jähriger", "Jährige"))
        return aged or any(word.lower().endswith(ACTORS) for word in words[1:3])
    if len(words) == 1:
        return words[0].lower().endswith(_SEVERAL)
    return words[0].endswith("s") and words[-1].lower().endswith(ACTORS)


_UNIONS = frozenset("IG Metall BCE BAU Bau Verdi Ver.di NGG GDL EVG DGB GEW Bergbau".split())
"""What the names of trade unions are made of."""
_ARTICLES = frozenset("der die das ein eine beide mehrere viele einige manche".split())


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
_REFUSING = Kind.of(REFUSING, placed=False)


def refuses(document: Document, sentence: Sentence) -> bool:
    """`wollte sich nicht äußern`, `man kommentiere Gerüchte nicht`: nothing is said."""
    if not sentence.kinds & _REFUSING.bit:
        return False
    low = document.tokens.low[sentence.begin : sentence.end]
    if (
        "aber" in low
        or len(sentence.segments) > 3
        or any(part.mark == ";" for part in sentence.segments)
    ):
        return False
    if "nicht" in low:
        dodges = any(w.startswith("äußer") for w in low) and not _ABOUT.isdisjoint(low)
        if dodges and {"nach", "laut", "zufolge"}.isdisjoint(low):
            return True
        if any(w.startswith(("kommentier", "kommentare")) for w in low):
            return True
    if not _ASKED.isdisjoint(low) and not _WANTED.isdisjoint(low):
        return True
    return "keine" in low and not (_NUMBERS.isdisjoint(low) or _GIVES.isdisjoint(low))


_ABOUT = frozenset(("zu", "dazu", "zum", "zur"))
_ASKED = frozenset("äußern stellungnahme auskunft kommentar".split())
_WANTED = frozenset("wollte wollten will mochte mochten möchte lehnte lehnten lehnt".split())
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
    kept = _KEEPING.get(cue.lemma)
    if kept is not None and not kept.isdisjoint(low[part.begin : part.end]):
        return None
    need = NEEDS.get(cue.lemma)
    if need and not any(w in need for w in low[part.begin : part.end]):
        return None
    speaker = subject(document, sentence, cue)
    if speaker[0] == speaker[1]:
        return None
    rule = REPORTED
    idiom = " " in cue.lemma
    if idiom or cue.lemma in JUDGING:
        words = document.tokens.words[slice(*speaker)]
        someone = (inside and words in SOMEBODY) or not document.names.isdisjoint(words)
        someone = someone or _actor(words)
        if cue.passive or not (someone or points_back(document, sentence, cue.verb)):
            return None
        rule = IDIOM if idiom else JUDGED
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


_CIRCLES = (
    "kreisen", "umfeld", "branche", "bericht", "berichten", "händlern", "medien", "mitteilung",
    "schreiben", "brief", "papier", "prospekt", "unterlagen", "dokument", "dokumenten",
)  # fmt: skip
