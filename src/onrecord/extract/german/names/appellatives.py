"""Common nouns of business news: capitalised in German, yet no names."""

COMMON_NOUNS = frozenset(
    """
    Bord Deck Ufer Gewicht Tempo Boden Schwung Substanz Zulauf Fahrt Vorkasse Miete Pacht
    Krediten Darlehen Anleihen Anteilen Aufträgen Züge Zügen Busse Bussen Servern Patenten Häusern
    Bedenken Komponenten Module Zellen Sitze Gehäuse Grundstücke Fähren Lastwagen Lokomotiven
    Waggons Kassen Displays Achsen Karosserien Stoffe Anzeigen Spots Serien Bücher Tickets Flüge
    Zimmer Plätze Räume Hallen Parkplätze Ladesäulen Masten Türme Satelliten Raketen Drohnen Panzer
    Waffen Fahrräder Akkus
    Inference Inferenz Reasoning Rendering Training Hosting Computing Gaming Streaming Onboarding
    Abend Ablauf Abnehmer Absatz Abschluss Absicht Abteilung Akten Aktie Aktien Aktienkurs
    Aktionäre Aktionär Allianz Alternative Alternativen Amt Analyse Analysten Anbieter Anfang
    Anfrage Angaben Angebot Angebote Angst Ankündigung Anlage Anlagen Anlass Anleger Anleihe
    Anspruch Anteil Anteile Anteilseigner Antrag Antwort Arbeit Arbeiter Arbeitgeber
    Arbeitsplätze Artikel Auflagen Aufsicht Aufsichtsrat Aufträge Auftrag Auge Augen Ausbau
    Ausblick Ausgaben Aussage Aussagen Aussicht Austausch Auto Autos Bahn Banken Bank Bau
    Bauteile Bedarf Bedingungen Beginn Behörde Behörden Beispiel Beitrag Belegschaft Bereich
    Bericht Berichte Beschäftigte Besitz Bestand Bestellung Bestellungen Beteiligte
    Beteiligung Betrag Betrieb Betriebsrat Betroffen Betroffene Bewertung Bieter Bilanz Blick
    Börse Branche Branchenkenner Brief Bund Büro Chance Chancen Chef Chips Daten Deal Details
    Dienst Dienste Ding Dinge Druck Effekt Ende Energie Entscheidung Entwicklung Erfolg
    Ergebnis Erlös Erlöse Ersatz Erwartungen Etat Experten Export Exporte Fabrik Fabriken
    Fachleute Fall Familie Fehler Fertigung Filialen Finanzen Finanzierung Firma Firmen Folge
    Folgen Fonds Form Forschung Frage Fragen Frau Frauen Freitag Frist Früchte Fusion Gas
    Gebäude Gefahr Gegenzug Geld Gelder Geräte Gericht Gerücht Gerüchte Geschäft Geschäfte
    Gesellschaft Gesetz Gespräch Gespräche Gewerkschaft Gewerkschaften Gewinn Gewinne Glas
    Glasfaser Grenze Grenzen Größe Grund Gründe Gründer Gründerin Gruppe Hafen Hand Händler
    Handel Haus Häuser Heimat Herbst Hersteller Herz Hilfe Hilfen Hinweis Hinweise Hoffnung
    Idee Industrie Inflation Information Informationen Inhaber Innovation Insider Institut
    Institute Interesse Interessen Investition Investitionen Investor Investoren Jahr Jahre
    Jahren Kabel Kapital Kapazitäten Kauf Käufer Kaufpreis Kern Klage Klagen Konkurrent
    Konkurrenten Konkurrenz Kontakt Kontrolle Konzern Konzerne Kooperation Kosten Kraft Kredit
    Kredite Kreise Kreisen Krieg Krise Kritik Kritiker Kunde Kunden Kundin Kurs Kurse Lage Land
    Lager
    Leben Leistung Leiter Leitung Leute Liefertermin Lieferung Lieferungen Lieferanten Lizenz
    Lizenzen Lkw Lösung Lösungen Luft Macht Mai Management Manager Mangel Mann Männer Markt
    Märkte Marke Marken Maschinen Maßnahmen Medien Mehrheit Mehrheitseigner Meldung Menge
    Mengen Menschen Messe Milliarden Minister Ministerium Mitarbeiter Mitte Mitteilung Mittel
    Modell Modelle Möglichkeit Monat Monate Monaten Montag Mutter Nachfrage Nachricht
    Nachrichten Name Namen Netz Netze Neubau Niveau Nutzer Öl Offerte Option Optionen Order
    Ort Papier Papiere Partner Partnern Partnerschaft Patent Patente Personal Personen Pläne
    Plan Plattform Platz Politik Politiker Position Prämie Preis Preise Problem Probleme
    Produkt Produkte Produktion Prognose Programm Projekt Projekte Prozent Punkt Punkte
    Quartal Quelle Quellen Rahmen Rat Raum Rechnung Recht Rechte Regierung Region Regionen
    Reihe Rendite Risiken Risiko Roboter Rohstoffe Rolle Runde Sache Sachsen Schaden Schiff
    Schiffe Schließung Schritt Schritte Schub Schulden Schutz Seite Seiten Semester Serie
    Sicherheit Signal Sinn Sitz Sommer Sorge Sorgen Sprecher Sprecherin Sparprogramm Staat
    Stadt Stahl Standort Standorte Start Stelle Stellen Steuer Steuern Strategie Streit Strom
    Studie Studien Summe Summen System Systeme Tag Tage Tagen Technik Technologie Teil Teile
    Termin Test Tests Thema Themen Titel Tochter Töchter Transaktion Treffen Turbinen
    Übernahme Umfrage Umfeld Umsatz Umsätze Umstände Umwelt Unternehmen Unterlagen Urteil
    Verband Verbände Verbraucher Verfahren Vergangenheit Vergleich Verhandlungen Verhältnis
    Verkauf Verlust Verluste Vermögen Versicherer Versorgung Vertrag Verträge Vertrauen
    Vertreter Volumen Vorbehalt Vorbehalte Vorfeld Vorgang Vorhaben Vorjahr Vorschlag
    Vorsprung Vorstand Vorteil Vorteile Vorwürfe Wachstum Waren Ware Wasser Wechsel Weg Wege
    Weise Welt Werbung Werk Werke Wert Werte Wettbewerb Wettbewerber Wirtschaft Woche Wochen
    Wochenende Wort Worte Worten Zahl Zahlen Zahlung Zahlungen Zeichen Zeit Zeiten Zeitung
    Zentrum Ziel Ziele Zinsen Zoll Zölle Zugang Zukunft Zukauf Zulieferer Zusage Zusagen
    Zusammenarbeit Zusammenschluss Zusammenhang Zustand Zustimmung Zuwachs Zweck Zweifel
    Batterien Batterie Autobauer Vorwurf Vereinbarung Vereinbarungen Verhandlung
    Kartellbehörden Wettbewerbshüter Marktanteil Marktanteile Mehrwert Beschäftigten
    Tarifvertrag Streik Streiks Urlaub Bauern Landwirte Kommunen Mieter Wohnungen Wohnung
    Immobilien Flugzeuge Flugzeug Passagiere Gäste Fahrzeuge Fahrzeug Anlegern Aktionären
    Kundinnen Kunst Kultur Bildung Musik Sport Fußball Verein Software Hardware Cloud
    Rechenzentren Rechenzentrum Speicher Server Prozessoren Prozessor Grafikkarten Halbleiter
    Wafer Sensoren Motoren Triebwerke Medikament Medikamente Impfstoff Impfstoffe Wirkstoff
    Wirkstoffe Patienten Ärzte Klinik Kliniken Apotheken Filiale Läden Geschäftsjahr Halbjahr
    Geschäftsführung Geschäftsführer Vorsitz Hauptversammlung Aufsichtsräte Vorständen
    Vorstände Insolvenz Insolvenzverwalter Sanierung Umbau Restrukturierung Kündigung
    Kündigungen Stellenabbau Millionen Milliarde Million Dutzend Hälfte Drittel Viertel Rest
    Großteil Dollar Euro Beobachter Fachkreise Ökonomen Experte Expertin Analystin Analyst
    Anwälte Juristen Dementi Scheitern Bemühungen Gegenteil Hintergrund Mehr Weniger Viele
    Einige Manche Alle Beide Andere Jeder Niemand Nichts Etwas Vieles Alles
    """.split()
)
GENERIC_BANKS = frozenset(
    """bank zentralbank notenbank großbank investmentbank privatbank bundesbank hausbank weltbank
    geschäftsbank entwicklungsbank förderbank datenbank regionalbank direktbank onlinebank
    sparkassenbank depotbank staatsbank europabank universalbank anklagebank werkbank sitzbank
    emissionsbank konsortialbank auffangbank doggerbank sandbank parkbank gartenbank blutbank
    samenbank spielbank nebelbank schulbank drehbank eisbank genbank zellbank ersatzbank
    bürgschaftsbank investitionsbank aufbaubank nationalbank landesbank volksbank kantonalbank
    genossenschaftsbank hypothekenbank raiffeisenbank regierungsbank bankenbank
    schattenbank""".split()
)
