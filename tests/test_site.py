"""The website: deterministic, linked, safe and readable, also with bad or missing input."""

import io
import itertools
import json
import re
import tomllib
from pathlib import Path
from urllib.parse import unquote, urljoin

import lxml.etree
import lxml.html
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import onrecord.extract
from harbour import BASE, library, plain_site, publication, site, workspace
from onrecord.names import ONR, SCHEME
from onrecord.publish.site import pages, plan
from onrecord.publish.site.contexts.chronicle import date_words, shape_of
from onrecord.publish.site.edition import Edition
from onrecord.publish.site.escaping import safe_url
from onrecord.publish.site.marks import LINES
from onrecord.publish.site.pen import Pen
from onrecord.publish.site.pictures import card
from onrecord.publish.site.press import Press
from onrecord.views.records import Text

pytestmark = pytest.mark.system

STATEMENT = "statement/harbour/lund-goes-on.html"
RDF_FILES = re.compile(r"\.(?:ttl|jsonld|nt|rdf|trig|nq|json|txt|xml|atom)$")


def html(path: str, more: str = "") -> lxml.html.HtmlElement:
    text = (site(more) if more else plain_site())[path]
    return lxml.html.document_fromstring(text)


def text_of(path: str, more: str = "") -> str:
    return " ".join(html(path, more).xpath("string(//main)").split())


def pen(language: str = "de", depth: int = 0, more: str = "") -> Pen:
    made = publication(more)
    return Press(Edition(made, library(more))).pen(language, depth)


def test_pages_come_sorted_and_the_same_from_any_order_of_triples():
    """Two builds from shuffled triples give the same paths and bytes; the script with the graph
    comes first, and what shows the dumps, which may still be under way, last."""
    one = list(pages(publication()))
    other = list(pages(publication(seed=3)))
    paths = [path for path, _ in one]
    last = ["en/quality.html", "quality.html", "data.html", "en/data.html"]
    first = ["assets/graph-data.js"]
    assert paths == [*first, *sorted({*paths} - {*first, *last}), *last]
    different = [a[0] for a, b in zip(one, other, strict=True) if a != b]
    assert different == []


def test_every_document_has_a_page_in_every_language():
    """Also named graphs, schemes and the ontology."""
    found = library()
    for path in found.paths.values():
        assert f"{path}.html" in plain_site()
        assert f"en/{path}.html" in plain_site()


def test_every_link_leads_to_a_page_and_a_place_on_it():
    """Relative links resolve inside the publication, fragments to ids; RDF is written elsewhere."""
    every = plain_site()
    trees = {p: lxml.html.document_fromstring(t) for p, t in every.items() if p.endswith(".html")}
    ids = {p: set(t.xpath("//@id")) for p, t in trees.items()}
    assets = set(plan(publication()))
    broken = []
    for path, tree in trees.items():
        for url in tree.xpath("//@href | //@src | //@action"):
            target, _, fragment = urljoin(BASE + path, url).partition("#")
            inside = unquote(target.removeprefix(BASE))
            if "://" in url or RDF_FILES.search(inside):
                continue
            inside = inside + "index.html" if inside.endswith("/") or not inside else inside
            if inside not in assets or (fragment and fragment not in ids[inside]):
                broken.append((path, url))
    assert broken == []


def test_every_page_has_what_belongs_into_its_head():
    """Language, title, policy, canonical, languages, alternates, licence, what to cite, JSON-LD."""
    for path, text in plain_site().items():
        if not path.endswith(".html"):
            continue
        tree = lxml.html.document_fromstring(text)
        assert tree.get("lang") == ("en" if path.startswith("en/") else "de"), path
        assert len(tree.xpath("//head/title")) == 1, path
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe-inline" not in policy, path
        assert sorted(tree.xpath("//link[@hreflang]/@hreflang")) == ["de", "en", "x-default"], path
        for rel in ("canonical", "describedby", "license", "cite-as"):
            assert len(tree.xpath(f"//link[@rel='{rel}']")) == 1, (path, rel)
        assert tree.xpath("//link[@rel='alternate'][@type='text/turtle']"), path


def test_no_page_has_an_inline_script_a_handler_or_a_style():
    """The policy would block them; data blocks are JSON only."""
    for path, text in plain_site().items():
        if path.endswith(".html"):
            tree = lxml.html.document_fromstring(text)
            kinds = set(tree.xpath("//script[not(@src)]/@type"))
            assert kinds <= {"application/ld+json", "application/json"}, path
            assert not tree.xpath("//script[not(@src)][not(@type)] | //@style | //style"), path
            assert not [a for a in tree.xpath("//@*") if a.attrname.startswith("on")], path


def test_headings_go_down_one_level_at_a_time_from_a_single_first_one():
    """A screen reader's outline has no gaps."""
    for path, text in plain_site().items():
        if path.endswith(".html"):
            tree = lxml.html.document_fromstring(text)
            levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3", "h4")]
            assert levels[0] == 1, path
            assert levels.count(1) == 1, path
            assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (path, levels)


def test_ids_are_unique():
    """Also those of the folded triples."""
    for path, text in plain_site().items():
        if path.endswith(".html"):
            ids = lxml.html.document_fromstring(text).xpath("//@id")
            assert len(ids) == len(set(ids)), path


def test_embedded_json_ld_is_a_subset_of_the_graph():
    """And no text in it can end its script element."""
    made = publication()
    known = {str(q.triple) for q in made.graph.store}
    for path, text in plain_site().items():
        if path.endswith(".html"):
            for block in lxml.html.document_fromstring(text).xpath(
                "//script[@type='application/ld+json']/text()"
            ):
                found = list(ox.parse(block, format=ox.RdfFormat.JSON_LD))
                assert found, path
                assert {str(q.triple) for q in found} <= known, path


def test_the_folded_listing_is_the_turtle_of_the_document():
    """Copied as text, it parses to exactly the document's triples."""
    iri = BASE + "statement/harbour/lund-goes-on"
    listing = html(STATEMENT).xpath("string(//*[@id='turtle'])")
    found = {q.triple for q in ox.parse(listing, format=ox.RdfFormat.TURTLE)}
    assert found == set(publication().graph.documents[iri].triples)


PEN = pen()


@given(st.text(max_size=60))
def test_no_text_breaks_out_of_its_markup(text):
    """Whatever a text holds, it is shown as text; controls of direction are isolated."""
    shown = str(PEN.tagged(Text(text, "de")))
    assert re.fullmatch(r"(?:<bdi>)?[^<>\"']*(?:</bdi>)?", shown)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown) or shown.startswith("<bdi>")


@given(st.text(max_size=60))
def test_no_address_becomes_a_dangerous_link(url):
    """A link has an allowed scheme and stays inside of its attribute."""
    shown = str(PEN.outside(url))
    links = re.findall(r'href="([^"]*)"', shown)
    assert all(re.match(r"(?i)(?:https?|mailto):", link) for link in links)
    assert shown.count("<") == 2


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\\u202Eabc'


def test_hostile_texts_stay_texts_on_every_page():
    """A label, gloss and address with markup add no element anywhere."""
    more = f"""
company:kranwerk rdfs:label "{HOSTILE.replace('"', chr(92) + '"')}"@de ;
  schema:url <javascript:alert(1)> .
company:odd a onr:Company ; rdfs:label "{HOSTILE.replace('"', chr(92) + '"')}"@de ,
  "{HOSTILE.replace('"', chr(92) + '"')}"@en ; schema:url <javascript:alert(1)> .
st:odd a onr:Statement ; onr:statedBy company:odd ; onr:recordedIn article:harbour ;
  onr:gloss "{HOSTILE.replace('"', chr(92) + '"')}"@de ; onr:paragraph 1 ; onr:subject company:odd ;
  onr:modality modality:asserted ; onr:polarity polarity:affirmed .
"""
    for path, text in site(more).items():
        if path.endswith(".html"):
            tree = lxml.html.document_fromstring(text)
            assert not tree.xpath("//img | //@onerror"), path
            assert not [u for u in tree.xpath("//@href") if u.lower().startswith("java")], path
            for node in tree.iter():
                if isinstance(node.tag, str) and "\u202e" in (node.text or ""):
                    assert node.tag in ("bdi", "script"), (path, node.tag)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/", True),
        ("http://a.example/", True),
        ("mailto:a@b.example", True),
        ("javascript:alert(1)", False),
        (" java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://[", False),
    ],
)
def test_links_lead_only_to_allowed_schemes(url, kept):
    """http, https and mailto; anything else is shown as text."""
    assert (safe_url(url) is not None) is kept


def test_a_text_that_is_missing_in_one_language_is_shown_in_the_other_and_marked():
    """A German gloss on an English page says that it is German."""
    more = 'st:de-only a onr:Statement ; onr:gloss "Nur deutsch."@de ; onr:paragraph 1 .'
    tree = html("en/statement/harbour/de-only.html", more)
    assert tree.xpath("//h1//*[@lang='de']/text()") == ["Nur deutsch."]


def test_an_entity_with_no_statements_says_so():
    """An empty page explains itself."""
    assert "keine Aussage verzeichnet" in text_of("company/stille.html")


def test_an_empty_dispute_says_so():
    """No positions, no matrix, no failure."""
    more = 'dispute:empty a onr:Dispute ; onr:question "Was?"@de ; onr:referent deal:batteries .'
    assert "keine Position verzeichnet" in text_of("dispute/empty.html", more)
    assert "dispute/empty.html" in site(more)["disputes.html"]


def test_a_deal_without_amount_party_or_statement_says_so():
    """The silent deal is shown with all three gaps."""
    shown = text_of("deal/silent.html")
    assert "nennt niemand einen Betrag" in shown
    assert "liegt keine Aussage vor" in shown


def test_a_very_long_gloss_is_shown_whole_and_cut_in_pictures():
    """The page has all of it; the picture card cuts it where its last line ends."""
    gloss = "Sehr lang ist das. " * 300
    more = f'st:long a onr:Statement ; onr:gloss "{gloss}"@de ; onr:paragraph 1 .'
    found = site(more)
    assert gloss.strip() in " ".join(
        lxml.html.document_fromstring(found["statement/harbour/long.html"]).xpath("//h1//text()")
    )
    size, lines = card._broken(gloss.strip())
    assert size == 44
    assert len(lines) == 6
    assert lines[-1].endswith("…")
    assert all(card._length(line, size) <= card.WIDTH - 180 for line in lines)


def test_a_picture_card_is_a_png_of_the_size_that_the_page_says():
    """Of every statement and deal, the same bytes each time, whatever the text."""
    made = dict(pages(publication()))
    for path in (p for p in made if p.startswith("assets/cards/")):
        with Image.open(io.BytesIO(made[path])) as picture:
            assert (picture.format, picture.size) == ("PNG", (card.WIDTH, card.HEIGHT))
    page = html(STATEMENT)
    address = page.xpath("string(//meta[@property='og:image']/@content)")
    assert address.removeprefix(BASE) in made
    assert page.xpath("string(//meta[@property='og:image:width']/@content)") == "1200"
    odd = ("\0\u202e\n", "漢字 " * 80, "x" * 5000, "")
    assert [card.card(t, t, t, "hope") for t in odd] == [card.card(t, t, t, "hope") for t in odd]


def test_the_modality_of_a_card_is_seen_in_its_line():
    """No two modalities that say different things have the same picture."""
    drawn = {m: card.card("A", "B", "C", m) for m in LINES}
    assert len(set(drawn.values())) == len(drawn)


def test_five_hundred_statements_for_one_company_are_all_shown():
    """And each stands there once."""
    more = "".join(
        f'st:s{n} a onr:Statement ; onr:gloss "Satz {n}."@de ; onr:statedBy company:stille ; '
        f"onr:subject company:stille ; onr:recordedIn article:harbour ; onr:paragraph 2 ; "
        "onr:modality modality:asserted ; onr:polarity polarity:affirmed .\n"
        for n in range(500)
    )
    jobs = plan(publication(more))
    tree = lxml.html.document_fromstring(jobs["company/stille.html"]().decode())
    assert len(tree.xpath("//*[contains(@class, 'st ')]")) == 500


@pytest.mark.parametrize(
    ("language", "shown"), [("de", "bis zu 40\xa0Mio. EUR"), ("en", "up to 40 million EUR")]
)
def test_an_amount_keeps_its_qualifier(language, shown):
    """“Up to” is never lost, in any language."""
    amount = BASE + "statement/harbour/lund-goes-on#amount"
    assert pen(language).money_text(amount) == shown


def test_an_amount_with_no_number_shows_what_was_printed():
    """Vague sums stay vague."""
    more = 'st:vague a onr:Amount ; onr:amountText "Milliarden"@de .'
    assert pen(more=more).money_text(BASE + "statement/harbour/vague") == (
        "ohne Zahl: „Milliarden“"
    )


@pytest.mark.parametrize(
    ("edtf", "shape", "words"),
    [
        ("2026-02-01", "day", "1. Februar 2026"),
        ("2026-02", "interval", "Februar 2026"),
        ("2026", "interval", "2026"),
        ("2028/..", "from", "ab 2028"),
        ("../2028", "until", "bis 2028"),
        ("2026-07/2026-12", "interval", "Juli 2026 – Dezember 2026"),
        ("unsinn", "interval", "unsinn"),
    ],
)
def test_dates_keep_their_precision(edtf, shape, words):
    """A year never becomes a day, and an open end stays open."""
    assert shape_of(edtf) == shape
    assert date_words(pen(), edtf) == words


def test_the_money_map_can_be_read_without_a_script_or_eyes():
    """Every node and arrow is a link with a name, and a table says the same."""
    tree = html("money-map.html")
    drawn = tree.xpath("//*[local-name()='svg'][@class='money']")[0]
    links = drawn.xpath(".//*[local-name()='a']")
    assert links
    assert all(a.get("aria-label") and a.get("href") for a in links)
    arrows = set(drawn.xpath(".//@data-edge"))
    assert arrows == set(tree.xpath("//tr/@data-edge-row")) - {""}
    data = json.loads(tree.xpath("string(//script[@data-map-data])"))
    assert {e["id"] for e in data["edges"]} == arrows
    assert {n["id"] for n in data["nodes"]} == set(drawn.xpath(".//@data-node"))


def test_pictures_are_well_formed():
    """Cards, marks and pictures inside of pages parse as XML."""
    for path, text in plain_site().items():
        if path.endswith(".svg"):
            lxml.etree.fromstring(text.encode())
        for picture in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
            lxml.etree.fromstring(picture)


@pytest.mark.parametrize("path", ["statements.html", "deals.html", "entities.html", "sources.html"])
def test_every_value_of_a_facet_finds_something(path):
    """What a reader can choose is a value that an item of the list has."""
    page = html(path)
    for field in page.xpath("//form[@data-facet-form]//*[self::input or self::select][@name]"):
        name = field.get("name")
        values = field.xpath("./@value | .//option/@value") if name != "text" else []
        held = {v for i in page.xpath(f"//@data-facet-{name}") for v in i.split()}
        assert {v for v in values if v} <= held, (name, values, held)


def test_a_citation_names_nobody_where_nobody_speaks():
    """The citation of the whole publication has no empty place for a speaker."""
    for path in ("cite.html", "en/cite.html"):
        assert not re.search(r":\s*:", html(path).xpath("string(//*[@class='copy'])"))


@pytest.mark.parametrize(("folder", "mark"), [("", "[sinngemäß]"), ("en/", "[paraphrased]")])
def test_a_citation_never_quotes_our_words_as_the_speakers(folder, mark):
    """A gloss between quotation marks beside a name would pass for what was said."""
    section = html(folder + STATEMENT).xpath("string(//*[@class='copy']/ancestor::section)")
    assert section.count(mark) == 3  # plain, BibTeX, CSL JSON


def test_the_version_in_a_citation_is_never_that_of_the_source():
    """Between the source and the version stands the publication, and nothing is in quotes."""
    cited = html(STATEMENT).xpath("string(//*[@id='cite-text'])")
    title = library().config.title["de"]
    assert ". Nach: " in cited
    assert f"In: {title}, Version {library().config.version}" in cited
    assert not set(cited) & set("„“”")
    csl = json.loads(html(STATEMENT).xpath("string(//*[@id='cite-csl'])"))
    assert csl["container-title"] == title


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("de", ("bestätigt nicht: ", "Rang: ", "verneint: gehört zu: ", "nicht ", "")),
        ("en", ("does not confirm: ", "rank: ", "negated: gehört zu: ", "not ", "")),
    ],
)
def test_a_head_is_negated_as_the_language_does_it(language, heads):
    """“Not confirms” is no sentence; a property without words of its own is said to be negated."""
    own = f'<{BASE}own> <http://www.w3.org/2000/01/rdf-schema#label> "gehört zu"@de .'
    made = pen(language, more=own)
    cases = (("confirms", True), ("ranksAs", False), ("", True), ("dealStatus", True))
    iris = [(ONR + name if name else f"{BASE}own", negated) for name, negated in cases]
    iris.append((ONR + "dealStatus", False))
    shown = [lxml.html.fromstring(f"<p>{made.heading(*case)}</p>").text_content() for case in iris]
    assert tuple(shown) == heads


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_property_of_the_ontology_that_can_be_negated_has_words_for_it(language):
    """A new contestable property needs its negation in both languages."""
    words = pen(language).locale.words
    found = library().classes[ONR + "ContestableProperty"]
    assert found
    assert [it for it in found if f"denied_{it.removeprefix(ONR)}" not in words] == []


def test_a_negated_statement_says_so_in_words_that_do_not_double_the_negation():
    """“Verneint” beside “ist nicht zufrieden” would turn it round."""
    mark = pen().mark(f"{SCHEME}polarity#negated")
    assert lxml.html.fromstring(mark).text_content() == "verneinte Aussage"


def test_the_script_draws_the_arrows_of_the_money_map_as_the_picture_does():
    """Heads, dashes, bends and places of labels are those of the picture, in its words."""
    tree = html("money-map.html")
    drawn = tree.xpath("//*[local-name()='svg'][@class='money']")[0]
    for edge in json.loads(tree.xpath("string(//script[@data-map-data])"))["edges"]:
        own = drawn.xpath(f".//*[@data-edge='{edge['id']}']")[0]
        assert edge["directed"] == bool(own.xpath(".//*[@class='tip']"))
        assert edge["label"].split("\n") == own.xpath(".//*[local-name()='text']/text()")
        middle = float(own.xpath(".//*[local-name()='text']/@x")[0])
        assert middle == pytest.approx(edge["labelAt"][0], abs=0.11)
        dashes = own.xpath(".//*[@class='line']/@stroke-dasharray")
        assert edge["dash"] == "".join(dashes)


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_matrix_of_a_dispute_shows_just_the_relations_of_its_list(folder):
    """What the list above it does not name is not in the matrix; each relation is a link."""
    pages = [p for p in plain_site() if re.fullmatch(f"{folder}dispute/[^/]+.html", p)]
    assert pages
    for page in pages:
        tree = html(page)
        cells = tree.xpath("//*[@class='matrix']//td//a/@href")
        sources = tree.xpath("//*[@class='links']/li/p[1]/a[1]/@href")
        assert len(cells) <= len(sources)
        assert {c.partition("#")[0] for c in cells} <= set(sources)


def test_a_statement_has_a_card_without_script_for_other_sites():
    """The embed page loads the style sheet and nothing else."""
    tree = html("embed/" + STATEMENT)
    assert not tree.xpath("//script[@src]")
    assert tree.xpath("string(//h1)") == "Lund sagt, das Geschäft gehe weiter, bis zu 40 Millionen."
    links = tree.xpath("//main//a")
    assert len(links) > 2
    assert {a.get("target") for a in links} == {"_blank"}


def test_both_languages_have_the_same_words_with_the_same_places():
    """Each key stands in both files, with the same placeholders."""
    tables = {}
    for language in ("de", "en"):
        path = workspace().file("site", f"locales/{language}.toml")
        tables[language] = tomllib.loads(path.read_text(encoding="utf-8"))
    de, en = tables["de"], tables["en"]
    de = {k: v for k, v in de.items() if not k.startswith("why_")}
    assert set(de) == set(en)
    places = {k: set(re.findall(r"\{\w+\}", v)) for k, v in de.items()}
    assert places == {k: set(re.findall(r"\{\w+\}", v)) for k, v in en.items()}


def test_every_rule_says_why_in_german():
    """Each rule that may propose something has its reason in the words of the German pages."""
    folder = Path(onrecord.extract.__file__).parent
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    rules = set(re.findall(r'(?:Rule|Source)\(\s*"([a-z]+(?:-[a-z]+)*)"', written)) - {"de-none"}
    path = workspace().file("site", "locales/de.toml")
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    assert len(rules) > 50
    assert {rule for rule in rules if f"why_{rule}" not in words} == set()
