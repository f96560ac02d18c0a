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
            return _german(article, known, language)
        if language == "en":
            return _english(article, known)
        note = f"the text is not in a language that has rules (recognised: {language})"
        return Extraction(language, notes=(note,) if article.text.strip() else ())


def _english(article: Article, known: Sequence[Known]) -> Extraction:
    from onrecord.extract.english.amounts import find_amounts
    from onrecord.extract.english.deals import find_deals
    from onrecord.extract.english.document import read_document
    from onrecord.extract.english.names import find_entities
    from onrecord.extract.english.relating import find_signs
    from onrecord.extract.english.speech import find_quotes
    from onrecord.extract.holding import with_holders
    from onrecord.extract.relations import related

    document = read_document(article.text)
    entities = find_entities(document, known)
    amounts = find_amounts(document.tokens)
    quotes = with_holders(article.text, find_quotes(document), entities)
    deals = find_deals(document, entities, amounts, quotes)
    sentences = tuple(document.tokens.span(*sentence) for sentence in document.sentences)
    relations = related(article.text, sentences, quotes, entities, (), find_signs(document))
    return Extraction(
        "en", quotes, entities, amounts, (), deals, sentences=sentences, relations=relations
    )


def _german(article: Article, known: Sequence[Known], language: str) -> Extraction:
    from onrecord.extract.german.deals.finder import find_deals
    from onrecord.extract.german.grammar.document import read_document
    from onrecord.extract.german.names.entities import find_entities
    from onrecord.extract.german.names.offices import find_offices
    from onrecord.extract.german.quantities.amounts import find_amounts
    from onrecord.extract.german.quantities.times import find_times
    from onrecord.extract.german.speech.engine import know_names, quotes_of
    from onrecord.extract.german.speech.relating import find_signs
    from onrecord.extract.holding import with_holders
    from onrecord.extract.relations import related

    document = read_document(article.text)
    entities = find_entities(document, known)
    know_names(document, entities)
    amounts = tuple(find_amounts(document.tokens, document.flags))
    quotes = with_holders(article.text, quotes_of(document), entities)
    offices = find_offices(document, entities)
    deals = find_deals(document, entities, amounts, quotes, offices)
    times = find_times(document.tokens)
    sentences = tuple(document.tokens.span(s.begin, s.end) for s in document.sentences)
    relations = related(article.text, sentences, quotes, entities, offices, find_signs(document))
    return Extraction(
        language,
        quotes,
        entities,
        amounts,
        times,
        deals,
        offices,
        sentences=sentences,
        relations=relations,
    )
