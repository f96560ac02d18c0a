"""Who is what in a deal: who invests in whom, who buys, who supplies whom, in the usual turns of
German and English business news."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from test_extract_undone import ENGLISH, GERMAN

TOLD = {
    ENGLISH: {
        "investment: investee Merriton, investor Volanta": """
            Volanta invests $2bn in Merriton.
            Merriton receives $2bn from Volanta.
            Merriton raised $2bn from Volanta.
            Volanta takes a 10% stake in Merriton.
            Volanta leads a funding round in Merriton.
            Merriton's funding round was led by Volanta.
            Volanta is putting $2bn into Merriton.
            Volanta is injecting $2bn into Merriton.
            Volanta backs Merriton with $2bn.
            Merriton is backed by Volanta.
            Merriton has secured $2bn in funding from Volanta.
            Volanta lends Merriton $2bn.
            Volanta will finance Merriton with $2bn.
            Volanta becomes a shareholder in Merriton.
            Volanta bought 10% of Merriton.
            Merriton sold a 10% stake to Volanta.
            Volanta's investment in Merriton amounts to $2bn.
            Volanta agreed to invest up to $100bn in Merriton.
        """,
        "supply: customer Volanta, supplier Merriton": """
            Volanta buys chips from Merriton.
            Volanta orders 100 chips from Merriton.
            Merriton sells chips to Volanta.
            Merriton supplies Volanta with chips.
            Volanta is a customer of Merriton.
            Merriton will deliver chips worth $2bn to Volanta.
            Volanta leases data centres from Merriton.
            Volanta uses Merriton's chips.
            Volanta runs on chips from Merriton.
            Merriton won an order from Volanta.
            Volanta placed a $2bn order with Merriton.
            Volanta commissioned Merriton to build chips.
            Volanta rents computing capacity from Merriton for $2bn.
        """,
        "partnership: partner Merriton, partner Volanta": """
            Volanta and Merriton form a partnership.
            Volanta teams up with Merriton.
            Volanta works with Merriton on chips.
            Volanta and Merriton will develop chips together.
            Volanta signed a letter of intent with Merriton.
        """,
        "merger: partner Merriton, partner Volanta": """
            Volanta and Merriton merge.
            Volanta merges with Merriton.
        """,
        "acquisition: acquirer Volanta, target Merriton": """
            Volanta acquires Merriton.
            Merriton is sold to Volanta.
        """,
        "acquisition: acquirer Volanta, seller Corbel Partners, target Merriton": """
            Volanta bought Merriton from Corbel Partners.
            Corbel Partners sold Merriton to Volanta.
            Corbel Partners is selling Merriton to Volanta.
            Volanta is in talks with Corbel Partners to buy Merriton.
            Volanta will acquire Merriton from its owner Corbel Partners.
            Corbel Partners agreed to sell Merriton to Volanta.
            Volanta is buying the Corbel Partners unit Merriton.
            Volanta agreed a deal with Corbel Partners to buy Merriton.
            Merriton, owned by Corbel Partners, will be sold to Volanta.
            Corbel Partners found a buyer for Merriton in Volanta.
            Volanta takes over Merriton from Corbel Partners.
        """,
    },
    GERMAN: {
        "investment: investee Merriton, investor Volanta": """
            Volanta investiert 2 Milliarden Dollar in Merriton.
            Merriton erhält 2 Milliarden Dollar von Volanta.
            Merriton bekommt von Volanta 2 Milliarden Dollar.
            Volanta übernimmt 10 Prozent von Merriton.
            Volanta beteiligt sich an Merriton.
            Volanta steigt bei Merriton ein.
            Volanta führt die Finanzierungsrunde von Merriton an.
            Volanta steckt 2 Milliarden Dollar in Merriton.
            Volanta pumpt 2 Milliarden Dollar in Merriton.
            Merriton hat 2 Milliarden Dollar von Volanta eingesammelt.
            Volanta leiht Merriton 2 Milliarden Dollar.
            Volanta finanziert Merriton mit 2 Milliarden Dollar.
            Volanta wird Aktionär von Merriton.
            Volanta kauft 10 Prozent an Merriton.
            Merriton verkauft 10 Prozent an Volanta.
            Volanta hat zugesagt, bis zu 100 Milliarden Dollar in Merriton zu investieren.
            In Merriton investiert Volanta 2 Milliarden Dollar.
            Volantas Investition in Merriton beträgt 2 Milliarden Dollar.
        """,
        "supply: customer Volanta, supplier Merriton": """
            Volanta kauft Chips von Merriton.
            Volanta bestellt 100 Chips bei Merriton.
            Merriton verkauft Chips an Volanta.
            Merriton beliefert Volanta mit Chips.
            Merriton liefert Volanta Chips.
            Volanta ist Kunde von Merriton.
            Volanta mietet Rechenzentren von Merriton.
            Volanta nutzt Chips von Merriton.
            Volanta setzt auf Chips von Merriton.
            Merriton hat einen Auftrag von Volanta erhalten.
            Volanta vergibt einen Auftrag über 2 Milliarden Dollar an Merriton.
            Volanta beauftragt Merriton mit dem Bau von Chips.
            Chips bezieht Volanta von Merriton.
        """,
        "partnership: partner Merriton, partner Volanta": """
            Volanta und Merriton gehen eine Partnerschaft ein.
            Volanta arbeitet mit Merriton zusammen.
            Volanta kooperiert mit Merriton.
            Volanta und Merriton entwickeln gemeinsam Chips.
            Volanta unterzeichnet eine Absichtserklärung mit Merriton.
        """,
        "merger: partner Merriton, partner Volanta": """
            Volanta und Merriton fusionieren.
            Volanta schließt sich mit Merriton zusammen.
        """,
        "acquisition: acquirer Volanta, target Merriton": """
            Volanta übernimmt Merriton.
            Merriton wird an Volanta verkauft.
            Merriton geht an Volanta.
        """,
        "acquisition: acquirer Volanta, seller Corbel, target Merriton": """
            Volanta verhandelt mit dem Eigentümer Corbel über den Kauf von Merriton.
            Volanta kauft Merriton von Corbel.
            Corbel verkauft Merriton an Volanta.
            Corbel trennt sich von Merriton; Käufer ist Volanta.
            Merriton geht von Corbel an Volanta.
            Volanta übernimmt die Corbel-Tochter Merriton.
            Der Eigentümer Corbel gibt Merriton an Volanta ab.
            Volanta erwirbt Merriton vom Eigentümer Corbel.
            Corbel veräußert Merriton an Volanta.
            Volanta ist mit Corbel über den Kauf von Merriton einig.
            Corbel findet in Volanta einen Käufer für Merriton.
            Volanta übernimmt Merriton von Corbel.
        """,
    },
}


@pytest.mark.parametrize(
    ("before", "told", "sentence"),
    [
        (before, told, s.strip())
        for before, deals in TOLD.items()
        for told, text in deals.items()
        for s in text.split("\n")
        if s.strip()
    ],
)
def test_a_sentence_tells_one_deal_with_its_sides(before: str, told: str, sentence: str) -> None:
    """And no other one, though three companies were named before."""
    deals = load("rules").extract(Article.from_text("x", f"{before}{sentence}\n")).deals
    found = [
        f"{d.kind}: {', '.join(sorted(f'{p.role} {p.name}' for p in d.parties))}" for d in deals
    ]
    assert found == [told]


def test_who_bought_a_company_is_its_seller_later() -> None:
    """`sie` is the buyer, `das Unternehmen` what was bought."""
    text = f"{GERMAN}Volanta kaufte Merriton. Nun hat sie das Unternehmen an Corbel verkauft.\n"
    *_, deal = load("rules").extract(Article.from_text("x", text)).deals
    assert {(p.role, p.name) for p in deal.parties} == {
        ("seller", "Volanta"),
        ("target", "Merriton"),
        ("acquirer", "Corbel"),
    }
