"""Which company a passage is about: whom its words mean, and who a deal's missing side is."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Set

from onrecord.extract.german.grammar.document import Document

FADING = 0.8
"""What is left of a sentence's weight when the next one is read."""
ACTING = 0.5
"""What it counts to be the subject of a sentence."""
FIRST = 0.5
"""What it counts to be the first company that a paragraph names."""
WHOLE = 8.0
"""What it counts to be named most in the text, times the share of all mentions."""

MOST = 200
"""So many companies are remembered: an article names fewer, a book more."""


OPENING = 2
"""So many paragraphs, the heading among them, open a text."""


def passing(document: Document, named: Iterable[tuple[int, str]]) -> frozenset[str]:
    """The companies that one paragraph alone names, behind the opening of the text; `named`: where
    each name begins."""
    begins = [document.tokens.begins[s.begin] for s in document.sentences]
    told: dict[str, set[int]] = {}
    for begin, name in named:
        number = max(bisect_right(begins, begin) - 1, 0)
        told.setdefault(name, set()).add(document.sentences[number].paragraph)
    return frozenset(n for n, where in told.items() if len(where) == 1 and max(where) >= OPENING)


class Center:
    """Counts the companies of a paragraph and of the text."""

    def __init__(self, named: Iterable[str], passing: Container[str] = ()) -> None:
        """`named`: each time that one is named; `passing`: those of one paragraph alone."""
        self._all, self._passing = dict[str, int](), passing
        for name in named:
            self._all[name] = self._all.get(name, 0) + 1
        self.most_named = sorted(self._all, key=self._all.__getitem__, reverse=True)[:2]
        self._total = sum(self._all.values()) or 1
        self._seen: dict[str, None] = {}
        self._here: dict[str, float] = defaultdict(float)
        self.spoken = ""
        """For which company somebody spoke in this paragraph, where no other one acted since."""
        self._first = ""
        self._paragraph = -1

    def enter(self, paragraph: int) -> None:
        """A sentence of this paragraph begins."""
        if paragraph != self._paragraph:
            self._paragraph, self._first = paragraph, ""
            self._here, self.spoken = defaultdict(float), ""

    def note(self, names: Iterable[str], acting: Iterable[str]) -> None:
        """A sentence names or means these companies; some are `acting`: its subjects."""
        for name in self._here:
            self._here[name] *= FADING
        for name in set(acting):
            self._here[name] += ACTING
            self.spoken = self.spoken if name == self.spoken else ""
        for name in dict.fromkeys(names):
            self._first = self._first or name
            self._here[name] += 1
            self._seen[name] = None
            if len(self._seen) > MOST:
                del self._seen[next(iter(self._seen))]

    def nearest(self, fits: Callable[[str], bool]) -> str:
        """The company of this paragraph that it is most about, of those that fit."""
        return max(filter(fits, self._here), key=lambda name: self._here[name], default="")

    @property
    def paragraph(self) -> int:
        """The number of the paragraph that is being read."""
        return self._paragraph

    def foreign(self, told: Set[str], names: Set[str]) -> bool:
        """Whether what another paragraph told of some companies is nothing that this one is about:
        this one has named others before, beside these `names`."""
        others = self._here.keys() - names
        return bool(others) and others.isdisjoint(told)

    def here(self, name: str) -> bool:
        """Whether this paragraph names or means a company."""
        return name in self._here

    def about(self, names: Set[str], but: Iterable[str]) -> bool:
        """Whether this paragraph names one of these, or is about one of them."""
        return not names.isdisjoint(self._here) or self.best(but) in names

    def best(self, but: Iterable[str] = (), fits: Callable[[str], bool] | None = None) -> str:
        """The company that the passage is about, other than these, of those that fit."""
        out = set(but)
        best, most, here, total = "", -1.0, self._here, self._total
        for name in self._seen:
            away = name not in here and name in self._passing
            if away or name in out or (fits is not None and not fits(name)):
                continue
            weight = here.get(name, 0.0) + (FIRST if name == self._first else 0.0)
            weight += WHOLE * self._all.get(name, 0) / total
            if weight > most:
                best, most = name, weight
        return best
