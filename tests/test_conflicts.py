"""Conflicts between sources: each is reported with both places, and none is resolved silently."""

import random
from collections import Counter

import pytest

from hostile.bombs import write
from hostile.measured import measured
from onrecord import pipeline
from onrecord.output import Output
from onrecord.report import Finding
from onrecord.workspace import Workspace

PREFIXES = """\
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix idscheme: <https://w3id.org/onrecord/scheme/identifier#> .
@prefix company: <https://example.org/kg/company/> .
@prefix person: <https://example.org/kg/person/> .
@prefix st: <https://example.org/kg/statement/alfa-beta/> .
"""
ONE, OTHER = "kg/entities/one.ttl", "kg/entities/other.ttl"
COMPANY = 'company:{} a onr:Company ; rdfs:label "{}"@de , "{}"@en .\n'


def _violations(workspace: Workspace, **files: str) -> list[Finding]:
    for name, text in files.items():
        write(workspace, {"one": ONE, "other": OTHER}[name], PREFIXES + text)
    report = pipeline.check(Workspace.find(workspace.root), cached=False)
    return [f for f in report.findings if f.severity == "violation"]


def test_a_definition_in_two_files_names_both(workspace: Workspace) -> None:
    """The second place is the finding's, the first stands in its message."""
    text = COMPANY.format("gamma", "Gamma", "Gamma")
    (found,) = _violations(workspace, one=text, other="# a line\n" + text)
    assert (found.rule, found.place) == ("duplicate-definition", f"{OTHER}:9")
    assert f"{ONE}:8" in found.message


def test_an_identity_claimed_twice_names_both(workspace: Workspace) -> None:
    """Two resources with one address outside: each is told of the other."""
    claim = "company:{0} schema:sameAs <https://example.net/entity/1> .\n"
    texts = [COMPANY.format(n, n, n) + claim.format(n) for n in ("gamma", "delta")]
    found = _violations(workspace, one=texts[0], other=texts[1])
    claimed = {f.place: f.message for f in found if "claimed-twice" in f.rule}
    assert set(claimed) == {f"{ONE}:9", f"{OTHER}:9"}
    assert "company/delta" in claimed[f"{ONE}:9"] and "company/gamma" in claimed[f"{OTHER}:9"]


def test_two_that_are_said_to_be_one_are_reported(workspace: Workspace) -> None:
    """A circle of sameAs inside the graph; nothing is merged."""
    claim = "company:{0} schema:sameAs company:{1} .\n"
    found = _violations(
        workspace,
        one=COMPANY.format("gamma", "G", "G") + claim.format("gamma", "delta"),
        other=COMPANY.format("delta", "D", "D") + claim.format("delta", "gamma"),
    )
    places = {f.place for f in found if "claimed-twice" in f.rule}
    assert places == {f"{ONE}:9", f"{OTHER}:9"}


def test_a_circle_in_time_is_reported(workspace: Workspace) -> None:
    """Two statements that follow one another."""
    found = _violations(
        workspace,
        one="st:klein-examining onr:follows st:klein-no-promise .\n",
        other="st:klein-no-promise onr:follows st:klein-examining .\n",
    )
    places = {f.place for f in found if "follows-cycle" in f.rule}
    assert places == {f"{ONE}:8", f"{OTHER}:8"}


def test_a_dangling_reference_names_its_place_and_its_neighbour(workspace: Workspace) -> None:
    """What nobody describes is reported where it is used, with what was probably meant."""
    (found,) = [
        f
        for f in _violations(workspace, one="person:dora-klein rdfs:seeAlso person:dora-kline .\n")
        if f.rule == "dangling-reference"
    ]
    assert found.place == f"{ONE}:8" and "person:dora-klein" in found.message


def test_a_comment_where_a_part_was_meant_is_told(workspace: Workspace) -> None:
    """A # that lacks its backslash hides the node, and its properties go to the whole."""
    told = (
        "company:alfa rdfs:seeAlso company:alfa\\#{} .\n"
        "company:alfa#sum a onr:Amount ;\n  onr:amountText 'x'@de .\n"
        "company:alfa\\#quarter a onr:TimeExpression ; onr:timeText 'y'@de .\n"
    )
    for part, said in (("sum", "in Turtle a # begins a comment: write \\#"), ("quarte", "mean")):
        found = _violations(workspace, one=told.format(part))
        (message,) = [f.message for f in found if f.rule == "dangling-reference"]
        assert said in message


def test_an_address_that_no_file_can_have_is_told_once(workspace: Workspace) -> None:
    """With the letters that it may have, however often it is used and whatever its parts are."""
    text = COMPANY.format("öl", "Öl", "Oil") + "company:öl rdfs:seeAlso company:öl\\#a .\n"
    (found,) = [f for f in _violations(workspace, one=text) if f.rule == "malformed-iri"]
    assert found.place == f"{ONE}:8"
    assert "company/öl' cannot be a file name" in found.message
    assert "letters a to z in lower case, digits and single hyphens" in found.message
    assert "von a bis z" in str(found.message_de)


def test_two_kinds_for_one_thing_are_reported(workspace: Workspace) -> None:
    """A person that another file calls a company."""
    text = 'company:alfa a onr:Person ; rdfs:label "Alfa"@de , "Alfa"@en .\n'
    found = _violations(workspace, one=text)
    assert any(f.rule == "duplicate-definition" and f.file == ONE for f in found)


def test_a_node_without_an_address_is_reported(workspace: Workspace) -> None:
    """Blank nodes would change their name with every build."""
    text = "company:alfa rdfs:seeAlso [ rdfs:label 'x' ] .\n[] rdfs:label 'y' .\n"
    found = [f for f in _violations(workspace, one=text) if f.rule == "blank-node"]
    assert {f.place for f in found} == {f"{ONE}:8", f"{ONE}:9"}
    assert {f.focus for f in found} == {"", "https://example.org/kg/company/alfa"}


@pytest.mark.parametrize("iri", ["https://e.org/p/", "urn:p:1", "https://e.org/p?q=1", "x:#1"])
def test_a_property_that_xml_cannot_name_is_reported(workspace: Workspace, iri: str) -> None:
    """With file and line, instead of RDF/XML that nobody can read."""
    (found,) = _violations(workspace, one=f"\ncompany:alfa\n  <{iri}> 1 .\n")
    assert (found.rule, found.place) == ("unnameable-term", f"{ONE}:10")


def _seeded(count: int, seed: int) -> tuple[dict[str, str], Counter[str]]:
    """Two files with so many conflicts, and how many of each rule there are."""
    chance, seeded = random.Random(seed), Counter[str]()
    one, other = [PREFIXES], [PREFIXES]
    for n in range(count):
        kind = chance.choice(("twice", "dangling", "unknown", "claimed", "label"))
        name = f"c{n}"
        if kind == "twice":
            one.append(COMPANY.format(name, n, n))
            other.append(COMPANY.format(name, n, n))
            seeded["duplicate-definition"] += 1
        elif kind == "dangling":
            one.append(f"company:alfa rdfs:seeAlso person:nobody-{n} .\n")
            seeded["dangling-reference"] += 1
        elif kind == "unknown":
            one.append(f"company:alfa onr:wrong{n} 1 .\n")
            seeded["unknown-term"] += 1
        elif kind == "claimed":
            claim = f" schema:sameAs <https://example.net/entity/{n}> .\n"
            for lines, half in ((one, "a"), (other, "b")):
                lines.append(COMPANY.format(name + half, n, n) + f"company:{name}{half}{claim}")
            seeded["checks/identity-claimed-twice"] += 2
        else:
            other.append(f"company:{name} a onr:Company .\n")
            seeded["unlabelled"] += 1
    return {ONE: "".join(one), OTHER: "".join(other)}, seeded


def _all_reported(workspace: Workspace, count: int, seconds: float) -> None:
    files, seeded = _seeded(count, 8)
    for name, text in files.items():
        write(workspace, name, text)

    def work() -> list[list[str]]:
        built = pipeline.build(Workspace.find(workspace.root), Output(workspace.root / "public"))
        assert built.files == ()
        return [
            [f.rule, f.place]
            for f in built.report.findings
            if f.severity == "violation" and f.line is not None
        ]

    ended = measured(work)
    assert ended.kind == "", ended
    found = Counter(rule for rule, _ in ended.result)
    unlabelled = seeded.pop("unlabelled")
    assert {rule: found[rule] for rule in seeded} == dict(seeded)
    assert sum(n for rule, n in found.items() if rule not in seeded) >= unlabelled
    assert not (workspace.root / "public").exists()
    assert ended.seconds < seconds, ended.seconds


@pytest.mark.system
def test_every_seeded_conflict_is_reported(workspace: Workspace) -> None:
    """300 conflicts of five kinds: each one has its file and line, and nothing is published."""
    _all_reported(workspace, 300, 10)


@pytest.mark.torture
def test_ten_thousand_conflicts_are_reported(workspace: Workspace) -> None:
    """The same with 10,000, half of them companies that all shapes look at."""
    _all_reported(workspace, 10_000, 15)
