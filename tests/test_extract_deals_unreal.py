"""What is wanted, hoped for, asked for, nearly done or said not to be is no deal that was made."""

import pytest

from dealing import K, L, M, found_in

WANTED = [
    f"Die {K} hat es auf die {L} abgesehen.",
    f"Die {K} schielt auf die {L}.",
    f"Die {K} wirft ein Auge auf die {L}.",
    f"Die {K} hat ein Auge auf die {L} geworfen.",
    f"Die {K} hat die {L} im Visier.",
    f"Die {K} streckt die Fühler nach der {L} aus.",
    f"Die {K} umwirbt die {L}.",
    f"Die {K} steht vor der Übernahme der {L}.",
    f"Die {K} steht kurz vor dem Kauf der {L}.",
    f"Die {K} hatte versucht, die {L} zu kaufen.",
    f"Die {K} wehrt sich gegen die Übernahme durch die {L}.",
    f"Die {K} sollte die {L} kaufen, rät Analyst Uwe Harms.",
    f"Die {K} hofft auf einen Auftrag der {L}.",
    f"Die {K} hat bei der {M} einen Kredit von 20 Millionen Euro beantragt.",
    f"Ein Kauf der {L} durch die {K} wäre sinnvoll, sagte Analyst Uwe Harms.",
    f"Ein Kauf der {L} durch die {K} gilt als unwahrscheinlich.",
    f"Kauft die {K} die {L}?",
    f"Ob die {K} die {L} kauft, ist offen.",
    f"Dass die {K} die {L} kauft, ist ein Gerücht.",
    f"Die {K} steht nach einem Bericht der „Elbpost“ vor dem Kauf der {L}.",
    f"Die {K} soll für die {L} zwölf Millionen Euro geboten haben.",
    f"Die „Elbpost“ hatte eine Fusion der {K} mit der {L} ins Spiel gebracht.",
    f"Uwe Harms träumte von einer Fusion der {K} mit der {L}.",
]
NEARLY = [
    f"Beinahe hätte die {K} die {L} gekauft.",
    f"Fast wäre die {K} bei der {L} eingestiegen.",
    f"Die {K} hätte die {L} im Frühjahr kaufen können.",
    f"Die {K} hatte vergeblich versucht, die {L} zu kaufen.",
    f"Die {M} hat der {K} einen Kredit verweigert.",
    f"Die {K} hat den Auftrag der {L} verloren.",
    f"Das Kartellamt hat die Übernahme der {L} durch die {K} verboten.",
    f"{K} und {L} blasen Fusion ab",
    f"Die {K} verzichtet auf die Übernahme der {L}.",
    f"Der Versuch der {K}, die {L} zu übernehmen, misslang.",
]
NEVER = [
    f"„Zu keinem Zeitpunkt haben wir über ein Gebot für die {L} nachgedacht“, sagt Uwe Harms.",
    f"Von einer Übernahme der {L} durch die {K} könne keine Rede sein, sagte Uwe Harms.",
    f"Ein Angebot für die {L} stand nie zur Debatte, sagte Uwe Harms.",
    f"Dass die {K} die {L} gekauft habe, sei Unsinn, sagte Uwe Harms.",
    f"Dass die {K} die {L} kauft, stimmt nicht, sagte Uwe Harms.",
    f"Gespräche mit der {L} führe die {K} nicht, sagte Uwe Harms.",
    f"Eine Fusion mit der {L} sei kein Thema, sagte {K}-Chef Uwe Harms.",
    f"Spekulationen, wonach die {K} die {L} kauft, seien frei erfunden, sagte Uwe Harms.",
    f"Wer glaubt, die {K} kaufe die {L}, der irrt.",
]
SUPPOSED = [
    f"Uwe Harms glaubt nicht, dass die {K} die {L} übernimmt.",
    f"Uwe Harms rechnet damit, dass die {K} die {L} übernimmt.",
    f"Uwe Harms fordert, dass die {K} die {L} übernimmt.",
    f"Uwe Harms wollte nicht bestätigen, dass die {K} die {L} übernimmt.",
    f"Uwe Harms ließ offen, ob die {K} bei der {L} einsteigt.",
    f"Falls die {K} die {L} übernimmt, steigen die Preise.",
    f"Wenn die {K} die {L} übernimmt, steigen die Preise.",
    f"Sollte die {K} die {L} übernehmen, steigen die Preise.",
    f"Käme es zur Übernahme der {L} durch die {K}, stiegen die Preise.",
    f"Bevor die {K} die {L} übernimmt, müssen die Behörden zustimmen.",
    f"Angeblich übernimmt die {K} die {L}.",
    f"Die {K} übernimmt womöglich die {L}.",
    f"Die {K} gilt als Käufer der {L}.",
    f"Ein Einstieg der {K} bei der {L} steht im Raum.",
    f"Ein Einstieg der {K} bei der {L} rückt näher.",
    f"Spekulationen über einen Einstieg der {K} bei der {L} trieben die Aktie.",
    f"Uwe Harms warnte vor einer Übernahme der {L} durch die {K}.",
    f"Gerüchte über einen Kauf der {L} durch die {K} kommentierte Uwe Harms nicht.",
    f"Die Gewerkschaft fürchtet einen Verkauf der {L} an die {K}.",
]
REJECTED = [
    f"Es sei falsch, dass die {K} die {L} übernommen habe, sagte Uwe Harms.",
    f"Es stimme nicht, dass die {K} die {L} übernommen habe, sagte Uwe Harms.",
    f"Es trifft nicht zu, dass die {K} die {L} übernommen hat.",
    f"Niemand habe gesagt, dass die {K} die {L} übernehme, sagte Uwe Harms.",
    f"Die {K} hat nicht die Absicht, die {L} zu übernehmen.",
    f"Die {K} übernimmt die {L} nicht.",
    f"Die {K} steigt bei der {L} nicht ein.",
    f"Ein Einstieg der {K} bei der {L} ist ausgeschlossen, sagte Uwe Harms.",
    f"Ein Einstieg der {K} bei der {L} kommt nicht infrage, sagte Uwe Harms.",
    f"Gerüchte über einen Einstieg der {K} bei der {L} nannte Uwe Harms Unsinn.",
]
MADE = [
    f"Uwe Harms kritisierte die Übernahme der {L} durch die {K}.",
    f"Bevor die {K} die {L} übernahm, stiegen die Preise.",
    f"Uwe Harms rechnet damit, dass die {L} wächst, die die {K} gekauft hat.",
    f"Die {K} übernimmt die {L}, deren Schulden aber nicht.",
    f"Uwe Harms bestätigte, dass die {K} die {L} übernimmt.",
    f"Fast alle Läden der {L} hat die {K} gekauft.",
    f"Warum hat die {K} die {L} gekauft?",
    f"Die {K} hat die {L} gekauft und steht vor einem Umbau.",
    f"Die {K} hat die {L} übernommen, die es auf junge Kunden abgesehen hat.",
    f"Dass die {K} die {L} gekauft hat, ist kein Gerücht.",
    f"Die {K} hat der {L} einen Kredit gewährt, den sie im Mai beantragt hatte.",
]


def statuses(text: str) -> list[str]:
    _, deals = found_in(f"Die {K} will die {L} kaufen. {text}" if text in NEVER else text)
    return [deal.status for deal in deals]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, "planned") for text in WANTED),
        *((text, "failed") for text in NEARLY),
        *((text, "denied") for text in NEVER),
        *((text, "planned") for text in SUPPOSED),
        *((text, "denied") for text in REJECTED),
        *((text, "agreed") for text in MADE),
    ],
)
def test_only_what_was_done_is_agreed(text: str, status: str) -> None:
    assert statuses(text)[-1] == status


def test_who_vie_for_orders_deliver_nothing_to_each_other() -> None:
    assert not found_in(f"Die {K} konkurriert mit der {L} um Aufträge.")[1]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"Möglicher Käufer ist die {K}.", "planned"),
        (f"Als möglicher Käufer gilt die {K}.", "planned"),
        (f"Käufer ist angeblich die {K}.", "planned"),
        (f"Wunschkäufer ist die {K}.", "planned"),
        (f"Käufer ist nicht die {K}.", "denied"),
        (f"Käufer ist die {K}.", "agreed"),
        (f"Käufer ist nicht der Staat, sondern die {K}.", "agreed"),
    ],
)
def test_who_may_be_the_buyer_has_not_bought(sentence: str, status: str) -> None:
    _, deals = found_in(f"Die {L} steht zum Verkauf. {sentence}")
    assert [deal.status for deal in deals] == [status]
