"""Turns of phrase that say something only as a whole: `gibt zu bedenken`, `in Aussicht stellen`."""

from dataclasses import dataclass
from typing import Final

from onrecord.extract.german.grammar.document import Document, Segment
from onrecord.extract.german.grammar.verbs import Saying, principal_forms

# A verb with its principal parts, then behind the colon its phrases: words that all stand in the
# clause (`/` between those of which one does), and what it does as in `grammar/verbs.py`.
_TABLE: Final = """
    machen: deutlich sd, hehl daraus s, geltend sr, verantwortlich/haftbar r, sich stark r,
        luft r, sich sorgen r, front r,
        mut/hoffnung/vorwürfe r, sich keine illusionen r, sich lustig r
    geben/gibt/gab/gegeben: zu bedenken sd, zu verstehen s, zu protokoll sd, entwarnung r,
        die schuld r, sein wort s
    lassen/lässt/ließ/gelassen: zweifel daran s, zweifel aufkommen s, kein gutes haar r
    ziehen/zieht/zog/gezogen: bilanz/fazit sr, in zweifel r
    stellen: in aussicht zsr, in abrede zsr, in zweifel r, sich hinter r, sich gegen r, in frage r,
        infrage r
    zurück|führen: auf r
    führen: ins feld sr
    erteilen: absage/rüge r
    halten/hält/hielt/gehalten: dagegen sd
    melden: bedenken/zweifel an r
    laufen/läuft/lief/gelaufen: sturm r
    nehmen/nimmt/nahm/genommen: in schutz r, stellung r
    bringen/bringt/brachte/gebracht: zum ausdruck sr, ins spiel r
    setzen: hoffnung/hoffnungen auf r
    schlagen/schlägt/schlug/geschlagen: alarm r
    sparen: kritik/lob r
    vertreten/vertritt/vertrat/vertreten: ansicht/auffassung/meinung/standpunkt s
    erinnern: daran s
    verweisen/verweist/verwies/verwiesen: ins reich r
    zeichnen: bild r
    beschreiben/beschreibt/beschrieb/beschrieben: so es sd
    sehen/sieht/sah/gesehen: so es sd
    sprechen/spricht/sprach/gesprochen: sich dafür s, sich dagegen s
"""


@dataclass(frozen=True, slots=True)
class Idiom:
    """A reading of a verb form that holds with the words of the phrase in the same clause."""

    reading: Saying
    words: tuple[frozenset[str], ...]


def _read_table(table: str) -> dict[str, tuple[Idiom, ...]]:
    found: dict[str, list[Idiom]] = {}
    for line in table.strip().replace(",\n", ",").splitlines():
        verb, _, phrases = line.partition(":")
        entry = verb.strip()
        for phrase in phrases.split(","):
            *words, kinds = phrase.split()
            lemma = f"{entry.partition('/')[0].replace('|', '')} {' '.join(words)}"
            needs = tuple(frozenset(word.split("/")) for word in words)
            for form, kind, particle in principal_forms(entry):
                reading = Saying(lemma, kinds, kind, particle)
                found.setdefault(form, []).append(Idiom(reading, needs))
    return {form: tuple(idioms) for form, idioms in found.items()}


IDIOMS: Final = _read_table(_TABLE)
"""The phrases that each form of their verbs may begin."""


def phrase_at(document: Document, part: Segment, i: int) -> tuple[Saying, list[int]] | None:
    """The phrase to which the verb at `i` belongs in its clause, with the places of its words."""
    low = document.tokens.low
    clause = low[part.begin : part.end]
    for idiom in IDIOMS[low[i]]:
        places: list[int] = []
        for words in idiom.words:
            if words.isdisjoint(clause):
                break
            at = next(k for k, word in enumerate(clause, part.begin) if word in words)
            places.append(at)
        else:
            if "dagegen" in idiom.words[0] and "für" in clause:
                continue  # `hält den Schritt dagegen für richtig`: `dagegen` is only a contrast
            return idiom.reading, places
    return None
