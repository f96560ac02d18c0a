"""A graph → how many statements each paragraph of each article has, and how many are anchored."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from onrecord.graph import KnowledgeGraph

_QUERY: Final = """
SELECT ?article ?paragraphs ?statement ?paragraph ?form ?anchored (COUNT(?relation) AS ?relations)
WHERE {
  ?article a onr:Article ; onr:paragraphCount ?paragraphs .
  OPTIONAL {
    ?statement a onr:Statement ; onr:recordedIn ?article ;
      onr:paragraph ?paragraph ; onr:form ?form .
    BIND (EXISTS { ?statement onr:anchoredAt ?anchor } AS ?anchored)
    OPTIONAL { ?relation onr:relationFrom ?statement }
  }
}
GROUP BY ?article ?paragraphs ?statement ?paragraph ?form ?anchored
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph: statements in it, how many are the author's own, anchored, related."""

    paragraph: int
    statements: int
    editorial: int
    anchored: int
    relations: int


def coverage(graph: KnowledgeGraph) -> Mapping[str, tuple[Row, ...]]:
    """Article IRI → one row per paragraph, also for those with no statement."""
    found: dict[str, dict[int, list[tuple[bool, bool, int]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    length: dict[str, int] = {}
    solutions = graph.query(_QUERY)
    assert isinstance(solutions, ox.QuerySolutions)
    for row in solutions:
        article = str(getattr(row["article"], "value", ""))
        length[article] = _number(row["paragraphs"])
        if row["statement"] is None:
            continue
        editorial = str(getattr(row["form"], "value", "")).endswith("#editorial")
        anchored = getattr(row["anchored"], "value", "") == "true"
        entry = (editorial, anchored, _number(row["relations"]))
        found[article][_number(row["paragraph"])].append(entry)
    return {
        article: tuple(
            _row(number, found[article][number]) for number in range(1, length[article] + 1)
        )
        for article in sorted(length)
    }


def _row(number: int, entries: list[tuple[bool, bool, int]]) -> Row:
    return Row(
        number,
        len(entries),
        sum(editorial for editorial, _, _ in entries),
        sum(anchored for _, anchored, _ in entries),
        sum(relations for _, _, relations in entries),
    )


def _number(term: object) -> int:
    return int(getattr(term, "value", 0))
