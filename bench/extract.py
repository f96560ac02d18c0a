"""What extraction costs and finds: speed, import, memory, figures on the test articles.

    python bench/extract.py [--corpus CORPUS.jsonl] [--articles 400] [--interpreted]

Prints one JSON line: articles of 400 words a second in one process (goal: at least 200), of
compiled rules and of interpreted ones in turn, in German and in English, medians of five processes
each; seconds to import the extractor (goal: under 0.3), peak memory in MB (goal: under 200), and F1
on `tests/articles`, and on those in `unseen` there from 81 to 98, in which nobody has read what
goes wrong, and how many statements have the right polarity where the gold has it. The wheel with
compiled rules is built for it, which takes some four minutes and a C compiler; with --interpreted
it is left out, and one process is measured that runs the rules as they stand. With --corpus (JSON
lines with `text` and annotated `quotes`) it also prints, for every rule, how many of its proposals
were found (token F1 of at least .5 with a gold quotation) and how many had the right speaker too,
beside the confidence that they gave: the calibration.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

from onrecord.article import Article
from onrecord.extract.lines import as_record
from onrecord.extract.protocol import load
from onrecord.review.proposals import proposals

ROOT = Path(__file__).resolve().parent.parent
WORDS, ROUNDS = 400, 5
ALL = range(1, 1000)
UNREAD = range(81, 99)
"""The articles in `unseen` of which nobody has read what the rules miss, nor written a rule."""
UNKEPT = "PYTHONDONTWRITEBYTECODE"
IMPORT = "import time; t = time.perf_counter(); import onrecord.extract.rules as r; \
r.RulesExtractor().extract(r.Article.from_text('x', 'Der Chef sagte, es gehe.')); \
print(time.perf_counter() - t)"


def points(spans: Any) -> set[int]:
    return {i for begin, end in spans for i in range(begin, end)}


def overlap(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def pairs(gold: list[Any], found: list[Any]) -> list[tuple[Any, Any]]:
    """Greedy one-to-one pairs by overlap, best first."""
    scored = sorted(
        (
            (-overlap(points(g["quote"]), points(f["quote"])), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
        ),
    )
    left, right, result = set(), set(), []
    for score, i, j in scored:
        if -score >= 0.5 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            result.append((gold[i], found[j]))
    return result


def right_speaker(gold: Any, found: Any) -> bool:
    a, b = points(gold["speaker"]), points(found["speaker"])
    return bool(a & b) or not (a or b)


def f1(hits: int, gold: int, found: int) -> float:
    return round(2 * hits / (gold + found), 3) if gold + found else 1.0


def test_articles(folder: str = "", numbers: range = ALL) -> list[tuple[str, Any]]:
    """Texts and gold of a folder of test articles, of those that have these numbers."""
    found = (ROOT / "tests" / "articles" / folder).glob("[0-9]*.json")
    names = sorted(p for p in found if int(p.stem.partition("-")[0]) in numbers)
    return [
        (p.with_suffix(".txt").read_text("utf-8"), json.loads(p.read_text("utf-8"))) for p in names
    ]


def figures(folder: str = "", numbers: range = ALL) -> dict[str, float]:
    """F1 on the test articles, or on those of a folder among them that have these numbers:
    statements with the right speaker, amounts, entities, deals."""
    engine = load("rules")
    count: dict[str, list[int]] = {
        k: [0, 0, 0] for k in ("statements", "amounts", "entities", "deals")
    }
    for text, gold in test_articles(folder, numbers):
        found = as_record(engine.extract(Article.from_text("x", text)))
        hits = sum(right_speaker(g, f) for g, f in pairs(gold["quotes"], found["quotes"]))
        _add(count["statements"], hits, gold["quotes"], found["quotes"])
        keys = {
            "amounts": lambda a: (
                *a["span"],
                a["currency"],
                a["value"],
                a["min"],
                a["max"],
                a["kind"],
            ),
            "entities": lambda e: (e["kind"], e["name"]),
            "deals": lambda d: (d["kind"], *sorted((p["name"], p["role"]) for p in d["parties"])),
        }
        for name, key in keys.items():
            one, other = {key(x) for x in gold[name]}, {key(x) for x in found[name]}
            _add(count[name], len(one & other), one, other)
    return {name: f1(*counts) for name, counts in count.items()}


def polarity() -> dict[str, float]:
    """Of the test articles whose gold says what is negated, by the words of a statement or by those
    of who denies it: how many statements were found, the share of them with the right polarity,
    and F1 of those that are negated."""
    engine = load("rules")
    count: dict[tuple[str, str], int] = defaultdict(int)
    for folder in ("", "english"):
        for text, gold in test_articles(folder):
            if not any("polarity" in quote for quote in gold["quotes"]):
                continue
            article = Article.from_text("x", text)
            found = engine.extract(article)
            told = [p for p in proposals(found, article) if p.kind == "statement"]
            polarities = {p.spans[0]: p.polarity for p in reversed(told)}
            matched = pairs(gold["quotes"], as_record(found)["quotes"])
            by_gold = {id(g): polarities.get(tuple(f["quote"][0]), "") for g, f in matched}
            for quote in gold["quotes"]:
                if "polarity" in quote:
                    count[quote["polarity"], by_gold.get(id(quote), "")] += 1
    sure = {key: n for key, n in count.items() if key[1]}
    right = count["negated", "negated"] + count["affirmed", "affirmed"]
    gold_negated = sum(n for (wanted, _), n in count.items() if wanted == "negated")
    found_negated = sum(n for (_, got), n in count.items() if got == "negated")
    return {
        "statements": sum(sure.values()),
        "right": round(right / sum(sure.values()), 3),
        "negated": f1(count["negated", "negated"], gold_negated, found_negated),
    }


def _add(counts: list[int], hits: int, gold: Any, found: Any) -> None:
    for i, n in enumerate((hits, len(gold), len(found))):
        counts[i] += n


def speed(articles: int, folder: str = "") -> float:
    """Articles of 400 words a second, in this process; texts of a folder of test articles."""
    texts, pool = [], [text for text, _ in test_articles(folder)]
    for i in range(articles):
        words: list[str] = []
        while len(words) < WORDS:
            words += [*pool[(i + len(words)) % len(pool)].split(" "), "\n\n"]
        texts.append(" ".join(words[:WORDS]))
    engine = load("rules")
    engine.extract(Article.from_text("x", texts[0]))
    begin = time.process_time()
    for text in texts:
        engine.extract(Article.from_text("x", text))
    return articles / (time.process_time() - begin)


def in_turn(articles: int) -> dict[str, dict[str, int]]:
    """Articles a second of interpreted and of compiled rules, in both languages, medians of
    processes in turn."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    with tempfile.TemporaryDirectory() as folder:
        build = [*pip, "wheel", "--no-deps", "-w", folder, str(ROOT)]
        subprocess.run(build, check=True, env={**os.environ, "ONRECORD_COMPILED": "1"})
        (wheel,) = Path(folder).glob("onrecord-*.whl")
        home = Path(folder) / "there"
        subprocess.run(
            [*pip, "install", "--no-deps", "--target", str(home), str(wheel)], check=True
        )
        places = {"interpreted": ROOT / "src", "compiled": home}
        folders = {"german": "", "english": "english"}
        seen: dict[str, dict[str, list[int]]] = {x: {y: [] for y in places} for x in folders}
        command = [sys.executable, __file__, "--articles", str(articles), "--only-speed"]
        for _ in range(ROUNDS):
            for language, articles_of in folders.items():
                for name, place in places.items():
                    environment = {**os.environ, "PYTHONPATH": str(place)}
                    ran = subprocess.run(
                        [*command, articles_of], capture_output=True, check=True, env=environment
                    )
                    seen[language][name].append(int(ran.stdout))
    return {
        language: {name: round(median(found)) for name, found in each.items()}
        for language, each in seen.items()
    }


def read_corpus(path: Path) -> list[tuple[list[Any], list[Any], list[tuple[Any, Any]]]]:
    """(gold quotations, those found, the pairs of both) of every article."""
    engine, read = load("rules"), []
    for line in path.read_text("utf-8").splitlines():
        gold = json.loads(line)
        found = as_record(engine.extract(Article.from_text("x", gold["text"])))["quotes"]
        read.append((gold["quotes"], found, pairs(gold["quotes"], found)))
    return read


def calibration(corpus: Any) -> dict[str, list[float]]:
    """Per rule and for all proposals of confidence .8 and more: how many, the shares that were
    found and attributed, and the confidence that they gave."""
    tally: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0, 0])
    for _, found, paired in corpus:
        matched = {id(f): right_speaker(g, f) for g, f in paired}
        for quote in found:
            sure = "confidence >= .8" if quote["confidence"] >= 0.8 else "confidence < .8"
            for name in (quote["rule"], sure):
                tally[name][0] += 1
                tally[name][1] += id(quote) in matched
                tally[name][2] += matched.get(id(quote), False)
                tally[name][3] += quote["confidence"]
    return {
        name: [n, *(share / n for share in shares)] for name, (n, *shares) in sorted(tally.items())
    }


def by_type(corpus: Any) -> dict[str, list[float]]:
    """F1 of quotations found and attributed; per type of gold: how many, and the shares."""
    tally: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
    for gold, _, paired in corpus:
        matched = {id(g): right_speaker(g, f) for g, f in paired}
        for quote in gold:
            tally[quote["type"]][0] += 1
            tally[quote["type"]][1] += id(quote) in matched
            tally[quote["type"]][2] += matched.get(id(quote), False)
    there, found, right = (sum(row[k] for row in tally.values()) for k in range(3))
    proposed = sum(len(quotes) for _, quotes, _ in corpus)
    total = [there, 2 * found / (there + proposed), 2 * right / (there + proposed)]
    return {
        "F1": total,
        **{name: [n, *(hit / n for hit in hits)] for name, (n, *hits) in sorted(tally.items())},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--interpreted", action="store_true")
    parser.add_argument("--only-speed", metavar="FOLDER", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only_speed is not None:
        print(round(speed(given.articles, given.only_speed)))
        return
    command = [sys.executable, "-c", IMPORT]
    kept = {name: value for name, value in os.environ.items() if name != UNKEPT}
    cold = [
        float(subprocess.run(command, capture_output=True, check=True, env=kept).stdout)
        for _ in range(3)
    ]
    here = round(speed(given.articles))
    result: dict[str, Any] = {
        "articles_per_second": here if given.interpreted else in_turn(given.articles),
        "import_seconds": round(min(cold), 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "f1": figures(),
        "f1_unseen": figures("unseen", UNREAD),
        "polarity": polarity(),
    }
    print(json.dumps(result))
    if given.corpus:
        corpus = read_corpus(given.corpus)
        show("type of gold, quotations, found, attributed", by_type(corpus))
        show("rule, proposals, found, attributed, confidence", calibration(corpus))


def show(heading: str, rows: dict[str, list[float]]) -> None:
    print(heading)
    for name, (n, *shares) in rows.items():
        print(f"{name:28}{n:6}", *(f"{share:8.2f}" for share in shares))


if __name__ == "__main__":
    main()
