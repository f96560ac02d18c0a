"""`site/templates` → text: Jinja that escapes everything and stops at whatever is undefined."""

from collections.abc import Mapping
from typing import Any

import jinja2

from onrecord.errors import ConfigError, OnrecordError
from onrecord.publish.site.marks import BADGES, LINES
from onrecord.publish.site.pen import plain
from onrecord.publish.site.pictures import gauge
from onrecord.views.reading import local
from onrecord.workspace import Workspace


class Templates:
    """The templates of a workspace, each compiled when it is made; a broken one is an error."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._environment = environment(workspace)
        for name in sorted({p.name for p in workspace.files("site", "templates/*.html")}):
            self._environment.get_template(name)

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The template with the values; raises `ConfigError` with its file and line."""
        try:
            return self._environment.get_template(name).render(values)
        except OnrecordError:
            raise
        except (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError) as error:
            file = self._workspace.file("site", f"templates/{name}")
            raise ConfigError(
                f"the template cannot be rendered: {type(error).__name__}: {error}",
                file=self._workspace.relative(file),
                line=_line(error),
                hint=f"while showing {values.get('it') or name}",
            ) from error


def environment(workspace: Workspace) -> jinja2.Environment:
    """Jinja over `site/templates`, escaping everything, stopping at whatever is undefined."""

    def source(name: str) -> tuple[str, str, Any]:
        path = workspace.file("site", f"templates/{name}")
        return path.read_text(encoding="utf-8"), str(path), None

    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters |= {"plain": plain, "local": local}
    made.globals |= {
        "lines": LINES,
        "badges": BADGES,
        "gauge": gauge.draw,
        "root_class": "",
        "summary": "",
        "og_type": "",
    }
    return made


def _line(error: BaseException) -> int | None:
    line = getattr(error, "lineno", None)
    if isinstance(line, int):
        return line
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
