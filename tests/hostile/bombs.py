"""Files that are small and cost much, or that reach where nothing should be read: one per name."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.workspace import Workspace

ENTITY = "kg/entities/hostile.ttl"
SHAPE = "shapes/hostile.ttl"
PREFIXES = """\
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/hostile#> .
"""
QUESTION = "# de: Wer?\n# en: Who?\n# de-explanation: Wer.\n# en-explanation: Who.\n"
JOIN = "SELECT ?a WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (?a = ?k) } ORDER BY ?l"


@dataclass(frozen=True, slots=True)
class Bomb:
    """`plant` writes it into a workspace; `file` and `says` are in the message that ends it."""

    name: str
    plant: Callable[[Workspace], None]
    file: str
    says: str
    slow: bool = False


def write(workspace: Workspace, name: str, data: bytes | str) -> None:
    """One file of the workspace."""
    path = workspace.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def _file(name: str, data: bytes | str) -> Callable[[Workspace], None]:
    return lambda workspace: write(workspace, name, data)


def _nested(opening: str, closing: str, depth: int = 100_000) -> str:
    return f"<urn:a> <urn:b> {opening * depth}<urn:c>{closing * depth} ."


def _masked() -> str:
    """Closing brackets in a string, a comment and a name hide how deep it really is."""
    start = f'<urn:a> <urn:b> "{")" * 900}" . # {")" * 900}\n<urn:a> <urn:b\\u005d> '
    return start + "[ <urn:c> " * 800 + "1" + "]" * 800 + " ."


def _clique(size: int = 10) -> str:
    pairs = ((i, j) for i in range(size) for j in range(size) if i != j)
    return PREFIXES + "".join(f"_:b{i} :p _:b{j} .\n" for i, j in pairs)


def _pattern(pattern: str) -> str:
    value = '"' + "a" * 40 + '!"'
    return (
        f"{PREFIXES}:S a sh:NodeShape ; sh:targetNode {value} ; "
        f'rdfs:label "x"@en ; sh:pattern "{pattern}" .\n'
    )


def _constraint(query: str) -> str:
    return (
        f"{PREFIXES}:S a sh:NodeShape ; sh:targetClass onr:Company ;\n"
        f'    sh:sparql [ a sh:SPARQLConstraint ; sh:message "x"@en ;\n'
        f'        sh:select """{query}""" ] .\n'
    )


def _question(query: str) -> Callable[[Workspace], None]:
    def plant(workspace: Workspace) -> None:
        write(workspace, "kg/questions/66-hostile.rq", QUESTION + query)
        write(workspace, "kg/questions/66-hostile.csv", "a\n")

    return plant


def _link(name: str, target: str) -> Callable[[Workspace], None]:
    def plant(workspace: Workspace) -> None:
        path = workspace.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return plant


def _pipe(workspace: Workspace) -> None:
    os.mkfifo(workspace.root / ENTITY)


def _sparse(workspace: Workspace) -> None:
    """A literal of a gigabyte that takes no space on the disk."""
    path = workspace.root / ENTITY
    with path.open("wb") as file:
        file.write(b'<urn:a> <urn:b> "')
        file.truncate(1_000_000_000)


def _table(workspace: Workspace) -> None:
    path = workspace.root / "onrecord.toml"
    path.write_text("x = " + "[" * 50_000 + "\n" + path.read_text("utf-8"), "utf-8")


def _long_field(workspace: Workspace) -> None:
    write(workspace, "kg/questions/66-hostile.rq", QUESTION + "ASK {}")
    write(workspace, "kg/questions/66-hostile.csv", 'a\n"' + "x" * 2_000_000)


CHECK = "shapes/checks/hostile-violation.rq"
SECRET = "{secret}"
BOMBS = (
    Bomb("brackets", _file(ENTITY, _nested("[ <urn:p> ", " ]")), f"{ENTITY}:1", "nested deeper"),
    Bomb("lists", _file(ENTITY, _nested("( ", " )")), f"{ENTITY}:1", "nested deeper"),
    Bomb("quoted", _file(ENTITY, _nested("<< <urn:a> <urn:b> ", " >>")), ENTITY, "nested deeper"),
    Bomb("terms", _file(ENTITY, _nested("<<( <urn:a> <urn:b> ", " )>>")), ENTITY, "nested"),
    Bomb("notes", _file(ENTITY, "<urn:a> <urn:b> 1 " + "{| <urn:b> 1 " * 9999), ENTITY, "nested"),
    Bomb("masked", _file(ENTITY, _masked()), f"{ENTITY}:2", "nested deeper"),
    Bomb("gigabyte", _sparse, ENTITY, "larger than 10 MB"),
    Bomb(
        "facts",
        _file(ENTITY, "<urn:a> <urn:b> " + ",".join(map(str, range(900_000))) + " ."),
        ENTITY,
        "more than 100,000 facts",
        slow=True,
    ),
    Bomb("escapes", _file(ENTITY, '<urn:a> <urn:b> "' + "\\u0041" * 1_500_000), ENTITY, ":1"),
    Bomb("quotes", _file(ENTITY, '"""' + '\\"' * 3_000_000), ENTITY, ":1"),
    Bomb("pipe", _pipe, ENTITY, "no regular file"),
    Bomb("clique", _file(SHAPE, _clique()), SHAPE, "naming 10 blank nodes"),
    Bomb("blanks", _file(SHAPE, "[] <urn:p> [] . " * 2_000), SHAPE, "4000 blank nodes"),
    Bomb("pattern", _file(SHAPE, _pattern("(a+)+$")), SHAPE, "checking the shapes", slow=True),
    Bomb("constraint", _file(SHAPE, _constraint(JOIN)), SHAPE, "the shapes", slow=True),
    Bomb("no-pattern", _file(SHAPE, _pattern("(((")), f"{SHAPE}:5", "is no pattern"),
    Bomb("join", _file(CHECK, JOIN), CHECK, "the query", slow=True),
    Bomb("question", _question(JOIN.replace("?a W", "?a W")), "66-hostile.rq", "query", slow=True),
    Bomb("braces", _file(CHECK, "SELECT * " + "{" * 9999), CHECK, "nests more than"),
    Bomb("table", _table, "onrecord.toml", "is not TOML"),
    Bomb("field", _long_field, "66-hostile.csv", "is not CSV"),
)
ESCAPES = (
    Bomb("link", _link(ENTITY, SECRET), ENTITY, "out of the workspace"),
    Bomb("passwd", _link("kg/articles/alfa-beta/background.ttl", "/etc/passwd"), "back", "out of"),
    Bomb("zero", _link(ENTITY, "/dev/zero"), ENTITY, "out of the workspace"),
    Bomb("folder", _link("kg/articles/other", "/etc"), "kg/articles/other", "out of"),
    Bomb("template", _link("site/templates/base.html", SECRET), "site", "out of"),
    Bomb("question", _link("kg/questions/66-a.rq", SECRET), "questions", "out of"),
    Bomb("service", _file(CHECK, "SELECT * { SERVICE <{canary}> {?s ?p ?o} }"), CHECK, "SERVICE"),
    Bomb(
        "silent",
        _question("ASK { SERVICE SILENT <{canary}> { ?s ?p ?o } }"),
        "66-hostile.rq:5",
        "another server",
    ),
    Bomb(
        "from-file",
        _file(SHAPE, _constraint("SELECT $this FROM <file://{secret}> { $this ?p ?o }")),
        f"{SHAPE}:7",
        "read from elsewhere",
    ),
    Bomb(
        "from-escaped",
        _file(SHAPE, _constraint("SELECT $this FR\\\\u004fM <{canary}> { $this ?p ?o }")),
        f"{SHAPE}:7",
        "read from elsewhere",
    ),
    Bomb(
        "shape-service",
        _file(SHAPE, _constraint("SELECT $this { SERVICE <{canary}> { $this ?p ?o } }")),
        f"{SHAPE}:7",
        "another server",
    ),
    Bomb("script", _file(SHAPE, PREFIXES + ":S sh:js :x ."), f"{SHAPE}:5", "not switched on"),
)
"""Each reaches for a file outside (`{secret}`) or for a server (`{canary}`)."""
