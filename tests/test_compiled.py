"""A wheel with compiled modules proposes the same as one without."""

import ast
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROPOSE = """
import json, pickle, sys
from pathlib import Path
from onrecord.article import Article
from onrecord.extract.protocol import load
from onrecord.extract import tokens

engine, said = load("rules"), {}
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    text = path.read_text(encoding="utf-8")
    words = text.split(" ")
    for name, part in {
        "whole": text,
        "cut": " ".join(words[len(words) // 3 : -len(words) // 5]),
        "turned": " ".join(words[::-1]),
        "thinned": text[::3] + text[1::7],
    }.items():
        found = engine.extract(Article.from_text("x", part))
        assert pickle.loads(pickle.dumps(found)) == found
        said[f"{path.name} {name}"] = repr(found)
json.dump({"file": tokens.__file__, "said": said}, sys.stdout)
"""


def _compiling() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_compiled", ROOT / "hatch_compiled.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "line, declared",
    [
        ("NEAR = 4", "NEAR: _t.Final = 4"),
        ('_ENDS = ("a", "b", "c")', '_ENDS: _t.Final[tuple[str, ...]] = ("a", "b", "c")'),
        ('PAIR = ("a", "b")', 'PAIR: _t.Final = ("a", "b")'),
        ("NEAR = 4; NEAR = 5", "NEAR = 4; NEAR = 5"),
        ('K = TypeVar("K")', 'K = TypeVar("K")'),
        ("RANGE = tuple[int, int]", "RANGE = tuple[int, int]"),
        ("def small() -> None:\n    NEAR = 4", "def small() -> None:\n    NEAR = 4"),
    ],
)
def test_constants_are_declared_where_they_stand(line: str, declared: str) -> None:
    """A constant is declared; what is set twice, stands for a type or is local is not."""
    made = _compiling().with_constants(f"import re\n{line}\n").replace("_onrecord_typing", "_t")
    assert made == f"import typing as _t; import re\n{declared}\n"


RECORD = """from dataclasses import dataclass, field

@dataclass(slots=True)
class Found:
    kind: str
    names: frozenset[str] = frozenset()
    tokens: list[int] = field(default_factory=list, repr=False)
    parent: int = -1

    def at(self) -> int:
        return self.parent

THERE = Found("verb")
"""


def test_constructors_are_written_out() -> None:
    """They take the same, give each its own list, and stand behind the class."""
    made = _compiling().with_constructors(RECORD)
    assert "(slots=True, init=False)" in made and made.index("__init__") < made.index("THERE")
    space: dict[str, Any] = {}
    exec(made, space)
    found = space["Found"]
    one, other = found("verb"), found(kind="noun", names=frozenset("a"), tokens=[1], parent=2)
    assert (one.kind, one.names, one.tokens, one.at()) == ("verb", frozenset(), [], -1)
    assert (other.kind, other.names, other.tokens, other.at()) == ("noun", {"a"}, [1], 2)
    assert one == space["THERE"] and one.tokens is not space["THERE"].tokens
    with pytest.raises(TypeError):
        found()


@pytest.mark.parametrize(
    "field",
    [
        "field(init=False, default=1)",
        "field(default_factory=dict)",
        "field(default_factory=lambda: [])",
    ],
)
def test_other_constructors_stay(field: str) -> None:
    """What is made in another way is left to `dataclass`."""
    for asked in ("slots=True", "frozen=True, slots=True"):
        source = f"@dataclass({asked})\nclass A:\n    b: int = {field}\n"
        assert _compiling().with_constructors(source) == source


FROZEN = """from dataclasses import dataclass

@dataclass(frozen=True, slots=True)
class Party:
    name: str
    role: str = "partner"
"""


def test_frozen_records_say_what_they_were_made_of() -> None:
    """Machine code keeps what is frozen where `dataclass` does not look for it when it pickles."""
    made = _compiling().with_constructors(FROZEN)
    assert "(frozen=True, slots=True, init=False)" in made
    assert "def __init__(self, name: str, role: str = 'partner') -> None:" in made
    asked = made.partition("    def __reduce__")[2]
    space: dict[str, Any] = {"Party": None}
    exec(f"def __reduce__{asked}", space)
    party = SimpleNamespace(name="A", role="buyer")
    assert space["__reduce__"](party) == (None, ("A", "buyer"))


def test_what_is_listed_is_there() -> None:
    """Each pattern of the table finds modules; tables of words stay as they are."""
    files = {path.as_posix() for path in _compiling().modules(ROOT)}
    assert {"onrecord/extract/tokens.py", "onrecord/extract/german/deals/telling.py"} <= files
    assert "onrecord/extract/records.py" in files
    assert "onrecord/extract/german/deals/frames.py" not in files


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    """Every node of what is compiled, with its place."""
    for path in _compiling().modules(ROOT):
        for node in ast.walk(ast.parse((ROOT / "src" / path).read_text(encoding="utf-8"))):
            yield f"{path}:{getattr(node, 'lineno', 0)}", node


def test_what_the_compiler_cannot_read_is_not_there() -> None:
    """`name in (one, *others)`: it breaks off at a star there."""
    found = [
        place
        for place, node in _nodes()
        if isinstance(node, ast.Compare)
        for op, other in zip(node.ops, node.comparators, strict=True)
        if isinstance(op, ast.In | ast.NotIn) and isinstance(other, ast.Tuple | ast.List | ast.Set)
        if any(isinstance(each, ast.Starred) for each in other.elts)
    ]
    assert found == []


def test_no_frozen_set_is_joined_with_the_keys_of_a_table() -> None:
    """`words | table.keys()` is a set, and compiled code, told that it is a frozen one, fails."""
    found = [
        place
        for place, node in _nodes()
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)
        for side in (node.left, node.right)
        if isinstance(side, ast.Call) and isinstance(side.func, ast.Attribute)
        if side.func.attr in ("keys", "items")
    ]
    assert found == []


@pytest.mark.torture
@pytest.mark.packaging
def test_compiled_modules_propose_the_same(tmp_path: Path) -> None:
    """On all test articles, whole, cut, turned round and thinned out; what they give is pickled."""
    quiet = ["-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = [sys.executable, *quiet, "wheel", "--no-deps", "-w", str(tmp_path), str(ROOT)]
    asked = {**os.environ, "ONRECORD_COMPILED": "1"}
    subprocess.run(build, check=True, timeout=1800, env=asked)
    (wheel,) = tmp_path.glob("onrecord-*.whl")
    assert not wheel.name.endswith("-none-any.whl")
    home = tmp_path / "there"
    install = [sys.executable, *quiet, "install", "--no-deps", "--target", str(home), str(wheel)]
    subprocess.run(install, check=True, timeout=300)
    compiled, interpreted = _proposed(home), _proposed(ROOT / "src")
    assert not compiled["file"].endswith(".py") and interpreted["file"].endswith(".py")
    assert compiled["said"] == interpreted["said"]


def _proposed(path: Path) -> dict[str, Any]:
    """What the package in this folder proposes for each article, and where it was read."""
    command = [sys.executable, "-c", PROPOSE, str(ROOT / "tests" / "articles")]
    environment = {**os.environ, "PYTHONPATH": str(path)}
    ran = subprocess.run(command, capture_output=True, check=True, timeout=600, env=environment)
    return json.loads(ran.stdout)
