"""Names in business news: kinds of company, offices, affiliations, lists, media in marks."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from onrecord.extract.register import Known

NAMED = [
    *(
        (f"{who} {name} sagte, man bleibe.", {("person", name)})
        for who, name in (
            ("Gründerenkel", "Tammo Ostfried"),
            ("Firmenerbin", "Tjorven Kessenich"),
            ("Unternehmerwitwe", "Irmgard Pohl"),
            ("Stadtkämmerer", "Tammo Ostfried"),
            ("Hausmeister", "Tammo Ostfried"),
            ("Dachdecker", "Tammo Ostfried"),
            ("Chemielaborant", "Tammo Ostfried"),
            ("Gemeindepfarrerin", "Wiebe Amkreutz"),
            ("Nachbarin", "Wiebe Amkreutz"),
        )
    ),
    ("Er sprach im Frühstücksfernsehen über Geld.", set()),
    (
        "Der Konzern Kravello aus Rotterdam hat Vantaro ein Angebot gemacht. Vantaro schweigt.",
        {("company", "Kravello"), ("company", "Vantaro")},
    ),
    (
        "Der Chef, Kravello-Vorstandsvorsitzender Kai Uwe Brenner, ging.",
        {("person", "Kai Uwe Brenner"), ("company", "Kravello")},
    ),
    ("Kravello-Chef Tan Wei Liang ging.", {("person", "Tan Wei Liang"), ("company", "Kravello")}),
    ("Das sagte er auf Anfrage von heise online.", {("medium", "heise online")}),
    (
        "Der Konzern Kravello einigte sich mit der Stadt auf die Lieferung von Ökostrom.",
        {("company", "Kravello")},
    ),
    (
        "Die Spar- und Darlehensbank Holm übernimmt die Mehrheit am Zulieferer Kravello.",
        {("company", "Spar- und Darlehensbank Holm"), ("company", "Kravello")},
    ),
    (
        "Den Finnen von Kornglück gab der Konzern Kravello einen Kredit.",
        {("company", "Kornglück"), ("company", "Kravello")},
    ),
    (
        "Kravello gehört zur Goldstein-Gruppe. Die Goldstein-Gruppe kauft den Händler Vantaro.",
        {("company", "Goldstein-Gruppe"), ("company", "Kravello"), ("company", "Vantaro")},
    ),
    (
        "Das Kölner Studio Irrwisch wächst. Der Konzern Kravello kauft Irrwisch im Mai.",
        {("company", "Irrwisch"), ("company", "Kravello")},
    ),
    ("Das Ingenieurbüro Tiefgang plant die Halle.", {("company", "Tiefgang")}),
    (
        "Der Konzern Kravello kauft den Stahlkonzern Aceros del Sur. Mit Aceros del Sur wächst er.",
        {("company", "Kravello"), ("company", "Aceros del Sur")},
    ),
    (
        "Die Reederei Van den Hoek wächst. Der Reeder Vent d'Aval schrumpft.",
        {("company", "Van den Hoek"), ("company", "Vent d'Aval")},
    ),
    (
        "Der Wursthersteller Karl Dietmann übernimmt den Rivalen Kravello.",
        {("company", "Karl Dietmann"), ("company", "Kravello")},
    ),
    (
        "Kravello einigte sich mit dem Bremer Staatskonzern Svea Marin. Svea Marin zahlt bar.",
        {("company", "Svea Marin"), ("company", "Kravello")},
    ),
    ("Auftraggeber ist der Konzern Svea Marin.", {("company", "Svea Marin")}),
    ("Seit 2019 führt den Konzern Karl Dietmann als Chef.", {("person", "Karl Dietmann")}),
    (
        "+++ Tuchwerk Nord: Die Tochter des Modekonzerns Kravello schließt ihr Werk.",
        {("company", "Tuchwerk Nord"), ("company", "Kravello")},
    ),
    ("Den Wert beziffert Kranbau Süd auf acht Millionen Euro.", {("company", "Kranbau Süd")}),
    (
        "Kravello kauft den Mineralbrunnen Felsborn.",
        {("company", "Kravello"), ("company", "Felsborn")},
    ),
    (
        "Der Kölner Werkzeughersteller Brandhorst hat Insolvenz angemeldet.",
        {("company", "Brandhorst")},
    ),
    ("Das Start-up Flinka sammelt Geld ein.", {("company", "Flinka")}),
    ("Die Bäckereikette Kornblume schließt Filialen.", {("company", "Kornblume")}),
    ("Beim Autobauer Vantaro stehen die Bänder still.", {("company", "Vantaro")}),
    (
        "Vantaro-Betriebsratschefin Lena Hoff warnt vor Entlassungen.",
        {("company", "Vantaro"), ("person", "Lena Hoff")},
    ),
    ("Die Papiere von Zentiva Solar brachen am Freitag ein.", {("company", "Zentiva Solar")}),
    (
        "Der zum Ardex-Konzern gehörende Zulieferer Plastomer baut Stellen ab.",
        {("company", "Ardex"), ("company", "Plastomer")},
    ),
    ("Laut dem Wirtschaftsmagazin „Profil“ soll der Chef gehen.", {("medium", "Profil")}),
    ("Wie der „Tagesbote“ berichtet, soll der Chef gehen.", {("medium", "Tagesbote")}),
    ("Die Analysten von Kepler Nordlund raten zum Kauf.", {("company", "Kepler Nordlund")}),
    ("Gründer und Chef Tom Brandt bleibt im Amt.", {("person", "Tom Brandt")}),
    ("Co-Chefin Mia Lorenz bleibt im Amt.", {("person", "Mia Lorenz")}),
    (
        "Aufsichtsratsvorsitzender Prof. Dr. Hans Keller bleibt im Amt.",
        {("person", "Hans Keller")},
    ),
    (
        "Der Zulieferer Brandhorst ist pleite. Brandhorsts Finanzchef Uwe Tietz bleibt im Amt.",
        {("company", "Brandhorst"), ("person", "Uwe Tietz")},
    ),
    (
        "Uwe Tietz, Finanzchef von Brandhorst, bleibt im Amt.",
        {("company", "Brandhorst"), ("person", "Uwe Tietz")},
    ),
    ("Firmenchef Jörg Alberts bleibt im Amt.", {("person", "Jörg Alberts")}),
    ("Die Ratingagentur Skala stuft den Konzern herab.", {("company", "Skala")}),
    ("Die Kanzlei Hagen Möller berät den Konzern.", {("company", "Hagen Möller")}),
    ("Die Unternehmensberatung Roland Brugger berät den Konzern.", {("company", "Roland Brugger")}),
    ("Der Ferienflieger Sunara streicht Flüge.", {("company", "Sunara")}),
    ("Der Pharmariese Novantis streicht Stellen.", {("company", "Novantis")}),
    ("Die Drogeriekette Müllerin streicht Stellen.", {("company", "Müllerin")}),
    ("Der Sportwagenbauer Porsano aus Stuttgart streicht Stellen.", {("company", "Porsano")}),
    ("Die Tochter Cronos Logistik streicht Stellen.", {("company", "Cronos Logistik")}),
    ("Die Muttergesellschaft Zentralia N.V. streicht Stellen.", {("company", "Zentralia N.V.")}),
    ("Der Vorstand der Bremer Holz KGaA streicht Stellen.", {("company", "Bremer Holz KGaA")}),
    (
        "Die Schmidt & Söhne GmbH & Co. KG streicht Stellen.",
        {("company", "Schmidt & Söhne GmbH & Co. KG")},
    ),
    (
        "Vorstandschefin Dr. Sabine von der Heide bleibt im Amt.",
        {("person", "Sabine von der Heide")},
    ),
    ("Der 54-jährige Manager Kai Lund übernimmt den Posten.", {("person", "Kai Lund")}),
    (
        "Bei Zumtobel Nova streikt die Belegschaft. Zumtobel Nova hat 300 Mitarbeiter.",
        {("company", "Zumtobel Nova")},
    ),
    (
        "Die Gewerkschaft und Nordlicht streiten sich. Nordlicht beschäftigt 300 Leute.",
        {("company", "Nordlicht")},
    ),
    ("Fintabo steigt in den Markt ein.", {("company", "Fintabo")}),
    ("Der Branchendienst Textilintern meldet das.", {("medium", "Textilintern")}),
    ("Das sagte er der Nachrichtenagentur Telex.", {("medium", "Telex")}),
    ("Das sagte er dem „Stuttgarter Boten“.", {("medium", "Stuttgarter Boten")}),
    ("Bundeswirtschaftsministerin Clara Winter lobte das.", {("person", "Clara Winter")}),
    ("Insolvenzverwalterin Jutta Rost sucht einen Käufer.", {("person", "Jutta Rost")}),
    (
        "Gravotecs Umsatz stieg. Gravotec baut Laser. Die Aktie von Gravotec legte zu.",
        {("company", "Gravotec")},
    ),
    (
        "Der Spielehersteller Pixelbande und dessen Rivale Funkhaus Games fusionieren.",
        {("company", "Pixelbande"), ("company", "Funkhaus Games")},
    ),
    (
        "Mit Ökobau, Holzwerk Tirol und Baufix gibt es drei Bieter.",
        {("company", "Ökobau"), ("company", "Holzwerk Tirol"), ("company", "Baufix")},
    ),
    (
        "Die Modefirmen Lotte & Luise und Karo wachsen.",
        {("company", "Lotte & Luise"), ("company", "Karo")},
    ),
    ("Die Hamburger Reederei Ostwind Lines kauft Schiffe.", {("company", "Ostwind Lines")}),
    ("Konkurrentin Alpora zieht nach.", {("company", "Alpora")}),
    ("Der Versorger Stadtwerke Moosach senkt die Preise.", {("company", "Stadtwerke Moosach")}),
    ("Das Bankhaus Lampert senkt die Zinsen.", {("company", "Bankhaus Lampert")}),
    ("Der Spirituosenhersteller Kümmel Peters wird 100.", {("company", "Kümmel Peters")}),
    ("Die Volksbank Hunsrück fusioniert.", {("company", "Volksbank Hunsrück")}),
    ("Der Elektroautobauer E.Motion ist pleite.", {("company", "E.Motion")}),
    ("Die Gläubiger der 3D-Druck-Firma Laminax stimmten zu.", {("company", "Laminax")}),
    ("Unternehmer Ralf Kobold kauft die Werft.", {("person", "Ralf Kobold")}),
    ("Frau Dr. Klein, Sie führen das Haus seit 2010.", {("person", "Klein")}),
    (
        "Personalchef Ingo Wurst und Finanzchefin Eva Blum gehen.",
        {("person", "Ingo Wurst"), ("person", "Eva Blum")},
    ),
]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[t[0] for t in NAMED])
def test_names_are_found_with_their_kind(text, names):
    """Every name of a sentence, as what it is, and nothing else."""
    entities = load("rules").extract(Article.from_text("x", text)).entities
    assert {(e.kind, e.name) for e in entities} == names


SPREAD = [
    ("Der Anbieter voltwerk meldete Verluste. Im Mai hat voltwerk Leute entlassen.", "voltwerk"),
    ("Das Portal medicus.io hat einen neuen Chef.", "medicus.io"),
    ("Die Basler Corvexa verliert Geld.", "Corvexa"),
    ("Wenig hielt Corvexa bisher. Am Montag meldete Corvexa wieder Verluste.", "Corvexa"),
    ("Die Aktien gehören Hartwig Dichtungstechnik.", "Hartwig Dichtungstechnik"),
    ("Im Mai hat er bei Koneva zwei Kräne bestellt.", "Koneva"),
    ("Ein Kredit der Rheinischen Hypothekenbank hilft.", "Rheinischen Hypothekenbank"),
    ("Ein Konsortium um die Orient Pacific Line (OPL) bietet mit.", "Orient Pacific Line"),
    ("Die Firma Schreiner Textilien wächst. Bei Schreiner sagt man nichts.", "Schreiner Textilien"),
]


@pytest.mark.parametrize(("text", "name"), SPREAD, ids=[t[1] for t in SPREAD])
def test_firms_are_told_by_where_their_names_stand(text, name):
    """Never behind an article, behind the name of a place, small, with a trade, abbreviated."""
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert [(e.kind, e.name) for e in found] == [("company", name)]


def test_an_abbreviation_is_the_same_firm():
    """`Stadtwerke Hemmstedt (SWH)`, then `SWH`."""
    text = "Die Stadtwerke Hemmstedt (SWH) bauen um. Für SWH-Chefin Anna Pohl eilt es. SWH zahlt."
    found = load("rules").extract(Article.from_text("x", text)).entities
    (firm,) = [e for e in found if e.kind == "company"]
    assert firm.name == "Stadtwerke Hemmstedt"
    assert [text[b:e] for b, e in firm.mentions] == ["Stadtwerke Hemmstedt", "SWH", "SWH", "SWH"]


@pytest.mark.parametrize(
    "text",
    [
        "Zugekauft hat er stets wenig. Zugekauft wird nicht.",
        "Der Anbieter abzockt niemanden, der Konzern überschätzt sich.",
        "Alle drei Lieferanten und Kunden sind Lieferant und Kunde.",
    ],
)
def test_verbs_and_kinds_are_no_firms(text):
    """Words at the start of a sentence or behind a kind of company that are no names."""
    assert load("rules").extract(Article.from_text("x", text)).entities == ()


def test_a_kind_is_no_part_of_a_name_that_stands_alone_too():
    """The fullest name is the one without the word that only says what it is."""
    text = (
        "Die Verlagsgruppe Hartmann & Reckel will zukaufen. Ein Verkauf an Hartmann & Reckel"
        " steht nicht zur Debatte."
    )
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert [(e.name, len(e.mentions)) for e in found] == [("Hartmann & Reckel", 2)]


TOGETHER = [
    (
        "Die Firma Ruhland baut um. Das teilte die Ruhland GmbH & Co. KG mit.",
        {("company", "Ruhland GmbH & Co. KG")},
    ),
    (
        "Das Start-up Kronwerkt wächst. Kronwerkt sitzt in Gera. Im Mai liefert Kronwerkt Software"
        " nach Genf, sagte Kronwerkt.",
        {("company", "Kronwerkt")},
    ),
    (
        "Der Brauer Tarvik wirbt um den Limonadenhersteller Melbo. Bisher wollte der Brauer Tarvik"
        " Melbo pachten. Melbo lehnte ab.",
        {("company", "Tarvik"), ("company", "Melbo")},
    ),
    (
        "Die Ostfälische Girobank spart. Die Girobank schließt Filialen.",
        {("company", "Ostfälische Girobank")},
    ),
    (
        "Das sagte Analystin Svetla Wulf von der Privatbank Corvin.",
        {("company", "Privatbank Corvin"), ("person", "Svetla Wulf")},
    ),
    ("Das sagte ein Experte der Beratung Aureum Consult.", {("company", "Aureum Consult")}),
    (
        "Die Versicherung Tilvara stellt um. Das sagt Tilvara-IT-Chefin Anna Pohl.",
        {("company", "Tilvara"), ("person", "Anna Pohl")},
    ),
    (
        "Beteiligt sind der Fonds Auberg Capital und Saathaus.",
        {("company", "Auberg Capital"), ("company", "Saathaus")},
    ),
    ("Wie ein Kölner KI-Start-up Akten liest. Das Dresdner Werk ist ausgelastet.", set()),
    ("Die Kölner Firma Studio Brücke schließt.", {("company", "Studio Brücke")}),
    ("Engadin Privatbank dementiert.", {("company", "Engadin Privatbank")}),
    (
        "Das sagt die Forscherin Ute Holm der Hochschule Gera Logistik.",
        {("person", "Ute Holm")},
    ),
    (
        "Das Terminal wächst. Die Gesellschaft Istria Terminals hilft.",
        {("company", "Istria Terminals")},
    ),
    ("Offen ist, was aus der Allianz mit dem Labor wird.", set()),
    ("Das berichtet die Fachzeitschrift „Holzmarkt“.", {("medium", "Holzmarkt")}),
    ("Es sagte NRW-Minister Jens Holm nichts.", {("person", "Jens Holm")}),
    (
        "Der Hersteller Brunnig & Cie wächst. Zuletzt wollte der Hersteller Brunnig & Cie Kornado"
        " kaufen. Bei Kornado war man dafür.",
        {("company", "Brunnig & Cie"), ("company", "Kornado")},
    ),
    ("Neu ist der Versicherer Alpine Leben.", {("company", "Alpine Leben")}),
    ("Das sagt die New Yorker Firma Tarlake.", {("company", "Tarlake")}),
    ("Die Ostfälische Mittelbahn kauft Züge.", {("company", "Ostfälische Mittelbahn")}),
    ("Mit der Fördertechnik Wendholt baut er.", {("company", "Fördertechnik Wendholt")}),
    ("Die Hallen von Druckpartner Oldenburg.", {("company", "Druckpartner Oldenburg")}),
    ("Bei Chips hat sich Inference zu einem Feld entwickelt.", set()),
    ("Das liefert der Lumetra GmbH Pumpen.", {("company", "Lumetra GmbH")}),
    (
        "Die Salzburger Blütenrein GmbH wächst. Im Vorjahr hatte Blütenrein Verlust gemacht.",
        {("company", "Blütenrein GmbH")},
    ),
    ("Die Beteiligungsgesellschaft Quai du Rhône hilft.", {("company", "Quai du Rhône")}),
    ("Die Basler Gesellschaft Sirius Leben hilft.", {("company", "Sirius Leben")}),
    ("Die Sankt-Anna-Kliniken wachsen.", {("company", "Sankt-Anna-Kliniken")}),
    ("Dann hat die Nordbank Darlehen gekündigt.", {("company", "Nordbank")}),
]


GLUED = [
    (
        "Güterbahn Railonaut geht an Konkurrenten\n\n"
        "Die Duisburger Güterbahn Railonaut wird verkauft.",
        {("company", "Railonaut")},
    ),
    (
        "Es heißt, dass die Großreederei Nordhavn Sie kaufen will. Mit Nordhavn fahren wir gern.",
        {("company", "Nordhavn")},
    ),
    (
        "Das Geld kam von der Hamburger Stiftung Wellenwert.",
        {("company", "Stiftung Wellenwert")},
    ),
    (
        "Die Versorgungsbetriebe Kuhental bauen ein Netz.",
        {("company", "Versorgungsbetriebe Kuhental")},
    ),
    (
        "Das Haus beteiligt sich an dem Münchner Vermögensverwalter Auenufer Partner.",
        {("company", "Auenufer Partner")},
    ),
]


@pytest.mark.parametrize(("text", "names"), GLUED, ids=[t[0][:30] for t in GLUED])
def test_a_name_ends_where_its_neighbour_begins(text, names):
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert {(e.kind, e.name) for e in found} == names


@pytest.mark.parametrize(("text", "names"), TOGETHER, ids=[t[0][:30] for t in TOGETHER])
def test_what_stands_together_may_be_one_name_or_two(text, names):
    """Legal forms and lands belong to a name that is shorter later; goods and others do not."""
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert {(e.kind, e.name) for e in found} == names


CASES = [
    (
        "Das sagte sie der „Norddeutschen Rundschau“. Die „Norddeutsche Rundschau“ berichtete.",
        {("medium", "Norddeutsche Rundschau", 2)},
    ),
    (
        "Das berichtete die Norddeutsche Rundschau. Nach Informationen der Norddeutschen"
        " Rundschau fehlt Geld.",
        {("medium", "Norddeutsche Rundschau", 2)},
    ),
    (
        "Laut Neuer Westfälischer Post fehlt Geld. Die Neue Westfälische Post berichtet das.",
        {("medium", "Neue Westfälische Post", 2)},
    ),
    (
        "Die Norddeutsche Energie AG verkauft ihr Netz. Das sagte ein Sprecher der Norddeutschen"
        " Energie AG.",
        {("company", "Norddeutsche Energie AG", 2)},
    ),
]


@pytest.mark.parametrize(("text", "names"), CASES, ids=[t[0][:40] for t in CASES])
def test_a_name_in_another_case_is_the_same(text, names):
    """It goes by the form that stands behind `die`."""
    entities = load("rules").extract(Article.from_text("x", text)).entities
    assert {(e.kind, e.name, len(e.mentions)) for e in entities} == names


@pytest.mark.parametrize(
    "text",
    [
        "Foto: Ulla Merz/Bildwerk\n\nDie Korvat AG baut um.",
        "Die Korvat AG baut um. (Fotografin Ulla Merz/Bildwerk)",
        "Photo: Ulla Merz/Picture House\n\nThe software maker Korvat AG is moving to Leeds.",
    ],
)
def test_who_took_a_picture_and_for_whom_is_no_name(text):
    """The two with a slash between them are nobody."""
    assert {e.name for e in load("rules").extract(Article.from_text("x", text)).entities} == {
        "Korvat AG"
    }


def test_a_registered_name_keeps_its_identifier_in_any_case():
    """`der Norddeutsche Verlag` is the `Norddeutscher Verlag` that a workspace knows."""
    known = Known("company", "Norddeutscher Verlag", (), "https://example.org/company/nv")
    text = "Der Norddeutsche Verlag hat die Korvat AG gekauft. Das teilte Norddeutscher Verlag mit."
    found = load("rules").extract(Article.from_text("x", text), [known])
    (entity,) = [e for e in found.entities if "Verlag" in e.name]
    assert (entity.name, entity.iri, len(entity.mentions)) == (known.name, known.iri, 2)


NO_FIRMS = [
    "Die Staatsanwaltschaft Limburg ermittelt gegen die Korvat AG. Die Polizei Gifhorn hilft.",
    "In Werl fehlen Ärzte. Der Schließung des Hauses Werl widerspricht die Korvat AG.",
    "Der Verband Untere Lahn klagt gegen die Korvat AG.",
    "Kathodenmaterial liefert die Korvat AG. Kathodenmaterial bleibt knapp.",
]


@pytest.mark.parametrize("text", NO_FIRMS)
def test_places_of_authorities_lands_of_bodies_and_materials_are_no_firms(text):
    assert {e.name for e in load("rules").extract(Article.from_text("x", text)).entities} == {
        "Korvat AG"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Das Werk gehört dem Konzern Kessler Umwelt. Kessler Umwelt dementierte das.",
        "Der Konzern Kessler Umwelt wächst. Kessler Umwelt habe Geld, sagte Vorstand Jan Kessler.",
    ],
)
def test_a_noun_that_always_stands_behind_a_name_belongs_to_it(text):
    found = load("rules").extract(Article.from_text("x", text)).entities
    assert [e.name for e in found if e.kind == "company"] == ["Kessler Umwelt"]
