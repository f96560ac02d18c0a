"""How templates are compiled: what they give is what Jinja's own compiler makes of them."""

from pathlib import Path

import jinja2
import pytest

from onrecord.publish.site.locale import Locale, Words
from onrecord.publish.site.templates import environment
from onrecord.workspace import Workspace

ROOT = Path(__file__).parent.parent

BASE = "<{% block head %}{{ a }}{% endblock %}>{% block main %}{{ w.and }}{% endblock %}."
PARTS = (
    "{% macro twice(x, y='&') %}{{ x }}{{ y }}{{ x }}{% endmacro %}"
    "{% macro around(x) %}{{ twice(x, y=caller()) }}{% endmacro %}{% set own = '<' %}"
)
VALUES = {"a": "a & b", "n": 3, "none": None, "many": ["<", "&", 'x"'], "table": {"it": "<i>"}}


class Pen:
    """Of a pen, what a template may ask for."""

    locale = Locale("en", Words({"and": "& so", "said": "<{n}>", "with": "'with'"}, "en.toml"))

    def name(self, it: str) -> str:
        """A name as markup."""
        return jinja2.utils.markupsafe.Markup(f"<b>{it}</b>")

    def label(self, it: str) -> str:
        """A name as text."""
        return f"<{it}>"


def rendered(made: jinja2.Environment, text: str) -> str:
    """A template with the values, among templates that it may name."""
    among = {"base": BASE, "parts": PARTS, "included": "[{{ a }}{{ x }}]", "it": text}
    made.loader = jinja2.DictLoader(among)
    pen = Pen()
    return made.get_template("it").render({**VALUES, "pen": pen, "w": pen.locale.words})


@pytest.mark.parametrize(
    "text",
    [
        "{{ a }} {{ n }} {{ none }} {{ '<' }} {{ '<'|safe }} {{ a|upper }} {{ n + 1 }}",
        "{{ a if n }}|{{ a if not n }}|{{ '&' if n else a }}|{{ '<' if none else ('>' if n) }}",
        "{% for x in many %}{{ loop.index }}{{ x }}{{ ', ' if not loop.last }}{% endfor %}",
        "{% for x in [] %}{{ x }}{% else %}{{ a }}{% endfor %}{{ table.it }}{{ table['it'] }}",
        "{% for x in many if x != '&' %}{{ x ~ a }}{% endfor %}{{ many[0] }}{{ many|join('<') }}",
        "{{ w.and }} {{ w['a' ~ 'nd'] }} {{ w.and ~ a }} {{ w.with }} {{ w.get('no', '<') }}",
        "{{ pen.name('x') }} {{ pen.label('x') }} {{ pen.name('') or pen.label('y') }}",
        "{{ pen.locale.say('said', n=a) }} {{ pen.locale.say('said', n=pen.name('z')) }}",
        "{% import 'parts' as p %}{{ p.twice(a) }} {{ p.twice(x=n, y=pen.name(a)) }}",
        "{% from 'parts' import twice, own %}{{ twice(own) }} {{ own }} {{ twice(*many[:2]) }}",
        "{% import 'parts' as p with context %}{{ p.twice(a) }}{{ p.own }}",
        "{% from 'parts' import around %}{% call around(a) %}<u>{{ n }}{% endcall %}",
        "{% macro m(a, class='<') %}{{ a }}{{ class }}{% endmacro %}{{ m(n, class='>') }}",
        "{% set x = a %}{% include 'included' %}{% set y %}<{{ x }}>{% endset %}{{ y }}",
        "{% set x = 1 %}{% include 'included' ignore missing %}{% include 'no' ignore missing %}",
        "{% extends 'base' %}{% block main %}{{ super() }}<{{ self.head() }}>{% endblock %} left",
        "{% extends 'base' %}{% block head %}{% for x in many %}{{ x }}{% endfor %}{% endblock %}",
        "{% if n %}{% extends 'base' %}{% endif %}{{ a }}{% block main %}{{ n }}{% endblock %}",
        "{% if none %}{% extends 'base' %}{% endif %}{{ a }}{% block main %}{{ n }}{% endblock %}",
        "{% for x in many %}{% block one scoped %}{{ x }}{% endblock %}{% endfor %}",
        "{% autoescape false %}{{ a }}{{ a if n }}{% endautoescape %}{{ a }}",
        "{% autoescape n == 3 %}{{ a }}{{ w.and }}{% endautoescape %}",
        "{% filter upper %}{{ a }}{{ w.and }}{% endfilter %}{% with x = a %}{{ x }}{% endwith %}",
    ],
)
def test_compiled_as_jinja_does(text):
    """What is escaped, and what comes of conditions, loops, macros and blocks, is the same."""
    own = environment(Workspace.find(ROOT))
    plain = jinja2.Environment(
        autoescape=True, undefined=own.undefined, trim_blocks=True, lstrip_blocks=True
    )
    assert rendered(own, text) == rendered(plain, text)


@pytest.mark.parametrize("text", ["{{ oops }}", "{{ oops.a }}", "{{ oops() }}", "{{ table.oops }}"])
def test_the_undefined_stops(text):
    """What is not there is an error wherever it is put out."""
    with pytest.raises(jinja2.UndefinedError):
        rendered(environment(Workspace.find(ROOT)), text)
