"""Deals in sentences that no rule was written for: each stands for a cause of errors."""

import pytest

from dealing import K, L, N, T, acq, found_in, inv, sold, sup

OWNER = "Edgar Vonholt"
TOLD = [
    (
        "Der Milliardär Edgar Vonholt kauft den Autohändler Lumetra GmbH.",
        [acq(OWNER, L)],
    ),
    (
        "Der Verleger Edgar Vonholt hat seine Beteiligung am Autohändler Lumetra GmbH"
        " auf 18 Prozent aufgestockt.",
        [inv(OWNER, L)],
    ),
    (
        "Der Kranbauer Lumetra GmbH wächst. Der Kranbauer bestätigte, dass der Einstieg des"
        " Fonds Oakfield gescheitert ist.",
        [inv("Oakfield", L)],
    ),
    (
        "Die Korvat AG hatte den Hersteller Tactilo 2019 erworben.",
        [acq(K, "Tactilo")],
    ),
    (
        "Die Korvat AG kauft weiter bei der Großhändlerin Trianova ein.",
        [sup("Trianova", K)],
    ),
    (
        "Die Versorgungsbetriebe Kuhlental verhandeln mit der Korvat AG über einen Verkauf des"
        " Stromnetzes.",
        [sold(K, "Versorgungsbetriebe Kuhlental")],
    ),
    (
        "Für den Händler Lumetra GmbH war es der zweite Zukauf: Im Herbst hatte er den Versender"
        " Pillendose übernommen.",
        [acq(L, "Pillendose")],
    ),
    (
        "Das Softwarehaus Lumetra GmbH wächst. Im Januar übernahm es den Rivalen Kodex, im März"
        " folgte die Hamburger Firma Bytehafen.",
        [acq(L, "Kodex"), acq(L, "Bytehafen")],
    ),
    (
        "Die Korvat AG wächst. Dazu trägt auch der Klebstoffhersteller Festal bei, dessen"
        " Übernahme im August abgeschlossen wurde.",
        [acq(K, "Festal")],
    ),
    (
        "Mit dem Bau beauftragt wurde die Lumetra GmbH. Bauherr ist der Versorger Korvat AG.",
        [sup(L, K)],
    ),
    (
        "Nach der Übernahme durch Tarn Capital soll die Bäckerei Korvat AG neue Filialen eröffnen.",
        [acq(T, K)],
    ),
    (
        "Seit dem Frühjahr gehört der Zulieferer Kettler & Boll dem Fonds Oakfield.",
        [acq("Oakfield", "Kettler & Boll")],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD)
def test_what_a_sentence_tells(text, deals):
    """The deals of a text, and no others."""
    assert found_in(text)[0] == deals


def test_who_is_asked_is_bought():
    """`dass X Sie kaufen will` in an interview: the company of who is asked."""
    text = (
        "Jan Ohlsen leitet die Nordhafen SE.\n\n"
        "Herr Ohlsen, es gibt Gerüchte, dass die Reederei Norderhav Sie kaufen will.\n\n"
        "Ohlsen: Die gibt es seit drei Jahren."
    )
    assert found_in(text)[0] == [acq("Norderhav", N)]
