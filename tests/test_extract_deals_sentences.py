"""Sentences of every construction with their deals marked in them, in `sentences/`: which companies
take part, and as what."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load
from told import lines, told_in


def found_in(text):
    deals = load("rules").extract(Article.from_text("x", text)).deals
    return {(d.kind, frozenset((p.name, p.role) for p in d.parties)) for d in deals}


@pytest.mark.parametrize("line", lines("sides"))
def test_who_stands_on_which_side(line):
    """Coordination, apposition, clauses that hang on others, nouns, participles, headlines, order
    of words, parts of a company, stakes, two deals in a sentence."""
    text, deals = told_in(line)
    assert found_in(text) == deals


@pytest.mark.parametrize("line", lines("services"))
def test_what_is_done_for_somebody(line):
    """What is delivered, built, carried and rented; the other side may be whom the passage is
    about."""
    text, deals = told_in(line)
    assert found_in(text) == deals


@pytest.mark.parametrize("line", lines("passages"))
def test_the_other_side_is_whom_the_passage_is_about(line):
    """One company is named in the sentence of the deal, the other one before."""
    text, deals = told_in(line)
    assert found_in(text) == deals


@pytest.mark.parametrize("line", lines("parts"))
def test_who_owned_a_part_sells_it(line):
    """`die Tiefkühlsparte der X` is no party: X sells."""
    text, deals = told_in(line)
    assert found_in(text) == deals


@pytest.mark.parametrize("line", lines("discourse"))
def test_several_deals(line):
    """Clauses that leave out their verb or a side, deals told by nouns, who else bid."""
    text, deals = told_in(line)
    assert found_in(text) == deals


@pytest.mark.parametrize("text", lines("none"))
def test_two_companies_make_no_deal(text):
    """Rivals, courts, places, figures, people who move, in words that tell deals elsewhere."""
    assert found_in(text) == set()
