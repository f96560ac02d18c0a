"""The same deal told in many ways gives the same parties in the same roles."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from paraphrasing import firms_for, frame_of, paraphrases
from told import ROLES, lines

EACH = 6
"""Constructions of each frame that are tried: others for the next one."""
FRAMES = lines("frames")


def found_in(sentence):
    text = sentence[0].upper() + sentence[1:]
    deals = load("rules").extract(Article.from_text("x", text)).deals
    return {(d.kind, frozenset((p.name, p.role) for p in d.parties)) for d in deals}


@pytest.mark.parametrize(("number", "line"), list(enumerate(FRAMES)), ids=FRAMES)
def test_a_deal_is_the_same_in_other_words(number, line):
    """Tenses, order of words, voice, clauses that hang on others, insertions; with names and kinds
    of firm that differ in each."""
    frame = frame_of(line)
    names = [name for name, _ in paraphrases(frame, firms_for(frame, line))]
    for k in range(EACH):
        name = names[(number + k * 3) % len(names)]
        firms = firms_for(frame, line + name)
        sentence = dict(paraphrases(frame, firms)).get(name)
        if sentence is None:
            continue  # `die Werft X hat die Brauerei Y gekauft`: only order tells who acts
        told = frozenset((firm.name, ROLES[role]) for role, firm in firms.items())
        assert found_in(sentence) == {(frame.kind, told)}, sentence
