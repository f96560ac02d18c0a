"""Deals in the words of everyday business news: parts of firms, sales without a buyer, plants
built together, orders placed and lost."""

import pytest

from dealing import K, L, M, N, Q, T, acq, found_in, inv, mer, neg, par, sold, stake, sup


def sale(seller, target):
    """A company that is for sale, and nobody buys it yet."""
    return "acquisition", {(seller, "seller"), (target, "target")}


TOLD = [
    ("Die Nordhafen SE sucht einen Käufer für die Lumetra GmbH.", [sale(N, L)]),
    ("Die Nordhafen SE bereitet den Verkauf der Lumetra GmbH vor.", [sale(N, L)]),
    (
        "Die Nordhafen SE verhandelt mit der Korvat AG über den Verkauf ihrer Gießerei.",
        [sold(K, N)],
    ),
    ("Die Gießerei in Halle hatte die Korvat AG 2020 von der Nordhafen SE erworben.", [sold(K, N)]),
    ("Die Korvat AG hat die Gießerei der Nordhafen SE gekauft.", [sold(K, N)]),
    (
        "Die Nordhafen SE will ihre Gießerei loswerden. Die Korvat AG soll 60 Millionen Euro"
        " geboten haben.",
        [sold(K, N)],
    ),
    (
        "Die Korvat AG kauft die Lumetra GmbH. Verkäuferin ist die Nordhafen SE.",
        [acq(K, L, N)],
    ),
    (
        "Die Korvat AG spricht mit der Nordhafen SE über den Kauf von 20 Prozent an der Lumetra"
        " GmbH.",
        [stake(K, L, N)],
    ),
    ("Tarn Capital erwägt den Ausstieg bei der Lumetra GmbH.", [sale(T, L)]),
    ("Tarn Capital stellt seine Beteiligung an der Lumetra GmbH auf den Prüfstand.", [sale(T, L)]),
    ("Der Kurs stieg um drei Prozent, die Nordhafen SE machte ein Minus, die Korvat AG auch.", []),
    (
        "Die Merkurbank unterstützt die Lumetra GmbH mit einem Kredit von fünf Millionen.",
        [inv(M, L)],
    ),
    ("Die Korvat AG will mit der Lumetra GmbH ein Werk in Sachsen errichten.", [par(K, L)]),
    (
        "Die Korvat AG und die Nordhafen SE betreiben gemeinsam den Anbieter Quantel Systems.",
        [par(K, N)],
    ),
    ("Größter Kunde der Lumetra GmbH ist die Korvat AG.", [sup(L, K)]),
    (
        "Die Lumetra GmbH wächst. Neuer Großkunde ist die Korvat AG, die nun auf Technik der"
        " Lumetra GmbH umstellt.",
        [sup(L, K)],
    ),
    ("Die Korvat AG stattet ihre Schiffe mit Software der Lumetra GmbH aus.", [sup(L, K)]),
    ("Die Korvat AG verwendet künftig Batterien der Lumetra GmbH.", [sup(L, K)]),
    (
        "Die Reederei Korvat AG und der Motorenbauer Lumetra GmbH verlängern ihren Liefervertrag.",
        [sup(L, K)],
    ),
    (
        "Die Korvat AG hat bei der Lumetra GmbH Gehäuse bestellt. Ein Sprecher der Lumetra GmbH"
        " sagte, der Vertrag mit der Korvat AG sei noch nicht unterschrieben.",
        [sup(L, K)],
    ),
    (
        "Die Korvat AG hat die Fusion mit der Nordhafen SE abgesagt. Die Verhandlungen mit der"
        " Nordhafen SE seien beendet.",
        [mer(K, N)],
    ),
    (
        "Die Lumetra GmbH kauft bei der Korvat AG ein. Die Korvat AG bleibt ein wichtiger Lieferant"
        " der Lumetra GmbH.",
        [sup(K, L)],
    ),
    ("Seit dem Sommer druckt die Korvat AG alle Zeitungen der Nordhafen SE.", [sup(K, N)]),
    (
        "Die Nordhafen SE bereitet den Verkauf der Lumetra GmbH vor. Als Interessenten gelten die"
        " Korvat AG und Tarn Capital.",
        [sale(N, L), acq(K, L, N), acq(T, L, N)],
    ),
    (
        "Tarn Capital ist mit 20 Prozent bei der Lumetra GmbH eingestiegen. Das Interesse von Tarn"
        " Capital an der Lumetra GmbH sei gesunken, hieß es.",
        [inv(T, L)],
    ),
    (
        "Die Korvat AG beteiligt sich an der Lumetra GmbH. Eine Übernahme der Lumetra GmbH schloss"
        " die Korvat AG aus.",
        [inv(K, L), acq(K, L)],
    ),
    ("Den Bauauftrag hat die Korvat AG an die Nordhafen SE vergeben.", [sup(N, K)]),
    (
        "Die Merkurbank dementierte. Wie die Korvat AG mitteilte, bezieht sie ihre Software künftig"
        " vom Anbieter Quantel Systems.",
        [sup(Q, K)],
    ),
    (
        "Die Lumetra GmbH wankt. 2021 hatte die Familie das Unternehmen an den Fonds Tarn Capital"
        " verkauft, der das Onlinegeschäft vernachlässigte.",
        [acq(T, L)],
    ),
    ("Den Transport der Satelliten erledigt die Korvat AG für die Nordhafen SE.", [sup(K, N)]),
    ("Die Versicherung Korvat AG führt die Software der Lumetra GmbH ein.", [sup(L, K)]),
    (
        "Es handelt sich um den Händler Korvat AG, der die Lumetra GmbH kaufen will.",
        [acq(K, L)],
    ),
    (
        "Die Containerreederei Korvat AG wächst. Im Mai übernahm die Reederei die Gesellschaft"
        " Lumetra GmbH, in Antwerpen kooperiert sie mit dem Konzern Nordhafen SE.",
        [acq(K, L), par(K, N)],
    ),
    (
        "Die Nordhafen SE verkauft die Lumetra GmbH an Tarn Capital. Neben Tarn Capital hatte auch"
        " die Korvat AG ein Gebot vorbereitet.",
        [acq(T, L, N), acq(K, L)],
    ),
    ("Die Korvat AG steht vor der Übernahme durch die Nordhafen SE.", [acq(N, K)]),
    (
        "Ein Konsortium aus Tarn Capital und der Merkurbank übernimmt die Lumetra GmbH.",
        [("acquisition", {(T, "acquirer"), (M, "acquirer"), (L, "target")})],
    ),
    ("Die Korvat AG erwirbt die Rechte an einem Wirkstoff der Lumetra GmbH.", [par(K, L)]),
    ("Die Korvat AG stellt ihre Technik auf Programme der Lumetra GmbH um.", [sup(L, K)]),
    ("Die Korvat AG hat ihren Vertrag mit der Lumetra GmbH gekündigt.", [sup(L, K)]),
    ("Die Merkurbank hat der Werft Quantel Systems ein Darlehen gekündigt.", [inv(M, Q)]),
    ("Die Korvat AG vergibt den Bau der Halle an die Nordhafen SE.", [sup(N, K)]),
    (
        "Im Ringen um die Lumetra GmbH hat sich die Korvat AG durchgesetzt. Unterlegen war die"
        " Nordhafen SE.",
        [acq(K, L), acq(N, L)],
    ),
    (
        "Die Korvat AG beliefert die Nordhafen SE mit Pumpen. Unterlegen war die Lumetra GmbH.",
        [sup(K, N), sup(L, N)],
    ),
    (
        "Die Korvat AG übernimmt die Lumetra GmbH. Der bisherige Eigentümer Tarn Capital erhält 300"
        " Millionen Euro.",
        [acq(K, L, T)],
    ),
    (
        "Die Korvat AG hat im Mai die Lumetra GmbH erworben und mit der Nordhafen SE eine"
        " Partnerschaft vereinbart.",
        [acq(K, L), par(K, N)],
    ),
    (
        "Die Korvat AG übernimmt Quantel Systems. Verkäufer ist Tarn Capital, der sich früher an"
        " der Lumetra GmbH beteiligte.",
        [acq(K, Q, T), inv(T, L)],
    ),
    (
        "Die Korvat AG wollte die Lumetra GmbH kaufen. Die Gespräche mit dem Eigentümer, dem"
        " Konzern Nordhafen SE, scheiterten jedoch.",
        [acq(K, L, N)],
    ),
    (
        "Die Korvat AG verhandelt bereits mit der Nordhafen SE über eine Lösung für 40 Millionen"
        " Euro.",
        [neg(K, N)],
    ),
    ("Die Nordhafen SE stellt die Lumetra GmbH zum Verkauf.", [sale(N, L)]),
    (
        "Die Korvat AG und die Nordhafen SE fusionieren. Das neue Unternehmen soll Lumetra GmbH"
        " heißen.",
        [mer(K, N)],
    ),
    (
        "Die Korvat AG bringt Pillen heraus. Die Produktion übernimmt der Auftragshersteller"
        " Lumetra GmbH.",
        [sup(L, K)],
    ),
    ("Die Korvat AG nimmt Pillen der Lumetra GmbH ins Sortiment.", [sup(L, K)]),
    (
        "Die Korvat AG wächst. Die Chefin kündigte an, mit dem Geld die Konkurrentin Lumetra GmbH"
        " zu kaufen.",
        [acq(K, L)],
    ),
    (
        "Die Lumetra GmbH wankt. Der zugesagte Einstieg der Nordhafen SE ist geplatzt.",
        [inv(N, L)],
    ),
    (
        "Die Korvat AG bringt einen Auftrag mit: Das Unternehmen rüstet alle"
        " Lager der Nordhafen SE mit Kühlanlagen aus.",
        [sup(K, N)],
    ),
    ("Die Runde fällt bei der Korvat AG kleiner aus als bei der Nordhafen SE.", []),
    (
        "Die Korvat AG aus Hamburg und die Firma Tarn Capital wollen die Lumetra GmbH gemeinsam"
        " kaufen.",
        [("acquisition", {(K, "acquirer"), (T, "acquirer"), (L, "target")})],
    ),
    (
        "Die Nordhafen SE trennt sich von 42 Geschäften. 30 davon gehen an die Korvat AG, die"
        " übrigen zwölf bekommt die Lumetra GmbH.",
        [sold(K, N), sold(L, N)],
    ),
    (
        "Im vorigen Jahr ging die Lumetra GmbH an die Korvat AG, kurz darauf folgte die Mehrheit"
        " an Quantel Systems.",
        [acq(K, L), acq(K, Q)],
    ),
    ("Die Investmentbank Quantel Systems berät die Korvat AG.", []),
]


@pytest.mark.parametrize(("text", "deals"), TOLD, ids=[t[0][:70] for t in TOLD])
def test_everyday_words(text, deals):
    """Kind and parties, each deal once."""
    found = found_in(text)[0]
    assert [deal for i, deal in enumerate(found) if deal not in found[:i]] == deals
