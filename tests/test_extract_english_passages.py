"""English deals of several sentences: who is meant, whose turn it is, what belongs together."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

PASSAGES = """
    Danish pump maker Aquilo has been bought by the Swiss group Brennwald for 90 million
    euros, the companies said on Monday. The seller is the investor Skagen Partners, which had
    acquired Aquilo in 2017. Brennwald will finance the purchase with a loan from Credit
    Vaudois.
    = acquisition: acquirer Brennwald, seller Skagen Partners, target Aquilo
    = acquisition: acquirer Skagen Partners, target Aquilo
    = investment: investee Brennwald, investor Credit Vaudois

    Bicycle maker Velora said it had ordered gears from Kitami of Japan and tyres from the
    German company Reifen Berg. The orders are worth $12m.
    = supply: customer Velora, supplier Kitami
    = supply: customer Velora, supplier Reifen Berg

    Velora, which is owned by the fund Meerland, already supplies the discounter Save Well and
    the mail order firm Hartmoor.
    = acquisition: acquirer Meerland, target Velora
    = supply: customer Hartmoor, supplier Velora
    = supply: customer Save Well, supplier Velora

    Insurer Pentland is in talks to sell its pet business to rival Mallory. A deal could be
    announced this week, people close to the matter said. Mallory bought the German insurer
    Haustier Direkt only last year.
    = acquisition: acquirer Mallory, seller Pentland
    = acquisition: acquirer Mallory, target Haustier Direkt

    Pentland sold its travel arm to Corriedale in 2021 and its car business to Mallory a year
    later.
    = acquisition: acquirer Corriedale, seller Pentland
    = acquisition: acquirer Mallory, seller Pentland

    The brewer Holmwood has raised £20m from the venture firm Sycamore Lane. It will use the
    money to buy the cider maker Orchard Gate.
    = acquisition: acquirer Holmwood, target Orchard Gate
    = investment: investee Holmwood, investor Sycamore Lane

    Software group Datalane and consultancy Meridiana have formed a joint venture to run
    hospitals’ computers. The first customer is the clinic chain Sanitas Nord.
    = partnership: partner Datalane, partner Meridiana

    Steelmaker Ferrox has lost its biggest customer. The carmaker Tessera will in future buy
    its steel from Hüttenwerke Saar.
    = supply: customer Tessera, supplier Hüttenwerke Saar

    Wind farm developer Breeze & Sons has sold a stake of 49 percent in its Dogger project to
    the pension fund Meerland. Turbines for the project will come from Vestholm.
    = investment: investor Meerland, seller Breeze & Sons
    = supply: customer Breeze & Sons, supplier Vestholm

    Drugmaker Pharmos will pay the start-up Lyrabio $40m for the rights to a skin cream. The
    two companies have worked together since 2019.
    = partnership: partner Lyrabio, partner Pharmos
    = supply: customer Pharmos, supplier Lyrabio

    Budget airline Fairjet is in talks with the lessor Skylease about 12 aircraft. It
    cancelled an order with the manufacturer Aerion in spring.
    = negotiation: partner Fairjet, partner Skylease
    = supply: customer Fairjet, supplier Aerion

    Lender Union Tyne said it would not extend its loan to the department store chain
    Castleford. The chain is now in talks with the hedge fund Saltwater.
    = investment: investee Castleford, investor Union Tyne
    = negotiation: partner Castleford, partner Saltwater

    In March the toy company Bauble acquired the licence for the film from studio Moonrise. It
    will be marketed together with the games company Rook & Pawn.
    = partnership: partner Bauble, partner Moonrise
    = partnership: partner Bauble, partner Rook & Pawn

    Catering group Feastly has been awarded a five-year contract by the airport operator
    Aerohub. The previous supplier, Gusto, had lost the contract because of strikes.
    = supply: customer Aerohub, supplier Feastly
    = supply: customer Aerohub, supplier Gusto

    Cement maker Rockwell Grey is to merge with its Greek rival Hellas Stone. Rockwell’s
    largest shareholder, the investor Kestrel, supports the plan.
    = merger: partner Hellas Stone, partner Rockwell Grey

    Electric van maker Voltwagon has signed a deal to supply 2,000 vans to the parcel company
    Swiftly. Swiftly will also take a 5 percent stake in the start-up.
    = investment: investee Voltwagon, investor Swiftly
    = supply: customer Swiftly, supplier Voltwagon

    The publisher Dale & Moor has bought the magazine publisher Bright Pages from the media
    group Axiom, which is concentrating on television. Axiom had paid £30m for Bright Pages in
    2015.
    = acquisition: acquirer Axiom, target Bright Pages
    = acquisition: acquirer Dale & Moor, seller Axiom, target Bright Pages

    Miner Coldwater has agreed to provide the battery maker Ampere with lithium for ten years.
    Ampere will lend Coldwater $60m to expand its mine.
    = investment: investee Coldwater, investor Ampere
    = supply: customer Ampere, supplier Coldwater

    Hotel chain Palmetto is considering a bid for its rival Sundowner, Bloomberg reported.
    Sundowner, whose main shareholder is the fund Kestrel, said it had received no offer.
    = acquisition: acquirer Palmetto, target Sundowner

    Private equity firms Ashfield and Corvin Capital are preparing a joint bid for the
    laboratory chain Medilab, which could be worth up to 2 billion euros. Medilab’s current
    owner, Ember Hill, declined to comment.
    = acquisition: acquirer Ashfield, acquirer Corvin Capital, target Medilab

    A court has cleared the way for the sale of the insolvent tour operator Sunway to the
    Turkish group Anadolu Tur. Sunway’s brands in the Netherlands go to Reisland.
    = acquisition: acquirer Anadolu Tur, target Sunway
    = acquisition: acquirer Reisland, seller Sunway

    Shoemaker Strider raised its stake in the sports retailer Trackside to 40 percent, buying
    a further 10 percent from the founder. Trackside sells Strider’s running shoes in 300
    shops.
    = investment: investee Trackside, investor Strider
    = supply: customer Trackside, supplier Strider

    Parcel group Swiftly to buy Dutch rival Pakketje for €240m.
    = acquisition: acquirer Swiftly, target Pakketje

    BRUSSELS - Belgium’s Meuse Chimie has walked away from talks to buy the paint business of
    Britain’s Calder Group, two sources said. The Belgian company had offered 300 million
    euros. Calder is now expected to reopen discussions with Sherburn Paints of the United
    States, which had been interested last year.
    = acquisition: acquirer Meuse Chimie, seller Calder Group
    = negotiation: partner Calder Group, partner Sherburn Paints

    Meuse Chimie, whose owner is the Dutch investment firm Polderland, sold its fertiliser
    plant to Agrifex in January.
    = acquisition: acquirer Agrifex, seller Meuse Chimie

    "The offer from Calder was too low," said Marta Ruiz, chief executive of the toolmaker
    Ferrum. She confirmed that Ferrum was talking to other companies, including the Austrian
    group Alpenstahl.
    = acquisition: acquirer Calder, target Ferrum
    = negotiation: partner Alpenstahl, partner Ferrum

    Datalane shares rose 5%. The company had only last week lost the bank Litas as a customer.
    = supply: customer Litas, supplier Datalane

    A takeover of Drivetec by Daehan has been ruled out by both sides.
    = acquisition: acquirer Daehan, target Drivetec

    Travel company Sunway has raised 40 million euros by selling new shares to its main
    shareholder, the fund Meerland. Meerland now holds 62 percent.
    = investment: investee Sunway, investor Meerland

    Budget airline Fairjet ordered 50 aircraft from Aerion on Monday, with options for 50
    more. The engines will come from Turbomar.
    = supply: customer Fairjet, supplier Aerion
    = supply: customer Fairjet, supplier Turbomar

    The energy company Nordgas has let a contract for two ships to the yard Brattland. They
    are to be delivered in 2028 and will be financed by DNV Bank.
    = supply: customer Nordgas, supplier Brattland

    Meanwhile the Finnish utility Pohjola Voima has pulled out of a wind project with Nordgas.
    = partnership: partner Nordgas, partner Pohjola Voima

    Toy company Bauble’s takeover of games company Rook & Pawn is complete. Bauble paid $30m,
    a third of it in shares.
    = acquisition: acquirer Bauble, target Rook & Pawn

    Clinic operator Sanitas Nord has turned to Lothbury Bank for a loan of up to £60m.
    = investment: investee Sanitas Nord, investor Lothbury Bank

    Brewer Holmwood will be stocked by the supermarket chain Garnet from June.
    = supply: customer Garnet, supplier Holmwood

    Norair ordered 12 jets from Embravia in spring and has options on eight more. The order
    was placed through the lessor Jetlease.
    = supply: customer Norair, supplier Embravia

    Steel trader Ferrostahl sells half of its output to Schiffbau Ost. The yard has now
    cancelled the contract.
    = supply: customer Schiffbau Ost, supplier Ferrostahl

    Rocketeer is backed by the venture fund Lift Capital and the aerospace group Aerion.
    = investment: investee Rocketeer, investor Aerion, investor Lift Capital

    The family-owned toolmaker Zange is bringing in a partner. Investor Eiche Kapital will get
    40 percent of the shares in return for an injection of €25m.
    = investment: investee Zange, investor Eiche Kapital

    Chemicals group Basilea will not exercise its option to buy the remaining 49 percent of
    its joint venture with Korea’s Hwahak.
    = partnership: partner Basilea, partner Hwahak

    The Danish jeweller Perlen has opened talks with lenders after missing an interest
    payment, people familiar with the situation said. Its biggest lender, Aarhus Bank, is
    prepared to wait until the autumn.
    = investment: investee Perlen, investor Aarhus Bank

    Perlen bought its British competitor Carat & Co for £45m in 2019, a purchase that analysts
    now describe as a mistake.
    = acquisition: acquirer Perlen, target Carat & Co

    Turbine maker Vindkraft has signed a framework agreement with the Spanish developer
    Solviento under which it will deliver up to 120 turbines by 2030.
    = supply: customer Solviento, supplier Vindkraft

    Israeli start-up Kolumbus has agreed to be bought by the American defence company Bulwark
    for $310 million. The deal will give investors including Negev Ventures a fivefold return.
    = acquisition: acquirer Bulwark, target Kolumbus

    Voltaire will invest the proceeds in wind farms. It recently agreed to build one off
    Brittany with the Danish company Havmølle.
    = partnership: partner Havmølle, partner Voltaire

    Airport operator Aerodromo has awarded the construction of its second terminal to the
    builder Hormigon. The Chinese company Da Lu, which had submitted the cheapest offer, plans
    to appeal.
    = supply: customer Aerodromo, supplier Hormigon

    In Portugal the hotel group Pousada is said to be about to buy eight hotels from the
    insolvent chain Solmar, the newspaper O Jornal reports. The price is put at 70 million
    euros.
    = acquisition: acquirer Pousada, seller Solmar

    The American printer maker Inkwave is in advanced discussions to acquire its Japanese
    supplier Tonaru, two sources said. Tonaru makes half of Inkwave’s cartridges.
    = acquisition: acquirer Inkwave, target Tonaru
    = supply: customer Inkwave, supplier Tonaru

    Farm machinery maker Erntetech has secured a five-year credit line of 150 million euros
    from five banks led by Agrarbank.
    = investment: investee Erntetech, investor Agrarbank

    Furniture retailer Holzhaus has sold its Polish stores to the Czech chain Nabytek, it
    announced on Tuesday. Nabytek will pay 75 million euros and take on all 900 employees.
    = acquisition: acquirer Nabytek, seller Holzhaus

    Holzhaus had entered Poland in 2011 by acquiring the local company Meblomax for 40 million
    euros.
    = acquisition: acquirer Holzhaus, target Meblomax

    Drone company Skyhawk raised $80 million in new funding on Wednesday, valuing it at $1
    billion. The round was led by Granite Peak, with participation from existing investors
    Lakehouse and Ember Fund.
    = investment: investee Skyhawk, investor Ember Fund, investor Granite Peak, investor
      Lakehouse

    The British government has blocked the sale of radar maker Sentrica to the Chinese group
    Longshan on national security grounds.
    = acquisition: acquirer Longshan, target Sentrica

    Sentrica’s owner, the buyout group Palisade, said it was disappointed. It bought the
    company in 2018 from the defence group Bulwark.
    = acquisition: acquirer Palisade, seller Bulwark, target Sentrica

    Shares in cable operator Telenordia rose as much as 12 percent after the mobile company
    Cellis said it was considering a cash offer. Cellis already owns 24 percent of Telenordia.
    = acquisition: acquirer Cellis, target Telenordia
    = investment: investee Telenordia, investor Cellis

    Olive oil producer Aceites Lucena will become part of the food group Huerta. The family
    will receive 15 percent of Huerta’s shares and 30 million euros in cash.
    = acquisition: acquirer Huerta, target Aceites Lucena

    Cruise line Oceanica has cancelled the order for its fourth ship with the Italian yard
    Cantieri Liguri. The yard said it would demand compensation.
    = supply: customer Oceanica, supplier Cantieri Liguri

    Battery maker Voltix and mining company Kupfermann have agreed to develop a lithium mine
    in Serbia together. Voltix will get half of the lithium, and the rest will be sold to the
    chemicals company Basilea.
    = partnership: partner Kupfermann, partner Voltix

    Gym operator Fitbarn is taking over the 28 studios of its bankrupt competitor Musclehall.
    The administrator chose Fitbarn’s bid over one from the investor Ironwood.
    = acquisition: acquirer Fitbarn, seller Musclehall

    The Japanese trading house Marusan has agreed to buy a 40% stake in the Brazilian coffee
    exporter Cafezal for an undisclosed amount. Cafezal’s other shareholders are the Oliveira
    family and the bank Banco Paulista.
    = investment: investee Cafezal, investor Marusan

    Vantage Rail in exclusive talks over Dutch operator. Vantage Rail confirmed on Wednesday
    that it had entered into exclusive discussions with Randstad Holding about the purchase of
    its train operating subsidiary, Polderlijn. The price could reach €900m, it added. The
    deal would make Vantage the largest private rail company in the Benelux region. Rival
    bidder Comet Mobility was informed on Tuesday that its offer had not been successful.
    Vantage said it would fund the acquisition with a rights issue underwritten by Castle
    Bank. The Qatari investor Doha Rail Fund, which owns 14 per cent of Vantage, has promised
    to take up its share. Randstad declined to comment beyond confirming the talks. It had
    bought Polderlijn from the Dutch state in 2009.
    = acquisition: acquirer Vantage Rail, seller Randstad Holding, target Polderlijn
    = acquisition: acquirer Comet Mobility, target Polderlijn
    = investment: investee Vantage Rail, investor Castle Bank
    = acquisition: acquirer Randstad Holding, target Polderlijn

    Drone start-up Kitewing raises $120m. NEW YORK - Kitewing, which builds delivery drones,
    said Tuesday that it raised $120 million in a Series D round co-led by Northgate Growth
    and the logistics company Parcelway. Existing investors Basecamp Ventures and Sutter
    Street also joined. Parcelway will not only invest but also buy 2,000 drones, to be
    delivered by the end of next year. Kitewing's chief executive, Noor Haddad, said the
    company had turned down an acquisition offer from retailer Bigbarn last fall. "We want to
    build this ourselves," she said. Bigbarn has since teamed up with Kitewing's competitor
    Swiftlet. The two companies are testing drones in Texas.
    = investment: investee Kitewing, investor Basecamp Ventures, investor Northgate Growth,
      investor Parcelway, investor Sutter Street
    = supply: customer Parcelway, supplier Kitewing
    = acquisition: acquirer Bigbarn, target Kitewing
    = partnership: partner Bigbarn, partner Swiftlet

    Miner Goldrush Peak ends Brightwater venture. Australian miner Goldrush Peak is pulling
    out of its lithium joint venture with Brightwater Resources and will sell its half of the
    project to the Chinese battery group Sunlong for A$310 million. Sunlong has been
    Brightwater's main customer since 2021, taking two thirds of its output. The purchase
    requires the approval of the foreign investment board, which blocked Sunlong's bid for
    Outback Lithium two years ago. Brightwater, which had a right of first refusal, said it
    would not exercise it. The company is instead negotiating a loan of A$200 million with
    Western Credit. Goldrush Peak wants to use the proceeds to pay down the debt it took on to
    buy the gold producer Kimber Creek.
    = partnership: partner Brightwater Resources, partner Goldrush Peak
    = acquisition: acquirer Sunlong, seller Goldrush Peak
    = supply: customer Sunlong, supplier Brightwater Resources
    = acquisition: acquirer Sunlong, target Outback Lithium
    = investment: investee Brightwater Resources, investor Western Credit
    = acquisition: acquirer Goldrush Peak, target Kimber Creek

    AI start-up Corvid has signed a $12bn contract with the data centre group Basalt Compute,
    which in turn is 8 per cent owned by chipmaker Lattix. Lattix is also one of Corvid's
    biggest backers: it put $3bn into the start-up last year.
    = supply: customer Corvid, supplier Basalt Compute
    = investment: investee Basalt Compute, investor Lattix
    = investment: investee Corvid, investor Lattix
"""
"""Passages, each with its deals behind `=`: the kind, then the parties in their roles."""


def told(block):
    """(passage, deals) of a block of lines."""
    text, *deals = " ".join(line.strip() for line in block.splitlines()).split(" = ")
    pairs = (deal.split(": ", 1) for deal in deals)
    return text, {(kind, frozenset(parties.split(", "))) for kind, parties in pairs}


@pytest.mark.parametrize(("text", "deals"), [told(b) for b in PASSAGES.strip().split("\n\n")])
def test_deals_of_a_passage_are_found(text, deals):
    """All of them, with all parties in their roles, and no other one."""
    found = load("rules").extract(Article.from_text("x", text)).deals
    assert {(d.kind, frozenset(f"{p.role} {p.name}" for p in d.parties)) for d in found} == deals
