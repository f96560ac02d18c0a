"""Questions and a pool of workers in, plain records out: what the tools of an assistant say."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from onrecord.assistant import questions
from onrecord.errors import OnrecordError, QueryError, UsageError
from onrecord.names import ONR, Names, check_iri, document
from onrecord.publish.hosting.table import Site
from onrecord.query.worker import Job
from onrecord.serve.pool import Pool

Record = dict[str, Any]
_WRITTEN = re.compile(r"[a-z]+[:/][a-z0-9][a-z0-9/-]*(?:#[\w-]+)?")


@dataclass(frozen=True, slots=True)
class Graph:
    """Asks a publication's graph in one language."""

    pool: Pool
    site: Site

    async def search(self, words: str, language: str, limit: int) -> list[Record]:
        """Resources whose name, alias, gloss or anchor holds the words."""
        if not words.strip():
            raise UsageError("There are no words to search for", hint="Give some.")
        rows = await self._rows(
            questions.SEARCH, language, WORDS=str(ox.Literal(words)), LIMIT=str(limit)
        )
        return [{**row, "kind": row["kind"].removeprefix(ONR)} for row in rows]

    async def statement(self, name: str, language: str) -> Record:
        """Everything about one statement, with its evidence and how to cite it."""
        return await self._described(name, language, "Statement")

    async def dispute(self, name: str, language: str) -> Record:
        """A dispute with the positions in it; with no name, the disputes there are."""
        if not name:
            return {"disputes": await self._listed("Dispute", language)}
        record = await self._described(name, language, "Dispute")
        return record | {"positions": await self._positions(record["iri"], language)}

    async def deal(self, name: str, language: str) -> Record:
        """A deal with its parties and what each speaker says of it; with no name, all deals."""
        if not name:
            return {"deals": await self._listed("Deal", language)}
        record = await self._described(name, language, "Deal")
        parties = await self._rows(questions.PARTIES, language, THIS=_n(record["iri"]))
        ledger = await self._positions(record["iri"], language)
        return record | {"parties": parties, "statements": ledger}

    async def sparql(self, text: str) -> Record:
        """The answer to any query, as the JSON of SPARQL or as Turtle."""
        reply = await self.pool.ask(Job(text, ("json", "turtle"), prefixes=self._prefixes))
        if reply.format == "json":
            answer: Record = json.loads(reply.body)
            return answer
        return {"turtle": reply.body.decode()}

    @property
    def _prefixes(self) -> Mapping[str, str]:
        return Names(self.site.base).prefixes

    def _iri(self, name: str) -> str:
        """The IRI that is meant: written in full, as a path or with a prefix."""
        if _WRITTEN.fullmatch(name) and "://" not in name:
            return self.site.base + name.replace(":", "/", 1)
        try:
            return check_iri(name)
        except OnrecordError as error:
            raise UsageError(
                f"{name[:100]!r} is no IRI", hint="Give an IRI, or for instance deal/name."
            ) from error

    async def _described(self, name: str, language: str, kind: str) -> Record:
        iri = document(self._iri(name))
        rows = await self._rows(questions.FACTS, language, THIS=_n(iri))
        record: Record = {"iri": iri}
        for row in rows:
            record.setdefault(row["property"], [])
            shown = row.get("label", row["value"])
            if shown not in record[row["property"]]:
                record[row["property"]].append(shown)
        typed = await self.pool.ask(Job(f"ASK {{ {_n(iri)} a {_n(ONR + kind)} }}", ("json",)))
        if not json.loads(typed.body)["boolean"]:
            raise UsageError(
                f"There is no {kind.lower()} <{iri}>", hint="Use the search tool to find its IRI."
            )
        return record | {"cite": f"<{iri}>", "license": self.site.license}

    async def _positions(self, iri: str, language: str) -> list[Record]:
        return await self._rows(questions.POSITIONS, language, THIS=_n(iri))

    async def _listed(self, kind: str, language: str) -> list[Record]:
        return await self._rows(questions.LISTED, language, TYPE=_n(ONR + kind))

    async def _rows(self, question: str, language: str, **values: str) -> list[Record]:
        if language not in self.site.languages:
            raise UsageError(
                f"There is no language {language[:20]!r}",
                hint=f"Choose one of {', '.join(self.site.languages)}.",
            )
        text = question.replace("<LANGUAGE>", str(ox.Literal(language)))
        for name, value in values.items():
            text = text.replace(f"<{name}>", value)
        reply = await self.pool.ask(Job(text, ("json",)))
        if not reply.format:
            raise QueryError("The graph gave no table")
        bindings = json.loads(reply.body)["results"]["bindings"]
        return [{key: term["value"] for key, term in row.items()} for row in bindings]


def _n(iri: str) -> str:
    return str(ox.NamedNode(iri))
