"""The rules on articles written for this test: figures below which no rule may bring them.

Each article is `tests/articles/NN-name.txt` with its gold `NN-name.json`; offsets are code points.
"""

import json
from pathlib import Path

import pytest

from onrecord.article import Article
from onrecord.extract.lines import as_record
from onrecord.extract.protocol import load
from scoring import attributed, f1

FOLDER = Path(__file__).parent / "articles"
NAMES = sorted(
    (path.stem for path in FOLDER.glob("[0-9]*.json")), key=lambda n: int(n.split("-")[0])
)
UNSEEN = sorted(
    (f"unseen/{path.stem}" for path in (FOLDER / "unseen").glob("[0-9]*.json")),
    key=lambda n: int(n.split("/")[1].split("-")[0]),
)


def gold_of(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def found_in(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return as_record(load("rules").extract(Article.from_text(name, text)))


@pytest.fixture(scope="module")
def pairs():
    """(gold, found) of every article."""
    return [(gold_of(name), found_in(name)) for name in NAMES]


def test_there_are_at_least_twelve_articles():
    """The figures mean little on fewer."""
    assert len(NAMES) >= 12


def test_statements_are_attributed(pairs):
    """F1 of statements found with the right speaker is at least .80."""
    hits = sum(attributed(g["quotes"], f["quotes"]) for g, f in pairs)
    total = sum(len(g["quotes"]) + len(f["quotes"]) for g, f in pairs)
    assert 2 * hits / total >= 0.80


def test_amounts_are_read(pairs):
    """F1 of amounts (span, currency, figures, kind) is at least .95."""
    fields = ("currency", "value", "min", "max", "kind")
    gold, found = (
        [
            (i, *a["span"], *(a[k] for k in fields))
            for i, p in enumerate(pairs)
            for a in p[side]["amounts"]
        ]
        for side in (0, 1)
    )
    assert f1(gold, found) >= 0.95


def test_entities_are_found(pairs):
    """F1 of entities (kind and fullest name) and of their mentions is at least .90."""
    names = [
        [(i, e["kind"], e["name"]) for i, p in enumerate(pairs) for e in p[side]["entities"]]
        for side in (0, 1)
    ]
    mentions = [
        [
            (i, e["kind"], *m)
            for i, p in enumerate(pairs)
            for e in p[side]["entities"]
            for m in e["mentions"]
        ]
        for side in (0, 1)
    ]
    assert f1(*names) >= 0.90
    assert f1(*mentions) >= 0.90


def deals_of(article):
    """(kind, parties in their roles) of each deal."""
    return [
        (d["kind"], tuple(sorted((p["name"], p["role"]) for p in d["parties"])))
        for d in article["deals"]
    ]


@pytest.mark.parametrize(
    ("first", "last", "least"),
    [
        (1, 37, 0.80),
        (38, 55, 0.60),
        (56, 79, 0.40),
        (80, 91, 0.75),
        (92, 105, 0.82),
        (106, 119, 0.80),
        (120, 129, 0.60),
        (144, 155, 0.62),
    ],
)
def test_deals_are_found(pairs, first, last, least):
    """F1 of deals (kind, parties with roles): at least .75, the goal, where a text tells two or
    three; where every sentence tells one in other words the goal is not reached, and the figure
    may not fall below what is."""
    told = [
        (f"{i} {deal[0]}", deal[1], side)
        for i, pair in enumerate(pairs[first - 1 : last])
        for side in (0, 1)
        for deal in sorted(set(deals_of(pair[side])))
    ]
    gold, found = ([t[:2] for t in told if t[2] == side] for side in (0, 1))
    assert f1(gold, found) >= least


def test_deals_have_status_holder_and_amount(pairs):
    """Two of three deals are right in every field, where a text tells two or three."""
    gold, found = (
        [
            (
                i,
                *deal,
                d["status"],
                d["holder"],
                d["amount_index"] is None or tuple(p[side]["amounts"][d["amount_index"]]["span"]),
            )
            for i, p in enumerate(pairs[:37])
            for d, deal in zip(p[side]["deals"], deals_of(p[side]), strict=True)
        ]
        for side in (0, 1)
    )
    assert f1(gold, found) >= 0.65


@pytest.mark.parametrize(
    ("first", "last", "said", "least"),
    [
        (1, 14, 0.80, 0.28),
        (15, 28, 0.80, 0.72),
        (29, 40, 0.80, 0.60),
        (41, 54, 0.80, 0.42),
        (55, 66, 0.75, 0.42),
        (67, 80, 0.80, 0.30),
        (81, 88, 0.80, 0.50),
        (89, 98, 0.80, 0.50),
        (99, 104, 0.80, 0.50),
        (105, 110, 0.75, 0.20),
        (111, 120, 0.85, 0.74),
        (121, 126, 0.85, 0.45),
    ],
)
def test_the_rules_carry_to_articles_that_none_is_written_for(first, last, said, least):
    """Statements, amounts and names; deals reach their goal of .75 or come near it where a text is
    ordinary (15 to 40), and are far from it where nearly every sentence tells one."""
    assert len(UNSEEN) == 126
    pairs = [(gold_of(name), found_in(name)) for name in UNSEEN[first - 1 : last]]
    kinds = {
        "quotes": said,
        "amounts": 0.95,
        "entities": 0.85,
        "deals": least,
    }
    assert {k: f >= kinds[k] for k, f in carried(pairs).items()} == dict.fromkeys(kinds, True)


def carried(pairs):
    """F1 of each kind over all pairs, all that is compared being equal."""
    keys = {
        "amounts": lambda a: (*a["span"], a["currency"], a["value"], a["min"], a["max"], a["kind"]),
        "entities": lambda e: (e["kind"], e["name"]),
        "deals": lambda d: (d["kind"], *sorted((p["name"], p["role"]) for p in d["parties"])),
    }
    hits = sum(attributed(g["quotes"], f["quotes"]) for g, f in pairs)
    total = sum(len(g["quotes"]) + len(f["quotes"]) for g, f in pairs)
    figures = {"quotes": 2 * hits / total}
    for kind, key in keys.items():
        sides = [[(i, key(x)) for i, p in enumerate(pairs) for x in p[s][kind]] for s in (0, 1)]
        figures[kind] = f1(*sides)
    return figures


@pytest.mark.parametrize("name", [*NAMES, *UNSEEN])
def test_the_gold_fits_its_text(name):
    """Every span lies in the text, with no space at its ends; parties and sums are in the gold."""
    gold = gold_of(name)
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    spans = [s for q in gold["quotes"] for s in (*q["quote"], *q["speaker"])]
    spans += [m for e in gold["entities"] for m in e["mentions"]]
    spans += [a["span"] for a in gold["amounts"]]
    assert [
        s for s in spans if text[slice(*s)] != text[slice(*s)].strip() or not text[slice(*s)]
    ] == []
    names = {e["name"] for e in gold["entities"]}
    assert {p["name"] for d in gold["deals"] for p in d["parties"]} <= names
    sums = {d["amount_index"] for d in gold["deals"]} - {None}
    assert sums <= set(range(len(gold["amounts"])))
