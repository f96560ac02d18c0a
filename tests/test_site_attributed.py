"""What a page says of somebody: never more than the statements behind it."""

import lxml.html
import pytest

from harbour import plain_site, site

pytestmark = pytest.mark.system


def html(path: str, more: str = "") -> lxml.html.HtmlElement:
    text = (site(more) if more else plain_site())[path]
    return lxml.html.document_fromstring(text)


def words(node: lxml.html.HtmlElement) -> str:
    """The text of an element with single spaces."""
    return " ".join(node.text_content().split())


PARTNERS = """
@prefix role: <https://w3id.org/onrecord/scheme/role#> .
@prefix dealkind: <https://w3id.org/onrecord/scheme/deal-kind#> .
deal:pact a onr:Deal ; rdfs:label "Bündnis"@de , "Pact"@en ; onr:dealKind dealkind:partnership ;
  onr:recordedIn article:harbour ; onr:hasParticipation deal:pact-a , deal:pact-b .
deal:pact-a a onr:Participation ; onr:participant company:moewe ; onr:role role:partner .
deal:pact-b a onr:Participation ; onr:participant company:stille ; onr:role role:partner .
deal:spree a onr:Deal ; rdfs:label "Ausgaben"@de , "Spending"@en ;
  onr:dealKind dealkind:investment ; onr:recordedIn article:harbour ;
  onr:hasParticipation deal:spree-a .
deal:spree-a a onr:Participation ; onr:participant company:moewe ; onr:role role:investor .
st:pact a onr:Statement ; rdfs:label "Bündnis"@de , "Pact"@en ; onr:statedBy person:ada-lund ;
  onr:about deal:pact , deal:spree ; onr:predicate onr:partnersWith ;
  onr:recordedIn article:harbour ; onr:paragraph 3 ; onr:modality modality:asserted ;
  onr:polarity polarity:affirmed .
"""


@pytest.mark.parametrize(
    ("folder", "neither", "nobody"),
    [
        ("", "Möwe Energie – Stille & Söhne keine Richtung genannt", "nicht genannt"),
        ("en/", "Möwe Energie – Stille & Söhne no direction named", "not named"),
    ],
)
def test_the_table_of_the_map_gives_no_direction_that_nobody_names(folder, neither, nobody):
    """Partners stand side by side, and who invests in something unnamed does not pay a deal."""
    tree = html(f"{folder}money-map.html", PARTNERS)
    rows = {words(r.xpath("./*[last()-3]/a")[0]): r for r in tree.xpath("//tr[@data-edge-row]")}
    pact = rows["Pact" if folder else "Bündnis"]
    assert words(pact.xpath("./th")[0]) == neither
    assert pact.xpath("./th/@colspan") == ["2"]
    spree = rows["Spending" if folder else "Ausgaben"]
    assert [words(c) for c in spree.xpath("./*")][:2] == ["Möwe Energie", nobody]
    paid = rows["Batteries for Möwe Energie" if folder else "Batterien für Möwe Energie"]
    assert [words(c) for c in paid.xpath("./*")][:2] == ["Kranwerk", "Möwe Energie"]


def test_deals_stand_with_the_firmest_first_and_who_gives_before_who_gets():
    """Hearsay comes last, so the first rows answer which deals are more than that."""
    more = (
        PARTNERS
        + """
    deal:cranes a onr:Deal ; rdfs:label "Kräne"@de , "Cranes"@en ; onr:dealKind dealkind:supply ;
      onr:recordedIn article:harbour ; onr:hasParticipation deal:cranes-a , deal:cranes-b .
    deal:cranes-a a onr:Participation ; onr:participant company:kranwerk ; onr:role role:supplier .
    deal:cranes-b a onr:Participation ; onr:participant company:moewe ; onr:role role:customer .
    """
    )
    rows = html("company/moewe.html", more).xpath("//section[@aria-labelledby='deals']//tbody/tr")
    assert [words(r.xpath("./th")[0]) for r in rows][-2:] == ["Batterien für Möwe Energie", "Kräne"]
    (cranes,) = html("deals.html", more).xpath("//tr[contains(., 'Kräne')]")
    assert words(cranes.xpath("./td")[0]) == "Möwe Energie, Kranwerk"


RELAYED = """
@prefix report: <https://example.org/kg/report/> .
@prefix medium: <https://example.org/kg/medium/> .
st:relayed a onr:Statement ; rdfs:label "Lund: kein Geld"@de , "Lund: no money"@en ;
  onr:gloss "Laut Hafenanzeiger klagte Lund."@de , "The Gazette says Lund complained."@en ;
  onr:statedBy person:ada-lund ; onr:accordingTo report:anzeiger ; onr:recordedIn article:harbour ;
  onr:paragraph 3 ; onr:form form:reported ; onr:modality modality:asserted ;
  onr:polarity polarity:affirmed .
"""


def test_what_only_a_report_puts_into_a_mouth_is_not_what_somebody_said_herself():
    """It stands in a section of its own and counts apart, also in lists and on the start page."""
    tree = html("person/ada-lund.html", RELAYED)
    tally = [words(li) for li in tree.xpath("//ul[@class='tally']/li")]
    assert tally[:2] == ["1 selbst gesagt", "1 nur laut Bericht gesagt"]
    heads = [words(h) for h in tree.xpath("//h2") if "Lund" in words(h)]
    assert heads[1:3] == ["Was Ada Lund sagt 1", "Was Ada Lund laut Berichten gesagt haben soll 1"]
    described = tree.xpath("string(//meta[@name='description']/@content)")
    assert described == "Ada Lund. Aussagen: 1 selbst gesagt, 1 nur laut Bericht gesagt."
    (listed,) = html("entities.html", RELAYED).xpath("//li[contains(., 'Ada Lund')]")
    assert words(listed) == "Ada Lund 1 selbst gesagt, 1 nur laut Bericht gesagt"
    asked = html("en/index.html", RELAYED).xpath("//li[contains(., 'Ada Lund')]")
    assert "1 mention, one statement in all" in words(asked[0]).replace("one mention", "1 mention")


def test_who_speaks_in_the_own_report_says_it_self():
    """A medium speaks through its report: nobody stands between."""
    tally = html("medium/anzeiger.html").xpath("//ul[@class='tally']/li")
    assert words(tally[0]) == "2 selbst gesagt"


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("statement/harbour/relayed.html", "Wer es laut Bericht sagt"),
        ("statement/harbour/lund-goes-on.html", "wer es sagt"),
        ("statement/harbour/gazette-paused.html", "wer es sagt"),
        ("en/statement/harbour/relayed.html", "Stated, as reported, by"),
    ],
)
def test_the_page_of_a_statement_tells_who_speaks_and_who_is_said_to(path, label):
    """The first line of the reading."""
    (first, *_) = html(path, RELAYED).xpath("//section[@aria-labelledby='reading']//dt")
    assert words(first).casefold() == label.casefold()


def test_what_the_article_tells_of_an_event_was_not_said_there():
    """The author was not at the visit; the sentence is about it."""
    more = """
    @prefix event: <https://example.org/kg/event/> .
    st:told a onr:Statement ; rdfs:label "Lund gereizt"@de , "Lund testy"@en ;
      onr:statedBy <https://example.org/kg/article/harbour#author> ; onr:occasion event:visit ;
      onr:recordedIn article:harbour ; onr:paragraph 2 ; onr:form form:editorial ;
      onr:modality modality:asserted ; onr:polarity polarity:affirmed .
    """
    heads = [words(h) for h in html("event/visit.html", more).xpath("//h2")]
    assert heads[:2] == ["Was dort gesagt wurde 1", "Was darüber gesagt wird 1"]


@pytest.mark.parametrize(
    ("path", "caption"),
    [
        (
            "person/ada-lund.html",
            "Wem Ada Lund antwortet oder widerspricht; "
            "durchgezogen: im Text ausgesprochen, gestrichelt: erschlossen.",
        ),
        (
            "en/company/kranwerk.html",
            "Whom Kranwerk has deals with, or is said to; the line shows how firm.",
        ),
    ],
)
def test_who_only_answers_is_not_said_to_have_a_quarrel_or_a_deal(path, caption):
    """The words under the picture are about what it draws, and about its lines."""
    assert words(html(path).xpath("//figcaption")[0]) == caption


def test_lists_begin_with_those_who_speak_and_the_sources_are_within_reach():
    """Companies, people and media before what is spoken of; each list is linked from the foot."""
    heads = html("entities.html").xpath("//section[@data-facet-group]/h2/text()")
    assert [h.strip() for h in heads] == [
        "Unternehmen",
        "Personen",
        "Medien",
        "Themen",
        "Orte",
        "Ereignisse",
    ]
    heads = html("sources.html").xpath("//section[@data-facet-group]/h2/text()")
    assert [h.strip() for h in heads] == ["Artikel", "Berichte", "Dokumente"]
    assert html("article/harbour.html").xpath("//footer//a[@href='../sources.html']")


@pytest.mark.parametrize(("polarity", "shown"), [("affirmed", True), ("negated", False)])
def test_a_status_that_somebody_negates_is_not_that_of_the_deal(polarity, shown):
    """“Has not failed” is drawn and listed without “failed”; else picture and tables have it."""
    more = (
        PARTNERS
        + f"""
    @prefix status: <https://w3id.org/onrecord/scheme/status#> .
    st:outcome a onr:Statement ; rdfs:label "Ausgang"@de , "Outcome"@en ;
      onr:statedBy person:ada-lund ; onr:about deal:pact ; onr:predicate onr:dealStatus ;
      onr:object status:failed ; onr:recordedIn article:harbour ; onr:paragraph 3 ;
      onr:modality modality:asserted ; onr:polarity polarity:{polarity} .
    """
    )
    tree = html("money-map.html", more)
    drawn = tree.xpath("//*[local-name()='svg'][@class='money']")[0].text_content()
    listed = words(tree.xpath("//tr[@data-edge-row][contains(., 'Bündnis')]")[0])
    own = words(html("company/moewe.html", more).xpath("//tr[contains(., 'Bündnis')]/th")[0])
    all_deals = words(html("deals.html", more).xpath("//tr[contains(., 'Bündnis')]/th")[0])
    assert ["gescheitert" in text for text in (drawn, listed, own, all_deals)] == [shown] * 4
