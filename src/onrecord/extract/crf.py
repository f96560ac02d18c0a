"""A trained tagger of quotations: a newsroom's own annotated corpus in, a model folder out.

Names, amounts and deals still come from the rules. Needs the extra `train` (python-crfsuite).
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.article import Article
from onrecord.errors import SystemFailure, UsageError
from onrecord.extract.holding import with_holders
from onrecord.extract.records import Extraction, Quote, Source, Span, Spans
from onrecord.extract.register import Known
from onrecord.extract.rules import RulesExtractor
from onrecord.extract.tagging import Example, labels, paragraphs, with_tags
from onrecord.extract.tokens import Tokens, tokenize

MODELS = ("quotes.crfsuite", "roles.crfsuite")
CARD = "model.json"
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 120}
FAR = 400
"""How far from its quotation, in code points, a role may stand."""


def _library() -> Any:
    try:
        import pycrfsuite
    except ImportError:
        raise SystemFailure(
            "python-crfsuite is not installed", hint="pip install 'onrecord[train]'"
        ) from None
    return pycrfsuite


def train(examples: Iterable[Example], folder: Path) -> int:
    """Trains both taggers and writes them with a card into a folder; returns the articles read."""
    library = _library()
    trainers = [library.Trainer(algorithm="lbfgs", verbose=False) for _ in MODELS]
    count, digest = 0, hashlib.sha256()
    for example in examples:
        count += 1
        digest.update(json.dumps([example.text, example.quotes], sort_keys=True).encode())
        tokens, tags, roles = labels(example)
        for part in paragraphs(tokens):
            own = tags[part.first : part.after]
            trainers[0].append(part.features, own)
            trainers[1].append(with_tags(part.features, own), roles[part.first : part.after])
    if not count:
        raise UsageError("the corpus is empty", hint="give JSON lines with “text” and “quotes”")
    folder.mkdir(parents=True, exist_ok=True)
    for trainer, name in zip(trainers, MODELS, strict=True):
        trainer.set_params(PARAMETERS)
        trainer.train(str(folder / name))
    card = {"articles": count, "corpus": digest.hexdigest(), "parameters": PARAMETERS}
    (folder / CARD).write_text(json.dumps(card, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return count


@dataclass(frozen=True, slots=True)
class CrfExtractor:
    """Quotations from a trained model; everything else from the rules."""

    folder: Path
    version: str
    name: str = "crf"

    @classmethod
    def at(cls, argument: str) -> "CrfExtractor":
        """The model in a folder; `UsageError` where there is none."""
        folder = Path(argument)
        missing = [n for n in (*MODELS, CARD) if not (folder / n).is_file()]
        if not argument or missing:
            raise UsageError(
                f"no trained model in {argument or 'no folder'}",
                hint="run 'onrecord train CORPUS.jsonl --out FOLDER', then --engine crf:FOLDER",
            )
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        return cls(folder, str(card["corpus"])[:12])

    def extract(self, article: Article, known: Sequence[Known] = ()) -> Extraction:
        """Proposals for one article."""
        base = RulesExtractor().extract(article, known)
        quotes = with_holders(article.text, self._quotes(article.text), base.entities)
        return replace(base, quotes=quotes)

    def _quotes(self, text: str) -> tuple[Quote, ...]:
        library = _library()
        taggers = [library.Tagger() for _ in MODELS]
        for tagger, name in zip(taggers, MODELS, strict=True):
            tagger.open(str(self.folder / name))
        tokens = tokenize(text)
        found: list[Quote] = []
        roles: list[tuple[str, Span]] = []
        for part in paragraphs(tokens):
            tags = taggers[0].tag(part.features)
            for kind, first, after in _runs(tags):
                sure = [taggers[0].marginal(tags[i], i) for i in range(first, after)]
                span = tokens.span(part.first + first, part.first + after)
                found.append(self._quote(kind, span, sum(sure) / len(sure)))
            named = taggers[1].tag(with_tags(part.features, tags))
            roles += _roles(tokens, named, part.first)
        for tagger in taggers:
            tagger.close()
        return tuple(_with_roles(quote, roles) for quote in found)

    def _quote(self, kind: str, span: Span, confidence: float) -> Quote:
        source = Source("crf", self.version, round(confidence, 2), "a trained tagger")
        return Quote(kind, (span,), (), (), (), (), source)  # type: ignore[arg-type]


def _runs(tags: Sequence[str]) -> Iterable[tuple[str, int, int]]:
    """(type, first, after) of each quotation in a sequence of labels."""
    start = 0
    for i in range(1, len(tags) + 1):
        ends = i == len(tags) or tags[i][:1] != "I" or tags[i][2:] != tags[start][2:]
        if ends:
            if tags and tags[start] != "O":
                yield tags[start][2:], start, i
            start = i


def _roles(tokens: Tokens, named: Sequence[str], offset: int) -> Iterable[tuple[str, Span]]:
    start = 0
    for i in range(1, len(named) + 1):
        if i == len(named) or named[i] != named[start]:
            if named and named[start] != "-":
                yield named[start], tokens.span(offset + start, offset + i)
            start = i


def _with_roles(quote: Quote, roles: Sequence[tuple[str, Span]]) -> Quote:
    """The nearest run of each role belongs to a quotation."""
    begin, end = quote.quote[0]

    def nearest(role: str) -> Spans:
        spans = [s for name, s in roles if name == role]
        best = min(spans, key=lambda s: max(begin - s[1], s[0] - end, 0), default=None)
        near = best is not None and max(begin - best[1], best[0] - end, 0) <= FAR
        return (best,) if best is not None and near else ()

    return replace(quote, speaker=nearest("speaker"), cue=nearest("cue"), frame=nearest("frame"))
