"""English deals: a sentence each, the ways in which business news tells who deals with whom."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

BEFORE = """Airline Volanta and chip company Merriton were in the news. Investor Corbel Partners \
was not, and Lothian Bank was not either.

"""
TOLD = {
    "acquisition: acquirer Volanta, target Merriton": """
        Volanta has agreed to buy its smaller rival Merriton for $2.4bn in cash.
        Merriton will be acquired by Volanta in an all-stock deal.
        The takeover of Merriton by Volanta was completed on Friday.
        Volanta’s takeover of Merriton was completed on Friday.
        Volanta launched a £900m takeover bid for Merriton.
        Volanta made an unsolicited offer for chipmaker Merriton on Sunday.
        Merriton rejected a takeover approach from Volanta.
        Merriton said it had received a takeover approach from Volanta.
        Software group Volanta is in talks to acquire Merriton, the payments company.
        The sale of Merriton to Volanta has been cleared by regulators.
        Merriton, which was bought by Volanta in 2020, employs 300 people.
        Volanta, which bought Merriton in 2020, employs 300 people.
        Volanta snapped up Merriton for a nominal sum.
        Volanta took over Merriton in March.
        Volanta wants to take Merriton private.
        Volanta completed its acquisition of Merriton.
        Volanta is considering a bid for Merriton, according to people familiar with the
          matter.
        Volanta abandoned its pursuit of Merriton.
        Volanta has been trying to grow abroad for years. In 2023 it made an offer for
          Merriton, but withdrew it after three weeks.
        Volanta raised its bid for Merriton to 5.4 billion euros. The company told its
          shareholders to reject it.
        Streaming service Volanta is close to a deal to buy Merriton. The price could reach
          $300m.
        Volanta walked away from its planned purchase of rival Merriton.
        Volanta hopes to close the purchase of Merriton in June. “We have waited for this,”
          its chief executive Jane Holm said.
        When Volanta offered £25m for Merriton in 2018, the owners said no.
        Volanta is circling Merriton, two bankers said.
        Volanta dropped its plan to buy Merriton.
        Volanta denied that it wanted to buy Merriton.
        Volanta dismissed reports that it was about to bid for Merriton as pure invention.
        Volanta is buying out its partner Merriton.
        Volanta has clinched a deal to acquire Merriton for $90m.
        Volanta will take full control of Merriton.
        Volanta outbid Corbel Partners for Merriton.
        Merriton agreed to be acquired by Volanta.
        Merriton’s board has accepted an offer from Volanta.
        Merriton accepted Volanta’s improved offer on Friday.
        Merriton has fallen into the hands of Volanta.
        Merriton now belongs to Volanta.
        Volanta pulled out of the race for Merriton.
        The European Commission blocked Volanta’s acquisition of Merriton.
        Regulators have cleared the sale of Merriton to Volanta.
        Volanta has put in a bid for Merriton.
        Volanta tabled an offer of £3 a share for Merriton.
        Volanta, which is trying to buy Merriton, raised its offer.
    """,
    "acquisition: seller Volanta, acquirer Corbel Partners": """
        Volanta is in advanced talks to sell its pumps business to private equity firm Corbel
          Partners.
    """,
    "acquisition: seller Volanta, acquirer Corbel Partners, target Merriton": """
        Volanta has sold its Spanish unit Merriton to Corbel Partners.
        Corbel Partners bought Merriton from Volanta last year.
    """,
    "acquisition: acquirer Corbel Partners, seller Volanta": """
        Corbel Partners is buying the ceramics division of Volanta.
    """,
    "acquisition: acquirer Corbel Partners, target Merriton": """
        Corbel Partners emerged as the preferred bidder for Merriton.
        Corbel Partners is the new owner of Merriton.
        Merriton, owned by Corbel Partners since 2019, makes chips.
    """,
    "merger: partner Volanta, partner Merriton": """
        Volanta and Merriton plan to merge.
        Volanta and its rival Merriton have agreed to merge, creating the largest brewer in
          Ireland.
        Volanta will merge with Merriton.
        The planned merger between Volanta and Merriton has collapsed.
        The merger of Volanta with Merriton was blocked.
        Shareholders in Volanta approved the merger with Merriton.
        Volanta has held merger talks with Merriton.
        Volanta has approached Merriton about a merger.
        Volanta is not interested in a merger with Merriton.
        Volanta and Merriton called off their merger.
        Two weeks ago Volanta and Merriton ended talks about an all-share merger.
        Volanta and Merriton have unveiled plans to merge.
        Volanta and Merriton agreed an all-share merger.
        Merriton would be merged into Volanta.
        The merger with Merriton will save Volanta $40m a year.
        Volanta is talking to Merriton about a merger.
    """,
    "partnership: partner Volanta, partner Merriton": """
        Volanta and Merriton have set up a joint venture to build batteries in Spain.
        Volanta formed a partnership with Merriton.
        Volanta has teamed up with Merriton to develop a vaccine.
        Volanta and Merriton said they would jointly develop a new engine.
        Volanta signed a cooperation agreement with Merriton.
        Volanta licensed the drug to Merriton for $40 million.
        Under the alliance, Volanta and Merriton will share laboratories.
        Volanta ended its alliance with Merriton.
        Volanta is working with Merriton on a new sensor.
        Volanta entered into a strategic collaboration with Merriton. The two companies will
          share all profits.
        The two companies, Volanta and Merriton, will open a joint laboratory.
        Volanta granted Merriton an exclusive licence to its asthma drug.
        Volanta and Merriton are to join forces.
        Volanta opened a joint venture with Merriton in Vietnam.
        Volanta and Merriton each hold half of the joint venture.
        Volanta’s partnership with Merriton will end in May.
        Volanta extended its alliance with Merriton by five years.
        Volanta has an exclusive licence for Merriton’s patents.
        Merriton will distribute Volanta’s sensors in Japan.
        Volanta is discussing a partnership with Merriton.
    """,
    "investment: investor Corbel Partners, investee Merriton": """
        Corbel Partners invested $30 million in Merriton.
        Merriton has raised $30 million in a Series B round led by Corbel Partners.
        Corbel Partners led a $30 million funding round for Merriton.
        Corbel Partners is putting £40m into Merriton.
        Corbel Partners backed Merriton with $12 million.
        The founders sold 30% of Merriton to Corbel Partners.
        Corbel Partners now holds a quarter of the shares in Merriton, for which it paid £3m.
        Merriton failed to raise $12m from Corbel Partners.
        Corbel Partners took part in Merriton’s funding round.
        Merriton’s investors include Corbel Partners.
        Corbel Partners pumped £40m into Merriton.
        Merriton received $40 million from Corbel Partners.
        Merriton secured $40 million in funding from Corbel Partners.
        Corbel Partners is to acquire 30% of Merriton.
        Corbel Partners has built up a 9 percent stake in Merriton.
    """,
    "investment: investor Corbel Partners, investor Volanta, investee Merriton": """
        Merriton raised $30 million from Corbel Partners and Volanta.
        Merriton closed a $12m seed round. Investors include Corbel Partners and Volanta.
    """,
    "investment: investor Volanta, investee Merriton": """
        Volanta took a 20 percent stake in Merriton.
        Volanta has acquired a 20 percent stake in Merriton for £20m.
        Volanta raised its stake in Merriton to 30 percent.
        Volanta has also purchased newly issued Merriton shares for $40 million.
        Volanta paid $40 million for a tenth of Merriton.
    """,
    "investment: investor Volanta, investee Merriton, seller Corbel Partners": """
        Volanta bought 20% of Merriton from Corbel Partners.
        Corbel Partners sold its stake in Merriton to Volanta.
    """,
    "investment: investor Lothian Bank, investee Merriton": """
        Merriton secured a loan of 40 million euros from Lothian Bank.
        Lothian Bank has granted Merriton a loan of 40 million euros.
        Lothian Bank lent Merriton 40 million euros.
        Merriton borrowed 40 million euros from Lothian Bank.
        Lothian Bank will provide a credit line of 40 million euros to Merriton.
        Merriton has agreed a £40m refinancing with Lothian Bank.
        Merriton is financed by a $75 million credit facility from Lothian Bank.
        Lothian Bank has agreed to lend Merriton up to £40m.
        Merriton needs cash. Lothian Bank is willing to lend it £40m.
        Lothian Bank extended Merriton’s credit line.
        Lothian Bank refused Merriton a loan.
        Lothian Bank has called in its loans to Merriton.
        Merriton repaid a loan from Lothian Bank.
        A loan from Lothian Bank keeps Merriton afloat.
    """,
    "supply: customer Volanta, supplier Merriton": """
        Volanta ordered 40 aircraft from Merriton.
        Volanta has placed an order for 40 aircraft with Merriton.
        Merriton won an order for 40 trains from Volanta.
        Merriton secured a contract worth £40m from Volanta.
        Volanta awarded Merriton a contract to build 40 trains.
        Merriton will supply Volanta with cells for its cars.
        Merriton supplies batteries to Volanta.
        Merriton delivered the first two ships to Volanta in June.
        Volanta buys its steel from Merriton.
        Volanta sources its cocoa from Merriton.
        The engines are made by Merriton for Volanta.
        Merriton makes the chips for Volanta.
        Volanta signed a deal to buy power from Merriton for ten years.
        Volanta cancelled its contract with supplier Merriton.
        Volanta leases six planes from Merriton.
        Merriton has leased six planes to Volanta.
        Volanta rents its offices from property group Merriton.
        Volanta is a customer of Merriton.
        Volanta has hired Merriton to build the plant.
        Volanta chose Merriton as its supplier of engines.
        Volanta scrapped an order for 60 trains with Merriton.
        Volanta said it would buy its trains from Merriton instead.
        The sensors will be manufactured by Merriton, with which Volanta signed a supply
          contract.
        Merriton provides Volanta with cloud services.
        Volanta will use chips from Merriton in its new phones.
        Volanta relies on Merriton for its batteries.
        Merriton will resume deliveries to Volanta next week.
        Merriton has stopped deliveries to Volanta.
        An existing contract under which Merriton supplies Volanta with paper runs until 2030.
        The trains would be leased to Volanta by the finance house Merriton.
        Volanta gets most of its steel from Merriton.
        Volanta took delivery of two ships from Merriton.
        Volanta doubled its order with Merriton.
        Volanta cancelled an order for ten ships from Merriton.
        Merriton lost an order from Volanta.
        Merriton has a contract to supply Volanta with engines.
        Merriton will equip Volanta’s planes with seats.
        Merriton was chosen by Volanta to build its new ships.
        Volanta picked Merriton over Corbel Partners to supply the engines.
        Merriton beat two rivals to a £40m contract with Volanta.
        Volanta stopped buying chips from Merriton.
        Volanta no longer orders chips from Merriton.
        Merriton sells its chips mainly to Volanta.
        Merriton’s chips are sold to Volanta.
        Volanta runs its website on servers rented from Merriton.
        Merriton operates the ferries for Volanta.
        Volanta has outsourced its payroll to Merriton.
    """,
    "negotiation: partner Volanta, partner Merriton": """
        Volanta is negotiating with Merriton.
        Talks between Volanta and Merriton broke down.
        Volanta has opened talks with Merriton.
        Volanta pulled out of negotiations with Merriton.
        Volanta has started negotiations with Merriton over a distribution deal.
        Volanta and Merriton are negotiating about the price of gas.
        Talks with Merriton broke off last week, Volanta said.
        Volanta needs a new partner. Talks with Merriton broke off last Thursday.
        Volanta is in early talks with Merriton, sources said.
        Volanta broke off talks with Merriton in May.
        Merriton and Volanta are holding talks, Bloomberg reported.
        There are no talks with Merriton, Volanta said.
    """,
    "negotiation: partner Volanta, partner Lothian Bank": """
        Volanta is in talks with Lothian Bank about a loan.
    """,
    "acquisition: seller Corbel Partners, acquirer Volanta, target Merriton": """
        Merriton has been sold by its owner Corbel Partners to the Canadian group Volanta.
    """,
    "acquisition: seller Volanta, acquirer Merriton": """
        Volanta reached an agreement to sell its veterinary business. The buyer is Merriton.
        Volanta has ended discussions about a possible sale of its toy business to Merriton.
        The Evening Post reported that Merriton was willing to pay $90 million for Volanta’s
          toy business.
    """,
    "acquisition: target Volanta, acquirer Merriton": """
        Sources said that Merriton was prepared to pay about £70m for Volanta.
        Merriton has offered to take over Volanta.
        Merriton, the chip company, had hired bankers to prepare an offer for Volanta.
    """,
    "supply: supplier Volanta, customer Merriton": """
        Volanta won a $480 million order from Merriton to build 36 spacecraft.
        Volanta agreed to sell the electricity to Merriton for 15 years.
    """,
    "supply: customer Merriton, supplier Volanta": """
        Volanta is building a plant for Merriton.
        Volanta’s largest customer is Merriton.
    """,
}
"""Kind and parties in their roles → sentences that tell that deal and no other one."""
NO_DEALS = """
    Volanta is exploring a sale of its Merriton unit.
    Volanta shares rose after rival Merriton cut its forecast.
    Volanta and Merriton both reported higher profits.
    Volanta competes with Merriton in Spain.
    Analysts at Corbel Partners raised their target for Volanta.
    Volanta sued Merriton over a patent.
    Volanta hired a manager from Merriton.
    Volanta raised its forecast, while Merriton cut its own.
    Volanta sells more shoes than Merriton.
    Volanta ordered its staff back to the office, as Merriton did in May.
    Volanta opened a plant near that of Merriton.
    Merriton was founded by engineers from Volanta.
    Volanta said that Merriton was not a competitor.
    Merriton has a better credit rating than Volanta.
    Merriton was put up for sale by Corbel Partners. Volanta is seen as the likeliest buyer.
    Volanta, which competes with Merriton, said its sales had risen.
    Volanta said that prices at Merriton were too low.
    Volanta bought a new factory in Spain. Merriton cut jobs.
    A lawyer for Merriton said Volanta had lied.
    Merriton makes parts for aircraft. Volanta flies to Spain.
    Volanta will lend its name to a stadium, and Merriton to a prize.
    Volanta delivered its results on Monday, a day after Merriton.
    Corbel Partners lowered its price target for Volanta. It prefers shares of Merriton.
    Volanta placed an advertisement in the Evening Post. Merriton did not.
    Corbel Partners is seeking a buyer for Merriton.
    A deal between Volanta and Merriton would create a giant.
    Volanta shareholders include Corbel Partners.
    Corbel Partners has sold its 9 percent of Merriton.
    Volanta beat Merriton to second place in the market.
    Volanta has twice as many shops as Merriton.
    Volanta’s sales fell by a fifth, those of Merriton by a third.
    Merriton accused Volanta of copying its engine.
    Volanta sold 300,000 cars in May, more than Merriton.
    Lothian Bank said it expected Merriton to grow faster than Volanta.
    Merriton’s former boss is to join Volanta.
    Volanta is bigger than Merriton by revenue.
"""


def sentences(block):
    """The entries of a block; a line that is set further in goes on with the one before."""
    found = []
    for line in block.strip("\n").splitlines():
        depth = len(line) - len(line.lstrip())
        if found and depth in (6, 10):
            found[-1] += " " + line.strip()
        elif line.strip():
            found.append(line.strip())
    return found


def deals_in(sentence):
    """Kind and parties of each deal, as in `TOLD`."""
    deals = load("rules").extract(Article.from_text("x", BEFORE + sentence)).deals
    return {(d.kind, frozenset(f"{p.role} {p.name}" for p in d.parties)) for d in deals}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [(s, told) for told, block in TOLD.items() for s in sentences(block)],
)
def test_a_deal_is_told_in_many_ways(sentence, told):
    """Verbs, nouns, idioms and their places give the kind and the roles."""
    kind, _, parties = told.partition(": ")
    assert deals_in(sentence) == {(kind, frozenset(parties.split(", ")))}


@pytest.mark.parametrize("sentence", sentences(NO_DEALS))
def test_companies_that_do_not_deal_with_each_other(sentence):
    """What happens to two companies, or what each does with others, is no deal of theirs."""
    assert deals_in(sentence) == set()


def test_an_approach_without_talks_breaks_nothing():
    """`approached ... about` may be all that calls a negotiation."""
    told = deals_in("Volanta approached Merriton about its plans.")
    assert told == {("negotiation", frozenset(("partner Volanta", "partner Merriton")))}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Volanta has cancelled its order with Merriton.", "failed"),
        ("Volanta has not cancelled its order with Merriton.", "agreed"),
        ("Volanta hasn't cancelled its order with Merriton.", "agreed"),
        ("The takeover of Merriton by Volanta has not collapsed.", "ongoing"),
        ("The takeover of Merriton by Volanta has collapsed.", "failed"),
        ("The takeover of Merriton by Volanta has not yet collapsed.", "ongoing"),
        ("The takeover of Merriton by Volanta has not officially been abandoned.", "ongoing"),
        ("The takeover of Merriton by Volanta is far from dead.", "ongoing"),
        ("The takeover of Merriton by Volanta is by no means off the table.", "ongoing"),
        ("The takeover of Merriton by Volanta is off the table.", "failed"),
        ("The takeover of Merriton by Volanta has been called off.", "failed"),
        ("The takeover of Merriton by Volanta has never been called off.", "ongoing"),
    ],
)
def test_what_was_not_ended_stands(sentence, status):
    """A negated word of failing tells no failure."""
    (deal,) = load("rules").extract(Article.from_text("x", BEFORE + sentence)).deals
    assert deal.status == status
