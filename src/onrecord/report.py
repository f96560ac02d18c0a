"""Findings and reports, and their forms for people and machines: text, JSON, JUnit, SARIF."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from html import escape
from typing import Any, Final, Literal, TypeAlias

from onrecord import __version__

Severity: TypeAlias = Literal["violation", "warning", "info"]
_ORDER: Final = {"violation": 0, "warning": 1, "info": 2}
_SARIF_LEVEL: Final = {"violation": "error", "warning": "warning", "info": "note"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a curator should know of.

    `focus` is the focus node (IRI), `path` the property (IRI), `value` the offending value,
    `rule` the shape or query that found it; `message` is in English, `message_de` in German.
    """

    severity: Severity
    focus: str
    message: str
    rule: str
    message_de: str = ""
    path: str | None = None
    value: str | None = None
    file: str | None = None
    line: int | None = None
    article: str | None = None

    @property
    def place(self) -> str:
        """`file:line`, as far as it is known."""
        if self.file is None:
            return "(derived)"
        return f"{self.file}:{self.line}" if self.line is not None else self.file


_FIELDS: Final = tuple(field.name for field in fields(Finding))


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one check, worst first, then by place."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Report":
        """Sorts the findings and drops repetitions."""
        unique = set(findings)
        return cls(tuple(sorted(unique, key=_key)))

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(f.severity == severity for f in self.findings)

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong; warnings and notes do not count."""
        return self.count("violation") == 0


def _key(f: Finding) -> tuple[int, str, int, str, str, str, str]:
    place = (f.file or "", f.line or 0)
    return (_ORDER[f.severity], *place, f.focus, f.rule, f.path or "", f.value or "")


def as_text(report: Report) -> str:
    """One line a finding: `file:line: severity: message (rule)`."""
    lines = [f"{f.place}: {f.severity}: {f.message} ({f.rule})" for f in report.findings]
    return "".join(line + "\n" for line in lines)


def as_json(report: Report, indent: int | None = 1) -> str:
    """`{"conforms": …, "findings": […]}`; with no indent, the short form that machines read."""
    table = {"conforms": report.conforms, "findings": [as_row(f) for f in report.findings]}
    return json.dumps(table, ensure_ascii=False, indent=indent) + "\n"


def as_row(finding: Finding) -> dict[str, Any]:
    """The fields of a finding by name."""
    return {name: getattr(finding, name) for name in _FIELDS}


def from_json(text: str) -> Report:
    """The inverse of `as_json`."""
    return Report(tuple(Finding(**row) for row in json.loads(text)["findings"]))


def as_junit(report: Report) -> str:
    """JUnit XML: a test case for each finding; violations are failures."""
    cases = []
    for f in report.findings:
        tag = "failure" if f.severity == "violation" else "system-out"
        head = f' message="{escape(f.message)}"' if tag == "failure" else ""
        body = escape(f"{f.place}: {f.message}\nfocus node: {f.focus}")
        name = escape(f"{f.place} {f.rule}")
        cases.append(
            f'  <testcase classname="{escape(f.rule)}" name="{name}">'
            f"<{tag}{head}>{body}</{tag}></testcase>\n"
        )
    if not cases:
        cases.append('  <testcase classname="onrecord" name="check"/>\n')
    counts = f'tests="{len(cases)}" failures="{report.count("violation")}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuite name="onrecord check" {counts}>\n{"".join(cases)}</testsuite>\n'
    )


def as_sarif(report: Report) -> str:
    """SARIF 2.1.0, with the file and line of each finding as its location."""
    rules = sorted({f.rule for f in report.findings})
    run = {
        "tool": {
            "driver": {
                "name": "onrecord",
                "version": __version__,
                "informationUri": "https://w3id.org/onrecord/",
                "rules": [{"id": rule} for rule in rules],
            }
        },
        "results": [_sarif_result(f) for f in report.findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _sarif_result(f: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": f.rule,
        "level": _SARIF_LEVEL[f.severity],
        "message": {"text": f.message},
    }
    if f.file is not None:
        place: dict[str, Any] = {"artifactLocation": {"uri": f.file}}
        if f.line is not None:
            place["region"] = {"startLine": f.line}
        result["locations"] = [{"physicalLocation": place}]
    return result


REPORT_FORMATS: Final[dict[str, Callable[[Report], str]]] = {
    "text": as_text,
    "json": as_json,
    "junit": as_junit,
    "sarif": as_sarif,
}
