"""The review page in one of its languages: `site/review/index.html` with the words of `words/`."""

import tomllib
from collections.abc import Mapping
from typing import Final

import jinja2

from onrecord.errors import ConfigError
from onrecord.workspace import Workspace

_FALLBACK: Final = "en"


def languages(workspace: Workspace) -> tuple[str, ...]:
    """The languages that the page has words in, those of the workspace first and in its order."""
    found = [path.stem for path in workspace.files("site", "review/words/*.toml")]
    own = [language for language in workspace.config.languages if language in found]
    return (*own, *(language for language in found if language not in own))


def chosen(workspace: Workspace, wanted: str) -> str:
    """The language asked for where the page has it, else the first."""
    known = languages(workspace)
    return wanted if wanted in known else next(iter(known), _FALLBACK)


def page(workspace: Workspace, language: str) -> str:
    """The page as HTML; `ConfigError` where its words are not TOML or one is missing."""
    text = workspace.file("site", "review/index.html").read_text(encoding="utf-8")
    words = _words(workspace, language)
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    try:
        return environment.from_string(text).render(
            w=words,
            words=words,
            language=language,
            others=[
                (code, _words(workspace, code).get("language", code))
                for code in languages(workspace)
                if code != language
            ],
        )
    except jinja2.UndefinedError as error:
        raise ConfigError(
            f"a word is missing: {error.message}",
            file=f"site/review/words/{language}.toml",
            hint="add it, as in words/en.toml",
        ) from error


def _words(workspace: Workspace, language: str) -> Mapping[str, str]:
    name = f"review/words/{language}.toml"
    path = workspace.file("site", name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"is not TOML: {error}", file=f"site/{name}", hint="mend the line"
        ) from error
