"""The language-model engine against a local address that also misbehaves."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from onrecord.article import Article
from onrecord.errors import UsageError
from onrecord.extract.asking import Budget, Cache, Client
from onrecord.extract.llm import LlmExtractor, locate, pieces
from onrecord.extract.protocol import load

pytestmark = pytest.mark.system

TEXT = (
    "Die Werft Nordkai baut zwei Fähren. „Das sichert 300 Stellen“, sagte Werftchefin Ida Holm.\n\n"
    "Der Auftrag sei der größte seit Jahren, hieß es. Ida Holm sagte, man suche Schweißer.\n"
)
GOOD = {
    "type": "Direct",
    "quote": "„Das sichert 300 Stellen“",
    "speaker": "Werftchefin Ida Holm",
    "cue": "sagte",
}
INVENTED = {"type": "Direct", "quote": "„Wir bauen fünf Fähren“", "speaker": "Ida Holm", "cue": ""}


def reply(content, status=200, headers=(), usage=50):
    """One answer of the stub: the message's content, or raw bytes."""
    if isinstance(content, bytes):
        return status, content, headers
    message = {"choices": [{"message": {"content": content}}], "usage": {"total_tokens": usage}}
    return status, json.dumps(message).encode(), headers


def quotes(*items):
    return json.dumps({"quotes": list(items)})


@pytest.fixture
def stub():
    """A local server that gives the answers put into `answers`, the last one for ever."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            size = int(self.headers["content-length"])
            self.asked.append((self.path, dict(self.headers), json.loads(self.rfile.read(size))))
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            if answer is None:
                threading.Event().wait(1.0)
                answer = reply("{}")
            status, body, headers = answer
            try:
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                return

        def log_message(self, *args):
            return

    Handler.answers, Handler.asked = [], []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    Handler.address = f"http://127.0.0.1:{server.server_port}/v1"
    yield Handler
    server.shutdown()
    server.server_close()
    thread.join()


def run(stub, answers, waits=None, **options):
    stub.answers = answers
    budget = options.pop("budget", Budget())
    sleep = (waits if waits is not None else []).append
    client = Client(stub.address, "stub-1", sleep=sleep, **options)
    return LlmExtractor(client, budget).extract(Article.from_text("x", TEXT))


def test_a_verbatim_answer_becomes_a_proposal_with_offsets(stub):
    """Quote, speaker and cue slice back to the words that the model copied."""
    (quote,) = run(stub, [reply(quotes(GOOD))]).quotes
    assert TEXT[slice(*quote.quote[0])] == GOOD["quote"]
    assert TEXT[slice(*quote.speaker[0])] == GOOD["speaker"]
    assert TEXT[slice(*quote.cue[0])] == "sagte"
    assert quote.holder == "Ida Holm" and quote.source.version == "stub-1"


def test_an_invented_quote_is_dropped_and_counted(stub):
    """Words that the text does not hold never become a proposal."""
    found = run(
        stub, [reply(quotes(INVENTED, GOOD, {"type": "Song"}, "what", {**GOOD, "cue": "sang"}))]
    )
    assert len(found.quotes) == 1
    assert "4 proposals were dropped: not verbatim in the text" in found.notes


def test_a_fence_around_the_json_is_taken_off(stub):
    """Models wrap JSON in prose; only the object counts."""
    found = run(stub, [reply("Here you are:\n```json\n" + quotes(GOOD) + "\n```")])
    assert len(found.quotes) == 1


@pytest.mark.parametrize(
    "bad",
    [
        reply(b"not json"),
        reply("no object"),
        reply('{"quotes": [}'),
        reply(b"", status=503),
        reply(b'{"choices": []}'),
        reply(b"[1]"),
    ],
    ids=["bytes", "prose", "broken", "503", "empty", "list"],
)
def test_a_bad_answer_is_asked_for_again(stub, bad):
    """Broken JSON and server errors get another try; the good answer then counts."""
    found = run(stub, [bad, reply(quotes(GOOD))])
    assert len(found.quotes) == 1 and len(stub.asked) == 2


def test_too_many_requests_waits_as_long_as_it_is_told(stub):
    """429 with Retry-After: that long, then again; never longer than the limit."""
    waits = []
    run(stub, [reply(b"", 429, [("retry-after", "7")]), reply(quotes(GOOD))], waits)
    assert waits == [7.0]
    waits.clear()
    run(stub, [reply(b"", 429, [("retry-after", "9999")]), reply(quotes(GOOD))], waits)
    assert waits == [30.0]


def test_after_the_last_try_the_rest_still_comes(stub):
    """No answer at all: a note, and names and amounts from the rules."""
    found = run(stub, [reply(b"", 500)])
    assert found.quotes == () and len(stub.asked) == 3
    assert any("HTTP 500 (3 tries)" in note for note in found.notes)
    assert [e.name for e in found.entities] == ["Nordkai", "Ida Holm"]


def test_a_refusal_is_not_repeated(stub):
    """401 will not get better by asking again."""
    found = run(stub, [reply(b"", 401)])
    assert len(stub.asked) == 1 and any("HTTP 401" in note for note in found.notes)


def test_a_slow_address_times_out(stub):
    """No answer within the time-out is a try that failed."""
    found = run(stub, [None], timeout=0.05)
    assert any("no answer within 0.05 s" in note for note in found.notes)


def test_nobody_listening_is_a_note(stub):
    """A refused connection ends like any other failure."""
    client = Client("http://127.0.0.1:9/v1", "m", sleep=lambda _: None, timeout=0.5)
    found = LlmExtractor(client).extract(Article.from_text("x", TEXT))
    assert found.quotes == () and any("not answered" in note for note in found.notes)


def test_the_budget_ends_the_asking(stub):
    """What would cost more than the budget is not asked."""
    found = run(stub, [reply(quotes(GOOD))], budget=Budget(tokens=10))
    assert stub.asked == [] and any("budget of 10 tokens" in note for note in found.notes)


def test_the_same_question_is_answered_from_the_cache(stub, tmp_path):
    """A second run asks nothing and finds the same; a damaged cache file is asked for again."""
    cache = Cache(tmp_path / "kept")
    first = run(stub, [reply(quotes(GOOD))], cache=cache)
    second = run(stub, [reply(b"", 500)], cache=cache)
    assert first == second and len(stub.asked) == 1
    (file,) = (tmp_path / "kept").glob("*.json")
    file.write_text("{", encoding="utf-8")
    run(stub, [reply(quotes(GOOD))], cache=cache)
    assert len(stub.asked) == 2


def test_the_key_goes_into_the_header_and_the_text_into_the_user_message(stub):
    """The article's text is data, apart from the task."""
    run(stub, [reply(quotes(GOOD))], key="secret")
    path, headers, body = stub.asked[0]
    assert path == "/v1/chat/completions" and headers["Authorization"] == "Bearer secret"
    assert [m["role"] for m in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == TEXT and body["temperature"] == 0


def test_the_nearest_place_of_repeated_words_is_taken():
    """A speaker named twice is the one next to the quote."""
    assert locate("ja nein ja", "ja", (0, 10), 9) == (8, 10)
    assert locate("ja nein ja", "ja", (0, 10), 1) in ((0, 2), (8, 10))
    assert locate("ja", None, (0, 2), 0) is None and locate("ja", " ", (0, 2), 0) is None


def test_pieces_cover_the_text_without_gaps():
    """Whole paragraphs, one behind the other."""
    text = "\n\n".join("Satz " * 200 for _ in range(40))
    found = list(pieces(text))
    assert found[0][0] == 0 and found[-1][1] == len(text) and len(found) > 3
    assert all(a[1] == b[0] for a, b in pairwise(found))


@pytest.mark.parametrize("argument", ["llm:", "llm:http://x/v1", "llm:file:///etc#m", "llm"])
def test_a_wrong_address_says_how_it_is_written(argument):
    """ADDRESS#MODEL, http or https."""
    with pytest.raises(UsageError) as caught:
        load(argument)
    assert "ADDRESS#MODEL" in str(caught.value)
