"""Templates → Python: Jinja's own code, written for pages that are put together from many pieces.

Every expression that is put out is escaped, as Jinja does it. What is left out is work of which it
is known beforehand that nothing comes of it: to escape what is markup already, by the type of what
gives it; to ask each function at each call whether it wants the context of the template; to hand
each piece up through the generators of all templates that another one extends.
"""

from keyword import iskeyword
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from onrecord.publish.site.locale import Locale
from onrecord.publish.site.pen import Pen

_OBJECTS: Final = frozenset(("pen", "page", "config", "loop", "w"))
"""Names that are objects in every template, and never tables: what they have is an attribute."""
_WAYS: Final = frozenset(("up", "home"))
"""Names of ways up, in which nothing is to be escaped."""
_COMMON: Final = (
    "resolve = context.resolve_or_missing",
    "undefined = environment.undefined",
    "concat = environment.concat",
    "cond_expr_undefined = Undefined",
    "escaped = environment.escaped",
)
_PARENT: Final = "parent_template.root_render_func(context)"
_INSTEAD: Final = {
    f"yield from {_PARENT}": f"return {_PARENT}",
    "finally: gen.close()": "finally: pass",
}
"""Lines that Jinja writes for generators, as they are for lists."""


def _markup_of(kind: type) -> frozenset[str]:
    """The methods of a class that give markup, by what they say themselves."""
    given = ((n, getattr(m, "__annotations__", {}).get("return")) for n, m in vars(kind).items())
    return frozenset(name for name, what in given if what is Markup)


_MARKUP: Final = {"pen": _markup_of(Pen), "locale": _markup_of(Locale)}


class Code(CodeGenerator):
    """Writes functions that give lists of pieces, and calls and attributes as Python's own."""

    _put: nodes.Expr | None = None
    """The expression that is put out next."""

    def write_commons(self) -> None:
        for line in _COMMON:
            self.writeline(line)

    def enter_frame(self, frame: Frame) -> None:
        if frame.rootlevel or frame.block_frame:
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        super().leave_frame(frame, with_python_scope)
        if frame.rootlevel or frame.block_frame:
            unless = "if parent_template is None: " if frame.require_output_check else ""
            self.writeline(f"{unless}return {frame.buffer}")

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        super().writeline(_INSTEAD.get(x, x), node, extra)

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:
        if self.extends_so_far or node.required or node.scoped:
            super().visit_Block(node, frame)
        else:
            pieces = f"context.blocks[{node.name!r}][0]({self.get_context_ref()})"
            self.writeline(f"{frame.buffer}.extend({pieces})", node)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        node.with_context = True  # without it Jinja writes for generators alone
        super().visit_Include(node, frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
        else:
            self.write("environment.module(")
            self.visit(node.template, frame)
            self.write(f", {self.name!r})")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        if node.ctx == "load" and node.name in _OBJECTS:
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if _of_object(node) and not iskeyword(node.attr):
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        function = node.node
        named = any(iskeyword(argument.key) for argument in node.kwargs)
        if named or forward_caller or node.dyn_args or node.dyn_kwargs or _of_template(function):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        if isinstance(function, nodes.Getattr) and not iskeyword(function.attr):
            self.visit(function.node, frame)
            self.write(f".{function.attr}(")
        else:
            self.visit(function, frame)
            self.write("(")
        for argument in [*node.args, *node.kwargs]:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _escapes(frame):
            self._put = node
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame):
            super()._output_child_post(node, frame, finalize)

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        if node is not self._put:
            return super().visit(node, *args, **kwargs)
        expression, self._put = self._put, None
        return self._put_out(expression, *args)

    def _put_out(self, node: nodes.Expr, frame: Frame) -> None:
        """Writes what an expression is in a page: escaped, unless it is markup."""
        if isinstance(node, nodes.CondExpr):
            self.write("(")
            self._put_out(node.expr1, frame)
            self.write(" if ")
            self.visit(node.test, frame)
            self.write(" else ")
            self._put_out(node.expr2 or nodes.Const(""), frame)
            self.write(")")
        elif isinstance(node, nodes.Const):
            self.write(repr(str(escape(node.value))))
        elif isinstance(node, nodes.Getattr | nodes.Getitem) and _name(node.node) == "w":
            self.write(f"{frame.symbols.ref('w')}.shown[")
            self._write_key(node.arg if isinstance(node, nodes.Getitem) else node.attr, frame)
            self.write("]")
        elif _is_markup(node) or _name(node) in _WAYS:
            self.visit(node, frame)
        else:
            self.write("escaped(")
            self.visit(node, frame)
            self.write(")")

    def _write_key(self, key: nodes.Node | str, frame: Frame) -> None:
        """Writes the name of a word, which is a text, whatever it is put together from."""
        if isinstance(key, str):
            self.write(repr(key))
        elif isinstance(key, nodes.Concat):
            self.write("str_join((")
            for part in key.nodes:
                self.visit(part, frame)
                self.write(", ")
            self.write("))")
        else:
            self.visit(key, frame)


def _escapes(frame: Frame) -> bool:
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


def _of_object(node: nodes.Getattr) -> bool:
    """Whether an attribute is one of such an object, or of what one has."""
    on = node.node
    return _of_object(on) if isinstance(on, nodes.Getattr) else _name(on) in _OBJECTS


def _of_template(function: nodes.Expr) -> bool:
    """Whether a function is one of the template itself, which Jinja makes up when it is called."""
    return isinstance(function, nodes.Getattr) and _name(function.node) == "self"


def _name(node: nodes.Expr) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _is_markup(node: nodes.Expr) -> bool:
    """Whether an expression gives markup, whatever the values."""
    if isinstance(node, nodes.Or):
        return _is_markup(node.left) and _is_markup(node.right)
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr)):
        return False
    on = node.node.node
    of = on.attr if isinstance(on, nodes.Getattr) else _name(on)
    return node.node.attr in _MARKUP.get(of, ())
