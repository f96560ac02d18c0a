"""A triple of a source → a finding with its file and line."""

import pyoxigraph as ox

from onrecord.rdf import Source
from onrecord.report import Finding, Severity
from onrecord.validate.shacl import article_of


def finding(
    source: Source,
    triple: ox.Triple,
    rule: str,
    messages: tuple[str, str],
    severity: Severity = "violation",
    *,
    value: str | None = None,
) -> Finding:
    """What is wrong with a triple, or with the `value` in it; `messages` in English and German."""
    named = isinstance(triple.subject, ox.NamedNode)
    subject = getattr(triple.subject, "value", "") if named else ""
    predicate = triple.predicate.value
    english, german = messages
    return Finding(
        severity=severity,
        focus=subject,
        message=english,
        message_de=german,
        rule=rule,
        path=predicate,
        value=value,
        file=source.name,
        line=source.line_of(subject, predicate, value),
        article=article_of(source.name),
    )
