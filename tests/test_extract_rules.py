"""German rules, one small example each."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from onrecord.extract.register import Known


def read(text, known=()):
    return load("rules").extract(Article.from_text("x", text), known)


def words(text, spans):
    return " … ".join(text[b:e] for b, e in spans)


SPEECH = [
    (
        "Reported",
        "In Finanzkreisen war von 3 Millionen Euro die Rede.",
        "In Finanzkreisen war von 3 Millionen Euro die Rede.",
        "Finanzkreisen",
    ),
    (
        "Reported",
        "Ökonomen sehen darin ein gutes Zeichen.",
        "Ökonomen sehen darin ein gutes Zeichen.",
        "Ökonomen",
    ),
    (
        "Reported",
        "Die Werft Nordholm begrüßte den Schritt, forderte aber Garantien.",
        "Die Werft Nordholm begrüßte den Schritt, forderte aber Garantien.",
        "Die Werft Nordholm",
    ),
    (
        "FreeIndirect",
        "Die Werft soll mit einem Investor verhandeln.",
        "Die Werft soll mit einem Investor verhandeln.",
        "",
    ),
    (
        "FreeIndirect",
        "Der Preis soll bei 3 Millionen Euro liegen.",
        "Der Preis soll bei 3 Millionen Euro liegen.",
        "",
    ),
    (
        "Reported",
        "Landrätin Ute Holm zeigte sich erleichtert.",
        "Landrätin Ute Holm zeigte sich erleichtert.",
        "Landrätin Ute Holm",
    ),
    (
        "Reported",
        "Umweltschützer begrüßten das Vorhaben.",
        "Umweltschützer begrüßten das Vorhaben.",
        "Umweltschützer",
    ),
    (
        "Reported",
        "Die Kosten beziffert die Werft Nordholm auf 3 Millionen Euro.",
        "Die Kosten beziffert die Werft Nordholm auf 3 Millionen Euro.",
        "die Werft Nordholm",
    ),
    (
        "Reported",
        "Der Vorsitzende des Betriebsrats, Max Holm, nannte sie einen Schlag.",
        "Der Vorsitzende des Betriebsrats, Max Holm, nannte sie einen Schlag.",
        "Der Vorsitzende des Betriebsrats, Max Holm",
    ),
    (
        "Indirect",
        "Das Haus hat die Werft gekauft, wie es am Donnerstag mitteilte.",
        "Das Haus hat die Werft gekauft",
        "es",
    ),
    (
        "Indirect",
        "Auf der Liste steht dem Vernehmen nach die Werft.",
        "Auf der Liste steht … die Werft",
        "",
    ),
    ("Direct", "„Wir liefern“, sagte Chefin Ute Holm.", "„Wir liefern“", "Chefin Ute Holm"),
    (
        "Direct",
        "Chefin Ute Holm sagte: „Wir liefern im Mai.“",
        "„Wir liefern im Mai.“",
        "Chefin Ute Holm",
    ),
    ("Direct", "»Das ist ein guter Tag«, so Ute Holm.", "»Das ist ein guter Tag«", "Ute Holm"),
    ("Direct", '"Das ist ein guter Tag", sagte Ute Holm.', '"Das ist ein guter Tag"', "Ute Holm"),
    (
        "Direct",
        "Wir liefern pünktlich. Und gern. - Ute Holm, Werftchefin",
        "Wir liefern pünktlich. Und gern.",
        "Ute Holm",
    ),
    (
        "Direct",
        "„Wenn wir zögern“, sagte Ute Holm, „verlieren wir den Auftrag.“",
        "„Wenn wir zögern“ … „verlieren wir den Auftrag.“",
        "Ute Holm",
    ),
    ("Indirect", "Ute Holm sagte, dass die Werft liefere.", "dass die Werft liefere", "Ute Holm"),
    (
        "Indirect",
        "Ute Holm sagte, die Werft liefere im Mai.",
        "die Werft liefere im Mai",
        "Ute Holm",
    ),
    (
        "Indirect",
        "Die Werft liefere im Mai, sagte Ute Holm.",
        "Die Werft liefere im Mai",
        "Ute Holm",
    ),
    (
        "Indirect",
        "Die Werft teilte am Montag mit, dass sie liefert.",
        "dass sie liefert",
        "Die Werft",
    ),
    ("Indirect", "Ute Holm kündigte an, im Mai zu liefern.", "im Mai zu liefern", "Ute Holm"),
    ("Indirect", "Laut Ute Holm liefert die Werft im Mai.", "liefert die Werft im Mai", "Ute Holm"),
    ("Indirect", "Nach Angaben der Werft läuft der Bau.", "läuft der Bau", "Angaben der Werft"),
    (
        "Indirect",
        "Die Werft hat Medienberichten zufolge Schulden.",
        "Die Werft hat … Schulden",
        "Medienberichten",
    ),
    (
        "Indirect",
        "Wie der Hafenkurier berichtet, fehlt der Werft Geld.",
        "fehlt der Werft Geld",
        "der Hafenkurier",
    ),
    (
        "Indirect",
        "Ute Holm ist der Meinung, dass der Bau gelingt.",
        "dass der Bau gelingt",
        "Ute Holm",
    ),
    (
        "Indirect",
        "Ein Bericht, wonach die Werft Geld braucht, machte Eindruck.",
        "die Werft Geld braucht",
        "Ein Bericht",
    ),
    (
        "Indirect",
        "Die Werft, sagte Ute Holm, sei gerettet.",
        "Die Werft … sei gerettet",
        "Ute Holm",
    ),
    (
        "Indirect",
        "Die Werft hat heute bekannt gegeben, dass sie baut.",
        "dass sie baut",
        "Die Werft",
    ),
    ("Indirect", "Im Mai wurde bekannt, dass die Werft baut.", "dass die Werft baut", ""),
    ("Indirect", "Der Bau ruhe, ließ die Werft mitteilen.", "Der Bau ruhe", "die Werft"),
    (
        "Indirect",
        "Ute Holm beklagte einen Streit, der viele Stellen koste.",
        "der viele Stellen koste",
        "Ute Holm",
    ),
    (
        "Indirect",
        "Ute Holm hält es für möglich, dass die Werft baut.",
        "dass die Werft baut",
        "Ute Holm",
    ),
    (
        "Indirect",
        "Ute Holm sagte, die Werft baue noch, und warnte vor einem Streik.",
        "die Werft baue noch",
        "Ute Holm",
    ),
    (
        "Indirect",
        "Die Chefin der Werft, Ute Holm, sagte dem Hafenkurier, einem Blatt aus Kiel, man baue.",
        "man baue",
        "Die Chefin der Werft, Ute Holm",
    ),
    (
        "Indirect",
        "Nach dpa-Informationen fehlt der Werft Geld.",
        "fehlt der Werft Geld",
        "dpa-Informationen",
    ),
    (
        "Direct",
        "Von einer „gezielten Irreführung“ sprach Ute Holm.",
        "„gezielten Irreführung“",
        "Ute Holm",
    ),
]


@pytest.mark.parametrize(
    ("kind", "text", "quote", "speaker"), SPEECH, ids=[s[1][:40] for s in SPEECH]
)
def test_speech_is_found_with_its_speaker(kind, text, quote, speaker):
    """One form of reported speech each: type, words and speaker."""
    found = read(text).quotes
    assert [(q.type, words(text, q.quote), words(text, q.speaker)) for q in found] == [
        (kind, quote, speaker)
    ]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ute Holm sagte dem Hafenkurier, die Werft liefere.", "dem Hafenkurier"),
        ("Die Werft sei gerettet, sagte Ute Holm gegenüber Reuters.", "Reuters"),
        ("Ute Holm sagte am Montag, die Werft liefere.", ""),
    ],
)
def test_the_addressee_stands_in_the_frame(text, whom):
    """A dative behind the verb, or `gegenüber`."""
    (quote,) = read(text).quotes
    assert words(text, quote.addressee) == whom


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Das Volumen beziffert Werftchef Jan Holm auf 3 Millionen Euro.", "Werftchef Jan Holm"),
        ("Bei Korvat weist man das zurück, der Konzern Korvat zahle pünktlich.", "Korvat"),
    ],
)
def test_who_speaks_may_stand_behind_the_verb_or_be_the_house(text, speaker):
    """A thing before the verb is what is told of; `bei X` says for whom `man` speaks."""
    found = load("rules").extract(Article.from_text("x", text)).quotes
    assert [text[b:e] for q in found[:1] for b, e in q.speaker] == [speaker]


def test_konjunktiv_without_a_frame_belongs_to_who_spoke_before():
    """A run of such sentences is one quotation; `man` and `sie` are the speaker before."""
    text = "Chefin Ute Holm sagte: „Wir liefern.“ Man habe genug Leute. Sie rechne mit Gewinn."
    run = read(text).quotes[-1]
    assert run.type == "IndirectFreeIndirect"
    assert words(text, run.quote) == "Man habe genug Leute. Sie rechne mit Gewinn."
    assert run.holder == "Ute Holm"


def test_konjunktiv_may_follow_somebody_who_was_only_described():
    """`X reagierte gereizt. Man habe …`: the subject of the sentence before speaks."""
    text = "Darauf angesprochen, reagierte Werftchef Jens Peel gereizt. Man habe nichts zugesagt."
    (run,) = read(text).quotes
    assert run.holder == "Jens Peel"


def test_the_sentence_before_is_meant_by_das():
    """`Das teilte X mit.`: the sentence before and the pronoun are the quotation."""
    text = "Die Werft baut zwei Fähren. Das teilte das Unternehmen mit."
    (quote,) = read(text).quotes
    assert words(text, quote.quote) == "Die Werft baut zwei Fähren. … Das"


def test_hearsay_needs_a_perfect_a_plan_is_none():
    """`soll gebaut haben` is hearsay; `soll gebaut werden` is a plan of the author's account."""
    assert [q.type for q in read("Die Werft soll Geld verloren haben.").quotes] == ["FreeIndirect"]
    assert read("Die Fähre soll im Mai gebaut werden.").quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Die Werft könnte im Mai liefern.",
        "Die Werft will im Mai liefern.",
        "Ein Sprecher wollte sich dazu nicht äußern.",
        "Das Magazin „Der Hafen“ erscheint im Mai.",
        "Der sogenannte „Flüsterfrachter“ liegt im Dock.",
        "Sollte das Geschäft scheitern, dürften Stellen wegfallen.",
    ],
)
def test_what_is_no_statement(text):
    """Guesses, plans, refused comments, titles and scare quotes are not proposed."""
    assert read(text).quotes == ()


def test_a_report_inside_a_report_is_two_quotations():
    """`A berichtet, dass B gesagt habe, …`"""
    text = "Der Hafenkurier berichtet, dass Ute Holm gesagt habe, die Werft sei gerettet."
    found = read(text).quotes
    assert [words(text, q.speaker) for q in found] == ["Der Hafenkurier", "Ute Holm"]


AMOUNTS = [
    ("3,5 Milliarden Euro", "EUR", "3500000000", None, None, "exact"),
    ("1.200 Euro", "EUR", "1200", None, None, "exact"),
    ("12,50 Euro", "EUR", "12.5", None, None, "exact"),
    ("bis zu 2 Mrd. US-Dollar", "USD", None, None, "2000000000", "upper-bound"),
    ("maximal 900.000 Franken", "CHF", None, None, "900000", "upper-bound"),
    ("weniger als 5 Millionen Pfund", "GBP", None, None, "5000000", "upper-bound"),
    ("mindestens 40 Mio. Euro", "EUR", None, "40000000", None, "lower-bound"),
    ("mehr als eine Milliarde Dollar", "USD", None, "1000000000", None, "lower-bound"),
    ("knapp drei Millionen Yen", "JPY", "3000000", None, None, "approximate"),
    ("rund eine halbe Milliarde Euro", "EUR", "500000000", None, None, "approximate"),
    ("zwischen 3 und 5 Milliarden Euro", "EUR", None, "3000000000", "5000000000", "range"),
    ("300 bis 350 Millionen Dollar", "USD", None, "300000000", "350000000", "range"),
    ("mehrere hundert Millionen Euro", "EUR", None, None, None, "vague"),
    ("4 Milliarden schwedische Kronen", "SEK", "4000000000", None, None, "exact"),
    ("anderthalb Billionen Dollar", "USD", "1500000000000", None, None, "exact"),
    ("€ 7 Millionen", "EUR", "7000000", None, None, "exact"),
]


@pytest.mark.parametrize(("printed", "currency", "value", "least", "most", "kind"), AMOUNTS)
def test_an_amount_keeps_its_qualifier(printed, currency, value, least, most, kind):
    """Span with qualifier, currency, figures and kind."""
    text = f"Die Werft zahlt {printed} für den Kran."
    (found,) = read(text).amounts
    assert text[slice(*found.span)] == printed
    assert (found.currency, found.value, found.min, found.max, found.kind) == (
        currency, value, least, most, kind,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Die Werft wächst um 30 Prozent.", "Sie hat 5 Millionen Kunden.", "Im Jahr 2027."]
)
def test_what_is_no_amount(text):
    """Percentages, counts of other things and years."""
    assert read(text).amounts == ()


def test_a_contract_over_a_sum_is_exact():
    """`ein Vertrag über 40 Millionen` names the sum; `über 40 Millionen` alone is a bound."""
    assert read("Ein Vertrag über 40 Millionen Euro kam zustande.").amounts[0].kind == "exact"
    assert read("Es kostet über 40 Millionen Euro im Jahr.").amounts[0].kind == "lower-bound"


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("über 10 Milliarden US-Dollar", "lower-bound"), ("unter 5 Mio. US-Dollar", "upper-bound")],
)
def test_nothing_stands_before_an_amount_that_opens_the_text(printed: str, kind: str) -> None:
    """Its own last word, `Dollar`, is not the noun before it."""
    assert read(printed).amounts[0].kind == kind


TIMES = [
    ("am 12. Dezember 2026", "12. Dezember 2026", "2026-12-12"),
    ("im März 2027", "März 2027", "2027-03"),
    ("bis 2030", "bis 2030", "../2030"),
    ("erst 2028", "erst 2028", "2028/.."),
    ("im zweiten Quartal 2027", "zweiten Quartal 2027", "2027-34"),
    ("von 2026 bis 2028", "2026 bis 2028", "2026/2028"),
    ("im vergangenen Jahr", "vergangenen Jahr", ""),
    ("am Freitag", "Freitag", ""),
]


@pytest.mark.parametrize(("printed", "span", "edtf"), TIMES)
def test_a_time_is_edtf_or_relative(printed, span, edtf):
    """Absolute times get EDTF; what is relative to the day of writing keeps it empty."""
    text = f"Die Werft liefert {printed} zwei Fähren."
    (found,) = read(text).times
    assert (text[slice(*found.span)], found.edtf) == (span, edtf)


def test_names_are_found_by_office_kind_form_and_compound():
    """Then short forms, genitives and first parts of compounds are mentions."""
    text = (
        "Der Anlagenbauer Korvat liefert. Korvat-Chef Till Agerer lobt die Bank Merz AG. "
        "Agerers Plan gefällt auch Korvats Rivalen, schreibt die Zeitung Elbpost."
    )
    found = {(e.kind, e.name): [text[b:e_] for b, e_ in e.mentions] for e in read(text).entities}
    assert found[("company", "Korvat")] == ["Korvat", "Korvat", "Korvat"]
    assert found[("person", "Till Agerer")] == ["Till Agerer", "Agerer"]
    assert ("medium", "Elbpost") in found


def test_the_register_gives_names_their_iri():
    """A name of the register is found by its aliases and carries its IRI."""
    known = [Known("company", "Zeta Labs", ("Zetalab",), "https://example.org/company/zeta")]
    (entity,) = read("Gestern hat Zetalab gewonnen und nichts gesagt.", known).entities
    assert (entity.name, entity.iri) == ("Zetalab", "https://example.org/company/zeta")


def test_an_office_is_read_before_and_behind_a_name():
    """`X-Chefin Name` and `Name, Chef der X`."""
    text = "Korvat-Chefin Ute Holm schwieg. Jens Peel, Chef der Reederei Nordkai, sprach."
    found = {(o.person, o.office, o.company) for o in read(text).offices}
    assert found == {("Ute Holm", "Chefin", "Korvat"), ("Jens Peel", "Chef", "Nordkai")}


@pytest.mark.parametrize(
    ("text", "quote", "holder"),
    [
        (
            "Laut Ute Holm ist das Werk verkauft; die Korvat AG bestreitet das.",
            "ist das Werk verkauft",
            "Ute Holm",
        ),
        (
            "Ute Holm kündigte an, niemanden zu entlassen; die Korvat AG bestätigt das nicht.",
            "niemanden zu entlassen",
            "Ute Holm",
        ),
        (
            "Laut Ute Holm ist das Werk verkauft; die Korvat AG habe schon gezahlt.",
            "ist das Werk verkauft; die Korvat AG habe schon gezahlt.",
            "Ute Holm",
        ),
    ],
)
def test_what_stands_behind_a_semicolon_may_be_the_authors(text, quote, holder):
    """In the indicative it is: nobody is made to deny what they said themselves."""
    found = read(text).quotes[0]
    assert words(text, found.quote).rstrip(".") == quote.rstrip(".") and found.holder == holder


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Die Korvat AG streitet. Das Werk hat die Lumetra GmbH nach eigenen Angaben verkauft.",
         "Lumetra GmbH"),
        ("Nach eigenen Angaben hat die Korvat AG das Werk gekauft.", "Korvat AG"),
        ("Ute Holm besitzt eigenen Angaben zufolge ein Werk.", "Ute Holm"),
    ],
)  # fmt: skip
def test_own_words_are_those_of_whom_the_sentence_is_about(text, holder):
    """`nach eigenen Angaben` names nobody; its sentence does."""
    assert [q.holder for q in read(text).quotes] == [holder]
