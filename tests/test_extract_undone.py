"""A deal that somebody did not make, does not want or rules out is no deal that was made: nobody is
told to buy what he says he does not buy, in German and in English."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

ENGLISH = """Airline Volanta and chip company Merriton were in the news. Investor Corbel Partners \
was not. Anna Berg is chief executive of Volanta.

"""
GERMAN = """Die Fluglinie Volanta und der Chiphersteller Merriton waren in den Nachrichten. Der \
Investor Corbel war es nicht. Anna Berg ist Chefin von Volanta.

"""
NOT_SO = {
    ENGLISH: """
    Volanta has never made an offer for Merriton.
    Volanta has never made an offer for Merriton, Berg said.
    “We have never made an offer for Merriton,” said Anna Berg.
    Volanta did not buy Merriton.
    Volanta has not bought Merriton.
    Volanta will not buy Merriton.
    Volanta won’t buy Merriton.
    Volanta is not buying Merriton.
    Volanta has no intention of buying Merriton.
    Volanta has no plans to acquire Merriton.
    Volanta is not planning a bid for Merriton.
    Volanta does not want to take over Merriton.
    Volanta never wanted to take over Merriton.
    Volanta has not invested in Merriton.
    Volanta will not invest $3 billion in Merriton.
    Volanta would not invest in Merriton, the company said.
    Volanta has never invested a cent in Merriton.
    Volanta has not submitted a bid for Merriton.
    Volanta said it had not bid for Merriton.
    Volanta has not agreed to buy Merriton.
    Volanta has not signed a contract with Merriton.
    There is no deal between Volanta and Merriton.
    There will be no merger of Volanta and Merriton.
    There was never any agreement between Volanta and Merriton.
    No agreement was reached between Volanta and Merriton.
    Volanta and Merriton are not merging.
    Volanta and Merriton have not formed a partnership.
    Volanta ruled out a takeover of Merriton.
    Volanta ruled out buying Merriton.
    Volanta has ruled out a bid for Merriton.
    Volanta rejected reports that it would buy Merriton.
    Volanta called reports of a bid for Merriton false.
    It is not true that Volanta will buy Merriton, Berg said.
    Reports that Volanta is buying Merriton are untrue, Berg said.
    Volanta does not hold a stake in Merriton.
    Volanta holds no stake in Merriton.
    Volanta refused to buy Merriton.
    Volanta declined to invest in Merriton.
    Volanta decided against buying Merriton.
    Volanta chose not to invest in Merriton.
    Neither Volanta nor Corbel Partners will buy Merriton.
    Nobody has made an offer for Merriton, Volanta said.
    Volanta does not supply Merriton.
    Volanta has never supplied chips to Merriton.
    Volanta has not ordered any chips from Merriton.
    Volanta is no longer interested in buying Merriton.
    Volanta is not interested in Merriton.
    Volanta has not been in talks with Merriton.
    Volanta denied any talks with Merriton.
    A takeover of Merriton by Volanta is not planned.
    A takeover of Merriton by Volanta is out of the question.
    A sale of Merriton to Volanta is not on the agenda.
    Merriton is not for sale, Volanta was told.
    Merriton will not be sold to Volanta.
    Merriton was not sold to Volanta.
    Merriton has not been acquired by Volanta.
    Merriton will not be taken over by Volanta.
    Volanta never promised to invest 100 billion dollars in Merriton.
    Volanta is under no obligation to invest in Merriton.
    Contrary to reports, Volanta is not acquiring Merriton.
    Volanta hasn't made a bid for Merriton.
    Volanta didn't invest in Merriton.
    Volanta isn't buying Merriton.
    At no time did Volanta offer to buy Merriton.
    Volanta has at no point held talks with Merriton.
    Berg dismissed talk of a bid for Merriton.
    There was no truth in reports that Volanta would acquire Merriton, Berg said.
    Volanta shot down rumours of a merger with Merriton.
    “We are not in talks with Merriton,” Berg said.
    “We have no plans to invest in Merriton,” Berg said.
    “There is no such agreement with Merriton,” Berg said.
    Volanta insisted it had not made any approach to Merriton.
    Volanta said it had no current plans for a takeover of Merriton.
    Volanta does not intend to raise its stake in Merriton.
    Volanta rejected an offer from Merriton.
    Merriton has not sold any shares to Volanta.
    Volanta has not sold its stake in Merriton.
    Volanta will not supply chips to Merriton.
    Volanta won't be buying chips from Merriton.
    Volanta has not placed an order with Merriton.
    Volanta never entered a partnership with Merriton.
    The partnership between Volanta and Merriton does not exist.
    Volanta and Merriton did not reach an agreement.
    Volanta and Merriton failed to agree on a merger.
    Volanta is against buying Merriton.
    Volanta would rather not buy Merriton.
    Volanta cannot buy Merriton.
    Volanta has not committed to buying Merriton.
    Volanta has made no commitment to invest in Merriton.
    Volanta made no offer for Merriton.
    Volanta submitted no bid for Merriton.
    Volanta refuses to sell Merriton its chips.
    """,
    GERMAN: """
    Volanta hat nie ein Angebot für Merriton abgegeben.
    Volanta hat nie ein Angebot für Merriton abgegeben, sagte Berg.
    „Wir haben nie ein Angebot für Merriton gemacht“, sagte Anna Berg.
    Volanta hat Merriton nicht gekauft.
    Volanta wird Merriton nicht kaufen.
    Volanta kauft Merriton nicht.
    Volanta werde Merriton nicht kaufen, sagte Berg.
    Volanta hat nicht die Absicht, Merriton zu kaufen.
    Volanta hat keine Pläne, Merriton zu übernehmen.
    Volanta plant keine Übernahme von Merriton.
    Volanta plant kein Gebot für Merriton.
    Volanta will Merriton nicht übernehmen.
    Volanta wollte Merriton nie übernehmen.
    Volanta hat nicht in Merriton investiert.
    Volanta wird nicht drei Milliarden Dollar in Merriton investieren.
    Volanta werde nicht 3 Milliarden Dollar in Merriton investieren, sagte Berg.
    Volanta hat keinen Cent in Merriton investiert.
    Volanta investiert nicht in Merriton.
    Volanta hat kein Gebot für Merriton vorgelegt.
    Volanta habe nicht für Merriton geboten, teilte das Unternehmen mit.
    Volanta hat dem Kauf von Merriton nicht zugestimmt.
    Volanta hat keinen Vertrag mit Merriton unterschrieben.
    Es gibt keinen Vertrag zwischen Volanta und Merriton.
    Es wird keine Fusion von Volanta und Merriton geben.
    Zwischen Volanta und Merriton gab es nie eine Vereinbarung.
    Volanta und Merriton fusionieren nicht.
    Volanta und Merriton haben keine Partnerschaft geschlossen.
    Volanta schließt eine Übernahme von Merriton aus.
    Volanta schloss aus, Merriton zu kaufen.
    Volanta hat ein Gebot für Merriton ausgeschlossen.
    Volanta wies Berichte zurück, dass man Merriton kaufen wolle.
    Volanta bezeichnete Berichte über ein Gebot für Merriton als falsch.
    Es stimme nicht, dass Volanta Merriton kaufen werde, sagte Berg.
    Berichte, Volanta wolle Merriton kaufen, seien unwahr, sagte Berg.
    Volanta hält keine Anteile an Merriton.
    Volanta ist nicht an Merriton beteiligt.
    Volanta beteiligt sich nicht an Merriton.
    Volanta weigerte sich, Merriton zu kaufen.
    Volanta lehnte es ab, in Merriton zu investieren.
    Volanta entschied sich gegen einen Kauf von Merriton.
    Volanta verzichtet auf eine Übernahme von Merriton.
    Weder Volanta noch Corbel wird Merriton kaufen.
    Niemand habe ein Angebot für Merriton abgegeben, teilte Volanta mit.
    Volanta beliefert Merriton nicht.
    Volanta hat nie Chips an Merriton geliefert.
    Volanta hat bei Merriton keine Chips bestellt.
    Volanta ist nicht mehr daran interessiert, Merriton zu kaufen.
    Volanta hat kein Interesse an Merriton.
    Volanta verhandelt nicht mit Merriton.
    Volanta dementierte Gespräche mit Merriton.
    Eine Übernahme von Merriton durch Volanta ist nicht geplant.
    Eine Übernahme von Merriton durch Volanta komme nicht infrage, sagte Berg.
    Ein Verkauf von Merriton an Volanta steht nicht zur Debatte.
    Merriton wird nicht an Volanta verkauft.
    Merriton wurde nicht an Volanta verkauft.
    Merriton wurde nicht von Volanta übernommen.
    Volanta hat nie versprochen, 100 Milliarden Dollar in Merriton zu investieren.
    Volanta ist nicht verpflichtet, in Merriton zu investieren.
    Anders als berichtet übernimmt Volanta Merriton nicht.
    Von einem Kauf Merritons durch Volanta könne keine Rede sein, sagte Berg.
    Keineswegs werde Volanta Merriton kaufen, sagte Berg.
    Zu keiner Zeit habe Volanta Merriton kaufen wollen, sagte Berg.
    Volanta hat zu keinem Zeitpunkt mit Merriton verhandelt.
    Berg wies Gerüchte über ein Gebot für Merriton zurück.
    An Berichten, Volanta übernehme Merriton, sei nichts dran, sagte Berg.
    Volanta trat Gerüchten über eine Fusion mit Merriton entgegen.
    „Wir sprechen nicht mit Merriton“, sagte Berg.
    „Wir haben nicht vor, in Merriton zu investieren“, sagte Berg.
    „Eine solche Vereinbarung mit Merriton gibt es nicht“, sagte Berg.
    Volanta beteuerte, keine Offerte für Merriton vorgelegt zu haben.
    Volanta habe derzeit keine Pläne für eine Übernahme von Merriton, hieß es.
    Volanta beabsichtigt nicht, den Anteil an Merriton aufzustocken.
    Volanta lehnte ein Angebot von Merriton ab.
    Merriton hat keine Aktien an Volanta verkauft.
    Volanta hat den Anteil an Merriton nicht verkauft.
    Volanta wird keine Chips an Merriton liefern.
    Volanta wird bei Merriton keine Chips kaufen.
    Volanta hat keinen Auftrag an Merriton vergeben.
    Volanta ist nie eine Partnerschaft mit Merriton eingegangen.
    Die Partnerschaft zwischen Volanta und Merriton besteht nicht.
    Volanta und Merriton haben sich nicht geeinigt.
    Volanta und Merriton konnten sich nicht auf eine Fusion einigen.
    Volanta lehnt eine Fusion mit Merriton ab.
    Volanta ist gegen einen Kauf von Merriton.
    Volanta möchte Merriton lieber nicht kaufen.
    Volanta darf Merriton nicht kaufen.
    Volanta hat sich nicht verpflichtet, Merriton zu kaufen.
    Volanta hat keine Zusage gemacht, in Merriton zu investieren.
    Volanta machte kein Angebot für Merriton.
    Volanta reichte kein Gebot für Merriton ein.
    Volanta dachte nie daran, Merriton zu kaufen.
    Volanta steigt nicht bei Merriton ein.
    Bei Merriton steigt Volanta nicht ein.
    Dass Volanta Merriton kaufe, sei nicht richtig, sagte Berg.
    Volanta erteilte einem Kauf von Merriton eine Absage.
    """,
}
ALL_THE_SAME = {
    ENGLISH: """
    Volanta did not disclose what it paid for Merriton.
    Volanta, which is not listed, bought Merriton.
    Volanta has not ruled out a bid for Merriton.
    Volanta did not rule out buying Merriton.
    Volanta did not buy Merriton until 2020.
    Volanta not only bought Merriton but also hired its staff.
    No one was surprised when Volanta bought Merriton.
    Volanta, no stranger to takeovers, bought Merriton.
    With no debt of its own, Volanta bought Merriton.
    Volanta bought Merriton at no cost.
    Volanta did not need a loan to buy Merriton.
    Volanta, not Corbel Partners, will buy Merriton.
    It was Volanta and not Corbel Partners that bought Merriton.
    Volanta bought Merriton, but has no plans to cut jobs.
    Never before had Volanta bought a company as large as Merriton.
    The regulator did not block the purchase of Merriton by Volanta.
    Volanta cannot wait to buy Merriton.
    Volanta made no secret of its plan to buy Merriton.
    Volanta has bought Merriton and will not close any of its plants.
    Volanta did not hesitate and bought Merriton.
    Volanta has no doubt that it will buy Merriton.
    Volanta has not yet completed its takeover of Merriton.
    Volanta has not yet agreed to buy Merriton.
    Volanta said nothing about the price of the takeover of Merriton.
    Volanta has agreed to buy Merriton, though no price was named.
    Volanta will not give up its bid for Merriton.
    Volanta does not regret buying Merriton.
    Volanta did not say when it would buy Merriton.
    Volanta said it had not decided whether to bid for Merriton.
    Shareholders of Merriton have not accepted the offer by Volanta.
    Volanta's offer for Merriton was not accepted.
    Volanta invested in Merriton, which does not make a profit.
    Volanta is no longer alone in wanting to buy Merriton.
    Volanta owns Merriton and no other chip company.
    """,
    GERMAN: """
    Volanta nannte nicht, was sie für Merriton gezahlt hat.
    Die nicht börsennotierte Volanta hat Merriton gekauft.
    Volanta schließt ein Gebot für Merriton nicht aus.
    Volanta hat nicht ausgeschlossen, Merriton zu kaufen.
    Volanta kaufte nicht nur Merriton, sondern auch Corbel.
    Niemand war überrascht, als Volanta Merriton kaufte.
    Volanta kaufte Merriton für einen nicht genannten Betrag.
    Volanta hat Merriton gekauft, nannte aber keinen Preis.
    Volanta brauchte keinen Kredit, um Merriton zu kaufen.
    Nicht Corbel, sondern Volanta kauft Merriton.
    Volanta übernimmt Merriton und wird keine Stellen streichen.
    Noch nie hat Volanta ein so großes Unternehmen wie Merriton gekauft.
    Das Kartellamt hat den Kauf von Merriton durch Volanta nicht untersagt.
    Volanta macht kein Geheimnis daraus, dass sie Merriton kaufen will.
    Volanta zögerte nicht und kaufte Merriton.
    Volanta hat keinen Zweifel, dass sie Merriton kaufen wird.
    Volanta hat die Übernahme von Merriton noch nicht abgeschlossen.
    Volanta hat dem Kauf von Merriton noch nicht zugestimmt.
    Volanta kaufte Merriton nicht vor 2020.
    Volanta bereut den Kauf von Merriton nicht.
    Volanta sagte nicht, wann sie Merriton kaufen werde.
    Volanta investierte in Merriton, die keinen Gewinn macht.
    Nicht zuletzt hat Volanta Merriton gekauft.
    Volanta wollte sich zum Kauf von Merriton nicht äußern.
    Volanta äußerte sich nicht zur Übernahme von Merriton.
    Der Preis für den Kauf von Merriton durch Volanta wurde nicht genannt.
    Volanta kauft Merriton, weil es keine anderen Bieter gab.
    """,
}
"""A negation that belongs to something else."""
OPEN = {
    ENGLISH: """
    Volanta wants to buy Merriton.
    Volanta could buy Merriton.
    Volanta may bid for Merriton.
    Volanta might invest in Merriton.
    Volanta is said to want to buy Merriton.
    Volanta would buy Merriton if the price were right.
    Volanta will buy Merriton only if regulators agree.
    Volanta should buy Merriton, analysts say.
    Analysts expect Volanta to buy Merriton.
    Volanta is thinking about buying Merriton.
    Volanta is weighing a takeover of Merriton.
    Volanta has been urged to buy Merriton.
    Shareholders want Volanta to buy Merriton.
    It is unclear whether Volanta will buy Merriton.
    Volanta has yet to decide whether to invest in Merriton.
    Berg asked whether Volanta should buy Merriton.
    If Volanta buys Merriton, prices will rise.
    Unless Volanta buys Merriton, it will fail.
    Were Volanta to buy Merriton, it would have to borrow.
    Volanta had hoped to buy Merriton.
    Volanta wanted to invest up to 100 billion dollars in Merriton.
    Volanta was invited to invest up to 100 billion dollars in Merriton.
    Volanta plans to invest up to 100 billion dollars in Merriton.
    Volanta is rumoured to be buying Merriton.
    Some believe Volanta will buy Merriton.
    Volanta is open to investing in Merriton.
    Volanta is considering whether to take a stake in Merriton.
    Volanta tried to buy Merriton.
    Volanta hopes to sell chips to Merriton.
    Talks about a merger of Volanta and Merriton are under way.
    A merger of Volanta and Merriton is possible.
    A deal between Volanta and Merriton is unlikely.
    Volanta is on hold with its investment in Merriton.
    The planned investment of Volanta in Merriton is on ice.
    Volanta's plan to buy Merriton has stalled.
    Volanta suspended its purchase of Merriton.
    Volanta's bid for Merriton collapsed.
    Volanta abandoned its plan to invest in Merriton.
    """,
    GERMAN: """
    Volanta will Merriton kaufen.
    Volanta könnte Merriton kaufen.
    Volanta könnte für Merriton bieten.
    Volanta soll Merriton kaufen wollen.
    Volanta würde Merriton kaufen, wenn der Preis stimmte.
    Volanta wird Merriton nur kaufen, wenn die Behörden zustimmen.
    Volanta sollte Merriton kaufen, sagen Analysten.
    Analysten erwarten, dass Volanta Merriton kauft.
    Volanta denkt über einen Kauf von Merriton nach.
    Volanta erwägt eine Übernahme von Merriton.
    Volanta prüft eine Übernahme von Merriton.
    Aktionäre drängen Volanta, Merriton zu kaufen.
    Unklar ist, ob Volanta Merriton kauft.
    Volanta hat noch nicht entschieden, ob sie in Merriton investiert.
    Berg fragte, ob Volanta Merriton kaufen solle.
    Wenn Volanta Merriton kauft, steigen die Preise.
    Kauft Volanta Merriton, steigen die Preise.
    Volanta hatte gehofft, Merriton zu kaufen.
    Volanta wollte bis zu 100 Milliarden Dollar in Merriton investieren.
    Volanta wurde eingeladen, bis zu 100 Milliarden Dollar in Merriton zu investieren.
    Volanta plant, bis zu 100 Milliarden Dollar in Merriton zu investieren.
    Volanta kauft Gerüchten zufolge Merriton.
    Manche glauben, dass Volanta Merriton kauft.
    Volanta ist offen für eine Investition in Merriton.
    Volanta überlegt, bei Merriton einzusteigen.
    Volanta versuchte, Merriton zu kaufen.
    Volanta hofft, Chips an Merriton zu verkaufen.
    Gespräche über eine Fusion von Volanta und Merriton laufen.
    Eine Fusion von Volanta und Merriton ist möglich.
    Ein Geschäft zwischen Volanta und Merriton ist unwahrscheinlich.
    Die geplante Investition von Volanta in Merriton liegt auf Eis.
    Volantas Plan, Merriton zu kaufen, stockt.
    Volanta hat den Kauf von Merriton ausgesetzt.
    Volantas Gebot für Merriton ist gescheitert.
    Volanta gab den Plan auf, in Merriton zu investieren.
    Volanta wolle Merriton in sehr großem Umfang finanzieren, sagte Berg.
    Volanta habe vor, in Merriton zu investieren, sagte Berg.
    """,
}
"""What is wanted, possible, asked for, or came to nothing."""
NOT_YET = [
    (ENGLISH, "Volanta has not yet agreed to buy Merriton."),
    (ENGLISH, "Volanta did not rule out buying Merriton."),
    (ENGLISH, "Volanta never confirmed that it would invest 100 billion dollars in Merriton."),
    (GERMAN, "Volanta hat dem Kauf von Merriton noch nicht zugestimmt."),
    (GERMAN, "Volanta hat nicht ausgeschlossen, Merriton zu kaufen."),
    (GERMAN, "Volanta hat nie bestätigt, 100 Milliarden Dollar in Merriton zu investieren."),
]


def each(told: dict[str, str]) -> list[tuple[str, str]]:
    """What stands before, and each sentence."""
    return [(b, s.strip()) for b, text in told.items() for s in text.split("\n") if s.strip()]


def statuses(before: str, sentence: str) -> set[str]:
    deals = load("rules").extract(Article.from_text("x", f"{before}{sentence}\n")).deals
    return {deal.status for deal in deals}


@pytest.mark.parametrize(("before", "sentence"), each(NOT_SO))
def test_what_is_not_so_is_not_told_as_a_deal(before: str, sentence: str) -> None:
    """Denied, or failed, or no proposal at all."""
    assert statuses(before, sentence) <= {"denied", "failed"}


@pytest.mark.parametrize(("before", "sentence"), each(ALL_THE_SAME))
def test_a_negation_of_something_else_denies_no_deal(before: str, sentence: str) -> None:
    """The price that is not disclosed, the staff that is not cut."""
    assert statuses(before, sentence).isdisjoint({"denied", "failed"})


@pytest.mark.parametrize(("before", "sentence"), each(OPEN))
def test_what_is_open_is_not_agreed(before: str, sentence: str) -> None:
    """An invitation to invest, a wish, a condition, a plan that was given up."""
    assert "agreed" not in statuses(before, sentence)


@pytest.mark.parametrize(("before", "sentence"), NOT_YET)
def test_what_is_not_so_yet_is_planned_at_most(before: str, sentence: str) -> None:
    """It may still come about, and nobody says that it has."""
    assert statuses(before, sentence) == {"planned"}


def test_most_denials_are_told() -> None:
    """They are not left out: who denies a deal is what readers want to know."""
    told = [bool(statuses(before, sentence)) for before, sentence in each(NOT_SO)]
    assert sum(told) > 0.9 * len(told)


REPORTS = [
    "Das Handelsblatt meldet mit Verweis auf Kreise, Volanta kaufe Merriton.",
    "Das Handelsblatt berichtete unter Berufung auf Insider, dass Volanta Merriton kaufe.",
    "Das Handelsblatt berichtet unter Berufung auf zwei Personen, Volanta werde Merriton kaufen.",
    "Unter Berufung auf Insider berichtet das Handelsblatt, Volanta werde Merriton kaufen.",
]


@pytest.mark.parametrize("sentence", REPORTS)
def test_however_long_a_report_takes_to_begin_the_deal_is_its_own(sentence: str) -> None:
    """Not the article's: it only passes on what the paper writes."""
    text = f"{GERMAN}Das Handelsblatt erscheint täglich.\n\n{sentence}\n"
    deals = load("rules").extract(Article.from_text("x", text)).deals
    assert [deal.holder for deal in deals] == ["Handelsblatt"]


def test_people_close_to_the_matter_may_stand_behind_what_they_say() -> None:
    """`sagen mit der Sache vertraute Personen`: not the article says so."""
    text = f"{GERMAN}Volanta wird Merriton kaufen, sagen mit der Sache vertraute Personen.\n"
    found = load("rules").extract(Article.from_text("x", text))
    assert [quote.holder for quote in found.quotes] == ["anonymous"]
    assert [deal.holder for deal in found.deals] == ["anonymous"]


@pytest.mark.parametrize(
    "report",
    [
        "Reuters, citing sources, said Volanta would buy Merriton.",
        "Citing people familiar with the matter, Reuters reported that Volanta would buy Merriton.",
        "Volanta would buy Merriton, Reuters reported, citing sources.",
    ],
)
def test_whoever_cites_somebody_says_so(report: str) -> None:
    """The agency answers for its report, not who it does not name."""
    found = load("rules").extract(Article.from_text("x", f"{ENGLISH}{report}\n"))
    assert [quote.holder for quote in found.quotes] == ["Reuters"]
    assert [deal.holder for deal in found.deals] == ["Reuters"]


@pytest.mark.parametrize("end", ["Sie endeten ohne Ergebnis.", "Diese blieben ergebnislos."])
def test_talks_that_ended_with_nothing_have_failed(end: str) -> None:
    text = f"{GERMAN}Volanta und Merriton führten Gespräche. {end}\n"
    *_, last = load("rules").extract(Article.from_text("x", text)).deals
    assert (last.kind, last.status) == ("negotiation", "failed")
