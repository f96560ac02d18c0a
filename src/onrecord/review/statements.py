"""A person's draft of a statement → its block in `statements.ttl`, in the curator's own style."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import pyoxigraph as ox

from onrecord.article import Anchor
from onrecord.errors import SourceError, UsageError
from onrecord.extract.records import leaves_out
from onrecord.names import ONR, RDFS, SCHEMA, SKOS, XSD, Names, is_plain_local, is_slug
from onrecord.review.records import Draft, Proposal
from onrecord.review.terms import concept

_PREFIX: Final = re.compile(r"^\s*@prefix\s+([\w.-]*):\s*<([^<>\s]*)>\s*\.", re.MULTILINE)
_MUST: Final = ("gloss_de", "gloss_en", "speaker", "subject", "predicate", "form")
_LONGEST_LABEL: Final = 60
_BOUNDS: Final = {"": "value", "min": "minValue", "max": "maxValue"}
_AMOUNT_KINDS: Final = {
    "exact": "exact",
    "approximate": "exact",
    "upper-bound": "upper-bound",
    "lower-bound": "lower-bound",
}


def statement_iri(names: Names, slug: str, name: str) -> str:
    """The IRI of a statement of an article."""
    return names.iri("statement", slug, name)


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
    named = (draft.speaker, draft.subject, draft.predicate, draft.object, draft.according_to)
    concepts = (concept(n, getattr(draft, n)) for n in ("form", "modality", "polarity"))
    for other in (*named, draft.on_behalf_of, *draft.about, *concepts):
        if other and other not in known:
            raise SourceError(f"nothing describes {other}", hint="choose one of those offered")


def prefixes_in(text: str) -> dict[str, str]:
    """The prefixes that a file declares."""
    return dict(_PREFIX.findall(text))


def with_statement(
    text: str,
    draft: Draft,
    anchor: Anchor,
    language: str,
    names: Names,
    slug: str,
    amounts: Sequence[Proposal] = (),
) -> str:
    """The text of `statements.ttl` with the statement, and the amounts in it, added at its end."""
    prefixes = prefixes_in(text)
    head = statement_iri(names, slug, draft.name)
    nodes = [
        (f"{head}#amount{f'-{number}' if number > 1 else ''}", amount)
        for number, amount in enumerate(amounts, 1)
    ]
    block = _block(draft, anchor, language, names, slug, prefixes, [iri for iri, _ in nodes])
    block += "".join(_amount(iri, amount, prefixes) for iri, amount in nodes)
    needed = {"onr": ONR, "rdfs": RDFS}
    added = "".join(
        f"@prefix {prefix}: <{iri}> .\n"
        for prefix, iri in needed.items()
        if iri not in prefixes.values()
    )
    return f"{added}{text.rstrip()}\n\n{block}" if text.strip() else f"{added}\n{block}"


def with_name(text: str, iri: str, name: str) -> str:
    """The text of an entity file with another name of an agent added at its end."""
    prefixes = prefixes_in(text)
    subject, predicate = shortened(iri, prefixes), shortened(SKOS + "altLabel", prefixes)
    both = f"{_tagged(name, 'de')} , {_tagged(name, 'en')}"
    return f"{text.rstrip()}\n\n{subject} {predicate} {both} .\n"


def _block(
    draft: Draft,
    anchor: Anchor,
    language: str,
    names: Names,
    slug: str,
    prefixes: dict[str, str],
    amounts: Sequence[str],
) -> str:
    def iri(value: str) -> str:
        return shortened(value, prefixes)

    def both(german: str, english: str) -> str:
        return f"{_tagged(german, 'de')} , {_tagged(english, 'en')}"

    label_de = draft.label_de.strip() or _label(draft.gloss_de)
    label_en = draft.label_en.strip() or _label(draft.gloss_en)
    lines = [("rdfs:label" if "rdfs" in prefixes else f"<{RDFS}label>", both(label_de, label_en))]
    lines.append((iri(ONR + "gloss"), both(draft.gloss_de.strip(), draft.gloss_en.strip())))
    lines += [(iri(ONR + name), iri(value)) for name, value in _links(draft, names, slug)]
    content = iri(draft.object) if draft.object else both(draft.object_de, draft.object_en)
    lines.append((iri(ONR + "object"), content))
    lines.append((iri(ONR + "paragraph"), str(anchor.paragraph)))
    lines.append((iri(ONR + "anchorPhrase"), _tagged(anchor.phrase, language)))
    for name in ("form", "modality", "polarity"):
        lines.append((iri(ONR + name), iri(concept(name, getattr(draft, name)))))
    if draft.hedge:
        lines.append((iri(ONR + "hedge"), _tagged(draft.hedge, language)))
    if amounts:
        lines.append((iri(ONR + "amount"), " , ".join(iri(a) for a in amounts)))
    if draft.about:
        lines.append((iri(ONR + "about"), " , ".join(iri(a) for a in draft.about)))
    width = max(len(predicate) for predicate, _ in lines)
    body = " ;\n".join(f"    {p.ljust(width)} {value}" for p, value in lines)
    head = iri(statement_iri(names, slug, draft.name))
    return f"{head}\n    {'a'.ljust(width)} {iri(ONR + 'Statement')} ;\n{body} .\n"


def _amount(iri: str, amount: Proposal, prefixes: dict[str, str]) -> str:
    """The node of an amount that the machine has read and the person took over."""
    kind, currency, *rest = amount.content.split()
    bound, number = (rest[0], rest[1]) if len(rest) == 2 else ("", rest[0] if rest else "")
    if currency == "no" or len(rest) > 2:
        currency, bound, number = ("", "", "") if currency == "no" else (currency, "", "")
    name = _AMOUNT_KINDS.get(kind, "vague") if number else "vague"
    lines = [("amountKind", shortened(concept("amount-kind", name), prefixes))]
    lines.append(("amountText", _tagged(amount.anchor.phrase, amount.language)))
    if kind == "approximate" and number:
        lines.append(("approximate", "true"))
    if bound in ("min", "max") and kind != "range" and leaves_out(amount.anchor.phrase):
        lines.append(("exclusive", "true"))
    body = [f"    {shortened(ONR + p, prefixes)} {value}" for p, value in lines]
    if number:
        value = f'"{number}"^^{shortened(XSD + "decimal", prefixes)}'
        body.append(f"    {shortened(SCHEMA + _BOUNDS[bound], prefixes)} {value}")
    if currency:
        body.append(f'    {shortened(SCHEMA + "currency", prefixes)} "{currency}"')
    head = f"{shortened(iri, prefixes)}\n    a {shortened(ONR + 'Amount', prefixes)} ;\n"
    return head + " ;\n".join(body) + " .\n"


def _links(draft: Draft, names: Names, slug: str) -> Iterator[tuple[str, str]]:
    yield "statedBy", draft.speaker
    if draft.on_behalf_of:
        yield "onBehalfOf", draft.on_behalf_of
    if draft.according_to:
        yield "accordingTo", draft.according_to
    yield "recordedIn", names.iri("article", slug)
    yield "subject", draft.subject
    yield "predicate", draft.predicate


def shortened(iri: str, prefixes: dict[str, str]) -> str:
    """An IRI as the file writes it, with a prefix where one fits."""
    fits = [(ns, p) for p, ns in prefixes.items() if ns and iri.startswith(ns)]
    for namespace, prefix in sorted(fits, reverse=True):
        local = iri[len(namespace) :]
        page, mark, part = local.partition("#")
        if is_plain_local(page) and (not mark or is_plain_local(part)):
            return f"{prefix}:{page}" + (f"\\#{part}" if mark else "")
    return f"<{iri}>"


def _tagged(text: str, language: str) -> str:
    return str(ox.Literal(text.strip(), language=language))


def _label(gloss: str) -> str:
    flat = " ".join(gloss.split()).rstrip(".")
    if len(flat) <= _LONGEST_LABEL:
        return flat
    return flat[:_LONGEST_LABEL].rpartition(" ")[0] + " …"
