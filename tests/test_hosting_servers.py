"""nginx and Apache with the rules that the build writes, and `serve`: one contract for all."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

import hosts
from hosts import fetch
from serving import BASE, DOCUMENTS, GONE, triples_of, write

pytestmark = pytest.mark.system

FORMS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that unprivileged workers of a server may read."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        write(Path(name) / "public")
        (Path(name) / "nested").mkdir()
        write(Path(name) / "nested/sub/site")
        yield Path(name)


@pytest.fixture(
    scope="module",
    params=["nginx", "apache", "serve", "caddy"],
)
def port(request: pytest.FixtureRequest, folder: Path) -> Iterator[int]:
    """The port of each server in turn."""
    own = folder / request.param
    own.mkdir()
    with getattr(hosts, request.param)(own, folder / "public") as started:
        yield started


@pytest.mark.parametrize("stem", DOCUMENTS)
@pytest.mark.parametrize("suffix", FORMS)
def test_each_document_redirects_to_each_form(port: int, stem: str, suffix: str) -> None:
    """303 with Vary to the file of the form asked for, and that file holds the triples."""
    reply = fetch(port, f"/{stem}", Accept=FORMS[suffix])
    assert (reply.status, reply.location.endswith(f"/{stem}.{suffix}")) == (303, True)
    assert {"accept", "accept-language"} <= {
        part.strip() for part in reply.headers["vary"].lower().split(",")
    }
    file = fetch(port, f"/{stem}.{suffix}")
    assert (file.status, file.kind) == (200, FORMS[suffix])
    found = ox.parse(input=file.body, format=ox.RdfFormat.from_media_type(FORMS[suffix]))
    assert {q.triple for q in found} == set(triples_of(stem))


@pytest.mark.parametrize(
    ("accept", "language", "target"),
    [
        ("text/html", "de", "company/nordwind.html"),
        ("text/html", "en-GB,de;q=0.5", "en/company/nordwind.html"),
        ("text/html", "fr", "company/nordwind.html"),
        ("", "en", "en/company/nordwind.html"),
        ("*/*", "", "company/nordwind.html"),
        ("text/turtle", "en", "company/nordwind.ttl"),
        ("text/turtle;q=0.4, application/n-triples;q=0.7", "", "company/nordwind.nt"),
        ("text/html;q=0.2,*/*;q=0.8", "", "company/nordwind.ttl"),
        ("application/*", "", "company/nordwind.jsonld"),
        ("text/turtle;q=0,text/*", "", "company/nordwind.html"),
    ],
)
def test_qualities_and_languages_are_respected(
    port: int, accept: str, language: str, target: str
) -> None:
    """Both headers decide together which file is named."""
    reply = fetch(port, "/company/nordwind", Accept=accept, Accept_Language=language)
    assert (
        reply.status,
        reply.location.partition("127.0.0.1")[2].partition("/")[2] or reply.location[1:],
    ) == (303, target)


def test_no_headers_mean_the_page_of_the_default_language(port: int) -> None:
    """A client that says nothing gets the page."""
    assert fetch(port, "/company/nordwind").location.endswith("/company/nordwind.html")


def test_what_there_is_not_is_406_with_a_list(port: int) -> None:
    """A form that does not exist is refused with the names of those that do."""
    reply = fetch(port, "/company/nordwind", Accept="image/png")
    assert reply.status == 406
    assert b"ttl" in reply.body
    assert b"jsonld" in reply.body


def test_pages_without_data_redirect_to_their_page(port: int) -> None:
    """An address of the website that is no resource leads to its page."""
    assert fetch(port, "/about").location.endswith("/about.html")
    assert fetch(port, "/en/about", Accept="text/html").location.endswith("/en/about.html")


@pytest.mark.parametrize("path", ["/", "/index.html", "/en/", "/styles/site.css", "/company/"])
def test_plain_addresses(port: int, path: str) -> None:
    """Start pages and files answer; a folder without one is not listed."""
    assert fetch(port, path).status == (404 if path == "/company/" else 200)


@pytest.mark.parametrize("path", [f"/{GONE}", f"/{GONE}.html", f"/{GONE}.ttl", f"/en/{GONE}.html"])
def test_withdrawn_resources_are_gone(port: int, path: str) -> None:
    """410 and its own page for a tombstone in whatever form it is asked for."""
    reply = fetch(port, path)
    assert reply.status == 410
    assert b"<title>withdrawn</title>" in reply.body


@pytest.mark.parametrize(
    "path", ["/company/niemand", "/company/niemand.ttl", "/.%2e/etc/passwd", "/x/../../etc/passwd"]
)
def test_unknown_addresses_and_tricks_give_nothing(port: int, path: str) -> None:
    """Not found, or refused as malformed; never a file from elsewhere."""
    assert fetch(port, path).status in (400, 403, 404)


@pytest.mark.parametrize(("path", "status"), [("nirgends", 404), (GONE, 410)])
def test_error_pages_speak_the_language_asked_for(port: int, path: str, status: int) -> None:
    """By the folder of the address first, then by the header."""
    for address, language, spoken in (
        (f"/{path}", "de", "de"),
        (f"/{path}", "en-GB,de;q=0.4", "en"),
        (f"/en/{path}", "", "en"),
        (f"/{path}", "", "de"),
    ):
        reply = fetch(port, address, Accept_Language=language)
        assert (reply.status, f'lang="{spoken}"'.encode() in reply.body) == (status, True)


def test_every_answer_carries_cors_and_nosniff(port: int) -> None:
    """Files, redirects and errors can be read by scripts of other sites."""
    for path in ("/company/nordwind.ttl", "/company/nordwind", "/nirgends", f"/{GONE}"):
        headers = fetch(port, path).headers
        assert headers["access-control-allow-origin"] == "*"
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("suffix", [*FORMS, "html"])
@pytest.mark.parametrize("stem", DOCUMENTS)
def test_files_carry_their_links(port: int, stem: str, suffix: str) -> None:
    """Citation, licence, canonical address, other forms and the linkset are named."""
    link = fetch(port, f"/{stem}.{suffix}").headers["link"]
    assert f'<{DOCUMENTS[stem]}>; rel="cite-as"' in link
    assert f'<{BASE}{stem}.{suffix}>; rel="canonical"' in link
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in link
    assert '</linkset.json>; rel="linkset"; type="application/linkset+json"' in link
    if suffix == "html":
        assert f'</{stem}.ttl>; rel="describedby"; type="text/turtle"' in link
        assert f'<{BASE}en/{stem}.html>; rel="alternate"; type="text/html"; hreflang="en"' in link
    else:
        assert f'<{BASE}{stem}.html>; rel="alternate"; type="text/html"; hreflang="de"' in link


def test_a_translated_page_names_itself_and_the_other_language(port: int) -> None:
    """The English page is canonical for itself and has the German one as alternate."""
    link = fetch(port, "/en/company/nordwind.html").headers["link"]
    assert f'<{BASE}en/company/nordwind.html>; rel="canonical"' in link
    assert (
        f'<{BASE}company/nordwind.html>; rel="alternate"; type="text/html"; hreflang="de"' in link
    )


def test_files_that_are_no_documents_carry_no_links(port: int) -> None:
    """A page of the website alone is not described by data that does not exist."""
    assert "cite-as" not in fetch(port, "/about.html").headers.get("link", "")


def test_conditional_and_partial_requests(port: int) -> None:
    """ETag gives 304, a range gives 206, HEAD gives no body."""
    first = fetch(port, "/company/nordwind.ttl")
    again = fetch(port, "/company/nordwind.ttl", If_None_Match=first.headers["etag"])
    assert again.status == 304
    part = fetch(port, "/data/onrecord.nq", Range="bytes=0-9")
    assert (part.status, len(part.body)) == (206, 10)
    head = fetch(port, "/company/nordwind.html", "HEAD")
    assert (head.status, head.body) == (200, b"")


def test_the_well_known_address_leads_to_the_description(port: int) -> None:
    """`/.well-known/void` redirects to the dataset's description."""
    assert fetch(port, "/.well-known/void").location.endswith("/data/void.turtle")


def test_the_linkset_is_valid_and_complete(port: int) -> None:
    """One entry a document, each with its citation and its forms."""
    reply = fetch(port, "/linkset.json")
    assert reply.headers["content-type"].partition(";")[0] == "application/linkset+json"
    assert reply.headers["access-control-allow-origin"] == "*"
    entries = json.loads(reply.body)["linkset"]
    assert {entry["anchor"] for entry in entries} == set(DOCUMENTS.values())
    assert all(len(entry["alternate"]) == 4 and entry["cite-as"] for entry in entries)


def test_apache_in_a_folder_of_a_host(folder: Path) -> None:
    """The same `.htaccess` works below the root of a host: redirects and links stay inside."""
    own = folder / "apache-nested"
    own.mkdir()
    with hosts.apache(own, folder / "nested") as port:
        reply = fetch(port, "/sub/site/company/nordwind", Accept="text/html", Accept_Language="en")
        assert reply.location.endswith("/sub/site/en/company/nordwind.html")
        link = fetch(port, "/sub/site/company/nordwind.ttl").headers["link"]
        assert '</sub/site/company/nordwind.nt>; rel="alternate"' in link
        assert f'<{DOCUMENTS["company/nordwind"]}>; rel="cite-as"' in link


def test_permanent_iris_redirect_as_registered(folder: Path) -> None:
    """The rules for w3id.org send each IRI to the file of the form and language asked for."""
    own = folder / "apache-w3id"
    own.mkdir()
    (own / "www/onrecord").mkdir(parents=True)
    rules = (folder / "public/hosting/w3id/.htaccess").read_text()
    (own / "www/onrecord/.htaccess").write_text(rules)
    site = "https://publication.example/"
    with hosts.apache(own, own / "www") as port:
        for stem, iri in DOCUMENTS.items():
            path = iri.removeprefix("https://w3id.org")
            for suffix, kind in FORMS.items():
                assert fetch(port, path, Accept=kind).location == f"{site}{stem}.{suffix}"
            page = fetch(port, path, Accept="text/html", Accept_Language="en")
            assert (page.status, page.location) == (303, f"{site}en/{stem}.html")
        version = fetch(port, "/onrecord/ns/0.1.0", Accept="text/turtle")
        assert version.location == f"{site}ontology/onrecord.ttl"
        file = fetch(port, "/onrecord/kg/data/onrecord.nq")
        assert file.location == f"{site}data/onrecord.nq"
        assert fetch(port, "/onrecord/kg/").location == site
