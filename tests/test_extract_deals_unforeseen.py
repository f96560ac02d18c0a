"""Deals in sentences that no rule was written for: each stands for a cause of errors."""

import pytest

from dealing import L, acq, found_in, inv

OWNER = "Edgar Vonholt"
TOLD = [
    (
        "Der Milliardär Edgar Vonholt kauft den Autohändler Lumetra GmbH.",
        [acq(OWNER, L)],
    ),
    (
        "Der Verleger Edgar Vonholt hat seine Beteiligung am Autohändler Lumetra GmbH"
        " auf 18 Prozent aufgestockt.",
        [inv(OWNER, L)],
    ),
    (
        "Der Kranbauer Lumetra GmbH wächst. Der Kranbauer bestätigte, dass der Einstieg des"
        " Fonds Oakfield gescheitert ist.",
        [inv("Oakfield", L)],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD)
def test_what_a_sentence_tells(text, deals):
    """The deals of a text, and no others."""
    assert found_in(text)[0] == deals
