"""What a paragraph tells has nothing to do with the deals and companies of another one."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from told import lines, told_in

BEFORE = (
    "Der Handelskonzern Ostmark hat den Rivalen Grünwald übernommen. Ostmark zahlt 300 Millionen"
    " Euro, wie der Konzern am Dienstag in Essen mitteilte. Grünwald beschäftigt 400 Menschen."
)
BEHIND = "Der Versicherer Lippensee legte ebenfalls Zahlen vor. Lippensee schrieb Verluste."
TOLD = ("acquisition", frozenset({("Ostmark", "acquirer"), ("Grünwald", "target")}))


@pytest.mark.parametrize("line", lines("beside"))
def test_another_paragraph_is_of_others(line):
    """Whom the first paragraph is about neither buys, pays nor sells in the second one."""
    text, deals = told_in(line)
    article = Article.from_text("x", f"{BEFORE}\n\n{text}\n\n{BEHIND}")
    found = load("rules").extract(article).deals
    assert {(d.kind, frozenset((p.name, p.role) for p in d.parties)) for d in found} == {
        *deals,
        TOLD,
    }
