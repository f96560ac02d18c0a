"""Speech in Konjunktiv that a text or people in the dark say: `..., steht in einem Brief`, `Aus
Kreisen der Beteiligten klingt es anders: ...`."""

from onrecord.extract.german.grammar.document import Document, Segment, Sentence
from onrecord.extract.german.grammar.phrases import phrase_end
from onrecord.extract.german.speech.drafts import Draft, Range

STANDING = frozenset("steht stand stehe stehen standen".split())
SOUNDING = frozenset("klingt klang kommt kam hört verlautet".split())
TEXTS = (
    "brief", "schreiben", "gutachten", "bericht", "papier", "antrag", "protokoll", "vertrag",
    "mitteilung", "erklärung", "klageschrift", "anklage", "prospekt", "unterlagen", "dokument",
    "dokumenten", "mail", "e-mail", "rundschreiben", "vermerk", "notiz", "beschluss", "urteil",
    "studie", "entwurf", "bescheid", "aushang", "beitrag", "eintrag", "vorlage", "akten",
)  # fmt: skip
CIRCLES = ("kreisen", "umfeld", "reihen", "lager", "umgebung", "branche", "belegschaft")


def written(document: Document, sentence: Sentence, draft: Draft) -> Draft:
    """A sentence in Konjunktiv without the clause that says in which text it stands, or from whom
    it is heard; the same draft where there is no such clause."""
    parts = sentence.segments
    if len(parts) < 2:
        return draft
    first, last = parts[0], parts[-1]
    low = document.tokens.low
    if last.mark == "," and low[last.begin] in STANDING:
        who = _source(document, last.begin + 1, last, TEXTS)
        return _framed(draft, who, (sentence.begin, last.begin - 1), (last.begin - 1, last.end))
    verb = document.finite(first.begin, first.end)
    if verb < 0 or parts[1].mark not in (",", ":"):
        return draft
    sources = TEXTS if low[verb] in STANDING else CIRCLES if low[verb] in SOUNDING else ()
    who = _source(document, first.begin, first, sources)
    return _framed(draft, who, (parts[1].begin, sentence.stop), (first.begin, parts[1].begin))


def _source(document: Document, i: int, part: Segment, nouns: tuple[str, ...]) -> Range:
    """The phrase behind `in` or `aus` at a token, where its first noun is one of these."""
    low, words = document.tokens.low, document.tokens.words
    if not nouns or i + 1 >= part.end or low[i] not in ("in", "im", "aus"):
        return i, i
    end = phrase_end(document, i + 1, part.end)
    noun = next((k for k in range(i + 1, end) if words[k][0].isupper()), i)
    return (i + 1, end) if noun > i and low[noun].endswith(nouns) else (i, i)


def _framed(draft: Draft, who: Range, quote: Range, frame: Range) -> Draft:
    if who[0] == who[1] or quote[1] <= quote[0]:
        return draft
    draft.type, draft.quote, draft.frame, draft.speaker = "Indirect", [quote], [frame], [who]
    return draft
