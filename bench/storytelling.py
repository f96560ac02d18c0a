"""Invented stories of deals and disputes over them, told chapter by chapter.

Each chapter is an article: what a newspaper reports, what the two chiefs say, what an observer and
the editors think. Names, sums and sentences are made up.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

CHAPTERS = 8
_STEMS = (
    "Aldra Borvik Cendra Doltau Eskelin Farnau Gimmel Holtra Ibersee Juvena Kastrup Lorvik Mirau "
    "Norvela Oderin Pelmont Quarna Rittberg Solvau Trebin Ulvera Vantor Weidra Xeling Yvelin Zarnau"
).split()
_BRANCHES = "Werft Netze Solar Papier Optik Bahn Speicher Saat Fracht Glas Pumpen Lacke".split()
_FIRST = "Anke Boris Clara Detlef Esra Frauke Gunnar Hilde Igor Jule Knut Leyla Mirko Nora".split()
_LAST = (
    "Abendroth Bruchsal Cramer Dassow Ehlers Fenske Gaede Harbeck Imhoff Jansky Kolbe Lauenstein "
    "Mertin Nagel Oltmann Pohlig Quast Rathje Siebold Tiedke Umlauf Voigtei Wrede Zander"
).split()
MEDIA = ("Küstenbote", "Handelsruf", "Nordblatt", "Stadtspiegel Süd", "Der Kontorist")
_MILLIONS = (40, 75, 120, 300, 450, 800, 1200, 2500)
_STATUS = ("planned", "announced", "delayed", "on-hold", "stepwise", "ongoing", "failed", "agreed")
_SAID = {
    "planned": ("ist geplant", "is planned"),
    "announced": ("ist angekündigt", "has been announced"),
    "delayed": ("verspätet sich", "is late"),
    "on-hold": ("ruht", "is on hold"),
    "stepwise": ("kommt in Schritten", "comes in steps"),
    "ongoing": ("läuft", "is under way"),
    "failed": ("ist gescheitert", "has failed"),
    "agreed": ("ist vereinbart", "is agreed"),
}


@dataclass(frozen=True, slots=True)
class Story:
    """What several articles are about: two companies, their chiefs, a deal, a disputed sum."""

    number: int
    one: str
    other: str
    chief: str
    partner: str
    medium: str
    millions: int

    @property
    def slug(self) -> str:
        """The name of its deal and its disputes."""
        return f"{to_slug(self.one)}-{to_slug(self.other)}-{self.number:03d}"


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its name, words, who says it and how; `more` are further facts in Turtle."""

    name: str
    gloss: tuple[str, str]
    sentence: str
    phrase: str
    speaker: str
    predicate: str
    value: str
    form: str
    modality: str = "asserted"
    polarity: str = "affirmed"
    more: str = ""
    parts: str = ""


def stories(count: int, seed: int = 1) -> tuple[Story, ...]:
    """The stories that `count` articles tell; companies recur in about four of them."""
    dice = random.Random(f"stories {seed}")
    number = max(1, -(-count // CHAPTERS))
    names = [f"{a} {b}" for b in _BRANCHES for a in _STEMS]
    people = [f"{a} {b}" for b in _LAST for a in _FIRST]
    dice.shuffle(people)
    used = names[: max(4, min(len(names), number // 2 + 2))]
    found = []
    for n in range(number):
        one, other = dice.sample(range(len(used)), 2)
        pair = (used[one], used[other], people[one], people[other])
        found.append(Story(n, *pair, dice.choice(MEDIA), dice.choice(_MILLIONS)))
    return tuple(found)


def told_in(story: Story, chapter: int, number: int, told: tuple[Story, ...]) -> Iterator[Said]:
    """The statements of an article; each is a paragraph of its text."""
    about = f"onr:about deal:{story.slug} ; onr:mentions topic:uebernahmen"
    yield from _reported(story, chapter, about)
    yield from _answered(story, chapter, about)
    yield from _judged(article_slug(told, number), number, about)


def _reported(story: Story, chapter: int, about: str) -> Iterator[Said]:
    """What a newspaper reports: how the deal stands, and a sum."""
    status = _STATUS[(story.number + chapter) % len(_STATUS)]
    german, english = _SAID[status]
    medium, millions = f"medium:{to_slug(story.medium)}", story.millions + 10 * chapter
    yield Said(
        "report-status",
        (
            f"Laut {story.medium} {german}, was {story.one} mit {story.other} vorhat.",
            f"According to {story.medium}, what {story.one} intends with {story.other} {english}.",
        ),
        f"Nach einem Bericht der Zeitung {story.medium} soll der Einstieg von {story.one} bei "
        f"{story.other} so stehen: er {german}.",
        f"er {german}",
        medium,
        "onr:dealStatus",
        f"status:{status}",
        "reported",
        "hearsay",
        more=f'onr:accordingTo report:{story.slug} ; onr:hedge "soll"@de ; {about}',
    )
    yield Said(
        "report-amount",
        (
            f"Es gehe um {millions} Millionen Euro.",
            f"The sum is said to be {millions} million euros.",
        ),
        f"Im Gespräch seien {millions} Millionen Euro, heißt es dort weiter.",
        f"{millions} Millionen Euro",
        medium,
        "onr:dealAmount",
        "AMOUNT",
        "reported",
        "hearsay",
        more=f"onr:accordingTo report:{story.slug} ; {about}",
        parts=_amount(millions, "exact", "value", f"{millions} Millionen Euro"),
    )


def _answered(story: Story, chapter: int, about: str) -> Iterator[Said]:
    """What the two chiefs say: another status, an upper bound, and that nothing binds."""
    status = _STATUS[(story.number + chapter + 3) % len(_STATUS)]
    german, english = _SAID[status]
    millions = 2 * (story.millions + 10 * chapter)
    chief, partner = f"person:{to_slug(story.chief)}", f"person:{to_slug(story.partner)}"
    company, other = f"company:{to_slug(story.one)}", f"company:{to_slug(story.other)}"
    yield Said(
        "chief-status",
        (
            f"{story.chief} sagt, der Einstieg {german}.",
            f"{story.chief} says that the investment {english}.",
        ),
        f"Vorstandschef {story.chief} widersprach am Abend: „Unser Einstieg {german}.“",
        f"Unser Einstieg {german}",
        chief,
        "onr:dealStatus",
        f"status:{status}",
        "direct",
        more=f"onr:onBehalfOf {company} ; {about}",
    )
    yield Said(
        "chief-amount",
        (
            f"{story.chief} nennt {millions} Millionen Euro als Obergrenze.",
            f"{story.chief} names {millions} million euros as the upper bound.",
        ),
        f"Man werde bis zu {millions} Millionen Euro ausgeben, nicht mehr.",
        f"bis zu {millions} Millionen Euro",
        chief,
        "onr:dealAmount",
        "AMOUNT",
        "indirect",
        "planned",
        more=f"onr:onBehalfOf {company} ; {about}",
        parts=_amount(millions, "upper-bound", "maxValue", f"bis zu {millions} Millionen Euro"),
    )
    yield Said(
        "partner-bound",
        (
            f"{story.partner} sieht {story.other} an nichts gebunden.",
            f"{story.partner} sees {story.other} bound by nothing.",
        ),
        f"Für {story.other} erklärte {story.partner}, gebunden sei das Haus an nichts.",
        "gebunden sei das Haus an nichts",
        partner,
        "onr:bindingness",
        "bindingness:non-binding",
        "indirect",
        more=f"onr:onBehalfOf {other} ; {about}",
    )


def _judged(slug: str, number: int, about: str) -> Iterator[Said]:
    """What an observer and the editors think."""
    yield Said(
        "analyst",
        (
            f"Runa Feldhaus hält ein Scheitern im Teil {number} für möglich.",
            f"Runa Feldhaus deems failure possible in part {number}.",
        ),
        f"Womöglich scheitert alles, schrieb die Beobachterin Runa Feldhaus (Folge {number}).",
        "Womöglich scheitert alles",
        "person:runa-feldhaus",
        "onr:dealStatus",
        "status:failed",
        "indirect",
        "possible",
        more=f'onr:hedge "womöglich"@de ; {about}',
    )
    yield Said(
        "editors",
        (
            "Die Redaktion nennt den Ton zwischen beiden Häusern gereizt.",
            "The editors call the tone between the two houses irritable.",
        ),
        "Der Ton zwischen beiden Häusern ist hörbar gereizt.",
        "hörbar gereizt",
        f"article:{slug}\\#author",
        "onr:characterisedAs",
        '"gereizt"@de , "irritable"@en',
        "editorial",
        more="onr:mentions topic:uebernahmen",
    )


def _amount(millions: int, kind: str, bound: str, text: str) -> str:
    return (
        f" a onr:Amount ; onr:amountKind amountkind:{kind} ; schema:{bound} {millions}000000.0 ;\n"
        f'    schema:currency "EUR" ; onr:amountText "{text}"@de .\n'
    )


def article_slug(told: tuple[Story, ...], number: int) -> str:
    """The slug of the n-th article."""
    return f"{told[number % len(told)].slug}-{number // len(told)}"


def to_slug(text: str) -> str:
    plain = text.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    return plain.replace(" ", "-")
