"""A person's draft of a statement → its block in `statements.ttl`, in the curator's own style."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from onrecord.article import Anchor
from onrecord.errors import SourceError, UsageError
from onrecord.extract.records import leaves_out
from onrecord.names import ONR, RDFS, SCHEMA, SKOS, XSD, Names, is_slug, slug
from onrecord.review.content import amount_parts
from onrecord.review.records import Draft, Proposal
from onrecord.review.terms import concept
from onrecord.review.turtle import Block, Line, both, tagged, with_blocks

AMOUNT: Final = "#amount"
TIME: Final = "#time"
"""Objects that stand for the amount and the time printed in the passage."""
_MUST: Final = ("gloss_de", "gloss_en", "speaker", "subject", "predicate", "form")
_LONGEST_LABEL: Final = 60
_NAMED_BY: Final = 5
_EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF"
_AMOUNT_KINDS: Final = {
    "exact": "exact",
    "approximate": "exact",
    "upper-bound": "upper-bound",
    "lower-bound": "lower-bound",
    "full-sum": "full-sum",
}


def statement_iri(names: Names, slug: str, name: str) -> str:
    """The IRI of a statement of an article."""
    return names.iri("statement", slug, name)


def with_own_name(draft: Draft, names: Names, article: str, known: Collection[str]) -> Draft:
    """The draft with a name in its address, where the person gave none: who says it, as their own
    address names them, and the first words of the English gloss."""
    if draft.name:
        return draft
    holder, words = _holder(draft.speaker), slug(draft.gloss_en).split("-")
    words = words if {*holder} & {*words[:2]} else [*holder, *words]
    stem = "-".join(w for w in words[: _NAMED_BY + 1] if w) or "statement"
    number, name = 1, stem
    while statement_iri(names, article, name) in known:
        number += 1
        name = f"{stem}-{number}"
    return replace(draft, name=name)


def _holder(speaker: str) -> list[str]:
    """The surname of a person, the first two words of another name, the article for its author."""
    path, _, part = speaker.partition("#")
    kind, _, local = path.rpartition("/")
    kind = kind.rpartition("/")[2]
    words = [kind] if part else local.split("-")
    return words[-1:] if kind == "person" else words[:2]


def check_draft(draft: Draft, known: frozenset[str], iri: str) -> None:
    """Raises `UsageError` where the draft is not complete, `SourceError` where it names what
    nothing describes or a name that is taken."""
    if not is_slug(draft.name):
        raise UsageError(
            f"{draft.name!r} cannot be the name of a statement",
            hint="use lower-case letters a to z, digits and single hyphens",
        )
    missing = [name for name in _MUST if not getattr(draft, name).strip()]
    if not draft.object and not (draft.object_de.strip() and draft.object_en.strip()):
        missing.append("object")
    if missing:
        raise UsageError(
            f"the statement lacks {', '.join(missing)}", hint="fill in what is missing"
        )
    if iri in known:
        raise SourceError(f"there is a statement {draft.name!r} already", hint="another name")
    printed = draft.object in (AMOUNT, TIME)
    content = "" if printed else draft.object
    named = (draft.speaker, draft.subject, draft.predicate, content, draft.according_to)
    concepts = (concept(n, getattr(draft, n)) for n in ("form", "modality", "polarity"))
    for other in (*named, draft.on_behalf_of, draft.inside, *draft.about, *concepts):
        if other and other not in known:
            raise SourceError(f"nothing describes {other}", hint="choose one of those offered")


def with_statement(
    text: str,
    draft: Draft,
    anchor: Anchor,
    language: str,
    names: Names,
    slug: str,
    printed: Sequence[Proposal] = (),
) -> str:
    """The text of `statements.ttl` with the statement, and the amounts and times that are printed
    in it, added at its end."""
    head = statement_iri(names, slug, draft.name)
    amounts = _numbered(head, "amount", printed)
    times = _numbered(head, "time", printed)
    draft = replace(draft, object=_object(draft, amounts, times))
    nodes = {"amount": [iri for iri, _ in amounts], "time": [iri for iri, _ in times]}
    article = names.iri("article", slug)
    lines = _lines(draft, anchor, language, article, nodes)
    blocks: list[Block] = [(head, ONR + "Statement", lines)]
    blocks += [(iri, ONR + "Amount", _amount(amount)) for iri, amount in amounts]
    blocks += [(iri, ONR + "TimeExpression", _time(time, article)) for iri, time in times]
    if draft.inside:
        blocks.append((draft.inside, "", [(ONR + "embeds", [head])]))
    return with_blocks(text, blocks, names)


def with_name(text: str, iri: str, name: str, names: Names) -> str:
    """The text of an entity file with another name of an agent added at its end."""
    return with_blocks(text, [(iri, "", [(SKOS + "altLabel", both(name, name))])], names)


def parts(head: str, printed: Sequence[Proposal]) -> list[tuple[str, Proposal]]:
    """The nodes that a statement gets for the amounts and times in its passage."""
    return [*_numbered(head, "amount", printed), *_numbered(head, "time", printed)]


def _numbered(head: str, kind: str, printed: Sequence[Proposal]) -> list[tuple[str, Proposal]]:
    """The parts of a statement that a kind of proposal becomes; a second one is numbered."""
    fits = [p for p in printed if p.kind == kind]
    return [(f"{head}#{kind}{f'-{n}' if n > 1 else ''}", p) for n, p in enumerate(fits, 1)]


def _object(
    draft: Draft,
    amounts: Sequence[tuple[str, Proposal]],
    times: Sequence[tuple[str, Proposal]],
) -> str:
    """The object; `#amount` and `#time` stand for the part that the statement gets."""
    for name, parts in ((AMOUNT, amounts), (TIME, times)):
        if draft.object == name:
            if not parts:
                raise UsageError(
                    f"no {name[1:]} was read in the passage",
                    hint="say it in words, or select a passage that has it",
                )
            return parts[0][0]
    return draft.object


def _lines(
    draft: Draft, anchor: Anchor, language: str, article: str, nodes: Mapping[str, Sequence[str]]
) -> list[Line]:
    label_de = draft.label_de.strip() or _label(draft.gloss_de)
    label_en = draft.label_en.strip() or _label(draft.gloss_en)
    said = [draft.object] if draft.object else both(draft.object_de, draft.object_en)
    lines: list[Line] = [
        (RDFS + "label", both(label_de, label_en)),
        (ONR + "gloss", both(draft.gloss_de, draft.gloss_en)),
        (ONR + "statedBy", [draft.speaker]),
        (ONR + "onBehalfOf", [draft.on_behalf_of]),
        (ONR + "accordingTo", [draft.according_to]),
        (ONR + "recordedIn", [article]),
        (ONR + "subject", [draft.subject]),
        (ONR + "predicate", [draft.predicate]),
        (ONR + "object", said),
        (ONR + "paragraph", [str(anchor.paragraph)]),
        (ONR + "anchorPhrase", [tagged(anchor.phrase, language)]),
        *((ONR + n, [concept(n, getattr(draft, n))]) for n in ("form", "modality", "polarity")),
        (ONR + "hedge", [tagged(draft.hedge, language)] if draft.hedge else []),
        *((ONR + name, iris) for name, iris in nodes.items()),
        (ONR + "about", draft.about),
    ]
    return [(name, values) for name, values in lines if any(values)]


def _time(time: Proposal, article: str) -> list[Line]:
    """The node of a time that the machine has read and the person took over; one without a date
    counts from the article."""
    text = tagged(time.anchor.phrase, time.language)
    if time.content == "relative":
        return [(ONR + "timeText", [text]), (ONR + "relativeTo", [article])]
    edtf = str(ox.Literal(time.content, datatype=ox.NamedNode(_EDTF)))
    return [(ONR + "timeText", [text]), (ONR + "edtf", [edtf])]


def _amount(amount: Proposal) -> list[Line]:
    """The node of an amount that the machine has read and the person took over."""
    told_of = amount_parts(amount.content)
    bounds = {"value": told_of.value, "minValue": told_of.min, "maxValue": told_of.max}
    told = [(name, number) for name, number in bounds.items() if number]
    if len(told) > 1 or not told_of.currency:
        told = []  # a range, or a number of nobody knows what: the words say it
    kind = _AMOUNT_KINDS.get(told_of.kind, "vague") if told else "vague"
    lines: list[Line] = [
        (ONR + "amountKind", [concept("amount-kind", kind)]),
        (ONR + "amountText", [tagged(amount.anchor.phrase, amount.language)]),
    ]
    if told_of.kind == "approximate" and told:
        lines.append((ONR + "approximate", ["true"]))
    if told and told[0][0] != "value" and leaves_out(amount.anchor.phrase):
        lines.append((ONR + "exclusive", ["true"]))
    for name, number in told:
        value = str(ox.Literal(number, datatype=ox.NamedNode(XSD + "decimal")))
        lines.append((SCHEMA + name, [value]))
    if told_of.currency:
        lines.append((SCHEMA + "currency", [f'"{told_of.currency}"']))
    return lines


def _label(gloss: str) -> str:
    flat = " ".join(gloss.split()).rstrip(".")
    if len(flat) <= _LONGEST_LABEL:
        return flat
    return flat[:_LONGEST_LABEL].rpartition(" ")[0] + " …"
