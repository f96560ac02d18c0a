"""A side of a deal that stands elsewhere: whose stake is sold, who owned it, who is meant by a
pronoun, what a paragraph is about."""

import pytest

from dealing import K, L, M, N, Q, T, acq, found_in, inv, mer, neg, par, sold, sup

STAKES = [
    (
        "Der Fonds Tarn Capital ist bei der Korvat AG ausgestiegen. Tarn Capital verkaufte sein"
        " gesamtes Paket an die Nordhafen SE.",
        [("investment", {(N, "investor"), (T, "seller"), (K, "investee")})],
    ),
    (
        "Die Korvat AG aus Kiel wächst. Ein Paket von zwölf Prozent hat Quantel Systems von der"
        " Nordhafen SE erworben.",
        [("investment", {(Q, "investor"), (N, "seller"), (K, "investee")})],
    ),
    (
        "Die Korvat AG gehört der Reedereigruppe Nordhafen SE. Die Nordhafen SE ist bereit, sich"
        " von 40 Prozent zu trennen. Als Interessent gilt Quantel Systems.",
        [("investment", {(Q, "investor"), (N, "seller"), (K, "investee")})],
    ),
    (
        "Die Korvat AG hält 40 Prozent an der Lumetra GmbH. Im Mai bot die Nordhafen SE der Korvat"
        " AG neun Millionen Euro für die Beteiligung.",
        [("investment", {(N, "investor"), (K, "seller"), (L, "investee")})],
    ),
    (
        "Die Lumetra GmbH braucht Geld. Die Lumetra GmbH prüft den Einstieg des Fonds Tarn"
        " Capital.",
        [inv(T, L)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), STAKES, ids=[t[0][-70:] for t in STAKES])
def test_whose_stake_is_sold(text, deals):
    found, _ = found_in(text)
    for deal in deals:
        assert deal in found


SELLERS = [
    (
        "Die Korvat AG übernimmt den Zulieferer Lumetra GmbH. Verkauft wird die Lumetra GmbH von"
        " der Nordhafen SE.",
        acq(K, L, N),
    ),
    (
        "Die Korvat AG erwirbt 70 Prozent der Anteile an der Lumetra GmbH. Bisher lag die Mehrheit"
        " beim Unternehmer Jonas Reiter.",
        acq(K, L, "Jonas Reiter"),
    ),
    (
        "Die Lumetra GmbH gehört seit 2019 der Kieler Reedereigruppe Nordhafen SE, die damals 54"
        " Millionen Euro an den Vorbesitzer Quantel Systems gezahlt hatte.",
        acq(N, L, Q),
    ),
    (
        "Lumetra-Eigentümer Jonas Reiter zögert. Gespräche mit der Korvat AG über einen Verkauf der"
        " Lumetra GmbH waren gescheitert.",
        acq(K, L, "Jonas Reiter"),
    ),
    (
        "Die Korvat AG will die Lumetra GmbH kaufen. Die Lumetra GmbH gehört der Nordhafen SE.",
        acq(K, L, N),
    ),
    (
        "Die Nordhafen SE hat sich von der Druckerei Lumetra GmbH getrennt, neue Eigentümerin ist"
        " die Verlegerin Hanna Petersen.",
        acq("Hanna Petersen", L, N),
    ),
]


@pytest.mark.parametrize(("text", "deal"), SELLERS, ids=[t[0][-70:] for t in SELLERS])
def test_who_sells(text, deal):
    assert deal in found_in(text)[0]


PRONOUNS = [
    (
        "2021 hatte die Korvat AG den Laborausrüster Lumetra GmbH übernommen. Später verkaufte sie"
        " ihn an die Nordhafen SE weiter.",
        [acq(K, L), acq(N, L, K)],
    ),
    (
        "Im Mai kaufte der Konzern Korvat AG den Händler Lumetra GmbH, vor einem Jahr einigte er"
        " sich mit dem Fonds Tarn Capital auf den Erwerb der Kette Nordhafen SE.",
        [acq(K, L), acq(K, N, T)],
    ),
    (
        "Hinter der Lumetra GmbH steht der Fonds Tarn Capital, der Lumetra vor vier Jahren gekauft"
        " hatte.",
        [acq(T, L)],
    ),
    (
        "Die Korvat AG will sparen. Vorstandschef Jonas Reiter von der Korvat AG sagte das am"
        " Montag. Reiter will die Rechenzentren verkaufen. Es gebe mehrere Interessenten, darunter"
        " sei die Nordhafen SE.",
        [sold(N, K)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), PRONOUNS, ids=[t[0][-70:] for t in PRONOUNS])
def test_whom_a_pronoun_means(text, deals):
    found, _ = found_in(text)
    for deal in deals:
        assert deal in found


MEANT = [
    (
        "Die Korvat AG baut Pumpen. Im Herbst lieferte der japanische Konzern Quantel Systems der"
        " Korvat AG Motoren.\n\nDie Korvat AG wächst. An der Lumetra GmbH hält der Konzern seit"
        " 2022 ein Fünftel der Anteile.",
        inv(K, L),
    ),
    (
        "Erster Abnehmer ist der Hersteller Nordhafen SE, der Lumetra zehn Jahre lang Folien"
        " abkauft. Die Lumetra GmbH gehört zur Hälfte der Korvat AG.",
        sup(L, N),
    ),
    (
        "Die Korvat AG baut Speicher. Die Korvat AG prüft einen Liefervertrag mit dem französischen"
        " Anbieter Quantel Systems.",
        sup(Q, K),
    ),
    (
        "Für die Korvat AG war vieles schiefgelaufen. Im Mai stornierte die Nordhafen SE bei der"
        " Korvat AG eine Bestellung. Kurz darauf zog sich Quantel Systems aus der gemeinsamen"
        " Entwicklung von Brennstoffzellen zurück.",
        par(Q, K),
    ),
    (
        "Die Korvat AG steht zum Verkauf. Um die Korvat AG wird gerungen. Im Frühjahr hatte die"
        " Nordhafen SE ein Angebot gemacht.",
        acq(N, K),
    ),
]


@pytest.mark.parametrize(("text", "deal"), MEANT, ids=[t[0][-70:] for t in MEANT])
def test_whom_the_passage_is_about(text, deal):
    assert deal in found_in(text)[0]


PLACES = [
    (
        "Der Verkehrsverbund Mittelrhein kauft beim Hersteller Nordhafen SE 38 Züge.",
        sup(N, "Verkehrsverbund Mittelrhein"),
    ),
    (
        "Vor zwei Jahren hatte der Marktführer Korvat AG aus Rotterdam Lumetra ein Kaufangebot"
        " unterbreitet. Die Lumetra GmbH lehnte es ab.",
        acq(K, L),
    ),
    (
        "Die Papierfabrik Moosbach wird saniert. Die Korvat AG hat ihren Liefervertrag mit den"
        " Moosbachern gekündigt.",
        sup("Papierfabrik Moosbach", K),
    ),
    (
        "Leidtragender ist Quantel Systems. Die Münchner hatten die Korvat AG sechs Jahre lang mit"
        " Motoren versorgt.",
        sup(Q, K),
    ),
    (
        "Die Korvat AG baut um. Im Mai hat die Korvat AG ihre Sparte für Lacke an die Nordhafen SE"
        " abgegeben, ein halbes Jahr zuvor war der Anbieter Lumetra GmbH hinzugekommen.",
        acq(K, L),
    ),
    (
        "Ein Pflegeheim in Alzey verkaufte die Korvat AG im Juli an die Nordhafen SE.",
        sold(N, K),
    ),
    (
        "Die Nordhafen SE hat der Korvat AG neun Millionen Euro für das Handballpaket geboten.",
        sold(N, K),
    ),
    (
        "Die Korvat AG hat die Lumetra GmbH gekauft. Bezahlt wird der Zukauf über einen Kredit, den"
        " die Merkurbank zugesagt hat.",
        inv(M, K),
    ),
]


@pytest.mark.parametrize(("text", "deal"), PLACES, ids=[t[0][-70:] for t in PLACES])
def test_who_stands_where(text, deal):
    assert deal in found_in(text)[0]


TOGETHER = [
    (
        "Die Nordhafen SE verkauft fünf Häuser an die Korvat AG; am Montag folgte ein Angebot von"
        " Quantel Systems für die Lumetra GmbH.",
        [sold(K, N), acq(Q, L)],
    ),
    (
        "Das Unternehmen bestätigte, dass ein Auftrag der Korvat AG storniert worden sei. Zuvor"
        " hatte die Nordhafen SE der Korvat AG Motoren geliefert.",
        [sup(N, K)],
    ),
    (
        "Die Korvat AG macht Geschäfte, in denen Lumetra seit Kurzem mit der Nordhafen SE"
        " kooperiert. Die Lumetra GmbH wächst.",
        [par(L, N)],
    ),
    (
        "Die Lumetra GmbH ist insolvent. Mit der Korvat AG gibt es schon einen Kaufinteressenten"
        " für die Lumetra GmbH.",
        [acq(K, L)],
    ),
    (
        "Eigentümer der Lumetra GmbH ist die Nordhafen SE. Sie gibt nun 30 Prozent an die Korvat AG"
        " ab.",
        [("investment", {(K, "investor"), (L, "investee"), (N, "seller")})],
    ),
    (
        "Die Lumetra GmbH steht zum Verkauf. Ein Konsortium bilden die Korvat AG und die Nordhafen"
        " SE.",
        [("acquisition", {(K, "acquirer"), (N, "acquirer"), (L, "target")})],
    ),
    (
        "Der Fonds Tarn Capital steigt bei der Lumetra GmbH aus. Käufer ist die Korvat AG.",
        [acq(K, L, T)],
    ),
    (
        "Der Fonds Tarn Capital hat die Kette Lumetra GmbH gekauft. Nun spricht Tarn Capital mit"
        " der Korvat AG über einen Verkauf der Kette.",
        [acq(T, L), acq(K, L, T)],
    ),
    (
        "Die Korvat AG und die Lumetra GmbH wollen fusionieren. In der Software arbeiten die"
        " künftigen Partner mit der Nordhafen SE zusammen.",
        [mer(K, L), par(K, L, N)],
    ),
    (
        "Die Nordhafen SE steckt in der Krise. Im Sommer misslang der Plan, die Laborfirma Lumetra"
        " GmbH an die Korvat AG abzugeben.",
        [acq(K, L, N)],
    ),
    (
        "Die Nordhafen SE baut um. Die Druckerei Lumetra GmbH geht an die Korvat AG, teilte die"
        " Nordhafen SE am Montag mit.",
        [acq(K, L, N)],
    ),
    (
        "Die Korvat AG investierte in den Dienst Quantel Systems und dann in den Händler Lumetra"
        " GmbH. Letzteren verkaufte sie kürzlich an die Nordhafen SE.",
        [acq(N, L, K)],
    ),
    (
        "Die Korvat AG verhandelt mit der Merkurbank über ein Darlehen.",
        [neg(K, M)],
    ),
    (
        "Der Chemiekonzern Korvat AG kauft der Nordhafen SE Strom ab. Über einen weiteren Vertrag"
        " verhandelt die Nordhafen SE mit Quantel Systems.",
        [sup(N, K), sup(N, Q)],
    ),
    (
        "Beim Hersteller Lumetra GmbH sind noch zwei Bewerber im Rennen, Quantel Systems und die"
        " Korvat AG.",
        [acq(Q, L), acq(K, L)],
    ),
    (
        "Die Lumetra GmbH sammelt Geld ein. Drei Millionen Euro kommen von der Korvat AG und dem"
        " früheren Profi Jonas Reiter.",
        [("investment", {(K, "investor"), ("Jonas Reiter", "investor"), (L, "investee")})],
    ),
    (
        "Die Lumetra GmbH hat Geld von der Korvat AG und von Tarn Capital eingesammelt. In der"
        " vorigen Runde hatte Tarn Capital zwei Millionen Euro in die Lumetra GmbH gesteckt.",
        [("investment", {(K, "investor"), (T, "investor"), (L, "investee")}), inv(T, L)],
    ),
    (
        "Die Korvat AG kauft den Händler Lumetra GmbH. Der Verkäufer Tarn Capital hatte die Kette"
        " 2018 von der Nordhafen SE erworben.",
        [acq(K, L, T), acq(T, L, N)],
    ),
    (
        "Der Händler Korvat AG sucht Lieferanten. Künftig bezieht er seine Waren von der Nordhafen"
        " SE, bisher kamen sie von Quantel Systems.",
        [sup(N, K), sup(Q, K)],
    ),
    (
        "Die Korvat AG will die Lumetra GmbH kaufen. Das Kartellamt hat die Übernahme untersagt."
        " Nun hofft der Rivale Nordhafen SE auf den Zuschlag.",
        [acq(K, L), acq(N, L)],
    ),
    (
        "Die Korvat AG und ihr norwegischer Partner Quantel Systems bauen eine Fabrik.",
        [par(K, Q)],
    ),
    (
        "Tarn Capital steigt bei der Korvat AG aus. Das Paket von 20 Prozent übernimmt die"
        " Nordhafen SE.",
        [("investment", {(N, "investor"), (T, "seller"), (K, "investee")})],
    ),
    (
        "Die Korvat AG beteiligt sich an der Lumetra GmbH. Weitere 20 Prozent hält die Nordhafen SE"
        " seit 2021.",
        [inv(K, L), inv(N, L)],
    ),
    (
        "Der Fonds Tarn Capital bereitet den Verkauf der Kette Lumetra GmbH vor. Tarn Capital ist"
        " ein Fonds aus Bonn.\n\nTarn Capital baut um. Tarn Capital schweigt.\n\nTarn Capital hat"
        " viel vor.\n\nAls Interessent gilt die Korvat AG.",
        [acq(K, L, T)],
    ),
    (
        "Um die Lumetra GmbH wird gerungen. Mit der Korvat AG wird über den Kauf der Lumetra GmbH"
        " gesprochen.",
        [acq(K, L)],
    ),
    (
        "Die Papierfabrik Lumetra GmbH wird saniert. Größter Kunde der Fabrik ist die Korvat AG.",
        [sup(L, K)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOGETHER, ids=[t[0][-70:] for t in TOGETHER])
def test_what_sentences_tell_together(text, deals):
    found, _ = found_in(text)
    for deal in deals:
        assert deal in found


def test_talks_with_somebody_who_is_not_named():
    text = "Die Korvat AG baut Züge. Derzeit verhandelt die Korvat AG mit einem Kunden in Norwegen."
    text += " Die Lumetra GmbH baut Autos."
    assert found_in(text)[0] == [neg(K)]


def test_or_joins_those_with_whom_nobody_merges():
    text = "Die Korvat AG widerspricht. Es gab keine Gespräche der Korvat AG über eine Fusion mit"
    text += " der Lumetra GmbH oder der Nordhafen SE."
    assert mer(K, L, N) in found_in(text)[0]


SALES = (
    "Die Nordhafen SE sucht einen Käufer für die Lumetra GmbH.\n\nDie Nordhafen SE baut um. Das ist"
    " lange her. Viel ist geschehen.\n\nDie Korvat AG wächst. Die Korvat AG baut Züge. Quantel"
    " Systems hat ein Angebot für die Korvat AG gemacht. Quantel Systems bietet viel."
)


def test_what_is_for_sale_elsewhere_is_not_bid_for_here():
    assert all(
        set(parties) != {(Q, "acquirer"), (L, "target")} for _, parties in found_in(SALES)[0]
    )


def test_who_invest_together_are_no_partners():
    text = "Der Fonds Tarn Capital und die Korvat AG haben gemeinsam 18 Millionen Euro investiert."
    assert all(kind != "partnership" for kind, _ in found_in(text)[0])


def test_another_investor_later_has_a_round_of_its_own():
    text = (
        "Der Konzern Nordhafen SE hatte bei der Korvat AG investiert. Daraufhin stieg auch der"
        " Fonds Tarn Capital bei der Korvat AG ein."
    )
    assert [inv(N, K), inv(T, K)] == found_in(text)[0]


ITEMS = (
    "Kurz notiert\n\nDie Korvat AG baut in Kiel ein neues Lager für Pumpen.\n\nDie Lumetra"
    " GmbH übernimmt den Händler Quantel Systems aus Bremen.\n\nGeldgeber ist der Fonds Tarn"
    " Capital."
)


def test_who_is_named_in_one_item_alone_takes_no_part_in_another():
    """A company of one paragraph is not what the next one is about."""
    found, _ = found_in(ITEMS)
    assert acq(L, Q) in found
    assert not any(kind == "investment" for kind, _ in found)


def test_what_a_company_belonged_to_once_buys_nothing():
    text = "Die Lumetra GmbH gehörte bis 2019 zum Chemiekonzern Nordhafen SE."
    assert found_in(text)[0] == []


def test_works_in_a_relative_clause_are_not_sold():
    text = (
        "Nun geht die Lumetra GmbH, deren Werke in vielen Uhren ticken, in den Besitz der Korvat AG"
        " über."
    )
    assert found_in(text)[0] == [acq(K, L)]
