"""What `serve` does beyond the contract that all hosts share."""

import gzip
import importlib
import importlib.util
import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

import hosts
from hosts import fetch
from onrecord.publish.elsewhere import answering
from serving import DOCUMENTS, page, triples_of, write

pytestmark = pytest.mark.system

SCHEMA = "https://schema.org/"
BROTLI = importlib.util.find_spec("brotli") is not None


def unbrotli(data: bytes) -> bytes:
    """Undo brotli, which is optional; without it, gzip is what is sent."""
    if BROTLI:
        return bytes(importlib.import_module("brotli").decompress(data))
    return gzip.decompress(data)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("files")
    with hosts.serve(folder, write(folder / "public")) as started:
        yield started


@pytest.mark.parametrize(
    "path",
    [
        "/../etc/passwd",
        "/company/../../etc/passwd",
        "/%2e%2e/etc/passwd",
        "/company/%2E/nordwind",
        "//evil.example/company",
        "/company//nordwind",
        "/company%2fnordwind",
        "/company\\nordwind",
        "/company/%00nordwind",
        "/%ff",
        "/./about",
        "/company%5cnordwind",
        "/%0d%0aX:1",
    ],
)
def test_path_tricks_are_refused(port: int, path: str) -> None:
    """Dots, escapes, doubled slashes and control characters: 400, and no redirect elsewhere."""
    reply = fetch(port, path)
    assert (reply.status, reply.location) == (400, "")


def test_what_there_is_not_lists_what_there_is(port: int) -> None:
    """406 names each file and its type."""
    reply = fetch(port, "/company/nordwind", Accept="image/png")
    assert reply.status == 406
    assert b"/company/nordwind.rdf (application/rdf+xml)" in reply.body


@pytest.mark.parametrize(
    ("accepted", "coding", "decode"),
    [
        ("gzip", "gzip", gzip.decompress),
        ("br, gzip", "br" if BROTLI else "gzip", unbrotli),
        ("br;q=0.1, gzip;q=0.8", "gzip", gzip.decompress),
        ("", "", bytes),
        ("gzip;q=0", "", bytes),
    ],
)
def test_compression(port: int, accepted: str, coding: str, decode: type) -> None:
    """The coding that the client prefers; each has a validator of its own."""
    reply = fetch(port, "/company/nordwind.html", Accept_Encoding=accepted)
    plain = fetch(port, "/company/nordwind.html")
    assert reply.headers.get("content-encoding", "") == coding
    assert decode(reply.body) == page("company/nordwind", "de")
    assert (reply.headers["etag"] == plain.headers["etag"]) == (not coding)
    again = fetch(
        port,
        "/company/nordwind.html",
        Accept_Encoding=accepted,
        If_None_Match=f'"x", W/{reply.headers["etag"]}',
    )
    assert (again.status, again.body) == (304, b"")


def test_dates_and_ranges(port: int) -> None:
    """If-Modified-Since is honoured; a range beyond the end is 416; a range is not compressed."""
    first = fetch(port, "/data/onrecord.nq")
    since = first.headers["last-modified"]
    assert fetch(port, "/data/onrecord.nq", If_Modified_Since=since).status == 304
    assert fetch(port, "/data/onrecord.nq", If_Modified_Since="gestern").status == 200
    part = fetch(port, "/data/onrecord.nq", Range="bytes=-5", Accept_Encoding="gzip")
    assert (part.status, part.body) == (206, first.body[-5:])
    assert fetch(port, "/data/onrecord.nq", Range="bytes=99999999-").status == 416


@pytest.mark.parametrize("profile", ["schema.org", SCHEMA])
@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld", "rdf"])
def test_the_profile_of_schema_org(port: int, profile: str, suffix: str) -> None:
    """By parameter: only what is said in schema.org's terms, in each form."""
    reply = fetch(port, f"/company/nordwind.{suffix}?profile={profile}")
    form = ox.RdfFormat.from_extension(suffix)
    found = {quad.triple for quad in ox.parse(input=reply.body, format=form)}
    all_of_it = triples_of("company/nordwind")
    assert found == {all_of_it[1], all_of_it[3]}


def test_the_profile_in_the_header(port: int) -> None:
    """Accept-Profile leads to the same; the evidence is the default; others are 406."""
    asked = {"Accept": "text/turtle", "Accept_Profile": f"<{SCHEMA}>;q=1"}
    reply = fetch(port, "/company/nordwind", **asked)
    assert reply.location == "/company/nordwind.ttl?profile=schema.org"
    evidence = "<https://w3id.org/onrecord/profile/evidence>"
    reply = fetch(port, "/company/nordwind", Accept="text/turtle", Accept_Profile=evidence)
    assert reply.location == "/company/nordwind.ttl"
    assert fetch(port, "/company/nordwind", Accept_Profile="<urn:x>").status == 406
    assert (
        f'<{evidence[1:-1]}>; rel="profile"' in fetch(port, "/company/nordwind.nt").headers["link"]
    )


def test_writing_is_405(port: int) -> None:
    """Files are read-only; the answer says what is allowed."""
    reply = fetch(port, "/company/nordwind.ttl", "DELETE")
    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_the_union_of_all_files_is_the_dump(port: int) -> None:
    """No triple of the dump is missing from the files of its document, and none is added."""
    files = set()
    for stem in DOCUMENTS:
        body = fetch(port, f"/{stem}.nt").body
        files |= {quad.triple for quad in ox.parse(input=body, format=ox.RdfFormat.N_TRIPLES)}
    dump = fetch(port, "/data/onrecord.nq").body
    assert files == {quad.triple for quad in ox.parse(input=dump, format=ox.RdfFormat.N_QUADS)}


PAGE = b"""<link href="assets/site.css"><a href="index.html?q=1#top">a</a><a href="#main">b</a>
<a href="https://x.example/y">c</a><form action="search.html"></form><a href="../">d</a>"""


@pytest.mark.parametrize(
    ("own", "asked", "links"),
    [
        ("404.html", b"nothing", ["assets/site.css", "index.html", "#main", "search.html"]),
        (
            "404.html",
            b"a/b/nothing",
            ["../../assets/site.css", "../../index.html", "#main", "../../search.html"],
        ),
        (
            "en/404.html",
            b"a/nothing",
            ["../en/assets/site.css", "../en/index.html", "#main", "../en/search.html"],
        ),
        ("404.html", b"a/" * 99, ["/assets/site.css", "/index.html", "#main", "/search.html"]),
    ],
)
def test_the_page_of_an_error_has_its_looks_and_links_wherever_it_answers(own, asked, links):
    """It stands in for an address of any depth; links to elsewhere and into itself stay."""
    shown = answering(PAGE, own, asked).decode()
    found = [m[0] or m[1] for m in re.findall(r'(?:href|action)="(?:(#\w+)|([^"?#]*))', shown)]
    assert [*found[:3], found[4]] == links
    assert 'href="https://x.example/y"' in shown
    assert "?q=1#top" in shown
