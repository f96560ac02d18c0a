"""Relations between statements: one way of drawing one each, and what must not be drawn."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

PAPER = "Die Zeitung „Merkurpost“ berichtete, die Korvat AG verhandle über einen Verkauf."
CHIEF = "Korvat-Chefin Ines Mahler"
CLAIM = "„Wir zahlen keinen Cent“, sagte Lumetra-Chef Jens Olk."


def drawn(text):
    """{(type, first words of one statement, of the other)} of a text."""
    found = load("rules").extract(Article.from_text("x", text))

    def words(end):
        if end is None:
            return None
        begin, stop = found.quotes[end.quote].quote[0]
        first = max(begin, max(0, text.rfind(". ", 0, end.at) + 2) if end.at > begin else begin)
        return " ".join(text[first:stop].strip("„“ ").split()[:3])

    return {(r.type, words(r.origin), words(r.target)) for r in found.relations}


BOTH = "disputes respondsTo"
PAPERS, OLK = "die Korvat AG", "Wir zahlen keinen"
DRAWN = [
    (f"{PAPER} {CHIEF} widersprach: Es gebe keine Gespräche.", BOTH, "Es gebe keine", PAPERS),
    (
        f"{PAPER} {CHIEF} wies das zurück. „Daran ist nichts wahr“, sagte sie.",
        BOTH,
        f"{CHIEF}",
        PAPERS,
    ),
    (
        f"{PAPER} Das Unternehmen dementierte, dass es Gespräche gebe.",
        BOTH,
        "dass es Gespräche",
        PAPERS,
    ),
    (
        f"{PAPER} Korvat bestritt dies umgehend. Man suche keinen Käufer, hieß es.",
        BOTH,
        None,
        PAPERS,
    ),
    (f"{PAPER} {CHIEF} nannte den Bericht „frei erfunden“.", BOTH, "frei erfunden", PAPERS),
    (f"{PAPER} Korvat stellte in Abrede, einen Käufer zu suchen.", BOTH, "einen Käufer zu", PAPERS),
    (
        f"{PAPER} {CHIEF} reagierte auf den Bericht gelassen. Man rede mit vielen.",
        "respondsTo",
        "Man rede mit",
        PAPERS,
    ),
    (
        f"{PAPER} Darauf angesprochen, sagte {CHIEF}, man rede mit vielen.",
        "respondsTo",
        "man rede mit",
        PAPERS,
    ),
    (
        f"{PAPER} {CHIEF} bestätigte die Gespräche.",
        "respondsTo",
        "Korvat-Chefin Ines Mahler",
        PAPERS,
    ),
    (
        f"{PAPER} Zu dem Bericht sagte {CHIEF}, man rede mit vielen.",
        "respondsTo",
        "man rede mit",
        PAPERS,
    ),
    (
        f"{PAPER} Daraufhin erklärte {CHIEF}, man rede mit vielen.",
        "respondsTo",
        "man rede mit",
        PAPERS,
    ),
    (f"{CLAIM} „Das werden wir sehen“, entgegnete {CHIEF}.", "respondsTo", "Das werden wir", OLK),
    (
        f"{CLAIM} {CHIEF} konterte, dann treffe man sich vor Gericht.",
        "respondsTo",
        "dann treffe man",
        OLK,
    ),
    (
        f"{CLAIM} {CHIEF} begrüßte die Ankündigung als klares Wort.",
        "respondsTo",
        "Korvat-Chefin Ines Mahler",
        OLK,
    ),
    (f"{CLAIM} {CHIEF} lehnte das ab.", "respondsTo", "Korvat-Chefin Ines Mahler", OLK),
    (
        f"{CLAIM} Als Reaktion darauf kündigte {CHIEF} an, den Vertrag zu kündigen.",
        "respondsTo",
        "den Vertrag zu",
        OLK,
    ),
    (
        f"{CLAIM} Wenig später sagte er, über Raten könne man reden.",
        "follows",
        "über Raten könne",
        OLK,
    ),
    (
        f"{CHIEF} sagte, der Umsatz werde steigen. Am Abend bekräftigte sie, der Umsatz werde um"
        " zehn Prozent steigen.",
        "restates",
        "der Umsatz werde",
        "der Umsatz werde",
    ),
    (
        f"{CHIEF} sagte, das Werk in Gera bleibe. Voraussetzung sei, dass Strom billiger werde.",
        "conditionalOn",
        "das Werk in",
        "Voraussetzung sei, dass",
    ),
    (
        f"{CHIEF} sagte, das Werk in Gera werde schließen. Grund seien die hohen Kosten.",
        "givenAsReasonFor",
        "Grund seien die",
        "das Werk in",
    ),
    (
        f"{CHIEF} sagte, die Kosten stiegen seit Jahren. Deshalb werde man das Werk schließen.",
        "givenAsReasonFor",
        "die Kosten stiegen",
        "Deshalb werde man",
    ),
    (
        "Wie die „Merkurpost“ berichtet, sagte Ines Mahler vor Vertrauten, das Werk in Gera werde"
        " schließen.",
        "embeds",
        "sagte Ines Mahler",
        "das Werk in",
    ),
    (
        "Die Korvat AG hat Berichte über einen Verkauf zurückgewiesen. Die „Merkurpost“ hatte zuvor"
        " gemeldet, dass der Konzern mit Lumetra spreche.",
        BOTH,
        "Die Korvat AG",
        "dass der Konzern",
    ),
]


@pytest.mark.parametrize(("text", "types", "one", "other"), DRAWN, ids=[d[0][-60:] for d in DRAWN])
def test_a_word_draws_a_relation(text, types, one, other):
    """Types, and the statements that they join."""
    found = drawn(text)
    wanted = {(name, one, other) for name in types.split()}
    if one is None:
        found = {(name, None, target) for name, _, target in found}
    assert found == wanted


NOTHING = [
    f"{CLAIM} „Wir bauen ein Werk“, sagte {CHIEF}.",
    f"{PAPER} {CHIEF} wollte das weder bestätigen noch dementieren.",
    f"{PAPER} „Wir bauen ein Werk“, bestätigte {CHIEF} auf Anfrage.",
    "Die Korvat AG hat einen Käufer gefunden. Die Aktie reagierte mit einem Kurssprung.",
    f"{CHIEF} sagte, der Umsatz steige. Sie bekräftigte, das Werk in Gera bleibe.",
    "Der Grund ist einfach. Die Kosten steigen, deshalb schließt das Werk.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_drawn_without_a_word_for_it(text):
    """Two statements side by side are not related by that alone."""
    assert drawn(text) == set()
