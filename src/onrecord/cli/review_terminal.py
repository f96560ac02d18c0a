"""A review in the terminal: one question a proposal, the same acts as on the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.prompt import Prompt

from onrecord.errors import OnrecordError
from onrecord.review.content import (
    deal_parties,
    deal_parts,
    grouped,
    office_parts,
    office_role,
)
from onrecord.review.describing import appoint, describe, strike
from onrecord.review.naming import glosses_of, labels_of
from onrecord.review.payload import called, counts, deal_begins, speaker_of, title
from onrecord.review.readings import KINDS as KINDS_OF_AMOUNT
from onrecord.review.records import Curated, Draft, Proposal
from onrecord.review.session import Session
from onrecord.review.things import KINDS, NewDeal, NewThing
from onrecord.review.wording import Wording

_AROUND: Final = 80
_BLANK: Final = re.compile(r"\n\s*\n")
_SPACE: Final = re.compile(r"\s+")
_SHOWN: Final = 12
_FIELDS: Final = (
    "gloss_de",
    "gloss_en",
    "speaker",
    "on_behalf_of",
    "subject",
    "predicate",
    "object",
    "object_de",
    "object_en",
    "about",
    "according_to",
    "inside",
    "form",
    "modality",
    "polarity",
    "hedge",
    "name",
)
_IRIS: Final = frozenset(
    "speaker on_behalf_of subject predicate object about according_to inside".split()
)
_READ: Final = frozenset({"speaker", "form", "modality", "polarity", "hedge"})
"""What the machine has read already: Enter keeps it."""
_DESCRIBED: Final = frozenset({"mention", "deal", "office"})
_SCHEMES: Final = ("form", "modality", "polarity")
_YES: Final = frozenset("jy")


def ask_all(session: Session, wording: Wording) -> None:
    """Asks about every open proposal until none is left, the person quits or input ends."""
    Terminal(Console(soft_wrap=True, highlight=False), session, wording).run()


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where is asked, what is reviewed, in which words, and what was answered for a statement that
    could not be written yet."""

    console: Console
    session: Session
    wording: Wording
    drafts: dict[str, dict[str, str]] = field(default_factory=dict)

    def run(self) -> None:
        """Goes through what is open."""
        skipped: set[str] = set()
        try:
            while left := [p for p in self.session.open if p.key not in skipped]:
                self._show(left[0], len(self.session.open))
                answer = self._ask("term_choices").casefold()[:1]
                if answer == "q":
                    break
                if answer == "s":
                    skipped.add(left[0].key)
                else:
                    self._act(left[0], answer)
        except EOFError:
            self.console.print()
        except KeyboardInterrupt:
            self.console.print()
            raise
        finally:  # after Ctrl-C, too: what was decided is on the disk
            self.console.print(self.wording.say("counts", **counts(self.session)))

    def _ask(self, key: str, default: str = "", **values: str) -> str:
        question = f"[bold]{escape(self.wording.say(key, **values))}[/]"
        shown = bool(default)
        given = Prompt.ask(question, console=self.console, default=default, show_default=shown)
        return given.strip()

    def _show(self, proposal: Proposal, left: int) -> None:
        labels, wording = labels_of(self.session.graph, self.wording.language), self.wording
        place = wording.say("term_left", left=left, n=proposal.anchor.paragraph)
        self.console.print(f"\n[dim]{escape(place)}[/]")
        before, words, after = map(escape, _excerpt(self.session.article.text, proposal.spans[0]))
        self.console.print(f"[dim]{before}[/][reverse]{words}[/][dim]{after}[/]")
        manner = [called(s, getattr(proposal, s), labels) for s in _SCHEMES]
        kind = called("proposal-kind", proposal.kind, labels)
        speaker = labels.get(proposal.speaker) or speaker_of(proposal.speaker_name, self.wording)
        told = (kind, speaker, title(proposal, labels, wording), *manner, proposal.hedge)
        self.console.print(f"[bold]{escape(' · '.join(t for t in told if t))}[/]")
        why = escape(wording.why(proposal.rule, proposal.why))
        sure = grouped(proposal.confidence, wording.language)
        self.console.print(f"[dim]{proposal.rule}, {sure}: {why}[/]")

    def _act(self, proposal: Proposal, answer: str) -> None:
        """Does what was asked for; what cannot be done is told and asked for again. Ctrl-C leaves
        the form, not the review."""
        session = self.session
        try:
            if answer == "a":
                self._accept(proposal)
            elif answer == "c":
                picked = self._pick(session.candidates(proposal), "term_corrected_by")
                if self._still_right(proposal, picked):
                    session.decide(proposal.key, "corrected", resources=picked)
            elif answer == "r":
                german, english = self._ask("reason_de"), self._ask("reason_en")
                session.decide(proposal.key, "rejected", reason_de=german, reason_en=english)
            elif answer == "m":
                session.merge(proposal.key, self._iri(self._ask("term_other_name_of")))
            elif answer == "n":
                self._describe(proposal)
            elif answer == "w":
                self._write(proposal)
            elif answer == "u":
                act = session.undo()
                what = f"{self.wording.say(f'act_{act.kind}')} · {act.name}"
                self.console.print(escape(self.wording.say("undone", what=what)))
            else:
                self.console.print(escape(self.wording.say("term_letters")))
        except KeyboardInterrupt:
            self.console.print(f"\n{escape(self.wording.say('term_left_form'))}")
        except OnrecordError as error:
            message, hint = self.wording.error(error)
            self.console.print(f"[red]{escape(message)}[/] → {escape(hint)}")

    def _accept(self, proposal: Proposal) -> None:
        near = self.session.candidates(proposal)
        if proposal.kind == "statement" and not near:
            self._write(proposal)
        elif proposal.kind in _DESCRIBED and not near:
            self._describe(proposal)
        else:
            asked = near or proposal.kind != "relation"
            picked = self._pick(near, "term_same_as") if asked else []
            if proposal.kind == "relation" and not picked:
                self._relate(proposal)
            elif self._still_right(proposal, picked):
                self.session.decide(proposal.key, "accepted", resources=picked)

    def _still_right(self, proposal: Proposal, picked: Sequence[str]) -> bool:
        """Whether the glosses that were written for other words say what the text has now."""
        glosses = glosses_of(self.session.graph, self.wording.language)
        for iri in sorted(self.session.outdated(proposal).intersection(picked)):
            if self._ask("term_outdated", gloss=glosses.get(iri, "")).casefold()[:1] not in _YES:
                self.console.print(escape(self.wording.say("term_mend_first")))
                return False
        return True

    def _describe(self, proposal: Proposal) -> None:
        """Describes what a proposal names: an agent, a deal with its parties, an office."""
        if proposal.kind == "deal":
            self._strike(proposal)
        elif proposal.kind == "office":
            person, company, office = office_parts(proposal.content)
            held = [self._ask("person", default=self.session.agent(person))]
            held.append(self._ask("house", default=self.session.agent(company)))
            role = self._ask("role_office", default=office_role(office))
            who, where = map(self._iri, held)
            appoint(self.session, proposal.key, who, where, role)
        else:
            kind, _, name = proposal.content.partition(": ")
            mention = proposal.kind == "mention"
            kind = self._ask(
                "term_kind", default=kind if mention else "person", kinds=", ".join(KINDS)
            )
            name = self._ask("name_de", default=name if mention else proposal.speaker_name)
            english, alias = self._ask("name_en_same"), self._ask("alias")
            publisher = self._iri(self._ask("publisher")) if kind == "report" else ""
            thing = NewThing(kind, name, english, alias, publisher)
            describe(self.session, thing, proposal.key if mention else "")

    def _strike(self, proposal: Proposal) -> None:
        kind = self._ask("deal_kind", default=deal_parts(proposal.content)[0])
        parties = []
        for number, (name, role) in enumerate(deal_parties(proposal.content), 1):
            known = self.session.agent(name)
            if not known:
                self.console.print(escape(self.wording.say("unknown", name=name)))
            party = self._iri(self._ask("party", default=known, n=str(number)))
            if party:
                parties.append((party, self._ask("role", default=role, n=str(number))))
        names = " / ".join(self.session.label(iri) for iri, _ in parties)
        given = []
        for code in ("de", "en"):
            of = deal_begins(kind, labels_of(self.session.graph, code))
            given.append(self._ask(f"name_{code}", default=f"{of} {names}"))
        strike(self.session, NewDeal(kind, given[0], given[1], tuple(parties)), proposal.key)

    def _relate(self, proposal: Proposal) -> None:
        """Asks for the two statements that a relation joins; those already known are offered."""
        ends = zip(("relate_from", "relate_to"), self.session.ends(proposal), strict=True)
        given = [self._ask(question, default="".join(known[:1])) for question, known in ends]
        self.session.relate(proposal.key, *(self._iri(answer) for answer in given))

    def _pick(self, entries: Sequence[Curated], question: str) -> list[str]:
        """IRIs of the entries whose numbers are given; an IRI may be given as well."""
        for number, entry in enumerate(entries[:_SHOWN], 1):
            self.console.print(f"  {number} {escape(entry.label or entry.iri)}")
        picked = []
        for part in self._ask(question).replace(",", " ").split():
            at = int(part) if part.isdecimal() else 0
            picked.append(entries[at - 1].iri if 0 < at <= len(entries) else self._iri(part))
        return picked

    def _write(self, proposal: Proposal) -> None:
        """Asks for a statement, and how each amount and time in it is to be read."""
        draft, labels = self._draft(proposal), labels_of(self.session.graph, self.wording.language)
        readings: dict[str, dict[str, str]] = {}
        for part in self.session.in_passage(proposal.spans):
            what = title(part, labels, self.wording)
            asked = "term_time" if part.kind == "time" else "term_amount"
            given = self._ask(asked, what=what, kinds=", ".join(KINDS_OF_AMOUNT))
            kind, _, rest = given.partition(" ")
            number, _, currency = rest.rpartition(" ")
            if given == "-":
                readings[part.key] = {"left": "1"}
            elif given and part.kind == "time":
                readings[part.key] = {"edtf": given}
            elif given:
                readings[part.key] = {"kind": kind, "number": number, "currency": currency}
        self.session.write(draft, proposal.key, readings=readings)
        self.drafts.pop(proposal.key, None)

    def _draft(self, proposal: Proposal) -> Draft:
        """Asks for each field; what was answered before stands there, and a dash empties it."""
        kept = self.drafts.setdefault(proposal.key, {})
        self.console.print(f"[dim]{escape(self.wording.say('term_iris'))}[/]")
        for name in _FIELDS:
            if name in ("object_de", "object_en") and kept.get("object"):
                kept.pop(name, None)
                continue
            read = getattr(proposal, name) if name in _READ else ""
            given = self._ask(name, default=kept.get(name, read))
            given = "" if given == "-" else given
            kept[name] = self._iri(given) if name in _IRIS else given
        values = {name: v for name, v in kept.items() if v or name not in _SCHEMES}
        begin, end = proposal.spans[0]
        about = tuple(filter(None, [values.pop("about")]))
        return Draft(**values, begin=begin, end=end, about=about)

    def _iri(self, given: str) -> str:
        """`prefix:name`, or the name of an agent or of one other thing, as an IRI; anything else
        stays as it is."""
        prefix, colon, local = given.strip().partition(":")
        namespace = self.session.names.prefixes.get(prefix)
        if colon and namespace:
            return namespace + local
        labels = labels_of(self.session.graph, self.wording.language)
        named = [iri for iri, label in labels.items() if label.casefold() == given.casefold()]
        return self.session.agent(given) or (named[0] if len(named) == 1 else given.strip())


def _excerpt(text: str, span: tuple[int, int]) -> tuple[str, str, str]:
    """What stands before, in and behind a span, in one line with a mark where a paragraph ends."""
    begin, end = span
    start, stop = max(0, begin - _AROUND), end + _AROUND
    parts = (text[start:begin], text[begin:end], text[end:stop])
    before, words, after = (_SPACE.sub(" ", _BLANK.sub(" ¶ ", part)) for part in parts)
    first, last = "…" if start else "", "…" if stop < len(text) else ""
    return first + before.lstrip(), words, after.rstrip() + last
