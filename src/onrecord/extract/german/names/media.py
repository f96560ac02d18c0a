"""Names of media: told by their last word, by quotation marks, by what reports."""

from onrecord.extract.german.grammar.document import Document
from onrecord.extract.german.grammar.verbs import SPOKEN
from onrecord.extract.german.grammar.vocabulary import is_listed
from onrecord.extract.german.names.kinds import common, is_medium_kind
from onrecord.extract.german.names.signs import (
    MEDIUM_ENDS,
    MEDIUM_WORDS,
)


def in_marks(document: Document, begin: int, end: int) -> bool:
    """Whether quotation marks stand right before and right behind."""
    number = document.inside[begin]
    return number >= 0 and document.marks[number] == (begin - 1, end + 1)


def told_by(document: Document, begin: int, end: int) -> str:
    """`ein Artikel der „Pacific Review“`, `laut „Finanzplatz“`: a name in marks that reports."""
    if not in_marks(document, begin, end):
        return ""
    low = document.tokens.low
    near = low[max(0, begin - 4) : begin - 1]
    if any(word in _SOURCES or word in _REPORTS for word in near) or _reports(document, begin, end):
        return "medium"
    talks = low[max(0, begin - 12) : begin - 3]
    if low[max(0, begin - 3) : begin - 1] == ["mit", "dem"] or low[begin - 2] in ("mit", "im"):
        return "medium" if any(word in _TALKS for word in talks) else ""
    return ""


def _reports(document: Document, begin: int, end: int) -> bool:
    """`die „Merkurpost“ meldete`, `schreibt die „Merkurpost“`, `sagte sie der „Merkurpost“`."""
    low = document.tokens.low
    if begin < 2 or low[begin - 2] not in ("der", "die", "das", "dem", "den"):
        return False
    before, behind = low[max(0, begin - 3) : begin - 2], low[end + 1 : end + 5]
    told = low[begin - 2] in ("der", "dem") and any(
        word in SPOKEN for word in low[max(0, begin - 6) : begin - 2]
    )
    return (
        told
        or any(word in _REPORTING for word in (*before, *behind[: 5 if before == ["wie"] else 1]))
        or (
            behind[:1] in (["hatte"], ["habe"], ["hat"])
            and not _REPORTED.isdisjoint(low[end : end + 16])
        )
    )


_TALKS = frozenset("interview gespräch interviews gesprächs podcast".split())
_REPORTING = frozenset(
    """berichtet berichtete berichteten meldet meldete schreibt schrieb zitiert zitierte vorliegt
    vorlag vorliegen vorlagen""".split()
)
_REPORTED = frozenset("berichtet gemeldet geschrieben zitiert".split())
_REPORTS = frozenset("artikel berichts meldung berichtete beitrag ausgabe interview".split())


def _bare(word: str) -> str:
    """The last word of the name of a medium without the ending of a genitive."""
    for genitive in ("s", "es"):
        if word.endswith(genitive) and word.removesuffix(genitive).lower().endswith(MEDIUM_ENDS):
            word = word.removesuffix(genitive)
    return word


def is_typical(word: str) -> bool:
    """Whether names of media end so: Hafenkurier, Energiepost."""
    low = _bare(word).lower()
    return low.endswith(MEDIUM_ENDS) or low in MEDIUM_WORDS


def medium_name(document: Document, name: tuple[str, ...], begin: int, sign: str) -> bool:
    if sign in ("company", "office") or not is_typical(name[-1]):
        return False
    last = _bare(name[-1])
    if name[0].rpartition("-")[2][:1].islower() or name[-1].startswith("US-"):
        return False
    if len(name) > 1:
        return not common(name[0]) or name[0].endswith("er")
    low = last.lower()
    if is_medium_kind(last) and is_listed(last):
        return False
    if low.endswith(_LOOSE) and sign != "medium" and not _cited(document, begin):
        return False
    bare = {"zeitung", "magazin", "nachrichten", "presse", "blatt", "post", "bote", "funk", "welt"}
    if low in bare or low in _ORDINARY or len(low) < 8:
        return False
    return sign == "medium" or speaks(document, begin)


_LOOSE = ("welt", "post", "woche", "dienst", "funk", "echo", "spiegel", "presse", "blatt", "boten")


def _cited(document: Document, i: int) -> bool:
    """`Bericht der Finanzwoche`, `laut Energiepost`: right behind a word of reporting."""
    near = document.tokens.low[max(0, i - 3) : i]
    return any(word in _SOURCES or word in _REPORTS for word in near)


_ORDINARY = frozenset(
    """dienst kurier echo report monitor radio fernsehen stimme spiegel insider journal
    kundendienst mobilfunk rundfunk wirtschaftspresse weltpresse tagespresse geschäftsbericht
    jahresreport außendienst sicherheitsdienst finanzdienst postdienst umwelt bankenwelt
    arbeitswelt geheimdienst öffentlichkeit regionalpresse fachpresse auslandspresse pressestimme
    wirtschaftswelt finanzwelt geschäftswelt wirtschaftsnachrichten kreditdienst lieferdienst
    fahrdienst bereitschaftsdienst wetterdienst streamingdienst kurierdienst wachdienst
    branchendienst informationsdienst wirtschaftsdienst nachrichtendienst bezahldienst
    zahlungsdienst kartendienst onlinedienst ortungsdienst messengerdienst internetdienst
    fachmagazin nachrichtenmagazin wirtschaftsmagazin tageszeitung wochenzeitung sonntagszeitung
    boulevardzeitung lokalzeitung regionalzeitung fachzeitung fachblatt boulevardblatt
    informationsblatt""".split()
)


def speaks(document: Document, i: int) -> bool:
    """`laut Hafenkurier`, `berichtet der Energiebote`, `sagte er dem Hafenkurier`."""
    near = document.tokens.low[max(0, i - 7) : i + 4]
    return any(word in SPOKEN or word in _SOURCES for word in near)


_SOURCES = frozenset(
    """laut zufolge bericht berichte artikel interview gespräch angaben informationen meldung
    wonach demnach zitiert""".split()
)
