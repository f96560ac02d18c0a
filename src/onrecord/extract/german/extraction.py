"""What the rules for German propose for an article."""

from collections.abc import Sequence

from onrecord.article import Article
from onrecord.extract.german.deals.finder import find_deals
from onrecord.extract.german.grammar.document import read_document
from onrecord.extract.german.names.entities import find_entities
from onrecord.extract.german.names.offices import find_offices
from onrecord.extract.german.quantities.amounts import find_amounts
from onrecord.extract.german.quantities.times import find_times
from onrecord.extract.german.speech.engine import know_names, quotes_of
from onrecord.extract.german.speech.own import own_subjects
from onrecord.extract.german.speech.relating import find_signs
from onrecord.extract.holding import with_holders
from onrecord.extract.records import Extraction
from onrecord.extract.register import Known
from onrecord.extract.relations import related


def extract(article: Article, known: Sequence[Known], language: str) -> Extraction:
    """Proposals for one article; `language` is the one that was recognised."""
    document = read_document(article.text)
    entities = find_entities(document, known)
    know_names(document, entities)
    amounts = tuple(find_amounts(document.tokens, document.flags))
    quotes = with_holders(article.text, quotes_of(document), entities, own_subjects(document))
    offices = find_offices(document, entities)
    deals = find_deals(document, entities, amounts, quotes, offices)
    times = find_times(document.tokens)
    begins, ends = document.tokens.begins, document.tokens.ends
    sentences = tuple([(begins[s.begin], ends[s.end - 1]) for s in document.sentences])
    signs = find_signs(document)
    signs = find_signs(document)
    relations = related(article.text, sentences, quotes, entities, offices, signs, large=True)
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
