"""The default engine: rules and lexicons; picks the rules by the language of the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.article import Article
from onrecord.extract.language import language_of
from onrecord.extract.records import Extraction
from onrecord.extract.register import Known


@dataclass(frozen=True, slots=True)
class RulesExtractor:
    """Rules for German and English; another language is named, not guessed at."""

    name: str = "rules"
    version: str = "1"

    def extract(self, article: Article, known: Sequence[Known] = ()) -> Extraction:
        """Proposals for one article."""
        language = language_of(article.text)
        if language == "de" or (language == "und" and article.text.strip()):
            from onrecord.extract.german.extraction import extract as german

            return german(article, known, language)
        if language == "en":
            from onrecord.extract.english.extraction import extract as english

            return english(article, known)
        note = f"the text is not in a language that has rules (recognised: {language})"
        return Extraction(language, notes=(note,) if article.text.strip() else ())
