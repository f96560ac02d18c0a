"""The trained tagger, on a small corpus written for this test."""

import json

import pytest

pytest.importorskip("pycrfsuite")

from onrecord.article import Article
from onrecord.errors import TextError, UsageError
from onrecord.extract.crf import train
from onrecord.extract.protocol import load
from onrecord.extract.tagging import labels, read_corpus

NAMES = ["Brandner", "Sörensen", "Kowalik", "Amrein", "Tiedge", "Okafor", "Lindholm", "Vask"]
CLAIMS = [
    "die Preise sinken",
    "das Werk bleibt offen",
    "der Umsatz werde steigen",
    "man prüfe alle Wege",
    "die Bank habe zugestimmt",
    "der Bau beginne im Mai",
]


def sentence(name, claim):
    """One annotated article: `Chef X sagte, <claim>.` behind a sentence by the author."""
    start = "Das Wetter war gut. "
    text = f"{start}Chef {name} sagte, {claim}."
    at = len(start)
    cue = text.index("sagte")
    return {
        "text": text,
        "quotes": [
            {
                "type": "Indirect",
                "quote": [[text.index(claim), len(text) - 1]],
                "speaker": [[at, cue - 1]],
                "cue": [[cue, cue + 5]],
                "frame": [[at, cue + 6]],
            }
        ],
    }


CORPUS = [sentence(name, claim) for name in NAMES for claim in CLAIMS[:5]]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    lines = [json.dumps(example) for example in CORPUS]
    assert train(read_corpus(lines, "corpus.jsonl"), folder) == len(CORPUS)
    return folder


def test_a_sentence_not_in_the_corpus_is_tagged(model):
    """Another name and another claim: quote, speaker and cue are found."""
    text = f"Das Wetter war gut. Chef Pelzer sagte, {CLAIMS[5]}."
    (quote,) = load(f"crf:{model}").extract(Article.from_text("x", text)).quotes
    assert text[slice(*quote.quote[0])] == CLAIMS[5]
    assert "Pelzer" in text[slice(*quote.speaker[0])]
    assert text[slice(*quote.cue[0])] == "sagte"
    assert 0.5 < quote.source.confidence <= 1 and quote.source.rule == "crf"


def test_a_text_without_speech_gets_none(model):
    """The author's own sentences are not tagged."""
    assert load(f"crf:{model}").extract(Article.from_text("x", "Das Wetter war gut.")).quotes == ()


def test_training_twice_gives_the_same_answers(model, tmp_path):
    """The same corpus gives the same version and the same proposals."""
    train(read_corpus([json.dumps(e) for e in CORPUS], "corpus.jsonl"), tmp_path)
    one, two = load(f"crf:{model}"), load(f"crf:{tmp_path}")
    assert one.version == two.version
    article = Article.from_text("x", CORPUS[3]["text"])
    assert one.extract(article) == two.extract(article)


def test_labels_follow_the_spans():
    """B where a quotation begins, I inside, O outside; speaker wins over frame."""
    (example,) = read_corpus([json.dumps(CORPUS[0])], "c")
    tokens, tags, roles = labels(example)
    begun = tags.index("B-Indirect")
    assert tokens.words[begun] == "die" and tags[begun + 1] == "I-Indirect" and tags[0] == "O"
    assert roles[tokens.words.index("Chef")] == "speaker"
    assert roles[tokens.words.index("sagte")] == "cue"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"text": "a"}',
        '{"text": "a", "quotes": [{"type": "Song", "quote": []}]}',
        '{"text": "a", "quotes": [{"type": "Direct", "quote": [[0, 9]]}]}',
    ],
)
def test_a_bad_line_of_the_corpus_is_named(line):
    """File and line; nothing is trained on half a corpus."""
    with pytest.raises(TextError, match=r"corpus\.jsonl:2"):
        list(read_corpus([json.dumps(CORPUS[0]), line], "corpus.jsonl"))


def test_no_corpus_and_no_model_say_what_to_do(tmp_path):
    """An empty corpus and a folder without a model are wrong uses."""
    with pytest.raises(UsageError, match="empty"):
        train([], tmp_path / "m")
    with pytest.raises(UsageError, match="no trained model"):
        load(f"crf:{tmp_path}")
