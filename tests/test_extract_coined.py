"""Names coined from German words: compounds that nobody lists, houses and families, numbers."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

COINED = [
    ("Bisher lag das bei Rechenkraft Süd.", "Rechenkraft Süd"),
    ("Er verkauft die Anteile an Wohnzinne.", "Wohnzinne"),
    ("Geld kommt von der Luzerner Bankgenossenschaft.", "Luzerner Bankgenossenschaft"),
    ("Sie stieg bei der Berner Zellschmiede ein.", "Zellschmiede"),
    ("Das Kaufhaus Hagedorn schließt.", "Kaufhaus Hagedorn"),
    ("Reederei Thode: Geld steht bereit.", "Reederei Thode"),
    ("Der Mittelständler Stromwerk 1903 liefert die Technik.", "Stromwerk 1903"),
    ("Das Geld kommt zur Hälfte vom Axel-Brandt-Fonds.", "Axel-Brandt-Fonds"),
    ("Die Hamburger Adiuta Gruppe wächst.", "Adiuta Gruppe"),
    ("Die Sozialstiftung Mainlahn übernimmt acht Häuser.", "Sozialstiftung Mainlahn"),
    ("Sie liefert Züge an die Verkehrsbetriebe Mainlahn.", "Verkehrsbetriebe Mainlahn"),
    ("Glas kommt von der Glashütte Arnsberg.", "Glashütte Arnsberg"),
    ("Sie gehört zum Reich der Kettler-Gruppe, sagte Kettler-Chef Arno Holm.", "Kettler-Gruppe"),
    ("Geld gibt die französische Banque Carnot.", "Banque Carnot"),
    ("Die Zinsen zahlt die VR-Bank Fläming.", "VR-Bank Fläming"),
    ("Er hat die Immobilien still an Grundwert Nord verkauft.", "Grundwert Nord"),
    ("Eine Anleihe nimmt die Hansa Aufbaubank.", "Hansa Aufbaubank"),
    ("Ein Darlehen kommt von der Genfer Privatbank Lombax.", "Lombax"),
    ("Hergestellt wird das beim Auftragsfertiger Lindner Biotech.", "Lindner Biotech"),
    ("Der Konzern Al Mina Ports bietet.", "Al Mina Ports"),
    ("Die Stiftung Carl Dorn lehnte ab.", "Stiftung Carl Dorn"),
    ("Er verhandelt mit der Förderbank NordInvest.", "NordInvest"),
    ("Den Auftrag erhielt Brixham Coatings.", "Brixham Coatings"),
    ("Er verhandelt mit dem Betreiber Polaris Gewächshaus.", "Polaris Gewächshaus"),
    ("Auch der indische Konzern Suryan Auto galt als Käufer.", "Suryan Auto"),
    ("Die Züge bestellt der Verkehrsverbund Unterrhein.", "Verkehrsverbund Unterrhein"),
    ("Geld kommt von der Förderbank Niedersachsen.", "Förderbank Niedersachsen"),
    ("Das Darlehen gibt die Förderbank Hansestadt.", "Förderbank Hansestadt"),
    ("Er kauft die Papierfabrik Talbach. Aus Talbach kommt Lob.", "Papierfabrik Talbach"),
    ("TALBACH. Das Schlossbräu Talbach schließt.", "Schlossbräu Talbach"),
    ("Zuletzt stieg der Gründerfonds Sachsen ein.", "Gründerfonds Sachsen"),
    ("Das schrieb ein Kenner von der Zürcher Kantonalbank.", "Zürcher Kantonalbank"),
    ("Bestellt hat das die Pankower Waggonbau.", "Pankower Waggonbau"),
    ("Im Sommer habe Paperline ein Angebot gemacht.", "Paperline"),
    ("Geld kommt von Bergmannova.", "Bergmannova"),
    ("Er arbeitet mit dem Fintech moniq.", "moniq"),
    ("Am Ende scheiterte der Kauf der Anvaris-Klinik.", "Anvaris"),
    (
        "Der Kauf der Panzerwerke Bernrode scheiterte, sagte Bernrode-Chef Jan Holm.",
        "Panzerwerke Bernrode",
    ),
    ("Wallkorn, Hersteller von Kameras, sammelt Geld ein.", "Wallkorn"),
    ("Krugtaube aus Karlsruhe, Hersteller von Kameras, sammelt Geld ein.", "Krugtaube"),
    ("Straits Pension aus Singapur zeichnet neue Aktien.", "Straits Pension"),
    ("Auf der Nordwerft in Stralsund herrscht Zuversicht.", "Nordwerft"),
    ("Das sagte eine Kennerin von der Privatbank Mertens & Sohn.", "Mertens & Sohn"),
    ("Der Rest liegt beim früheren Eigentümer Lausitz Maschinen.", "Lausitz Maschinen"),
    ("Beide verschmolzen zur Nordsee Medien AG.", "Nordsee Medien AG"),
    ("Und die Deutsche Breitband spricht mit allen.", "Deutsche Breitband"),
    ("Bisher waren es Policen der Hannoverschen Allkraft.", "Hannoverschen Allkraft"),
    ("Er sprach mit den Katalanen von Cava Montalt.", "Cava Montalt"),
    ("Sie steckten Geld in die Gesundheits-App Pulsmesser.", "Pulsmesser"),
    ("Das neue Unternehmen soll Kravello heißen.", "Kravello"),
    ("Milch kommt von der Molkerei Nordmilch.", "Nordmilch"),
    ("Den Auftrag bekam der Generalunternehmer Bauhof Sachsen.", "Bauhof Sachsen"),
    ("Trautwein & Cie wächst. Für die Bahn fertigt Trautwein Schränke.", "Trautwein & Cie"),
    ("Die Internetagentur Klickwerk wächst.", "Klickwerk"),
    ("Das Darlehen gibt die Genossenschaftsbank Allgäu.", "Genossenschaftsbank Allgäu"),
    ("Ein Fünftel übernimmt die Förderbank Germania Kapital.", "Germania Kapital"),
    ("Die Wartung übernimmt die Firma Gleisdienst Mitte.", "Gleisdienst Mitte"),
    ("Der Kessler Mittelstandsfonds II erwarb 20 Prozent.", "Kessler Mittelstandsfonds II"),
    ("Zuletzt stand das allein bei der Hypo Wienerwald.", "Hypo Wienerwald"),
    ("Sie bezog den Hopfen bei H&G Hallertau.", "H&G Hallertau"),
    ("Das sagte sie vom Beratungshaus Silicon Compass.", "Silicon Compass"),
    ("Das Staatsgut Achselschwang bekommt zwei Anlagen.", "Staatsgut Achselschwang"),
    ("Das traditionsreiche Grandhotel Seeblick schließt.", "Grandhotel Seeblick"),
    (
        "Die Stadtwerke Lennebruch wachsen. Den Stadtwerken Lennebruch fehlt Geld.",
        "Stadtwerke Lennebruch",
    ),
    ("Die Privatbahn Ostalpenbahn, kurz OAB, wächst. Das sagte OAB-Chef Jan Holm.", "Ostalpenbahn"),
    ("Sie warten beim Linzer Instandhalter Radsatz Plus.", "Radsatz Plus"),
]


@pytest.mark.parametrize(("text", "name"), COINED, ids=[c[1] for c in COINED])
def test_a_coined_name_is_found_whole(text, name):
    """Behind a preposition with no article, of a place, with a house, a number, a hyphen."""
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert [(e.kind, e.name) for e in found if e.kind != "person"] == [("company", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Frisches Kapital bekommt das Projekt im Herbst.",
        "Der Nürnberger Serverbauer wächst.",
        "Die Sonneberger Spielzeugfabrik war pleite.",
        "Neben dem Londoner Wagniskapitalgeber kam sonst niemand.",
        "Das Frankfurter Fintech wächst.",
        "Sie warnte vor einem Ausverkauf der Kölner Studios.",
        "Schweizer Medien nennen den Preis.",
        "Mit dem Geld will das Unternehmen Zukäufe finanzieren.",
        "Die Klage ging beim Landgericht Hamburg ein.",
        "Der Handelsverband Textil klagt.",
        "Es ist eines der größten Wasserstoffwerke Europas.",
        "Das sagte ein Photonik-Forscher.",
        "Das sagte eine NGG-Sekretärin.",
        "Das forderte die Hamburgische Bürgerschaft.",
        "Sie geben ihre Marke Frischling ab.",
        "Wein aus Frankreich kostet mehr.",
        "Die Niederlassungen von gestern sind weg.",
        "Eine ähnliche Allianz liegt auf Eis.",
        "Gut ist das. Lead: noch offen.",
        "Für MG-214 wird geworben. MG-214 hat Erfolg, MG-214 liefert.",
        "Grüner Wasserstoff: In Ulm wird gebaut.",
        "Ein Darlehen gibt die Investitionsbank des Landes.",
        "Im Mai testet der Händler Abholstationen.",
        "Das Essen an Bord liefert niemand.",
        "Er ging an Bord und sprach von Rückgewinnung.",
        "Die Aktie des im SDax notierten Unternehmens stieg.",
        "Im Markt für Feldrobotik ist es eng.",
        "Im Bereich Software wächst der Umsatz.",
        "Der Leiter Technik kommt.",
        "Zuständig ist der Leiter Logistik im Haus.",
        "Das Werk im spanischen Valladolid wächst.",
    ],
)
def test_words_are_no_names(text):
    """Listed words in the places of names."""
    assert load("rules").extract(Article.from_text("x", text)).entities == ()


def test_a_medium_in_marks_reports_behind_wie():
    """`Wie der „X“ im Jänner berichtete`: words stand between the name and its verb."""
    text = "Wie der „Standard“ im Jänner berichtete, kam es anders."
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert [(e.kind, e.name) for e in found] == [("medium", "Standard")]


def test_goods_before_a_name_are_no_part_of_it():
    """`ein Hersteller für Wärmebildgeräte X Y`, where X Y stands alone as well."""
    text = "Der Anbieter Kestrel Optik wächst. Gefragt sind Wärmebildgeräte Kestrel Optik zufolge."
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert [(e.kind, e.name) for e in found] == [("company", "Kestrel Optik")]
