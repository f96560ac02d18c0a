"""A review in the terminal: one question a proposal, the same acts as on the page."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.prompt import Prompt

from onrecord.errors import OnrecordError
from onrecord.review.payload import counts
from onrecord.review.records import Curated, Draft, Proposal
from onrecord.review.session import Session

_CHOICES: Final = "a accept, c correct, r reject, m merge, w write, s skip, u undo, q quit"
_AROUND: Final = 80
_SHOWN: Final = 12
_FIELDS: Final = (
    ("name", "name in the address"),
    ("gloss_de", "in our own words, German"),
    ("gloss_en", "in our own words, English"),
    ("speaker", "speaker (IRI or prefix:name)"),
    ("subject", "subject"),
    ("predicate", "what is said of it, e.g. onr:dealStatus"),
    ("object", "object, a thing; empty for words"),
    ("object_de", "object in words, German"),
    ("object_en", "object in words, English"),
)
_IRIS: Final = frozenset({"speaker", "subject", "predicate", "object"})


def ask_all(session: Session) -> None:
    """Asks about every open proposal until none is left, the person quits or input ends."""
    console = Console(soft_wrap=True, highlight=False)
    skipped: set[str] = set()
    try:
        while left := [p for p in session.open if p.key not in skipped]:
            _show(console, session, left[0], len(left))
            answer = Prompt.ask(f"[bold]?[/] {_CHOICES}", console=console).strip().casefold()[:1]
            if answer == "q":
                break
            if answer == "s":
                skipped.add(left[0].key)
            else:
                _act(console, session, left[0], answer)
    except EOFError:
        console.print()
    done = counts(session)
    console.print(", ".join(f"{number} {name}" for name, number in done.items()))


def _show(console: Console, session: Session, proposal: Proposal, left: int) -> None:
    text, (begin, end) = session.article.text, proposal.spans[0]
    before, after = text[max(0, begin - _AROUND) : begin], text[end : end + _AROUND]
    flat = [escape(" ".join(part.split())) for part in (before, text[begin:end], after)]
    console.print(f"\n[dim]{left} open · paragraph {proposal.anchor.paragraph}[/]")
    console.print(f"[dim]…{flat[0]}[/] [reverse]{flat[1]}[/] [dim]{flat[2]}…[/]")
    manner = (proposal.form, proposal.modality, proposal.polarity, proposal.hedge)
    told = (proposal.kind, proposal.speaker_name, proposal.content, *manner)
    console.print(f"[bold]{escape(' · '.join(t for t in told if t))}[/]")
    console.print(f"[dim]{proposal.rule}, {proposal.confidence}: {escape(proposal.why)}[/]")


def _act(console: Console, session: Session, proposal: Proposal, answer: str) -> None:
    """Does what was asked for; what cannot be done is told and asked for again."""
    try:
        if answer == "a":
            _accept(console, session, proposal)
        elif answer == "c":
            picked = _pick(console, session.candidates(proposal), "corrected by")
            session.decide(proposal.key, "corrected", resources=picked)
        elif answer == "r":
            german = Prompt.ask("reason in German", console=console, default="")
            english = Prompt.ask("reason in English", console=console, default="")
            session.decide(proposal.key, "rejected", reason_de=german, reason_en=english)
        elif answer == "m":
            iri = Prompt.ask("another name of (IRI or prefix:name)", console=console)
            session.merge(proposal.key, _iri(session, iri))
        elif answer == "w":
            session.write(_draft(console, session, proposal), proposal.key)
        elif answer == "u":
            console.print(f"undone: {session.undo()}")
        else:
            console.print("one of the letters, please")
    except OnrecordError as error:
        console.print(f"[red]{escape(str(error))}[/] → {escape(error.hint or '')}")


def _accept(console: Console, session: Session, proposal: Proposal) -> None:
    near = session.candidates(proposal)
    if proposal.kind == "statement" and not near:
        session.write(_draft(console, session, proposal), proposal.key)
        return
    picked = _pick(console, near, "the same as") if near or proposal.kind != "relation" else []
    if proposal.kind == "relation" and not picked:
        _relate(console, session, proposal)
        return
    session.decide(proposal.key, "accepted", resources=picked)


def _relate(console: Console, session: Session, proposal: Proposal) -> None:
    """Asks for the two statements that a relation joins; those already known are offered."""
    start, end = session.ends(proposal)
    given = [
        Prompt.ask(f"{question} (IRI or prefix:name)", console=console, default="".join(known[:1]))
        for question, known in (("from which statement", start), ("to what", end))
    ]
    session.relate(proposal.key, *(_iri(session, answer) for answer in given))


def _pick(console: Console, entries: Sequence[Curated], title: str) -> list[str]:
    """IRIs of the entries whose numbers are given; an IRI may be given as well."""
    for number, entry in enumerate(entries[:_SHOWN], 1):
        console.print(f"  {number} {escape(entry.label or entry.iri)}")
    given = Prompt.ask(f"{title} (numbers or IRIs)", console=console, default="")
    picked = []
    for part in given.replace(",", " ").split():
        at = int(part) if part.isdecimal() else 0
        picked.append(entries[at - 1].iri if 0 < at <= len(entries) else part)
    return picked


def _draft(console: Console, session: Session, proposal: Proposal) -> Draft:
    values: dict[str, str] = {}
    for name, question in _FIELDS:
        if name.startswith("object_") and values.get("object"):
            continue
        default = proposal.speaker if name == "speaker" else ""
        given = Prompt.ask(question, console=console, default=default).strip()
        values[name] = _iri(session, given) if name in _IRIS else given
    known = {f.name for f in fields(Draft)} - set(values)
    stance = {n: getattr(proposal, n) for n in ("form", "modality", "polarity", "hedge")}
    values |= {n: v for n, v in stance.items() if v and n in known}
    begin, end = proposal.spans[0]
    return Draft(**values, begin=begin, end=end)  # type: ignore[arg-type]


def _iri(session: Session, given: str) -> str:
    """`prefix:name` as an IRI; what has another form stays as it is."""
    prefix, colon, local = given.strip().partition(":")
    namespace = session.workspace.config.names.prefixes.get(prefix)
    return namespace + local if colon and namespace else given.strip()
