"""Names that are known in any language: given names, legal forms, large companies and media."""

GIVEN = frozenset(
    """
    Adam Adrian Agnes Ahmed Albert Alexander Alexandra Alfred Ali Alice Alina Alois Amelie
    Andrea Andreas Andrew Andrzej Angela Angelika Anika Anja Anke Anna Anne Annegret Annette
    Anni Anton Antonia Antonio Armin Arne Arnold Arthur Astrid August Axel Barbara Bastian Beate
    Beatrice Ben Benedikt Benjamin Bernd Bernhard Bert Bettina Bill Birgit Birte Björn Bodo
    Boris Brian Brigitte Britta Bruno Burkhard Carina Carl Carla Carlos Carmen Carola Caroline
    Carsten Caspar Catherine Charles Charlotte Chiara Chris Christa Christian Christiane
    Christina Christine Christoph Christopher Clara Claudia Claus Clemens Constantin Cornelia
    Cornelius Dagmar Daniel Daniela Dario David Dennis Detlef Diana Dieter Dietmar Dietrich Dirk
    Dominik Donald Dora Doris Dorothea Eberhard Eckhard Edgar Edith Eduard Elena Elfriede Elias
    Elisa Elisabeth Elke Ella Elon Elsa Emil Emilia Emily Emma Enno Eric Erich Erik Erika Ernst
    Erwin Esther Eugen Eva Evelyn Fabian Falk Fatima Felix Ferdinand Finn Florian Frank Franz
    Franziska Fred Frederik Frida Friedrich Fritz Gabriel Gabriele Georg George Gerald Gerd
    Gerda Gerhard Gernot Gerrit Gert Gesa Gesine Gisela Giulia Gottfried Götz Gregor Greta
    Gudrun Guido Günter Günther Gustav Hanna Hannah Hannelore Hannes Hans Harald Hartmut Hassan
    Hauke Heidi Heike Heiko Heiner Heinrich Heinz Helena Helene Helga Helge Helmut Hendrik
    Henning Henri Henrik Henry Herbert Hermann Hilde Hildegard Holger Horst Hubert Hugo Ibrahim
    Ida Igor Ilka Ilona Ilse Ina Ines Inga Inge Ingeborg Ingo Ingrid Irene Iris Irina Isabel
    Isabell Isabella Ivan Ivo Jack Jakob James Jan Jana Jane Janina Jannik Jasmin Jean Jeff Jens
    Jensen Jennifer Jessica Jill Jim Joachim Joan Jochen Joe Johan Johann Johanna Johannes John
    Jon Jonas Jonathan Jörg Jörn Josef Joseph Juan Judith Julia Julian Juliane Julius Jürgen
    Jutta Kai Karen Karin Karina Karl Karla Karolina Karsten Kaspar Katarina Katharina Kathrin
    Katja Katrin Kay Kemal Kerstin Kevin Kim Kirsten Klara Klaus Klemens Knut Konrad Konstantin
    Konstanze Kristin Kristina Kurt Lara Larry Lars Laura Laurenz Lea Leah Lena Leni Lennart Leo
    Leon Leonard Leonie Leopold Levin Lia Lily Lina Linda Linus Lisa Lothar Lotte Louis Louisa
    Luca Lucas Lucia Ludger Ludwig Luis Luisa Lukas Lutz Lydia Magdalena Maike Maja Malte
    Manfred Manuel Manuela Marc Marcel Marco Marcus Maren Margarete Margit Margot Margrethe
    Maria Marianne Marie Marina Mario Marion Mark Markus Marlene Marlies Marta Martha Martin
    Martina Mary Mathias Mathilda Mathilde Matthias Maurice Max Maximilian Mehmet Melanie Merle
    Meta Michael Michaela Michel Miguel Mike Mikkel Milan Milena Mira Miriam Mirko Mohamed
    Mohammed Mona Monika Moritz Murat Mustafa Nadia Nadine Nadja Nancy Natalia Natalie Nathalie
    Nele Nicholas Nick Nicola Nicolas Nicole Niels Niklas Niko Nikola Nikolai Nikolaus Nils Nina
    Nora Norbert Ole Olaf Oleg Olga Oliver Omar Oskar Oscar Oswald Otmar Otto Pablo Pascal
    Patricia Patrick Paul Paula Pauline Pedro Peer Per Peter Petra Philip Philipp Pia Pierre
    Rainer Ralf Ralph Ramona Raphael Rebecca Regina Regine Reiner Reinhard Reinhold Renate René
    Ricarda Richard Rita Robert Roberto Robin Roger Roland Rolf Roman Ronald Ronja Rosa Rudi
    Rudolf Rupert Ruth Sabine Sabrina Sam Samuel Sandra Sara Sarah Sascha Satya Saskia Sebastian
    Selma Sergej Sibylle Siegfried Siegmar Sigrid Silke Silvia Simon Simone Sofia Sofie Sonja
    Sophia Sophie Stefan Stefanie Steffen Steffi Stella Stephan Stephanie Steve Steven Sundar
    Susan Susann Susanna Susanne Svea Sven Svenja Swantje Sylvia Tamara Tanja Tara Tatjana Thea
    Theo Theodor Theresa Therese Thilo Thomas Thorben Thorsten Till Tilman Tim Timo Timothy Tina
    Tjark Tobias Tom Tomas Toni Torben Torsten Udo Ulf Uli Ulrich Ulrike Urs Ursula Urszula Ute
    Uta Uwe Valentin Valentina Vanessa Vera Verena Veronika Victor Victoria Viktor Viktoria
    Vincent Viola Volker Walter Waltraud Wendelin Werner Wiebke Wilfried Wilhelm William Willi
    Willy Winfried Wladimir Wolf Wolfgang Wolfram Xaver Xi Yasemin Yannick Yvonne Zoe Aylin Ayşe
    Cem Deniz Elif Emre Enrico Fatih Ferhat Francesca Francesco Francois François Giorgio
    Giovanni Hakan Håkan Ilse Jacek Jaroslaw José Jordi Kacper Kenji Hiroshi Yuki Takeshi Lech
    Lorenzo Luigi Magnus Marek Massimo Mei Min Nils Orhan Paolo Pavel Pietro Piotr Rania Rasmus
    Raul Ravi Rohan Sanjay Sergio Soren Søren Stanislaw Stefano Tadeusz Tomasz Wei Wen Zeynep
    Annika Levke Femke Fenja Fiete Imke Insa Jelka Jonte Keno Lasse Momme Onno Tomke Wencke
    Hinnerk Leif Linnea Runa Solveig Thore Torge Aenne Ansgar Korbinian Vinzenz Walburga Kilian
    Severin Irmgard Hedwig Gesche Frauke Elmar Egon Ewald Edeltraud Berthold Benno Armgard Almut
    Alma Nadja Noemi Tessa Ricardo Raphaela Roswitha Reto Beat Ueli Regula Vreni Moritz Mats
    Mattis
    """.split()
)
LEGAL = frozenset(
    """
    AG GmbH SE KG KGaA OHG UG eG Inc Inc. Corp Corporation Ltd Limited plc PLC LLC LLP SA S.A NV
    BV AB ASA Oyj SpA Co Holding Group Gruppe Konzern Gesellschaft mbH Sarl AS
    """.split()
)
COMPANY_ENDS = frozenset(
    """
    Kapital     Capital Ventures Partners Bank Holding Group Gruppe Energy Energie Systems Systeme
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
    Textil Papier Glas Kabel Guss Metall Metalle Feinkost Backwaren Molkerei Optics Sensorik
    Chips Networks Robotik Lasertechnik Antriebe Pumpen Hydrogen Wasserstoff Recycling Rohstoffe
    Minerals Mining Gold Oil Gas Petroleum
    """.split()
)
MEDIA = """
    Reuters Bloomberg dpa dpa-AFX AFP AP Handelsblatt FAZ Spiegel Focus Stern Zeit Welt Bild
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
