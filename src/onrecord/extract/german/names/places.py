"""Places as German text names them: written large and with no article, yet no firms."""

from onrecord.extract.tokens import recalled

COUNTRIES = frozenset(
    """
    Afghanistan Ägypten Albanien Algerien Andorra Angola Argentinien Armenien Aserbaidschan
    Äthiopien Australien Bahamas Bahrain Bangladesch Barbados Belarus Belgien Belize Benin Bhutan
    Bolivien Bosnien Herzegowina Botsuana Brasilien Brunei Bulgarien Burundi Chile China Dänemark
    Deutschland Dominica Dschibuti Ecuador Elfenbeinküste England Eritrea Estland Eswatini Fidschi
    Finnland Frankreich Gabun Gambia Georgien Ghana Grenada Griechenland Grönland Großbritannien
    Guatemala Guinea Guyana Haiti Honduras Hongkong Indien Indonesien Irak Iran Irland Island
    Israel Italien Jamaika Japan Jemen Jordanien Jugoslawien Kambodscha Kamerun Kanada Kasachstan
    Katar Kenia Kirgisistan Kolumbien Komoren Kongo Korea Kosovo Kroatien Kuba Kuwait Laos Lesotho
    Lettland Libanon Liberia Libyen Liechtenstein Litauen Luxemburg Macau Madagaskar Malawi
    Malaysia Malediven Mali Malta Marokko Mauretanien Mauritius Mazedonien Mexiko Moldau Moldawien
    Monaco Mongolei Montenegro Mosambik Myanmar Namibia Nepal Neuseeland Nicaragua Niederlande
    Niger Nigeria Nordirland Nordkorea Nordmazedonien Norwegen Oman Österreich Osttimor Pakistan
    Palästina Panama Paraguay Peru Philippinen Polen Portugal Ruanda Rumänien Russland Sambia
    Samoa Saudi-Arabien Schottland Schweden Schweiz Senegal Serbien Seychellen Simbabwe Singapur
    Slowakei Slowenien Somalia Spanien Sudan Südafrika Südkorea Südsudan Surinam Syrien
    Tadschikistan Taiwan Tansania Thailand Tibet Togo Tonga Tschad Tschechien Tunesien Türkei
    Turkmenistan Uganda Ukraine Ungarn Uruguay Usbekistan Vatikan Venezuela Vietnam Wales Zypern
    Europa Amerika Asien Afrika Ozeanien Arktis Antarktis Nordamerika Südamerika Lateinamerika
    Mitteleuropa Osteuropa Westeuropa Nordeuropa Südeuropa Südostasien Skandinavien Balkan
    Baltikum Nahost Benelux
    """.split()
)
REGIONS = frozenset(
    """
    Anhalt Bayern Sachsen Sachsen-Anhalt Thüringen Hessen Brandenburg Saarland Niedersachsen
    Nordrhein-Westfalen Rheinland-Pfalz Baden-Württemberg Schleswig-Holstein
    Mecklenburg-Vorpommern Mecklenburg Vorpommern Franken Schwaben Pfalz Westfalen Ostfriesland
    Allgäu Eifel Harz Lausitz Ruhrgebiet Schwarzwald Tirol Vorarlberg Kärnten Steiermark
    Oberösterreich Niederösterreich Burgenland Aargau Thurgau Graubünden Tessin Wallis Jütland
    Bretagne Normandie Provence Elsass Lothringen Toskana Sizilien Sardinien Lombardei Venetien
    Katalonien Andalusien Kalifornien Texas Florida Nevada Arizona Oregon Ohio Michigan Illinois
    Virginia Georgia Alaska Hawaii Delaware Massachusetts Pennsylvania Colorado Utah Montana Kansas
    Ontario Quebec Alberta Sibirien Krim Bali Java Sumatra Okinawa Hokkaido Bengalen Punjab
    Nordsee Ostsee Mittelmeer Atlantik Pazifik Alpen Rhein Ruhr Elbe Donau Main Neckar Mosel Weser
    """.split()
)
CITIES = frozenset(
    """
    Aachen Augsburg Basel Bern Berlin Bielefeld Bochum Bonn Braunschweig Bremen Bremerhaven
    Bregenz Chemnitz Cottbus Cuxhaven Darmstadt Dortmund Dresden Duisburg Düsseldorf Emden Erfurt
    Erlangen Essen Flensburg Frankfurt Freiburg Friedrichshafen Fulda Gelsenkirchen Genf Gera
    Gießen Göttingen Graz Greifswald Halle Hamburg Hamm Hanau Hannover Heidelberg Heilbronn
    Hildesheim Ingolstadt Innsbruck Jena Kaiserslautern Karlsruhe Kassel Kempten Kiel Klagenfurt
    Koblenz Köln Konstanz Krefeld Landshut Lausanne Leipzig Leverkusen Linz Lübeck Ludwigsburg
    Ludwigshafen Lugano Lüneburg Luzern Magdeburg Mainz Mannheim Marburg Minden Mülheim München
    Münster Nürnberg Oberhausen Offenbach Oldenburg Osnabrück Paderborn Passau Pforzheim Potsdam
    Regensburg Remscheid Reutlingen Rosenheim Rostock Saarbrücken Salzburg Salzgitter Schwerin
    Siegen Solingen Stralsund Stuttgart Suhl Trier Tübingen Tuttlingen Ulm Villach Wiesbaden Wien
    Wilhelmshaven Winterthur Wismar Wolfsburg Worms Wuppertal Würzburg Zürich Zwickau Zug
    Amsterdam Ankara Athen Atlanta Austin Bagdad Baku Bangkok Barcelona Beirut Belgrad Bengaluru
    Bergen Birmingham Bogotá Bologna Bordeaux Boston Bratislava Brügge Brünn Brüssel Budapest
    Buenos Bukarest Cambridge Caracas Casablanca Chicago Cleveland Dallas Damaskus Danzig Delhi
    Denver Den Detroit Doha Dubai Dublin Edinburgh Eindhoven Florenz Genua Glasgow Göteborg
    Guangzhou Hanoi Helsinki Houston Islamabad Istanbul Jakarta Jerusalem Johannesburg Kabul Kairo
    Kalkutta Kapstadt Kathmandu Kiew Kobe Kopenhagen Krakau Kyjiw Kyoto Lagos Las Leeds Lille Lima
    Lissabon Liverpool Ljubljana London Los Lyon Madrid Mailand Malmö Manchester Manila Marseille
    Mekka Melbourne Miami Minsk Montreal Moskau Mumbai Nairobi Nantes Neapel Nikosia Nizza Odessa
    Osaka Oslo Ottawa Oxford Palermo Paris Peking Philadelphia Pittsburgh Porto Posen Prag Pretoria
    Pristina Rabat Reykjavik Riad Riga Rio Rom Rotterdam Sacramento Salamanca Santiago Sarajevo
    Schanghai Seattle Seoul Sevilla Shanghai Shenzhen Skopje Sofia Stockholm Straßburg Sydney
    Taipeh Tallinn Teheran Tel Tiflis Tirana Tokio Toronto Toulouse Tripolis Triest Tunis Turin
    Utrecht Valencia Vancouver Venedig Vilnius Warschau Washington Wilna Yokohama Zagreb York
    """.split()
)
TOWNS = REGIONS | CITIES
PLACES = COUNTRIES | TOWNS


def of_city(word: str) -> bool:
    """`Basler`, `Wiener`, `Frankfurterin`, `Münchnern`: of a city."""
    return word.endswith(OF) and len(word) > 5 and _of_city(word)


@recalled
def _of_city(word: str) -> bool:
    stem = next(word.removesuffix(e) for e in OF if word.endswith(e))
    ends = ("", "e", "en", "er")
    forms = (*(stem + end for end in ends), stem[:-1] + "e" + stem[-1:])
    return any(form in CITIES or form in REGIONS for form in forms)


OF = ("ern", "erin", "er", "ers")
