"""The review page answers its own page alone: token, host, origin, small JSON, no other path."""

import ast
import re
import socket
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.extract.records import Source
from onrecord.review.guard import MOST_BODY
from onrecord.review.records import KINDS, VERDICTS
from onrecord.review.session import Session
from onrecord.review.web import LOOPBACK, application, bind, new_token
from onrecord.review.wording import Wording
from reviewing import KRANICH, LINDT, TEXT, Desk, extraction, make_desk, quote, span
from test_review_session import DRAFT

TOKEN = "a-token-of-this-test"
HOST = "127.0.0.1:7979"
ORIGIN = f"http://{HOST}"
REASON = Source("de-konjunktiv", "1", 0.6, "a main clause in Konjunktiv with no frame")
ROOT = Path(__file__).resolve().parents[1]
SOURCES = (
    *sorted((ROOT / "src/onrecord/review").glob("*.py")),
    ROOT / "src/onrecord/cli/review_terminal.py",
)


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


def test_a_choice_is_told_from_others_of_its_list_only(page: TestClient) -> None:
    """A modality and a status may have one name: where only modalities stand, it is enough."""
    choices = page.get(f"/{TOKEN}/state").json()["choices"]
    named = {o["label"] for n in ("modality", "status", "amount-kind") for o in choices[n]}
    assert "geplant" in named
    assert not [label for label in named if "(" in label]


def test_the_name_of_a_deal_begins_as_a_title(page: TestClient) -> None:
    """In English, too: it stands at the head of a page."""
    kinds = {o["iri"]: o for o in page.get(f"/{TOKEN}/state").json()["choices"]["deal-kind"]}
    supply = kinds["supply"]
    assert (supply["label_de"], supply["label_en"]) == ("Lieferung", "Supply")


def test_a_relation_from_nobody_says_so(page: TestClient, session: Session) -> None:
    """Whom the text does not name is called so in the language of the page, in relations too."""
    first = session.proposals[0]
    content = "disputes: Nordlicht → anonymous"
    session.proposals = (replace(first, kind="relation", relation="disputes", content=content),)
    (shown,) = page.get(f"/{TOKEN}/state").json()["proposals"]
    assert shown["title"] == "bestreitet: Nordlicht → ungenannte Quelle"


def test_a_lost_decision_names_what_it_was_accepted_as(page: TestClient, session: Session) -> None:
    """The amount of a statement has no name of its own; its printed words are one."""
    session.write(DRAFT)
    (amount,) = (p for p in session.proposals if p.kind == "amount")
    session.lost = (session.decisions[amount.key],)
    session.former = {amount.key: amount}
    (lost,) = page.get(f"/{TOKEN}/state").json()["lost"]
    assert [r["label"] for r in lost["resources"]] == ["bis zu 40 Millionen Euro"]


@pytest.mark.parametrize(
    ("asked", "language", "word", "kind"),
    [
        ("", "de", "Annehmen", "Aussage"),
        ("?lang=en", "en", "Accept", "statement"),
        ("?lang=de", "de", "Annehmen", "Aussage"),
        ("?lang=xx", "de", "Annehmen", "Aussage"),
        ("?lang=../../x", "de", "Annehmen", "Aussage"),
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
    files = [folder / "index.html", *folder.glob("*.js"), *SOURCES]
    source = "".join(path.read_text("utf-8") for path in files)
    said = r"""\bw\.(\w+)\b(?!\()|\bwords\.(\w+)\b(?!\()|say\(\s*["'](\w+)["']|"(term_\w+)\""""
    named = {word for words in re.findall(said, source) for word in words if word}
    acts = {"accept", "correct", "reject", "merge", "write", "describe"}
    made = {f"act_{k}" for k in (*VERDICTS, "wrote", "merged", "described")}
    made |= {f"kind_{k}" for k in KINDS}
    made |= {"amount_approximate", "amount_range"}
    fields = {"gloss_de", "gloss_en", "speaker", "subject", "predicate", "form", "object"}
    fields |= {"amount_kind", "number", "currency", "edtf", "taken"}
    assert named | acts | made | fields | {"language"} == set(tables["en"])


def _raised() -> Iterator[tuple[str, str]]:
    """What the modules of a review raise, with a word for each value: place and message."""
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(getattr(call, "func", None), "id", "")
            if not isinstance(call, ast.Call) or not name.endswith("Error"):
                continue
            for said in (*call.args, *(k.value for k in call.keywords if k.arg == "hint")):
                if isinstance(said, ast.Constant) and isinstance(said.value, str):
                    yield path.name, said.value
                if isinstance(said, ast.JoinedStr):
                    parts = (v.value if isinstance(v, ast.Constant) else "x7" for v in said.values)
                    yield path.name, "".join(map(str, parts))


def test_every_message_is_told_in_german(session: Session) -> None:
    """What a review refuses, and what to do about it, is told in the language of the page."""
    german, english = (Wording.of(session.workspace, code) for code in ("de", "en"))
    raised = set(_raised())
    assert len(raised) > 50
    ours = {(n, m) for n, m in raised if n not in ("files.py", "page.py", "wording.py")}
    assert {(n, m) for n, m in ours if german.told(m) == m} == {("web.py", "x7")} & ours
    assert all(english.told(m) == m for _, m in raised)
    assert german.told("the statement lacks gloss_de, predicate") == (
        "Der Aussage fehlt: Mit eigenen Worten, deutsch, Was davon gesagt wird"
    )


def test_an_error_comes_in_the_language_of_the_page(page: TestClient, session: Session) -> None:
    """Without a language it is that of the workspace."""
    table = {"key": session.proposals[0].key, "verdict": "rejected"}
    assert _post(page, "decide", table).json()["error"] == "Aus welchem Grund verworfen?"
    english = _post(page, "decide?lang=en", table).json()
    assert english["error"] == "rejected for what reason?"


def test_a_broken_file_is_told_in_german(page: TestClient, session: Session) -> None:
    """Somebody has mended a file by hand and left a slip there: what is wrong, and what to do."""
    path = session.workspace.kg / "entities" / "agents.ttl"
    text, table = path.read_text("utf-8"), {"key": session.proposals[0].key, "verdict": "rejected"}
    table["reason_de"] = "Doppelt."
    for slip, wrong, mend in (
        ("x:y a x:z .", "Das Präfix x: ist nicht deklariert", "oben deklarieren: @prefix x: <…> ."),
        ("person:z rdfs:label", "Die Datei endet", "an dieser Stelle ändern"),
    ):
        path.write_text(f"{text}\n{slip}", encoding="utf-8")
        told = _post(page, "decide", table).json()
        assert wrong in told["error"]
        assert mend in told["hint"]


def test_reasons_and_contents_are_told_in_german(tmp_path: Path) -> None:
    """Why a rule proposed it, of which kind, how much: nothing of that is English."""
    quoted = replace(quote("Der Bau solle bis zu 40 Millionen Euro kosten"), source=REASON)
    desk = make_desk(tmp_path, replace(extraction(), quotes=(quoted,)))
    client = TestClient(application(desk.session(), TOKEN, 7979), base_url=ORIGIN)
    found = client.get(f"/{TOKEN}/state").json()["proposals"]
    assert REASON.why not in {p["why"] for p in found}
    assert "Ein Hauptsatz im Konjunktiv ohne Rahmen." in {p["why"] for p in found}
    titles = {p["kind"]: p["title"] for p in found}
    assert titles["amount"] == "„bis zu 40 Millionen Euro“ · Obergrenze, 40.000.000 EUR"
    assert titles["deal"].startswith("Lieferung: Nordlicht (Kunde), Kranich Werke (Lieferant); im")
    assert "Unternehmen: Werft Kranich" in {p["title"] for p in found}


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
    assert set(answer.json()) == {"error", "hint", "stale"}
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


def test_what_another_window_decided_is_not_written_over(
    page: TestClient, session: Session
) -> None:
    """Its list is old: the act is refused once, the page reads the state, then it is done."""
    turn = page.get(f"/{TOKEN}/state").json()["turn"]
    key = session.proposals[0].key
    table = {"key": key, "verdict": "rejected", "reason_de": "Doppelt."}
    assert _post(page, "decide", table | {"turn": turn}).status_code == 200
    refused = _post(page, "decide", table | {"turn": turn, "reason_de": "Falsch."})
    assert refused.status_code == 422 and refused.json()["stale"]
    assert "anderen Fenster" in refused.json()["error"]
    assert session.decisions[key].reason_de == "Doppelt."
    turn = page.get(f"/{TOKEN}/state").json()["turn"]
    assert _post(page, "undo", {"turn": turn}).status_code == 200
    assert not session.decisions


def test_things_of_one_name_are_told_apart(page: TestClient, desk: Desk) -> None:
    """Each article has an author, and all are called alike."""
    other = desk.workspace.root / "kg/entities/other.ttl"
    other.write_text(
        "@prefix onr: <https://w3id.org/onrecord/ns#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "<https://example.org/kg/company/kranich-nord> a onr:Company ;"
        ' rdfs:label "Kranich Werke"@de , "Kranich Werke"@en .\n',
        encoding="utf-8",
    )
    client = TestClient(application(desk.session(), TOKEN, 7979), base_url=ORIGIN)
    agents = client.get(f"/{TOKEN}/state").json()["choices"]["agents"]
    assert [o["label"] for o in agents if "Kranich" in o["label"]] == [
        "Kranich Werke (kranich)",
        "Kranich Werke (kranich-nord)",
    ]


def test_a_source_without_a_name_is_called_so_in_each_language(
    tmp_path: Path,
) -> None:
    """`anonymous` is a word of the machine."""
    found = extraction()
    unnamed = replace(found, quotes=(replace(found.quotes[0], holder="anonymous"),))
    session = make_desk(tmp_path, unnamed).session()
    client = TestClient(application(session, TOKEN, 7979), base_url=ORIGIN)
    names = [
        {p["speakerName"] for p in client.get(f"/{TOKEN}/state?lang={code}").json()["proposals"]}
        for code in ("de", "en")
    ]
    assert "ungenannte Quelle" in names[0] and "unnamed source" in names[1]
    assert "anonymous" not in names[0] | names[1]


def test_the_port_of_a_review_that_ended_is_free() -> None:
    """Whoever begins again with the same --port need not wait a minute."""
    first = bind(0)
    port = first.getsockname()[1]
    with socket.create_connection((LOOPBACK, port)):
        called, _ = first.accept()
        called.close()
        first.close()
    bind(port).close()
