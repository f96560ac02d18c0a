"""Compiles modules of the package to machine code with mypyc, where `ONRECORD_COMPILED=1` asks for
it when a wheel is built; `[tool.onrecord.compiled]` in `pyproject.toml` lists them.

The sources go into the wheel all the same: they say what the machine code does, and stand in for it
where the interpreter is another one. Imported by `hatch_build.py`.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

ASKED = "ONRECORD_COMPILED"
REQUIRES = ["mypy[mypyc]>=2", "setuptools>=75"]
SETUP = """
import os
import sys
from mypyc.build import mypycify
from setuptools import setup

out, *files = sys.argv[1:]
if sys.platform == "linux":
    os.environ["CFLAGS"] = "-fno-plt -fno-semantic-interposition " + os.environ.get("CFLAGS", "")
options = ["--ignore-missing-imports", "--config-file=", *files]
modules = mypycify(
    options, opt_level="2", debug_level="0", multi_file=True, group_name="onrecord_rules"
)
arguments = ["--quiet", "build_ext", "--build-lib", out]
setup(name="onrecord", packages=[], ext_modules=modules, script_args=arguments)
"""
"""All modules become one extension: a call from one to another is then a call, and no look-up in a
table, which makes articles a sixth faster. The first level of the C compiler makes what is a tenth
slower, the third one nothing that is faster."""
RECORDS = ("dataclass(slots=True)", "dataclass(frozen=True, slots=True)")
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")


def asked() -> bool:
    """Whether the environment asks for compiled modules."""
    return os.environ.get(ASKED, "") not in ("", "0")


def modules(root: Path) -> list[Path]:
    """The modules to compile, relative to `src`, sorted."""
    table = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["onrecord"]
    wanted, source = table["compiled"], root / "src"
    found = {path for glob in wanted["modules"] for path in source.glob(glob)}
    left = {path for glob in wanted["except"] for path in source.glob(glob)}
    names = [p.relative_to(source) for p in found - left if p.name != "__init__.py"]
    return sorted(names)


def compiled(root: Path, work: Path) -> dict[str, str]:
    """Compiles in the folder `work`; gives the files made, and the path of each in the wheel."""
    shutil.copytree(root / "src", work, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    files = modules(root)
    for file in files:
        path = work / file
        source = with_constructors(with_constants(path.read_text("utf-8")))
        path.write_text(source, encoding="utf-8")
    out = work / "compiled"
    command = [sys.executable, "-c", SETUP, str(out), *map(str, files)]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"mypyc: {done.stdout[-2000:]}{done.stderr[-4000:]}")
    made = [path for path in sorted(out.rglob("*")) if path.is_file()]
    return {str(path): path.relative_to(out).as_posix() for path in made}


def with_constants(source: str) -> str:
    """The same module with its constants declared `Final`, each line where it was.

    What is `Final` the compiler keeps in a variable of its own; anything else it looks up by its
    name at each use. A literal tuple of words is one of any length, which is passed on as it is;
    one of a known length would be put together anew at each use.
    """
    body = ast.parse(source).body
    lines = source.split("\n")
    stored = Counter(name for node in body for name in _stored(node))
    for node in body:
        if isinstance(node, ast.Assign) and (name := _constant(node)) and stored[name] == 1:
            kind = "Final[tuple[str, ...]]" if _words(node.value) else "Final"
            line = lines[node.lineno - 1]
            lines[node.lineno - 1] = f"{name}: _onrecord_typing.{kind} = {line[len(name) + 3 :]}"
    first = next((n for n in body if isinstance(n, ast.Import | ast.ImportFrom)), None)
    if first is None:
        return source
    at = first.lineno - 1
    lines[at] = f"import typing as _onrecord_typing; {lines[at]}"
    return "\n".join(lines)


def with_constructors(source: str) -> str:
    """The same module with the constructors of its dataclasses written out, each behind the last
    line of its class: what `dataclass` puts together is run by the interpreter. Frozen ones say how
    they are pickled, too: by what they were made of."""
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef) or len(node.decorator_list) != 1:
            continue
        decorator = node.decorator_list[0]
        if ast.unparse(decorator) not in RECORDS or node.end_lineno is None:
            continue
        written = _constructor(node)
        if written:
            at = decorator.lineno - 1
            lines[at] = lines[at].replace("slots=True)", "slots=True, init=False)")
            last = node.end_lineno - 1
            lines[last] = f"{lines[last]}\n{written}"
    return "\n".join(lines)


def _constructor(node: ast.ClassDef) -> str:
    """`__init__` of a dataclass; none where a field is not one of the constructor, or is made anew
    by anything but `list`."""
    parameters, body = [], []
    for field in node.body:
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        name, kind, value = field.target.id, ast.unparse(field.annotation), ""
        given = name
        if isinstance(field.value, ast.Call) and ast.unparse(field.value.func) == "field":
            options = {option.arg: ast.unparse(option.value) for option in field.value.keywords}
            if options.get("init") == "False" or options.get("default_factory", "list") != "list":
                return ""
            value = options.get("default", "")
            if "default_factory" in options:
                kind, value, given = f"{kind} | None", "None", f"[] if {name} is None else {name}"
        elif field.value is not None:
            value = ast.unparse(field.value)
        parameters.append(f"{name}: {kind} = {value}" if value else f"{name}: {kind}")
        body.append(f"        self.{name} = {given}  # type: ignore[misc]")
    head = f"    def __init__(self, {', '.join(parameters)}) -> None:"
    made = [head, *body]
    if "frozen=True" in ast.unparse(node.decorator_list[0]):
        fields = "".join(f"self.{line.partition(':')[0]}, " for line in parameters)
        made += ["    def __reduce__(self) -> tuple[object, ...]:"]
        made += [f"        return {node.name}, ({fields})"]
    return "\n".join(made)


def _stored(node: ast.stmt) -> list[str]:
    """The names that a statement outside of all functions sets."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    names = (n for n in ast.walk(node) if isinstance(n, ast.Name))
    return [n.id for n in names if isinstance(n.ctx, ast.Store)]


def _constant(node: ast.Assign) -> str:
    """The name of the one constant that is set; none where it stands for a type."""
    target = node.targets[0]
    if len(node.targets) > 1 or not isinstance(target, ast.Name):
        return ""
    alias = isinstance(node.value, ast.Name | ast.Attribute | ast.Subscript)
    variable = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "TypeVar"
    return target.id if CONSTANT.fullmatch(target.id) and not (alias or variable) else ""


def _words(value: ast.expr) -> bool:
    """Whether a value is a literal tuple of strings, too long for a pair or three of a kind."""
    if not isinstance(value, ast.Tuple) or len(value.elts) < 3:
        return False
    known = [e for e in value.elts if not isinstance(e, ast.Starred)]
    return bool(known) and all(
        isinstance(e, ast.Constant) and isinstance(e.value, str) for e in known
    )
