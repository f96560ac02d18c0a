"""F1 of what the rules find in an annotated article."""

from collections import Counter


def f1(gold, found):
    hit = sum((Counter(gold) & Counter(found)).values())
    return 2 * hit / (len(gold) + len(found)) if gold or found else 1.0


def points(spans):
    return {i for begin, end in spans for i in range(begin, end)}


def overlap(one, other):
    a, b = points(one), points(other)
    return 2 * len(a & b) / (len(a) + len(b))


def attributed(gold, found):
    """Statements whose quote overlaps by half and whose speakers share a character."""
    hits, free = 0, list(found)
    for quote in gold:
        best = max(free, key=lambda q: overlap(quote["quote"], q["quote"]), default=None)
        if best is None or overlap(quote["quote"], best["quote"]) < 0.5:
            continue
        free.remove(best)
        same = points(quote["speaker"]) & points(best["speaker"])
        hits += bool(same) or not (quote["speaker"] or best["speaker"])
    return hits
