"""The words of a review in one language: those of the page and the terminal in
`site/review/words`, errors in `site/review/messages`, the reasons of rules in `site/locales`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord import toml
from onrecord.errors import ConfigError, OnrecordError
from onrecord.workspace import Workspace

_FALLBACK: Final = "en"
_PLACE: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """`words` by key; `messages` are patterns of what is said in English, with what it is called in
    the language; `reasons` by rule."""

    language: str
    words: Mapping[str, str]
    messages: Sequence[tuple[re.Pattern[str], str]]
    reasons: Mapping[str, str]

    @classmethod
    def of(cls, workspace: Workspace, language: str) -> "Wording":
        """The words in a language; `ConfigError` where a file of them is not TOML."""
        told = _table(workspace, f"review/messages/{language}.toml")
        locale = _table(workspace, f"locales/{language}.toml")
        whys = {k.removeprefix("why_"): v for k, v in locale.items() if k.startswith("why_")}
        messages = tuple((_pattern(english), own) for english, own in told.items())
        return cls(language, _table(workspace, f"review/words/{language}.toml"), messages, whys)

    def say(self, key: str, **values: object) -> str:
        """A word with its values; `ConfigError` where there is none."""
        if key not in self.words:
            raise ConfigError(
                f"a word is missing: {key!r}",
                file=f"site/review/words/{self.language}.toml",
                hint="add it, as in words/en.toml",
            )
        return self.words[key].format_map({name: str(value) for name, value in values.items()})

    def told(self, message: str) -> str:
        """An English message of the review in the language; as it is where none is known."""
        for pattern, own in self.messages:
            if match := pattern.fullmatch(message):
                values = {name: self._value(value) for name, value in match.groupdict().items()}
                return own.format_map(values)
        return message

    def error(self, error: OnrecordError) -> tuple[str, str]:
        """What is wrong, with its place, and what to do."""
        message = self.told(error.message)
        hint = self.told(error.hint) if error.hint else ""
        return (f"{error.place}: {message}" if error.place else message), hint

    def why(self, rule: str, why: str) -> str:
        """Why a rule proposed something: in the language, else as the rule says it."""
        return self.reasons.get(rule.partition("@")[0], why)

    def _value(self, value: str) -> str:
        """What a field or a kind is called; anything else stays as it is."""
        return ", ".join(self._called(part) for part in value.split(", "))

    def _called(self, part: str) -> str:
        keys = (f"kind_{part}", f"act_{part}", part)
        return next((self.words[key] for key in keys if key in self.words), part)


def languages(workspace: Workspace) -> tuple[str, ...]:
    """The languages that there are words in, those of the workspace first and in its order."""
    found = [path.stem for path in workspace.files("site", "review/words/*.toml")]
    own = [language for language in workspace.config.languages if language in found]
    return (*own, *(language for language in found if language not in own))


def chosen(workspace: Workspace, wanted: str) -> str:
    """The language asked for where there are words in it, else the first."""
    known = languages(workspace)
    return wanted if wanted in known else next(iter(known), _FALLBACK)


def _pattern(english: str) -> re.Pattern[str]:
    parts = _PLACE.split(english)
    literal = [re.escape(part) for part in parts[::2]]
    named = [f"(?P<{name}>.+?)" for name in parts[1::2]] + [""]
    return re.compile("".join(a + b for a, b in zip(literal, named, strict=True)), re.DOTALL)


def _table(workspace: Workspace, name: str) -> Mapping[str, str]:
    """A table of words; empty where the language has no such file."""
    found = workspace.files("site", name)
    if not found:
        return {}
    return toml.words(workspace.text(found[0]), workspace.relative(found[0]))
