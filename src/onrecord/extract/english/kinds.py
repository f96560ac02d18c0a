"""English words beside names: offices, kinds of companies and media, places, what is no company."""

from typing import Final

from onrecord.extract.english.words import FUNCTION
from onrecord.extract.tokens import recalled

TITLES: Final = frozenset(
    """
    ceo cfo coo cto cio chief executive chairman chairwoman chair chairperson president founder
    co-founder cofounder analyst analysts spokesman spokeswoman spokesperson minister director
    manager head boss professor economist officer partner strategist secretary commissioner owner
    lawyer investor vice-president treasurer administrator receiver trustee banker broker judge
    senator governor mayor inventor billionaire tycoon entrepreneur engineer consultant chef editor
    editor-in-chief publisher-in-chief adviser advisor trader economists mathematician physicist
    chemist scientist researcher farmer captain general principal dean heir heiress
    general-secretary deputy managing executive-director financier barrister attorney solicitor
    co-chief co-chair predecessor successor widow actor actress author campaigner activist
    negotiator strategists prime chancellor king queen prince princess shareholder designer
    """.split()
)
"""Offices and callings that stand before or behind a person's name."""
DUTIES: Final = frozenset(
    """
    financial operating technology information marketing legal product commercial risk people
    executive investment scientific medical strategy data sustainability
    """.split()
)
"""Between `Chief` and `Officer`."""
HONORIFICS: Final = frozenset("mr mrs ms miss dr sir lord lady dame baroness prof".split())
KIND_ENDS: Final = (
    "maker", "makers", "company", "group", "giant", "startup", "start-up", "firm", "bank", "rival",
    "retailer", "supplier", "operator", "developer", "insurer", "brewer", "airline", "fund",
    "builder", "lender", "provider", "manufacturer", "producer", "competitor", "subsidiary",
    "publisher", "utility", "broker", "conglomerate", "chain", "landlord", "lessor", "distributor",
    "importer", "exporter", "shipbuilder", "wholesaler", "grocer", "miner", "refiner", "driller",
    "investor", "owner", "owners", "house", "vehicle", "business", "venture", "outfit",
    "specialist", "platform", "studio", "brand", "label", "buyer", "bidder", "suitor", "parent",
    "contractor", "consultancy", "agency", "hauler", "haulier", "carrier", "caterer", "line",
    "mill", "foundry", "smelter", "smelters", "packer", "grower", "trader", "vendor", "reseller",
    "seller", "dealer", "dealership", "exchange", "cooperative", "co-operative", "consortium",
    "partnership", "corporation", "multinational", "unicorn", "heavyweight", "upstart", "veteran",
    "shipper", "processor", "designer", "engineer", "integrator", "association", "hotelier",
    "bookmaker", "franchise", "franchisee", "licensee", "tenant", "customer", "partner", "boutique",
    "laboratory", "lab", "clinic", "hospital", "hospitals", "yard", "shipyard", "winery",
    "distillery", "dairy", "bakery", "unit", "arm", "division", "app", "service", "services", "hub",
    "titan", "player", "stalwart", "stablemate", "newcomer", "challenger", "creditor", "financier",
    "called", "storage", "wizard", "depositor", "shop", "marketplace", "network", "charity",
    "discounter", "jeweller", "jeweler", "supermarket", "brewery", "caterer", "telecoms", "biotech",
    "fintech", "insurtech", "spin-off", "spinout", "scale-up", "holding", "refinery", "charterer",
    "recycler", "assembler", "florist", "pharmacist", "pharmacy", "cinema", "wholesalers",
    "roaster", "distiller", "store", "winemaker", "vineyard", "insurance", "roastery", "weaver",
    "spinner", "tannery", "sawmill", "quarry", "publishing", "railway", "railroad", "canteen",
    "backer", "sponsor", "underwriter", "maltster", "confectioner", "tobacconist", "furrier",
    "engraver", "tanner", "roofer", "dredger", "plantation", "publishers", "zoo", "museum",
    "theatre", "theater", "organiser", "organizer", "printer", "outfitter", "auctioneer",
    "launderer", "packager", "fabricator", "installer", "franchiser", "franchisor", "undertaker",
    "cutler", "shipowner", "streamer", "reinsurer", "canner", "bottler", "miller", "foundation",
    "stationer", "ironmonger", "chandler", "haberdasher",
    "milliner", "saddler", "glazier", "upstart", "shipbreaker", "trust", "manager",
    "industry", "works", "plant", "factory", "farm", "site",
)  # fmt: skip
"""A word that ends so, before a name, calls it a company: `snack maker`, `toolmaker`, `lessor`."""
KIND_PAIRS: Final = frozenset(
    f"{first} {last}"
    for last, firsts in (
        ("designer", "chip software games watch yacht engine"),
        ("manager", "fund asset wealth money property pension"),
        ("agency", "marketing advertising travel staffing employment letting design PR"),
        ("farmer", "fish salmon trout wind shrimp"),
        ("agent", "estate travel shipping letting"),
        ("major", "oil energy gas mining"),
        ("office", "family"),
        ("club", "football rugby soccer golf hockey basketball sports"),
        ("engineer", "heating aerospace precision rail"),
        ("partner", "joint-venture franchise"),
        ("bakeries", "of"),
        ("shops", "of"),
        ("stores", "of"),
        ("clinics", "of"),
        ("cinemas", "of"),
        ("restaurants", "of"),
        ("hotels", "of"),
    )
    for first in firsts.split()
)
"""Two words that call a company what the second alone may call a person or nothing."""
NOT_KINDS: Final = frozenset(
    """
    in-house manager engineer partner designer owner owners site house investor unit called
    association agency plant factory works farm business service services
    """.split()
)
"""Kinds that stand as well before people, places or nothing: they need a second look."""
PLURAL_KINDS: Final = frozenset(
    """
    companies makers firms banks groups rivals retailers insurers operators airlines brewers
    suppliers carmakers chipmakers drugmakers lenders investors funds developers producers partners
    utilities publishers builders backers broadcasters shareholders owners brewers buyers bidders
    carriers platforms start-ups startups chains papers grocers contractors partners customers
    """.split()
)
"""Before `X and Y`."""
BELONGINGS: Final = frozenset(
    """
    shares stock shareholders shareholder investors employees customers executives management
    administrators liquidators receivers spokesman spokeswoman spokesperson board bosses workers
    staff unit subsidiary brand owner
    lawyers bondholders directors creditors branch branches stores pubs factory plant headquarters
    representatives officials passengers trains jets bonds bid offer takeover deal
    """.split()
)
"""What follows the name of a company: `Volanta shares`."""
ENDS: Final = frozenset(
    """
    AI Estates Mutual Fibre Fiber Stores Brothers Bros Sons Daughters Partners Fund Foundry Hotels
    Vehicles Financial Computing Heavy Rail Railway Railways Trains Boats Shipbuilders Shipbuilding
    Holdings International Worldwide Global National Enterprise Ventures Pictures Markets Products
    Supply Distribution Distributors Transport Transportation Haulage Couriers Technologies Tech
    Interactive Networks Network Wireless Broadband Telecoms Communications Therapeutics
    Biosciences Biotherapeutics Biopharma Pharma Pharmaceutical Healthcare Clinics Instruments
    Devices Optics Robotics Aviation Airlines Airways Air Jet Aerospace Defence Defense Dynamics
    Motors Motor Cars Auto Autos Automotive Tyres Batteries Battery Cells Energy Power Electric
    Electrical Gas Oil Petroleum Resources Minerals Metals Mining Mines Steel Aluminium Aluminum
    Copper Lithium Cement Concrete Construction Homes Housing Builders Properties Realty Land
    Securities Capital Equity Investments Investment Investors Advisers Advisors Asset Assets
    Insurance Assurance Life Re Reinsurance Bank Bancorp Banking Trust Savings Credit Finance
    Payments Pay Group Corporation Company Industries Industrial Manufacturing Works Mills Mill
    Foods Food Beverages Drinks Brewing Brewery Breweries Distillers Distillery Wines Spirits Dairy
    Farms Bakeries Bakery Confectionery Chocolate Coffee Tea Restaurants Kitchens Pubs Inns Leisure
    Hospitality Resorts Casinos Gaming Games Sports Fitness Outdoors Toys Publishing Press Books
    Media Studios Studio Films Music Records Entertainment Streaming Software Systems Solutions
    Data Cloud Digital Analytics Security Labs Laboratories Semiconductor Semiconductors Devices
    Microsystems Chips Electronics Photonics Quantum Consulting Associates Logistics Freight
    Shipping Lines Ferries Ports Terminals Harbours Cargo Packaging Paper Print Textiles Apparel
    Fashion Clothing Shoes Footwear Cosmetics Beauty Furniture Interiors Furnishings Appliances
    Tools Machinery Machines Engineering Engineers Chemicals Chemical Plastics Polymers Paints
    Coatings Glass Ceramics Timber Forestry Agri Seeds Fertilisers Fertilizers Water Waste
    Recycling Environmental Renewables Solar Wind Hydrogen Nuclear Turbines Marine Shipyards Yards
    Travel Tours Cruises Rentals Leasing Insurers Utilities Brands Goods Retail Supermarkets Market
    Pipelines Pipeline Drilling Explorations Exploration Biologics Diagnostics Medical Bio Genomics
    Genetics Sciences Vision Dental Optical Care Health Orthopaedics Orthopedics Plc PLC Inc Ltd
    Cider Ales Ale Beer Beers Malt Meats Seafood Seafoods Salmon Fisheries Dairies Creamery
    Mattresses Bikes Bicycles Cycles Aggregates Quarries Ceramic Kitchens Carpets Flooring Lighting
    Elevators Lifts Pumps Valves Bearings Springs Castings Forgings Cables Cable Sensors Lasers
    Drones Rockets Space Satellites Satellite Parcels Airfreight Trucks Buses Coaches Trailers
    Scooters Charging Storage Reactors Fusion Grid Networks Towers Masts Telecom Mobile
    Bookshops Booksellers Pharmacies Chemists Opticians Vets Pets Toys Games Nurseries Schools
    Learning Education Academy Tutors Staffing Recruitment Cleaning Catering Laundry Laundries
    Cranes Roads Tollways Motorways Trams Engines Gears Bricks Tiles Roofing Pallets Labels Fabrics
    Yarns Leather Watches Jewellers Jewellery Jewelry Diamonds Graphite Uranium Biogas Biofuels
    Fuels Ethanol Ammonia Grain Grains Sugar Biscuits Snacks Cereals Pasta Noodles Cheese Eggs
    Poultry Nutrition Logistik Spedition Maritime Offshore Subsea Turbine Turbines Charter Charters
    Yachts Boatyard Boatyards Couture Eyewear Optik Sportswear Outfitters Menswear Tailors Weavers
    Mosaic Wallpapers Curtains Blinds Lifts Escalators Boilers Radiators Heating Plumbing Fittings
    Fixings Scaffolding Haulage Removals Parking Carparks Hostels Bistros Diners Grills Tavern
    Taverns Cafes Cafés Roasters Patisserie Butchers Bakers Brewers Maltings Vineyards Orchards
    Nurseries Gardens Seed Feeds Genetics Vaccines Dialysis Hospices Homecare Hospitals Imaging
    Generics Foundation
    LLC LLP Corp Co AS AG SE SA NV GmbH AB ASA Oyj SpA
    """.split()
)
"""Last words of companies' names, beside those of `wellknown`."""
MEDIUM_KINDS: Final = frozenset(
    """
    newspaper magazine broadcaster website daily weekly tabloid publication periodical paper
    journal newsletter blog podcast newswire broadsheet
    """.split()
)
MEDIUM_ENDS: Final = frozenset(
    """
    Times Post Journal Herald Gazette Tribune News Chronicle Telegraph Observer Courier Standard
    Star Mirror Dispatch Echo Guardian Wire Ledger Register Examiner Review Bulletin Monitor
    Inquirer Sentinel Independent Insider Globe Mail Daily Weekly Argus Advertiser Mercury Reporter
    Messenger Recorder Advocate Citizen Press Today Broadcasting Newswire Magazine Inquirer Record
    Leader Enquirer Planet Express Digest Sun
    """.split()
)
WEAK_MEDIUM_ENDS: Final = frozenset(
    """Press Express Record Broadcasting Leader Planet Digest Sun Courier Register Monitor Citizen
    Today Star""".split()
)
"""These end companies' names as well."""
INSTITUTIONS: Final = frozenset(
    """
    University College School Ministry Department Court Commission Union Parliament Congress Senate
    Council Authority Committee Party Church Institute Office Treasury Government Bureau
    Administration Service Assembly Republic Kingdom States State County City Street Road Avenue
    Square River Lake Island Islands Sea Ocean Bay Gulf Valley Hill Hills Mountain Point Bridge
    Airport Station Stadium Museum Cup League Olympics Award Prize Act Bill Treaty Agreement
    Federation Association Reserve Board Agency Force Army Navy Police Hospital Cathedral Palace
    House Hall Tower Park Gate Project Index Association Confederation Tribunal Ombudsman Watchdog
    Exchange Programme Program
    """.split()
)
"""A name that ends so is an institution, a place or a thing, unless the text calls it a company."""
ACRONYMS: Final = frozenset(
    """
    ceo cfo coo cto ipo ai eu uk us usa gmt bst cet gdp ftse dax nasdaq dow nyse nikkei s&p esg m&a
    r&d it hr pr tv ev evs lng co2 dna rna gps covid covid-19 q1 q2 q3 q4 h1 h2 ebitda saas utc est
    edt pm am ad bc eur usd gbp chf jpy sek nok dkk un who imf opec nato g7 g20
    """.split()
)
"""Written large, and never in a name."""
NO_NAMES: Final = frozenset(
    """
    brexit christmas easter ramadan internet web city board parliament congress government ministry
    union commission senate treasury church bible god christian muslim jewish catholic olympic
    olympics world earth north south east west midlands republican democrat labour tory
    conservative democrats republicans spring summer autumn winter chapter linux android windows
    english french chief executive asked about contact editor note sources terms founded
    headquartered forward-looking house analysts shares shareholders investors sales profit profits
    revenue talks both commons lords
    """.split()
)
"""Written large now and then, and no names where they stand alone."""
THINGS: Final = frozenset(
    """
    union town city village district county province island drug medicine phone model car truck
    software game film song ship vessel satellite rocket algorithm chatbot product street river
    port borough suburb region state programme program named nicknamed project series mine field
    vaccine
    """.split()
)
"""A word that tells that the name behind it is none of a company's."""
PLACES: Final = frozenset(
    """
    Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain
    Bangladesh Belarus Belgium Bolivia Bosnia Botswana Brazil Britain Brunei Bulgaria Cambodia
    Cameroon Canada Chile China Colombia Congo Croatia Cuba Cyprus Czechia Denmark Ecuador Egypt
    England Eritrea Estonia Ethiopia Finland France Gabon Georgia Germany Ghana Greece Greenland
    Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy
    Jamaica Japan Jordan Kazakhstan Kenya Korea Kosovo Kuwait Laos Latvia Lebanon Libya
    Liechtenstein Lithuania Luxembourg Macau Madagascar Malawi Malaysia Mali Malta Mauritius Mexico
    Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands
    Nicaragua Niger Nigeria Norway Oman Pakistan Panama Paraguay Peru Philippines Poland Portugal
    Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain
    Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey Uganda Ukraine Uruguay
    Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe Europe America Asia Africa Scandinavia
    Benelux Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii
    Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan
    Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania
    Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Alberta
    Manitoba Queensland Bavaria Saxony Hesse Catalonia Andalusia Sicily Tuscany Lombardy Normandy
    Brittany Flanders Wallonia Cornwall Devon Kent Essex Sussex Surrey Norfolk Suffolk Yorkshire
    Lancashire Cumbria Northumberland Ulster Silesia Siberia Crimea Bali Java Sumatra Hokkaido
    Punjab Gujarat London Paris Berlin Madrid Rome Milan Turin Naples Florence Vienna Zurich Geneva
    Basel Bern Brussels Antwerp Ghent Amsterdam Rotterdam Utrecht Eindhoven Copenhagen Aarhus Oslo
    Bergen Stavanger Stockholm Gothenburg Malmo Helsinki Tampere Turku Tallinn Riga Vilnius Warsaw
    Krakow Gdansk Wroclaw Prague Brno Bratislava Budapest Bucharest Sofia Belgrade Zagreb Athens
    Istanbul Ankara Moscow Kyiv Kiev Minsk Lisbon Porto Barcelona Valencia Seville Bilbao Dublin
    Cork Belfast Edinburgh Glasgow Aberdeen Dundee Cardiff Swansea Birmingham Manchester Liverpool
    Leeds Sheffield Bristol Newcastle Sunderland Nottingham Leicester Derby Coventry Southampton
    Portsmouth Plymouth Exeter Norwich Cambridge Oxford Reading York Hull Bradford Doncaster Munich
    Hamburg Frankfurt Cologne Stuttgart Dusseldorf Dortmund Essen Leipzig Dresden Bremen Hanover
    Nuremberg Mannheim Lyon Marseille Toulouse Bordeaux Lille Nantes Strasbourg Boston Chicago
    Houston Dallas Austin Denver Phoenix Tucson Seattle Portland Atlanta Miami Tampa Orlando
    Detroit Cleveland Columbus Cincinnati Pittsburgh Philadelphia Baltimore Minneapolis Milwaukee
    Omaha Memphis Nashville Charlotte Savannah Brooklyn Manhattan Toronto Montreal Vancouver
    Calgary Ottawa Sydney Melbourne Brisbane Perth Adelaide Auckland Wellington Tokyo Osaka Kyoto
    Nagoya Seoul Busan Beijing Shanghai Shenzhen Guangzhou Taipei Manila Jakarta Bangkok Hanoi
    Mumbai Delhi Bangalore Bengaluru Chennai Kolkata Karachi Lahore Dhaka Colombo Dubai Doha Riyadh
    Jeddah Tehran Baghdad Cairo Lagos Nairobi Johannesburg Casablanca Tunis Santiago Lima Bogota
    Caracas Houston Westminster Downing Holyrood Brussels Davos Silicon
    """.split()
)
MORE_GIVEN: Final = frozenset(
    """
    Elspeth Hamish Bjorn Jorg Jurgen Soren Soeren Bjoern Goran Jose Andre Rene Francois Helene
    Renee Zoe Chloe Noel Alasdair Alastair Alistair Angharad Aoife Callum Ciaran Cormac Declan
    Deirdre Dermot Desmond Dominic Donal Donna Dougal Duncan Eamon Eamonn Eilidh Eleri Euan Ewan
    Fergus Finlay Fiona Gareth Geraint Gerald Gillian Graeme Graham Hamza Hector Hugh Hugo Iain Ian
    Isla Ivor Jocelyn Kenneth Kieran Kirsty Lachlan Leighton Lorna Lorraine Mairi Malcolm Maeve
    Marcus Maureen Mervyn Morag Moira Muriel Nadine Neil Nesta Niall Nigel Nuala Odhran Olwen Orla
    Owen Padraig Percy Phoebe Piers Priscilla Quentin Rhiannon Rhona Rhys Roderick Roisin Rory
    Rosalind Rowena Ruairi Rupert Saoirse Seamus Sean Sinead Siobhan Sioned Stuart Tamsin Tristan
    Una Winifred Yvonne Aidan Alistair Ambrose Barnaby Basil Bartholomew Bernice Bertie Bronwen
    Cedric Clarissa Clement Clive Cressida Crispin Cuthbert Daphne Delphine Digby Drusilla Edmund
    Edwina Eleanor Ernest Esme Eunice Evelyn Felicity Florence Frances Francesca Gemma Geoffrey
    Georgina Gilbert Giles Gwen Gwendolyn Hattie Hermione Horace Humphrey Imogen Ingrid Isadora
    Jacinta Jasper Jemima Jolyon Josephine Julius Juno Lavinia Leopold Lionel Lucinda Lydia Lyndon
    Mabel Magnus Marigold Maud Maximilian Millicent Montague Muriel Nell Octavia Olive Ophelia
    Orlando Oscar Oswald Perpetua Perdita Petra Philippa Primrose Prudence Ptolemy Ralph Reginald
    Rosemary Rufus Sebastian Sidney Sybil Tabitha Tarquin Thaddeus Theodora Tobias Toby Ursula
    Verity Vivian Wilfred Xavier Zachary Kwame Kofi Ama Chidi Ngozi Oluwaseun Adebayo Chinedu Emeka
    Temitope Babatunde Folake Thandiwe Sipho Lerato Wanjiru Kamau Achieng Juma Amara Mei Wei Xiao
    Ling Jing Hui Min Jun Hyun Ji-hoon Seo-yeon Sang-woo Haruto Ren Sakura Yuki Takeshi Masayoshi
    Priya Anjali Arjun Rohan Sanjay Deepak Lakshmi Rajesh Sunita Vikram Kavita Neha Rahul Samira
    Yasmin Tariq Imran Farah Bilal Zainab Karim Layla Nadia Rashid Salma Walid Dmitri Dmitry Sergei
    Svetlana Oksana Olena Bohdan Taras Piet Joost Maarten Sanne Femke Lars Bjarne Sven Ingeborg
    Astrid Sigrid Torsten Grace Faith Hope Joy Ruby Rose Violet Daisy Ivy Hazel Holly Amber Jade
    Pearl Crystal Tom Tim Ben Sam Will Bill Bob Jim Joe Dan Rob Ron Ray Roy Guy Pat Kit Max Gus Ned
    Ted Walt Wes Zach Abe Cal Hal Jon Len Les Rod Vic Gail Jill Jodi Peg Kay Fay May Lou Sue Kim
    Lee Dee Bea Val Viv Yolanda Carlos Rodrigo Joao Thiago Ignacio Mateo Beatriz Dolores Felix
    Walter Wanda Wallace Wade Travis Trevor Tyrone Troy Todd Shawn Shane Seth Rhonda Randy Randall
    Preston Paige Norman Nolan Myron Milton Mildred Melvin Marvin Marsha Lyle Lucille Loretta Leroy
    Leland Lamar Kyle Kurt Kirk Kendra Keisha Jolene Jermaine Jerome Jared Irving Irene Hubert
    Homer Herbert Harvey Harriet Harold Gwyneth Gladys Gertrude Garrett Forrest Floyd Everett
    Eugene Ethan Estelle Errol Elwood Elmer Eloise Edgar Dwight Duane Doyle Doug Donovan Dexter
    Desiree Della Deborah Dawn Darrell Curtis Clyde Clinton Clifford Claude Chester Cedric Calvin
    Byron Burt Brent Bradford Blair Bernadette Barton Alvin Alphonse Alonzo
    """.split()
)


@recalled
def is_kind(word: str) -> bool:
    """Whether a word calls what follows a company: `toolmaker`, `insurer`."""
    return word.endswith(KIND_ENDS) and word not in FUNCTION
