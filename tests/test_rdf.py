"""RDF: strict reading with places, and writing that depends on nothing but the set of triples."""

import random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import LimitError, ParseError
from onrecord.names import Names
from onrecord.rdf import (
    FORMATS,
    dataset_hash,
    nquads_hash,
    parse_turtle,
    skolemise,
    write_dataset,
    write_triples,
)
from onrecord.rdf.bridge import rdflib_graph

NAMES = Names("https://example.org/kg/")
TURTLE = """\
@prefix a: <http://a.example/> .
PREFIX s: <http://s.example/>
@base <http://base.example/> .
# a comment with "quotes" and ; signs
a:x a a:C ; # end
  a:p "foo, bar ; ."@de ,
     "x"^^a:dt ;
  a:q [ a:z 1 ; a:y (1 2) ] ;
  a:r 1.5 , true .
a:y\\#f a:p \"\"\"long
"quoted" text\"\"\"@en ; a:v a:x.b .
<rel> s:p a:x .
"""
IRIS = st.sampled_from(
    [
        "https://example.org/kg/company/alfa",
        "https://example.org/kg/company/alfa#id",
        "https://w3id.org/onrecord/ns#Statement",
        "http://elsewhere.example/a/b.c",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "urn:x:y",
    ]
).map(ox.NamedNode)
PREDICATES = st.sampled_from(
    [
        "https://w3id.org/onrecord/ns#gloss",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://elsewhere.example/a/name",
    ]
).map(ox.NamedNode)
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40
)
XSD = "http://www.w3.org/2001/XMLSchema#"
LITERALS = st.one_of(
    TEXT.map(ox.Literal),
    TEXT.map(lambda t: ox.Literal(t, language="de")),
    st.integers().map(lambda n: ox.Literal(str(n), datatype=ox.NamedNode(XSD + "integer"))),
    st.sampled_from(["01", "+1", "1.0", "TRUE", "true"]).map(
        lambda t: ox.Literal(t, datatype=ox.NamedNode(XSD + "boolean"))
    ),
)
TRIPLES = st.lists(st.builds(ox.Triple, IRIS, PREDICATES, st.one_of(IRIS, LITERALS)), max_size=12)
PARSERS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}


def _read_back(data: bytes, suffix: str) -> set[ox.Triple]:
    quads = ox.parse(input=data, format=PARSERS[suffix])
    return {ox.Triple(q.subject, q.predicate, q.object) for q in quads}


@given(TRIPLES)
def test_every_form_reads_back_to_the_same_triples(triples: list[ox.Triple]) -> None:
    """Nothing is lost or changed by a writer."""
    for suffix, form in FORMATS.items():
        if form.graphs:
            data = write_dataset({NAMES.graph("x"): triples}, suffix, NAMES)
        else:
            data = write_triples(triples, suffix, NAMES)
        assert _read_back(data, suffix) == set(triples), suffix


@given(TRIPLES, st.randoms())
def test_bytes_depend_on_the_set_alone(triples: list[ox.Triple], chance: random.Random) -> None:
    """Order and repetition of the input change nothing."""
    shuffled = triples + triples[:2]
    chance.shuffle(shuffled)
    for suffix in FORMATS:
        one = write_dataset({NAMES.graph("x"): triples}, suffix, NAMES)
        assert write_dataset({NAMES.graph("x"): shuffled}, suffix, NAMES) == one


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_white_space_survives(suffix: str) -> None:
    """Line ends of every kind, tabs and spaces at the edges are part of a text."""
    text = ox.Literal(" \ta\r\nb\rc\n ", language="de")
    triple = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:p/q"), text)
    assert _read_back(write_triples([triple], suffix, NAMES), suffix) == {triple}


def test_parts_follow_their_resource() -> None:
    """A reader of the Turtle sees the statement before its anchors."""
    triples = parse_turtle(
        b"<https://example.org/kg/company/a#id> <urn:p> 1 . "
        b"<https://example.org/kg/company/a> <urn:p> 2 .",
        "x.ttl",
    ).triples
    text = write_triples(triples, "ttl", NAMES).decode()
    assert text.index("<company/a> ") < text.index("<company/a#id> ")


def test_positions_name_the_line_of_each_fact() -> None:
    """Subjects, predicates and objects are found at their lines, also behind long strings."""
    source = parse_turtle(TURTLE.encode(), "x.ttl")
    assert source.line_of("http://a.example/x") == 5
    assert source.line_of("http://a.example/x", "http://a.example/p", "x") == 7
    assert source.line_of("http://a.example/x", "http://a.example/q") == 8
    assert source.line_of("http://a.example/x", "http://a.example/r", "true") == 9
    assert source.line_of("http://a.example/y#f") == 10
    assert source.line_of("http://a.example/y#f", "http://a.example/v") == 11
    assert source.line_of("http://base.example/rel", "http://s.example/p") == 12
    assert source.line_of("http://nowhere.example/") is None
    assert source.line_of("a-blank-node", "http://a.example/y", "2") == 8


@pytest.mark.parametrize(
    "text",
    [
        '<urn:a> <urn:b> <<( <urn:a> <urn:b> "x" )>> .',
        "<urn:a> <urn:b> 1 {| <urn:c> 2 |} .",
        '<urn:a> <urn:b> "x"@ar--rtl .',
    ],
)
def test_what_only_rdf_1_2_can_say_is_refused(text: str) -> None:
    """Most of the published forms are RDF 1.1, which would lose it."""
    with pytest.raises(ParseError, match=r"RDF 1\.2"):
        parse_turtle(f"\n{text}".encode(), "x.ttl")


def test_brackets_in_texts_and_comments_nest_nothing() -> None:
    """Only brackets that the parser sees count for the depth."""
    text = f'<urn:a> <urn:b> "{"(" * 300}" . # {"[" * 300}\n<urn:a> <urn:b> <urn:{"(" * 300}> .'
    assert len(parse_turtle(text.encode(), "x.ttl").triples) == 2


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a:b a:c a:d .", 1, 1, "prefix"),
        ("<http://a/> <http://b/>\n  <http://c/> ;; .\n!", 3, 1, ""),
        ('<http://a/> <http://b/> "x .', 1, 25, ""),
    ],
)
def test_broken_turtle_names_line_and_column(text: str, line: int, column: int, words: str) -> None:
    """The message points at the place where the parser stopped."""
    with pytest.raises(ParseError) as caught:
        parse_turtle(text.encode(), "kg/x.ttl")
    assert (caught.value.file, caught.value.line) == ("kg/x.ttl", line)
    assert caught.value.column == column
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\xef\xbb\xbf<http://a/> <http://b/> 1 .", 1),
        (b"<http://a/> <http://b/> 1 .\n\xff", 2),
        (b'<http://a/> <http://b/>\n  "a\\u0001b" .', 2),
        ("<http://a/> <http://b/>\n\n 'e\u0301'@de .".encode(), 3),
        (b"<http://a/> <http://b/> " + b"[ <http://c/> " * 300, 1),
    ],
)
def test_what_cannot_be_published_is_refused_with_its_line(data: bytes, line: int) -> None:
    """BOM, broken UTF-8, control characters, decomposed letters and bombs stop the reading."""
    with pytest.raises(ParseError) as caught:
        parse_turtle(data, "x.ttl")
    assert caught.value.line == line


def test_blank_nodes_get_the_same_iris_every_time() -> None:
    """Skolem IRIs depend on the content of the file, not on the order of parsing."""
    one = parse_turtle(b"<urn:a> <urn:p> [ <urn:q> 1 ] , [ <urn:q> 2 ] .", "x.ttl").triples
    two = parse_turtle(b"<urn:a> <urn:p> [ <urn:q> 2 ] , [ <urn:q> 1 ] .", "x.ttl").triples
    assert set(skolemise(one, "urn:g#")) == set(skolemise(two, "urn:g#"))
    assert not any(isinstance(t.subject, ox.BlankNode) for t in skolemise(one, "urn:g#"))


def test_many_blank_nodes_are_refused() -> None:
    """Naming them is exponential in the worst case."""
    triples = parse_turtle(b"<urn:a> <urn:p> 1 .", "x.ttl").triples
    many = [ox.Triple(t.subject, t.predicate, ox.BlankNode()) for t in triples * 2_100]
    with pytest.raises(LimitError):
        skolemise(many, "urn:g#")


def test_the_hash_of_a_dataset_is_that_of_its_canonical_form() -> None:
    """Blank node labels and order do not matter, every term does."""
    p = ox.NamedNode("urn:p")
    one = [ox.Quad(ox.BlankNode("x"), p, ox.Literal("1")), ox.Quad(p, p, p)]
    two = [ox.Quad(p, p, p), ox.Quad(ox.BlankNode("y"), p, ox.Literal("1"))]
    other = [ox.Quad(p, p, p), ox.Quad(ox.BlankNode("y"), p, ox.Literal("2"))]
    assert dataset_hash(one) == dataset_hash(two) != dataset_hash(other)


def test_the_hash_of_a_dataset_is_that_of_its_sorted_lines() -> None:
    """With no blank node RDFC-1.0 only sorts, whatever stands in a literal."""
    p, graph = ox.NamedNode("urn:p"), ox.NamedNode("urn:g")
    texts = ("a", "ä\U0001f600", "line\nfeed", "carriage\rreturn", "\u2028 \x0b \x85", '"\\')
    quads = [ox.Quad(p, p, ox.Literal(text), graph) for text in texts]
    graphs = {"urn:g": [quad.triple for quad in quads]}
    assert nquads_hash([write_dataset(graphs, "nq", NAMES)]) == dataset_hash(quads)


def test_rdflib_gets_the_terms_as_they_are() -> None:
    """Literals are not normalised on the way."""
    source = parse_turtle(
        b'<urn:a> <urn:p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .', "x.ttl"
    )
    (value,) = {str(o) for o in rdflib_graph(source.triples).objects()}
    assert value == "01"
