"""Deals in sentences that no rule was written for: each stands for a cause of errors."""

import pytest

from dealing import K, L, M, N, T, acq, found_in, inv, mer, neg, par, sold, stake, sup

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
    (
        "Der von der Familie Ostrowski gegründete Batteriehersteller Voltera gehört künftig zum"
        " Konzern Hamasaki.",
        [acq("Hamasaki", "Voltera")],
    ),
    (
        "Die Korvat AG und die Lumetra GmbH haben den Vertrag über die Übernahme unterzeichnet.",
        [],
    ),
    (
        "Das Start-up Plantico sammelt Geld ein. Zwölf Millionen Euro kommen vom Fonds Oakfield."
        " Neu hinzu kommt der Konzern Nutrex.",
        [inv(["Oakfield", "Nutrex"], "Plantico")],
    ),
    (
        "Die Korvat AG führt Gespräche mit dem Rivalen Lumetra GmbH. Es gehe um eine Fusion, sagten"
        " zwei mit der Sache vertraute Personen.",
        [mer(K, L)],
    ),
    (
        "Die Korvat AG wächst. Mit dem Zukauf rückt sie dem Marktführer Lumetra GmbH näher.",
        [],
    ),
    (
        "Die Korvat AG und die Lumetra GmbH wachsen. Schon zuvor hatten beide Unternehmen gemeinsam"
        " eine Plattform betrieben.",
        [par(K, L)],
    ),
    (
        "Die Reinigungsfirma Blitzblank hat Pech. Die Klinikgruppe Sanavita kündigte den Vertrag"
        " und vergab die Arbeiten an den Rivalen Saubermann.",
        [sup("Blitzblank", "Sanavita"), sup("Saubermann", "Sanavita")],
    ),
    (
        "Künftig verkauft der Händler Lumetra GmbH Säfte der Marke Obsthof, die zum Konzern"
        " Korvat AG gehört.",
        [],
    ),
    (
        "Der Spielzeughersteller Holzwurm hat seine Marke Puppenstern verkauft. Neue Besitzerin ist"
        " die Korvat AG.",
        [acq(K, "Puppenstern", "Holzwurm")],
    ),
    (
        "Die Korvat AG hat ihre Beteiligung an der Lumetra GmbH verkauft. Das Aktienpaket ging an"
        " Tarn Capital.",
        [stake(T, L, K)],
    ),
    (
        "Die Korvat AG steht kurz vor dem Kauf eines kleineren Rivalen. Die Verhandlungen mit der"
        " Lumetra GmbH sind weit fortgeschritten.",
        [acq(K, L)],
    ),
    (
        "Die Korvat AG ist pleite. Der Konzern Medimarkt hat aber Interesse signalisiert.",
        [acq("Medimarkt", K)],
    ),
    (
        "Der Maschinenbauer Wedemann meldet zwei Aufträge. Die Kellerei Radegast bestellte eine"
        " Abfüllanlage, der Versender Kornfeld zwei Maschinen.",
        [sup("Wedemann", "Radegast"), sup("Wedemann", "Kornfeld")],
    ),
    (
        "Die Korvat AG hat einen Kredit der Merkurbank zurückgezahlt. Neue Mittel stellt die"
        " Landesbank Nordmark bereit.",
        [inv(M, K), inv("Landesbank Nordmark", K)],
    ),
    (
        "Die Korvat AG wächst durch Zukäufe. Finanziert werden sie vom Mehrheitseigner, dem Fonds"
        " Oakfield.",
        [inv("Oakfield", K)],
    ),
    (
        "Die Korvat AG wehrt sich gegen die Umarmung durch die Lumetra GmbH.",
        [acq(L, K)],
    ),
    (
        "Der Reeder Edgar Vonholt bietet 22 Euro je Aktie für die Lumetra GmbH.",
        [acq(OWNER, L)],
    ),
    (
        "Ein Auftrag macht Mut. Der Zulieferer Hagedorn Achsen beliefert künftig die Korvat AG.",
        [sup("Hagedorn Achsen", K)],
    ),
    (
        "Die Warenhauskette Nordhafen SE ist pleite. Die Möbelkette Nestbau trauert.\n\nDie"
        " Nordhafen SE hatte sich verhoben. Damals verkaufte die Kette ihr Lager an die Korvat AG.",
        [sold(K, N)],
    ),
    (
        "Die Bäckerei Brotzeit beliefert nun die Filialen der Korvat AG. Damit löst sie den Rivalen"
        " Krume ab, der zehn Jahre lang lieferte.",
        [sup("Bäckerei Brotzeit", K), sup("Krume", K)],
    ),
    (
        "Die Lumetra GmbH füllt künftig für die Korvat AG ab. Bisher hatte diesen Auftrag die"
        " Nordhafen SE.",
        [sup(L, K), sup(N, K)],
    ),
    (
        "Der Händler Stromag beliefert zehn Jahre lang die Korvat AG. Mit der Nordhafen SE steht"
        " ein ähnlicher Vertrag kurz vor der Unterschrift.",
        [sup("Stromag", K), sup("Stromag", N)],
    ),
    (
        "Das Label Lumetra GmbH sucht Hilfe. Gründerin Jette Holm verhandelt mit der Korvat AG.",
        [neg(L, K)],
    ),
    (
        "Die Korvat AG beendet den Liefervertrag mit der Lumetra GmbH. Von Januar an übernimmt die"
        " Nordhafen SE.",
        [sup(L, K), sup(N, K)],
    ),
    (
        "Die Korvat AG wächst. Den Betrieb der Ladesäulen übernimmt das Start-up Steckdose.",
        [sup("Steckdose", K)],
    ),
    (
        "Die Korvat AG kauft die Lumetra GmbH. Die Merkurbank hatte im Auftrag der Familie nach"
        " Käufern gesucht.",
        [acq(K, L)],
    ),
]
TURNS = [
    (
        "Die Lumetra GmbH steht zum Verkauf. Genannt wird immer wieder der Fonds Oakfield.",
        acq("Oakfield", L),
    ),
    ("Die Korvat AG hat ein Auge auf die Lumetra GmbH geworfen.", acq(K, L)),
    ("Die Korvat AG hat Gefallen an der Lumetra GmbH gefunden.", acq(K, L)),
    ("Aus der geplanten Ehe der Korvat AG und der Lumetra GmbH wird nichts.", mer(K, L)),
    ("Der Händler Lumetra GmbH ist künftig Teil der Korvat AG.", acq(K, L)),
    ("Die Korvat AG und die Lumetra GmbH führen ihre Sparten für Eis zusammen.", mer(K, L)),
    ("Die Korvat AG wird stille Gesellschafterin bei der Lumetra GmbH.", inv(K, L)),
    ("Die Korvat AG lässt ihre Pakete künftig von der Lumetra GmbH zustellen.", sup(L, K)),
    ("Die Korvat AG trennt sich von ihrem IT-Dienstleister Lumetra GmbH.", sup(L, K)),
    (
        "Die Korvat AG bringt ihre Satelliten mit Raketen des Anbieters Lumetra GmbH ins All.",
        sup(L, K),
    ),
    ("Die Korvat AG führt die Software der Lumetra GmbH ein.", sup(L, K)),
    ("Die Korvat AG wechselt zum Anbieter Lumetra GmbH.", sup(L, K)),
    ("Die Korvat AG speichert ihre Daten auf Servern der Lumetra GmbH.", sup(L, K)),
    ("Die Korvat AG bekommt ihren Wetterbericht von der Lumetra GmbH.", sup(L, K)),
    (
        "Die Korvat AG mietet zwei Etagen am Hafen, Vermieterin ist die Lumetra GmbH.",
        sup(L, K),
    ),
    (
        "Die Korvat AG wächst. Die Betriebsführung der Anlagen liegt bei der Lumetra GmbH.",
        sup(L, K),
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD)
def test_what_a_sentence_tells(text, deals):
    """The deals of a text, and no others."""
    assert found_in(text)[0] == deals


@pytest.mark.parametrize(("text", "deal"), TURNS)
def test_a_turn_of_phrase(text, deal):
    """One deal, told in words that few texts use."""
    assert found_in(text)[0] == [deal]


def test_who_is_asked_is_bought():
    """`dass X Sie kaufen will` in an interview: the company of who is asked."""
    text = (
        "Jan Ohlsen leitet die Nordhafen SE.\n\n"
        "Herr Ohlsen, es gibt Gerüchte, dass die Reederei Norderhav Sie kaufen will.\n\n"
        "Ohlsen: Die gibt es seit drei Jahren."
    )
    assert found_in(text)[0] == [acq("Norderhav", N)]
