"""How certainly a statement is made and where it comes from → the marks beside it in the search,
drawn and named as they are on every page."""

import re
from typing import Final, TypeAlias

from onrecord.names import SCHEME
from onrecord.publish.site.marks import BADGES, CROSS, LINES, OTHER, Mark
from onrecord.publish.site.pen import Pen
from onrecord.views import terms
from onrecord.views.reading import NEGATED, local
from onrecord.views.records import Record

Drawn: TypeAlias = dict[str, dict[str, str]]
"""The name of each mark → its `label`, its box, and the attributes of its path."""
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_PLAIN: Final = "curated"
"""What most statements are, and no list says."""


def marks_of(statement: Record) -> str:
    """The names of a statement's marks, joined by blanks, as a list of statements has them."""
    origins = [o for each in statement.all("origin") if (o := local(each)) != _PLAIN]
    denied = local(statement.one("polarity")) == NEGATED
    marks = [f"m-{local(each)}" for each in statement.all("modality")]
    return " ".join([*marks, *([f"p-{NEGATED}"] if denied else []), *(f"o-{o}" for o in origins)])


def drawn(pen: Pen) -> Drawn:
    """All marks in the language of the pen, those of the workspace's own modalities among them."""
    modalities = terms.members(pen.library, f"{SCHEME}modality")
    lines = {local(it): (pen.label(it), LINES.get(local(it), OTHER)) for it in modalities}
    badges = {
        name: (pen.label(f"{SCHEME}origin#{name}"), mark)
        for name, mark in BADGES.items()
        if name != _PLAIN
    }
    return {
        **{f"m-{name}": _drawn(label, "0 0 28 10", mark) for name, (label, mark) in lines.items()},
        **{f"o-{name}": _drawn(label, "0 0 11 11", mark) for name, (label, mark) in badges.items()},
        f"p-{NEGATED}": _drawn(pen.locale.words["negated_statement"], "0 0 11 11", CROSS),
    }


def _drawn(label: str, box: str, mark: Mark) -> dict[str, str]:
    path, attributes = mark
    return {"label": str(label), "box": box, "d": path, **dict(_ATTRIBUTE.findall(attributes))}
