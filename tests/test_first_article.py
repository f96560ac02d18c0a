"""The eighteen places where a fast reader of the first article goes wrong, one test each."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from onrecord.graph import KnowledgeGraph
from onrecord.pipeline import prepare
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system

ROOT = Path(__file__).resolve().parents[1]
PREFIX = "PREFIX st: <https://w3id.org/onrecord/kg/statement/nvidia-openai/>\n"
AUTHOR = "<https://w3id.org/onrecord/kg/article/nvidia-openai#author>"
HERE = "onr:recordedIn article:nvidia-openai"
Ask = Callable[[str], bool]
Rows = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    """The whole graph of the project, with what is derived."""
    return prepare(Workspace.find(ROOT))


@pytest.fixture
def ask(graph: KnowledgeGraph) -> Ask:
    """Answers whether a pattern occurs in the graph."""
    return lambda pattern: bool(graph.query(f"{PREFIX}ASK {{ {pattern} }}"))


@pytest.fixture
def rows(graph: KnowledgeGraph) -> Rows:
    """Answers a SELECT query with sorted rows of short values: local names, bare literals."""

    def select(query: str) -> list[tuple[str, ...]]:
        result = graph.query(PREFIX + query)
        assert isinstance(result, ox.QuerySolutions)
        return sorted(tuple(_short(term) for term in row) for row in result)

    return select


def _short(term: object) -> str:
    value = str(getattr(term, "value", ""))
    if isinstance(term, ox.NamedNode):
        return value.rpartition("#" if "#" in value else "/")[2]
    return value


def column(found: list[tuple[str, ...]]) -> list[str]:
    """The only column of some rows."""
    return [cell for (cell,) in found]


def test_01_the_report_says_that_huang_criticised(ask: Ask, rows: Rows) -> None:
    """Paragraph 3 is the WSJ's claim about Huang: two nodes each, known through the report only,
    and nobody in the article confirms or denies it."""
    pairs = rows(
        f"""SELECT ?outer ?inner WHERE {{
            ?outer onr:embeds ?inner ; onr:paragraph 3 ; {HERE} ; onr:form form:reported ;
                onr:statedBy medium:wall-street-journal ; onr:subject person:jensen-huang ;
                onr:accordingTo report:wsj .
            ?inner onr:statedBy person:jensen-huang ; onr:accordingTo report:wsj . }}"""
    )
    assert pairs == [
        ("wsj-says-huang-concerned", "huang-competition"),
        ("wsj-says-huang-criticised", "huang-discipline"),
    ]
    direct = rows(
        f"""SELECT ?st WHERE {{ ?st onr:statedBy person:jensen-huang ; {HERE} ;
            onr:paragraph 3 . FILTER NOT EXISTS {{ ?st onr:accordingTo ?report }} }}"""
    )
    assert direct == []
    for inner in ("huang-discipline", "huang-competition"):
        assert not ask(f"?any onr:disputes|onr:restates|onr:qualifies st:{inner}")


def test_02_one_hundred_billion_is_three_things(rows: Rows) -> None:
    """A planned sum (2), an upper bound (4, 5) and a full sum never confirmed (4); the second
    direct quotation (7) names no amount."""
    found = rows(
        f"""SELECT ?p ?kind ?bound ?polarity ?modality WHERE {{
            ?st {HERE} ; onr:about deal:nvidia-openai-investment ; onr:paragraph ?p ;
                onr:amount ?a ; onr:polarity ?polarity ; onr:modality ?modality .
            ?a onr:amountKind ?kind ; ?bound ?n .
            FILTER(?bound IN (schema:value, schema:maxValue, schema:minValue)) }}"""
    )
    assert found == [
        ("2", "exact", "value", "affirmed", "planned"),
        ("4", "full-sum", "value", "negated", "asserted"),
        ("4", "upper-bound", "maxValue", "affirmed", "asserted"),
        ("5", "upper-bound", "maxValue", "affirmed", "asserted"),
    ]
    assert rows("SELECT ?a WHERE { ?st onr:paragraph 7 ; onr:amount ?a }") == []


def test_03_man_is_the_company_not_the_person(rows: Rows) -> None:
    """“Man” is NVIDIA in paragraph 4 and OpenAI in 9 and 11: the person speaks, the company is
    meant."""
    found = rows(
        f"""SELECT DISTINCT ?p ?speaker ?company WHERE {{
            ?st {HERE} ; onr:form form:indirect ; onr:paragraph ?p ; onr:statedBy ?speaker ;
                onr:onBehalfOf ?company }}"""
    )
    assert found == [("11", "sam-altman", "openai"), ("4", "jensen-huang", "nvidia")]
    reuters = rows(
        f"SELECT DISTINCT ?who WHERE {{ ?st {HERE} ; onr:accordingTo report:reuters ; "
        "onr:subject ?who }"
    )
    assert column(reuters) == ["openai"]


def test_04_openai_is_the_one_who_acts(rows: Rows) -> None:
    """OpenAI invites, looks for alternatives and commissions the chip."""
    found = rows(
        f"""SELECT DISTINCT ?p ?who WHERE {{ ?st {HERE} ; onr:predicate ?p ; onr:subject ?who .
            FILTER(?p IN (onr:invites, onr:seeksAlternativeTo, onr:commissions)) }}"""
    )
    assert found == [
        ("commissions", "openai"),
        ("invites", "openai"),
        ("seeksAlternativeTo", "openai"),
    ]


def test_05_wohl_hedges_purpose_and_date_only(ask: Ask, rows: Rows) -> None:
    """The Cerebras partnership is asserted; its purpose and its date are hedged; “erst 2028” is
    a not-before date."""
    found = rows(
        f"""SELECT ?p ?modality ?hedge WHERE {{
            ?st {HERE} ; onr:paragraph 9 ; onr:about deal:openai-cerebras-partnership ;
                onr:predicate ?p ; onr:modality ?modality .
            OPTIONAL {{ ?st onr:hedge ?hedge }} }}"""
    )
    assert found == [
        ("hasOutlook", "probable", "wohl"),
        ("partnersWith", "asserted", ""),
        ("servesPurpose", "probable", "wohl"),
    ]
    assert ask(
        """st:cerebras-first-fruits onr:time ?t . ?t onr:edtf "2028/.."^^edtf:EDTF ;
           onr:notBefore "2028-01-01"^^xsd:date . FILTER NOT EXISTS { ?t onr:notAfter ?d }"""
    )


def test_06_broadcom_is_hearsay_and_yet_concluded(rows: Rows) -> None:
    """The same author gives the order to Broadcom as hearsay in 9 and counts it among the
    partnerships concluded in 10, with Cerebras."""
    found = rows(
        f"""SELECT ?p ?modality WHERE {{ ?st {HERE} ; onr:statedBy {AUTHOR} ; onr:paragraph ?p ;
            onr:object company:broadcom ; onr:about deal:openai-broadcom-chip ;
            onr:modality ?modality }}"""
    )
    assert found == [("10", "asserted"), ("9", "hearsay")]
    others = rows("SELECT ?who WHERE { st:other-partnerships onr:object ?who }")
    assert column(others) == ["broadcom", "cerebras"]


def test_07_the_talks_are_a_negotiation_of_their_own(ask: Ask, rows: Rows) -> None:
    """The two companies are OpenAI and NVIDIA; their failed talks are a deal apart from the
    investment and in tension with Huang's announcements."""
    parties = rows(
        """SELECT ?who WHERE { deal:nvidia-openai-talks onr:dealKind dealkind:negotiation ;
           onr:hasParticipation/onr:participant ?who }"""
    )
    assert column(parties) == ["nvidia", "openai"]
    assert not ask("deal:nvidia-openai-investment ^onr:subject/onr:object status:failed")
    tense = rows("SELECT ?st WHERE { st:talks-failed onr:inTensionWith ?st }")
    assert column(tense) == [
        "huang-enormous-investment",
        "huang-investment-announced",
        "huang-record-investment",
    ]


def test_08_the_inference_focus_is_the_articles_own_claim(ask: Ask) -> None:
    """The focus on inference chips is NVIDIA's, in the indicative, the article answers for it,
    and a curator's note says that other accounts differ."""
    assert ask(
        f"""st:nvidia-inference-focus onr:statedBy {AUTHOR} ; onr:subject company:nvidia ;
            onr:object product:inference-chips ; onr:modality modality:asserted ;
            onr:givenAsReasonFor st:openai-dissatisfied ; onr:note ?note .
            FILTER(lang(?note) = "en" && CONTAINS(?note, "OpenAI's need"))"""
    )
    assert not ask("st:nvidia-inference-focus onr:accordingTo ?report")
    assert ask('product:inference-chips dcterms:description ?d . FILTER(CONTAINS(?d, "OWL"))')


def test_09_the_order_of_the_quotations_is_the_articles(ask: Ask, rows: Rows) -> None:
    """The invitation comes first and the enormous investment later, as the article tells it;
    background dates them otherwise, with sources of its own, and the difference is shown."""
    assert ask("st:huang-enormous-investment onr:follows st:huang-invited-direct")
    assert ask(f"st:second-quote-later onr:statedBy {AUTHOR} ; onr:paragraph 6")
    dated = rows(
        """SELECT ?bg ?date ?page WHERE { st:second-quote-later onr:inTensionWith ?bg .
           ?bg onr:origin origin:background ; onr:time/onr:edtf ?date ; onr:recordedIn ?page }"""
    )
    assert dated == [
        ("bg-huang-huge-investment", "2026-01-31", "fmt-huang-denies"),
        ("bg-huang-invited", "2026-02-01", "business-standard-huang"),
    ]


def test_10_what_background_says_otherwise_is_kept_apart(rows: Rows) -> None:
    """“Erst 2028” and the hope to become a customer differ from background sources: shown as
    tensions with a reason, never merged."""
    found = rows(
        f"""SELECT ?st ?bg WHERE {{ ?st onr:inTensionWith ?bg ; {HERE} .
            ?bg onr:origin origin:background .
            ?node onr:relationFrom ?bg ; onr:relationTo ?st ; onr:basis basis:inferred ;
                onr:reason ?reason ; onr:origin origin:background . FILTER(lang(?reason) = "de")
            FILTER(?st IN (st:cerebras-first-fruits, st:altman-large-customer)) }}"""
    )
    assert found == [
        ("altman-large-customer", "bg-altman-gigantic-customer"),
        ("cerebras-first-fruits", "bg-cerebras-stages"),
    ]


def test_11_a_translated_quotation_is_never_the_original(rows: Rows) -> None:
    """Each direct quotation carries a note that it is a German version, and no anchor takes in
    the line with the name."""
    direct = rows(f"SELECT ?st WHERE {{ ?st onr:form form:direct ; {HERE} }}")
    noted = rows(
        f"""SELECT ?st WHERE {{ ?st onr:form form:direct ; {HERE} ; onr:note ?n .
            FILTER(lang(?n) = "en" && CONTAINS(?n, "German version of English speech")) }}"""
    )
    assert len(direct) == 7
    assert noted == direct
    phrases = column(rows("SELECT ?a WHERE { ?st onr:form form:direct ; onr:anchorPhrase ?a }"))
    assert not [phrase for phrase in phrases if "Huang" in phrase or "CEO" in phrase]


def test_12_what_is_not_in_the_text_is_background_or_absent(ask: Ask) -> None:
    """Altman has no office and ChatGPT no maker; the publisher is background with a citation."""
    assert not ask("?m org:member person:sam-altman")
    assert not ask("product:chatgpt schema:manufacturer|schema:brand|schema:creator ?maker")
    assert ask(
        """?st onr:subject article:nvidia-openai ; onr:predicate onr:publishedBy ;
           onr:object medium:hardwareluxx ; onr:origin origin:background ; onr:recordedIn ?page .
           ?page schema:url ?address"""
    )


def test_13_lists_are_open_and_make_no_bilateral_deals(rows: Rows) -> None:
    """Eight investors, four chip makers and four service providers are examples of open groups;
    no deal between two of the eight follows from the group."""
    counted = rows(
        """SELECT ?group (COUNT(?member) AS ?n) WHERE {
           VALUES ?group { group:ai-investors group:chip-makers
                           group:data-centre-service-providers }
           ?group onr:openList true ; onr:namedMember ?member } GROUP BY ?group"""
    )
    assert counted == [
        ("ai-investors", "8"),
        ("chip-makers", "4"),
        ("data-centre-service-providers", "4"),
    ]
    involved = rows(
        """SELECT DISTINCT ?who WHERE { ?deal onr:hasParticipation/onr:participant ?who .
           group:ai-investors onr:namedMember ?who }"""
    )
    assert column(involved) == ["amd", "nvidia", "openai"]


def test_14_vague_amounts_have_no_number(rows: Rows) -> None:
    """“Mehrere hundert Milliarden” and “Milliardensummen” are vague, without a number; the first
    mixes what is spent with what is planned."""
    found = rows(
        f"""SELECT ?text ?number WHERE {{ ?st {HERE} ; onr:amount ?a .
            ?a onr:amountKind amountkind:vague ; onr:amountText ?text .
            OPTIONAL {{ ?a schema:value|schema:minValue|schema:maxValue ?number }} }}"""
    )
    assert found == [
        ("Milliardensummen", ""),
        ("Multi-Milliarden-Investitionen", ""),
        ("mehreren hundert Milliarden US-Dollar", ""),
    ]
    mixed = rows("SELECT ?m WHERE { st:hundreds-of-billions onr:modality ?m }")
    assert column(mixed) == ["asserted", "planned"]


def test_15_the_bubble_is_never_asserted_to_burst(ask: Ask, rows: Rows) -> None:
    """The bursting of the bubble is embedded in a sentence about media reports and merely
    possible; everything in the last two paragraphs is conditional."""
    assert ask(
        """st:bubble-reports-attacked onr:embeds ?inner . ?inner onr:subject topic:ai-bubble ;
           onr:statedBy group:bubble-warning-media ; onr:modality modality:possible"""
    )
    assert not ask(f"?st onr:subject topic:ai-bubble ; onr:statedBy {AUTHOR}")
    assert not ask("?st onr:subject topic:ai-bubble ; onr:modality modality:asserted")
    unconditional = rows(
        f"""SELECT ?st WHERE {{ ?st {HERE} ; onr:paragraph ?p . FILTER(?p IN (15, 16))
            FILTER NOT EXISTS {{ ?st onr:modality modality:conditional }}
            FILTER EXISTS {{ ?st a onr:Statement }} }}"""
    )
    assert unconditional == []


def test_16_judgements_are_statements_of_the_author(rows: Rows) -> None:
    """“Gereizt”, “gefühlt in Panik” and “fast schon gereizt” are the author's judgements."""
    found = rows(
        f"""SELECT ?p ?object ?hedge WHERE {{
            ?st {HERE} ; onr:statedBy {AUTHOR} ; onr:form form:editorial ; onr:paragraph ?p ;
                onr:predicate ?kind ; onr:object ?object . OPTIONAL {{ ?st onr:hedge ?hedge }}
            FILTER(?p IN (4, 8, 13) && ?kind IN (onr:reactsWith, onr:hasMood)
                   && lang(?object) = "de") }}"""
    )
    assert found == [("13", "fast gereizt", ""), ("4", "gereizt", ""), ("8", "Panik", "gefühlt")]


def test_17_whom_the_competition_presses_is_not_said(ask: Ask, rows: Rows) -> None:
    """Competitive pressure comes from Google and Anthropic; no statement says on whom."""
    found = rows("SELECT ?who WHERE { st:huang-competition onr:object ?who }")
    assert column(found) == ["anthropic", "google"]
    assert ask("st:huang-competition onr:subject topic:competitive-pressure")
    assert not ask("st:huang-competition onr:about|onr:mentions ?company")


def test_18_reuters_first_then_altman(ask: Ask, rows: Rows) -> None:
    """Reuters reports before OpenAI commented; Altman reacts after, all in indirect speech."""
    assert ask(
        "st:reuters-before-openai onr:subject report:reuters ; onr:predicate onr:happensBefore"
    )
    assert ask("st:altman-loves-nvidia onr:follows st:openai-dissatisfied")
    found = rows(
        f"""SELECT ?st ?form WHERE {{ ?st onr:statedBy person:sam-altman ; {HERE} ;
            onr:form ?form ; onr:respondsTo report:reuters }}"""
    )
    assert found == [
        ("altman-best-chips", "indirect"),
        ("altman-large-customer", "indirect"),
        ("altman-loves-nvidia", "indirect"),
    ]


def test_nobody_in_the_article_rejects_anything_expressly(ask: Ask, rows: Rows) -> None:
    """Announcing an investment does not say that a report of its standstill is wrong: a tension."""
    assert ask("st:huang-enormous-investment onr:inTensionWith st:wsj-on-ice")
    assert not ask(f"?st onr:disputes ?other ; {HERE}")


def test_what_is_denied_is_the_unhappiness_not_the_criticism(ask: Ask, rows: Rows) -> None:
    """Whoever denies being unhappy does not deny having criticised: a tension with what the WSJ
    says, which its reader is shown, and no dispute."""
    assert ask(
        """st:bg-huang-denies-unhappy onr:predicate onr:characterisedAs ;
            onr:object "unhappy with OpenAI"@en ; onr:polarity polarity:negated"""
    )
    assert not ask("?st onr:disputes ?other")
    found = rows("SELECT ?st WHERE { ?st onr:inTensionWith st:bg-huang-denies-unhappy }")
    assert column(found) == ["bg-wsj-says-discipline", "wsj-says-huang-criticised"]


@pytest.fixture(scope="module")
def anchored() -> Iterator[list[tuple[int, str]]]:
    """Paragraph and phrase of every anchor of the first article."""
    evidence = ROOT / "kg" / "articles" / "nvidia-openai" / "evidence.ttl"
    found: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=str(evidence)):
        name = getattr(quad.subject, "value", "").removesuffix("-quote")
        key = quad.predicate.value.rpartition("#")[2]
        found.setdefault(name, {})[key] = getattr(quad.object, "value", "")
    yield sorted(
        (int(facts["paragraph"]), facts["exact"]) for facts in found.values() if "exact" in facts
    )


def test_every_paragraph_is_covered(anchored: list[tuple[int, str]]) -> None:
    """All sixteen paragraphs have anchors, each of at most ten words and ninety characters."""
    assert {paragraph for paragraph, _ in anchored} == set(range(1, 17))
    assert [a for a in anchored if len(a[1]) > 90 or len(a[1].split()) > 10] == []


def test_the_guide_quotes_the_graph(graph: KnowledgeGraph) -> None:
    """Each triple in the worked examples of docs/curating.md stands in the graph; texts that the
    guide cuts short with an ellipsis are left out."""
    guide = (ROOT / "docs" / "curating.md").read_text(encoding="utf-8")
    prefixes = {
        **graph.names.prefixes,
        "st": "https://w3id.org/onrecord/kg/statement/nvidia-openai/",
    }
    head = "".join(f"@prefix {p}: <{ns}> .\n" for p, ns in prefixes.items())
    known = set(graph.triples())
    snippets = re.findall(r"```turtle\n(.*?)```", guide, re.DOTALL)
    triples = [
        quad.triple
        for snippet in snippets
        for quad in ox.parse(head + snippet, format=ox.RdfFormat.TURTLE)
    ]
    assert len(snippets) >= 8
    cut = [t for t in triples if "…" in str(t.object)]
    assert [t for t in triples if t not in known and t not in cut] == []
