"""Sentences with two companies and a word of dealing that tell no deal between them, or tell it
the other way round."""

import pytest

from dealing import K, L, found_in, sup

NONE = [
    f"Die {K} kauft Strom, die {L} erzeugt ihn selbst.",
    f"Die {K} investiert 30 Millionen Euro in ihr Werk, die {L} schließt eines.",
    f"Die {K} hat die {L} verklagt, weil sie Patente nutzt.",
    f"Die {K} übernimmt von der {L} die Führung am Markt.",
    f"Die {K} zieht in das frühere Gebäude der {L}.",
]
BOTH = [
    f"Die {K} arbeitet gern mit der {L} zusammen, und {L} habe gute Chips.",
    f"Die {K} sucht einen Käufer, die {L} hat Interesse an der {K}.",
    f"Die {K} verkauft ihre Brotsparte, die {L} zahlt dafür 30 Millionen Euro.",
]
SIDES = [
    (f"Die {K} hat bei der Werft {L} einen Auftrag über vier Fähren platziert.", sup(L, K)),
    (f"Bei der {L} läuft ein Auftrag der {K} über vier Fähren.", sup(L, K)),
    (f"Die {K} hat bei der {L} einen Auftrag über vier Fähren gewonnen.", sup(K, L)),
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_deal_between_the_two(sentence):
    assert not found_in(sentence)[0]


@pytest.mark.parametrize("sentence", BOTH)
def test_a_second_clause_may_go_on_with_the_first(sentence):
    assert found_in(sentence)[0]


@pytest.mark.parametrize(("sentence", "deal"), SIDES)
def test_who_has_an_order_and_who_gave_it(sentence, deal):
    assert found_in(sentence)[0] == [deal]
