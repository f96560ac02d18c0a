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
        Following its acquisition by Volanta, Merriton cut 90 jobs.
        Since its takeover of Merriton, Volanta has cut 90 jobs.
        Merriton is in talks to be acquired by Volanta.
        Merriton agreed to sell itself to Volanta for $3bn.
        Volanta’s courtship of Merriton has ended.
        Volanta has its eye on Merriton.
        Volanta has set its sights on Merriton.
        Volanta completed the takeover of its rival Merriton.
        Volanta stands to acquire Merriton for a song.
        Volanta is on the hunt again. On Monday the airline bought Merriton for $90m.
        Volanta is on the hunt again. On Monday it snapped up Merriton for $90m.
        Volanta wants to grow in chips. Last week the carrier offered $90m for Merriton.
        The British airline Volanta has grown fast. In 2021 the British group acquired Merriton.
        Merriton has a new owner. Volanta bought the chip company for $90m.
        Merriton has a new owner. The chip company was bought by Volanta.
        Merriton has a new owner. It was sold to Volanta for $90m.
        Volanta chief executive Jane Holm said she had agreed to buy Merriton.
        Volanta’s chief executive, Jane Holm, said the airline would buy Merriton.
        Jane Holm, the boss of Volanta, has bought Merriton for $90m.
        Volanta, which flies to 90 cities, has agreed to buy Merriton.
        Volanta, founded in 1998 by Jane Holm, is to acquire Merriton.
        Volanta, a family-owned airline from Cork, has taken over Merriton.
        With the purchase of Merriton, Volanta enters a new market.
        By buying Merriton, Volanta enters a new market.
        Volanta enters a new market with the purchase of Merriton.
        Volanta will enter the chip market by acquiring Merriton.
        Merriton will become part of Volanta.
        In a deal worth $90m, Volanta will acquire Merriton.
        In its biggest deal yet, Volanta is buying Merriton.
        Volanta first bid for Merriton in 2019.
        In 2019 Merriton had rejected an offer from Volanta.
        Merriton once rejected a bid of $90m by Volanta.
        Volanta has been cleared to buy Merriton.
        Volanta received clearance for its takeover of Merriton.
        The Volanta takeover of Merriton has been cleared.
        Merriton shareholders have approved the sale to Volanta.
        Merriton’s board recommended the offer by Volanta.
        Volanta sweetened its offer for Merriton.
        Volanta will not raise its bid for Merriton.
        Volanta let its bid for Merriton lapse.
        Volanta has denied that it is planning to take over Merriton.
        Volanta has no plans to buy Merriton, it said.
        Volanta ruled out a bid for Merriton.
        A takeover of Merriton by Volanta is off the table.
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
        Volanta acquired Merriton last year. The seller, Corbel Partners, had owned it since
          2009.
        Corbel Partners is selling Merriton. The buyer is Volanta.
        Volanta will acquire Merriton from its owner, Corbel Partners.
        Corbel Partners has put an end to speculation: it is selling Merriton to Volanta.
        Corbel Partners, which has owned Merriton since 2009, is selling it to Volanta.
        Merriton’s owner, Corbel Partners, has sold the chip company to Volanta.
        Corbel Partners has owned Merriton since 2009. Now it is selling the chip company to
          Volanta.
        Merriton’s owner Corbel Partners is selling it to Volanta.
        Volanta is buying Merriton, a chip company, from Corbel Partners.
        Volanta is buying chip company Merriton from the investor Corbel Partners for $90m.
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
        Merriton has sold its stake-holding arm to Volanta.
        Merriton sold a factory in Spain to Volanta for $90m.
        Volanta acquired a factory in Spain from Merriton.
        Volanta has agreed to pay $90m for Merriton’s sensor division.
        Volanta picked up a sensor unit from Merriton.
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
        Merriton counts Corbel Partners among its investors.
        Merriton is backed by Corbel Partners.
        Merriton, which is backed by Corbel Partners, has 40 employees.
        Merriton, backed by Corbel Partners, has 40 employees.
        Corbel Partners increased its holding in Merriton to 9 percent.
        Corbel Partners cut its stake in Merriton to 9 percent.
        Corbel Partners is in talks to buy a stake in Merriton.
        Corbel Partners has bought a third of Merriton.
        Corbel Partners paid $90m for a 40 per cent holding in Merriton two years ago.
        Merriton needs money. Corbel Partners is putting in $90m.
        Merriton has raised fresh money. The $90m come from Corbel Partners.
        Merriton has a new shareholder. Corbel Partners bought 10 percent of the company.
        Merriton has a new shareholder: Corbel Partners has acquired 10 percent of the shares.
        Merriton said Corbel Partners would take a stake of 10 percent.
        Merriton announced that Corbel Partners was taking a 10 percent stake.
        Merriton raised $90m. The round was led by Corbel Partners.
        Merriton raised $90m, with Corbel Partners leading the round.
        Corbel Partners, which invested in Merriton in 2019, has sold nothing.
        Corbel Partners first invested in Merriton in 2019.
        Corbel Partners took a stake in the chip company Merriton in 2019.
        Corbel Partners wants to invest in Merriton.
        Corbel Partners is in talks to invest in Merriton.
        Merriton is seeking $90m from Corbel Partners.
        The start-up Merriton has collected $90m from Corbel Partners.
        Merriton secured seed funding of $9m from Corbel Partners.
        Corbel Partners has poured $90m into Merriton.
        Corbel Partners is to become the largest shareholder in Merriton.
        Corbel Partners’ 10 percent stake in Merriton is worth $90m.
        Corbel Partners is building a stake in Merriton.
        Corbel Partners has disclosed a 9 percent stake in Merriton.
        Corbel Partners has quietly amassed 9 percent of Merriton.
        Corbel Partners will own 18% of Merriton after the deal.
        Corbel Partners has invested £9m in Merriton and holds 18% of it.
        Corbel Partners exercised an option to buy 10 percent of Merriton.
        Corbel Partners has an option on 10 per cent of Merriton.
        Merriton issued new shares to Corbel Partners for $90m.
        Merriton will sell new shares worth $90m to Corbel Partners.
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
        Merriton is building a plant. Lothian Bank is lending it $90m.
        Merriton is building a plant. The $90m loan comes from Lothian Bank.
        Merriton is building a plant with a loan of $90m from Lothian Bank.
        Merriton’s loan from Lothian Bank falls due next year.
        Merriton has to repay a $90m loan to Lothian Bank.
        Merriton has drawn on a credit line with Lothian Bank.
        Merriton has received a $90m loan from Lothian Bank.
        Lothian Bank has turned down Merriton’s request for a loan.
        Lothian Bank approved a loan of $90m for Merriton.
        Merriton took out a $90m loan with Lothian Bank.
        Merriton took out a loan of $90m from Lothian Bank.
        Lothian Bank is providing $90m of debt to Merriton.
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
        Volanta will stock Merriton’s engines in its shops.
        Volanta sells Merriton’s phones in its shops.
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
        Volanta’s website is run by Merriton.
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
        Volanta has ordered 30 engines. They will be made by Merriton.
        Volanta has ordered 30 engines. The supplier is Merriton.
        Volanta needs 30 engines. Merriton will deliver them from May.
        Volanta has ordered 30 engines, which Merriton will deliver from May.
        Volanta has ordered 30 engines, to be delivered by Merriton from May.
        Volanta wants 30 engines. It has ordered them from Merriton.
        Merriton has found a customer for its engines: Volanta has ordered 30.
        Merriton has won Volanta as a customer.
        Merriton has signed up Volanta as a customer.
        Merriton has gained Volanta as a customer for its engines.
        Merriton has lost Volanta as a customer.
        Merriton’s customers include Volanta.
        Merriton counts Volanta among its customers.
        Volanta counts Merriton among its suppliers.
        Merriton announced an order from Volanta for 30 engines worth $90m.
        Merriton, which makes engines for Volanta, cut jobs.
        The chip company Merriton supplies the airline Volanta with engines.
        Merriton will in future supply Volanta.
        Merriton has been supplying Volanta since 2019.
        Merriton supplies Volanta, among others.
        Merriton has stopped supplying Volanta.
        Merriton’s contract to supply Volanta with engines runs out in May.
        The contract between Volanta and its supplier Merriton runs out in May.
        Volanta’s contract with the chip company Merriton runs out in May.
        Volanta’s order for 30 engines from Merriton is worth $90m.
        Volanta’s order went to Merriton.
        Volanta gave the order to Merriton.
        Volanta handed Merriton a $90m contract.
        Volanta has awarded a $90m contract to Merriton.
        Volanta awarded the contract for its new engines to Merriton.
        The contract for Volanta’s new engines was awarded to Merriton.
        The contract for Volanta’s new engines went to Merriton.
        Merriton has been awarded a contract by Volanta.
        Merriton has been hired by Volanta to build the plant.
        Volanta hired Merriton for the construction of its plant.
        Merriton will build a plant for Volanta.
        Merriton will run Volanta’s data centres.
        Volanta had its engines made by Merriton.
        Volanta has taken ten planes on lease from Merriton.
        Merriton leases ten planes to Volanta.
        Volanta is leasing ten planes from lessor Merriton.
        Volanta will buy up to 2,000 engines from Merriton over four years.
        Volanta is buying Merriton’s engines.
        Volanta, which buys its engines from Merriton, has cut jobs.
        Volanta, which has ordered 30 engines from Merriton, has cut jobs.
        Volanta cut its order with Merriton by half.
        Volanta has dropped Merriton as its supplier.
        Volanta has replaced Corbel Partners with Merriton as its supplier.
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
        Volanta is looking for partners. It has founded a joint venture with Merriton.
        Volanta and Merriton know each other well. The two companies have run a joint venture
          since 2019.
        Volanta and Merriton know each other well. The pair have run a joint venture since 2019.
        Volanta and Merriton know each other well. They formed an alliance in 2019.
        Volanta and Merriton have been partners since 2019.
        Volanta has been a partner of Merriton since 2019.
        Volanta’s partner Merriton has cut jobs.
        Volanta has ended its partnership with the chip company Merriton.
        Volanta signed a deal with Merriton to develop engines together.
        Volanta has granted Merriton a licence for its engine until 2040.
        Merriton obtained a licence from Volanta for its engine.
        Merriton has taken a licence for Volanta’s engine.
        Merriton produces the engine under licence from Volanta.
        Volanta’s cooperation with Merriton is to be extended.
        Volanta and Merriton have agreed to cooperate.
        Volanta and Merriton agreed on a strategic alliance.
        Volanta is planning a joint venture with Merriton.
        Volanta has a joint venture with Merriton.
        The joint venture with Merriton cost Volanta $90m.
        The partnership between Volanta and Merriton was dissolved.
        The partners Volanta and Merriton have fallen out.
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
        Volanta has a new partner. The airline is to merge with Merriton.
        Volanta and Merriton want to merge. The two companies will have sales of $90m.
        Volanta and Merriton were to merge, but the plan collapsed.
        Regulators have cleared the merger of Volanta and Merriton.
        Volanta confirmed that it was considering a merger with Merriton.
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
        Volanta is looking for a partner. It is in talks with Merriton.
        Volanta is looking for a partner. Talks with Merriton have begun.
        Volanta confirmed that there had been talks with Merriton.
        Volanta and Merriton have been in talks since May.
        Volanta and Merriton have broken off their talks.
        After talks with Merriton, Volanta cut its forecast.
    """,
    "acquisition: acquirer Volanta, acquirer Corbel Partners, target Merriton": """
        Volanta and Corbel Partners have jointly acquired Merriton.
        A consortium of Volanta and Corbel Partners has bought Merriton.
        Volanta and Corbel Partners made a joint bid for Merriton.
        Volanta, together with Corbel Partners, has bought Merriton.
        Volanta and Corbel Partners are the new owners of Merriton.
        Volanta and Corbel Partners acquired Merriton in 2016.
    """,
}
"""Kind and parties in their roles → sentences that tell that deal and no other one."""
NO_DEALS = """
    Volanta and Merriton are both owned by families.
    Volanta is bigger than Merriton, which was founded in 1998.
    Volanta has hired Jane Holm from Merriton as its finance chief.
    Jane Holm left Volanta for Merriton.
    Volanta overtook Merriton as the biggest airline.
    Volanta’s shares rose 3% and Merriton’s fell 2%.
    Analysts at Corbel Partners expect Volanta to grow.
    Volanta buys steel from several suppliers. Merriton does too.
    Volanta cut its stake in a rival. Merriton declined to comment.
    Volanta is in talks with several banks. Merriton declined to comment.
    Volanta is in talks with its lenders, while Merriton is hiring.
    Merriton is advised by Corbel Partners.
    Volanta is advised by Lothian Bank and Merriton by Corbel Partners.
    Volanta has asked Lothian Bank to find a buyer for its sensor unit.
    Merriton has taken Volanta to court.
    Volanta has applied for the same licence as Merriton.
    Volanta and Merriton have raised their prices.
    Volanta followed Merriton in raising prices.
    Customers of Volanta have switched to Merriton.
    Volanta will compete with Merriton for orders.
    Volanta, like Merriton, sells chips to carmakers.
    Volanta is a rival of Merriton.
    Volanta said demand from customers such as Merriton was weak.
    Like Merriton, Volanta has raised money this year.
    Volanta has bought back shares, as has Merriton.
    Lothian Bank raised its rating of Volanta, and cut that of Merriton.
    Volanta was founded in 1998 by a former manager of Merriton.
    Volanta lost the contract that Merriton had also wanted.
    The union called on Volanta and Merriton to negotiate.
    A spokesman for Volanta declined to comment on Merriton.
    Volanta ranks second behind Merriton.
    Neither Volanta nor Merriton wanted to comment.
    Volanta took market share from Merriton.
    Volanta invested $90m in a new plant near Merriton’s.
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [(s, told) for told, block in TOLD.items() for s in sentences(block)],
)
def test_a_deal_is_told_in_more_ways(sentence, told):
    """Places, idioms, nouns of roles and descriptions give kind and parties."""
    kind, _, parties = told.partition(": ")
    assert deals_in(sentence) == {(kind, frozenset(parties.split(", ")))}


@pytest.mark.parametrize("sentence", sentences(NO_DEALS))
def test_what_is_no_deal(sentence):
    """Words of dealing that tell of no deal between two companies."""
    assert deals_in(sentence) == set()
