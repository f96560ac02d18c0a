"""One deal told in many ways: frames of verbs filled with firms, in each order of words and voice.

A frame is a line `role | forms of the verb | what stands with it`, in which `{t:a}` is the firm in
role `t` in the accusative; `*merger` at its end names a kind that the roles do not tell.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from told import KINDS, ROLES

ARTICLES = {
    "m": {"n": "der", "a": "den", "d": "dem", "g": "des"},
    "f": {"n": "die", "a": "die", "d": "der", "g": "der"},
    "x": {"n": "das", "a": "das", "d": "dem", "g": "des"},
}
JOINED = {" an dem ": " am ", " bei dem ": " beim ", " von dem ": " vom ", " in dem ": " im ",
          " zu dem ": " zum ", " zu der ": " zur ", " in das ": " ins "}  # fmt: skip
NAMES = """Orodent Fraisol Baltar Merivo Kondrax Talvik Sundermann Vexolit Hagenbruch Optivia
    Nordgarten Lindqvist Pelagon Rovetta Steinhoven Tarnox Ulmavit Wesperling""".split()
NOUNS = {
    "a": "Konzern/m Finanzinvestor/m Rivale/m Gruppe/f Chemiekonzern/m Versandhändler/m"
         " Handelskette/f Beteiligungsgesellschaft/f Maschinenbauer/m",
    "t": "Start-up/x Hersteller/m Softwarefirma/f Brauerei/f Labor/x Zulieferer/m"
         " Familienunternehmen/x Modekette/f Verlag/m Konkurrent/m",
    "s": "Mischkonzern/m Mutterkonzern/m Holding/f Fonds/m",
    "i": "Finanzinvestor/m Fonds/m Risikokapitalgeber/m Konzern/m Pharmariese/m",
    "e": "Start-up/x Softwarefirma/f Batteriehersteller/m Biotechfirma/f Reederei/f Werft/f",
    "l": "Zulieferer/m Maschinenbauer/m Softwarefirma/f Stahlkonzern/m Hersteller/m Werft/f"
         " Dienstleister/m",
    "k": "Autobauer/m Handelskette/f Netzbetreiber/m Krankenhauskonzern/m Fluggesellschaft/f",
    "p": "Pharmakonzern/m Start-up/x Versicherer/m Airline/f Autobauer/m",
}  # fmt: skip
ADJECTIVES = ("dänische", "börsennotierte", "", "", "", "")


@dataclass(frozen=True)
class Firm:
    """A name with what stands before it: a kind of firm with its gender, and an adjective."""

    name: str
    noun: str
    gender: str
    adjective: str = ""

    def case(self, case: str) -> str:
        """The phrase in the nominative, accusative, dative or genitive."""
        noun, weak = self.noun, case in "dg" or (case == "a" and self.gender == "m")
        if weak and self.gender == "m" and noun.endswith(("e", "ent")):
            noun += "n" if noun.endswith("e") else "en"
        elif case == "g" and self.gender != "f" and noun[-1] not in "sx":
            noun += "s"
        adjective = self.adjective and f"{self.adjective}{'n' if weak else ''} "
        return f"{ARTICLES[self.gender][case]} {adjective}{noun} {self.name}"


@dataclass(frozen=True)
class Frame:
    """A verb with its forms, who is its subject, and what stands with it."""

    subject: str
    infinitive: str
    present: str
    past: str
    participle: str
    auxiliary: str
    rest: str
    kind: str

    @property
    def particle(self) -> str:
        return self.infinitive.partition("_")[0] if "_" in self.infinitive else ""

    @property
    def roles(self) -> str:
        return self.subject + "".join(r for r in ROLES if f"{{{r}:" in self.rest)


def frame_of(line: str) -> Frame:
    """The frame that a line tells."""
    line, _, kind = line.partition(" *")
    subject, forms, rest = line.split(" | ")
    infinitive, present, past, participle, *auxiliary = forms.split()
    has = auxiliary[0] if auxiliary else "hat"
    kind = kind or KINDS.get(subject, "acquisition")
    return Frame(subject, infinitive, present, past, participle, has, rest, kind)


def firms_for(frame: Frame, seed: str) -> dict[str, Firm]:
    """A firm for each role, with a name and a kind of its own."""
    rnd = random.Random(seed)
    names = rnd.sample(NAMES, len(frame.roles))
    found = {}
    for role, name in zip(frame.roles, names, strict=True):
        noun, _, gender = rnd.choice(NOUNS.get(role, NOUNS["p"]).split()).partition("/")
        found[role] = Firm(name, noun, gender, rnd.choice(ADJECTIVES))
    return found


def filled(template: str, firms: dict[str, Firm]) -> str:
    """The template with the firms in their cases."""
    for role, firm in firms.items():
        for case in "nadg":
            template = template.replace(f"{{{role}:{case}}}", firm.case(case))
    text = f" {template} "
    for two, one in JOINED.items():
        text = text.replace(two, one)
    return text.strip()


def paraphrases(frame: Frame, firms: dict[str, Firm]) -> Iterator[tuple[str, str]]:
    """Each construction by its name, and the sentence in it."""
    yield from _active(frame, firms)
    head = frame.rest.split()[0]
    if head[0] == "{" and head[3] == "a":
        whole = firms[head[1]]
        if "m" in (firms[frame.subject].gender, whole.gender):
            yield from _passive(frame, firms, whole)


def _active(frame: Frame, firms: dict[str, Firm]) -> Iterator[tuple[str, str]]:
    f, firm = frame, firms[frame.subject]
    who, rest = firm.case("n"), filled(f.rest, firms)
    tail = f" {f.particle}" if f.particle else ""
    plain, has = f.infinitive.replace("_", ""), f.auxiliary
    with_zu = f.infinitive.replace("_", "zu") if f.particle else f"zu {plain}"
    done = "haben" if has == "hat" else "sein"
    known = "Am Montag wurde bekannt, dass"
    yield "present", f"{who} {f.present} {rest}{tail}."
    yield "past", f"{who} {f.past} {rest}{tail}."
    yield "perfect", f"{who} {has} {rest} {f.participle}."
    yield "inverted", f"Im Mai {f.past} {who} {rest}{tail}."
    yield "after talks", f"Nach langen Verhandlungen {has} {who} {rest} {f.participle}."
    yield "that", f"{known} {who} {rest} {f.particle}{f.present}."
    yield "that, past", f"{known} {who} {rest} {f.particle}{f.past}."
    yield "that, perfect", f"{known} {who} {rest} {f.participle} {has}."
    yield "will", f"{who} will {rest} {plain}."
    yield "infinitive", f"{who} plant, {rest} {with_zu}."
    yield "hearsay", f"{who} soll {rest} {f.participle} {done}."
    yield "time and place", f"{who} {has} vor zwei Jahren in Bremen {rest} {f.participle}."
    yield "insertion", f"{who}, gegründet 1987 in Ulm, {has} {rest} {f.participle}."
    relative = ARTICLES[firm.gender]["n"]
    yield "relative", f"{who}, {relative} 1987 in Ulm gegründet wurde, {has} {rest} {f.participle}."
    yield "brackets", f"{who} (Umsatz: 40 Millionen Euro) {has} {rest} {f.participle}."


def _passive(frame: Frame, firms: dict[str, Firm], whole: Firm) -> Iterator[tuple[str, str]]:
    f, who = frame, firms[frame.subject]
    rest = filled(" ".join(f.rest.split()[1:]), firms)
    last = f"{rest} {f.participle}".strip()
    by = filled(f"von {{{f.subject}:d}}", firms)
    what, relative = whole.case("n"), ARTICLES[whole.gender]
    yield "object first", f"{whole.case('a')} {f.auxiliary} {who.case('n')} {last}."
    yield "passive", f"{what} wird {by} {last}."
    yield "passive, past", f"{what} wurde {by} {last}."
    yield "passive, perfect", f"{what} ist {by} {last} worden."
    yield "passive, could", f"{what} könnte {by} {last} werden."
    yield "which", f"{what}, {relative['a']} {who.case('n')} {last} {f.auxiliary}, sucht Leute."
    yield "which, passive", f"{what}, {relative['n']} 2019 {by} {last} wurde, sucht Leute."
