"""What a reader learns from the pages: who, through whom, when, how much, counted alike."""

import re

import lxml.html
import pytest

from harbour import BASE, library, plain_site, publication, site
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.press import Press

pytestmark = pytest.mark.system

STATEMENT = "statement/harbour/lund-goes-on.html"


def html(path: str, more: str = "") -> lxml.html.HtmlElement:
    text = (site(more) if more else plain_site())[path]
    return lxml.html.document_fromstring(text)


def words(node: lxml.html.HtmlElement) -> str:
    """The text of an element with single spaces."""
    return " ".join(node.text_content().split())


def pen(language: str = "de", more: str = "") -> Pen:
    return Press(Edition(publication(more), library(more))).pen(language, 0)


DATES = """
st:dated a onr:TimeExpression ; onr:edtf "2026-02-01" ; onr:timeText "1. Februar 2026"@de .
st:open a onr:TimeExpression ; onr:edtf "2028/.." ; onr:timeText "erst 2028"@de .
"""


@pytest.mark.parametrize(
    ("language", "node", "shown"),
    [
        ("de", "dated", "1. Februar 2026"),
        ("en", "dated", "1 February 2026"),
        ("de", "open", "erst 2028 ab 2028"),
        ("en", "open", "erst 2028 from 2028"),
    ],
)
def test_a_time_is_a_date_of_the_language_once_and_never_a_code(language, node, shown):
    """The code of a date is for machines; a phrase that is the date is not said twice."""
    written = pen(language, DATES).time(BASE + "statement/harbour/" + node)
    assert written.striptags() == shown
    assert re.findall(r'datetime="([^"]*)"', written) == [
        "2028" if node == "open" else "2026-02-01"
    ]


TOLD = """
@prefix source: <https://example.org/kg/source/> .
@prefix report: <https://example.org/kg/report/> .
@prefix origin: <https://w3id.org/onrecord/scheme/origin#> .
report:bote a onr:Report ; rdfs:label "Bericht des Boten"@de , "report of the messenger"@en .
article:harbour onr:cites report:bote .
"""


def dated(report: str, day: str, polarity: str = "affirmed") -> str:
    """Background that gives the day of a report."""
    name = f"{report}-{polarity}"
    return f"""
st:{name} a onr:Statement ; rdfs:label "{name}"@de , "{name}"@en ; onr:statedBy company:moewe ;
  onr:recordedIn source:register ; onr:subject report:{report} ; onr:predicate onr:publishedOn ;
  onr:time st:{name}-time ; onr:form form:editorial ; onr:modality modality:asserted ;
  onr:polarity polarity:{polarity} ; onr:origin origin:background .
st:{name}-time a onr:TimeExpression ; onr:edtf "{day}" ; onr:timeText "{day}"@de .
"""


def first_told(more: str) -> list[str]:
    """The sentences of the timeline that say who reported first."""
    found = html("timeline.html", TOLD + more).xpath("//header[@class='head']/p[@class='neutral']")
    return [words(p) for p in found]


def test_the_timeline_says_who_reported_first():
    """By the days that background gives, whatever order the article has."""
    gazette, messenger = dated("anzeiger", "2026-02-03"), dated("bote", "2026-02-01")
    assert first_told(gazette + messenger) == [
        "Zuerst berichtete Bericht des Boten (2026-02-01 1. Februar 2026, laut Möwe Energie), "
        "danach Hafenanzeiger (2026-02-03 3. Februar 2026, laut Möwe Energie)."
    ]
    same = first_told(dated("anzeiger", "2026-02-01") + messenger)
    assert "am selben Datum" in same[0]


@pytest.mark.parametrize(
    "more",
    [
        "",
        dated("anzeiger", "2026-02-03"),
        dated("anzeiger", "2026-02-03") + dated("bote", "2026"),
        dated("anzeiger", "2026-02-03") + dated("bote", "2026-02-01", "negated"),
    ],
)
def test_nobody_is_first_where_a_report_has_no_day(more):
    """A report that nobody dates, or not to the day, may have been the first."""
    assert first_told(more) == []


def test_a_report_shows_who_dates_it_and_where():
    """The day, whoever gives it, and the source in which that stands."""
    facts = html("report/anzeiger.html", TOLD + dated("anzeiger", "2026-02-03")).xpath("//dl")[0]
    assert "3. Februar 2026" in facts.text_content()
    links = facts.xpath(".//@href")
    assert "../statement/harbour/anzeiger-affirmed.html" in links
    assert "../source/register.html" in links


def test_background_is_known_through_its_source_and_never_through_the_article():
    """The page of a statement says where it is from as the statement is marked."""
    known = "string(//dt[.='bekannt durch']/following-sibling::dd)"
    assert html("statement/harbour/register-entry.html").xpath(known) == "Schiffsregister"
    assert html(STATEMENT).xpath(known) == "den Artikel selbst"
    gazette = html("statement/harbour/gazette-paused.html").xpath(known)
    assert gazette == "Bericht des Hafenanzeigers"


UNSETTLED = """
deal:pier a onr:Deal ; rdfs:label "Pier"@de , "Pier"@en ; onr:recordedIn article:harbour .
st:invests a onr:Statement ; rdfs:label "Sie zahlt"@de , "It pays"@en ; onr:paragraph 1 ;
  onr:statedBy person:ada-lund ; onr:about deal:pier ; onr:predicate onr:investsIn ;
  onr:recordedIn article:harbour ;
  onr:modality modality:asserted ; onr:polarity polarity:affirmed .
st:likes a onr:Statement ; rdfs:label "Sie mag es"@de , "It likes it"@en ; onr:paragraph 1 ;
  onr:statedBy person:ada-lund ; onr:about deal:pier ; onr:predicate onr:appreciates ;
  onr:recordedIn article:harbour ;
  onr:modality modality:asserted ; onr:polarity polarity:affirmed .
"""


def status_of(more: str) -> str:
    return words(html("deal/pier.html", more).xpath("//section[@aria-labelledby='status']")[0])


def test_a_deal_of_whose_status_nobody_speaks_shows_what_puts_it():
    """What the list of deals counts stands on the page; what only speaks of it if nothing does."""
    both = status_of(UNSETTLED)
    assert "stellen das Geschäft selbst hin" in both
    assert "Sie zahlt" in both
    assert "Sie mag es" not in both
    spoken = status_of(UNSETTLED.replace("onr:investsIn", "onr:appreciates"))
    assert "handeln davon" in spoken
    assert "Sie mag es" in spoken
