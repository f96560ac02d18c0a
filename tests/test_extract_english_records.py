"""English offices and times: who is what at which company, and when."""

import pytest

from onrecord.article import Article
from onrecord.extract.protocol import load

MAKES = "Pellam Ltd makes jam. "
OFFICES = [
    ("Pellam chief executive Jane Doe said so.", ("Jane Doe", "chief executive")),
    ("Ann Roe, Pellam’s finance director, said so.", ("Ann Roe", "finance director")),
    ("The chief executive of Pellam, Tom Vale, left.", ("Tom Vale", "chief executive")),
    ("Mary Lee, chief financial officer of Pellam, left.", ("Mary Lee", "chief financial officer")),
    ("Mary Lee, the chairwoman of Pellam, left.", ("Mary Lee", "chairwoman")),
    ("Ann Roe, the company’s finance director, said so.", ("Ann Roe", "finance director")),
    ("Its managing director, Jim Bell, left.", ("Jim Bell", "managing director")),
]
NONE = [
    "Former Pellam chief executive Bob Stone left.",
    "Mary Lee, a former director of Pellam, left.",
    "Economist Ruth Ellery expects more.",
    "Ann Roe, finance director of the city, said so.",
]
TIMES = [
    ("on 12 May 2025", "12 May 2025", "2025-05-12"),
    ("on March 3, 2026", "March 3, 2026", "2026-03-03"),
    ("in May 2026", "May 2026", "2026-05"),
    ("in the second quarter of 2026", "second quarter of 2026", "2026-34"),
    ("in Q3 2026", "Q3 2026", "2026-35"),
    ("since March 2024", "since March 2024", "2024-03/.."),
    ("between 2021 and 2023", "2021 and 2023", "2021/2023"),
    ("in 2019", "2019", "2019"),
    ("last week", "last week", ""),
    ("on Monday", "Monday", ""),
    ("yesterday evening", "yesterday evening", ""),
    ("3 weeks ago", "3 weeks ago", ""),
    ("in the next financial year", "next financial year", ""),
]


def read(text):
    return load("rules").extract(Article.from_text("x", MAKES + text))


@pytest.mark.parametrize(("text", "office"), OFFICES)
def test_who_holds_which_office(text, office):
    assert [(o.person, o.office, o.company) for o in read(text).offices] == [
        (*office, "Pellam Ltd")
    ]


@pytest.mark.parametrize("text", NONE)
def test_who_held_one_or_holds_one_elsewhere_holds_none(text):
    assert not read(text).offices


@pytest.mark.parametrize(("words", "printed", "edtf"), TIMES)
def test_times_are_read(words, printed, edtf):
    text = f"It grew {words} and sold jam."
    whole = MAKES + text
    assert [(whole[slice(*t.span)], t.edtf) for t in read(text).times] == [(printed, edtf)]


@pytest.mark.parametrize("text", ["It employs 2000 people.", "It may march on.", "Spring came."])
def test_numbers_and_verbs_are_no_times(text):
    assert not read(text).times
