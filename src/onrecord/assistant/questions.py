"""The questions that the tools ask the graph; `<THIS>` stands for the IRI that is asked about.

Each gives rows of one property and one value, so that a resource is what its rows say.
"""

from typing import Final

_PREFIXES: Final = """\
PREFIX onr: <https://w3id.org/onrecord/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""

SEARCH: Final = (
    _PREFIXES
    + """
SELECT ?iri (SAMPLE(?type) AS ?kind) (SAMPLE(?name) AS ?label) (SAMPLE(?said) AS ?text) {
  VALUES ?type { onr:Statement onr:Dispute onr:Deal onr:Company onr:Person onr:NewsMedium
                 onr:Group onr:Product onr:Topic onr:Place onr:Event onr:Article onr:Report }
  ?iri a ?type ; ?property ?found ; rdfs:label ?name .
  FILTER(?property IN (rdfs:label, skos:altLabel, onr:gloss, onr:question, onr:anchorPhrase))
  FILTER(CONTAINS(LCASE(STR(?found)), LCASE(<WORDS>)))
  FILTER(LANG(?name) = <LANGUAGE>)
  OPTIONAL { ?iri onr:gloss ?said FILTER(LANG(?said) = <LANGUAGE>) }
} GROUP BY ?iri ORDER BY ?kind ?iri LIMIT <LIMIT>
"""
)

FACTS: Final = (
    _PREFIXES
    + """
SELECT ?property ?value ?label {
  { <THIS> ?p ?value } UNION
  { <THIS> onr:amount ?amount . ?amount ?p ?value } UNION
  { <THIS> onr:time ?time . ?time ?p ?value } UNION
  { <THIS> onr:anchoredAt ?anchor . ?anchor ?p ?value . FILTER(?p != onr:paragraph) }
  FILTER(STRSTARTS(STR(?p), "https://w3id.org/onrecord/ns#") || ?p IN (rdfs:label,
    dcterms:description, schema:currency, schema:value, schema:maxValue, schema:minValue))
  BIND(REPLACE(STR(?p), "^.*[#/]", "") AS ?property)
  OPTIONAL { ?value rdfs:label|skos:prefLabel ?label FILTER(LANG(?label) = <LANGUAGE>) }
} ORDER BY ?property ?value
"""
)

POSITIONS: Final = (
    _PREFIXES
    + """
SELECT ?iri ?speaker ?text ?status ?polarity ?modality ?printed ?number ?kind {
  { <THIS> onr:hasPosition ?iri } UNION { ?iri a onr:Statement ; onr:about <THIS> }
  ?iri onr:statedBy ?by ; onr:gloss ?text ; onr:polarity ?positive .
  ?by rdfs:label ?speaker . ?positive skos:prefLabel|rdfs:label ?polarity .
  FILTER(LANG(?text) = <LANGUAGE> && LANG(?speaker) = <LANGUAGE> && LANG(?polarity) = <LANGUAGE>)
  OPTIONAL { ?iri onr:modality/(skos:prefLabel|rdfs:label) ?modality
             FILTER(LANG(?modality) = <LANGUAGE>) }
  OPTIONAL { ?iri onr:predicate onr:dealStatus ; onr:object/(skos:prefLabel|rdfs:label) ?status
             FILTER(LANG(?status) = <LANGUAGE>) }
  OPTIONAL { ?iri onr:amount ?amount . ?amount onr:amountText ?printed ; onr:amountKind ?sort .
             ?sort skos:prefLabel|rdfs:label ?kind FILTER(LANG(?kind) = <LANGUAGE>)
             OPTIONAL { ?amount schema:value|schema:maxValue|schema:minValue ?number } }
} ORDER BY ?speaker ?iri ?modality
"""
)

PARTIES: Final = (
    _PREFIXES
    + """
SELECT ?party ?name ?role {
  <THIS> onr:hasParticipation ?participation .
  ?participation onr:participant ?party ; onr:role ?as .
  ?party rdfs:label ?name . ?as skos:prefLabel|rdfs:label ?role .
  FILTER(LANG(?name) = <LANGUAGE> && LANG(?role) = <LANGUAGE>)
} ORDER BY ?party
"""
)

LISTED: Final = (
    _PREFIXES
    + """
SELECT ?iri ?label { ?iri a <TYPE> ; rdfs:label ?label FILTER(LANG(?label) = <LANGUAGE>) }
ORDER BY ?iri
"""
)
