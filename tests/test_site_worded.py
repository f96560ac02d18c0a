"""What pages say of a publication, in words that hold of any: its name, licence, text policy."""

import dataclasses
from functools import cache

import lxml.html
import pyoxigraph as ox
import pytest

from harbour import BASE, PREFIXES, plain_site, publication, site, vocabulary, workspace
from onrecord.graph import KnowledgeGraph
from onrecord.names import Names
from onrecord.publish.site import pages
from onrecord.publish.site.locale import read_locale
from onrecord.publish.site.press import licence_name
from onrecord.results import Results
from onrecord.workspace import Publisher, Workspace

pytestmark = pytest.mark.system

PAPER = Publisher(name="Hafenblatt", contact="mailto:post@example.org")
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


@cache
def elsewhere(policy: str = "anchors") -> dict[str, str]:
    """The pages of the harbour as another newsroom's."""
    old = workspace()
    config = dataclasses.replace(old.config, publisher=PAPER, data_license=CC0, text_policy=policy)
    moved = dataclasses.replace(publication(), workspace=Workspace(old.root, config))
    return {p: b.decode() for p, b in pages(moved) if p.endswith(".html")}


def text(source: str) -> str:
    """The words of a page with single spaces."""
    return " ".join(lxml.html.document_fromstring(source).text_content().split())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/de/", "CC BY-NC-SA 3.0"),
        (CC0, "CC0 1.0"),
        ("https://example.org/terms/", "example.org/terms"),
    ],
)
def test_a_licence_is_called_by_its_own_name(address, name):
    """The short name of Creative Commons; of any other licence the address."""
    assert licence_name(address) == name


@pytest.mark.parametrize("path", ["index.html", "en/index.html", "data.html", "en/about.html"])
def test_pages_carry_the_name_and_licence_of_the_publication(path):
    """No page of another newsroom is called onrecord or says CC BY 4.0."""
    page = lxml.html.document_fromstring(elsewhere()[path])
    assert page.findtext(".//title").endswith(" · Hafenblatt")
    assert page.xpath("//a[@class='brand']/span/text()") == ["Hafenblatt"]
    assert page.xpath("//meta[@property='og:site_name']/@content") == ["Hafenblatt"]
    assert {a.text for a in page.xpath("//footer//a[@rel='license']")} == {"CC0 1.0"}
    assert "CC BY" not in text(elsewhere()[path])


def test_the_about_page_tells_the_text_policy_that_holds():
    """Ten words are promised where anchors are the policy, and nowhere else."""
    assert "höchstens zehn Wörtern" in text(elsewhere()["about.html"])
    assert "ausgenommen wörtliche Zitate" in text(elsewhere("quotes")["about.html"])
    assert "höchstens" not in text(elsewhere("full")["about.html"])


def test_reports_of_errors_are_asked_for_where_somebody_takes_them():
    """Without an address nobody is told to write."""
    assert "Hinweise nimmt das Projekt hier entgegen: Fehler melden" in text(
        elsewhere()["about.html"]
    )
    assert "entgegen" not in text(plain_site()["about.html"])


GROUPS = """
@prefix group: <https://example.org/kg/group/> .
group:fishers a onr:Group ; rdfs:label "Fischer"@de , "fishers"@en .
st:angry a onr:Statement ; rdfs:label "Sie sind wütend"@de , "they are angry"@en ;
  onr:paragraph 1 ; onr:statedBy person:ada-lund ; onr:subject group:fishers ;
  onr:recordedIn article:harbour ; onr:predicate onr:hasMood ;
  onr:modality modality:asserted ; onr:polarity polarity:affirmed .
st:calm a onr:Statement ; rdfs:label "Sie ist ruhig"@de , "she is calm"@en ;
  onr:paragraph 1 ; onr:statedBy company:moewe ; onr:subject person:ada-lund ;
  onr:recordedIn article:harbour ; onr:predicate onr:hasMood ;
  onr:modality modality:asserted ; onr:polarity polarity:affirmed .
"""


@cache
def grouped() -> dict[str, str]:
    return site(GROUPS)


def test_a_heading_has_a_name_where_that_makes_a_sentence():
    """Persons, companies and media are named; of a group the words hold without its name."""
    assert "Was darüber gesagt wird" in text(grouped()["group/fishers.html"])
    assert "Was über Fischer" not in text(grouped()["group/fishers.html"])
    assert "What is said about Ada Lund" in text(grouped()["en/person/ada-lund.html"])


def test_a_person_is_no_thing():
    """What is said about somebody is not said about it."""
    assert "said about this person" in text(grouped()["en/person/ada-lund.html"])
    assert "said about it" in text(grouped()["en/group/fishers.html"])


OWN = """
@prefix medium: <https://example.org/kg/medium/> .
@prefix report: <https://example.org/kg/report/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
medium:bote a onr:NewsMedium ; rdfs:label "Der Bote"@de , "The Messenger"@en .
report:bote a onr:Report ; dcterms:publisher medium:bote ;
  rdfs:label "Bericht des Boten"@de , "report of the messenger"@en .
st:own a onr:Statement ; rdfs:label "Der Kai ist neu"@de , "the quay is new"@en ;
  onr:paragraph 1 ; onr:statedBy medium:bote ; onr:accordingTo report:bote ;
  onr:recordedIn article:harbour ; onr:modality modality:asserted ;
  onr:polarity polarity:affirmed .
st:others a onr:Statement ; rdfs:label "Er ist alt"@de , "it is old"@en ;
  onr:paragraph 1 ; onr:statedBy person:ada-lund ; onr:accordingTo report:bote ;
  onr:recordedIn article:harbour ; onr:modality modality:asserted ;
  onr:polarity polarity:affirmed .
"""


@pytest.mark.parametrize("path", ["statement/harbour/{}.html", "embed/statement/harbour/{}.html"])
def test_a_medium_is_not_named_twice_for_its_own_report(path):
    """It speaks in its own report; what others say there is according to that report."""
    made = site(OWN)
    assert "Der Bote im eigenen Bericht" in text(made[path.format("own")])
    assert "Ada Lund laut Bericht des Boten" in text(made[path.format("others")])


NAMED = """
company:zeta a onr:Company ; rdfs:label "Alster"@de , "Alster"@en .
company:eta a onr:Company ; rdfs:label "ADAC"@de , "ADAC"@en .
company:theta a onr:Company ; rdfs:label "alle Reeder"@de , "all shipowners"@en .
"""


def test_the_index_does_not_put_capitals_first():
    """Words come in their order, whatever their case."""
    page = lxml.html.document_fromstring(site(NAMED)["search.html"])
    names = [" ".join(a.text_content().split()) for a in page.xpath("//ul[@class='names']//a")]
    order = [n for n in names if n in ("Alster", "ADAC", "alle Reeder")]
    assert order == ["ADAC", "alle Reeder", "Alster"]


def test_the_legend_has_speech_from_direct_to_editorial():
    """In the order in which its sentence names the forms."""
    page = lxml.html.document_fromstring(plain_site()["en/legend.html"])
    forms = [it.removeprefix("f-") for it in page.xpath("//div[starts-with(@id, 'f-')]/@id")]
    assert forms == ["direct", "indirect", "reported", "editorial"]


def test_a_term_that_no_triple_has_is_not_counted():
    """It is said not to be used, rather than used 0 times."""
    shown = text(plain_site()["en/ontology/onrecord.html"])
    assert "not used in this graph" in shown
    assert "used 0 times" not in shown


BARE = """
article:sale a onr:Article ; rdfs:label "Verkauf"@de , "sale"@en ; onr:paragraphCount 1 .
"""


@cache
def bare(more: str = "") -> dict[str, str]:
    """The pages of a workspace that has just begun, with German as its one title."""
    names = Names(BASE)
    story = tuple(q.triple for q in ox.parse(PREFIXES + BARE + more, format=ox.RdfFormat.TURTLE))
    graphs = {names.graph("article", "sale"): story, names.graph("ontology"): vocabulary()}
    old = publication()
    config = dataclasses.replace(
        old.workspace.config, publisher=PAPER, description=old.workspace.config.title
    )
    made = dataclasses.replace(
        old,
        graph=KnowledgeGraph(names, graphs),
        workspace=Workspace(old.workspace.root, config),
    )
    return {p: b.decode() for p, b in pages(made) if p.endswith(".html")}


def test_a_workspace_that_has_just_begun_promises_nothing():
    """No list without items, no table without rows, no title said twice."""
    start = lxml.html.document_fromstring(bare()["index.html"])
    assert not start.xpath("//*[@class='asks'] | //p[@class='dek']")
    assert start.xpath("//p[@class='go']/a/@href") == ["article/sale.html"]
    assert not lxml.html.document_fromstring(bare()["money-map.html"]).xpath("//table")
    assert "Noch ist keine Aussage verzeichnet." in text(bare()["statements.html"])


ONE = """
st:sells a onr:Statement ; rdfs:label "Er verkauft"@de , "he sells"@en ;
  onr:paragraph 1 ; onr:statedBy person:ada-lund ; onr:recordedIn article:sale ;
  onr:modality modality:asserted ; onr:polarity polarity:affirmed .
person:ada-lund a onr:Person ; rdfs:label "Ada Lund"@de , "Ada Lund"@en .
"""


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("article/sale.html", "eine Aussage in einem Absatz, in eigenen Worten"),
        ("en/article/sale.html", "one statement in one paragraph, retold in our own words"),
        ("en/statements.html", "The one statement that is recorded."),
    ],
)
def test_one_is_said_in_the_singular(path, said):
    """Each count of a sentence has its own number."""
    assert said in text(bare(ONE)[path])


BACKGROUND = """
@prefix source: <https://example.org/kg/source/> .
@prefix origin: <https://w3id.org/onrecord/scheme/origin#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
st:sum a onr:Statement ; rdfs:label "Der Preis"@de , "the price"@en ;
  onr:statedBy company:moewe ; onr:recordedIn source:register ; onr:about deal:ferry ;
  onr:predicate onr:dealAmount ; onr:object st:sum-amount ; onr:amount st:sum-amount ;
  onr:time st:sum-time ; onr:origin origin:ORIGIN ;
  onr:modality modality:asserted ; onr:polarity polarity:affirmed .
st:sum-amount a onr:Amount ; schema:maxValue 5000000.0 ; schema:currency "EUR" ;
  onr:amountText "höchstens fünf Millionen Euro"@de .
st:sum-time a onr:TimeExpression ; onr:edtf "2026-07/2026-12" ;
  onr:timeText "zweites Halbjahr 2026"@de .
"""


def test_the_words_of_background_are_no_quotation():
    """A page in another language never printed them; what the article printed is quoted."""
    path = "en/statement/harbour/sum.html"
    background = site(BACKGROUND.replace("ORIGIN", "background"))[path]
    assert "up to 5 million EUR" in text(background)
    assert "July 2026 – December 2026" in text(background)
    assert "zweites Halbjahr" not in background and "fünf Millionen" not in background
    printed = site(BACKGROUND.replace("ORIGIN", "curated"))[path]
    assert "zweites Halbjahr 2026" in text(printed) and "fünf Millionen" in text(printed)


def test_a_citation_says_where_the_name_of_a_source_begins():
    """A title that begins with names is not read as more speakers."""
    german = text(plain_site()["statement/harbour/lund-goes-on.html"])
    assert "Nach: Ada Lund, in: " in german
    english = text(plain_site()["en/statement/harbour/lund-goes-on.html"])
    assert "According to Ada Lund, in: " in english


@pytest.mark.parametrize(
    ("kind", "content", "folder", "shown"),
    [
        (
            "deal",
            "negotiation: Alfa (partner), Beta (partner); failed",
            "",
            "Verhandlung: Alfa (Partner), Beta (Partner); gescheitert",
        ),
        (
            "deal",
            "supply: Alfa (customer); no-such-status",
            "en/",
            "supply: Alfa (customer); no-such-status",
        ),
        ("amount", "upper-bound USD max 100000000000", "", "Obergrenze, 100.000.000.000 USD"),
        ("mention", "company: Alfa", "", "Unternehmen: Alfa"),
        ("relation", "respondsTo: Alfa → Beta", "en/", "responds to: Alfa → Beta"),
        ("time", "relative", "", "relativ zum Tag des Erscheinens"),
    ],
)
def test_what_a_machine_proposed_is_told_in_the_words_of_the_page(kind, content, folder, shown):
    """The graph keeps the codes; a reader gets the names of the concepts."""
    made = site(f"""
    @prefix kind: <https://w3id.org/onrecord/scheme/proposal-kind#> .
    <https://example.org/kg/proposal/harbour/x> a onr:Proposal ; rdfs:label "x"@de , "x"@en ;
      onr:proposalKind kind:{kind} ; onr:proposedContent "{content}" .
    """)
    tree = lxml.html.document_fromstring(made[f"{folder}proposal/harbour/x.html"])
    assert tree.xpath("//section[@aria-labelledby='proposed']//dd")[0].text_content() == shown


def test_sizes_of_one_list_have_the_same_decimals():
    """A round megabyte is no exception."""
    read = read_locale(workspace(), "de", Results())
    assert [read.size(n) for n in (999, 1_000, 1_000_000, 1_149_000)] == [
        "999 B",
        "1,0 kB",
        "1,0 MB",
        "1,1 MB",
    ]
