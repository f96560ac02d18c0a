"""What single words are asked for, by one look at each: the same as each test would say."""

import pytest

from onrecord.extract.german.deals.traits import Wording, trait

LISTED, BEGINS, ENDS = ("kauf", "käufer"), ("kauf", "übern", "zu"), ("kauf", "anteil", "er")
WORDS = "kauf zukauf käufer kaufte übernimmt u kau anteil aktienanteil er zu az".split()


@pytest.mark.parametrize("word", ["", *WORDS])
def test_a_trait_says_what_the_words_say(word):
    """Listed, by its beginning, by its end, by a test: as the methods of strings have it."""
    listed, begins, ends = trait(LISTED), trait(begins=BEGINS), trait(ends=ENDS)
    long, any_of_them = trait(test=lambda w: len(w) > 6), trait(LISTED, BEGINS, ENDS)
    traits = Wording([word]).traits
    assert bool(traits & listed) == (word in LISTED)
    assert bool(traits & begins) == word.startswith(BEGINS)
    assert bool(traits & ends) == word.endswith(ENDS)
    assert bool(traits & long) == (len(word) > 6)
    assert bool(traits & any_of_them) == bool(traits & (listed | begins | ends))


def test_a_clause_has_the_traits_of_all_its_words():
    """One word is enough; a trait that is asked for later is known of words seen before."""
    assert not Wording(["der", "vertrag"]).traits & trait(("kauf",))
    later = trait(("vertrag",))
    assert Wording(["der", "vertrag"]).traits & later
