"""English deals told in more ways: what a company is to another, idioms, who is meant."""

import pytest

from test_extract_english_deals import deals_in, sentences

TOLD = {
    "acquisition: acquirer Volanta, target Merriton": """
        Volanta got hold of Merriton at the third attempt.
        Volanta has gobbled up Merriton.
        Volanta picked up Merriton for $90m.
        Merriton was snapped up by Volanta.
        Merriton has been taken over by Volanta.
        Merriton has agreed to a takeover by Volanta.
        Volanta has lifted its offer for Merriton to $4 a share.
        Merriton turned down an unsolicited bid of $3.1 billion from Volanta.
        Shareholders in Merriton accepted Volanta’s offer.
        Volanta, which laid out $4 billion for Merriton in 2020, has written off most of it.
        The takeover of Merriton, for which Volanta paid $4 billion, has yet to pay off.
        Merriton is to be bought by Volanta.
        Merriton has been part of Volanta since 2019.
        Merriton was swallowed by Volanta in 2008.
        Merriton became a subsidiary of Volanta in 2011.
        Volanta finalised its $90m acquisition of Merriton on Friday.
        Volanta’s $90m purchase of Merriton has been waved through by the regulator.
        Volanta wants to gain control of Merriton.
        Volanta dropped out of the bidding for Merriton.
        Volanta has entered the bidding for Merriton.
        Among the bidders for Merriton is Volanta.
        Bidders for Merriton include Volanta.
        Volanta is among the companies bidding for Merriton.
        Volanta is considered the front-runner to buy Merriton.
        Volanta has been named as a potential buyer of Merriton.
        Volanta has shown interest in buying Merriton.
        Volanta expressed an interest in Merriton.
        Volanta is weighing an offer for the whole of Merriton.
        Volanta is no longer interested in buying Merriton.
        Volanta shelved plans to acquire Merriton.
        Volanta’s planned acquisition of Merriton has fallen through.
        Volanta’s attempt to buy Merriton was blocked by regulators.
        In 2022 regulators stopped Volanta from buying Merriton.
        Antitrust officials vetoed the purchase of Merriton by Volanta.
        Volanta rescued Merriton from insolvency in 2020.
        Volanta bought Merriton out of bankruptcy for $140 million.
        Volanta has offered $31 a share for Merriton.
        Volanta has put $2bn on the table for Merriton.
        Volanta agreed terms to acquire Merriton.
        Volanta agreed terms for the acquisition of Merriton.
        Volanta struck a $2bn deal to take over Merriton.
        Volanta sealed a deal for Merriton on Friday.
        A deal under which Volanta would acquire Merriton was announced on Friday.
        Volanta has the edge over Corbel Partners in the race for Merriton.
        Merriton, which Volanta acquired in 2015, makes chips.
        Merriton, acquired by Volanta in 2015, makes chips.
        Merriton, which has belonged to Volanta since 2015, makes chips.
        Merriton’s new owner, Volanta, plans to cut jobs.
        The new owner of Merriton is Volanta.
        Volanta’s offer values Merriton at $2.7 billion.
        Volanta made a bid last week that valued Merriton at $2.7 billion.
        Merriton fell to Volanta after a long contest.
        Since its takeover of Merriton, Volanta has cut 90 jobs.
        Merriton is in talks to be acquired by Volanta.
        Merriton agreed to sell itself to Volanta for $3bn.
        Volanta’s courtship of Merriton has ended.
        Volanta has its eye on Merriton.
        Volanta has set its sights on Merriton.
        Volanta completed the takeover of its rival Merriton.
        Volanta stands to acquire Merriton for a song.
    """,
    "acquisition: acquirer Volanta, target Merriton, seller Corbel Partners": """
        Corbel Partners has sold Merriton to Volanta.
        Volanta bought Merriton from Corbel Partners, its owner since 2009.
        Corbel Partners has agreed to offload Merriton to Volanta.
        Corbel Partners disposed of Merriton; the purchaser was Volanta.
        Merriton is being sold to Volanta by Corbel Partners.
        The sale of Merriton by Corbel Partners to Volanta has been completed.
        Corbel Partners’ sale of Merriton to Volanta has been completed.
        Volanta acquired Merriton last year. The seller was Corbel Partners.
        Corbel Partners is selling Merriton. The buyer is Volanta.
        Volanta will acquire Merriton from its owner, Corbel Partners.
    """,
    "acquisition: acquirer Volanta, seller Merriton": """
        Merriton is selling its sensor division to Volanta for €610m.
        Merriton will divest its sensor unit. The buyer is Volanta.
        Merriton will divest its sensor unit to Volanta.
        Volanta buys Merriton’s sensor business.
        Volanta is acquiring the rights to a sensor from Merriton for $225 million.
        Merriton’s sensor business is going to Volanta.
        Merriton’s sensor business has been acquired by Volanta.
        The sale of Merriton’s sensor business to Volanta has been completed.
        Merriton has agreed to the sale of its sensor business to Volanta.
        Volanta bought 2,100 towers from Merriton for 390 million euros.
        Merriton sold 60 gas stations to Volanta.
        Volanta won the auction for Merriton’s sensor business.
    """,
    "investment: investor Corbel Partners, investee Merriton": """
        Corbel Partners holds 22 percent of Merriton.
        Corbel Partners owns 17 percent of Merriton.
        Merriton is 60 per cent owned by Corbel Partners.
        Corbel Partners has amassed a 9% position in Merriton.
        Corbel Partners became a minority shareholder in Merriton.
        Corbel Partners has taken a minority holding in Merriton.
        Corbel Partners is buying into Merriton.
        Corbel Partners has acquired a minority stake in Merriton.
        Corbel Partners will receive 10 per cent of Merriton in return for €5m.
        Corbel Partners is investing in Merriton.
        Corbel Partners’ investment in Merriton has paid off.
        Merriton has closed a Series B round of €32m. Lead investor is Corbel Partners.
        Merriton raised $90m in a round led by Corbel Partners.
        The $90m round for Merriton was led by Corbel Partners.
        Merriton has won backing from Corbel Partners.
        Merriton attracted $90m from Corbel Partners.
        Merriton got fresh capital from Corbel Partners.
        Corbel Partners was the lead investor in Merriton’s latest round.
        Corbel Partners participated in Merriton’s latest round.
        Corbel Partners has committed to buying $60 million of new Merriton shares.
        Corbel Partners has provided Merriton with $60m.
        Corbel Partners injected $60m of fresh capital into Merriton.
        Merriton received an investment of $60m from Corbel Partners.
        Corbel Partners, an early backer of Merriton, has made a fortune.
        Merriton is backed by Corbel Partners.
        Merriton, which is backed by Corbel Partners, has 40 employees.
        Merriton, backed by Corbel Partners, has 40 employees.
        Corbel Partners increased its holding in Merriton to 9 percent.
        Corbel Partners cut its stake in Merriton to 9 percent.
        Corbel Partners is in talks to buy a stake in Merriton.
        Corbel Partners has bought a third of Merriton.
        Corbel Partners paid $90m for a 40 per cent holding in Merriton two years ago.
    """,
    "investment: investor Lothian Bank, investee Merriton": """
        Merriton has obtained a bridge loan of $150 million from Lothian Bank.
        Merriton has secured $275m in debt financing from Lothian Bank.
        Lothian Bank has promised Merriton a credit of €150m.
        Lothian Bank has withdrawn its £180m loan to Merriton.
        Merriton will borrow up to 400 million euros from Lothian Bank.
        Lothian Bank has granted Merriton a credit line of $90m.
        Merriton signed a $90m loan agreement with Lothian Bank.
        Merriton has a $90m credit line with Lothian Bank.
        Merriton has agreed a new credit facility with Lothian Bank.
        Lothian Bank will underwrite Merriton’s rights issue.
        Merriton has refinanced its debt with Lothian Bank.
        Lothian Bank agreed to extend Merriton’s loan.
        The plant is financed by a loan from Lothian Bank to Merriton.
        Lothian Bank is Merriton’s biggest lender.
    """,
    "supply: customer Volanta, supplier Merriton": """
        The engines will be supplied to Volanta by Merriton.
        The engines are supplied by Merriton under a contract with Volanta.
        Volanta has extended its contract with supplier Merriton.
        Volanta announced a contract with Merriton for the delivery of 30 engines.
        Merriton has signed a contract with Volanta to deliver 30 engines.
        Merriton landed a $90m order from Volanta.
        Merriton has bagged an order from Volanta.
        Volanta placed a $90m order with Merriton.
        Merriton will deliver 30 engines to Volanta.
        Merriton is to build 30 ships for Volanta.
        Volanta chose Merriton to build its new planes.
        Merriton was chosen to build Volanta’s new planes.
        Volanta has selected Merriton as supplier.
        Merriton’s biggest customer is Volanta, which ordered 30 engines in May.
        Merriton’s biggest customer, Volanta, has ordered 30 engines.
        Volanta’s main supplier is Merriton.
        Volanta’s main supplier, Merriton, has raised its prices.
        Merriton, Volanta’s main supplier, has raised its prices.
        Merriton, which supplies Volanta with engines, has raised its prices.
        Merriton, which supplies engines to Volanta’s plants, has raised its prices.
        Volanta will go on buying engines from Merriton for five years.
        Volanta will get its engines from Merriton.
        Volanta leases its headquarters from Merriton.
        Volanta will rent the towers back from Merriton.
        Most of the planes will be leased by Volanta from Merriton.
        Merriton’s engines will in future be built into Volanta’s planes.
        Merriton is the exclusive supplier of engines to Volanta.
        Merriton remains the sole supplier of engines to Volanta.
        Under a 15-year agreement Volanta will take the whole output of Merriton’s plant.
        Volanta has agreed to take the whole output of Merriton’s plant.
        Volanta signed a 15-year power purchase agreement with Merriton.
        Merriton signed a power purchase agreement to supply Volanta.
        Volanta has commissioned Merriton to build the plant.
        The plant is being built by Merriton for Volanta.
        Volanta’s new planes will be built by Merriton.
        Volanta’s new planes are made by Merriton.
        Volanta is equipping its planes with engines from Merriton.
        Volanta’s planes use engines from Merriton.
        Merriton lost a $90m contract with Volanta.
        Volanta terminated its contract with its supplier Merriton.
        Volanta and its supplier Merriton extended their contract by eight years.
        Volanta has switched from Corbel Partners to Merriton for its engines.
        Volanta is to pay Merriton $90m for 30 engines.
        Volanta pays Merriton $90m a year for its engines.
        Merriton charges Volanta $90m a year for its engines.
        Volanta named Merriton as its supplier of engines.
        A $90m contract for 30 engines went from Volanta to Merriton.
        Volanta had ordered 30 engines from Merriton, but cancelled the contract.
    """,
    "partnership: partner Volanta, partner Merriton": """
        Volanta and Merriton founded a joint company in 2021.
        Volanta and Merriton founded Sunfarm together in 2021.
        Volanta and Merriton are partners in a battery project.
        Volanta has partnered with Merriton on a new engine.
        Volanta and Merriton have sealed a partnership.
        Volanta renewed its partnership with Merriton.
        Volanta’s partnership with Merriton was dissolved in June.
        Volanta has entered an alliance with Merriton.
        Volanta has joined forces with Merriton.
        Volanta and Merriton will pool their engine research.
        Volanta and Merriton agreed to share their engine patents.
        Merriton, with which Volanta formed an alliance in 2022, makes chips.
        Volanta has licensed its technology to Merriton.
        Volanta holds a licence from Merriton.
        Volanta has acquired a licence for Merriton’s engine.
        Volanta ended a licensing agreement with Merriton.
        Volanta is collaborating with Merriton to develop an engine.
        Volanta is developing an engine together with Merriton.
        Volanta is developing an engine with Merriton.
        Volanta and Merriton run a joint venture in Spain.
        Volanta and Merriton are to set up a joint laboratory.
        Volanta has struck a partnership with Merriton.
        Volanta’s alliance with Merriton is three years old.
        The joint venture between Volanta and Merriton employs 90 people.
        Volanta’s joint venture with Merriton employs 90 people.
        Volanta distributes Merriton’s engines in Canada.
        Volanta and Merriton signed a memorandum of understanding.
        Volanta signed a letter of intent with Merriton.
        Volanta and Merriton unveiled a strategic partnership.
        Volanta quit its joint venture with Merriton.
        Volanta has pulled out of a joint venture with Merriton.
        Volanta linked up with Merriton to build batteries.
        Volanta has tied up with Merriton in batteries.
    """,
    "merger: partner Volanta, partner Merriton": """
        Volanta has merged with Merriton.
        Volanta and Merriton have announced their merger.
        Volanta and Merriton entered into a definitive merger agreement.
        Volanta and Merriton are exploring a merger.
        Volanta and Merriton are to combine.
        Volanta is combining with Merriton.
        Volanta and Merriton want to combine their businesses.
        Volanta and Merriton are considering a tie-up.
        The merger of Volanta and Merriton was completed in May.
        Merriton’s merger with Volanta was completed in May.
        Volanta and Merriton scrapped their planned merger.
        Volanta’s shareholders voted for the merger with Merriton.
        A combination of Volanta and Merriton would have sales of $31 billion.
    """,
    "negotiation: partner Volanta, partner Merriton": """
        Volanta and Merriton have resumed talks.
        Volanta confirmed that it was talking to Merriton.
        Volanta is in exclusive talks with Merriton.
        Discussions between Volanta and Merriton are at an early stage.
        Volanta is holding discussions with Merriton.
        Volanta has had talks with Merriton.
        Merriton confirmed talks with Volanta.
        Volanta denied being in talks with Merriton.
        Volanta has entered into exclusive negotiations with Merriton.
        Volanta’s talks with Merriton have stalled.
        Negotiations with Merriton are continuing, Volanta said.
    """,
}
"""Kind and parties in their roles → sentences that tell that deal and no other one."""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [(s, told) for told, block in TOLD.items() for s in sentences(block)],
)
def test_a_deal_is_told_in_more_ways(sentence, told):
    """Places, idioms, nouns of roles and descriptions give kind and parties."""
    kind, _, parties = told.partition(": ")
    assert deals_in(sentence) == {(kind, frozenset(parties.split(", ")))}
