"""Names that are known in any language: legal forms, large companies, media."""

LEGAL = frozenset(
    """
    AG GmbH SE KG KGaA OHG UG eG Inc Inc. Corp Corporation Ltd Limited plc PLC LLC LLP SA S.A NV
    BV AB ASA Oyj SpA Co Holding Group Gruppe Konzern Gesellschaft mbH Sarl AS
    """.split()
)
COMPANY_ENDS = frozenset(
    """
    Lebensmittel Autoteile Plus Pension Pensions Haustechnik Landtechnik Agrartechnik Bay Waggonbau
    Infrastructure Saaten Saatgut Wohnbau Milch Käserei Handelsgesellschaft Beteiligungen
    Automobile Raumfahrt Touristik Getränke Netz Petrol Energi Lines Industri Banque Banca
    Assicurazioni Seguros Holdings Teachers Kapital Capital Ventures Partners Bank
    Holding Group Gruppe Energy Energie Systems Systeme
    Technologies Technology Technologie Technik Software Labs Motors Pharma Robotics Airlines
    Airways Industries Industrie Solutions Semiconductor Semiconductors Biotech Logistics
    Logistik Werke Werk Stahl Chemie Versicherung Versicherungen Sparkasse Volksbank Landesbank
    Stadtwerke Media Foods Mobility Networks Digital Data Cloud Dynamics Therapeutics Health
    Medical Electric Electronics Automotive Aerospace Materials Chemicals Invest Investment
    Investments Equity Fund Fonds Management Maschinenbau Optik Photonics Power Solar Wind Space
    Analytics Games Studios Retail Stores Brewing Brauerei Reederei Shipping Marine Werft
    Windkraft Batterien Batteries Entertainment Interactive Pictures Air Express Rail Bau
    Immobilien Estate Advisors Securities Financial Finance Payments Pay Tech Bio Genetics
    Diagnostics Instruments Microsystems Devices Telecom Mobile Wireless Fintech Möbel Mode
    Textil Glas Kabel Guss Metall Metalle Feinkost Backwaren Molkerei Optics Sensorik Chips
    Robotik Lasertechnik Antriebe Pumpen Hydrogen Wasserstoff Recycling Rohstoffe Minerals
    Mining Oil Gas Petroleum Chemical Trust Yards Shipyards Cables Cable TV Growth Bridge Seeds
    Farms Homes Brands Beverages Breweries Wines Spirits Apparel Sports Outdoor Outdoors Toys
    Tools Machines Machinery Works Steel Metals Alloys Ceramics Plastics Polymers Fibers
    Textiles Paper Packaging Print Printing Publishing Films Film Studio Records Broadcasting
    Telecommunications Communications Satellite Satellites Aviation Aircraft Rockets Launch
    Defence Defense Maritime Ports Harbour Terminals Freight Cargo Trucks Trucking Bikes
    Scooters Railways Rails Batterie Cells Fuel Fuels Nuclear Fusion Hydro Renewables Turbines
    Utilities Water Environmental Agriculture Agrar Seed Nutrition Biosciences Bioscience
    Biologics Sciences Science Lifesciences Oncology Vaccines Clinics Kliniken Hospitals Care
    Healthcare Dental Vision Hearing Imaging Surgical Implants Prosthetics Quantum Compute
    Computing AI Neural Machine Microelectronics Silicon Wafers Laser Lasers Photonik Sensors
    Chip Security Cyber Privacy Consulting Associates Trading Commodities Exchange Insurance
    Assurance Reinsurance Leasing Credit Lending Bancorp Bancshares Wealth Asset Assets
    Properties Property Realty Hotels Hotel Resorts Travel Tours Cruises Restaurants Coffee
    Bakery Dairy Meat Fisheries Moda Fashion Cosmetics Beauty Jewelry Optical Watches Werkzeuge
    Werkzeugbau Anlagenbau Fahrzeugbau Schiffbau Flugzeugbau Hochbau Tiefbau Apparatebau
    Elektronik Elektrotechnik Energietechnik Medizintechnik Umwelttechnik Messtechnik
    Antriebstechnik Verpackungen Kunststoffe Baustoffe Keramik Porzellan Saatgut Verlag Verlage
    Rundfunk Touristik Spedition Schifffahrt Luftfahrt Raumfahrt Windenergie Solartechnik
    Wohnbau Rück Seekabel Papier Polymer Netz Wasser Wärme Gummi Seals Equity Biologics Digital
    Naturkost Fahrwerke Lenksysteme Lacke Farben Saaten Agrar Druck Medien
    Research Advisory Ratings Handling
    Hosting Coatings Docks Jets Acquisition Adhesives Bearings Brewery Carriers Chocolates
    Components Compounds Containers Controls Couriers Distillery Drilling Drones Elevators
    Engines Enterprises Exploration Fabrics Fertilizers Filters Foundry Furniture Furnishings
    Garments Glassworks Hospitality Insights Interiors Lighting Livestock Mills Mines Modules
    Nurseries Orchards Outfitters Perfumes Pharmaceuticals Pipelines Plantations Poultry
    Projects Pumps Refining Rentals Resources Rubber Sawmills Seafood Services Shoes Storage
    Supplies Tankers Theatres Timber Tires Tobacco Transit Tubes Tyres Valves Vehicles
    Vineyards Warehouses Watch Welding Wheels Yachts Frères Fratelli Hermanos Assicurazione
    Seguro Acciai Aceros Vini Vins Vinos Moteurs Motori Motores Télécom Banking
    Holding Logistic Logística Logistica Logistique Farmaceutica Chimie Chimica Química
    Energía Energia Énergie Ferroviaria Ferrovie Trains Treni Trenes Aeronautica Aéronautique
    Hotelera Hoteles Alimentos Alimentari Aliments Aigües Eaux Aguas Acque Trading
    Rederi Rederij Staal Stål Vind Skog Havn Haven Vervoer Bouw Verzekeringen Försäkring
    Bygg Byg Teollisuus Paperi Pankki Banka Kapitál Energo Stavby
    Line Ports Port Terminal Wohnen Beteiligungsbank Midstream Scientific Consult
    """.split()
)
MEDIA = """
    Reuters Bloomberg dpa dpa-AFX AFP AP Handelsblatt FAZ Spiegel Focus Stern Zeit Welt Bild
    Gründerszene DWDL
    Capital Manager-Magazin Wirtschaftswoche Tagesschau Tagesspiegel taz heise golem n-tv ntv
    CNBC CNN BBC ARD ZDF Deutschlandfunk NDR WDR SWR MDR RBB Axios Politico Xinhua Interfax
    Nikkei Economist Guardian Forbes Fortune Wired Techcrunch TechCrunch Börsen-Zeitung Platow
    """.split()
COMPANIES = """
    NVIDIA Nvidia OpenAI Microsoft Google Alphabet Amazon Meta Apple Oracle Intel AMD Broadcom
    Cerebras Anthropic SoftBank Samsung TSMC Micron CoreWeave Crusoe Tesla Netflix IBM SAP
    Siemens BASF Bayer BMW Volkswagen VW Daimler Porsche Audi Bosch Continental Infineon
    Commerzbank Lufthansa Telekom Vodafone Allianz Adidas Puma Henkel Linde Airbus Boeing
    ThyssenKrupp Thyssenkrupp Zalando Rewe Edeka Aldi Lidl Uber Spotify Qualcomm ASML Ericsson
    Nokia Huawei Xiaomi Alibaba Tencent ByteDance Baidu Sony Toyota Honda Nissan Hyundai
    Stellantis Renault Peugeot Fiat Ferrari Unicredit UniCredit Blackstone KKR BlackRock
    Palantir Snowflake Salesforce Adobe Cisco Dell Lenovo Arm Shell BP TotalEnergies Eon RWE
    EnBW Uniper Vattenfall Nestlé Novartis Roche Pfizer Biontech BioNTech Moderna Merck
    Rheinmetall Hensoldt Vonovia xAI SpaceX DeepSeek Mistral Starlink Twitter Facebook
    Instagram WhatsApp YouTube PayPal Wirecard Opel Ford MediaTek Foxconn Supermicro Nebius
    Vattenfall Bertelsmann ProSiebenSat.1 Ryanair Easyjet Maersk
    """.split()
COMPANY_PHRASES = (
    "Deutsche Bank", "Deutschen Bank", "Deutsche Telekom", "Deutschen Telekom", "Deutsche Bahn",
    "Deutschen Bahn", "Deutsche Post", "Deutschen Post", "Goldman Sachs", "Morgan Stanley",
    "JP Morgan", "SK Hynix", "Northern Data", "Applied Digital", "Siemens Energy", "Swiss Re",
    "Mercedes-Benz", "Bank of America", "Berkshire Hathaway", "General Motors", "General Electric",
    "Delivery Hero", "Hapag-Lloyd", "Fresenius", "Münchener Rück", "Munich Re", "Hannover Rück",
    "Deutsche Börse", "Deutschen Börse", "Deutsche Wohnen", "Crédit Agricole", "Credit Suisse",
)  # fmt: skip
MEDIA_PHRASES = (
    "Der Spiegel", "Die Zeit", "Die Welt", "Süddeutsche Zeitung", "Der Standard", "Le Monde",
    "Frankfurter Allgemeine Zeitung", "Neue Zürcher Zeitung", "Welt am Sonntag", "Bild am Sonntag",
    "Manager Magazin", "Le Figaro", "Les Echos", "El País", "El Mundo", "La Repubblica",
    "Il Sole 24 Ore", "Corriere della Sera", "Het Financieele Dagblad", "De Telegraaf",
    "Dagens Nyheter",
)  # fmt: skip
"""Media as they are called in any language."""
