"""The review page answers its own page alone: token, host, origin, small JSON, no other path."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.review.guard import MOST_BODY
from onrecord.review.session import Session
from onrecord.review.web import LOOPBACK, application, bind, new_token
from reviewing import KRANICH, LINDT, TEXT, Desk, make_desk, span

TOKEN = "a-token-of-this-test"
HOST = "127.0.0.1:7979"
ORIGIN = f"http://{HOST}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with proposals."""
    return make_desk(tmp_path)


@pytest.fixture
def session(desk: Desk) -> Session:
    """Its review."""
    return desk.session()


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A page for requests that are refused, or read only."""
    headers = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
    session = make_desk(tmp_path_factory.mktemp("shut")).session()
    return TestClient(application(session, TOKEN, 7979), base_url=ORIGIN, headers=headers)


@pytest.fixture
def page(session: Session) -> TestClient:
    """A client that behaves like the page itself."""
    headers = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
    return TestClient(application(session, TOKEN, 7979), base_url=ORIGIN, headers=headers)


def _post(page: TestClient, act: str, table: Any, **more: Any) -> Any:
    return page.post(f"/{TOKEN}/{act}", json=table, **more)


def test_the_page_shows_text_and_proposals(page: TestClient, session: Session) -> None:
    """The state has every paragraph, proposal and choice."""
    state = page.get(f"/{TOKEN}/state").json()
    assert [p["text"] for p in state["paragraphs"]] == TEXT.strip().split("\n\n")
    assert len(state["proposals"]) == len(session.proposals) == state["counts"]["open"]
    assert {"iri": LINDT, "label": "Mara Lindt"} in state["choices"]["agents"]
    assert "asserted" in {o["iri"] for o in state["choices"]["modality"]}


@pytest.mark.parametrize(
    ("asked", "language", "word", "kind"),
    [
        ("", "de", "Annehmen", "Äußerung"),
        ("?lang=en", "en", "Accept", "statement"),
        ("?lang=de", "de", "Annehmen", "Äußerung"),
        ("?lang=xx", "de", "Annehmen", "Äußerung"),
        ("?lang=../../x", "de", "Annehmen", "Äußerung"),
    ],
)
def test_the_page_speaks_the_language_asked_for(
    shut: TestClient, asked: str, language: str, word: str, kind: str
) -> None:
    """Without one, or with one that it has no words in, the first language of the workspace."""
    text = shut.get(f"/{TOKEN}/{asked}").text
    assert f'<html lang="{language}">' in text
    assert f'"accept": "{word}"' in text
    assert "{{" not in text
    assert " object at 0x" not in text
    state = shut.get(f"/{TOKEN}/state{asked}").json()
    assert {p["kindName"] for p in state["proposals"] if p["kind"] == "statement"} == {kind}


def test_the_languages_have_the_same_words() -> None:
    """A word that one language lacks would leave a hole in the page."""
    folder = Path(__file__).resolve().parents[1] / "site" / "review"
    tables = {p.stem: tomllib.loads(p.read_text("utf-8")) for p in folder.glob("words/*.toml")}
    assert set(tables) == {"de", "en"}
    assert set(tables["de"]) == set(tables["en"])
    source = (folder / "index.html").read_text("utf-8") + (folder / "review.js").read_text("utf-8")
    used = set(re.findall(r"\bw\.(\w+)|words\.(\w+)|say\(\"(\w+)\"", source))
    named = {word for words in used for word in words if word}
    acts = {"accept", "correct", "reject", "merge", "write"}
    assert named | acts | {"language"} == set(tables["en"])


def test_a_word_that_is_missing_is_named(session: Session, desk: Desk) -> None:
    """A newsroom that overrides the words is told which one it forgot."""
    own = desk.workspace.root / "site" / "review" / "words" / "de.toml"
    own.parent.mkdir(parents=True)
    own.write_text('title = "Prüfen"\n', encoding="utf-8")
    page = TestClient(application(session, TOKEN, 7979), base_url=ORIGIN)
    answer = page.get(f"/{TOKEN}/")
    assert answer.status_code == 500
    assert answer.text.startswith("site/review/words/de.toml: a word is missing")


def test_the_files_of_the_page(shut: TestClient) -> None:
    """Page, style and script come with their types, and name no other server."""
    for path, media_type in (("", "text/html"), ("review.css", "text/css"), ("review.js", "text/")):
        answer = shut.get(f"/{TOKEN}/{path}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(media_type)
        assert "http://" not in answer.text
        assert "https://" not in answer.text


def test_every_answer_is_shut_off(shut: TestClient) -> None:
    """No answer is stored, framed, sniffed or open to other origins."""
    for path in ("", "state", "nothing"):
        headers = shut.get(f"/{TOKEN}/{path}").headers
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"
        assert not [name for name in headers if name.startswith("access-control")]


def test_acts_are_saved_and_answered(page: TestClient, session: Session, desk: Desk) -> None:
    """A decision is on the disk when the answer comes; undo takes it back."""
    key = session.proposals[0].key
    table = {"key": key, "verdict": "rejected", "reason_de": "Doppelt."}
    state = _post(page, "decide", table).json()
    assert state["counts"]["rejected"] == 1
    assert state["canUndo"] is True
    assert "Doppelt." in desk.file("review.ttl").read_text(encoding="utf-8")
    assert _post(page, "undo", {}).json()["counts"]["rejected"] == 0
    assert not desk.file("review.ttl").exists()


def test_merge_and_write(page: TestClient, session: Session, desk: Desk) -> None:
    """A name is merged and a missed statement written through the page."""
    mention = next(p for p in session.proposals if p.content == "company: Werft Kranich")
    assert _post(page, "merge", {"key": mention.key, "iri": KRANICH}).status_code == 200
    begin, end = span("Lindt leitet die Reederei")
    draft = {
        "name": "lindt-leads",
        "gloss_de": "Lindt steht an der Spitze.",
        "gloss_en": "Lindt is at the head.",
        "speaker": LINDT,
        "subject": LINDT,
        "predicate": "https://w3id.org/onrecord/ns#criticises",
        "object": KRANICH,
        "begin": begin,
        "end": end,
        "about": [],
    }
    assert _post(page, "write", draft).status_code == 200
    assert "st:lindt-leads" in desk.file("statements.ttl").read_text(encoding="utf-8")


def test_what_cannot_be_done_is_told(page: TestClient, session: Session) -> None:
    """An incomplete act is answered with what is wrong and what to do."""
    answer = _post(page, "decide", {"key": session.proposals[0].key, "verdict": "rejected"})
    assert answer.status_code == 422
    assert set(answer.json()) == {"error", "hint"}
    assert not session.decisions


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'"x"', b"\xff", b'{"key": 5}', b'{"resources": "x"}', b"[" * 9000],
)
@pytest.mark.parametrize("act", ["decide", "merge", "write"])
def test_a_broken_body_is_refused(shut: TestClient, act: str, body: bytes) -> None:
    """What is no JSON object of texts changes nothing and never ends the server."""
    headers = {"content-type": "application/json"}
    assert shut.post(f"/{TOKEN}/{act}", content=body, headers=headers).status_code == 422


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "ä"])
def test_the_token_is_required(shut: TestClient, token: str) -> None:
    """Without the very token nothing is there, neither page nor act."""
    for path in (f"/{token}/", f"/{token}/state", f"/{token}", "/", "/state", "/review.js"):
        assert shut.get(path).status_code == 404
    assert shut.post(f"/{token}/undo", json={}).status_code == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:7979", "127.0.0.1", "127.0.0.1:80", "0.0.0.0:7979", ""]
)
def test_another_host_is_refused(shut: TestClient, host: str) -> None:
    """A name that somebody points at this machine is not this server (DNS rebinding)."""
    assert shut.get(f"/{TOKEN}/state", headers={"host": host}).status_code == 403


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:8080", "https://127.0.0.1:7979"]
)
def test_another_origin_is_refused(page: TestClient, session: Session, origin: str) -> None:
    """No other page may read or act, with the token or without."""
    headers = {"origin": origin}
    assert page.get(f"/{TOKEN}/state", headers=headers).status_code == 403
    table = {"key": session.proposals[0].key, "verdict": "rejected", "reason_de": "x"}
    assert _post(page, "decide", table, headers=headers).status_code == 403
    assert not session.decisions


def test_an_act_must_say_where_it_comes_from(session: Session) -> None:
    """A POST without an origin, or a request across sites, is refused."""
    bare = TestClient(application(session, TOKEN, 7979), base_url=ORIGIN)
    assert bare.get(f"/{TOKEN}/state").status_code == 200
    assert bare.post(f"/{TOKEN}/undo", json={}).status_code == 403
    crossing = {"sec-fetch-site": "cross-site"}
    assert bare.get(f"/{TOKEN}/state", headers=crossing).status_code == 403


def test_there_is_no_cors(shut: TestClient) -> None:
    """A preflight of another origin is refused and answered with no permission."""
    headers = {"origin": "https://evil.example", "access-control-request-method": "POST"}
    answer = shut.options(f"/{TOKEN}/decide", headers=headers)
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_bodies_are_small_json(shut: TestClient) -> None:
    """Forms, bodies beyond the limit and bodies of unknown length are refused unread."""
    form = shut.post(f"/{TOKEN}/undo", data={"x": "y"})
    assert form.status_code == 415
    assert _post(shut, "undo", {"x": "y" * MOST_BODY}).status_code == 413
    headers = {"content-type": "application/json"}
    chunked = shut.post(f"/{TOKEN}/undo", content=iter([b"{", b"}"]), headers=headers)
    assert chunked.status_code == 411


@pytest.mark.parametrize(
    "path",
    [
        "../onrecord.toml",
        "..%2f..%2fonrecord.toml",
        "%2e%2e/onrecord.toml",
        "review.css/../../onrecord.toml",
        "review.css%00",
        "index.html",
        "/etc/passwd",
        "//etc/passwd",
        "kg/entities/agents.ttl",
        "decide",
    ],
)
def test_no_other_file_is_there(shut: TestClient, path: str) -> None:
    """Only the three files of the page are served, whatever the path."""
    answer = shut.get(f"/{TOKEN}/{path}")
    assert answer.status_code in (404, 405)
    assert "onr" not in answer.text


def test_only_this_machine_is_listened_to() -> None:
    """The socket is bound to the loopback address; tokens are long and differ."""
    opened = bind(0)
    assert opened.getsockname()[0] == LOOPBACK
    opened.close()
    assert len({new_token() for _ in range(5)}) == 5
    assert min(len(new_token()) for _ in range(5)) >= 32
