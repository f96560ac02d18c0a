"""Imports point down only; the order is the design."""

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import onrecord

ORDER = (
    "errors",
    "libraries",
    "texts",
    "toml",
    "confine",
    "names",
    "currencies",
    "workspace",
    "output",
    "digests",
    "report",
    "remembered",
    "results",
    "reporter",
    "rdf",
    "article",
    "extract",
    "graph",
    "evidence",
    "review",
    "scaffold",
    "questions",
    "query",
    "derive",
    "validate",
    "views",
    "diff",
    "publish",
    "pipeline",
    "incremental",
    "push",
    "release",
    "archive",
    "serve",
    "assistant",
    "cli",
)
ROOT = Path(onrecord.__file__).parent


def _layer(module: str) -> str:
    return module.split(".")[1] if module.startswith("onrecord.") else ""


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(path: Path) -> set[str]:
    found = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            if node.module == "onrecord":
                found |= {f"onrecord.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith("onrecord.")}


def test_every_module_has_a_layer() -> None:
    """A new room is added to the design on purpose."""
    rooms = {p.stem for p in ROOT.glob("*.py")} | {
        p.name for p in ROOT.iterdir() if (p / "__init__.py").is_file()
    }
    assert rooms - {"__init__", "__main__"} <= set(ORDER)


def test_imports_point_down() -> None:
    """No module imports one that comes later in the order."""
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        here = path.relative_to(ROOT).parts[0].removesuffix(".py")
        if here in ("__init__", "__main__"):
            continue
        for name in sorted(_imports(path)):
            there = _layer(name)
            if there in ORDER and ORDER.index(there) > ORDER.index(here):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts)


def _rooms() -> dict[str, dict[str, set[str]]]:
    """Per package, each module or package in it and those of its neighbours that it imports."""
    modules = {_module(p): p for p in ROOT.rglob("*.py")}
    rooms: dict[str, dict[str, set[str]]] = {}
    for module, path in modules.items():
        for name in _names(path):
            target = name if name in modules else f"{name}.__init__"
            if target not in modules:
                name = name.rpartition(".")[0]
                target = name if name in modules else f"{name}.__init__"
            here, there = module.split("."), target.split(".")
            same = next(i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b)
            package = rooms.setdefault(".".join(here[:same]), {})
            package.setdefault(here[same], set()).add(there[same])
    return rooms


def _names(path: Path) -> set[str]:
    """What a module imports from the project, `from package import name` by its full name."""
    found = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] == "onrecord" and name != "onrecord"}


def test_no_package_has_a_circle() -> None:
    """Inside of a package imports have one direction too, whether of modules or of packages."""
    circles = []
    for package, rooms in sorted(_rooms().items()):
        try:
            TopologicalSorter(rooms).prepare()
        except CycleError as error:
            circles.append(f"{package}: {' -> '.join(error.args[1])}")
    assert not circles


def test_only_the_command_line_prints() -> None:
    """Library code reports events; it never writes to the terminal."""
    printing = [
        path.relative_to(ROOT).as_posix()
        for path in sorted(ROOT.rglob("*.py"))
        if path.relative_to(ROOT).parts[0] != "cli"
        and any(
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "print"
            for node in _nodes(path)
        )
    ]
    assert not printing


def test_modules_stay_small() -> None:
    """No module has more than 400 lines."""
    large = {
        path.relative_to(ROOT).as_posix(): count
        for path in sorted(ROOT.rglob("*.py"))
        if (count := path.read_text(encoding="utf-8").count("\n")) > 400
    }
    assert not large


def test_functions_stay_small() -> None:
    """No function has more than 60 lines."""
    large = [
        f"{path.relative_to(ROOT).as_posix()}: {node.name}"
        for path in sorted(ROOT.rglob("*.py"))
        for node in _nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert not large
