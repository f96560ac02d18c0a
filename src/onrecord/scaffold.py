"""New workspaces and new article folders: the files a curator begins with."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.article import Article
from onrecord.errors import IdentityError, UsageError
from onrecord.graph import load
from onrecord.names import check_iri, is_slug, slug
from onrecord.output import write_file
from onrecord.workspace import CONFIG_NAME, Workspace

_CONFIG: Final = """\
base = {base}
languages = ["de", "en"]
data_license = "https://creativecommons.org/licenses/by/4.0/"
text_policy = "anchors"           # anchors | quotes | full
publish_extracted = false         # machine proposals that no person reviewed
version = "0.1.0"
modified = ""                     # e.g. "2026-11-23"; the build takes its only date from here
address = ""                      # where it will be reached, if you know: https://…/

[publisher]
name = {publisher}
contact = ""                      # who takes corrections: mailto:… or https://…

[title]
de = {title}
en = {title}
"""

_PREFIXES: Final = """\
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

_CONCEPTS: Final = """\
@prefix form: <https://w3id.org/onrecord/scheme/form#> .
@prefix modality: <https://w3id.org/onrecord/scheme/modality#> .
@prefix polarity: <https://w3id.org/onrecord/scheme/polarity#> .
@prefix basis: <https://w3id.org/onrecord/scheme/basis#> .
@prefix amountkind: <https://w3id.org/onrecord/scheme/amount-kind#> .
@prefix status: <https://w3id.org/onrecord/scheme/status#> .
@prefix binding: <https://w3id.org/onrecord/scheme/bindingness#> .
"""

_OFFICES: Final = """\
@prefix org: <http://www.w3.org/ns/org#> .
@prefix office: <https://w3id.org/onrecord/scheme/office#> .
"""

_DEAL_CONCEPTS: Final = """\
@prefix dealkind: <https://w3id.org/onrecord/scheme/deal-kind#> .
@prefix role: <https://w3id.org/onrecord/scheme/role#> .
"""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_KINDS: Final = ("company", "person", "medium", "group", "product", "topic", "place", "event")


@dataclass(frozen=True, slots=True)
class NewArticle:
    """What is known of an article when its folder is made."""

    slug: str
    text: Article
    url: str
    publisher: str
    title: str
    language: str = "de"


def init_workspace(folder: Path, base: str, title: str) -> list[Path]:
    """Makes a workspace in an empty or new folder; `UsageError` where one is there already."""
    config = folder / CONFIG_NAME
    if config.exists():
        raise UsageError("is a workspace already", file=config, hint="choose another folder")
    if not base.endswith("/"):
        raise UsageError(f"the base {base!r} does not end in '/'", hint="append a slash")
    check_iri(base)
    values = {
        "base": json.dumps(base),
        "publisher": json.dumps(title, ensure_ascii=False),
        "title": json.dumps(title, ensure_ascii=False),
    }
    write_file(config, _CONFIG.format(**values).encode())
    write_file(folder / ".gitignore", b"/public\n/.public-*\n/.onrecord/\n")
    for name in ("entities", "articles", "questions"):
        write_file(folder / "kg" / name / ".gitkeep", b"")
    return sorted(p for p in folder.rglob("*") if p.is_file())


def new_article(workspace: Workspace, article: NewArticle) -> list[Path]:
    """Makes the folder of an article, and its medium where no file describes it yet."""
    if not is_slug(article.slug):
        raise UsageError(
            f"{article.slug!r} cannot be the slug of an article",
            hint="use lower-case letters a to z, digits and single hyphens",
        )
    folder = workspace.kg / "articles" / article.slug
    if folder.exists():
        raise UsageError("is there already", file=workspace.relative(folder), hint="another slug")
    if not _LANGUAGE.fullmatch(article.language):
        raise UsageError(
            f"{article.language!r} is no code of a language", hint="e.g. de, en, fr or pt-BR"
        )
    try:
        check_iri(article.url)
    except IdentityError as error:
        raise UsageError(
            f"{article.url!r} is no whole address", hint="with its scheme, e.g. https://…"
        ) from error
    medium = slug(article.publisher)
    if not medium:
        raise UsageError(f"{article.publisher!r} gives no name", hint="use letters or digits")
    written: list[Path] = []

    def write(path: Path, text: str) -> None:
        write_file(path, text.encode())
        written.append(path)

    names = workspace.config.names
    if names.iri("medium", medium) not in load(workspace).defined_in:
        path = workspace.kg / "entities" / f"medium-{medium}.ttl"
        write(path, _header(workspace) + _medium(medium, article.publisher))
    write(folder / "article.ttl", _header(workspace) + _OFFICES + _article(article, medium))
    write(folder / "statements.ttl", _statements(workspace, article.slug, article.language))
    deals = _header(workspace) + _DEAL_CONCEPTS + _own_statements(workspace, article.slug) + _DEALS
    write(folder / "deals.ttl", deals)
    return written


def restated(source: str, text: Article) -> str | None:
    """The text of an `article.ttl` with hash, length and paragraphs of another text; `None` where
    one of the three does not stand there once, as a person wrote it otherwise."""
    values = {
        r'(onr:textHash\s+)"[0-9a-f]{64}"': f'"{text.text_hash}"',
        r"(onr:textLength\s+)\d+": str(text.length),
        r"(onr:paragraphCount\s+)\d+": str(len(text.passages)),
    }
    for pattern, value in values.items():
        source, count = re.subn(pattern, rf"\g<1>{value}", source)
        if count != 1:
            return None
    return source


def renumbered(source: str, line: int, old: int, new: int) -> str | None:
    """The text of a source with another number of a paragraph in a line; `None` where the line has
    not the old one once, as a person wrote it otherwise."""
    lines = source.splitlines(keepends=True)
    changed, count = re.subn(rf"(onr:paragraph\s+){old}(?![\d.])", rf"\g<1>{new}", lines[line - 1])
    lines[line - 1] = changed
    return "".join(lines) if count == 1 else None


def _header(workspace: Workspace) -> str:
    names = workspace.config.names
    kinds = (*_KINDS, "article", "report", "deal", "dispute", "source")
    own = "".join(f"@prefix {kind}: <{names.base}{kind}/> .\n" for kind in kinds)
    return _PREFIXES + own


def _own_statements(workspace: Workspace, name: str) -> str:
    """The prefix of an article's statements, which its deals and disputes name as well."""
    return f"@prefix st: <{workspace.config.base}statement/{name}/> .\n"


def _medium(name: str, label: str) -> str:
    text = _quoted(label)
    return f"\nmedium:{name} a onr:NewsMedium ;\n    rdfs:label {text}@de , {text}@en .\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _article(article: NewArticle, medium: str) -> str:
    title, iri = _quoted(article.title), f"article:{article.slug}"
    rights = ("Der Text gehört seinem Verlag.", "The text belongs to its publisher.")
    author = f"{iri}\\#author"
    return f"""
{iri} a onr:Article ;
    rdfs:label {title}@de , {title}@en ;
    schema:url <{article.url}> ;
    dcterms:publisher medium:{medium} ;
    dcterms:language "{article.language}" ;
    dcterms:rights "{rights[0]}"@de , "{rights[1]}"@en ;
    onr:author {author} ;
    onr:textHash "{article.text.text_hash}" ;
    onr:textLength {article.text.length} ;
    onr:paragraphCount {len(article.text.passages)} .

{author} a onr:Agent ;
    rdfs:label "Autor oder Autorin des Artikels"@de , "author of the article"@en .

# An office that the text names, with its place there.
#
# person:…\\#ceo a org:Membership ;
#     org:member person:… ; org:organization company:… ; org:role office:ceo ;
#     onr:recordedIn {iri} ; onr:paragraph 1 ; onr:anchorPhrase "…"@{article.language} .
"""


def _statements(workspace: Workspace, name: str, language: str) -> str:
    """What is printed has the tag of the article's own language."""
    forms = _STATEMENTS.replace("SLUG", name).replace("LANGUAGE", language)
    forms = forms.replace("SUM", _SUM.get(language, "…"))
    return _header(workspace) + _CONCEPTS + _own_statements(workspace, name) + forms


_SUM: Final = {"de": "5 Millionen Euro", "en": "5 million euros"}


_STATEMENTS: Final = """
# One node per statement. Describe who says it, how, and where; never assert what is said.
#
# st:short-name a onr:Statement ;
#     rdfs:label "…"@de , "…"@en ;
#     onr:statedBy person:… ;
#     onr:onBehalfOf company:… ;
#     onr:recordedIn article:SLUG ;
#     onr:subject company:… ; onr:predicate onr:… ; onr:object … ;
#     onr:gloss "…"@de , "…"@en ;
#     onr:form form:indirect ; onr:modality modality:asserted ; onr:polarity polarity:affirmed ;
#     onr:paragraph 1 ; onr:anchorPhrase "…"@LANGUAGE .
#
# A sum as printed; “bis zu” is an upper bound (schema:maxValue), “mehrere Milliarden” is vague.
# st:short-name onr:amount st:short-name\\#amount .
# st:short-name\\#amount a onr:Amount ;
#     onr:amountKind amountkind:exact ; schema:value "5000000"^^xsd:decimal ;
#     schema:currency "EUR" ; onr:amountText "SUM"@LANGUAGE .
#
# A relation; basis:inferred needs an onr:reason in both languages.
# st:short-name\\#rel-other a onr:StatementRelation ;
#     onr:relationFrom st:short-name ; onr:relationType onr:respondsTo ; onr:relationTo report:… ;
#     onr:basis basis:explicit .
"""

_DEALS: Final = """
# A deal is a neutral referent with its parties; its amount and status are statements.
#
# deal:short-name a onr:Deal ;
#     rdfs:label "…"@de , "…"@en ;
#     onr:dealKind dealkind:investment ;
#     onr:recordedIn article:… ;
#     onr:hasParticipation deal:short-name\\#party-one , deal:short-name\\#party-two .
# deal:short-name\\#party-one a onr:Participation ; onr:participant company:… ; onr:role role:… .
#
# A dispute is one question that statements answer differently.
#
# dispute:short-name a onr:Dispute ;
#     rdfs:label "…"@de , "…"@en ;
#     onr:question "Wie steht es um …?"@de , "What is the status of …?"@en ;
#     onr:referent deal:short-name ; onr:aspect onr:dealStatus ;
#     onr:recordedIn article:… ;
#     onr:hasPosition st:one , st:other .
"""
