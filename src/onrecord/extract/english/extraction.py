"""What the rules for English propose for an article."""

from collections.abc import Sequence

from onrecord.article import Article
from onrecord.extract.english.amounts import find_amounts
from onrecord.extract.english.deals import find_deals
from onrecord.extract.english.document import read_document
from onrecord.extract.english.names import find_entities
from onrecord.extract.english.offices import find_offices
from onrecord.extract.english.relating import find_signs
from onrecord.extract.english.sayers import subjects_of
from onrecord.extract.english.speech import find_quotes
from onrecord.extract.english.times import find_times
from onrecord.extract.holding import with_holders
from onrecord.extract.records import Extraction
from onrecord.extract.register import Known
from onrecord.extract.relations import related


def extract(article: Article, known: Sequence[Known]) -> Extraction:
    """Proposals for one article."""
    document = read_document(article.text)
    entities = find_entities(document, known)
    amounts = find_amounts(document.tokens)
    spoken = find_quotes(document)
    subjects = subjects_of(document, spoken, entities)
    quotes = with_holders(article.text, spoken, entities, subjects)
    deals = find_deals(document, entities, amounts, quotes)
    sentences = tuple(document.tokens.span(*sentence) for sentence in document.sentences)
    offices = find_offices(document, entities)
    times = find_times(document.tokens)
    signs = find_signs(document)
    relations = related(article.text, sentences, quotes, entities, offices, signs, large=False)
    return Extraction(
        "en",
        quotes,
        entities,
        amounts,
        times,
        deals,
        offices,
        sentences=sentences,
        relations=relations,
    )
