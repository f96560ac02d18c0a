"""The protocol of extraction engines, and the table of those that are there.

A plug-in package names its engine in the entry-point group `onrecord.extractors`.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from onrecord.article import Article
from onrecord.errors import UsageError
from onrecord.extract.records import Extraction
from onrecord.extract.register import Known

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "onrecord.extractors"
BUILT_IN = {
    "rules": "onrecord.extract.rules:RulesExtractor",
    "crf": "onrecord.extract.crf:CrfExtractor.at",
    "llm": "onrecord.extract.llm:LlmExtractor.at",
}
"""Name → module and what makes the engine; `name:argument` hands the argument over."""


class Extractor(Protocol):
    """Reads one article and proposes; the same input gives the same output."""

    @property
    def name(self) -> str:
        """What the engine is called on the command line."""

    @property
    def version(self) -> str:
        """Changes whenever the output may change."""

    def extract(self, article: Article, known: Sequence[Known] = ()) -> Extraction:
        """Proposes statements, entities, amounts, times and deals of an article."""


def _plugged_in() -> "tuple[EntryPoint, ...]":
    # Imported here: reading the metadata of packages costs more than the commands that need none.
    from importlib.metadata import entry_points

    return tuple(entry_points(group=GROUP))


def names() -> tuple[str, ...]:
    """The engines that may be chosen, sorted."""
    return tuple(sorted({*BUILT_IN, *(e.name for e in _plugged_in())}))


def load(name: str) -> Extractor:
    """The engine of that name, ready to use; `crf:FOLDER` is the model in a folder."""
    plain, _, argument = name.partition(":")
    if plain in BUILT_IN:
        module, _, path = BUILT_IN[plain].partition(":")
        make: Any = import_module(module)
        for attribute in path.split("."):
            make = getattr(make, attribute)
        return cast(Extractor, make(argument) if "." in path else make())
    for entry in _plugged_in():
        if entry.name == name:
            return cast(Extractor, entry.load()())
    raise UsageError(f"no extraction engine “{name}”", hint=f"there are: {', '.join(names())}")
