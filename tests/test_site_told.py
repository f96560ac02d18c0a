"""What a reader learns from the pages: who, through whom, when, how much, counted alike."""

import dataclasses
import marshal
import re
from pathlib import Path

import lxml.html
import pytest

from harbour import BASE, library, plain_site, publication, site
from onrecord.publish.site import pages, plan
from onrecord.publish.site.contexts.asking import answer_table
from onrecord.publish.site.contexts.pictured import card_words
from onrecord.publish.site.edition import Edition, _packed, _unpacked
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.press import Press
from onrecord.questions import Question
from onrecord.report import Finding
from onrecord.validate import Report
from onrecord.views.records import Iri, Number, Text
from onrecord.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
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
        "Zuerst berichtete Bericht des Boten: 2026-02-01 1. Februar 2026, laut Möwe Energie; "
        "danach Hafenanzeiger: 2026-02-03 3. Februar 2026, laut Möwe Energie."
    ]
    (asked,) = html("index.html", TOLD + gazette + messenger).xpath("//li[contains(., 'zuerst')]")
    assert words(asked).endswith("Bericht des Boten, laut Möwe Energie am 1. Februar 2026")
    same = dated("anzeiger", "2026-02-01") + messenger
    assert "am selben Datum" in first_told(same)[0]
    (asked,) = html("index.html", TOLD + same).xpath("//li[contains(., 'zuerst')]")
    assert words(asked).endswith("Zeitleiste: wie erzählt, wie datiert")


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
    assert "sprechen vom Geschäft selbst" in both
    assert "Sie zahlt" in both
    assert "Sie mag es" not in both
    spoken = status_of(UNSETTLED.replace("onr:investsIn", "onr:appreciates"))
    assert "handeln davon" in spoken
    assert "Sie mag es" in spoken


BOUNDS = """
st:over a onr:Amount ; schema:currency "EUR" ; schema:minValue 40000000.0 ; onr:exclusive true .
st:least a onr:Amount ; schema:currency "EUR" ; schema:minValue 40000000.0 .
st:below a onr:Amount ; schema:currency "EUR" ; schema:maxValue 40000000.0 ; onr:exclusive true .
"""


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", ["über 40 Mio. EUR", "mindestens 40 Mio. EUR", "unter 40 Mio. EUR"]),
        ("en", ["more than 40 million EUR", "at least 40 million EUR", "less than 40 million EUR"]),
    ],
)
def test_a_bound_that_is_left_out_is_not_said_to_be_reached(language, shown):
    """“Over” is no “at least”: who denies “over 40” has not denied 40."""
    writer = pen(language, BOUNDS)
    nodes = [BASE + "statement/harbour/" + name for name in ("over", "least", "below")]
    assert [writer.money_text(node).replace("\xa0", " ") for node in nodes] == shown


def counted(items: list[lxml.html.HtmlElement]) -> list[int]:
    return [int(n) for item in items for n in re.findall(r"\d+", words(item))]


def test_lists_count_as_the_pages_that_they_link_to():
    """What somebody says in its own cause stands on its page once, so it counts once."""
    more = """
    st:own a onr:Statement ; rdfs:label "Lund über sich"@de , "Lund on herself"@en ;
      onr:statedBy person:ada-lund ; onr:subject person:ada-lund ; onr:recordedIn article:harbour ;
      onr:paragraph 3 ; onr:modality modality:asserted ; onr:polarity polarity:affirmed .
    """
    for path in ("entities.html", "sources.html", "en/entities.html"):
        pages = site(more)
        for item in html(path, more).xpath("//li[@data-item]"):
            (address,) = item.xpath("./a/@href")
            folder = "en/" if path.startswith("en/") else ""
            tree = lxml.html.document_fromstring(pages[folder + address])
            heads = tree.xpath("//h2[@id!='mentioned']/*[@class='count']")
            if not address.startswith("article/"):
                assert counted(item.xpath("./*[@class='hint']")) == counted(heads), address
    (lund,) = html("entities.html", more).xpath("//li[contains(., 'Ada Lund')]")
    assert words(lund) == "Ada Lund 2 selbst gesagt"


def test_the_head_of_a_list_is_in_the_plural():
    """Every kind that the package lists has a word for many in both languages."""
    heads = [words(h) for h in html("entities.html").xpath("//section[@data-facet-group]/h2")]
    assert "Unternehmen 3" in heads
    assert "Ereignisse 1" in heads
    assert "Documents 1" in [words(h) for h in html("en/sources.html").xpath("//h2")]


def test_one_is_no_plural():
    """One dispute and one deal are not “1 disputes”."""
    for folder, shown in (("", ["1 Geschäft", "1 Streitpunkt"]), ("en/", ["1 deal", "1 dispute"])):
        tally = html(f"{folder}company/kranwerk.html").xpath("//ul[@class='tally']/li")
        assert [words(li) for li in tally][-2:] == shown


def test_what_was_said_at_an_event_is_not_what_mentions_it():
    """The page of an event heads what was said there as that."""
    heads = [words(h) for h in html("en/event/visit.html").xpath("//h2")]
    assert heads[0] == "What was said there 1"
    assert words(html("en/place/hafen.html").xpath("//h2")[0]).startswith("Where ")


def test_the_start_page_says_that_a_statement_counts_twice():
    """The figures of the modalities may add up to more than there are statements."""
    more = "st:lund-goes-on onr:modality modality:planned ."
    shown = "Eine Aussage ist zweifach eingeordnet"
    assert shown in html("index.html", more).text_content()
    assert shown not in html("index.html").text_content()


def test_the_start_page_shows_four_answers_of_a_voice_and_counts_the_others():
    """A voice with much to say does not fill the page; nothing is left out in silence."""
    names = [f"st:again-{n}" for n in range(6)]
    more = f"dispute:status onr:hasPosition {', '.join(names)} .\n"
    for name in names:
        more += (
            f"{name} a onr:Statement ; rdfs:label 'Aussage'@de , 'Statement'@en ;"
            " onr:statedBy person:lund ; onr:gloss 'Es geht.'@de , 'It goes.'@en ;"
            " onr:modality modality:asserted .\n"
        )
    found = html("en/index.html", more).xpath("//div[@class='position']")
    assert sorted(len(f.xpath(".//li")) for f in found) == [1, 1, 4]
    told = [words(p) for f in found for p in f.xpath(".//p[@class='more']")]
    assert told == ["2 more statements"]


def test_a_dispute_of_one_voice_is_called_that():
    """Where nobody answers anybody, no different voices are promised."""
    more = """
    dispute:alone a onr:Dispute ; rdfs:label "Allein?"@de , "Alone?"@en ;
      onr:question "Was gilt?"@de , "What holds?"@en ; onr:referent deal:silent ;
      onr:hasPosition st:lund-goes-on .
    """
    shown = "Spannung innerhalb einer Stimme"
    briefs = html("disputes.html", more).xpath("//section[@class='brief']")
    assert [shown in words(b) for b in briefs] == ["Was gilt?" in words(b) for b in briefs]
    assert shown in html("dispute/alone.html", more).text_content()
    assert shown not in html("dispute/status.html", more).text_content()


DENIED = """
st:lund-denies a onr:Statement ; rdfs:label "Lund bestreitet"@de , "Lund denies"@en ;
  onr:gloss "Neunzig Millionen seien es nie gewesen."@de , "It never was ninety million."@en ;
  onr:statedBy person:ada-lund ; onr:recordedIn article:harbour ; onr:about deal:batteries ;
  onr:predicate onr:dealAmount ; onr:paragraph 3 ; onr:form form:direct ;
  onr:modality modality:asserted ; onr:polarity polarity:negated ; onr:amount st:lund-sum .
st:lund-sum a onr:Amount ; schema:currency "EUR" ; schema:value 90000000.0 .
"""


def test_a_shared_deal_says_who_names_a_sum_and_who_denies_one():
    """The picture of a deal never shows a sum that nobody stands for."""
    page = plan(publication(DENIED))["deal/batteries.html"].page
    assert page is not None
    _, headline, foot, _ = card_words(page, pen(more=DENIED))
    assert headline.replace("\xa0", " ") == (
        "Batterien für Möwe Energie. Hafenanzeiger: 40 Mio. EUR, vom Hörensagen. "
        "Ada Lund: Neunzig Millionen seien es nie gewesen."
    )
    assert "EUR" not in foot


@pytest.mark.parametrize("path", ["deals.html", "money-map.html", "company/kranwerk.html"])
def test_tables_of_deals_name_a_denied_sum_as_one(path):
    """It stands apart from those that somebody affirms."""
    cells = html(path, DENIED).xpath("//td[contains(., '90')]")
    assert cells
    assert all("in verneinter Aussage: 90 Mio. EUR" in words(c) for c in cells)


QUERY = """SELECT ?inTheArticle WHERE {
  ?st onr:statedBy/rdfs:label ?inTheArticle FILTER(lang(?inTheArticle) = "de") }"""


@pytest.mark.parametrize(("language", "head"), [("de", "im Artikel"), ("en", "in the article")])
def test_a_question_is_asked_and_headed_in_the_language_of_the_page(language, head):
    """Names of variables are no headings, and names of things come in the reader's language."""
    told = {"de": "Wer?", "en": "Who?"}
    question = Question(
        1, "who", told, told, QUERY, ("inTheArticle",), (), "kg/questions/01-who.rq"
    )
    asking = dataclasses.replace(publication(), questions=(question,))
    edition = Edition(asking, library())
    pen = Press(edition).pen(language)
    shown = lxml.html.fragment_fromstring(answer_table(pen, *edition.answer(question, language)))
    assert [words(cell) for cell in shown.xpath(".//th")] == [head]
    assert shown.xpath(".//td") and not shown.xpath(".//td//@lang")
    assert f'= "{language}")' in question.asked_in(language)


def test_what_a_rule_saw_is_said_in_german_too():
    """The graph has it in English; every rule that this publication shows has German words."""
    text = (ROOT / "kg/articles/nvidia-openai/extracted.ttl").read_text(encoding="utf-8")
    rules = set(re.findall(r'onr:generatedByRule "([^"]+)"', text))
    assert len(rules) > 10
    shown = {rule: str(pen().ground(rule, Text("seen"))) for rule in rules}
    assert [rule for rule, words in shown.items() if words == "seen"] == []
    assert str(pen("en").ground("de-sollen@1", Text("seen"))) == "seen"


def test_a_long_number_of_an_answer_is_set_in_groups():
    """A number of more than four digits; an identifier that is a text keeps its digits."""
    rows = [{"a": Number("100000000000"), "b": Text("0001045810"), "c": Number("2026")}]
    shown = lxml.html.fragment_fromstring(answer_table(pen(), ["a", "b", "c"], rows))
    assert [words(c) for c in shown.xpath(".//td")] == ["100.000.000.000", "0001045810", "2026"]


def test_what_an_answer_is_made_of_is_the_same_after_it_was_kept():
    """IRI, number and text with its language, as another build takes them from the last one."""
    row = {"a": Iri(BASE), "b": Number("1"), "c": Text("eins", "de"), "d": Text("2")}
    columns, (kept,) = _unpacked(marshal.loads(marshal.dumps(_packed((["a"], [row])))))
    assert columns == ["a"]
    assert kept == row
    assert {k: (type(v), getattr(v, "language", None)) for k, v in kept.items()} == {
        k: (type(v), getattr(v, "language", None)) for k, v in row.items()
    }


def test_whoever_takes_corrections_is_named_where_there_is_an_address():
    """At the foot of every page and beside the words about corrections; nowhere without one."""
    assert "Fehler melden" not in words(html("about.html"))
    made = publication()
    config = made.workspace.config
    publisher = dataclasses.replace(config.publisher, contact="mailto:fehler@example.org")
    reachable = Workspace(made.workspace.root, dataclasses.replace(config, publisher=publisher))
    shown = dict(pages(dataclasses.replace(made, workspace=reachable)))
    for path, times in (("about.html", 2), (STATEMENT, 1)):
        tree = lxml.html.document_fromstring(shown[path].decode())
        links = tree.xpath("//a[@href='mailto:fehler@example.org']")
        assert [words(link) for link in links] == ["Fehler melden"] * times


def test_a_finding_names_what_it_concerns_once():
    """The focus node has a column of its own, so its name does not begin the message too."""
    focus = BASE + "company/kranwerk"
    finding = Finding("info", focus, "company:kranwerk: No identifier.", "identified", "Keine.")
    told = dataclasses.replace(publication(), report=Report([finding]))
    for path, message in (("quality.html", "Keine."), ("en/quality.html", "No identifier.")):
        shown = dict(pages(told))[path].decode()
        (row,) = lxml.html.document_fromstring(shown).xpath("//tr[@class='s-info']")
        assert words(row.xpath("td")[1]).startswith(message)


TWICE = """
<https://example.org/kg/statement/harbour/lund-goes-on#again> a onr:StatementRelation ;
    onr:relationFrom st:lund-goes-on ; onr:relationType onr:inTensionWith ;
    onr:relationTo st:gazette-paused ; onr:reason "Beides zugleich geht nicht."@de ,
        "Both cannot be at once."@en .
"""


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_statement_related_twice_has_one_card(folder):
    """Each relation says its kind and its reason; what it leads to is shown once."""
    tree = html(f"{folder}{STATEMENT}", TWICE)
    rows = [row for row in tree.xpath("//*[@class='relations']/li") if len(row.xpath("p")) > 1]
    row = next(row for row in rows if "gazette-paused" in "".join(row.xpath(".//@href")))
    assert len(row.xpath("p[contains(@class, 'relation')]")) == 2
    assert len(row.xpath("./article | ./div | ./*[contains(@class, 'card')]")) == 1
    reasons = row.xpath("p[@class='reason']")
    assert len({words(reason) for reason in reasons}) == 2
    single = html(f"{folder}{STATEMENT}").xpath("//*[@class='relations']/li")
    assert len(tree.xpath("//*[@class='relations']/li")) == len(single)
