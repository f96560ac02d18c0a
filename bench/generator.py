"""Realistic German business articles, made up: the same seed gives the same bytes.

    python bench/generator.py 1000 --seed 7 --out articles.jsonl

Each article has about sixteen paragraphs, the length of the first article of this repository, and
its mixture of direct, indirect and reported speech, amounts with qualifiers, deals, denials and
hedges. Companies, people and media are invented; a core of them recurs in many articles, so that
an archive has something to merge.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass

_STEMS = (
    "Altmark Bernlohe Cordula Dranten Elvers Fahrland Grellin Hartung Isenau Jolsdorf Kelberg "
    "Lunaris Morvella Nordum Ostrava Palten Quendel Rhenus Silvara Tarvos Ulmenau Velstra Wendra "
    "Xanten Ypsil Zelltau Arkona Brunsee Calix Delmar Erzgrund Finkau"
).split()
_BRANCHES = (
    "Halbleiter Energie Logistik Chemie Robotik Pharma Medien Stahl Software Mobil Wasserstoff "
    "Netze Finanz Optik Antriebe Textil"
).split()
_FORMS = ("AG", "SE", "GmbH", "KG")
_FIRST = (
    "Wiebke Henrik Aylin Matthias Gesa Jonas Laura Tobias Marlene Erik Paula Sven Katrin Emre "
    "Johanna Lennart Ruth Viktor Nele Oskar"
).split()
_LAST = (
    "Torland Vossmann Kehrwald Rehberg Lindqvist Pfeilstein Amthauer Brockdorf Ilgner Maibaum "
    "Quastenberg Rothmund Seyfried Tannert Uhlworth Wachsmann Zenker Dornwald Ebbing Falkmann"
).split()
_MEDIA = (
    "Hafenkurier", "Elbanzeiger", "Börsenblick", "Industriebote", "Seewirtschaft Aktuell",
    "Morgenspiegel Nord",
)  # fmt: skip
_OFFICES = ("Vorstandschefin", "Vorstandschef", "Finanzvorstand", "Sprecherin", "Aufsichtsratschef")
_SUMS = ("900 Millionen", "2,4 Milliarden", "350 Millionen", "1,2 Milliarden", "75 Millionen",
         "14 Milliarden", "640 Millionen", "3 Milliarden")  # fmt: skip
_BOUNDS = ("rund", "bis zu", "mindestens", "knapp", "mehr als", "etwa")
_PLACES = ("Gera", "Rostock", "Kassel", "Cottbus", "Emden", "Passau", "Zwickau", "Trier")

_PARAGRAPHS = (
    "{a} will {bound} {sum} Euro in {b} investieren. Das teilte das Unternehmen am {day} mit. "
    "Die Verhandlungen liefen seit mehreren Wochen, hieß es aus {place}.",
    "„Wir haben lange geprüft, und wir sehen in {place} den richtigen Ort“, sagte {office} {p} "
    "dem {m}. {a} rechne damit, dass die ersten Anlagen im Jahr {year} laufen.",
    "{p} zufolge sei der Vertrag mit {b} noch nicht unterschrieben. Man wolle sich nicht drängen "
    "lassen, sagte {p} am {day}.",
    "Nach Informationen des {m} könnte die Zusammenarbeit von {a} und {b} an den Kosten "
    "scheitern. Das Blatt beruft sich auf mit dem Vorgang vertraute Personen.",
    "{a} wies den Bericht zurück. „Daran ist nichts“, erklärte {office} {p}. Es gebe keine "
    "Gespräche über einen Ausstieg, und es seien auch keine geplant.",
    "Der Finanzinvestor {c} übernimmt nach Angaben von {a} {bound} {sum} Euro der Kosten und "
    "erhält dafür {share} Prozent der Anteile.",
    "{a} und {b} arbeiten seit {past} zusammen. Damals hatten beide vereinbart, Anlagen für "
    "{place} gemeinsam zu bauen; über den Preis wurde Stillschweigen bewahrt.",
    "Analystin {q} von der {c} zeigte sich skeptisch. Die Nachfrage sei derzeit schwach, schrieb "
    "sie in einer Notiz an Kunden, und {a} habe sich {bound} {sum} Euro geliehen.",
    "„Wer jetzt nicht baut, kauft später teuer ein“, sagte {q}. Ob {b} mitzieht, ist offen.",
    "{b} wollte sich zu den Zahlen nicht äußern. Eine Sprecherin verwies auf die Mitteilung vom "
    "{day}, in der von {bound} {sum} Euro die Rede gewesen war.",
    "Im vergangenen Jahr setzte {a} {sum} Euro um. Für das laufende Jahr erwarte man ein Plus von "
    "{share} Prozent, bekräftigte {p}.",
    "Der {m} hatte zuvor berichtet, {c} suche nach einem anderen Partner. {office} {p} nannte das "
    "„eine Erfindung“ und kündigte an, die Anteile zu behalten.",
    "{a} beliefert {b} mit Bauteilen im Wert von {bound} {sum} Euro. Der Vertrag laufe bis {year}, "
    "teilte {b} mit.",
    "Womöglich war alles nur ein Missverständnis. Die Aktie von {a} gab dennoch um {share} Prozent "
    "nach, die von {b} zog an.",
    "{q} rechnet damit, dass weitere Häuser folgen. „Die Branche sortiert sich neu, und {a} "
    "steht gut da“, sagte {q} dem {m}.",
    "Das Kartellamt müsste einem Zusammenschluss von {b} und {c} zustimmen. Man sei "
    "zuversichtlich, sagte {p}; eine Entscheidung werde im Jahr {year} erwartet.",
    "Bei {c} hieß es, der Einstieg bei {a} sei nicht verbindlich. Gesprochen werde über eine "
    "Summe von {bound} {sum} Euro.",
    "Ein Treffen der Spitzen beider Häuser in {place} endete am {day} ohne Ergebnis. {p} sprach "
    "von „offenen, guten Gesprächen“.",
)  # fmt: skip
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")


@dataclass(frozen=True, slots=True)
class World:
    """The invented names; the first ones are in the news most."""

    companies: tuple[str, ...]
    people: tuple[str, ...]

    @classmethod
    def of(cls, seed: int) -> "World":
        """The names of a seed."""
        dice = random.Random(f"world {seed}")
        companies = [f"{s} {b} {dice.choice(_FORMS)}" for s in _STEMS for b in _BRANCHES]
        people = [f"{a} {b}" for a in _FIRST for b in _LAST]
        dice.shuffle(companies)
        dice.shuffle(people)
        return cls(tuple(companies), tuple(people))


def article(number: int, seed: int = 1, paragraphs: int = 16) -> dict[str, str]:
    """One record: id, url, publisher, date, title, language, text."""
    world, dice = World.of(seed), random.Random(f"article {seed} {number}")
    return _article(world, dice, number, paragraphs)


def articles(count: int, seed: int = 1, paragraphs: int = 16) -> Iterator[dict[str, str]]:
    """`count` records; the n-th one is the same for any count."""
    world = World.of(seed)
    for number in range(count):
        yield _article(world, random.Random(f"article {seed} {number}"), number, paragraphs)


def _article(world: World, dice: random.Random, number: int, paragraphs: int) -> dict[str, str]:
    def often(names: tuple[str, ...]) -> str:
        return names[min(int(dice.expovariate(8 / len(names))), len(names) - 1)]

    cast = {"a": often(world.companies), "b": often(world.companies), "c": often(world.companies)}
    cast |= {"p": often(world.people), "q": often(world.people), "m": dice.choice(_MEDIA)}
    chosen = [
        _PARAGRAPHS[i % len(_PARAGRAPHS)] for i in dice.sample(range(18), min(paragraphs, 18))
    ]
    text = "\n\n".join(_filled(template, cast, dice) for template in chosen)
    return {
        "id": f"wirtschaft-{number:07d}",
        "url": f"https://archiv.example.org/wirtschaft/{number:07d}.html",
        "publisher": _MEDIA[number % len(_MEDIA)],
        "date": f"20{10 + number % 16:02d}-{1 + number % 12:02d}-{1 + number % 28:02d}",
        "title": f"{cast['a']} und {cast['b']}: Streit um {dice.choice(_SUMS)}",
        "language": "de",
        "text": text,
    }


def _filled(template: str, cast: dict[str, str], dice: random.Random) -> str:
    return template.format(
        **cast,
        sum=dice.choice(_SUMS),
        bound=dice.choice(_BOUNDS),
        day=dice.choice(_DAYS),
        place=dice.choice(_PLACES),
        office=dice.choice(_OFFICES),
        share=dice.randint(2, 48),
        year=dice.randint(2027, 2032),
        past=dice.randint(2005, 2024),
    )


def register(seed: int = 1, companies: int = 120, people: int = 60) -> str:
    """An entity register in Turtle that knows the names most in the news."""
    world = World.of(seed)
    lines = [
        "@prefix onr: <https://w3id.org/onrecord/ns#> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
    ]
    named = [("company", "Company", n) for n in world.companies[:companies]]
    named += [("person", "Person", n) for n in world.people[:people]]
    named += [("medium", "NewsMedium", n) for n in _MEDIA]
    for kind, name, label in named:
        iri = f"https://w3id.org/onrecord/kg/{kind}/{_slug(label)}"
        lines.append(f'<{iri}> a onr:{name} ; rdfs:label "{label}"@de , "{label}"@en .')
    return "\n".join(lines) + "\n"


def _slug(text: str) -> str:
    plain = text.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    return plain.replace(" ", "-")


def main() -> None:
    """Writes the articles as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paragraphs", type=int, default=16)
    parser.add_argument("--out", type=argparse.FileType("w", encoding="utf-8"), default=sys.stdout)
    told = parser.parse_args()
    for record in articles(told.count, told.seed, told.paragraphs):
        told.out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
