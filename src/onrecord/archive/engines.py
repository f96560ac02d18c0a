"""A graph and its shapes → findings, by the reference engine or by a native one.

The native engine is refused where a shape uses what its conformance test does not cover.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

import pyoxigraph as ox

from onrecord.errors import ConfigError, UsageError
from onrecord.graph import SHAPES_GRAPH, KnowledgeGraph
from onrecord.names import SH, SHAPES, XSD, Names
from onrecord.report import Finding, Severity
from onrecord.validate.shacl import run_shacl

if TYPE_CHECKING:
    import shacl

ENGINES: Final = ("pyshacl", "shacl", "none")
_CONFORMING: Final = frozenset(
    """minCount maxCount class datatype nodeKind pattern flags languageIn uniqueLang in or not node
    hasValue minInclusive maxInclusive minExclusive minLength maxLength disjoint lessThan
    lessThanOrEquals sparql path inversePath property targetClass targetSubjectsOf select prefixes
    declare prefix namespace message name description severity NodeShape PropertyShape
    SPARQLConstraint IRI Violation Warning Info""".split()
)
_ORDERED: Final = re.compile(
    r'"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+)"\^\^<http://www\.w3\.org/2001/XMLSchema#'
    r"(date|integer|nonNegativeInteger)> \.(?:\n|$)"
)
_KINDS: Final = {XSD + kind: kind for kind in ("date", "integer", "nonNegativeInteger")}
_SEVERITY: Final[dict[str, Severity]] = {
    "Violation": "violation",
    "Warning": "warning",
    "Info": "info",
}


@dataclass(frozen=True, slots=True)
class About:
    """The focus nodes that are asked about; and, if that is known, every class that they are of,
    and every property with the datatypes of its values, all well formed (empty: no literal)."""

    holds: Callable[[str], bool]
    classes: frozenset[str] | None = None
    typed: frozenset[tuple[str, str]] | None = None


EVERYTHING: Final = About(lambda focus: bool(focus) or True)


class Engine(Protocol):
    """Validates N-Triples against the shapes that it was made with."""

    def findings(self, text: str, about: About = EVERYTHING) -> Iterator[Finding]:
        """What is wrong with the focus nodes asked for; files and lines are not known here."""


def engine(name: str, shapes: KnowledgeGraph) -> Engine:
    """The engine of that name for the shapes of a graph."""
    if name == "pyshacl":
        return Reference(shapes.names, tuple(shapes.triples(SHAPES_GRAPH)))
    if name == "shacl":
        return Native.of(shapes)
    if name == "none":
        return Nothing()
    raise UsageError(f"no SHACL engine “{name}”", hint=f"there are: {', '.join(ENGINES)}")


class Nothing:
    """Checks nothing, for those who validate elsewhere."""

    def findings(self, text: str, about: About = EVERYTHING) -> Iterator[Finding]:
        """Never finds anything."""
        del text, about
        return iter(())


@dataclass(frozen=True)
class Reference:
    """pyshacl, as `onrecord check` runs it."""

    names: Names
    shapes: tuple[ox.Triple, ...]

    def findings(self, text: str, about: About = EVERYTHING) -> Iterator[Finding]:
        """The findings of pyshacl."""
        parsed = ox.parse(input=text, format=ox.RdfFormat.N_TRIPLES)
        data = tuple(ox.Triple(q.subject, q.predicate, q.object) for q in parsed)
        graphs = {self.names.graph("data"): data, self.names.graph(SHAPES_GRAPH): self.shapes}
        found = dict.fromkeys(run_shacl(KnowledgeGraph(self.names, graphs)))
        yield from (finding for finding in found if about.holds(finding.focus))


@dataclass(frozen=True)
class Native:
    """The engine of the package `shacl`; compiled once, used for every article."""

    names: Names
    reference: Reference
    targets: frozenset[str]
    messages: Mapping[str, tuple[Mapping[str, str], ...]]
    compared: frozenset[str]
    compiled: dict[frozenset[str], "shacl.Shapes"] = field(default_factory=dict)

    @classmethod
    def of(cls, shapes: KnowledgeGraph) -> "Native":
        """Compiles the shapes; `ConfigError` where one is not known to give the same findings."""
        triples = tuple(shapes.triples(SHAPES_GRAPH))
        _refuse(triples, shapes.names)
        return cls(
            shapes.names,
            Reference(shapes.names, triples),
            frozenset(_class(t) for t in triples) - {""},
            _messages(triples),
            _compared(triples),
        )

    def _shapes(self, classes: frozenset[str] | None) -> "shacl.Shapes":
        """The shapes without the targets that no node of these classes is; compiled once."""
        wanted = self.targets if classes is None else self.targets & classes
        if wanted not in self.compiled:
            kept = (t for t in self.reference.shapes if _class(t) in ("", *wanted))
            text = "".join(f"{t.subject} {t.predicate} {t.object} .\n" for t in kept)
            self.compiled[wanted] = _library().Shapes.from_text(text, "ntriples")
        return self.compiled[wanted]

    def findings(self, text: str, about: About = EVERYTHING) -> Iterator[Finding]:
        """The same findings as the reference's, which is asked where the two would differ."""
        if self._incomparable(text, about.typed):
            yield from self.reference.findings(text, about)
            return
        report = self._shapes(about.classes).validate_text(text, "ntriples")
        wanted = (result for result in report.results if about.holds(result.focus_node[1:-1]))
        # A SPARQL constraint's rows may be equal: each says the same once more.
        yield from dict.fromkeys(map(self._finding, wanted))

    def _incomparable(self, text: str, typed: frozenset[tuple[str, str]] | None) -> bool:
        """Whether something has values of two kinds that sh:lessThan would compare: SHACL and
        pyshacl do not agree on those."""
        if typed is None:
            rests = (rest for p in self.compared for rest in text.split(f" {p} ")[1:])
            kinds = {found[1] if (found := _ORDERED.match(rest)) else "" for rest in rests}
        else:
            found_kinds = (_KINDS.get(kind, "") for p, kind in typed if f"<{p}>" in self.compared)
            kinds = set(found_kinds)
        # Nearly always all are of one kind, so that nobody need ask which ones meet.
        return (len(kinds) > 1 or "" in kinds) and self._mixed(text)

    def _mixed(self, text: str) -> bool:
        """Whether one resource has values of two kinds, or one that is of no kind known here."""
        kinds: dict[str, str] = {}
        for line in text.split("\n")[:-1]:
            subject, predicate, rest = line.split(" ", 2)
            if predicate in self.compared:
                found = _ORDERED.match(rest)
                if found is None or kinds.setdefault(subject, found[1]) != found[1]:
                    return True
        return False

    def _finding(self, result: "shacl.Result") -> Finding:
        focus, rule = result.focus_node[1:-1], (result.source_shape or "")[1:-1]
        path = result.path[1:-1] if result.path and result.path[0] == "<" else None
        bound = {"{?path}": path, "{?value}": result.value_plain}
        said = self._said(rule, result)
        messages = {tag: _filled(text, bound, self.names) for tag, text in said.items()}
        english = messages.get("en") or next(iter(messages.values()), "does not hold")
        return Finding(
            severity=_SEVERITY.get(result.severity, "violation"),
            focus=focus,
            message=f"{self.names.compact(focus)}: {english}",
            message_de=messages.get("de", english),
            rule=rule.removeprefix(SHAPES),
            path=path,
            value=result.value_plain,
        )

    def _said(self, rule: str, result: "shacl.Result") -> Mapping[str, str]:
        """The messages by language; of several constraints, those that the result's fit."""
        choices = self.messages.get(rule, ())
        if result.component != "SPARQLConstraintComponent":
            return choices[0] if choices else {}
        for said in choices[1:]:
            if any(_fits(text, one) for text in said.values() for one in result.messages):
                return said
        return {}


def _library() -> Any:
    try:
        import shacl
    except ImportError as error:
        raise UsageError(
            "the engine shacl is not installed", hint="pip install 'onrecord[archive]'"
        ) from error
    return shacl


def _class(triple: ox.Triple) -> str:
    """The class whose members a shape is for, where the triple says so; else empty."""
    return triple.object.value if triple.predicate.value == SH + "targetClass" else ""  # type: ignore[union-attr]


def _refuse(shapes: Iterable[ox.Triple], names: Names) -> None:
    for triple in shapes:
        for term in (triple.predicate, triple.object):
            iri = getattr(term, "value", "")
            if iri.startswith(SH) and iri.removeprefix(SH) not in _CONFORMING:
                subject = names.compact(getattr(triple.subject, "value", ""))
                raise ConfigError(
                    f"{subject} uses sh:{iri.removeprefix(SH)}, for which the engine shacl is not "
                    "known to find the same",
                    hint="use --shacl-engine pyshacl",
                )


def _compared(shapes: Sequence[ox.Triple]) -> frozenset[str]:
    """The properties that shapes compare by order."""
    less = {SH + "lessThan", SH + "lessThanOrEquals"}
    paths = {t.subject: t.object for t in shapes if t.predicate.value == SH + "path"}
    pairs = [(t.subject, t.object) for t in shapes if t.predicate.value in less]
    return frozenset(str(term) for shape, other in pairs for term in (paths.get(shape), other))


def _messages(shapes: Sequence[ox.Triple]) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Shape → its own messages by language, then those of each of its SPARQL constraints."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    constraints: dict[str, list[str]] = defaultdict(list)
    for t in shapes:
        subject = getattr(t.subject, "value", "")
        if t.predicate.value == SH + "message" and isinstance(t.object, ox.Literal):
            said[subject][t.object.language or ""] = t.object.value
        elif t.predicate.value == SH + "sparql":
            constraints[subject].append(getattr(t.object, "value", ""))
    everything = {*said, *constraints}
    return {
        shape: (said.get(shape, {}), *(said.get(c, {}) for c in sorted(constraints[shape])))
        for shape in sorted(everything)
    }


def _fits(template: str, message: str) -> bool:
    """Whether a message is the template, with anything in the place of its variables."""
    parts = [re.escape(part) for part in re.split(r"\{[?$]\w+\}", template)]
    return re.fullmatch(".*".join(parts), message, re.DOTALL) is not None


def _filled(message: str, bound: Mapping[str, str | None], names: Names) -> str:
    for variable, value in bound.items():
        if value is not None:
            message = message.replace(variable, names.compact(value))
    return message
