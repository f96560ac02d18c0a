"""`site/templates` → text: Jinja that escapes everything and stops at whatever is undefined."""

import marshal
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import PurePath
from types import CodeType
from typing import Any, Final, TypeVar

import jinja2
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from markupsafe import Markup

from onrecord.errors import ConfigError, OnrecordError
from onrecord.publish.site.compiling import Code
from onrecord.publish.site.escaping import escaped, plain
from onrecord.publish.site.marks import BADGES, CROSS, LINES, OTHER
from onrecord.publish.site.pictures import gauge
from onrecord.results import Results
from onrecord.views.reading import local
from onrecord.workspace import Workspace

T = TypeVar("T")
_WRONG: Final = (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError)
"""What goes wrong in a template."""


class Templates:
    """The templates of a workspace, each compiled when it is made; a broken one is an error.

    Those that are `known` to be sound are compiled when one is wanted.
    """

    def __init__(
        self, workspace: Workspace, results: Results | None = None, *, known: bool = False
    ) -> None:
        self._workspace = workspace
        self._environment = environment(workspace)
        if results:
            _COMPILED.handed_on(results)
        if known:
            return
        for name in sorted({p.name for p in workspace.files("site", "templates/*.html")}):
            try:
                self._environment.get_template(name)
            except jinja2.TemplateError as error:
                raise self._complaint("read", name, error, "mend the line") from error

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The template with the values; raises `ConfigError` with its file and line."""
        return self._made(name, f"while showing {values.get('it') or name}", self._rendered, values)

    def _rendered(self, name: str, values: Mapping[str, Any]) -> str:
        return self._environment.get_template(name).render(values)

    def write(self, name: str, *given: Any) -> Markup:
        """What the macro `name` of the template `_name.html` makes of what it is given."""
        return self._made(f"_{name}.html", "mend the line", self._written, name, given)

    def _written(self, template: str, name: str, given: tuple[Any, ...]) -> Markup:
        made: Markup = getattr(self._environment.module(template), name)(*given)
        return made

    def _made(self, name: str, hint: str, make: Callable[..., T], *given: Any) -> T:
        try:
            try:
                return make(name, *given)
            except Exception:
                self._environment.handle_exception()  # tells lines of the template
        except OnrecordError:
            raise
        except _WRONG as error:
            raise self._complaint("rendered", name, error, hint) from error

    def _complaint(self, done: str, name: str, error: Exception, hint: str) -> ConfigError:
        blamed, line = _place(error, name)
        file = self._workspace.file("site", f"templates/{blamed}")
        return ConfigError(
            f"the template cannot be {done}: {type(error).__name__}: {error}",
            file=self._workspace.relative(file),
            line=line,
            hint=hint,
        )


class Environment(jinja2.Environment):
    code_generator_class = Code
    escaped = staticmethod(escaped)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[str, jinja2.Template] = {}
        self._modules: dict[str, TemplateModule] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As Jinja does it; of a table that has the key no attribute is tried first."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """As Jinja does it; one that is known already is found at once."""
        if globals is not None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self._known:
            self._known[name] = super().get_template(name, parent)
        return self._known[name]

    def module(self, name: str, parent: str | None = None) -> TemplateModule:
        """What a template exports that knows nothing of who imports it: the same for all."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name, parent).module
        return self._modules[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One table: a chain of them would be walked for every page."""
        return {**self.globals, **(d or {})}


class _Compiled(jinja2.BytecodeCache):
    """What this process has compiled already, or an earlier build, by name and hash of the text."""

    def __init__(self) -> None:
        self._kept: dict[bytes, CodeType] = {}
        self._packed: dict[bytes, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        if key in self._packed and key not in self._kept:
            self._kept[key] = marshal.loads(self._packed[key])
        bucket.code = self._kept.get(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[_key(bucket)] = bucket.code
            self._packed[_key(bucket)] = marshal.dumps(bucket.code)

    def handed_on(self, results: Results) -> None:
        """Takes what an earlier build has compiled, and keeps all for the next one."""
        self._packed |= results.old.get(_NAME, {})
        results.new[_NAME] = self._packed


def _key(bucket: Bucket) -> bytes:
    return f"{bucket.key}\0{bucket.checksum}".encode()


_NAME: Final = "compiled"


_COMPILED: Final = _Compiled()


def environment(workspace: Workspace) -> Environment:
    """Jinja over `site/templates`, escaping everything, stopping at whatever is undefined."""

    def source(name: str) -> tuple[str, str, Any]:
        path = workspace.file("site", f"templates/{name}")
        return workspace.text(path), str(path), None

    made = Environment(
        loader=jinja2.FunctionLoader(source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_COMPILED,
    )
    made.filters |= {"plain": _plain, "local": local}
    made.globals |= {
        "lines": LINES,
        "other": OTHER,
        "badges": BADGES,
        "cross": CROSS,
        "gauge": gauge.draw,
        "root_class": "",
        "summary": "",
        "og_type": "",
    }
    return made


def _place(error: BaseException, name: str) -> tuple[str, int | None]:
    """The template and line where it went wrong: often one that the template `name` extends."""
    line = getattr(error, "lineno", None)
    if isinstance(line, int):
        return getattr(error, "name", None) or name, line
    trace = error.__traceback__
    while trace is not None:
        file = PurePath(trace.tb_frame.f_code.co_filename)
        if file.suffix == ".html":
            name, line = file.name, trace.tb_lineno
        trace = trace.tb_next
    return name, line


def _plain(text: str) -> str:
    """The filter; what is undefined says so itself."""
    return plain(str(text) if isinstance(text, jinja2.Undefined) else text)
