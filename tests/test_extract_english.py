"""English rules: speech, amounts, names, deals and relations of articles written for this test."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import Article
from onrecord.extract.lines import as_record
from onrecord.extract.protocol import load
from scoring import attributed, f1
from test_extract_any_text import all_spans, steps

PURCHASE = """Chipmaker Silexa Inc. said on Monday that it will buy rival Quantora for $1.2 \
billion. The deal is expected to close in the second quarter, the company said.

“Quantora gives us the engineers we could never hire fast enough,” Chief Executive Mary Whitlock \
told reporters. “This is the largest purchase in our history.”

According to analyst Peter Novak of Harbor Capital, Silexa is paying at least $200 million too \
much. Quantora shares rose more than 30 percent.

The Northern Gazette reported last week that Quantora had also held talks with Belgian group \
Ardenne. Ardenne denied the report.
"""
BREWERY = """British brewer Holloway plans to invest up to 45 million pounds in a bottling plant \
near Leeds, its finance chief Anna Becker said. “We have outgrown the old site,” she added.

Holloway also formed a partnership with glass maker Clearview Glass. The union said workers had \
not been consulted.
"""


@pytest.fixture(scope="module", params=[PURCHASE, BREWERY], ids=["purchase", "brewery"])
def found(request):
    text = request.param
    return text, load("rules").extract(Article.from_text("x", text))


def test_the_language_is_recognised(found):
    """English is told from German by its function words."""
    assert found[1].language == "en"


def test_every_offset_slices_back(found):
    """No span lies outside the text or is empty."""
    text, result = found
    for quote in result.quotes:
        for role in (quote.quote, quote.speaker, quote.cue, quote.frame):
            assert all(0 <= b < e <= len(text) for b, e in role)


@pytest.mark.parametrize(
    ("text", "kind", "words", "holder"),
    [
        (PURCHASE, "Indirect", "it will buy rival Quantora", "Silexa Inc."),
        (PURCHASE, "Indirect", "The deal is expected to close", "Silexa Inc."),
        (PURCHASE, "Direct", "Quantora gives us the engineers", "Mary Whitlock"),
        (PURCHASE, "Direct", "the largest purchase", "Mary Whitlock"),
        (PURCHASE, "Indirect", "Silexa is paying at least", "Peter Novak"),
        (PURCHASE, "Indirect", "held talks with Belgian group", "Northern Gazette"),
        (BREWERY, "Indirect", "plans to invest up to", "Anna Becker"),
        (BREWERY, "Direct", "outgrown the old site", "Anna Becker"),
        (BREWERY, "Indirect", "workers had not been consulted", "The union"),
    ],
)
def test_speech_is_found_with_its_holder(text, kind, words, holder):
    """Direct and framed indirect speech, pronouns and `the company` resolved."""
    result = load("rules").extract(Article.from_text("x", text))
    hits = [q for q in result.quotes if any(words in text[begin:end] for begin, end in q.quote)]
    assert [(q.type, q.holder) for q in hits] == [(kind, holder)]


def test_amounts_keep_their_qualifiers():
    """`at least` and `up to` are bounds; a percentage is no amount."""
    purchase = load("rules").extract(Article.from_text("x", PURCHASE)).amounts
    brewery = load("rules").extract(Article.from_text("x", BREWERY)).amounts
    assert [(a.currency, a.value, a.min, a.max, a.kind) for a in (*purchase, *brewery)] == [
        ("USD", "1200000000", None, None, "exact"),
        ("USD", None, "200000000", None, "lower-bound"),
        ("GBP", None, None, "45000000", "upper-bound"),
    ]


def test_deals_have_parties_in_roles():
    """Buyer and target, partners: told by the word of dealing and the order of names."""
    purchase = load("rules").extract(Article.from_text("x", PURCHASE)).deals
    brewery = load("rules").extract(Article.from_text("x", BREWERY)).deals
    told = [
        (d.kind, [(p.name, p.role) for p in d.parties], d.holder) for d in (*purchase, *brewery)
    ]
    assert told == [
        ("acquisition", [("Silexa Inc.", "acquirer"), ("Quantora", "target")], "Silexa Inc."),
        ("negotiation", [("Quantora", "partner"), ("Ardenne", "partner")], "Northern Gazette"),
        ("partnership", [("Holloway", "partner"), ("Clearview Glass", "partner")], "author"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le conseil a dit que les comptes ne sont pas encore clos pour cette année.", "fr"),
        ("Het bedrijf zegt dat de cijfers van dit jaar niet goed zijn en dat het zo blijft.", "nl"),
    ],
)
def test_another_language_is_named_and_nothing_is_proposed(text, language):
    """A text in a language without rules gives a note, no guess."""
    result = load("rules").extract(Article.from_text("x", text))
    assert result.language == language
    assert result.quotes == () and len(result.notes) == 1


FOLDER = Path(__file__).parent / "articles" / "english"


@pytest.fixture(scope="module")
def articles():
    """(gold, found) of each annotated article."""
    pairs = []
    for path in sorted(FOLDER.glob("0[1-3]*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found = load("rules").extract(Article.from_text("x", text))
        pairs.append((json.loads(path.read_text(encoding="utf-8")), as_record(found)))
    return pairs


def test_annotated_articles_are_read(articles):
    """Statements with their speakers .85, amounts .95, names .9, deals with their roles .8."""
    hits = sum(attributed(gold["quotes"], found["quotes"]) for gold, found in articles)
    total = sum(len(gold["quotes"]) + len(found["quotes"]) for gold, found in articles)
    assert len(articles) == 3 and 2 * hits / total >= 0.85
    keys = {
        "amounts": (0.95, lambda a: (*a["span"], a["currency"], a["value"], a["min"], a["max"])),
        "entities": (0.9, lambda e: (e["kind"], e["name"])),
        "deals": (
            0.8,
            lambda d: (d["kind"], *sorted((p["name"], p["role"]) for p in d["parties"])),
        ),
    }
    for name, (least, key) in keys.items():
        gold, found = (
            [(i, key(item)) for i, pair in enumerate(articles) for item in pair[side][name]]
            for side in (0, 1)
        )
        assert f1(gold, found) >= least, name


def test_a_denial_disputes_what_was_claimed(articles):
    """The relation joins the denial with the claim, both in so many words."""
    _, found = articles[1]
    (relation,) = [r for r in found["relations"] if r["type"] == "disputes"]
    quotes = found["quotes"]
    assert relation["from"] != relation["to"] and quotes[relation["to"]]["type"] == "Indirect"


PIECES = st.sampled_from(
    """the The of to and , . : ; – - ? ! “ ” ‘ ’ " ' ( ) that said says told according to it They
    she has had was Korvat Ute Holm Inc plc Bank of Times spokesman $ £ 3.5 bn million euros up to
    between bought sells to merge with talks loan order stake in which who saying rumour has it
    Its chairman we \n\n \n denied “We ’s by in May on Monday CEO &""".split(" ")
)


@given(st.lists(PIECES, max_size=120).map(" ".join))
@settings(deadline=None)
def test_any_english_words_give_spans_inside_the_text(words):
    """No order of English words and marks crashes the rules or gives an empty or wrong span."""
    text = "The firm said that it was not for sale. " + words
    result = load("rules").extract(Article.from_text("x", text))
    assert result.language == "en"
    assert all(0 <= begin < end <= len(text) for begin, end in all_spans(result))
    assert all(q.quote and list(q.quote) == sorted(q.quote) for q in result.quotes)


@pytest.mark.parametrize(
    "unit",
    [
        "Jane Holm said that the firm was sold. ",
        "“We deliver,” she said, ",
        "“",
        "‘",
        "said, ",
        "and said that it said ",
        "according to the bank, ",
        "Korvat Inc buys Zeta plc and ",
        "of the Korvat, ",
        "between $3 and ",
        "which was who had, ",
        "The company said it was in talks with Korvat, and that ",
    ],
)
def test_work_grows_linearly(unit):
    """Four times the text costs about four times the steps, not sixteen times."""
    begin = "The firm said that it was not for sale. "
    assert steps(begin + unit * 160) < 7 * steps(begin + unit * 40)
