"""Picture cards are drawn once: a second build takes those whose words are the same."""

import hashlib
import marshal
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.output import Output
from onrecord.publish.site.pictures import card as drawing
from onrecord.publish.site.pictures import drawn
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system


@pytest.fixture
def strokes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The headline of every card that is drawn, by whichever name the drawing is reached."""
    headlines: list[str] = []
    draw = drawing.card

    def noted(kicker: str, headline: str, foot: str, modality: str) -> bytes:
        headlines.append(headline)
        return draw(kicker, headline, foot, modality)

    monkeypatch.setattr(drawing, "card", noted)
    return headlines


def _build(workspace: Workspace) -> dict[str, bytes]:
    built = pipeline.build(workspace, Output(workspace.public))
    assert built.files
    cards = (workspace.public / "assets/cards").resolve()
    return {p.relative_to(cards).as_posix(): p.read_bytes() for p in cards.rglob("*.png")}


def _reword(workspace: Workspace) -> None:
    path = workspace.kg / "articles/alfa-beta/statements.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("There is no promise.", "Nothing is promised."), encoding="utf-8")


def test_only_a_card_with_other_words_is_drawn_again(
    workspace: Workspace, strokes: list[str]
) -> None:
    """After one gloss was reworded one card is new, and all are as a fresh build has them."""
    first = _build(workspace)
    assert len(strokes) == len(first)
    strokes.clear()
    assert _build(workspace) == first
    assert strokes == []
    _reword(workspace)
    changed = _build(workspace)
    assert strokes == ["Nothing is promised."]
    assert {p for p in first if first[p] != changed[p]} == {
        "en/statement/alfa-beta/klein-no-promise.png"
    }
    (workspace.cache / "cards.bin").unlink()
    assert _build(workspace) == changed


def _sealed(body: bytes) -> bytes:
    return hashlib.sha256(body).digest() + body


@pytest.mark.parametrize(
    "damage",
    [b"", b"[]", _sealed(b""), _sealed(marshal.dumps(1)), _sealed(marshal.dumps(("other", {})))],
)
def test_a_damaged_memory_draws_anew(
    workspace: Workspace, strokes: list[str], damage: bytes
) -> None:
    """Whatever the file holds, the cards are right."""
    first = _build(workspace)
    (workspace.cache / "cards.bin").write_bytes(damage)
    strokes.clear()
    assert _build(workspace) == first
    assert len(strokes) == len(first)


def test_a_damaged_card_is_not_taken(workspace: Workspace, strokes: list[str]) -> None:
    """A published card with another byte is drawn again."""
    first = _build(workspace)
    name = next(iter(first))
    path: Path = workspace.public / "assets/cards" / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    strokes.clear()
    assert _build(workspace) == first
    assert len(strokes) == 1


def test_another_way_of_drawing_forgets_everything(
    workspace: Workspace, strokes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The memory holds for this drawing and these faces only."""
    first = _build(workspace)
    monkeypatch.setattr(drawn, "_state", lambda: "another")
    strokes.clear()
    assert _build(workspace) == first
    assert len(strokes) == len(first)
