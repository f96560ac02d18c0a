"""English rules: speech, amounts, names, deals and relations of articles written for this test."""

import json
from pathlib import Path

import pytest
from hypothesis import given
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
        ("negotiation", [("Quantora", "partner"), ("Ardenne", "partner")], "Ardenne"),
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
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
KEYS = {
    "amounts": lambda a: (*a["span"], a["currency"], a["value"], a["min"], a["max"], a["kind"]),
    "entities": lambda e: (e["kind"], e["name"]),
    "deals": lambda d: (d["kind"], *sorted((p["name"], p["role"]) for p in d["parties"])),
}


@pytest.fixture(scope="module")
def articles():
    """(gold, found) of each annotated article."""
    pairs = []
    for name in NAMES:
        text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        pairs.append((gold, as_record(load("rules").extract(Article.from_text("x", text)))))
    return pairs


@pytest.mark.parametrize(
    ("numbers", "least"),
    [
        (range(1, 4), 0.9),
        (range(4, 9), 0.85),
        (range(9, 14), 0.7),
        (range(14, 16), 0.75),
        (range(16, 18), 0.5),
        (range(18, 21), 0.8),
        (range(21, 37), 0.7),
        (range(37, 47), 0.55),
        (range(47, 51), 0.35),
        (range(59, 67), 0.9),
    ],
    ids=str,
)
def test_annotated_articles_are_read(articles, numbers, least):
    """Statements with their speakers .8, amounts .95, names .9 and deals with their roles: where
    errors have been read, and where nobody looked at them (9 to 13, 16, 17, 37 to 50)."""
    some = [articles[number - 1] for number in numbers]
    hits = sum(attributed(gold["quotes"], found["quotes"]) for gold, found in some)
    total = sum(len(gold["quotes"]) + len(found["quotes"]) for gold, found in some)
    figures = {"quotes": 2 * hits / total}
    for kind, key in KEYS.items():
        gold, found = (
            [(i, key(item)) for i, pair in enumerate(some) for item in pair[side][kind]]
            for side in (0, 1)
        )
        figures[kind] = f1(sorted(set(gold)), sorted(set(found)))
    goals = {"quotes": 0.8, "amounts": 0.95, "entities": 0.9, "deals": least}
    assert {k: f >= goals[k] for k, f in figures.items()} == dict.fromkeys(goals, True)


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_fits_its_text(name):
    """Every span lies in the text, with no space at its ends; parties and sums are in the gold."""
    gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    spans = [s for q in gold["quotes"] for s in (*q["quote"], *q["speaker"])]
    spans += [m for e in gold["entities"] for m in e["mentions"]]
    spans += [a["span"] for a in gold["amounts"]]
    assert [s for s in spans if text[slice(*s)].strip() != text[slice(*s)] or s[0] >= s[1]] == []
    names = {e["name"] for e in gold["entities"]}
    assert {p["name"] for d in gold["deals"] for p in d["parties"]} <= names


def test_a_denial_disputes_what_was_claimed(articles):
    """The relation joins the denial with the claim, both in so many words."""
    _, found = articles[1]
    (relation,) = [r for r in found["relations"] if r["type"] == "disputes"]
    quotes = found["quotes"]
    assert relation["from"] != relation["to"] and quotes[relation["to"]]["type"] == "Indirect"


@pytest.mark.parametrize(
    "frame",
    [
        "people familiar with the plans told Reuters",
        "the Daily Herald reported on Sunday, without naming its sources",
        "two bankers involved in the sale said on Wednesday",
        "the company said in a statement on Monday, completing its retreat from Britain",
        "people familiar with the matter said, a step that would cost 300 jobs",
        "the board said on Monday, in a move that surprised analysts",
    ],
)
def test_a_frame_behind_the_clause_ends_what_is_said(frame):
    """A plural noun behind an article is no verb; what the writer adds is not the speaker's."""
    text = f"Korvat makes pumps. The firm is about to sell its plant in Leeds, {frame}."
    quotes = load("rules").extract(Article.from_text("x", text)).quotes
    assert [[text[slice(*s)] for s in q.quote] for q in quotes] == [
        ["The firm is about to sell its plant in Leeds"]
    ]


def test_who_is_told_does_not_speak():
    """`Its chairman, X, tells the station that`: the name behind the verb is the addressee."""
    text = (
        "Korvat makes pumps. Its chairman, Jane Roe, tells Radio Leeds that the plant had closed."
    )
    (quote,) = load("rules").extract(Article.from_text("x", text)).quotes
    assert (text[slice(*quote.quote[0])], quote.holder) == ("the plant had closed", "Jane Roe")


def test_what_a_verb_leaves_open_stands_behind_the_frame():
    """`There is, X admits, no plan` is one statement in two parts."""
    text = "Korvat makes pumps. There is, Jane Roe admits, no plan."
    (quote,) = load("rules").extract(Article.from_text("x", text)).quotes
    assert [text[slice(*s)] for s in quote.quote] == ["There is", "no plan"]


def test_a_text_may_end_with_a_dash_behind_a_quotation():
    """A dash there signs nothing."""
    text = "The firm said that it was not for sale. She denied “We stake it” –"
    assert load("rules").extract(Article.from_text("x", text)).language == "en"


@pytest.mark.parametrize("end", ["Korvat of", "It bought the buyer", "They called a sale"])
def test_a_text_may_end_anywhere(end):
    """Behind the last word nothing is looked for."""
    text = f"The firm said that it was not for sale. {end}"
    assert load("rules").extract(Article.from_text("x", text)).language == "en"


def test_a_scale_of_one_letter_ends_a_sentence():
    """The `m` of `£32m.` is no initial, so what follows is a sentence of its own."""
    text = "The firm said that it had raised £32m. Lead investor is Korvat Capital, it said."
    quotes = load("rules").extract(Article.from_text("x", text)).quotes
    assert [text[slice(*q.quote[0])] for q in quotes] == [
        "it had raised £32m",
        "Lead investor is Korvat Capital",
    ]


PIECES = st.sampled_from(
    """the The of to and , . : ; – - ? ! “ ” ‘ ’ " ' ( ) that said says told according to it They
    she has had was Korvat Ute Holm Inc plc Bank of Times spokesman $ £ 3.5 bn million euros up to
    between bought sells to merge with talks loan order stake in which who saying rumour has it
    approached about investors include pay for rejected offer from million & owned
    Its chairman we \n\n \n denied “We ’s by in May on Monday CEO &""".split(" ")
)


@given(st.lists(PIECES, max_size=120).map(" ".join))
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
        "Korvat Inc did not buy Zeta plc and ",
        "whether Korvat Inc nearly bought Zeta plc, ",
        "and more then after the right reason ",
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


@pytest.mark.parametrize(
    ("words", "span", "worth"),
    [
        ("$1.2bn", "$1.2bn", "USD 1200000000"),
        ("£300m", "£300m", "GBP 300000000"),
        ("1.5 billion dollars", "1.5 billion dollars", "USD 1500000000"),
        ("half a billion dollars", "half a billion dollars", "USD 500000000"),
        ("a quarter of a billion dollars", "a quarter of a billion dollars", "USD 250000000"),
        ("three-quarters of a billion euros", "three-quarters of a billion euros", "EUR 750000000"),
        ("$3-5 billion", "$3-5 billion", "USD 3000000000..5000000000"),
        ("€1.2bn to €1.5bn", "€1.2bn to €1.5bn", "EUR 1200000000..1500000000"),
        ("from $3 million to $5 million", "from $3 million to $5 million", "USD 3000000..5000000"),
        ("between 3 and 5 million euros", "between 3 and 5 million euros", "EUR 3000000..5000000"),
        ("between €3 and €5 million", "between €3 and €5 million", "EUR 3000000..5000000"),
        ("3 to 5 million pounds", "3 to 5 million pounds", "GBP 3000000..5000000"),
        ("US$40 million", "US$40 million", "USD 40000000"),
        ("A$40 million", "A$40 million", "AUD 40000000"),
        ("C$40m", "C$40m", "CAD 40000000"),
        ("CHF 40 million", "CHF 40 million", "CHF 40000000"),
        ("40 million Swiss francs", "40 million Swiss francs", "CHF 40000000"),
        ("40 million Swedish crowns", "40 million Swedish crowns", "SEK 40000000"),
        ("40 million Canadian dollars", "40 million Canadian dollars", "CAD 40000000"),
        ("a $500-million fee", "$500-million", "USD 500000000"),
        ("a 500-million-euro fee", "500-million-euro", "EUR 500000000"),
        ("just over £2m", "just over £2m", "GBP >2000000"),
        ("just under £2m", "just under £2m", "GBP <2000000"),
        ("close to $2m", "close to $2m", "USD ~2000000"),
        ("upwards of $2m", "upwards of $2m", "USD >2000000"),
        ("in excess of $2m", "in excess of $2m", "USD >2000000"),
        ("no more than $2m", "no more than $2m", "USD <2000000"),
        ("at most two million dollars", "at most two million dollars", "USD <2000000"),
        ("some $2m", "some $2m", "USD ~2000000"),
        ("around 12 billion yen", "around 12 billion yen", "JPY ~12000000000"),
        ("several hundred million dollars", "several hundred million dollars", "USD vague"),
        ("hundreds of millions of pounds", "hundreds of millions of pounds", "GBP vague"),
        ("tens of millions of dollars", "tens of millions of dollars", "USD vague"),
        ("a few million euros", "a few million euros", "EUR vague"),
        ("$61.40 a share", "$61.40", "USD 61.4"),
        ("30 pence a share", "30 pence", "GBP 0.3"),
        ("$1,250,000", "$1,250,000", "USD 1250000"),
        ("a million dollars", "a million dollars", "USD 1000000"),
        ("one hundred million dollars", "one hundred million dollars", "USD 100000000"),
        ("more than half a million pounds", "more than half a million pounds", "GBP >500000"),
        ("nearly £11m", "nearly £11m", "GBP ~11000000"),
        ("as little as $5m", "as little as $5m", "USD >5000000"),
        ("as much as $5m", "as much as $5m", "USD <5000000"),
        ("an estimated $5m", "an estimated $5m", "USD ~5000000"),
        ("$5m-plus", "$5m", "USD 5000000"),
        ("$10m-$12m", "$10m-$12m", "USD 10000000..12000000"),
        ("over 10 million euros", "over 10 million euros", "EUR >10000000"),
        ("€2.5 trillion", "€2.5 trillion", "EUR 2500000000000"),
        ("Over $10m was paid", "Over $10m", "USD >10000000"),
    ],
)
def test_sums_are_read_as_they_are_printed(words, span, worth):
    """Scales, halves, ranges, bounds and the dollars of other nations."""
    text = f"The firm said that it paid {words} for it."
    (amount,) = load("rules").extract(Article.from_text("x", text)).amounts
    figures = {
        "exact": f"{amount.value}",
        "approximate": f"~{amount.value}",
        "lower-bound": f">{amount.min}",
        "upper-bound": f"<{amount.max}",
        "range": f"{amount.min}..{amount.max}",
        "vague": "vague",
    }
    assert (text[slice(*amount.span)], f"{amount.currency} {figures[amount.kind]}") == (span, worth)


@pytest.mark.parametrize(
    ("firm", "currency"), [("Swedish brewer", "SEK"), ("Oslo-based yard", "NOK"), ("firm", None)]
)
def test_crowns_are_those_of_the_nation_that_the_text_is_about(firm, currency):
    """Without a nation beside them they belong to the one named most; else to none."""
    text = f"The {firm} Korvat said that it had paid 40 million crowns for it."
    found = load("rules").extract(Article.from_text("x", text)).amounts
    assert [a.currency for a in found] == ([currency] if currency else [])


@pytest.mark.parametrize(
    "words", ["40 percent more", "40 million bottles", "billions", "in 2024 dollars", "a third"]
)
def test_what_is_no_sum(words):
    """Shares, goods, years, and sums without a number or a currency."""
    text = f"The firm said that it paid {words} for it."
    assert load("rules").extract(Article.from_text("x", text)).amounts == ()


@pytest.mark.parametrize(
    ("text", "quote", "holder"),
    [
        (
            "According to the Northern Ledger, which first reported the talks, Silexa has called "
            "a rival supplier.",
            "Silexa has called a rival supplier",
            "Northern Ledger",
        ),
        (
            "Silexa has called a rival supplier, according to the Northern Ledger, which first "
            "reported the talks.",
            "Silexa has called a rival supplier",
            "Northern Ledger",
        ),
        (
            "A Silexa spokesman confirmed that a meeting had taken place but would not say what "
            "was discussed.",
            "a meeting had taken place",
            "A Silexa spokesman",
        ),
        (
            "Mary Whitlock said that the plant was safe and declined to comment on the price.",
            "the plant was safe",
            "Mary Whitlock",
        ),
        (
            "Mary Whitlock said that the buyer had called but would not pay more.",
            "the buyer had called but would not pay more",
            "Mary Whitlock",
        ),
    ],
)
def test_what_the_author_adds_is_not_what_was_said(text, quote, holder):
    """Who reported it first, and what the speaker kept to themselves."""
    (found,) = load("rules").extract(Article.from_text("x", text)).quotes
    assert [text[b:e] for b, e in found.quote] == [quote] and found.holder == holder


@pytest.mark.parametrize(
    "verb", "intends aims plans prefers considers relies depends focuses struggles thrives".split()
)
def test_what_a_company_does_is_said_without_that(verb):
    """The verb of the clause is known as one, behind a noun too."""
    text = f"Volanta’s chief executive is Anna Berg.\n\nBerg said the company {verb} to grow.\n"
    (quote,) = load("rules").extract(Article.from_text("x", text)).quotes
    begin, end = quote.quote[0]
    assert (text[begin:end], quote.holder) == (f"the company {verb} to grow", "Anna Berg")


@pytest.mark.parametrize(
    ("words", "kind", "bounds"),
    [
        ("$5 million or more", "lower-bound", ("5000000", None)),
        ("5 million euros or less", "upper-bound", (None, "5000000")),
        ("up to $5 million or more shares", "upper-bound", (None, "5000000")),
    ],
)
def test_a_bound_may_stand_behind_the_sum(words, kind, bounds):
    text = f"Volanta will invest {words} in Merriton.\n"
    (amount,) = load("rules").extract(Article.from_text("x", text)).amounts
    assert (amount.kind, (amount.min, amount.max), amount.value) == (kind, bounds, None)


@pytest.mark.parametrize("name", ["Der Spiegel", "Die Zeit", "Le Monde", "El País"])
def test_a_paper_of_another_country_is_no_person(name):
    text = f"{name} reported that Volanta would hire 300 people. Volanta is an airline.\n"
    found = load("rules").extract(Article.from_text("x", text))
    assert [e.kind for e in found.entities if e.name == name] == ["medium"]
    assert [quote.holder for quote in found.quotes] == [name]
