"""The review page in one of its languages: `site/review/index.html` with its words."""

import jinja2

from onrecord.errors import ConfigError
from onrecord.review.wording import Wording, languages
from onrecord.workspace import Workspace


def page(workspace: Workspace, language: str) -> str:
    """The page as HTML; `ConfigError` where its words are not TOML or one is missing."""
    text = workspace.text(workspace.file("site", "review/index.html"))
    words = Wording.of(workspace, language).words
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    try:
        return environment.from_string(text).render(
            w=words,
            words=words,
            language=language,
            others=[
                (code, Wording.of(workspace, code).words.get("language", code))
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
